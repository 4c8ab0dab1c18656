import { sql } from 'kysely';
import type { NoticeRecord } from '../notices/notice.ts';
import type { Context } from '../people/context.ts';
import { exampleVacancy } from '../vacancies/vacancy-testing.ts';
import { writeDocuments } from '../vacancies/search/search-document-queries.ts';
import { searchDocument } from '../vacancies/search/search-document.ts';

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

export const rareWord = (index: number, count: number): string => `${wordFor(index % (count / MATCHES), 'zu')}q`;
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

const AT_A_TIME = 500;

/**
 * Fills the table of search with the documents of so many open vacancies, by the code that saves them. The large index is
 * left out meanwhile and made at the end, since row by row it takes longer than all the rest.
 */
export async function fill({ db, organisation, clock }: Context, count: number): Promise<void> {
  const now = clock().getTime();
  await sql`alter table vacancy_search drop constraint vacancy_search_reference_fkey`.execute(db);
  await sql`drop index vacancy_search_words`.execute(db);
  for (let from = 0; from < count; from += AT_A_TIME) {
    const documents = Array.from({ length: Math.min(AT_A_TIME, count - from) }, (_, place) => {
      const index = from + place;
      const draw = drawing(index + 7);
      const vacancy = exampleVacancy({
        reference: reference(index),
        status: 'published',
        publishedAt: new Date(now - (1 + draw(60)) * DAY_MS),
        deadlineAt: new Date(now + (1 + draw(60)) * DAY_MS),
        notice: generatedNotice(index, count, organisation),
      });
      const document = searchDocument(vacancy);
      return document ? [document] : [];
    });
    await writeDocuments(db, documents.flat(), clock());
  }
  await sql`create index vacancy_search_words on vacancy_search using gin (words) with (fastupdate = off)`.execute(db);
  await sql`vacuum analyze vacancy_search`.execute(db);
  await sql`vacuum analyze search_words`.execute(db);
}
