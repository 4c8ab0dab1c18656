import * as fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eraseAccount } from '../../../people/erasure-queries.ts';
import { LANGUAGES, type Language } from '../../../platform/language.ts';
import { endRetention } from '../../../portal/my-data/retention-tasks.ts';
import { testApp, type TestApp } from '../../../testing.ts';
import { tellRecordProblem } from '../command-texts.ts';
import { csvLine } from '../../../platform/csv.ts';
import { readCsv } from '../format/read-csv.ts';
import { EVENTS } from '../format/manifest.ts';
import { APPOINTMENT_FILES, type AppointmentFile } from '../record.ts';
import { appointedCompetition, type AppointedCompetition } from '../testing/appointed-testing.ts';
import { ALL_OWN_EVENTS, OWN_EVENTS } from '../tables/scope-queries.ts';
import { changedIn } from '../testing/changed-testing.ts';
import { archiveOf, eventIn, filesOf, keyOf, writtenAnew, type Files } from '../testing/files-testing.ts';
import { verifyRecord } from './audit.ts';
import { auditRows } from './database-queries.ts';
import type { RecordProblem } from './problem.ts';

const REFERENCE = '260495';
/** Whose offer was accepted. */
const OTHER = '260496';

let app: TestApp;
let ended: AppointedCompetition;
let files: Files;

beforeAll(async () => {
  app = await testApp();
  ended = await appointedCompetition(app, REFERENCE, 'declined');
  await appointedCompetition(app, OTHER, 'accepted');
  files = await exported();
});
afterAll(() => app.close());

const exported = async (reference = REFERENCE): Promise<Files> =>
  filesOf((await ended.manager.post(`/en/staff/vacancies/${reference}/record`)).body);
const audited = (language: Language = 'en') => auditRows(app.db, language);
async function verified(some: Files) {
  const audit = await verifyRecord(archiveOf(some), { keys: [await keyOf(app.context)] });
  if (!audit.ok) throw new Error('no record');
  return audit.value;
}
const textIn = (name: string, some = files): string => some[name]?.toString() ?? '';

const TABLES = [
  'appointments',
  'condition_steps',
  'verification_steps',
  'appointment_offers',
  'offer_steps',
  'offer_documents',
];

const changed = <Seen>(statement: string, look: () => Promise<Seen>) => changedIn(app.db, TABLES, { statement, look });

const OWN = `appointment_id = (select id from appointments where vacancy_reference = '${REFERENCE}')`;
const OFFER = `offer_id = (select id from appointment_offers where ${OWN})`;

type Found = { table: AppointmentFile; in: string[] };
const steps = (...differing: string[]): Found => ({ table: 'condition-steps.csv', in: differing });
const offers = (...differing: string[]): Found => ({ table: 'offers.csv', in: differing });

/** What whoever may do everything in the database does, and in what the row then differs from its event. */
const ALTERED: Record<string, [statement: string, Found]> = {
  'why a condition was not met': [
    `update condition_steps set reason = 'He said no.' where ${OWN} and action = 'fail' and reason <> ''`,
    steps('words'),
  ],
  'what came of a condition': [
    `update condition_steps set state = 'met', action = 'meet' where ${OWN} and action = 'fail' and reason <> ''`,
    steps('words'),
  ],
  'the authority that was asked': [
    `update condition_steps set authority = 'Another' where ${OWN} and authority <> ''`,
    steps('words'),
  ],
  'until when an outcome holds': [
    `update condition_steps set valid_until = null where ${OWN} and valid_until = '2031-05-31'`,
    steps('words'),
  ],
  'the level that was given': [
    `update condition_steps set level = 'CTS' where ${OWN} and action = 'meet' and level is not null`,
    steps('words'),
  ],
  'on which day a step was taken': [
    `update condition_steps set on_day = '2026-11-01' where ${OWN} and condition = 'accreditation'`,
    steps('words'),
  ],
  'who took a step': [
    `update condition_steps set taken_by = (select id from accounts where email like 'applicant-%' limit 1)
      where ${OWN} and condition = 'accreditation'`,
    steps('person'),
  ],
  'when a step was recorded': [
    `update condition_steps set taken_at = taken_at - interval '1 day' where ${OWN} and condition = 'accreditation'`,
    steps('time'),
  ],
  'what was answered of a study': [
    `update verification_steps set words = 'All is well.' where ${OWN} and action = 'differ'`,
    { table: 'verification-steps.csv', in: ['words'] },
  ],
  'that a study was different': [
    `update verification_steps set action = 'confirm' where ${OWN} and action = 'differ'`,
    { table: 'verification-steps.csv', in: ['step', 'words'] },
  ],
  'of which study it was': [
    `update verification_steps set entry = 'another' where ${OWN} and action = 'differ'`,
    { table: 'verification-steps.csv', in: ['words'] },
  ],
  'why an appointment was ended': [
    `update appointments set end_reason = 'We did not like them.' where vacancy_reference = '${REFERENCE}'`,
    { table: 'appointments.csv', in: ['words'] },
  ],
  'the first day, for one that had been planned before': [
    `update appointments set starts_on = '2027-04-01' where vacancy_reference = '${REFERENCE}'`,
    { table: 'appointments.csv', in: ['day'] },
  ],
  'for which post an appointment is': [
    `update appointments set vacancy_reference = '${OTHER}' where vacancy_reference = '${REFERENCE}'`,
    { table: 'appointments.csv', in: ['vacancy'] },
  ],
  'what was sent, with its hash': [
    `update appointment_offers set content = replace(content, '"NL"', '"BE"'),
      content_sha256 = sha256(convert_to(replace(content, '"NL"', '"BE"'), 'UTF8')) where ${OWN}`,
    offers('sha256'),
  ],
  'until when an offer can be answered': [
    `update appointment_offers set answer_by = '2026-11-23' where ${OWN}`,
    offers('sha256'),
  ],
  'the document that was sent, with its hash': [
    `update offer_documents set content = 'x', sha256 = sha256('x') where ${OFFER} and language = 'fr'`,
    offers('documents'),
  ],
  'what was chosen for an offer': [
    `update appointment_offers set choice = jsonb_set(choice, '{country}', '"BE"') where ${OWN}`,
    offers('words'),
  ],
  'how an offer ended': [
    `update appointment_offers set state = 'lapsed', answered_at = null where ${OWN}`,
    offers('action', 'to'),
  ],
  'that an offer was answered': [
    `update appointment_offers set state = 'sent', answered_at = null where ${OWN}`,
    offers('action', 'to'),
  ],
  'when an offer was opened': [
    `update appointment_offers set seen_at = seen_at + interval '1 day' where ${OWN}`,
    offers('time'),
  ],
  'why an offer was returned': [
    `update offer_steps set reason = 'So.' where ${OFFER} and action = 'return'`,
    { table: 'offer-steps.csv', in: ['words'] },
  ],
  'why an offer was declined': [
    `update offer_steps set reason = 'Too little.' where ${OFFER} and action = 'decline'`,
    { table: 'offer-steps.csv', in: ['words'] },
  ],
  'which step of the path was approved': [
    `update offer_steps set approval_step = 'another' where ${OFFER} and approval_step = 'recruitment'`,
    { table: 'offer-steps.csv', in: ['step'] },
  ],
};

/** Words of people, and what is medical: in nothing that is told of a fault. */
const PERSONAL = /medical|médical|paper|post\.|awarded|far from|country|Authority of|2027-07-13|Ada|Marin/i;

describe.each(Object.entries(ALTERED))('%s, altered in the database', (_, [statement, found]) => {
  test('is named in both languages, in the database and in a record that is made afterwards, without a word of it', async () => {
    const { english, french, problems } = await changed(statement, async () => ({
      english: (await audited('en')).problems,
      french: (await audited('fr')).problems,
      problems: (await verified(await exported())).problems,
    }));

    const told = problems.filter((one) => one.kind === 'row-differs');
    expect(told).toEqual([expect.objectContaining(found)]);
    const sentences = (language: Language) =>
      problems.map((one) => `${REFERENCE}: ${tellRecordProblem(one, language)}`).toSorted();
    // A medical row stands among those of the database, and moves the others down.
    const withoutRow = (some: readonly string[]) => some.map((one) => one.replace(/(row|ligne) \d+/, '$1')).toSorted();
    expect(withoutRow(english)).toEqual(withoutRow(sentences('en')));
    expect(withoutRow(french)).toEqual(withoutRow(sentences('fr')));
    for (const one of [...english, ...french]) expect(one).not.toMatch(PERSONAL);
  });
});

const MEDICAL = `${OWN} and condition = 'medical-file'`;

describe('a step on a medical condition', () => {
  test.each([
    ['altered', `update condition_steps set valid_until = '2030-01-01' where ${MEDICAL} and action = 'meet'`],
    ['removed', `delete from condition_steps where ${MEDICAL} and number = 3`],
    [
      'put in',
      `insert into condition_steps select appointment_id, condition, 9, action, state, on_day, valid_until, level,
        authority, reason, taken_at, taken_by, taken_by_name, nonce from condition_steps where ${MEDICAL} and number = 1`,
    ],
  ])('%s, is named in the database in both languages, and a record says nothing of it', async (_, statement) => {
    const { told, problems } = await changed(statement, async () => ({
      told: [...(await audited('en')).problems, ...(await audited('fr')).problems],
      problems: (await verified(await exported())).problems,
    }));

    expect(told).toHaveLength(2);
    for (const one of told) {
      expect(one).toContain('condition-steps.csv');
      expect(one).not.toMatch(PERSONAL);
    }
    expect(problems).toEqual([]);
  });

  test('is in no file of a record, nor is its event, and who took it; and the record says so', async () => {
    const all = Object.entries(files)
      .filter(([name]) => name !== 'README.txt')
      .map(([, content]) => content.toString())
      .join('\n');

    expect(all).not.toMatch(/medical-file|2027-07-13/);
    expect(all).not.toContain(ended.medical.accountId ?? '');
    const told = textIn(EVENTS).trimEnd().split('\n').map(eventIn);
    expect(told.filter(({ action }) => action === 'condition-stepped')).toHaveLength(5);
    expect(textIn('README.txt')).toContain('neither a row nor an event of a step on a medical condition');
    expect(textIn('README.txt')).toContain('ni ligne ni événement d’une démarche sur une condition médicale');
  });

  test('stays out though somebody makes it another condition in the database', async () => {
    const statement = `update condition_steps set condition = 'residence-permit' where ${MEDICAL}`;
    const made = await changed(statement, () => exported());

    expect(textIn('condition-steps.csv', made)).toBe(textIn('condition-steps.csv'));
  });
});

const REMOVED: Record<string, [statement: string, AppointmentFile, action: string]> = {
  'a step on a condition': [
    `delete from condition_steps where ${OWN} and condition = 'accreditation'`,
    'condition-steps.csv',
    'condition-stepped',
  ],
  'what was asked of a school': [
    `delete from verification_steps where ${OWN} and number = 2`,
    'verification-steps.csv',
    'verification-stepped',
  ],
  'the approval of an offer': [
    `delete from offer_steps where ${OFFER} and approval_step = 'contract-office'`,
    'offer-steps.csv',
    'offer-approved',
  ],
  'what was chosen last': [
    `delete from offer_steps where ${OFFER} and action = 'change'`,
    'offer-steps.csv',
    'offer-changed',
  ],
  'an offer with its steps': [
    `delete from offer_steps where ${OFFER}; delete from appointment_offers where ${OWN}`,
    'offer-steps.csv',
    'offer-sent',
  ],
  'that an offer was opened': [`update appointment_offers set seen_at = null where ${OWN}`, 'offers.csv', 'offer-seen'],
  'that an appointment was ended': [
    `update appointments set ended_at = null, ended_by = null, end_reason = '', end_nonce = null
      where vacancy_reference = '${REFERENCE}'`,
    'appointments.csv',
    'appointment-ended',
  ],
  'the first day that is planned': [
    `update appointments set starts_on = null where vacancy_reference = '${REFERENCE}'`,
    'appointments.csv',
    'first-day-planned',
  ],
  'an appointment with all that belongs to it': [
    `delete from condition_steps where ${OWN}; delete from verification_steps where ${OWN};
      delete from offer_steps where ${OFFER}; delete from appointment_offers where ${OWN};
      delete from appointments where vacancy_reference = '${REFERENCE}'`,
    'appointments.csv',
    'appointment-begun',
  ],
};

test.each(Object.entries(REMOVED))('%s, removed from the database, is named by its event', async (_, removed) => {
  const [statement, table, action] = removed;
  const { english, french, problems } = await changed(statement, async () => ({
    english: (await audited('en')).problems.join('\n'),
    french: (await audited('fr')).problems.join('\n'),
    problems: (await verified(await exported())).problems,
  }));

  expect(english).toContain(`“${action}”`);
  expect(french).toContain(`«\u00A0${action}\u00A0»`);
  expect(`${english}${french}`).not.toMatch(PERSONAL);
  expect(problems).toContainEqual(expect.objectContaining({ kind: 'event-without-row', table, action }));
});

const STEP_COLUMNS = 'valid_until, level, authority, reason, taken_at, taken_by, taken_by_name, nonce';
const ADDED: Record<string, [statement: string, AppointmentFile]> = {
  'a step on a condition': [
    `insert into condition_steps select appointment_id, condition, 9, 'meet', 'met', on_day, ${STEP_COLUMNS}
      from condition_steps where ${OWN} and condition = 'accreditation'`,
    'condition-steps.csv',
  ],
  'an answer of a school': [
    `insert into verification_steps select appointment_id, part, entry, 9, 'confirm', on_day, '', taken_at, taken_by,
      taken_by_name, nonce from verification_steps where ${OWN} and number = 2`,
    'verification-steps.csv',
  ],
  'an approval of an offer': [
    `insert into offer_steps select offer_id, 99, action, approval_step, choice, reason, authority, on_day, taken_at,
      taken_by, taken_by_name, nonce from offer_steps where ${OFFER} and approval_step = 'recruitment'`,
    'offer-steps.csv',
  ],
  'an offer': [
    `insert into appointment_offers (appointment_id, number, choice)
      select appointment_id, 2, choice from appointment_offers where ${OWN}`,
    'offers.csv',
  ],
  'an appointment': [
    `insert into appointments (application_id, vacancy_reference, begun_at, begun_by, begun_by_name)
      select a.id, '${REFERENCE}', begun_at, begun_by, begun_by_name from appointments p, applications a
      where p.vacancy_reference = '${REFERENCE}' and a.vacancy_reference = '${REFERENCE}' and a.id <> p.application_id limit 1`,
    'appointments.csv',
  ],
};

test.each(Object.entries(ADDED))('%s, put into the database, is named', async (_, [statement, table]) => {
  const { english, french, problems } = await changed(statement, async () => ({
    english: (await audited('en')).problems.join('\n'),
    french: (await audited('fr')).problems.join('\n'),
    problems: (await verified(await exported())).problems,
  }));

  expect(english).toContain(`${REFERENCE}: ${table}, row `);
  expect(french).toContain(`${REFERENCE}: ${table}, ligne `);
  expect(problems).toContainEqual(expect.objectContaining({ kind: 'row-without-event', table }));
});

test('whatever cell of whatever row is put otherwise in a record that is written anew, its table and row are named', async () => {
  /** Of these no event tells: names as they were then, and the day that stands in what was sent. */
  const NOT_TOLD = ['begunByName', 'appointedByName', 'takenByName', 'answerBy'];
  const key = await keyOf(app.context);
  const tables = new Map<AppointmentFile, Record<string, string>[]>();
  for (const name of APPOINTMENT_FILES) {
    const rows: Record<string, string>[] = [];
    for await (const { cells } of readCsv(await archiveOf(files).read(name))) rows.push({ ...cells });
    tables.set(name, rows);
  }
  const places = [...tables].flatMap(([name, rows]) =>
    rows.flatMap((cells, at) =>
      Object.keys(cells)
        .filter((column) => !NOT_TOLD.includes(column))
        .map((column) => ({ name, at, column })),
    ),
  );
  const written = (rows: Record<string, string>[]) =>
    [Object.keys(rows[0] ?? {}), ...rows.map((cells) => Object.values(cells))].map((cells) => csvLine(cells)).join('');

  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...places), fc.string({ minLength: 1 }), async ({ name, at, column }, more) => {
      const rows = (tables.get(name) ?? []).map((cells) => ({ ...cells }));
      const cells = rows[at] ?? {};
      cells[column] = /^\d+$/.test(cells[column] ?? '') ? `${cells[column]}1` : `${cells[column]}${more}x`;
      const anew = writtenAnew({ ...files, [name]: Buffer.from(written(rows)) }, key, () => true);

      const { problems } = await verified(anew);

      const named = problems.some((one: RecordProblem) => 'table' in one && one.table === name && 'row' in one);
      expect([column, named]).toEqual([column, true]);
    }),
    { numRuns: 100 },
  );
});

test('the events of a competition with appointments are the same, found by their names or by their ids', async () => {
  const idsIn = async (events: ReturnType<typeof OWN_EVENTS>) => {
    const { rows } = await sql<{ id: string }>`select id from ${events} e order by id`.execute(app.db);
    return rows.map(({ id }) => id);
  };
  const told = await idsIn(ALL_OWN_EVENTS(REFERENCE));

  expect(told).toEqual(await idsIn(OWN_EVENTS(REFERENCE)));
  // Those of the steps on the medical condition are compared, and told to nobody.
  expect(await idsIn(ALL_OWN_EVENTS(REFERENCE, 'to-check'))).toHaveLength(told.length + 4);
});

test('what nobody touched is not reported, in the database and in both records', async () => {
  const { problems, held } = await audited();

  expect(problems).toEqual([]);
  expect(held).toBeGreaterThan(60);
  for (const reference of [REFERENCE, OTHER]) {
    const made = await exported(reference);
    const { problems: found, words } = await verified(made);
    expect(found).toEqual([]);
    expect(words.held).toBeGreaterThan(20);
    for (const name of APPOINTMENT_FILES) expect(textIn(name, made).split('\r\n').length).toBeGreaterThan(2);
  }
});

test('what goes with an account, and with the time of an application, is not called altered or removed', async () => {
  const { personalData } = app.context;
  const accountId = ended.candidate.accountId ?? '';
  await app.db.transaction().execute((one) => eraseAccount(one, { accountId, personalData }, app.now));

  expect((await audited()).problems).toEqual([]);
  expect((await verified(await exported())).problems).toEqual([]);

  for (const reference of [REFERENCE, OTHER]) await ended.manager.post(`/en/staff/vacancies/${reference}/filling`);
  await endRetention(app.context, new Date('2036-11-28T09:00:00Z'));

  // What goes on is kept, whatever became of its vacancy.
  const left = await app.db.selectFrom('appointments').select('endedAt').execute();
  expect(left.filter(({ endedAt }) => endedAt !== null)).toEqual([]);
  for (const language of LANGUAGES) expect((await audited(language)).problems).toEqual([]);
});
