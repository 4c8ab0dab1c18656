import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { planOf } from '../../../selection/plan/plan-queries.ts';
import { hidden } from '../../../selection/panel-testing.ts';
import { testApp, type TestApp } from '../../../testing.ts';
import { auditRows } from './database-queries.ts';
import type { RecordProblem } from './problem.ts';
import { screenedCompetition, type ScreenedCompetition } from '../testing/screened-testing.ts';
import { archiveOf, filesOf, keyOf, writtenAnew, type Files } from '../testing/files-testing.ts';
import { verifyRecord } from './audit.ts';

const REFERENCE = '260497';
const BASE = `/en/staff/vacancies/${REFERENCE}`;
const WHY = 'Speaks it at work every day; the test was on paper.';

let app: TestApp;
let competition: ScreenedCompetition;
let number: string;
const step = (form: Record<string, string>, language = 'en') =>
  competition.manager.post(`/${language}/staff/vacancies/${REFERENCE}/selection`, {
    position: 'invited',
    whom: 'ticked',
    numbers: number,
    ...form,
  });
const position = async () =>
  app.db
    .selectFrom('applicationStages')
    .innerJoin('applications', 'applications.id', 'applicationId')
    .select(['position', 'belowLevel'])
    .where('applications.number', '=', number)
    .orderBy('applicationStages.number', 'desc')
    .executeTakeFirst();

beforeAll(async () => {
  app = await testApp();
  competition = await screenedCompetition(app, REFERENCE);
  [, number = ''] = competition.numbers;
  const [stage] = await planOf(app.db, REFERENCE);
  await competition.manager.post(`${BASE}/stages/${stage?.id}/languages`, {
    [`level-${number}-en`]: 'I',
    [`level-${number}-fr`]: 'I',
    reason: 'Entered for another.',
  });
});
afterAll(() => app.close());

describe('a step that finds somebody suitable below a language level', () => {
  test('is refused without a reason, by name and in the language of its reader, and writes nothing', async () => {
    const page = await competition.manager.get(`${BASE}/selection?position=invited`);
    const [refused, french] = [
      await step({ action: 'reserve', do: 'preview' }),
      await step({ action: 'select', do: 'preview' }, 'fr'),
    ];

    expect(page.text).toContain('Below the language level that the notice asks for');
    expect(page.text).not.toContain(`name="level-${number}"`);
    expect([refused.status, french.status]).toEqual([422, 422]);
    expect(refused.text).toContain(`${number} is below the level that the notice asks for: say why`);
    expect(refused.text).toContain(`name="level-${number}"`);
    expect(french.text).toContain('Dites pourquoi'.toLowerCase());
    expect((await position())?.position).toBe('invited');
  });

  test('shows the reason before it is taken, and is not taken with another one than was shown', async () => {
    const shown = await step({ action: 'reserve', do: 'preview', [`level-${number}`]: WHY });
    const mark = hidden(shown.text, 'mark');

    const other = await step({ action: 'reserve', do: 'confirm', mark, [`level-${number}`]: 'Because.' });
    const none = await step({ action: 'reserve', do: 'confirm', mark });

    expect(shown.text).toContain(WHY);
    expect(hidden(shown.text, `level-${number}`)).toBe(WHY);
    expect([other.status, none.status]).toEqual([422, 422]);
    expect(other.text).toContain('Because.</textarea>');
    expect((await position())?.position).toBe('invited');
  });

  test('asks nothing of who is not retained, beside the reason that is told', async () => {
    const shown = await step({ action: 'not-retain', reason: 'comparison', do: 'preview', [`level-${number}`]: WHY });

    expect(shown.status).toBe(200);
    expect(shown.text).not.toContain(`<blockquote class="as-typed">${WHY}`);
  });

  test('is taken with it; the words are held by the hash in its event, which says none of them', async () => {
    const form = { action: 'reserve', [`level-${number}`]: WHY };
    const mark = hidden((await step({ ...form, do: 'preview' })).text, 'mark');

    const taken = await step({ ...form, do: 'confirm', mark });

    expect(taken.location).toContain('position=reserve-listed&done=1');
    expect(await position()).toEqual({ position: 'reserve-listed', belowLevel: WHY });
    const events = app.db.selectFrom('events').select('details').where('action', '=', 'reserve');
    const [event] = await events.execute();
    expect(event?.details).toMatchObject({ held: [expect.stringMatching(/^[0-9a-f]{64}$/)] });
    expect(JSON.stringify(event)).not.toContain('every day');
  });
});

describe('in the record of the competition, a reason below a language level', () => {
  const exported = async (): Promise<Files> => filesOf((await competition.manager.post(`${BASE}/record`)).body);
  async function problemsOf(files: Files): Promise<RecordProblem[]> {
    const audit = await verifyRecord(archiveOf(files), { keys: [await keyOf(app.context)] });
    if (!audit.ok) throw new Error('no record');
    return audit.value.problems;
  }
  /** With the first match in the steps put otherwise, and all that proves it made anew. */
  async function problemsWith(from: string | RegExp, to: string): Promise<RecordProblem[]> {
    const files = await exported();
    const text = files['stages.csv']?.toString() ?? '';
    if (text.replace(from, to) === text) throw new Error('stages.csv stays as it is');
    const changed = { ...files, 'stages.csv': Buffer.from(text.replace(from, to)) };
    return problemsOf(writtenAnew(changed, await keyOf(app.context), () => true));
  }
  const differs = { kind: 'row-differs', table: 'stages.csv', in: ['words'] };

  test('stands beside its step and agrees with the event, here and in the database', async () => {
    const files = await exported();

    expect(files['stages.csv']?.toString()).toContain(WHY);
    expect(await problemsOf(files)).toEqual([]);
    expect((await auditRows(app.db, 'en')).problems).toEqual([]);
  });

  test('is found where it was altered, or lost the number that hashes it', async () => {
    expect(await problemsWith('Speaks it at work', 'Speaks it at home')).toContainEqual(
      expect.objectContaining(differs),
    );
    expect(await problemsWith(/(,reserve-listed,[^\r]*),[\w-]{36}\r/, '$1,\r')).toContainEqual(
      expect.objectContaining(differs),
    );
  });

  test('is found where it was taken out as if there had been none, or put in where there was none', async () => {
    expect(await problemsWith(/(,reserve-listed,[^\r]*\{\}"?),[^\r]*\r/, '$1,,\r')).not.toEqual([]);
    expect(await problemsWith(/(,invited,[^\r]*),,([\w-]{36})\r/, '$1,Invented.,$2\r')).toContainEqual(
      expect.objectContaining(differs),
    );
  });
});
