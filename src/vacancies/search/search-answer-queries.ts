import { sql } from 'kysely';
import type { Db } from '../../schema.ts';
import type { Figures } from './facets.ts';
import { nearest, slipsAllowed } from './near-words.ts';
import { trigramsOf } from './search-document-queries.ts';
import type { PlaceInOrder } from './search-order-queries.ts';
import { isFound, searchFigures, searchPage, stemsFor, type PageWanted } from './search-queries.ts';
import type { Search } from './search.ts';
import { textQuery, type Stems, type Term, type Terms } from './search-terms.ts';

export const PAGE_SIZE = 25;
/** How many known words that look alike are compared letter by letter. */
const LOOKALIKES = 200;

/** A word that stands in no vacancy shown, and the one that was looked for in its place. */
export type Correction = { typed: string; taken: string };

export type SearchAnswer = {
  figures: Figures;
  /** Of the page shown, in order. */
  references: string[];
  page: number;
  pages: number;
  /** Where it ends, if it goes on. */
  end: PlaceInOrder | undefined;
  corrections: readonly Correction[];
  /** The words that were looked for in the end, with what the stemmers make of them. */
  terms: Terms;
  stems: Stems;
};

/**
 * The answer to a search; where a word is found nowhere, that of the same search with the nearest word that is. The page
 * is the one asked for by its number, of the usual size, unless another is wanted.
 */
export async function answerSearch(db: Db, search: Search, wanted?: PageWanted): Promise<SearchAnswer> {
  const stems = await stemsFor(db, search);
  const figures = await searchFigures(db, search, stems);
  const nothing = figures.total === 0 && search.asked.text !== '';
  const mended = nothing ? await mend(db, { search, stems, wanted }) : undefined;
  if (mended) return mended;
  return pageOf(db, { search, stems, wanted, figures, corrections: [] });
}

type Asking = { search: Search; stems: Stems; wanted: PageWanted | undefined };
type Answered = Asking & { figures: Figures; corrections: readonly Correction[] };

async function pageOf(db: Db, { search, stems, wanted, figures, corrections }: Answered): Promise<SearchAnswer> {
  const pages = Math.max(1, Math.ceil(figures.total / PAGE_SIZE));
  const page = Math.min(search.asked.page, pages);
  const { size, ...from } = wanted ?? { size: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE };
  // One more than is shown tells whether the answer goes on.
  const rows = figures.total === 0 ? [] : await searchPage(db, search, { stems, size: size + 1, ...from });
  const shown = rows.slice(0, size);
  const end = rows.length > size ? shown.at(-1)?.place : undefined;
  const references = shown.map(({ reference }) => reference);
  return { figures, references, page, pages, end, corrections, terms: search.terms, stems };
}

async function mend(db: Db, { search, stems, wanted }: Asking): Promise<SearchAnswer | undefined> {
  const words: Term[] = [];
  const corrections: Correction[] = [];
  for (const term of search.terms.words) {
    const taken = await wordMeant(db, { search, term, stems });
    if (taken !== undefined) corrections.push({ typed: term.forms[0] ?? '', taken });
    words.push(taken === undefined ? term : { forms: [taken], marks: [] });
  }
  if (corrections.length === 0) return undefined;
  const corrected = { ...search, terms: { words, reference: undefined } };
  const newStems = await stemsFor(db, corrected);
  const figures = await searchFigures(db, corrected, newStems);
  if (figures.total === 0) return undefined;
  return pageOf(db, { search: corrected, stems: newStems, wanted, figures, corrections });
}

/**
 * What a word that is found nowhere may have meant: the nearest that stands in a vacancy that this person is shown, so
 * that no guess tells of another.
 */
async function wordMeant(
  db: Db,
  { search, term, stems }: { search: Search; term: Term; stems: Stems },
): Promise<string | undefined> {
  const [typed = ''] = term.forms;
  if (slipsAllowed(typed) === 0 || (await stands(db, search, { term, stems }))) return undefined;
  const { rows } = await sql<{ word: string }>`
    select word from search_words, (select ${trigramsOf(sql`${typed}::text`)} as trigrams) typed
    where search_words.trigrams && typed.trigrams and abs(length(word) - ${typed.length}) <= ${slipsAllowed(typed)}
    order by cardinality(array(select unnest(search_words.trigrams) intersect select unnest(typed.trigrams))) desc
    limit ${LOOKALIKES}`.execute(db);
  for (const word of nearest(
    typed,
    rows.map((row) => row.word),
  ).slice(0, 8)) {
    if (await stands(db, search, { term: { forms: [word], marks: [] }, stems: new Map() })) return word;
  }
  return undefined;
}

/** Whether a word stands in any vacancy that this person is shown, whatever else they chose. */
async function stands(db: Db, search: Search, { term, stems }: { term: Term; stems: Stems }): Promise<boolean> {
  const alone: Search = { ...search, terms: { words: [term], reference: undefined } };
  const { rows } = await sql<{ found: boolean }>`select exists (
    select from vacancy_search where ${isFound(alone, stems)} and words @@ ${textQuery(alone.terms, stems)}::tsquery
  ) as found`.execute(db);
  return rows[0]?.found ?? false;
}
