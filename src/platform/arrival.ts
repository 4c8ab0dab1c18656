import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';

type Line = { firstByteAt: Date | undefined; reading: IncomingMessage | undefined };

/**
 * Notes when the first byte of each request reached this server: the instant that decides whether it was in time (E9).
 * Answers a function that tells it for a request; one that no socket brought (a test's) arrived when it is asked about.
 * Never earlier than the first byte; later only for one whose first bytes share a packet with the end of another.
 */
export function noteArrivals(server: Server, clock: () => Date): (request: IncomingMessage) => Date {
  const lines = new WeakMap<Socket, Line>();
  const arrivals = new WeakMap<IncomingMessage, Date>();

  server.on('connection', (socket: Socket) => {
    const line: Line = { firstByteAt: undefined, reading: undefined };
    lines.set(socket, line);
    socket.prependListener('data', (chunk: Buffer) => {
      const withinBody = line.reading !== undefined && !line.reading.complete;
      if (!withinBody && !isBlank(chunk)) line.firstByteAt ??= clock();
    });
  });
  server.prependListener('request', (request: IncomingMessage) => {
    const line = lines.get(request.socket);
    arrivals.set(request, line?.firstByteAt ?? clock());
    if (line) Object.assign(line, { firstByteAt: undefined, reading: request });
  });
  return (request) => arrivals.get(request) ?? clock();
}

/** Empty lines before a request are no part of it (RFC 9112, 2.2): nobody can send one now and the request tomorrow. */
const isBlank = (chunk: Buffer): boolean => chunk.every((byte) => byte === 13 || byte === 10);
