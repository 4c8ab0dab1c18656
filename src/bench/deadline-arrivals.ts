import type { Server } from 'node:http';
import type { Socket } from 'node:net';

const SUBMITTING = /^POST \/en\/my\/applications\/(A-[\w-]+)\//;

/**
 * Notes when the first byte of each submission came, without the application's own reckoning: by the application's number,
 * which stands in the first piece that its client sends. Each submission has a connection of its own.
 */
export function watchArrivals(server: Server): Map<string, number> {
  const arrivals = new Map<string, number>();
  server.prependListener('connection', (socket: Socket) => {
    socket.once('data', (chunk: Buffer) => {
      const at = Date.now();
      const number = SUBMITTING.exec(chunk.toString('latin1', 0, 100))?.[1];
      if (number) arrivals.set(number, at);
    });
  });
  return arrivals;
}
