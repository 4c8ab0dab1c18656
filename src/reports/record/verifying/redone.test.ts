import { afterAll, beforeAll, expect, test } from 'vitest';
import { TEST_PASSWORD } from '../../../people/people-testing.ts';
import { hidden, later, signReport } from '../../../selection/panel-testing.ts';
import { planOf } from '../../../selection/plan/plan-queries.ts';
import { haveRedone } from '../../../selection/redo/redo-testing.ts';
import { testApp, type Client, type Form, type TestApp } from '../../../testing.ts';
import { decidedCompetition, type SmallCompetition } from '../testing/competition-testing.ts';
import { letterFile, reportPdfFile, signedFile } from '../record.ts';
import { archiveOf, filesOf, keyOf, writtenAnew, type Files } from '../testing/files-testing.ts';
import type { RecordProblem } from './problem.ts';
import { verifyRecord } from './audit.ts';

const REFERENCE = '260483';
const BASE = `/en/staff/vacancies/${REFERENCE}`;
const THEIRS = 2;

let app: TestApp;
let key: Awaited<ReturnType<typeof keyOf>>;
let competition: SmallCompetition;
let underWay: Files;
let files: Files;

const exported = async (): Promise<Files> => filesOf((await competition.manager.post(`${BASE}/record`)).body);
const problemsOf = async (some: Files): Promise<RecordProblem[]> => {
  const audit = await verifyRecord(archiveOf(some), { keys: [key] });
  if (!audit.ok) throw new Error('no record');
  return audit.value.problems;
};
const number = () => competition.numbers[THEIRS] ?? '';

beforeAll(async () => {
  app = await testApp();
  competition = await decidedCompetition(app, REFERENCE);
  key = await keyOf(app.context);
  const { manager, applicants } = competition;
  const candidate = applicants[THEIRS];
  if (!candidate) throw new Error('Nobody applied');
  const reviewer = await app.signedInAs('staff-member');
  await later(app, '2026-11-24T09:00:00Z');
  const redo = { from: 'panel-interview', reach: 'onward' } as const;
  const reviewId = await haveRedone(app, {
    reference: REFERENCE,
    number: number(),
    candidate,
    manager,
    reviewer,
    ...redo,
  });
  underWay = await exported();
  await later(app, '2026-11-25T09:00:00Z');
  await scoreAnew();
  await decideAnew(`${BASE}/report/cases/${reviewId}`);
  files = await exported();
});
afterAll(() => app.close());

async function scoreAnew(): Promise<void> {
  const { chair, member } = competition;
  const [stage] = await planOf(app.db, REFERENCE);
  const sheet = `${BASE}/stages/${stage?.id}/scores/${number()}`;
  const item = /name="points-(c\w+)"/.exec((await chair.get(sheet)).text)?.[1] ?? '';
  for (const person of [chair, member] satisfies Client[])
    await person.post(sheet, { [`points-${item}`]: '4', [`note-${item}`]: 'Heard anew.', do: 'sign' });
  await chair.post(`${sheet}/agreement`, { [`agreed-points-${item}`]: '4', [`agreed-note-${item}`]: '' });
}

async function decideAnew(report: string): Promise<void> {
  const { chair, member, authority, manager } = competition;
  await chair.post(report);
  const proposed: Form = { [`outcome-${number()}`]: 'reserve-listed', version: '1', do: 'freeze' };
  await chair.post(`${report}/draft`, { ...proposed, 'text-en': 'Stronger when heard again.' });
  for (const person of [chair, member]) await signReport(person, report);
  await chair.post(`${report}/submission`);
  const version = hidden((await authority.get(report)).text, 'version');
  await authority.post(`${report}/decision`, { action: 'accept', currentPassword: TEST_PASSWORD, version });
  const released = await manager.post(`${report}/release`);
  if (released.location !== `${report}?done=released`) throw new Error(`Not released: ${released.status}`);
}

test('a record in which a review made results void agrees with its events, while it is under way and once it was decided anew', async () => {
  expect(await problemsOf(underWay)).toEqual([]);
  expect(await problemsOf(files)).toEqual([]);
});

test('the report on the candidate of a case is in the record like that on all: signed text, PDFs and letter', () => {
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining([
      signedFile(1),
      signedFile(2),
      reportPdfFile(2, 'en'),
      reportPdfFile(2, 'fr'),
      letterFile(2, number()),
    ]),
  );
  expect(files[signedFile(2)]?.toString()).toContain('Stronger when heard again.');
});

test('a void score that was altered, and one that was taken out, are found though all is written anew', async () => {
  const text = files['voided-results.csv']?.toString() ?? '';
  const isSheet = (line: string) => line.includes(',scores,');
  const sheet = text.split('\r\n').find(isSheet) ?? '';
  const holding = (changed: string): Files => ({ ...files, 'voided-results.csv': Buffer.from(changed) });
  const altered = holding(text.replace(sheet, sheet.replace('""points"": 1', '""points"": 5')));
  const without = holding(text.replace(`${sheet}\r\n`, ''));
  const moved = holding(text.replaceAll('2026-11-24T09:00:00.000Z', '2026-11-23T09:00:00.000Z'));
  const anew = (some: Files) => problemsOf(writtenAnew(some, key, () => true));

  expect(await anew(altered)).toEqual([
    expect.objectContaining({ kind: 'row-differs', table: 'voided-results.csv', in: ['sha256'] }),
  ]);
  expect(await anew(without)).toEqual([
    expect.objectContaining({ kind: 'event-without-row', table: 'scores.csv', action: 'scores-signed', of: number() }),
  ]);
  expect((await anew(moved)).length).toBeGreaterThan(0);
});
