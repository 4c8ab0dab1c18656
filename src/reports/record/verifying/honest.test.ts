import { afterAll, beforeAll, expect, test } from 'vitest';
import { eraseAccount } from '../../../people/erasure-queries.ts';
import { later } from '../../../selection/panel-testing.ts';
import { insertApplicant, insertMember } from '../../../screening/screening-testing.ts';
import { insertClosedVacancy } from '../../../applications/stages/selection-testing.ts';
import { enterReceipts } from '../../../applications/receipt-log/receipt-log-tasks.ts';
import { testApp, type Client, type TestApp } from '../../../testing.ts';
import { decidedCompetition } from '../testing/competition-testing.ts';
import { archiveOf, filesOf, keyOf, writtenAnew, type Files } from '../testing/files-testing.ts';
import type { RecordProblem } from './problem.ts';
import { verifyRecord } from './audit.ts';

let app: TestApp;
let manager: Client;
beforeAll(async () => {
  app = await testApp();
  manager = await app.signedInAs('recruitment-manager');
});
afterAll(() => app.close());

const exported = async (reference: string): Promise<Files> =>
  filesOf((await manager.post(`/en/staff/vacancies/${reference}/record`)).body);
async function problemsOf(files: Files): Promise<RecordProblem[]> {
  const audit = await verifyRecord(archiveOf(files), { keys: [await keyOf(app.context)] });
  if (!audit.ok) throw new Error('no record');
  return audit.value.problems;
}
const row = (text: string, part: string): string => text.split('\r\n').find((line) => line.includes(part)) ?? '';

test('a page that was written down by hand agrees with its events, and one that was altered does not', async () => {
  const reference = '260484';
  const here = `/en/staff/vacancies/${reference}/screening`;
  await insertClosedVacancy(app.db, reference);
  const letter = { text: '', fileName: 'scan.pdf' };
  const { number } = await insertApplicant(app.context, reference, { letter });
  await enterReceipts(app.context);
  const screener = await app.signedInAs('staff-member');
  await insertMember(app.db, { reference, accountId: screener.accountId ?? '' });
  await manager.post(`${here}/arrangement`, { do: 'begin' });
  await manager.post(`${here}/arrangement`, { do: 'assign', among: screener.accountId ?? '' });
  await screener.post(`${here}/${number}/texts/cover-letter`, { page: '1', 'reason-1': 'The years stand here.' });
  const page = `${number}-cover-letter-1`;
  await manager.post(`${here}/transcriptions`, { page, [`text-${page}`]: 'Ten years of gauging.' });
  const files = await exported(reference);
  const table = 'transcribed-pages.csv';
  const text = files[table]?.toString() ?? '';
  const without = { ...files, [table]: Buffer.from(text.replace(`${row(text, number)}\r\n`, '')) };

  const found = await problemsOf(writtenAnew(without, await keyOf(app.context), () => true));

  expect(text).toContain('Ten years of gauging.');
  // The screener was named by no page here, so of that alone there is no event.
  const isOfPages = (one: RecordProblem) => !('table' in one && one.table === 'members.csv');
  expect((await problemsOf(files)).filter(isOfPages)).toEqual([]);
  expect(found).toContainEqual(
    expect.objectContaining({ kind: 'event-without-row', table, action: 'page-transcribed' }),
  );
});

test('applications that were withdrawn after the decision agree with their events', async () => {
  const { reference, applicants, numbers } = await decidedCompetition(app, '260485');
  for (const at of [0, 1])
    await applicants[at]?.post(`/en/my/applications/${numbers[at]}/withdrawal`, { confirm: 'yes' });

  const files = await exported(reference);

  expect(files['applications.csv']?.toString().match(/,withdrawn,/g)).toHaveLength(2);
  expect(await problemsOf(files)).toEqual([]);
});

test('an application whose author was erased agrees with its events', async () => {
  const { reference, applicants } = await decidedCompetition(app, '260486');
  await later(app, '2026-11-25T09:00:00Z');
  const accountId = applicants[1]?.accountId ?? '';
  const { personalData } = app.context;
  await app.db.transaction().execute((one) => eraseAccount(one, { accountId, personalData }, app.now));

  expect(await problemsOf(await exported(reference))).toEqual([]);
});
