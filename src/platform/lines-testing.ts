import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** What a server in this process has read so far of what callers sent: tests wait for that, not for a while. */
export function linesOf(server: Server) {
  const lines = new Map<number, Socket>();
  server.on('connection', (line) => lines.set(line.remotePort ?? 0, line));
  const until = async (holds: (line: Socket | undefined) => boolean, caller: Socket): Promise<void> => {
    while (!holds(lines.get(caller.localPort ?? 0))) await new Promise((resolve) => setImmediate(resolve));
  };
  return {
    /** Once the server has the connection. */
    opened: (caller: Socket) => until((line) => line !== undefined, caller),
    /** Once the server has read all that was sent, or hung up. */
    read: (caller: Socket) =>
      until((line) => line !== undefined && (line.destroyed || line.bytesRead >= caller.bytesWritten), caller),
  };
}
