import { readFileSync, globSync } from 'node:fs';
import * as fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Kysely } from 'kysely';
import { testDatabase } from '../../platform/database-testing.ts';
import type { Schema } from '../../schema.ts';
import { ROOT } from '../../testing.ts';
import type { VacancyStatus } from '../vacancy-state.ts';
import { findVacancy, recordVacancy } from '../vacancy-queries.ts';
import { exampleVacancy, insertVacancy } from '../vacancy-testing.ts';
import type { Vacancy } from '../vacancy.ts';
import { gradesThatOccur } from './facets.ts';
import { nearest, slipsBetween } from './near-words.ts';
import { answerSearch, wordsLike } from './search-answer-queries.ts';
import { searchFigures, searchPage, stemsOf } from './search-queries.ts';
import { figuresOf, referenceFigures, stemsByLanguage } from './search-reference-testing.ts';
import { completeSearch } from './search-tasks.ts';
import { aSearch, searchFor } from './search-testing.ts';
import { wordsIn } from './folding.ts';
import { passagesIn } from './search-document.ts';
import { textQuery } from './search-terms.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const DAY = 86_400_000;

let database: Awaited<ReturnType<typeof testDatabase>>;
let db: Kysely<Schema>;
beforeAll(async () => {
  database = await testDatabase();
  ({ db } = database);
});
afterAll(() => database.drop());
beforeEach(async () => {
  await sql`delete from vacancies`.execute(db);
});

const published = (given: Parameters<typeof insertVacancy>[1]) => insertVacancy(db, { status: 'published', ...given });
const titled = (number: string, en: string, fr: string) =>
  published({ reference: number, notice: { title: { en, fr } } });
const found = async (q: string) => (await searchFor(db, { q }, { now: NOW })).references;

test.each([
  'Directrice',
  'directeur',
  'directeurs',
  'DIRECTEUR/TRICE',
  'head programmes',
  'programme',
  'prog',
  'équipe',
])('“%s” finds the head in either language, in every form', async (typed) => {
  await titled('260001', 'Head of the Programmes', 'Directeur/trice d’équipe des programmes');
  await titled('260002', 'Driver', 'Chauffeur(euse)');

  expect(await found(typed)).toEqual(['260001']);
});

test.each(['260001', '26 0001', '26-00-01', 'ref. 260001', 'Réf. : 260001', '26000'])(
  '“%s” finds the reference',
  async (typed) => {
    await titled('260001', 'Head', 'Chef');
    await titled('270001', 'Driver', 'Chauffeur');

    expect(await found(typed)).toEqual(['260001']);
  },
);

test('words of two languages may be mixed, each has to be found, and what stands in the title comes first', async () => {
  const summary = { en: ['Works with the hydrologist.'], fr: ['Travaille avec l’hydrologue.'] };
  await published({ reference: '260003', notice: { title: { en: 'Driver', fr: 'Chauffeur' }, summary } });
  await titled('260004', 'Hydrologist', 'Hydrologue');

  expect(await found('hydrologist')).toEqual(['260004', '260003']);
  expect(await found('hydrologist chauffeur')).toEqual(['260003']);
  expect(await found('hydrologist pilote')).toEqual([]);
});

test('a mistyped word is taken for the nearest that somebody may see, never for one of an internal vacancy', async () => {
  await titled('260005', 'Procurement Officer', 'Acheteur');
  const notice = { title: { en: 'Cryptographer', fr: 'Cryptographer' } };
  await published({ reference: '260006', audience: 'internal', notice });

  const mended = await searchFor(db, { q: 'procuremnet' }, { now: NOW });
  const secret = await searchFor(db, { q: 'cryptographre' }, { now: NOW });
  const staff = { internal: true, memberships: undefined };
  const own = await searchFor(db, { q: 'cryptographre' }, { now: NOW, seeker: staff });

  expect(mended).toMatchObject({
    references: ['260005'],
    corrections: [{ typed: 'procuremnet', taken: 'procurement' }],
  });
  expect(secret).toMatchObject({ references: [], corrections: [] });
  expect(own).toMatchObject({ references: ['260006'], corrections: [{ taken: 'cryptographer' }] });
});

const GRADES = ['G10', 'G12', 'G15'];
const CITIES = ['Ghent', 'Lyon', 'Bonn'];
const WORDS = [
  'river',
  'rivers',
  'rivière',
  'engineering',
  'engineer',
  'ingénieur(e)',
  'pilote',
  'piloting',
  'a1',
  'x',
];

const pick = <Value>(values: readonly Value[]) => fc.constantFrom(...values);
const aVacancy = (index: number) =>
  fc
    .record({
      words: fc.array(pick(WORDS), { minLength: 1, maxLength: 4 }),
      french: fc.array(pick(WORDS), { maxLength: 3 }),
      grades: fc.uniqueArray(pick(GRADES), { minLength: 1, maxLength: 2 }),
      city: pick([...CITIES, null]),
      body: pick(['A', 'B', null]),
      clause: pick(['turnover', 'project', null]),
      level: pick([{ one: 'V', other: 'I' }, { one: 'VI', other: 'III' }, null]),
      audience: pick(['both', 'internal', 'external'] as const),
      status: pick<VacancyStatus>(['published', 'published', 'published', 'draft', 'closed']),
      closesIn: pick([null, 1, 3, 6, 7, 13, 40]),
      closesForStaffIn: pick([null, null, -1, 2, 7, 20]),
      publishedBefore: pick([0.5, 1, 5, 30, 45]),
    })
    .map((drawn): Vacancy => {
      const empty = { en: [], fr: [] };
      const texts = { summary: empty, essential: empty, desirable: empty, challenges: empty, accountabilities: empty };
      const { city, body, level, grades, clause, closesIn, closesForStaffIn } = drawn;
      const inDays = (days: number | null) => (days === null ? null : new Date(NOW.getTime() + days * DAY));
      const notice = {
        ...texts,
        title: { en: drawn.words.join(' '), fr: drawn.french.join(' ') },
        location: city === null ? null : { city, country: null },
        contract: { clause, twinGradeNote: false },
        languages: level,
        body,
        grades,
      };
      return exampleVacancy({
        reference: `2600${10 + index}`,
        audience: drawn.audience,
        status: drawn.status,
        publishedAt: drawn.status === 'draft' ? null : new Date(NOW.getTime() - drawn.publishedBefore * DAY),
        deadlineAt: inDays(closesIn),
        internalDeadlineAt: drawn.audience === 'external' ? null : inDays(closesForStaffIn),
        notice: closesIn === null ? { ...notice, openEnded: true } : notice,
      });
    });

const aQuery = fc.record({
  q: fc.array(pick([...WORDS, '26001', 'riv', 'engin']), { maxLength: 2 }).map((words) => words.join(' ')),
  grade: fc.uniqueArray(pick(GRADES), { maxLength: 2 }),
  place: fc.uniqueArray(pick(CITIES), { maxLength: 2 }),
  body: fc.uniqueArray(pick(['A', 'B']), { maxLength: 1 }),
  clause: fc.uniqueArray(pick(['turnover', 'project']), { maxLength: 1 }),
  level: fc.uniqueArray(pick(['V-I', 'VI-III']), { maxLength: 1 }),
  closing: pick([undefined, '3', '7', '14']),
  since: pick([undefined, '1', '7', '30']),
  mine: pick([undefined, '1']),
});

const VALUES = {
  place: CITIES,
  body: ['A', 'B'],
  clause: ['turnover', 'project'],
  level: ['V-I', 'VI-III'],
  grade: GRADES,
};
const aSeeker = fc.record({
  internal: fc.boolean(),
  memberships: pick([
    undefined,
    [],
    [{ from: '2026-10-20', until: '2026-11-17' }],
    [
      { from: '2026-01-01', until: '2026-10-22' },
      { from: '2026-11-21', until: null },
    ],
  ]),
});

test('search answers as looking at one vacancy after another does, and each figure is what its choice would give', async () => {
  const some = fc.tuple(...Array.from({ length: 12 }, (_, index) => aVacancy(index)));
  const queries = fc.array(
    fc.oneof(
      aQuery,
      aQuery.map((query) => ({ ...query, q: '' })),
    ),
    { minLength: 6, maxLength: 6 },
  );
  await fc.assert(
    fc.asyncProperty(some, queries, aSeeker, async (all, asked, seeker) => {
      await sql`delete from vacancies`.execute(db);
      for (const vacancy of all) await insertVacancy(db, vacancy);
      const written = all.flatMap(({ notice }) =>
        wordsIn([...passagesIn(notice, 'en'), ...passagesIn(notice, 'fr')].join(' ')),
      );
      const words = [...new Set([...written, ...wordsIn(WORDS.join(' ')), 'riv', 'engin', '26001'])];
      const stems = await stemsOf(db, words);
      const stemsIn = await stemsByLanguage(db, words);
      for (const query of asked) {
        const search = aSearch(query, { now: NOW, seeker });
        const { references, ...expected } = referenceFigures(all, { ...search, stems, stemsIn }, VALUES);

        const figures = await searchFigures(db, search, stems);
        const page = await searchPage(db, search, { stems, size: 20 });

        expect(page.map((row) => row.reference).toSorted()).toEqual(references.toSorted());
        expect(figuresOf(figures, VALUES)).toEqual(expected);
        expect(gradesThatOccur(figures).every((grade) => expected.grade[GRADES.indexOf(grade)] !== 0)).toBe(true);
        // Without words, figures come from memory.
        const answers = query.q === '' ? [await answerSearch(db, search)] : [];
        expect(answers.map((answer) => figuresOf(answer.figures, VALUES))).toEqual(answers.map(() => expected));
        expect(answers.map((answer) => gradesThatOccur(answer.figures).toSorted())).toEqual(
          answers.map(() => gradesThatOccur(figures).toSorted()),
        );
        expect(answers.map((answer) => answer.references)).toEqual(answers.map(() => page.map((row) => row.reference)));
      }
    }),
    { numRuns: 12 },
  );
}, 60_000);

test('what is counted in memory is what has been committed, and a transaction counts by itself what nobody else sees', async () => {
  const all = () => searchFor(db, {}, { now: NOW });
  await titled('260081', 'Keeper', 'Garde');
  const before = await all();

  const meanwhile = await db
    .transaction()
    .execute(async (transaction) => {
      await insertVacancy(transaction, { reference: '260082', status: 'published' });
      const inside = await searchFor(transaction, {}, { now: NOW });
      const outside = await all();
      throw Object.assign(new Error('taken back'), { seen: [inside.references, outside.references] });
    })
    .catch((error: unknown) => error);
  const takenBack = await all();
  await titled('260083', 'Driver', 'Chauffeur');
  const added = await all();
  await sql`delete from vacancy_search where reference = '260081'`.execute(db);
  const left = await all();

  expect(before.references).toEqual(['260081']);
  expect(meanwhile).toMatchObject({ message: 'taken back', seen: [['260081', '260082'], ['260081']] });
  expect(takenBack).toMatchObject({ references: ['260081'], figures: { total: 1 } });
  expect(added).toMatchObject({ references: ['260081', '260083'], figures: { total: 2 } });
  expect(left).toMatchObject({ references: ['260083'], figures: { total: 1 } });
});

test.each(['deadline', 'newest', 'title'])(
  'pages in the order “%s” hold each vacancy once, from memory too',
  async (sort) => {
    for (let index = 0; index < 60; index += 1) {
      const deadlineAt = new Date(NOW.getTime() + (1 + (index % 7)) * DAY);
      await published({ reference: `2602${String(index).padStart(2, '0')}`, deadlineAt });
    }

    const pages = [];
    for (const page of ['1', '2', '3']) pages.push(await searchFor(db, { sort, page }, { now: NOW }));
    const [first] = pages;
    const after = await answerSearch(db, aSearch({ sort }, { now: NOW }), { size: 25, after: first?.end });

    const whole = await searchPage(db, aSearch({ sort }, { now: NOW }), { stems: new Map(), size: 100 });
    expect(pages.flatMap(({ references }) => references)).toEqual(whole.map(({ reference: each }) => each));
    expect(after.references).toEqual(pages[1]?.references);
  },
);

test('no move of a vacancy leaves search behind, and whoever writes the table is this one place', async () => {
  const statuses: VacancyStatus[] = ['draft', 'in-review', 'published', 'closed', 'published', 'cancelled'];
  let vacancy = await insertVacancy(db, { reference: '260090', notice: { title: { en: 'Keeper', fr: 'Garde' } } });
  const seen: boolean[] = [];
  for (const status of statuses) {
    const publishedAt = ['draft', 'in-review'].includes(status) ? null : new Date(NOW.getTime() - DAY);
    const change = { action: 'test', by: { kind: 'system' }, at: NOW } as const;
    const saved = await recordVacancy(db, { ...vacancy, status, publishedAt }, change);
    vacancy = saved.ok ? saved.value : vacancy;
    seen.push((await found('keeper')).length === 1);
  }
  const writers = globSync('src/**/*.{ts,tsx}', { cwd: ROOT })
    // A bench fills the table by the thousand, in a database that nobody searches.
    .filter((file) => !/(\.test\.tsx?|testing\.ts)$|^src\/bench\//.test(file))
    .filter((file) =>
      /(updateTable|insertInto)\('vacancies'\)|(update|insert into) vacancies\b/.test(
        readFileSync(`${ROOT}/${file}`, 'utf8'),
      ),
    );

  expect(seen).toEqual([false, false, true, false, true, false]);
  expect(writers).toEqual(['src/vacancies/vacancy-queries.ts']);
});

test('what was published before there was search is completed, and what older rules made is made again', async () => {
  await titled('260091', 'Keeper', 'Garde');
  await titled('260092', 'Keeper', 'Garde');
  await sql`delete from vacancy_search where reference = '260091'`.execute(db);
  await sql`update vacancy_search set rules = 0, words = '' where reference = '260092'`.execute(db);

  const made = await completeSearch(db, NOW);

  expect(made).toBe(2);
  expect(await found('keeper')).toEqual(['260091', '260092']);
  expect(await completeSearch(db, NOW)).toBe(0);
  expect(await findVacancy(db, '260091')).toBeDefined();
});

test('whatever is typed is a search that the database understands', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 40 }), async (q) => {
      const typed = q.replaceAll('\0', '');
      const answer = await searchFor(db, { q: `${typed} (x)·e's:* & | ! \\` }, { now: NOW });
      expect(answer.references).toEqual([]);
      expect(textQuery(answer.terms, answer.stems)).not.toContain('\\');
    }),
    { numRuns: 30 },
  );
});

test('a slip is a letter more, fewer, other, or changed for its neighbour', () => {
  expect(['river', 'rivver', 'rver', 'rivar', 'rievr', 'driver'].map((word) => slipsBetween('river', word))).toEqual([
    0, 1, 1, 1, 1, 1,
  ]);
  expect(nearest('ingineer', ['engineer', 'ingenious', 'inginer', 'driver'])).toEqual(['inginer', 'engineer']);
});

test('of the words that were ever searched, each that slips allow is compared, whichever letters slipped', async () => {
  const letter = pick(['a', 'b', 'c']);
  const word = fc.array(letter, { minLength: 4, maxLength: 12 }).map((letters) => letters.join(''));
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(word, { minLength: 40, maxLength: 60 }), word, async (known, typed) => {
      await sql`delete from search_words`.execute(db);
      await sql`insert into search_words (word) select unnest(${known}::text[])`.execute(db);

      const alike = await wordsLike(db, typed);

      expect(nearest(typed, alike)).toEqual(nearest(typed, known));
    }),
    { numRuns: 60 },
  );
});
