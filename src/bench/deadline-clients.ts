import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { post } from './load.ts';

/** What came of one submission, as its client saw it. */
export type Sent = {
  number: string;
  status: number;
  location: string;
  /** From the last byte sent to the whole answer. */
  ms: number;
};

type Submission = { number: string; cookie: string; reviewed: string; at: number; slowMs: number };

/** People open the page some seconds before they press the button; the connection stands by then. */
const CONNECTED_BEFORE_MS = 1_500;

/**
 * Sends a submission at an instant on a connection of its own; a slow one takes so long from its first byte to its last.
 * A connection that breaks counts as status 0.
 */
export async function submitAt(serverPort: number, { at, slowMs, ...draft }: Submission): Promise<Sent> {
  await untilInstant(at - CONNECTED_BEFORE_MS);
  const socket = await opened(serverPort).catch(() => undefined);
  if (!socket) return { number: draft.number, status: 0, location: '', ms: 0 };
  const request = post(
    `/en/my/applications/${draft.number}/submission`,
    { reviewed: draft.reviewed },
    { cookie: draft.cookie, connection: 'close' },
  );
  await untilInstant(at);
  if (slowMs > 0) {
    socket.write(request.slice(0, 40));
    await sleep(slowMs);
    socket.write(request.slice(40));
  } else socket.write(request);
  const started = performance.now();
  const answer = await wholeAnswer(socket);
  const status = Number(answer.slice(9, 12)) || 0;
  const location = /\r\nlocation: (\S+)/i.exec(answer)?.[1] ?? '';
  return { number: draft.number, status, location, ms: performance.now() - started };
}

export type Exchanged = { status: number; body: string; ms: number };

/** Sends requests as browsers do that stay on a page: over connections that are kept, a new one where all are in use. */
export function keptConnections(serverPort: number): (request: string | Buffer) => Promise<Exchanged> {
  const free: Socket[] = [];
  return async (request) => {
    const started = performance.now();
    const socket = free.pop() ?? (await opened(serverPort).catch(() => undefined));
    if (!socket) return { status: 0, body: '', ms: performance.now() - started };
    socket.write(request);
    const answer = await oneAnswer(socket);
    if (socket.writable) free.push(socket);
    const bodyFrom = answer.indexOf('\r\n\r\n');
    const status = Number(answer.slice(9, 12)) || 0;
    return { status, body: answer.slice(bodyFrom + 4), ms: performance.now() - started };
  };
}

async function untilInstant(at: number): Promise<void> {
  // A timer may wake within the millisecond before: what is to be late must not be sent in time.
  while (Date.now() < at) await sleep(Math.max(0, at - Date.now()));
}

const opened = (port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.setNoDelay(true);
    socket.on('error', reject);
  });

/** All that the server sends until it closes. */
const wholeAnswer = (socket: Socket): Promise<string> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('error', () => undefined);
    socket.once('close', () => resolve(Buffer.concat(chunks).toString('latin1')));
  });

/** One answer with a content-length, or what came until the connection ended. */
const oneAnswer = (socket: Socket): Promise<string> =>
  new Promise((resolve) => {
    let text = '';
    const settle = () => {
      socket.off('data', read).off('close', settle);
      resolve(text);
    };
    const read = (chunk: Buffer) => {
      text += chunk.toString('latin1');
      const headEnd = text.indexOf('\r\n\r\n');
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(text.slice(0, headEnd + 2))?.[1] ?? 0);
      if (headEnd >= 0 && text.length >= headEnd + 4 + length) settle();
    };
    socket.on('data', read).once('close', settle);
  });
