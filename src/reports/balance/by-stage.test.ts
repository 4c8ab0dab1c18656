import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answersFrom, NOT_SAID } from '../../applications/equality/equality.ts';
import { countAnswers } from '../../applications/equality/equality-queries.ts';
import { CLOSED_AT, insertClosedVacancy, insertSubmitted } from '../../applications/stages/selection-testing.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';

const REFERENCE = '260421';
const BALANCE = `/en/staff/vacancies/${REFERENCE}/balance`;

let app: TestApp;
let manager: Client;
beforeAll(async () => {
  app = await testApp();
  manager = await app.signedInAs('recruitment-manager');
});
afterAll(() => app.close());

type Kind = { gender?: string; agreed: boolean; finished?: boolean; position: 'under-review' | 'invited' };

/** So many who applied, who got so far and no further, and who answered so, agreeing to be counted by stage or not. */
async function insertPeople(reference: string, count: number, kind: Kind): Promise<string[]> {
  const { db, organisation: house, equalityKeys } = app.context;
  const { equality: rules } = house;
  const stage = kind.position === 'invited' ? 'panel-interview' : null;
  const { rows } = await sql<{ id: string }>`with people as (
      insert into accounts (id, email, password_hash, name, language, verified_at, created_at)
      select gen_random_uuid(), gen_random_uuid() || '@people.example', 'x', 'A Person', 'en', now(), now()
      from generate_series(1, ${count}::int) returning id
    ), sent as (
      insert into applications (number, vacancy_reference, applicant_id, status, answers, created_at, updated_at, submitted_at)
      select 'A-' || ${reference} || '-' || nextval('application_numbers') + 90000, ${reference}, p.id, 'submitted',
        a.answers, now(), now(), now()
      from people p, (select answers from applications where vacancy_reference = ${reference} limit 1) a returning id
    ), reached as (
      insert into application_stages (application_id, number, position, stage, entered_at, actor_id)
      select id, 1, ${kind.position}, ${stage}, now(), gen_random_uuid() from sent returning application_id as id
    ), refused as (
      insert into application_stages (application_id, number, position, entered_at, actor_id, reason, told)
      select id, 2, 'not-retained', now(), gen_random_uuid(), 'x', '{}' from reached returning application_id as id
    ) select id from refused`.execute(db);
  const answers = answersFrom({ gender: kind.gender }, rules);
  for (const { id: applicationId } of kind.finished === false ? [] : rows) {
    const finished = { applicationId, reference, rules, answers, byStage: kind.agreed };
    await db.transaction().execute((one) => countAnswers(one, finished, equalityKeys));
  }
  return rows.map(({ id }) => id);
}

async function decideOnFirst(reference: string): Promise<void> {
  await sql`insert into application_stages (application_id, number, position, entered_at, actor_id, reason, told)
    select id, 1, 'not-retained', now(), gen_random_uuid(), 'x', '{}' from applications a
    where vacancy_reference = ${reference} and not exists (select from application_stages s where s.application_id = a.id)`.execute(
    app.db,
  );
}

/** A competition in which women and men are as many, and fewer of the women are invited. */
async function insertCompetition(reference: string): Promise<void> {
  await insertClosedVacancy(app.db, reference);
  await insertSubmitted(app.context, { reference });
  await insertPeople(reference, 15, { gender: 'woman', agreed: true, position: 'under-review' });
  await insertPeople(reference, 5, { gender: 'woman', agreed: true, position: 'invited' });
  await insertPeople(reference, 10, { gender: 'man', agreed: true, position: 'under-review' });
  await insertPeople(reference, 10, { gender: 'man', agreed: true, position: 'invited' });
  await insertPeople(reference, 1, { gender: 'another', agreed: true, position: 'under-review' });
  await insertPeople(reference, 6, { gender: 'woman', agreed: false, position: 'under-review' });
  await insertPeople(reference, 7, { gender: 'man', agreed: false, position: 'invited' });
  await insertPeople(reference, 3, { agreed: false, finished: false, position: 'under-review' });
}

const plain = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const pageText = async (by: Client = manager, address = BALANCE) => plain((await by.get(address)).text);
const slips = async () => (await app.db.selectFrom('equalitySlips').select('mark').execute()).length;
const looks = async () =>
  (await app.db.selectFrom('events').select('id').where('action', '=', 'equality-figures-opened').execute()).length;
const counted = () =>
  app.db.selectFrom('equalityFigures').selectAll().where('vacancyReference', '=', REFERENCE).executeTakeFirst();

describe('equal access by stage', () => {
  beforeAll(() => insertCompetition(REFERENCE), 60_000);

  test('waits until no answer can come, and then until everybody has been decided on', async () => {
    const early = await manager.post(`${BALANCE}/by-stage`, {});
    const open = plain(early.text);
    app.now = new Date(CLOSED_AT.getTime() + 8 * 24 * 3_600_000);
    manager = await app.signedInAs('recruitment-manager');
    const undecided = await manager.post(`${BALANCE}/by-stage`, {});

    expect([early.status, undecided.status]).toEqual([422, 422]);
    expect(open).toContain('Answers can still come until 27 November 2026');
    expect(plain(undecided.text)).toContain('1 application waits for a decision.');
    expect(await counted()).toBeUndefined();
    expect(await slips()).toBe(41);
  });

  test('is counted once, by a named person, and the slips are gone', async () => {
    await decideOnFirst(REFERENCE);
    const before = await manager.get(BALANCE);
    const answer = await manager.post(`${BALANCE}/by-stage`, {});
    const again = await manager.post(`${BALANCE}/by-stage`, {});
    const events = await app.db
      .selectFrom('events')
      .select(['actorId', 'subjectId', 'details'])
      .where('action', '=', 'equality-figures-counted')
      .execute();

    expect(before.text).toContain('Count the slips and delete them');
    expect([answer.status, again.status]).toEqual([303, 303]);
    expect(events).toEqual([{ actorId: manager.accountId, subjectId: REFERENCE, details: {} }]);
    expect(await slips()).toBe(0);
  });

  test('shows the known outcome: numbers, ratios, what is to be looked at; nothing small, and each look is recorded', async () => {
    const before = await looks();
    const text = await pageText();
    const french = await pageText(manager, BALANCE.replace('/en/', '/fr/'));

    expect(text).toContain('41 people agreed to be counted');
    // The counters withhold “another”, and with it the least of the others: so they are one row here as well.
    const together = 'A woman, Another description and I prefer not to say';
    expect(text).toContain(`${together} Applied 21 Recorded video interview 5`);
    expect(text).toContain('A man Applied 20 Recorded video interview 10');
    expect(text).toContain('Not counted by stage Applied 17 Recorded video interview 7');
    expect(text).toContain('23.8% (0.48; 0.63) Look at it');
    expect(text).toContain('50% (1.00; 1.32)');
    expect(text).not.toMatch(/Do you have a disability[^?]*\? How many got/);
    expect(french).toContain('À regarder');
    expect(await looks()).toBe(before + 2);
  });

  test('is saved as a table of the same numbers, and each time recorded', async () => {
    const before = await looks();
    const file = await manager.get(`${BALANCE}/by-stage.csv`);

    expect(file.headers['content-disposition']).toContain(`equal-access-by-stage-${REFERENCE}.csv`);
    expect(file.text).toContain(
      'I prefer not to say",Applied,21,Recorded video interview,0.2381,0.4762,0.6277,yes\r\n',
    );
    expect(file.text.match(/Which describes you/g)).toHaveLength(8);
    expect(await looks()).toBe(before + 1);
  });

  test('stays as it was counted, whatever is decided later, and takes no later answer', async () => {
    const before = await counted();
    const [applicationId = ''] = await insertPeople(REFERENCE, 1, {
      gender: 'woman',
      agreed: true,
      position: 'invited',
    });
    await manager.post(`${BALANCE}/by-stage`, {});

    expect(applicationId).not.toBe('');
    expect(await slips()).toBe(0);
    expect(await counted()).toEqual(before);
    await expect(
      app.db
        .updateTable('equalityFigures')
        .set({ figures: null as never })
        .execute(),
    ).rejects.toThrow('figures of equal access are never changed');
  });

  test('keeps nothing but what may be shown: no answer of a few, and nothing of a person', async () => {
    const kept = JSON.stringify((await counted())?.figures);
    const numbers = [...kept.matchAll(/"(?:reached|everybody|agreed)":\[([\d,]*)\]/g)].flatMap(([, list = '']) =>
      list.split(',').map(Number),
    );

    expect(numbers.toSorted((a, b) => a - b)).toEqual([5, 10, 15, 20, 21, 22, 41, 58]);
    expect(kept).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
    expect(kept).toContain(NOT_SAID);
  });

  test.each(['recruiter', 'hiring-manager', 'auditor', 'administrator'] as const)(
    'is not there for whoever has no part in it: %s',
    async (role) => {
      const other = await app.signedInAs(role);
      const answers = await Promise.all([
        other.get(BALANCE),
        other.get(`${BALANCE}/by-stage.csv`),
        other.post(`${BALANCE}/by-stage`, {}),
      ]);

      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    },
  );
});

test('where too few agreed, nothing is kept, and that is said', async () => {
  const reference = '260422';
  await insertClosedVacancy(app.db, reference);
  await insertSubmitted(app.context, { reference });
  await insertPeople(reference, 4, { gender: 'woman', agreed: true, position: 'invited' });
  await insertPeople(reference, 30, { gender: 'man', agreed: false, position: 'under-review' });
  await decideOnFirst(reference);

  await manager.post(`/en/staff/vacancies/${reference}/balance/by-stage`, {});
  const text = await pageText(manager, `/en/staff/vacancies/${reference}/balance`);
  const file = await manager.get(`/en/staff/vacancies/${reference}/balance/by-stage.csv`);

  expect(text).toContain('Too few agreed');
  expect(text).not.toContain('4 people');
  expect(file.status).toBe(404);
  expect(await slips()).toBe(0);
});
