import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Finding } from '../../../notices/lint/finding.ts';
import { testApp, type TestApp } from '../../../testing.ts';
import { insertVacancy } from '../../../vacancies/vacancy-testing.ts';
import { faultCounts, recordFaults, unreadVersions } from './notice-fault-queries.ts';
import { readFaults } from './notice-fault-tasks.ts';
import { faultsOf, languageOf } from './notice-faults.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const finding = (given: Partial<Finding>): Finding => ({
  rule: 'language/spelling',
  severity: 'warning',
  lines: {},
  message: { en: 'Not a word: xyz.', fr: 'Pas un mot : xyz.' },
  ...given,
});

test.each<[Partial<Finding>, string]>([
  [{ field: 'essential.fr[3]' }, 'fr'],
  [{ field: 'title.en' }, 'en'],
  [{ field: 'provisionalSchedule[0].fr' }, 'fr'],
  [{ field: 'deadline' }, 'both'],
  [{ field: 'essential', lines: { en: { from: 3, to: 3 } } }, 'both'],
  [{ lines: { fr: { from: 3, to: 3 } } }, 'fr'],
  [{ lines: { en: { from: 3, to: 3 }, fr: { from: 9, to: 9 } } }, 'both'],
])('%j stands in the language that it is said of', (given, language) => {
  expect(languageOf(finding(given))).toBe(language);
});

test('what is said of an item is the same fault when the item moves, and another in the other language', () => {
  const [first, moved, other] = [
    { field: 'essential.en[1]' },
    { field: 'essential.en[4]' },
    { field: 'essential.fr[1]' },
  ];

  const faults = faultsOf([finding(first), finding(moved), finding(other)]);

  expect(faults.map(({ language }) => language)).toEqual(['en', 'fr']);
});

test('a version that two servers read is counted once, in whatever order they write', async () => {
  await insertVacancy(app.db, { reference: '260801', status: 'published' });
  const faults = faultsOf([finding({ field: 'title.en' })]);

  for (const number of [2, 1, 1]) await recordFaults(app.db, { reference: '260801', number }, faults);

  const rows = await app.db.selectFrom('noticeFaults').selectAll().execute();
  expect(rows.map(({ firstVersion, lastVersion }) => [firstVersion, lastVersion])).toEqual([[1, 2]]);
});

test('versions are read once, those after publication never; until they are, a notice is told of as not yet counted', async () => {
  await insertVacancy(app.db, { reference: '260802', status: 'published' });
  const { notice } = await app.db
    .selectFrom('vacancies')
    .select('notice')
    .where('reference', '=', '260802')
    .executeTakeFirstOrThrow();
  const late = { reference: '260802', number: 2, notice: JSON.stringify(notice), action: 'edit', actorKind: 'system' };
  await app.db
    .insertInto('noticeVersions')
    .values({ ...late, savedAt: app.now, actorId: null })
    .execute();

  const before = await faultCounts(app.db, ['260802']);
  const read = await readFaults(app.context);
  const after = await faultCounts(app.db, ['260802']);

  expect([before.notices, before.unread]).toEqual([0, 1]);
  expect(read).toBe(1);
  expect([after.notices, after.unread]).toEqual([1, 0]);
  expect(await unreadVersions(app.db, 10)).toEqual([]);
});
