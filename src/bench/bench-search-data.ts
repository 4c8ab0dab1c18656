import { sql } from 'kysely';
import type { NoticeRecord } from '../notices/notice.ts';
import type { Context } from '../people/context.ts';
import { exampleVacancy } from '../vacancies/vacancy-testing.ts';
import { keepSearchDocument } from '../vacancies/search/search-document-queries.ts';

const DAY_MS = 86_400_000;
const CITIES = ['Ghent', 'Lyon', 'Bonn', 'Maastricht', 'Basel', 'Vienna', 'Prague', 'Geneva', 'Ulm', 'Linz'];
const CLAUSES = ['turnover', 'project', 'indefinite-possible'];
/** As many vacancies each rare word stands in, whatever their number: what a selective search finds. */
export const MATCHES = 20;
const WORDS = 4_000;
const SENTENCES = 12;
const WORDS_A_SENTENCE = 20;

/** Numbers that look drawn, the same in every run. */
export function drawing(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A word of letters for a number. */
const wordFor = (number: number, stem: string): string => {
  const letters = 'bcdfglmnprstv';
  const vowels = 'aeiou';
  let word = stem;
  for (let rest = number + 7; rest > 0; rest = Math.floor(rest / 65))
    word += `${letters[rest % 13] ?? ''}${vowels[Math.floor(rest / 13) % 5] ?? ''}`;
  return word;
};

export const rareWord = (index: number, count: number): string => wordFor(index % (count / MATCHES), 'zu');
export const reference = (index: number): string => String(100_000 + index);

/** A notice in both languages, some 240 words in each, its words about as unevenly used as those of a language. */
function generatedNotice(index: number, count: number, organisation: Context['organisation']): Partial<NoticeRecord> {
  const draw = drawing(index + 1);
  const word = (stem: string) => wordFor(Math.floor(draw(WORDS) ** 2 / WORDS), stem);
  const sentences = (stem: string, many: number) =>
    Array.from({ length: many }, () => Array.from({ length: WORDS_A_SENTENCE }, () => word(stem)).join(' '));
  const grades = organisation.grades.order;
  const rare = rareWord(index, count);
  return {
    title: {
      en: `${word('en')} ${word('en')} ${word('en')}`,
      fr: `${word('fr')}(e) ${word('fr')} ${word('fr')}`,
    },
    summary: { en: [`${rare} ${sentences('en', 1)[0]}`], fr: sentences('fr', 1) },
    essential: { en: sentences('en', SENTENCES - 3), fr: sentences('fr', SENTENCES - 3) },
    desirable: { en: sentences('en', 2), fr: sentences('fr', 2) },
    challenges: { en: [], fr: [] },
    accountabilities: { en: [], fr: [] },
    location: { country: 'BE', city: CITIES[draw(CITIES.length)] ?? 'Ghent' },
    body: organisation.bodies[draw(organisation.bodies.length)]?.code ?? null,
    grades: [grades[draw(grades.length)] ?? 'G10'],
    contract: { clause: CLAUSES[draw(CLAUSES.length)] ?? null, twinGradeNote: false },
    languages: { one: ['IV', 'V', 'VI'][draw(3)] ?? 'V', other: ['I', 'II', 'III'][draw(3)] ?? 'I' },
  };
}

/**
 * Fills the tables with so many open vacancies: the vacancy rows without what only staff read, the documents by the code
 * that saves them.
 */
export async function fill({ db, organisation, clock }: Context, count: number): Promise<void> {
  await sql`delete from vacancies`.execute(db);
  await sql`truncate search_words`.execute(db);
  const now = clock().getTime();
  for (let from = 0; from < count; from += 1_000) {
    await db.transaction().execute(async (transaction) => {
      const vacancies = Array.from({ length: Math.min(1_000, count - from) }, (_, place) => {
        const index = from + place;
        const draw = drawing(index + 7);
        return exampleVacancy({
          reference: reference(index),
          status: 'published',
          publishedAt: new Date(now - (1 + draw(60)) * DAY_MS),
          deadlineAt: new Date(now + (1 + draw(60)) * DAY_MS),
          notice: generatedNotice(index, count, organisation),
        });
      });
      await transaction
        .insertInto('vacancies')
        .values(
          vacancies.map(({ reference: own, notice, deadlineAt, deadlineZone, publishedAt, createdAt, updatedAt }) => ({
            reference: own,
            notice: JSON.stringify(notice),
            status: 'published',
            deadlineAt,
            deadlineZone,
            publishedAt,
            createdAt,
            updatedAt,
          })),
        )
        .execute();
      for (const vacancy of vacancies) await keepSearchDocument(transaction, vacancy, clock());
    });
  }
  await sql`vacuum analyze vacancy_search`.execute(db);
  await sql`vacuum analyze search_words`.execute(db);
}
