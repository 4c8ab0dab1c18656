import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertAccount } from '../../people/people-testing.ts';
import { openSession } from '../../people/session-queries.ts';
import { linesOf } from '../../platform/lines-testing.ts';
import { testApp, type TestApp } from '../../testing.ts';
import { closeDue } from '../../vacancies/publication/vacancy-tasks.ts';
import { insertVacancy } from '../../vacancies/vacancy-testing.ts';
import { completeDraft, insertDraft, submissionForm } from '../application-testing.ts';

const DEADLINE = new Date('2026-11-22T22:59:59.000Z');
const justAfter = new Date(DEADLINE.getTime() + 1);
const REFERENCE = '260777';

let lines: ReturnType<typeof linesOf>;
let app: TestApp;
let sockets: Socket[] = [];

beforeAll(async () => {
  app = await testApp();
  await insertVacancy(app.db, { reference: REFERENCE, status: 'published', deadlineAt: DEADLINE });
  lines = linesOf(app.web.server);
  await app.web.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await app.close();
});

/** A complete draft of a new person, and the request that submits it, byte for byte. */
async function readyToSubmit(
  reference = REFERENCE,
  entrance: 'public' | 'internal' = 'public',
): Promise<{ number: string; head: string; body: string }> {
  const { id: accountId } = await insertAccount(app.db);
  const secret = await openSession(app.db, { accountId, device: 'test' }, app.now);
  const rules = app.context.organisation;
  const number = await insertDraft(app.db, { accountId, reference });
  await app.db.updateTable('applications').set({ entrance }).where('number', '=', number).execute();
  await completeDraft(app.db, { accountId, number, rules });
  const body = new URLSearchParams(await submissionForm(app.db, { accountId, number, rules })).toString();
  const head = [
    `POST /en/my/applications/${number}/submission HTTP/1.1`,
    'host: concours.test',
    `cookie: session=${secret}`,
    'content-type: application/x-www-form-urlencoded',
    `content-length: ${body.length}`,
    '\r\n',
  ].join('\r\n');
  return { number, head, body };
}

/** A connection that stays open; `answer` waits for the next status line. */
async function connection() {
  const socket = connect((app.web.server.address() as AddressInfo).port, '127.0.0.1');
  sockets = [...sockets, socket];
  const statuses: string[] = [];
  const waiting: ((status: string) => void)[] = [];
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    for (const [, status = ''] of chunk.matchAll(/^HTTP\/1\.1 (\d{3})/gm)) {
      const next = waiting.shift();
      if (next) next(status);
      else statuses.push(status);
    }
  });
  await new Promise((resolve) => socket.once('connect', resolve));
  return {
    /** Done once the server has read it. */
    send: async (text: string) => {
      socket.write(text);
      await lines.read(socket);
    },
    answer: () =>
      new Promise<string>((resolve) => {
        const status = statuses.shift();
        if (status === undefined) waiting.push(resolve);
        else resolve(status);
      }),
  };
}

test('a request whose first byte came at the deadline is in time, however slowly the rest follows', async () => {
  app.now = new Date('2026-11-22T20:00:00Z');
  const { head, body } = await readyToSubmit();
  const { send, answer } = await connection();

  app.now = DEADLINE;
  await send(head.slice(0, 1));
  app.now = new Date(DEADLINE.getTime() + 30_000);
  await send(head.slice(1));
  await send(body);

  expect(await answer()).toBe('303');
});

test('who came by the internal entrance is received until the last instant of serving staff, others until their own', async () => {
  const internalDeadlineAt = new Date('2026-11-21T22:59:59.000Z');
  const reference = '260779';
  app.now = new Date('2026-11-21T20:00:00Z');
  await insertVacancy(app.db, { reference, status: 'published', deadlineAt: DEADLINE, internalDeadlineAt });
  const internal = () => readyToSubmit(reference, 'internal');
  const ready = [await internal(), await internal(), await readyToSubmit(reference)];

  const answers: (string | undefined)[] = [];
  for (const [index, late] of [0, 1, 1].entries()) {
    app.now = new Date(internalDeadlineAt.getTime() + late);
    const { send, answer } = await connection();
    await send(`${ready[index]?.head}${ready[index]?.body}`);
    answers.push(await answer());
  }

  expect(answers).toEqual(['303', '422', '303']);
});

test('a request whose first byte came a millisecond later is late, though its connection was open long before', async () => {
  app.now = new Date('2026-11-22T20:00:00Z');
  const early = await readyToSubmit();
  const late = await readyToSubmit();
  const { send, answer } = await connection();

  app.now = DEADLINE;
  await send(early.head + early.body);
  const first = await answer();
  app.now = justAfter;
  await send(late.head + late.body);
  const second = await answer();

  expect([first, second]).toEqual(['303', '422']);
});

test('a connection opened before the deadline without a byte gains nothing', async () => {
  app.now = new Date('2026-11-22T20:00:00Z');
  const { head, body } = await readyToSubmit();
  const { send, answer } = await connection();

  app.now = justAfter;
  await send(head + body);

  expect(await answer()).toBe('422');
});

test('a byte that is no request yet keeps no place in time for a later one', async () => {
  app.now = new Date('2026-11-22T20:00:00Z');
  const { head, body } = await readyToSubmit();
  const { send, answer } = await connection();

  await send('\r\n');
  app.now = justAfter;
  await send(head + body);

  expect(await answer()).toBe('422');
});

test('closing by itself while a request is on its way refuses nothing that came in time, nor lets in what came after', async () => {
  app.now = new Date('2026-11-22T20:00:00Z');
  await insertVacancy(app.db, { reference: '260778', status: 'published', deadlineAt: DEADLINE });
  const [early, late] = [await readyToSubmit('260778'), await readyToSubmit('260778')];
  const [first, second] = [await connection(), await connection()];

  app.now = DEADLINE;
  await first.send(early.head);
  app.now = justAfter;
  await closeDue(app.context, app.now);
  await first.send(early.body);
  await second.send(late.head + late.body);

  expect([await first.answer(), await second.answer()]).toEqual(['303', '422']);
});
