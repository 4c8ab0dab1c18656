import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CannotOpen, newKey, readKeys } from '../../platform/sealing.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { deleteApplication } from '../retention-queries.ts';
import { insertClosedVacancy, insertSubmitted } from '../stages/selection-testing.ts';
import { answersFrom } from './equality.ts';
import { countAnswers } from './equality-queries.ts';
import { forgetSlips } from './equality-tasks.ts';
import { answersOn, makeSlip, marksOf } from './slip.ts';
import { eraseSlips, lockAnswers, mixSlips, openSlips, removeSlip } from './slip-queries.ts';

const REFERENCE = '260611';

let app: TestApp;
let ada: Client;
let number: string;
beforeAll(async () => {
  app = await testApp();
  ada = await app.signedInAs('applicant');
  await insertClosedVacancy(app.db, REFERENCE);
  ({ number } = await insertSubmitted(app.context, { accountId: ada.accountId, reference: REFERENCE }));
});
afterAll(() => app.close());

const rules = () => app.context.organisation.equality;
const slips = () => app.db.selectFrom('equalitySlips').selectAll().execute();
const address = (of: string) => `/en/my/applications/${of}/equality`;
const idOf = async (of: string) =>
  (await app.db.selectFrom('applications').select('id').where('number', '=', of).executeTakeFirstOrThrow()).id;

/** Somebody who finishes the page, with the choice or without. */
async function answers(reference: string, given: Record<string, string>, byStage: boolean) {
  const person = await insertSubmitted(app.context, { reference });
  const applicationId = await idOf(person.number);
  const finished = { applicationId, reference, rules: rules(), answers: answersFrom(given, rules()), byStage };
  await app.db.transaction().execute((one) => countAnswers(one, finished, app.context.equalityKeys));
  return { ...person, applicationId };
}

describe('a slip', () => {
  const KEYS = readKeys(newKey());
  const owner = { applicationId: '6b0f7f4e-26a4-4b4e-8f0e-0a50d1b6b8f4', reference: '260001' };

  test('is found by its application and vacancy with the key alone, and opens in its own place alone', () => {
    const given = answersFrom({ gender: 'woman' }, rules());
    const slip = makeSlip({ owner, answers: given, rules: rules() }, KEYS);
    const other = makeSlip({ owner: { ...owner, reference: '260002' }, answers: given, rules: rules() }, KEYS);
    const [first, second] = [readKeys(newKey()), readKeys(`${newKey()},${KEYS[0].toString('base64')}`)];

    expect(marksOf(owner, KEYS)).toEqual([slip.mark]);
    expect(other.mark).not.toEqual(slip.mark);
    expect(marksOf(owner, first)).not.toContainEqual(slip.mark);
    expect(answersOn(slip, KEYS)).toEqual(given);
    expect(() => answersOn({ ...slip, mark: other.mark }, KEYS)).toThrow(CannotOpen);
    expect(() => answersOn(slip, first)).toThrow(CannotOpen);
    // After a change of keys, those of the old one are found as long as it is at hand.
    expect(marksOf(owner, second)).toContainEqual(slip.mark);
    expect(answersOn(slip, second)).toEqual(given);
  });

  test('is as long as every other, whatever was answered, and shows nothing of it', () => {
    const given = [{}, { gender: 'man', age: '50-and-over', disability: 'no', minority: 'yes' }, { gender: 'another' }];
    const made = given.map((one) => makeSlip({ owner, answers: answersFrom(one, rules()), rules: rules() }, KEYS));

    expect(new Set(made.map(({ sealed }) => sealed.length)).size).toBe(1);
    expect(made.filter(({ sealed }) => sealed.includes('gender') || sealed.includes('another'))).toEqual([]);
  });
});

describe('the choice to be counted by stage', () => {
  test('is nobody’s who does not make it: counters, and no slip', async () => {
    await answers(REFERENCE, { gender: 'man' }, false);

    const { count } = await app.db
      .selectFrom('equalityCounts')
      .select('count')
      .where('answer', '=', 'man')
      .executeTakeFirstOrThrow();
    expect(count).toBe(1);
    expect(await slips()).toEqual([]);
  });

  test('keeps a slip without application, account, time or event, and can be taken back, as often as one looks', async () => {
    const events = async () => (await app.db.selectFrom('events').select('id').execute()).length;
    const before = await events();
    await ada.post(address(number), { gender: 'woman', 'by-stage': 'yes' });
    const kept = await slips();
    const page = await ada.get(address(number));
    const stranger = await app.signedInAs('applicant');
    const strangers = await stranger.post(`${address(number)}/by-stage/withdrawal`, {});
    const still = await slips();
    await ada.post(`${address(number)}/by-stage/withdrawal`, {});
    await ada.post(`${address(number)}/by-stage/withdrawal`, {});

    expect(Object.keys(kept[0] ?? {}).toSorted()).toEqual(['mark', 'sealed', 'vacancyReference']);
    expect(page.text).toContain('Take this back and delete my slip');
    expect([strangers.status, still.length]).toEqual([404, 1]);
    expect(await slips()).toEqual([]);
    expect(await events()).toBe(before);
    expect((await ada.get(address(number))).text).toContain('no slip of them is kept');
  });

  test('is neither offered nor taken where the organisation says so', async () => {
    const { byStage } = rules();
    Object.assign(rules(), { byStage: { offered: false, source: byStage.source } });
    const person = await app.signedInAs('applicant');
    const own = await insertSubmitted(app.context, { accountId: person.accountId, reference: REFERENCE });
    const page = await person.get(address(own.number));
    await person.post(address(own.number), { gender: 'woman', 'by-stage': 'yes' });
    Object.assign(rules(), { byStage });

    expect(page.text).toContain('Nothing depends on it');
    expect(page.text).not.toContain('name="by-stage"');
    expect(await slips()).toEqual([]);
  });
});

describe('in the database', () => {
  test('neither the order of rows nor their transactions tell slips apart, or who of those who answered has one', async () => {
    const reference = '260612';
    await insertClosedVacancy(app.db, reference);
    for (const gender of ['woman', 'man', 'another', 'woman']) await answers(reference, { gender }, true);
    await answers(reference, { gender: 'man' }, false);
    const { rows } = await sql<{ mark: Buffer; transaction: string }>`
      select mark, xmin::text as transaction from equality_slips where vacancy_reference = ${reference}
      order by ctid`.execute(app.db);
    const marks = rows.map(({ mark }) => mark.toString('hex'));

    expect(marks).toHaveLength(4);
    expect(marks).toEqual(marks.toSorted());
    expect(new Set(rows.map(({ transaction }) => transaction)).size).toBe(1);
  });

  test('nothing leads from a slip to a person, and no foreign key but that of the vacancy', async () => {
    const { rows } = await sql<{ column: string; type: string }>`
      select table_name || '.' || column_name as column, data_type as type from information_schema.columns
      where table_name = 'equality_slips' order by 1`.execute(app.db);

    expect(rows).toEqual([
      { column: 'equality_slips.mark', type: 'bytea' },
      { column: 'equality_slips.sealed', type: 'bytea' },
      { column: 'equality_slips.vacancy_reference', type: 'text' },
    ]);
  });

  test('who has the database and another key finds nobody’s slip', async () => {
    const reference = '260613';
    await insertClosedVacancy(app.db, reference);
    const people = [
      await answers(reference, { gender: 'woman' }, true),
      await answers(reference, { gender: 'man' }, true),
    ];
    const wanted = { reference, applicationIds: people.map(({ applicationId }) => applicationId) };

    const own = await openSlips(app.db, app.context.equalityKeys, wanted);
    const others = await openSlips(app.db, readKeys(newKey()), wanted);

    expect([...own.values()].map(({ gender }) => gender)).toEqual(['woman', 'man']);
    expect(others.size).toBe(0);
  });
});

describe('while the slips of a vacancy are written anew for somebody else', () => {
  const reference = '260615';
  beforeAll(() => insertClosedVacancy(app.db, reference));

  test.each<[string, (owner: { applicationId: string; accountId: string }) => Promise<unknown>]>([
    [
      'the agreement is taken back',
      ({ applicationId }) =>
        app.db.transaction().execute((one) => removeSlip(one, app.context.equalityKeys, { applicationId, reference })),
    ],
    [
      'the account is erased',
      ({ accountId }) => app.db.transaction().execute((one) => eraseSlips(one, app.context.equalityKeys, accountId)),
    ],
  ])('%s, and the slip is gone all the same', async (_, remove) => {
    const owner = await answers(reference, { gender: 'woman' }, true);
    let removed: Promise<unknown> | undefined;

    await app.db.transaction().execute(async (writer) => {
      await lockAnswers(writer, reference);
      await mixSlips(writer, reference);
      removed = remove(owner);
      await somebodyWaits();
    });
    await removed;

    expect((await slips()).filter((slip) => slip.vacancyReference === reference)).toEqual([]);
  });

  async function somebodyWaits(): Promise<void> {
    const { rows } = await sql`select from pg_locks l join pg_database d on d.oid = l.database
      where d.datname = current_database() and not l.granted
      union all select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
      app.db,
    );
    if (rows.length === 0) await somebodyWaits();
  }
});

describe('a slip is deleted', () => {
  const reference = '260614';
  const left = async () => (await slips()).filter((slip) => slip.vacancyReference === reference).length;
  beforeAll(() => insertClosedVacancy(app.db, reference));

  test('with the account, whose copy of all data holds it until then', async () => {
    const { accountId } = await answers(reference, { gender: 'another' }, true);
    const part = app.context.personalData.find(({ name }) => name === 'equal-access');

    const copy = await part?.export(app.db, accountId);
    await eraseSlips(app.db, app.context.equalityKeys, accountId);

    expect(copy?.records).toMatchObject([{ vacancyReference: reference, answers: { gender: 'another' } }]);
    expect(await left()).toBe(0);
  });

  test('with the application, and when the competition ended as long ago as the organisation keeps it', async () => {
    const gone = await answers(reference, { gender: 'woman' }, true);
    await answers(reference, { gender: 'man' }, true);
    await deleteApplication(app.db, gone.number);

    await forgetSlips(app.context, app.now);
    const afterFirst = await left();
    await sql`update vacancies set status = 'filled', updated_at = ${app.now} where reference = ${reference}`.execute(
      app.db,
    );
    await forgetSlips(app.context, new Date(app.now.getTime() + 170 * 24 * 3_600_000));
    const early = await left();
    await forgetSlips(app.context, new Date(app.now.getTime() + 190 * 24 * 3_600_000));

    expect([afterFirst, early, await left()]).toEqual([1, 1, 0]);
    const events = await app.db
      .selectFrom('events')
      .selectAll()
      .where('action', '=', 'equality-slips-expired')
      .execute();
    expect(events.map(({ subject, subjectId }) => [subject, subjectId])).toContainEqual(['vacancy', reference]);
  });
});
