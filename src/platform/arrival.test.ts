import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { readConfig } from './config.ts';
import { linesOf } from './lines-testing.ts';
import { createWeb } from './web.ts';

const EARLY = new Date('2026-12-18T22:59:59.999Z');
const LATE = new Date('2026-12-18T23:00:00.000Z');
const LATER = new Date('2026-12-18T23:00:05.000Z');

let web: FastifyInstance;
let port: number;
let now = EARLY;
let lines: ReturnType<typeof linesOf>;
beforeAll(async () => {
  const config = readConfig({ LOG_LEVEL: 'silent', PUBLIC_URL: 'http://concours.test' });
  if (!config.ok) throw new Error('no settings');
  web = await createWeb(config.value, () => now);
  web.get('/', (request, reply) => reply.send(request.receivedAt.toISOString()));
  web.post('/', (request, reply) => reply.send(`${request.receivedAt.toISOString()} ${JSON.stringify(request.body)}`));
  lines = linesOf(web.server);
  port = Number(new URL(await web.listen({ port: 0, host: '127.0.0.1' })).port);
});
afterAll(() => web.close());
beforeEach(() => {
  now = EARLY;
});

/** Somebody at the other end of a line, who sends what they like when they like. */
async function caller(): Promise<{
  send: (text: string) => Promise<void>;
  answers: (count: number) => Promise<string[]>;
  socket: Socket;
}> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await once(socket, 'connect');
  let heard = '';
  socket.setEncoding('latin1').on('data', (text: string) => (heard += text));
  const bodies = () =>
    heard
      .split('HTTP/1.1 ')
      .slice(1)
      .map((answer) => answer.split('\r\n\r\n')[1] ?? '');
  return {
    socket,
    // The clock is moved once the server has seen it.
    send: async (text) => {
      socket.write(text, 'latin1');
      await lines.read(socket);
    },
    answers: async (count) => {
      while (bodies().filter(Boolean).length < count && !socket.closed)
        await Promise.race([once(socket, 'data'), once(socket, 'close')]);
      socket.destroy();
      return bodies();
    },
  };
}

const GET = 'GET / HTTP/1.1\r\nhost: concours.test\r\n\r\n';
const head = (length: number) =>
  `POST / HTTP/1.1\r\nhost: concours.test\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: ${length}\r\n\r\n`;

test('a request that comes at once is received then', async () => {
  const { send, answers } = await caller();
  await send(GET);

  expect(await answers(1)).toEqual([EARLY.toISOString()]);
});

test('a line that was opened in time, and silent, counts from what is said', async () => {
  const { send, answers, socket } = await caller();
  await lines.opened(socket);
  now = LATE;
  await send(GET);

  expect(await answers(1)).toEqual([LATE.toISOString()]);
});

test('a head that comes byte by byte was received at its first byte', async () => {
  const { send, answers } = await caller();
  await send('P');
  now = LATE;
  for (const byte of head(3).slice(1, 12)) await send(byte);
  now = LATER;
  await send(`${head(3).slice(12)}a=b`);

  expect(await answers(1)).toEqual([`${EARLY.toISOString()} {"a":"b"}`]);
});

test('a body that comes slowly was received with its head', async () => {
  const { send, answers } = await caller();
  await send(head(5));
  now = LATE;
  await send('a=');
  await send('bc');
  now = LATER;
  await send('d');

  expect(await answers(1)).toEqual([`${EARLY.toISOString()} {"a":"bcd"}`]);
});

test('a second request on the same line has an arrival of its own', async () => {
  const { send, answers } = await caller();
  await send(GET);
  now = LATE;
  await send(GET);

  expect(await answers(2)).toEqual([EARLY.toISOString(), LATE.toISOString()]);
});

test('a request after a slow body is received at its own first byte, not at the body’s', async () => {
  const { send, answers } = await caller();
  await send(head(3));
  await send('a=');
  await send('b');
  now = LATE;
  await send(GET.slice(0, 5));
  now = LATER;
  await send(GET.slice(5));

  expect(await answers(2)).toEqual([`${EARLY.toISOString()} {"a":"b"}`, LATE.toISOString()]);
});

test('requests sent together were received together', async () => {
  const { send, answers } = await caller();
  await send(`${GET}${head(3)}a=b${GET}`);
  now = LATE;

  expect(await answers(3)).toEqual([EARLY.toISOString(), `${EARLY.toISOString()} {"a":"b"}`, EARLY.toISOString()]);
});

test('a request that follows the end of a body is never earlier than its first byte', async () => {
  const { send, answers } = await caller();
  await send(`${head(3)}a=`);
  now = LATE;
  await send(`b${GET}`);

  expect(await answers(2)).toEqual([`${EARLY.toISOString()} {"a":"b"}`, LATE.toISOString()]);
});

test('empty lines sent in time do not make a late request early', async () => {
  const { send, answers } = await caller();
  await send('\r\n');
  now = LATE;
  await send(GET);

  expect(await answers(1)).toEqual([LATE.toISOString()]);
});

test('empty lines after an answer do not either', async () => {
  const { send, answers } = await caller();
  await send(GET);
  await send('\r\n\r\n');
  now = LATE;
  await send(GET);

  expect(await answers(2)).toEqual([EARLY.toISOString(), LATE.toISOString()]);
});

test('two lines at once do not mix', async () => {
  const [first, second] = [await caller(), await caller()];
  await first.send('G');
  now = LATE;
  await second.send(GET);
  now = LATER;
  await first.send(GET.slice(1));

  expect(await first.answers(1)).toEqual([EARLY.toISOString()]);
  expect(await second.answers(1)).toEqual([LATE.toISOString()]);
});

test('a request that no line brought is received when it is asked about', async () => {
  now = LATER;

  expect((await web.inject('/')).body).toBe(LATER.toISOString());
});
