import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enterReceipts } from '../../../applications/receipt-log/receipt-log-tasks.ts';
import { insertClosedVacancy } from '../../../applications/stages/selection-testing.ts';
import { insertApplicant } from '../../../screening/screening-testing.ts';
import { later, takeStep } from '../../../selection/panel-testing.ts';
import { testApp, type Client, type TestApp } from '../../../testing.ts';
import { auditRows } from './database-queries.ts';
import { returnedCompetition } from '../testing/competition-testing.ts';
import { signedFile, type TableFile } from '../record.ts';
import { screenedAgain, screenedCompetition } from '../testing/screened-testing.ts';
import { archiveOf, filesOf, keyOf, writtenAnew, type Files } from '../testing/files-testing.ts';
import type { RecordProblem } from './problem.ts';
import { verifyRecord } from './audit.ts';

const [CANCELLED, WITHOUT_PANEL, RETURNED, SCREENED_AGAIN] = ['260495', '260496', '260497', '260498'];

let app: TestApp;
let manager: Client;
const records = new Map<string, Files>();

beforeAll(async () => {
  app = await testApp();
  manager = await app.signedInAs('recruitment-manager');
  await cancelled();
  await withoutPanel();
  await returnedCompetition(app, RETURNED);
  const competition = await screenedCompetition(app, SCREENED_AGAIN);
  await later(app, '2026-11-24T09:00:00Z');
  await screenedAgain(app, competition);
  for (const reference of [CANCELLED, WITHOUT_PANEL, RETURNED, SCREENED_AGAIN])
    records.set(reference, filesOf((await manager.post(`/en/staff/vacancies/${reference}/record`)).body));
});
afterAll(() => app.close());

async function received(reference: string): Promise<string[]> {
  await insertClosedVacancy(app.db, reference);
  const numbers: string[] = [];
  for (const familyName of ['Marin', 'Solberg']) {
    const letter = { text: `The letter of ${familyName}.`, fileName: 'letter.pdf' };
    numbers.push((await insertApplicant(app.context, reference, { familyName, letter })).number);
  }
  await enterReceipts(app.context);
  return numbers;
}

/** Two applied, one was taken into review, and the vacancy is cancelled. */
async function cancelled(): Promise<void> {
  const [first = ''] = await received(CANCELLED);
  await takeStep(manager, CANCELLED, { position: 'received', numbers: [first], action: 'review' });
  const { status } = await manager.post(`/en/staff/vacancies/${CANCELLED}/cancellation`, {
    reason: 'The post was moved.',
    confirm: 'yes',
  });
  if (status !== 303) throw new Error(`Not cancelled: ${status}`);
}

/** Staff take the steps themselves: nobody was named, nothing is planned or scored. */
async function withoutPanel(): Promise<void> {
  const [first = '', second = ''] = await received(WITHOUT_PANEL);
  const numbers = [first, second];
  await takeStep(manager, WITHOUT_PANEL, { position: 'received', numbers, action: 'review' });
  await takeStep(manager, WITHOUT_PANEL, {
    position: 'under-review',
    numbers,
    action: 'invite',
    stage: 'panel-interview',
  });
  await takeStep(manager, WITHOUT_PANEL, { position: 'invited', numbers: [first], action: 'reserve' });
  const turnDown = { numbers: [second], action: 'not-retain', reason: 'comparison' };
  await takeStep(manager, WITHOUT_PANEL, { position: 'invited', ...turnDown });
}

const filesIn = (reference: string): Files => records.get(reference) ?? {};
const textIn = (reference: string, name: string): string => filesIn(reference)[name]?.toString() ?? '';
async function problemsOf(files: Files): Promise<RecordProblem[]> {
  const audit = await verifyRecord(archiveOf(files), { keys: [await keyOf(app.context)] });
  if (!audit.ok) throw new Error('no record');
  return audit.value.problems;
}
/** With the first match in a file put otherwise, and all that proves it made anew. */
async function tampered(reference: string, name: string, [from, to]: [string | RegExp, string]) {
  const text = textIn(reference, name);
  if (text.replace(from, to) === text) throw new Error(`${name} stays as it is`);
  const changed = { ...filesIn(reference), [name]: Buffer.from(text.replace(from, to)) };
  return problemsOf(writtenAnew(changed, await keyOf(app.context), () => true));
}

test.each([
  ['of a vacancy that was cancelled', CANCELLED],
  ['of a competition without a panel', WITHOUT_PANEL],
  ['in which a report was returned', RETURNED],
  ['in which a screening was done again', SCREENED_AGAIN],
])('the record %s verifies', async (_, reference) => {
  expect(await problemsOf(filesIn(reference))).toEqual([]);
});

test('the rows of all of them agree with their events in the database', async () => {
  expect((await auditRows(app.db, 'en')).problems).toEqual([]);
});

test('they hold what they are about', () => {
  expect(textIn(CANCELLED, 'vacancy.csv')).toContain(',cancelled,');
  expect(textIn(WITHOUT_PANEL, 'members.csv').split('\r\n')).toHaveLength(2);
  expect(textIn(WITHOUT_PANEL, 'stages.csv').match(/reserve-listed|not-retained/g)).toHaveLength(2);
  expect(textIn(RETURNED, 'reports.csv')).toMatch(/returned[^]*accepted/);
  expect(textIn(RETURNED, signedFile(1))).toContain('A strong field.');
  expect(textIn(SCREENED_AGAIN, 'voided-results.csv')).toContain('No degree is shown.');
});

type Tampering = [string, string, TableFile, [string | RegExp, string], object];
describe('found though the organisation writes all of it anew', () => {
  const differs = (table: TableFile, ...parts: string[]) => ({ kind: 'row-differs', table, in: parts });

  test.each<Tampering>([
    ['that a vacancy was cancelled', CANCELLED, 'vacancy.csv', [',cancelled,', ',filled,'], { table: 'vacancy.csv' }],
    ['who applied before it was', CANCELLED, 'applications.csv', [/A-\d+-\d+,[^]*?\r\n/, ''], { action: 'submit' }],
    [
      'why staff turned somebody down',
      WITHOUT_PANEL,
      'stages.csv',
      [',comparison,', ',not-eligible,'],
      differs('stages.csv', 'reason'),
    ],
    [
      'why a report was returned',
      RETURNED,
      'reports.csv',
      ['contradicts the first', 'is too kind'],
      differs('reports.csv', 'words'),
    ],
    [
      'that a report was returned',
      RETURNED,
      'reports.csv',
      [',returned,', ',submitted,'],
      { action: 'report-returned' },
    ],
    [
      'what was found before a screening was done again',
      SCREENED_AGAIN,
      'voided-results.csv',
      ['No degree is shown.', 'No good degree.'],
      differs('voided-results.csv', 'words'),
    ],
    [
      'what was found when it was done again',
      SCREENED_AGAIN,
      'screening-results.csv',
      [/""finding"": ""met""/, '""finding"": ""not-met""'],
      differs('screening-results.csv', 'words'),
    ],
  ])('%s', async (...[, reference, file, change, finds]) => {
    expect(await tampered(reference, file, change)).toContainEqual(expect.objectContaining(finds));
  });
});

test('a vacancy that is said to be cancelled in the database, and was not, is named', async () => {
  await sql`update vacancies set status = 'filled' where reference = ${CANCELLED}`.execute(app.db);

  expect((await auditRows(app.db, 'en')).problems.join()).toContain(`${CANCELLED}: vacancy.csv, row 2`);
});
