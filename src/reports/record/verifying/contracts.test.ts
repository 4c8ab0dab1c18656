import * as fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CONTRACT_EVENTS } from '../../../appointment/calendar/contract-events.ts';
import { deleteApplication } from '../../../applications/retention-queries.ts';
import { eraseAccount } from '../../../people/erasure-queries.ts';
import { csvLine } from '../../../platform/csv.ts';
import { LANGUAGES, type Language } from '../../../platform/language.ts';
import { endRetention } from '../../../portal/my-data/retention-tasks.ts';
import { testApp, type TestApp } from '../../../testing.ts';
import { tellRecordProblem } from '../command-texts.ts';
import { readCsv } from '../format/read-csv.ts';
import { CONTRACT_FILES, type ContractFile } from '../record.ts';
import { changedIn } from '../testing/changed-testing.ts';
import {
  contractCompetition,
  insertContract,
  OTHER_CONTRACTS,
  type ContractCompetition,
} from '../testing/contract-testing.ts';
import { archiveOf, filesOf, keyOf, writtenAnew, type Files } from '../testing/files-testing.ts';
import { verifyRecord } from './audit.ts';
import { auditRows } from './database-queries.ts';
import type { RecordProblem } from './problem.ts';

const REFERENCE = '260497';

let app: TestApp;
let competition: ContractCompetition;
let files: Files;

beforeAll(async () => {
  app = await testApp();
  competition = await contractCompetition(app, REFERENCE);
  files = await exported();
});
afterAll(() => app.close());

const exported = async (reference = REFERENCE): Promise<Files> =>
  filesOf((await competition.manager.post(`/en/staff/vacancies/${reference}/record`)).body);
const audited = (language: Language = 'en') => auditRows(app.db, language);
async function verified(some: Files) {
  const audit = await verifyRecord(archiveOf(some), { keys: [await keyOf(app.context)] });
  if (!audit.ok) throw new Error('no record');
  return audit.value;
}
const TABLES = ['contract_steps', 'hand_overs'];
/** What is said of it while it stands otherwise: of the database in both languages, and of a record that is made then. */
const seen = (statement: string) =>
  changedIn(app.db, TABLES, {
    statement,
    look: async () => ({
      english: (await audited('en')).problems,
      french: (await audited('fr')).problems,
      problems: (await verified(await exported())).problems,
    }),
  });

const STEPS = 'contract-steps.csv';
const MESSAGES = 'hand-overs.csv';
type Found = { table: ContractFile; in: string[] };
const steps = (...differing: string[]): Found => ({ table: STEPS, in: differing });
const messages = (...differing: string[]): Found => ({ table: MESSAGES, in: differing });

/** What whoever may do everything in the database does, and in what the row then differs from its event. */
const ALTERED: Record<string, [statement: string, Found]> = {
  'why a request was refused': [
    `update contract_steps set reason = 'So.' where action = 'refuse-request'`,
    steps('words'),
  ],
  'for how long a contract is renewed': [
    `update contract_steps set months = 24 where action = 'agree-renewal'`,
    steps('months', 'words'),
  ],
  'until when a contract is renewed': [
    `update contract_steps set terms = jsonb_set(terms::jsonb, '{contract,renewal,ends}', '"2031-02-28"')::text
      where action = 'agree-renewal'`,
    steps('ends', 'words'),
  ],
  'the terms of a renewal': [
    `update contract_steps set terms = jsonb_set(terms::jsonb, '{probationEnds}', '"2028-02-28"')::text
      where action = 'agree-renewal'`,
    steps('words'),
  ],
  'the authority that agreed, where none was asked': [
    `update contract_steps set authority = 'Belgium', agreed_on = '2026-11-01' where action = 'agree-renewal'`,
    steps('words'),
  ],
  'when a request reached us': [
    `update contract_steps set on_day = '2029-04-01' where action = 'request'`,
    steps('day', 'words'),
  ],
  'on which ground a contract ends': [
    `update contract_steps set ground = 'other' where action = 'end'`,
    steps('words'),
  ],
  'the last day of a contract': [
    `update contract_steps set on_day = '2030-12-31' where action = 'end'`,
    steps('day', 'words'),
  ],
  'who decided on a contract': [
    `update contract_steps set taken_by = (select id from accounts where email like 'applicant-%' limit 1)
      where action = 'confirm-probation'`,
    steps('person'),
  ],
  'when it was decided': [
    `update contract_steps set taken_at = taken_at - interval '1 day' where action = 'confirm-probation'`,
    steps('time'),
  ],
  'why a message was stopped': [
    `update hand_overs set stop_reason = 'It failed.' where state = 'stopped'`,
    messages('words'),
  ],
  'when a message was stopped': [
    `update hand_overs set settled_at = settled_at + interval '1 hour' where state = 'stopped'`,
    messages('time'),
  ],
  'that a message was stopped': [
    `update hand_overs set state = 'delivered', stop_reason = '', stop_nonce = null where state = 'stopped'`,
    messages('action'),
  ],
  'that a message was delivered': [
    `update hand_overs set state = 'waiting', settled_at = null, next_try_at = queued_at
      where state = 'delivered' and event = 'appointment.made'`,
    messages('action'),
  ],
  'that a message was given up': [
    `update hand_overs set state = 'waiting', next_try_at = queued_at where state = 'given-up'`,
    messages('action'),
  ],
};

/** Words of people. */
const PERSONAL = /programme|elsewhere|by hand|Not yet|somebody else|resignation|Marin/i;

describe.each(Object.entries(ALTERED))('%s, altered in the database', (_, [statement, found]) => {
  test('is named in both languages, in the database and in a record that is made afterwards, without a word of it', async () => {
    const { english, french, problems } = await seen(statement);

    const told = problems.filter((one) => one.kind === 'row-differs');
    expect(told).toEqual([expect.objectContaining(found)]);
    const sentences = (language: Language) =>
      problems.map((one) => `${REFERENCE}: ${tellRecordProblem(one, language)}`).toSorted();
    expect(english.toSorted()).toEqual(sentences('en'));
    expect(french.toSorted()).toEqual(sentences('fr'));
    for (const one of [...english, ...french]) expect(one).not.toMatch(PERSONAL);
  });
});

const REMOVED: Record<string, [statement: string, ContractFile, action: string]> = {
  'the last step': [`delete from contract_steps where action = 'end'`, STEPS, 'contract-ended'],
  'a step before others': [`delete from contract_steps where action = 'agree-renewal'`, STEPS, 'renewal-agreed'],
  'what was decided on a request': [
    `update contract_steps set action = 'grant-request', on_day = '2030-07-01' where action = 'refuse-request'`,
    STEPS,
    'conversion-refused',
  ],
  'that a step was taken back': [
    `delete from contract_steps where action = 'take-back'`,
    STEPS,
    'contract-step-taken-back',
  ],
  'that a message was stopped': [
    `update hand_overs set state = 'waiting', settled_at = null, stop_reason = '', stop_nonce = null,
      next_try_at = queued_at where state = 'stopped'`,
    MESSAGES,
    'hand-over-stopped',
  ],
  'a message that was stopped': [`delete from hand_overs where state = 'stopped'`, MESSAGES, 'hand-over-stopped'],
  'a message that was delivered': [`delete from hand_overs where state = 'delivered'`, MESSAGES, 'hand-over-queued'],
};

test.each(Object.entries(REMOVED))('%s, removed from the database, is named by its event', async (_, removed) => {
  const [statement, table, action] = removed;
  const { english, french, problems } = await seen(statement);

  expect(english.join('\n')).toContain(`“${action}”`);
  expect(french.join('\n')).toContain(`«\u00A0${action}\u00A0»`);
  expect([...english, ...french].join('\n')).not.toMatch(PERSONAL);
  expect(problems).toContainEqual(expect.objectContaining({ kind: 'event-without-row', table, action }));
});

const STEP_COLUMNS = 'authority, agreed_on, ground, reason, terms, taken_at, taken_by, taken_by_name, nonce';
const ADDED: Record<string, [statement: string, ContractFile]> = {
  'a step on a contract': [
    `insert into contract_steps (appointment_id, number, action, months, on_day, ${STEP_COLUMNS})
      select appointment_id, 99, action, months, on_day, ${STEP_COLUMNS} from contract_steps where action = 'request'`,
    STEPS,
  ],
  'a message that was stopped': [
    `insert into hand_overs (id, appointment_id, neighbour, event, state, payload, queued_at, settled_at, stop_reason, stop_nonce)
      select gen_random_uuid(), appointment_id, neighbour, event, state, payload, queued_at, settled_at, stop_reason,
        stop_nonce from hand_overs where state = 'stopped'`,
    MESSAGES,
  ],
};

test.each(Object.entries(ADDED))('%s, put into the database, is named', async (_, [statement, table]) => {
  const { english, french, problems } = await seen(statement);

  expect(english.join('\n')).toContain(`${REFERENCE}: ${table}, row `);
  expect(french.join('\n')).toContain(`${REFERENCE}: ${table}, ligne `);
  expect(problems).toContainEqual(expect.objectContaining({ kind: 'row-without-event', table }));
});

test('a message that was sent again, made one that is stopped still, is named', async () => {
  const { rows } = await sql<{ id: string }>`select id from hand_overs where state = 'delivered'`.execute(app.db);
  const { english, problems } = await seen(
    `update hand_overs set state = 'stopped', settled_at = queued_at, stop_reason = 'Not yet.',
      stop_nonce = gen_random_uuid() where id = '${rows[0]?.id}'`,
  );

  expect(english.length).toBeGreaterThan(0);
  expect(problems).toContainEqual(expect.objectContaining({ kind: 'row-differs', table: MESSAGES }));
});

test('whatever cell of whatever row is put otherwise in a record that is written anew, its table and row are named', async () => {
  const key = await keyOf(app.context);
  const tables = new Map<ContractFile, Record<string, string>[]>();
  for (const name of CONTRACT_FILES) {
    const rows: Record<string, string>[] = [];
    for await (const { cells } of readCsv(await archiveOf(files).read(name))) rows.push({ ...cells });
    tables.set(name, rows);
  }
  // Of the name that somebody had then no event tells.
  const places = [...tables].flatMap(([name, rows]) =>
    rows.flatMap((cells, at) =>
      Object.keys(cells)
        .filter((column) => column !== 'takenByName')
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
      expect([name, column, named]).toEqual([name, column, true]);
    }),
    { numRuns: 100 },
  );
});

test('what nobody touched is not reported, and nothing of what was handed over is in the record', async () => {
  const { problems, held } = await audited();
  const { problems: found, words } = await verified(files);

  expect(problems).toEqual([]);
  expect(held).toBeGreaterThan(30);
  expect(found).toEqual([]);
  expect(words.held).toBeGreaterThan(30);
  expect(files[STEPS]?.toString()).toContain('agree-renewal');
  expect(files[MESSAGES]?.toString()).toContain('Entered by hand.');
  const all = Object.values(files).join('\n');
  expect(all).not.toContain('payroll.example');
  expect(all).not.toMatch(/payload/i);
});

test('every kind of step agrees with its event, in the database and in a record', async () => {
  const isOfContract = (one: RecordProblem) => 'table' in one && (one.table === STEPS || one.table === MESSAGES);
  const { manager } = competition;
  for (const [index, contract] of OTHER_CONTRACTS.entries()) {
    const reference = String(260_700 + index);
    await insertContract(app, { reference, manager, ...contract });
    expect((await verified(await exported(reference))).problems.filter(isOfContract)).toEqual([]);
  }

  const { rows } = await sql<{ action: string }>`select distinct action from contract_steps`.execute(app.db);
  expect(rows.map(({ action }) => action).toSorted()).toEqual(Object.keys(CONTRACT_EVENTS).toSorted());
  const { problems } = await audited();
  expect(problems.filter((one) => one.includes(STEPS) || one.includes(MESSAGES))).toEqual([]);
});

test('what goes with an account, and with the time of an application, is not called altered or removed', async () => {
  const { personalData } = app.context;
  const accountId = competition.candidate.accountId ?? '';
  await app.db.transaction().execute((one) => eraseAccount(one, { accountId, personalData }, app.now));
  const ofContract = async (language: Language) =>
    (await audited(language)).problems.filter((one) => one.includes(STEPS) || one.includes(MESSAGES));

  expect(await ofContract('en')).toEqual([]);
  expect((await verified(await exported())).problems).toEqual([]);

  await competition.manager.post(`/en/staff/vacancies/${REFERENCE}/filling`);
  await endRetention(app.context, new Date('2046-11-28T09:00:00Z'));
  for (const language of LANGUAGES) expect(await ofContract(language)).toEqual([]);
  await app.db.transaction().execute((one) => deleteApplication(one, competition.number));
  expect(
    await app.db
      .selectFrom('contractSteps')
      .selectAll()
      .where('appointmentId', '=', competition.appointmentId)
      .execute(),
  ).toEqual([]);
  for (const language of LANGUAGES) expect(await ofContract(language)).toEqual([]);
});
