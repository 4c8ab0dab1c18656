import { connect, type Socket } from 'node:net';

/** One request as it goes over the wire, and what came of sending it many times. */
export type Load = { connections: number; seconds: number; request: (turn: number) => string | undefined };
export type LoadResult = {
  answers: number;
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  statuses: Map<number, number>;
};

/**
 * Sends requests over kept-alive connections, one at a time on each, for so many seconds or until `request` has no more.
 * Written on bare sockets so that the client costs little beside the server that is measured.
 */
export async function sendLoad(port: number, { connections, seconds, request }: Load): Promise<LoadResult> {
  const latencies: number[] = [];
  const statuses = new Map<number, number>();
  let turn = 0;
  const started = performance.now();
  const end = started + seconds * 1000;
  const next = () => (performance.now() < end ? request(turn++) : undefined);
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const socket = await open(port);
      for (let text = next(); text !== undefined; text = next()) {
        const sent = performance.now();
        const status = await exchange(socket, text);
        latencies.push(performance.now() - sent);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
      socket.destroy();
    }),
  );
  const elapsed = (performance.now() - started) / 1000;
  const sorted = latencies.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { answers: sorted.length, perSecond: sorted.length / elapsed, p50Ms: at(0.5), p99Ms: at(0.99), statuses };
}

const open = (port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.setNoDelay(true);
    socket.once('error', reject);
  });

/** Sends one request and waits for the whole answer, which must carry a content-length. */
function exchange(socket: Socket, request: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let head = '';
    let missing = -1;
    const settle = (outcome: () => void) => {
      socket.off('data', read).off('close', closed);
      outcome();
    };
    const closed = () => settle(() => reject(new Error('The server closed the connection.')));
    const read = (chunk: Buffer) => {
      if (missing < 0) {
        head += chunk.toString('latin1');
        const headEnd = head.indexOf('\r\n\r\n');
        if (headEnd < 0) return;
        const length = Number(/\r\ncontent-length: (\d+)/i.exec(head.slice(0, headEnd + 2))?.[1] ?? 0);
        missing = length - (head.length - headEnd - 4);
      } else missing -= chunk.length;
      if (missing <= 0) settle(() => resolve(Number(head.slice(9, 12))));
    };
    socket.on('data', read).once('close', closed);
    socket.write(request);
  });
}

/** A GET as a browser would send it. */
export const get = (path: string, headers: Record<string, string> = {}): string =>
  `GET ${path} HTTP/1.1\r\n${headerLines({ host: 'bench.test', accept: 'text/html', ...headers })}\r\n`;

/** A form, sent from our own page. */
export const post = (path: string, form: Record<string, string>, headers: Record<string, string>): string => {
  const body = new URLSearchParams(form).toString();
  const all = {
    host: 'bench.test',
    accept: 'text/html',
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(Buffer.byteLength(body)),
    ...headers,
  };
  return `POST ${path} HTTP/1.1\r\n${headerLines(all)}\r\n${body}`;
};

const headerLines = (headers: Record<string, string>): string =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
