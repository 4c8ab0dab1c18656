import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Notes the connections over which nothing has come yet: browsers open them ahead of need. Node takes them for requests
 * under way and lets them hold a server that is to stop for a minute. Answers a function that ends them, and from then on
 * each new one.
 */
export function noteUnused(server: Server): () => void {
  const unused = new Set<Socket>();
  let closing = false;
  server.on('connection', (socket: Socket) => {
    if (closing) {
      socket.destroy();
      return;
    }
    unused.add(socket);
    const used = () => void unused.delete(socket);
    socket.once('close', used);
    socket.once('data', used);
  });
  return () => {
    closing = true;
    for (const socket of unused) socket.destroy();
  };
}
