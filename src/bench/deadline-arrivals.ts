import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Notes when the first byte of each connection came, without the application's own reckoning: by the client's port. */
export function watchArrivals(server: Server): Map<number, number> {
  const arrivals = new Map<number, number>();
  server.prependListener('connection', (socket: Socket) => {
    const port = socket.remotePort ?? 0;
    const note = () => {
      arrivals.set(port, Date.now());
      socket.off('data', note);
    };
    socket.prependListener('data', note);
  });
  return arrivals;
}
