import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testApp, type TestApp } from '../testing.ts';
import { LIMITS } from './attempt-limits.ts';
import { countAttempt, forgetAttempts, type Attempt } from './attempt-queries.ts';
import { insertAccount, lastMailTo, linkIn, TEST_PASSWORD } from './people-testing.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const BY_ADDRESS = LIMITS['sign-in-by-address'].most;
const minutesOn = (minutes: number) => new Date(app.now.getTime() + minutes * 60_000);
const guess = (email: string, ip = '192.0.2.1') =>
  app.web.inject({
    method: 'POST',
    url: '/en/sign-in',
    remoteAddress: ip,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ email, password: 'certainly another one' }).toString(),
  });
const times = (count: number) => Array.from({ length: count }, (_, index) => index);

test('of requests at the same instant, only as many as the limit get through', async () => {
  const attempts: Attempt[] = [
    { kind: 'sign-in-by-address', subject: 'parallel@people.example' },
    { kind: 'sign-in-by-network', subject: '198.51.100.1' },
  ];

  const counted = await Promise.all(times(40).map(() => countAttempt(app.context, attempts, app.now)));

  expect(counted.filter(({ ok }) => ok)).toHaveLength(BY_ADDRESS);
});

test('parallel attempts on crossed subjects never lock each other out', async () => {
  const [a, b] = ['a@people.example', 'b@people.example'].map(
    (subject) => ({ kind: 'sign-up-by-address', subject }) as const,
  );
  const c = { kind: 'sign-up-by-network', subject: '198.51.100.2' } as const;
  const orders = [
    [a, c],
    [c, b],
    [b, c],
    [c, a],
  ].map((order) => order.filter((one) => one !== undefined));

  const counted = await Promise.all(
    times(24).map((index) => countAttempt(app.context, orders[index % 4] ?? [], app.now)),
  );

  expect(counted.filter(({ ok }) => ok)).toHaveLength(2 * LIMITS['sign-up-by-address'].most);
});

test('a limit opens again when its first attempt is old enough, and says when', async () => {
  const attempt = { kind: 'sign-in-by-address', subject: 'patient@people.example' } as const;
  for (const minute of times(BY_ADDRESS)) await countAttempt(app.context, [attempt], minutesOn(minute));

  const early = await countAttempt(app.context, [attempt], minutesOn(10));
  const inTime = await countAttempt(app.context, [attempt], minutesOn(15));
  const next = await countAttempt(app.context, [attempt], minutesOn(15));

  expect(early).toEqual({ ok: false, refusal: { kind: 'too-many', seconds: 5 * 60 } });
  expect(inTime.ok).toBe(true);
  expect(next).toEqual({ ok: false, refusal: { kind: 'too-many', seconds: 60 } });
});

test('what no longer counts is deleted as others come, and nothing is stored in the clear', async () => {
  const subject = 'long-ago@people.example';
  await countAttempt(app.context, [{ kind: 'sign-up-by-address', subject }], minutesOn(-61));
  const before = await app.db.selectFrom('attempts').selectAll().execute();

  await countAttempt(app.context, [{ kind: 'sign-up-by-address', subject: 'now@people.example' }], app.now);

  const after = await app.db.selectFrom('attempts').selectAll().where('at', '<', minutesOn(-60)).execute();
  expect(before.some(({ at }) => at < minutesOn(-60))).toBe(true);
  expect(after).toEqual([]);
  expect(before.every(({ subjectHash }) => subjectHash.length === 32)).toBe(true);
});

test('what is forgotten leaves room', async () => {
  const attempt = { kind: 'sign-in-by-address', subject: 'forgiven@people.example' } as const;
  for (const _ of times(BY_ADDRESS)) await countAttempt(app.context, [attempt], app.now);

  await forgetAttempts(app.context, [attempt]);

  expect((await countAttempt(app.context, [attempt], app.now)).ok).toBe(true);
});

test('guessing at an address stops, alike whether there is an account, and says when to try again', async () => {
  const { email } = await insertAccount(app.db);
  for (const index of times(BY_ADDRESS)) {
    await guess(email, `203.0.113.${index}`);
    await guess('not-there@people.example', `203.0.113.${index}`);
  }

  const [known, unknown] = await Promise.all([guess(email), guess('not-there@people.example')]);
  const right = await app.visitor('fr').post('/fr/sign-in', { email, password: TEST_PASSWORD });

  expect([known.statusCode, unknown.statusCode]).toEqual([429, 429]);
  expect(known.headers['retry-after']).toBe(unknown.headers['retry-after']);
  expect(Number(known.headers['retry-after'])).toBe(15 * 60);
  expect(known.body.replaceAll(email, '')).toBe(unknown.body.replaceAll('not-there@people.example', ''));
  expect(right.status).toBe(429);
  expect(right.text).toContain('Réessayez dans 15 minutes');
});

test('who is kept out by others’ guesses gets in by a mail', async () => {
  const { email } = await insertAccount(app.db);
  for (const index of times(BY_ADDRESS)) await guess(email, `203.0.113.${index}`);
  const owner = app.visitor();

  await owner.post('/en/password/forgotten', { email });
  await owner.post(linkIn((await lastMailTo(app, email))?.text), { password: 'eleven otters under ice' });

  const again = await app.visitor().post('/en/sign-in', { email, password: 'eleven otters under ice' });
  expect(again.status).toBe(303);
});

test('trying many addresses from one network stops, and IPv6 addresses of one house are one network', async () => {
  const most = LIMITS['sign-in-by-network'].most;
  const network = { kind: 'sign-in-by-network', subject: '2001:db8:7:7::/64' } as const;
  await countAttempt(app.context, [network], minutesOn(-1));
  await sql`insert into attempts (subject_hash, kind, at)
    select subject_hash, kind, at from attempts, generate_series(3, ${most}) where at = ${minutesOn(-1)}`.execute(
    app.db,
  );

  const last = await guess('one@people.example', '2001:db8:7:7::1');
  const refused = await guess('two@people.example', '2001:db8:7:7:ffff::2');
  const neighbour = await guess('three@people.example', '2001:db8:7:8::1');

  expect([last.statusCode, refused.statusCode, neighbour.statusCode]).toEqual([422, 429, 422]);
});

test('the right password wipes the slate of the address', async () => {
  const { email } = await insertAccount(app.db);
  for (const index of times(BY_ADDRESS - 1)) await guess(email, `203.0.113.${index}`);

  const right = await app.visitor().post('/en/sign-in', { email, password: TEST_PASSWORD });
  const wrongAgain = await guess(email, '203.0.113.99');

  expect([right.status, wrongAgain.statusCode]).toEqual([303, 422]);
});

test.each([
  ['/en/accounts/new', LIMITS['sign-up-by-address'].most],
  ['/en/password/forgotten', LIMITS['new-password-by-address'].most],
])('%s floods nobody’s mailbox: %i mails an hour', async (path, most) => {
  const form = {
    givenNames: 'Ana',
    email: `flooded-${most}-${path.length}@people.example`,
    password: 'seven herons over',
  };

  const statuses: number[] = [];
  for (const _ of times(most + 1)) statuses.push((await app.visitor().post(path, form)).status);
  const mails = (await app.mails()).filter(({ to }) => to.address === form.email);

  expect(statuses).toEqual([...Array<number>(most).fill(303), 429]);
  expect(mails).toHaveLength(most);
});
