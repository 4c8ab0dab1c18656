import { expect, onTestFinished, test } from 'vitest';
import { insertClosedVacancy, insertSubmitted } from '../applications/stages/selection-testing.ts';
import { testApp, type TestApp } from '../testing.ts';
import { readClosed } from './integrity-tasks.ts';
import { insertExamined } from './integrity-testing.ts';

async function appOf(organisation: string): Promise<TestApp> {
  const app = await testApp({ ORGANISATION: organisation });
  onTestFinished(() => app.close());
  await insertClosedVacancy(app.db, '260541');
  return app;
}

test('where no rule says for how long one may answer, a person sets the day; where none asks for another, they may decide', async () => {
  const app = await appOf('nato-is');
  const manager = await app.signedInAs('recruitment-manager');
  const { number } = await insertSubmitted(app.context, { reference: '260541' });
  await insertExamined(app.context, { number, reader: manager.accountId ?? '' }, app.now);
  const here = `/en/staff/applications/${number}/integrity`;
  const evidence = /name="evidence" value="([\da-f]{64})"/.exec((await manager.get(here)).text)?.[1] ?? '';
  const asked = { evidence, reason: 'How did this come about?' };

  const without = await manager.post(`${here}/cases`, {
    ...asked,
    'day-day': '31',
    'day-month': '2',
    'day-year': '2027',
  });
  const today = await manager.post(`${here}/cases`, {
    ...asked,
    'day-day': '22',
    'day-month': '11',
    'day-year': '2026',
  });
  const opened = await manager.post(`${here}/cases`, {
    ...asked,
    'day-day': '20',
    'day-month': '12',
    'day-year': '2026',
  });

  expect(without.text).toContain('Enter a day that exists');
  expect(without.text).toContain('name="day-day" type="text" inputmode="numeric" value="31"');
  expect(today.text).toContain('Choose 23 November 2026 or later.');
  expect(opened.location).toBe(`${here}?done=opened`);
  const kept = await app.db.selectFrom('integrityCases').select('answerUntil').executeTakeFirstOrThrow();
  expect(kept.answerUntil).toEqual(new Date('2026-12-20T22:59:59Z'));
  const { text } = await manager.get(here);
  expect(text).toContain('No rule says whether another person decides');
  const version = /name="version" value="(\d+)"/.exec(text)?.[1] ?? '';
  const settled = { version, outcome: 'no-action', decision: 'A template of the careers service.' };
  expect((await manager.post(`${here}/decision`, settled)).location).toBe(`${here}?done=decided`);
});

test('where no examination is reserved, nothing is read, no page leads there, and the page says so', async () => {
  const app = await appOf('rivers-commission');
  const recruiter = await app.signedInAs('recruiter', 'fr');
  const { number } = await insertSubmitted(app.context, { reference: '260541' });
  const here = `/fr/staff/applications/${number}/integrity`;

  expect(await readClosed(app.context)).toBe(0);
  expect((await recruiter.get(here)).text).toContain('Les candidatures ne sont pas examinées');
  expect((await recruiter.get('/fr/staff/vacancies/260541/integrity')).text).not.toContain(number);
  for (const page of ['vacancies/260541/applications', `applications/${number}`])
    expect((await recruiter.get(`/fr/staff/${page}`)).text).not.toContain('/integrity');
  expect((await recruiter.post(`${here}/reading`)).status).toBe(404);
  expect(await app.db.selectFrom('integrityReadings').selectAll().execute()).toEqual([]);
});
