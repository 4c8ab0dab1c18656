import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertClosedVacancy } from '../../applications/stages/selection-testing.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { insertApplicant, insertMember } from '../screening-testing.ts';

const REFERENCE = '260751';
const HERE = `/en/staff/vacancies/${REFERENCE}/screening`;
const ROUNDS = 8;

let app: TestApp;
let manager: Client;
let screener: Client;
let number: string;
beforeAll(async () => {
  app = await testApp();
  [manager, screener] = [await app.signedInAs('recruitment-manager'), await app.signedInAs('staff-member')];
  await insertClosedVacancy(app.db, REFERENCE);
  ({ number } = await insertApplicant(app.context, REFERENCE, { nationalities: ['BR'] }));
  await insertMember(app.db, { reference: REFERENCE, accountId: screener.accountId ?? '' });
  await manager.post(`${HERE}/arrangement`, { do: 'begin' });
});
afterAll(() => app.close());

const versionIn = (text: string) => /name="version" value="(\d+)"/.exec(text)?.[1] ?? '';
const save = async () => {
  const { text } = await screener.get(`${HERE}/${number}`);
  return screener.post(`${HERE}/${number}`, { do: 'save', version: versionIn(text), 'finding-languages': 'met' });
};

test('a sheet that is taken back while it is saved is either saved or gone, never a fault', async () => {
  const statuses: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await app.db.deleteFrom('screeningSheets').execute();
    await manager.post(`${HERE}/arrangement`, { do: 'assign', among: screener.accountId ?? '' });
    const taken = () => manager.post(`${HERE}/arrangement`, { do: 'take-back', screener: screener.accountId ?? '' });
    statuses.push(...(await Promise.all([save(), taken(), save()])).map(({ status }) => status));
  }

  expect(statuses.filter((status) => ![303, 404, 422].includes(status))).toEqual([]);
});

test('a rule that is taken over for many while a sheet is saved is no fault either', async () => {
  await manager.post(`${HERE}/arrangement`, { do: 'assign', among: screener.accountId ?? '' });
  const statuses: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await app.db.updateTable('screeningSheets').set({ findings: '{}', savedAt: null, outcome: null }).execute();
    const preview = await screener.post(`${HERE}/hard-rules`, {
      rule: 'nationality',
      finding: 'not-met',
      do: 'preview',
    });
    const mark = /name="mark" value="([^"]*)"/.exec(preview.text)?.[1] ?? '';
    const over = { rule: 'nationality', finding: 'not-met', mark, reason: 'By rule.', do: 'confirm' };
    const { text } = await screener.get(`${HERE}/${number}`);
    const typed = { do: 'save', version: versionIn(text), 'finding-languages': 'met' };
    const both = [screener.post(`${HERE}/hard-rules`, over), screener.post(`${HERE}/${number}`, typed)];
    statuses.push(...(await Promise.all(both)).map(({ status }) => status));
  }

  expect(statuses).toHaveLength(2 * ROUNDS);
  expect(statuses.filter((status) => ![303, 422].includes(status))).toEqual([]);
});
