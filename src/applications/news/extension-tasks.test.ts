import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Language } from '../../platform/language.ts';
import { eventsOf } from '../../people/event-queries.ts';
import { insertAccount } from '../../people/people-testing.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { findVacancy } from '../../vacancies/vacancy-queries.ts';
import { insertVacancy } from '../../vacancies/vacancy-testing.ts';
import { insertDraft, submitApplication } from '../application-testing.ts';
import { tellExtensions } from './extension-tasks.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const DEADLINE = new Date('2026-12-18T22:59:59Z');

let app: TestApp;
let manager: Client;
beforeAll(async () => {
  app = await testApp();
  manager = await app.signedInAs('recruitment-manager');
});
afterAll(() => app.close());
beforeEach(() => {
  app.now = NOW;
});

let next = 260_800;
const newVacancy = async () => {
  const { reference } = await insertVacancy(app.db, {
    reference: String((next += 1)),
    status: 'published',
    deadlineAt: DEADLINE,
  });
  return reference;
};
const person = async (reference: string, { language, submitted }: { language: Language; submitted?: boolean }) => {
  const { id: accountId, email } = await insertAccount(app.db, { language });
  const number = await insertDraft(app.db, { accountId, reference });
  if (submitted) await submitApplication(app.db, { accountId, number, rules: app.context.organisation });
  return email;
};
const extend = (reference: string, day = '22') =>
  manager.post(`/en/staff/vacancies/${reference}/edit/header`, {
    'deadline-day': day,
    'deadline-month': '12',
    'deadline-year': '2026',
    'correction.en': 'There is more time to apply.',
    'correction.fr': 'Le délai est prolongé.',
    'correction.reason': 'Few applications from hydrologists.',
  });
const mailsTo = async (address: string) => (await app.mails()).filter(({ to }) => to.address === address);

test('everybody who has begun or submitted is told of more time, in their language, and what it means for them', async () => {
  const reference = await newVacancy();
  const drafting = await person(reference, { language: 'fr' });
  const submitted = await person(reference, { language: 'en', submitted: true });
  const elsewhere = await person(await newVacancy(), { language: 'en' });

  const answer = await extend(reference);
  await tellExtensions(app.context, app.now);

  expect(answer.status).toBe(303);
  const [french] = await mailsTo(drafting);
  expect(french?.subject).toContain(`Nouvelle date limite\u00a0: ${reference}, `);
  expect(french?.text).toMatch(/le 18 décembre 2026 .* heure de Bruxelles\n.*le 22 décembre 2026/);
  expect(french?.text).toContain('vous pouvez continuer et la déposer');
  const [english] = await mailsTo(submitted);
  expect(english?.text).toMatch(/18 December 2026 at 23:59:59, Brussels time\n.*22 December 2026 at 23:59:59/);
  expect(english?.text).toContain('you need do nothing');
  expect(await mailsTo(elsewhere)).toEqual([]);
});

test('an extension is told once, whatever runs at the same time and however often', async () => {
  const reference = await newVacancy();
  const people = await Promise.all(
    Array.from({ length: 10 }, (_, index) => person(reference, { language: index % 2 ? 'en' : 'fr' })),
  );
  await extend(reference);

  const told = await Promise.all([1, 2, 3].map(() => tellExtensions(app.context, app.now)));
  await tellExtensions(app.context, app.now);

  expect(told.reduce((sum, count) => sum + count)).toBe(1);
  for (const address of people) expect(await mailsTo(address)).toHaveLength(1);
});

test('a server that stops in the middle has told nobody, and the next tells all', async () => {
  const reference = await newVacancy();
  const address = await person(reference, { language: 'fr' });
  await extend(reference);
  await sql`create function fail_at_the_end() returns trigger language plpgsql as
    $$ begin raise 'stopped'; end $$`.execute(app.db);
  await sql`create trigger fail_at_the_end before update on deadline_extensions
    for each row execute function fail_at_the_end()`.execute(app.db);

  await expect(tellExtensions(app.context, app.now)).rejects.toThrow('stopped');
  const meanwhile = await mailsTo(address);
  await sql`drop trigger fail_at_the_end on deadline_extensions`.execute(app.db);
  await tellExtensions(app.context, app.now);

  expect(meanwhile).toEqual([]);
  expect(await mailsTo(address)).toHaveLength(1);
});

test('who began after the extension saw the new deadline and is not written to', async () => {
  const reference = await newVacancy();
  app.now = new Date('2026-11-19T12:00:00Z');
  await extend(reference);
  const later = await person(reference, { language: 'en' });

  await tellExtensions(app.context, app.now);

  expect(await mailsTo(later)).toEqual([]);
});

test('two extensions are two mails; a deadline brought forward is none', async () => {
  const reference = await newVacancy();
  const address = await person(reference, { language: 'en' });

  await extend(reference, '20');
  await tellExtensions(app.context, app.now);
  await extend(reference, '28');
  await extend(reference, '24');
  await tellExtensions(app.context, app.now);

  const texts = (await mailsTo(address)).map(({ text }) => /New deadline: (\d+)/.exec(text)?.[1]);
  expect(texts).toEqual(['20', '28']);
});

test('extending a closed vacancy opens it again, and its history says how', async () => {
  const { reference } = await insertVacancy(app.db, {
    reference: String((next += 1)),
    status: 'closed',
    deadlineAt: new Date('2026-11-21T22:59:59Z'),
    closedAt: new Date('2026-11-21T22:59:59Z'),
  });
  const address = await person(reference, { language: 'en' });

  await extend(reference);
  await tellExtensions(app.context, app.now);

  expect(await findVacancy(app.db, reference)).toMatchObject({ status: 'published', closedAt: null });
  expect(await eventsOf(app.db, 'vacancy', reference)).toMatchObject([
    { action: 'extend-and-reopen', details: { reason: 'Few applications from hydrologists.' } },
  ]);
  expect(await mailsTo(address)).toHaveLength(1);
});

test('ten thousand people are told in one transaction, by one statement for each language', async () => {
  const reference = await newVacancy();
  await sql`insert into accounts (email, password_hash, name, language, verified_at, created_at)
    select 'many-' || n || '@people.example', (select password_hash from accounts limit 1), 'Ada Marin',
           case when n % 2 = 0 then 'en' else 'fr' end, ${NOW}, ${NOW} from generate_series(1, 10000) n`.execute(
    app.db,
  );
  await sql`insert into applications (number, vacancy_reference, applicant_id, answers, created_at, updated_at)
    select 'A-' || ${reference}::text || '-' || lpad((50000 + row_number() over ())::text, 5, '0'), ${reference}, id, '{}',
           ${NOW}, ${NOW} from accounts where email like 'many-%'`.execute(app.db);
  await extend(reference);

  await tellExtensions(app.context, app.now);

  const { rows } = await sql<{
    count: number;
    transactions: number;
    statements: number;
  }>`select count(*)::int as count, count(distinct xmin::text)::int as transactions,
    count(distinct cmin::text)::int as statements from mails where to_address like 'many-%'`.execute(app.db);
  expect(rows).toEqual([{ count: 10_000, transactions: 1, statements: 2 }]);
});
