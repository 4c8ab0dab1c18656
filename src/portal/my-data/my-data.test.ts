import { randomUUID } from 'node:crypto';
import { insertAppointed } from '../../appointment/calendar/appointed-testing.ts';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertDraft, submitApplication } from '../../applications/application-testing.ts';
import { recordEvent } from '../../people/event-queries.ts';
import { insertAccount, lastMailTo, linkIn, TEST_PASSWORD } from '../../people/people-testing.ts';
import { setUpApp } from '../../people/second-factor/second-factor-testing.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { insertVacancy } from '../../vacancies/vacancy-testing.ts';
import { readableRecord } from './readable-record.ts';
import { retentionCommand } from './retention-commands.ts';
import { endRetention, eraseDue, warnIdle } from './retention-tasks.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const START = new Date('2026-11-22T12:00:00Z');
const inMonths = (months: number) => new Date(Date.UTC(2026, 10 + months, 23));
const DAY_MS = 24 * 3_600_000;
let next = 0;

/** Somebody signed in, with an application to a published vacancy: submitted, or a draft. */
async function applicant({ submitted = true } = {}) {
  app.now = START;
  next += 1;
  const reference = `27010${next}`;
  await insertVacancy(app.db, { reference, status: 'published', deadlineAt: new Date('2026-12-01T00:00:00Z') });
  const account = await insertAccount(app.db, { name: 'Wanda Wiesel' });
  const client = app.visitor();
  await client.post('/en/sign-in', { email: account.email, password: TEST_PASSWORD });
  const own = { accountId: account.id, reference };
  const number = await insertDraft(app.db, own);
  if (submitted) await submitApplication(app.db, { accountId: account.id, number, rules: app.context.organisation });
  return { ...account, client, number, reference };
}

const askToDelete = (client: Client, form: Record<string, string> = {}) =>
  client.post('/en/my/data/deletion', { confirmed: 'yes', currentPassword: TEST_PASSWORD, ...form });
const applicationsLeft = (number: string) =>
  app.db.selectFrom('applications').select('status').where('number', '=', number).execute();
const accountRow = (id: string) => app.db.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst();

async function decide(reference: string, at: Date): Promise<void> {
  await app.db
    .updateTable('vacancies')
    .set({ status: 'filled', closedAt: at })
    .where('reference', '=', reference)
    .execute();
  await recordEvent(app.db, { subject: 'vacancy', subjectId: reference, action: 'fill', by: { kind: 'system' }, at });
}

test('everything is handed out in one file: JSON, a PDF, the receipt as given, and nothing that guards the account', async () => {
  const { client, number, email } = await applicant();
  const { secret, codes } = await setUpApp(app, client);

  const answer = await client.post('/fr/my/data/export');
  const files = unzipSync(answer.body);
  const json = strFromU8(files['my-data.json'] ?? new Uint8Array());

  expect(answer.headers['content-disposition']).toBe('attachment; filename="my-data.zip"');
  expect(Object.keys(files)).toContain(`files/${number}/receipt.json`);
  expect(strFromU8((files['my-data.pdf'] ?? new Uint8Array()).subarray(0, 5))).toBe('%PDF-');
  const data = JSON.parse(json) as Record<string, { email?: string; number?: string }[]>;
  expect(data['account']?.[0]?.email).toBe(email);
  expect(data['applications']?.[0]?.number).toBe(number);
  expect(data['events']?.length).toBeGreaterThan(2);
  for (const hidden of [secret, codes[0] ?? '-', 'argon2id', 'secretHash', 'codeHash'])
    expect(json).not.toContain(hidden);
});

test('nobody else’s data are in it', async () => {
  const other = await applicant();
  const { client } = await applicant();

  const files = unzipSync((await client.post('/en/my/data/export')).body);

  const json = strFromU8(files['my-data.json'] ?? new Uint8Array());
  expect([json.includes(other.email), json.includes(other.number), json.includes(other.id)]).toEqual([
    false,
    false,
    false,
  ]);
});

test('the deletion needs the sentence and the password, and says what is kept and by which source', async () => {
  const { client, number } = await applicant();

  const page = await client.get('/en/my/data');
  const unconfirmed = await askToDelete(client, { confirmed: '' });
  const guessed = await askToDelete(client, { currentPassword: 'a guess' });

  expect(page.text.replaceAll(/<\/?span[^>]*>/g, '')).toContain(
    `${number}: until the vacancy is decided, and then 24 months after the decision`,
  );
  expect(page.text).toContain('Data Protection Rules, article 12');
  expect(page.text).toContain('The competition still runs');
  expect([unconfirmed.status, guessed.status]).toEqual([422, 422]);
  expect(unconfirmed.text).toContain('href="#f-confirmed"');
});

test('a deletion can be called off for seven days: by the link of the mail, or by the button', async () => {
  const { client, email, id } = await applicant();
  await askToDelete(client);
  const link = linkIn((await lastMailTo(app, email))?.text);

  const opened = await app.visitor().get(link);
  const before = await client.get('/en/my/data');
  const kept = await app.visitor().post(link);
  const twice = await app.visitor().post(link);
  app.now = new Date(START.getTime() + 8 * DAY_MS);
  await eraseDue(app.context, app.now);

  expect([opened.status, kept.status, twice.status]).toEqual([200, 200, 404]);
  expect(before.text).toContain('Your account is to be deleted');
  expect((await accountRow(id))?.email).toBe(email);
});

test('after seven days all is deleted but the submitted application, which is withdrawn and kept under no name', async () => {
  const { client, id, email, number } = await applicant();
  await askToDelete(client);

  const early = await eraseDue(app.context, new Date(START.getTime() + 6 * DAY_MS));
  const erased = await eraseDue(app.context, new Date(START.getTime() + 7 * DAY_MS));

  expect([early, erased]).toEqual([0, 1]);
  expect(await accountRow(id)).toMatchObject({ name: '–', passwordHash: '', verifiedAt: null });
  expect(JSON.stringify(await accountRow(id))).not.toContain(email);
  expect(await applicationsLeft(number)).toEqual([{ status: 'withdrawn' }]);
  for (const table of ['sessions', 'signIns', 'oneTimeLinks'] as const)
    expect(await app.db.selectFrom(table).select('accountId').where('accountId', '=', id).execute()).toEqual([]);
  expect((await client.get('/en/my/account')).status).toBe(303);
  const again = await app.visitor().post('/en/sign-in', { email, password: TEST_PASSWORD });
  expect(again.status).toBe(422);
});

test('a draft goes with the account at once, and then nothing of the person is left', async () => {
  const { client, id, number } = await applicant({ submitted: false });
  await askToDelete(client);

  await eraseDue(app.context, new Date(START.getTime() + 7 * DAY_MS));

  expect(await applicationsLeft(number)).toEqual([]);
  expect(await accountRow(id)).toBeUndefined();
});

test('somebody with a task of the organisation does not delete their account by themselves', async () => {
  app.now = START;
  const client = await app.signedInAs('recruiter');

  const answer = await askToDelete(client);

  expect(answer.status).toBe(422);
  expect(answer.text).toContain('carries a task');
});

test('an application is kept for the months of the organisation after the decision, and then it goes with its receipt and the stub', async () => {
  const { client, id, number, reference } = await applicant();
  await askToDelete(client);
  await eraseDue(app.context, new Date(START.getTime() + 7 * DAY_MS));
  await decide(reference, START);

  await endRetention(app.context, inMonths(23));
  const before = await applicationsLeft(number);
  await endRetention(app.context, inMonths(24));

  expect(before).toHaveLength(1);
  expect(await applicationsLeft(number)).toEqual([]);
  expect(await accountRow(id)).toBeUndefined();
  const events = await app.db.selectFrom('events').select('action').where('subjectId', '=', number).execute();
  expect(events.map(({ action }) => action)).toContain('retention-ended');
});

test('an application that leads to an appointment is kept as long as that goes on, and by its own decision afterwards', async () => {
  const { number, reference, id: accountId } = await applicant();
  const { id: applicationId } = await app.db
    .selectFrom('applications')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  const begun = {
    applicationId,
    vacancyReference: reference,
    startsOn: '2027-03-01',
    begunAt: START,
    begunBy: accountId,
    begunByName: 'Ada',
  };
  await app.db
    .insertInto('appointments')
    .values({
      ...begun,
      endedAt: null,
      endedBy: null,
      endNonce: null,
      appointedAt: START,
      appointedBy: accountId,
      appointedByName: 'Ada',
    })
    .execute();
  await decide(reference, START);

  await endRetention(app.context, inMonths(60));
  const before = await applicationsLeft(number);
  await app.db
    .updateTable('appointments')
    .set({ endedAt: START, endedBy: accountId, endReason: 'Did not come.', endNonce: randomUUID() })
    .where('applicationId', '=', applicationId)
    .execute();
  await endRetention(app.context, inMonths(60));

  expect(before).toHaveLength(1);
  expect(await applicationsLeft(number)).toEqual([]);
});

test('what led to an appointment is kept for its own months after the last day of the contract', async () => {
  const { id: accountId } = await insertAccount(app.db);
  const actor = {
    accountId,
    sessionId: '',
    name: 'Ada',
    email: 'ada@people.example',
    language: 'en',
    roles: [],
    method: 'password',
    serving: false,
  } as const;
  const { id: officer } = await insertAccount(app.db);
  const by = { ...actor, accountId: officer, roles: [] };
  const number = await insertAppointed(app.context, {
    reference: '260951',
    accountId,
    by,
    at: START,
    choice: { startsOn: '2027-03-01' },
  });
  // Three years, and five after them.
  await endRetention(app.context, new Date('2035-02-28T12:00:00Z'));
  const before = await applicationsLeft(number);
  await endRetention(app.context, new Date('2035-03-01T12:00:00Z'));

  expect(before).toHaveLength(1);
  expect(await applicationsLeft(number)).toEqual([]);
});

test('the dry run says what would be deleted by which period, and deletes nothing', async () => {
  const { number } = await applicant({ submitted: false });
  const printed: string[] = [];
  const run = (...args: string[]) =>
    retentionCommand(
      args,
      { print: (line) => void printed.push(line), warn: () => undefined, environment: {} },
      { ...app.context, clock: () => inMonths(8) },
    );

  const status = await run('--dry-run');
  const left = await applicationsLeft(number);
  await run();

  expect([status, await run('--everything')]).toEqual([0, 2]);
  expect(printed[0]).toMatch(/^draft-applications\t6 months\t[1-9]\d*$/);
  expect(left).toHaveLength(1);
  expect(await applicationsLeft(number)).toEqual([]);
});

test('a period that the organisation has not decided deletes nothing', async () => {
  const { number } = await applicant({ submitted: false });
  const { organisation } = app.context;
  const undecided = {
    ...organisation,
    retention: organisation.retention.map((period) => ({ ...period, months: null })),
  };

  const ended = await endRetention({ ...app.context, organisation: undecided }, inMonths(500));

  expect(ended).toEqual([]);
  expect(await applicationsLeft(number)).toHaveLength(1);
});

test('accounts that nobody has used for the months of the organisation go; those with an application or a task stay', async () => {
  const { id } = await applicant();
  const idle = await insertAccount(app.db);
  const entrusted = await insertAccount(app.db, { roles: ['auditor'] });
  const before = await app.db.selectFrom('events').select('id').execute();
  const days = (count: number) => new Date(inMonths(30).getTime() + count * DAY_MS);

  await endRetention(app.context, days(-1));
  const unwarned = await accountRow(idle.id);
  await warnIdle(app.context, days(0));
  const again = await warnIdle(app.context, days(1));
  app.now = days(2);
  const mail = await lastMailTo(app, idle.email);
  await endRetention(app.context, days(29));
  const warned = await accountRow(idle.id);
  await endRetention(app.context, days(30));

  expect([unwarned?.id, warned?.id, again]).toEqual([idle.id, idle.id, 0]);
  expect(mail?.subject).toContain('Your account will be deleted');

  expect(await accountRow(idle.id)).toBeUndefined();
  expect([(await accountRow(id))?.id, (await accountRow(entrusted.id))?.id]).toEqual([id, entrusted.id]);
  expect((await app.db.selectFrom('events').select('id').execute()).length).toBeGreaterThanOrEqual(before.length);
});

test('an application that was turned down counts from that day, one on a reserve list by its own period', async () => {
  const people = [await applicant(), await applicant()];
  const [turnedDown, listed] = people;
  const enteredAt = inMonths(1);
  for (const [index, position] of ['not-retained', 'reserve-listed'].entries()) {
    const number = people[index]?.number ?? '';
    const { id } = await app.db
      .selectFrom('applications')
      .select('id')
      .where('number', '=', number)
      .executeTakeFirstOrThrow();
    const told = position === 'not-retained' ? { reason: 'x', told: JSON.stringify({ en: 'x', fr: 'x' }) } : {};
    const step = { applicationId: id, number: 1, position, enteredAt, actorId: people[index]?.id ?? '', ...told };
    await app.db
      .insertInto('applicationStages')
      .values({ ...step, stage: null, dueOn: null, note: '{}' })
      .execute();
  }
  await decide(turnedDown?.reference ?? '', inMonths(6));
  const page = await turnedDown?.client.get('/en/my/data');
  const left = async () =>
    (await Promise.all(people.map(({ number }) => applicationsLeft(number)))).map((rows) => rows.length);

  const counts = [];
  for (const months of [24, 26, 36, 38]) {
    await endRetention(app.context, inMonths(months));
    counts.push(await left());
  }

  expect(page?.text).toContain('until 23 December 2028');
  expect(counts).toEqual([
    [1, 1],
    [0, 1],
    [0, 1],
    [0, 0],
  ]);
  expect(listed?.reference).not.toBe(turnedDown?.reference);
});

test('events go when their months are over, and by no other way', async () => {
  await expect(app.db.deleteFrom('events').execute()).rejects.toThrow('never changed or deleted');

  await endRetention(app.context, inMonths(121));

  const left = await app.db.selectFrom('events').select('at').orderBy('at').limit(1).executeTakeFirst();
  expect(left?.at.getTime()).toBeGreaterThan(inMonths(0).getTime());
  await expect(app.db.deleteFrom('events').execute()).rejects.toThrow('never changed or deleted');
});

test('a record is read as facts: what is inside by both names, what is empty left out', () => {
  const reading = { language: 'fr', zone: 'Europe/Brussels', yes: 'oui', no: 'non' } as const;
  const record = { givenNames: 'Ada', telephone: '', answers: { nationalities: ['BE', 'FR'] }, succeeded: false };

  expect(readableRecord(record, reading)).toEqual([
    { label: 'Prénoms', value: 'Ada' },
    { label: 'Réponses · Nationalités', value: 'BE, FR' },
    { label: 'Réussi', value: 'non' },
  ]);
});
