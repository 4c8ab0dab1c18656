import { sql, type ExpressionBuilder, type OnConflictDatabase, type OnConflictTables } from 'kysely';
import type { Db, Schema } from '../../schema.ts';
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
  await writeDocuments(db, [document], at);
}

/** Writes documents, in one statement; `listedAt` stays what it was where there was one. */
export async function writeDocuments(db: Db, documents: readonly SearchDocument[], listedAt: Date): Promise<void> {
  await db
    .insertInto('vacancySearch')
    .values(documents.map((document) => ({ ...rowOf(document), listedAt })))
    .onConflict((conflict) => conflict.column('reference').doUpdateSet(replaced))
    .execute();
  await keepWords(
    db,
    documents.flatMap(({ words }) => [...words.en, ...words.fr]),
  );
}

function rowOf({ titleKeys, titleWords, words, marks, ...facts }: SearchDocument) {
  return {
    ...facts,
    rules: SEARCH_RULES,
    titleKeys: JSON.stringify(titleKeys),
    titleWords: vectorOf(titleWords, []),
    words: vectorOf(words, marks),
  };
}

/** Everything but when it was listed first. */
const replaced = (
  is: ExpressionBuilder<OnConflictDatabase<Schema, 'vacancySearch'>, OnConflictTables<'vacancySearch'>>,
) => ({
  rules: is.ref('excluded.rules'),
  referenceKey: is.ref('excluded.referenceKey'),
  titleKeys: sql<string>`excluded.title_keys`,
  titleWords: is.ref('excluded.titleWords'),
  words: is.ref('excluded.words'),
  body: is.ref('excluded.body'),
  city: is.ref('excluded.city'),
  clause: is.ref('excluded.clause'),
  level: is.ref('excluded.level'),
  grades: is.ref('excluded.grades'),
  fastTrack: is.ref('excluded.fastTrack'),
  audience: is.ref('excluded.audience'),
  publishedAt: is.ref('excluded.publishedAt'),
  deadlineAt: is.ref('excluded.deadlineAt'),
  internalDeadlineAt: is.ref('excluded.internalDeadlineAt'),
});

/** Words as they are written and as each language's stemmer cuts them; what a stemmer calls a stop word stays as written. */
const vectorOf = ({ en, fr }: SearchDocument['words'], marks: readonly string[]) => sql<string>`array_to_tsvector(array(
  select unnest(${[...en, ...fr, ...marks]}::text[])
  union select unnest(ts_lexize('english_stem', word)) from unnest(${en}::text[]) word
  union select unnest(ts_lexize('french_stem', word)) from unnest(${fr}::text[]) word))`;

/** In the order of the alphabet, so that two savings at once never wait for each other. */
async function keepWords(db: Db, said: readonly string[]): Promise<void> {
  const words = [...new Set(said)].filter((word) => word.length >= SHORTEST_GUESS && !/\d/.test(word));
  await sql`insert into search_words (word)
    select word from unnest(${words}::text[]) as words (word)
    where not exists (select from search_words known where known.word = words.word)
    order by word on conflict do nothing`.execute(db);
}

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
