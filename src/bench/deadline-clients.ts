import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { post } from './load.ts';

/** What came of one submission, as its client saw it. */
export type Sent = {
  number: string;
  /** By which the server knows the connection. */
  port: number;
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
  const socket = await opened(serverPort);
  const port = socket.localPort ?? 0;
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
  return { number: draft.number, port, status, location, ms: performance.now() - started };
}

/** Sends one request on a connection of its own, and answers its status, its body and how long that took. */
export async function exchangeOnce(serverPort: number, request: string | Buffer[]) {
  const socket = await opened(serverPort);
  const started = performance.now();
  for (const part of [request].flat()) socket.write(part);
  const answer = await wholeAnswer(socket);
  const bodyFrom = answer.indexOf('\r\n\r\n');
  return {
    status: Number(answer.slice(9, 12)) || 0,
    body: answer.slice(bodyFrom + 4),
    ms: performance.now() - started,
  };
}

const untilInstant = (at: number): Promise<unknown> => sleep(Math.max(0, at - Date.now()));

const opened = (port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.setNoDelay(true);
    socket.once('error', reject);
  });

/** All that the server sends until it closes. */
const wholeAnswer = (socket: Socket): Promise<string> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('error', () => undefined);
    socket.once('close', () => resolve(Buffer.concat(chunks).toString('latin1')));
  });
