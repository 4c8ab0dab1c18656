import { sql } from 'kysely';
import type { Db } from '../../schema.ts';
import type { Vacancy } from '../vacancy.ts';
import { SEARCH_RULES } from './folding.ts';
import { searchDocument, type SearchDocument } from './search-document.ts';

/** Shorter words are not taken for mistyped ones. */
const SHORTEST_GUESS = 4;

/** Writes what is searched of a vacancy as it is saved, in the same transaction; takes it away where it takes no applications. */
export async function keepSearchDocument(db: Db, vacancy: Vacancy, at: Date): Promise<void> {
  const document = searchDocument(vacancy);
  if (!document) {
    await db.deleteFrom('vacancySearch').where('reference', '=', vacancy.reference).execute();
    return;
  }
  const { titleKeys, titleWords, words, marks, ...facts } = document;
  const row = {
    ...facts,
    rules: SEARCH_RULES,
    titleKeys: JSON.stringify(titleKeys),
    titleWords: vectorOf(titleWords, []),
    words: vectorOf(words, marks),
  };
  await db
    .insertInto('vacancySearch')
    .values({ ...row, listedAt: at })
    .onConflict((conflict) => conflict.column('reference').doUpdateSet(row))
    .execute();
  await keepWords(db, words);
}

/** Words as they are written and as each language's stemmer cuts them; what a stemmer calls a stop word stays as written. */
const vectorOf = ({ en, fr }: SearchDocument['words'], marks: readonly string[]) => sql<string>`array_to_tsvector(array(
  select unnest(${[...en, ...fr, ...marks]}::text[])
  union select unnest(ts_lexize('english_stem', word)) from unnest(${en}::text[]) word
  union select unnest(ts_lexize('french_stem', word)) from unnest(${fr}::text[]) word))`;

/** In the order of the alphabet, so that two savings at once never wait for each other. */
async function keepWords(db: Db, { en, fr }: SearchDocument['words']): Promise<void> {
  const words = [...en, ...fr].filter((word) => word.length >= SHORTEST_GUESS && !/\d/.test(word));
  await sql`insert into search_words (word, trigrams)
    select word, ${trigramsOf(sql`word`)} from (select distinct unnest(${words}::text[]) as word) words
    where not exists (select from search_words known where known.word = words.word)
    order by word on conflict do nothing`.execute(db);
}

/** The word three letters at a time, its beginning and its end with them. */
export const trigramsOf = (word: ReturnType<typeof sql>) =>
  sql<
    string[]
  >`array(select distinct substr('  ' || ${word} || ' ', place, 3) from generate_series(1, length(${word}) + 1) place)`;

/** References of published vacancies that have no document, or one by older rules, at most so many. */
export async function withoutDocument(db: Db, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom('vacancies')
    .leftJoin('vacancySearch', 'vacancySearch.reference', 'vacancies.reference')
    .select('vacancies.reference')
    .where('vacancies.status', '=', 'published')
    .where((is) => is.or([is('rules', 'is', null), is('rules', '!=', SEARCH_RULES)]))
    .limit(most)
    .execute();
  return rows.map(({ reference }) => reference);
}
