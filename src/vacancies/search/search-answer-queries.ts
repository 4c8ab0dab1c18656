import { sql } from 'kysely';
import type { Db } from '../../schema.ts';
import type { Figures } from './facets.ts';
import { countFacts } from './facts-counting.ts';
import { presentFacts } from './facts-queries.ts';
import { nearest, slipsAllowed } from './near-words.ts';
import type { PlaceInOrder } from './search-order-queries.ts';
import { sortOf } from './search-asked.ts';
import { isFound, searchFigures, searchPage, stemsFor, type PageWanted } from './search-queries.ts';
import type { Search } from './search.ts';
import { textQuery, type Stems, type Term, type Terms } from './search-terms.ts';

export const PAGE_SIZE = 25;
/** Of so many vacancies that were counted in memory, the database is told all; it finds the page of more by itself. */
const MOST_NAMED = 500;

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
  const facts = search.asked.text === '' ? await presentFacts(db) : undefined;
  if (facts) {
    const { figures, found } = countFacts(facts, search);
    const counted = { places: found, references: facts.references };
    return pageOf(db, { search, stems: new Map(), wanted, figures, corrections: [], counted });
  }
  const stems = await stemsFor(db, search);
  const figures = await searchFigures(db, search, stems);
  const nothing = figures.total === 0 && search.asked.text !== '';
  const mended = nothing ? await mend(db, { search, stems, wanted }) : undefined;
  if (mended) return mended;
  return pageOf(db, { search, stems, wanted, figures, corrections: [] });
}

type Asking = { search: Search; stems: Stems; wanted: PageWanted | undefined };
type Counted = { places: Uint32Array; references: readonly string[] };
type Answered = Asking & {
  figures: Figures;
  corrections: readonly Correction[];
  /** What was counted in memory, in the public order of the list. */
  counted?: Counted;
};

async function pageOf(db: Db, answered: Answered): Promise<SearchAnswer> {
  const { search, stems, wanted, figures, corrections, counted } = answered;
  const pages = Math.max(1, Math.ceil(figures.total / PAGE_SIZE));
  const page = Math.min(search.asked.page, pages);
  const { size, ...from } = wanted ?? { size: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE };
  // One more than is shown tells whether the answer goes on.
  const part = counted ? partOf(counted, search, { size: size + 1, ...from }) : { size: size + 1, ...from };
  const rows = figures.total === 0 ? [] : await searchPage(db, search, { stems, ...part });
  const shown = rows.slice(0, size);
  const end = rows.length > size ? shown.at(-1)?.place : undefined;
  const references = shown.map(({ reference }) => reference);
  return { figures, references, page, pages, end, corrections, terms: search.terms, stems };
}

/** The page that is wanted, among the vacancies that can stand on it, where those are few. */
function partOf({ places, references }: Counted, { asked, seeker }: Search, wanted: PageWanted) {
  const { size, offset = 0, after } = wanted;
  const named = (some: Uint32Array) => Array.from(some, (place) => references[place] ?? '');
  const isPublicOrder = sortOf(asked) === 'deadline' && !seeker.internal;
  if (isPublicOrder && after === undefined) return { size, among: named(places.subarray(offset, offset + size)) };
  return places.length > MOST_NAMED ? wanted : { ...wanted, among: named(places) };
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
  for (const word of nearest(typed, await wordsLike(db, typed)).slice(0, 8)) {
    if (await stands(db, search, { term: { forms: [word], marks: [] }, stems: new Map() })) return word;
  }
  return undefined;
}

/** The known words that may be as near as slips allow, and others: their beginnings become the same by leaving letters out. */
export async function wordsLike(db: Db, typed: string): Promise<string[]> {
  const slips = slipsAllowed(typed);
  const { rows } = await sql<{ word: string }>`select word from search_words
    where beginnings && beginnings_with_slips(${typed}, ${slips}) and abs(length(word) - ${typed.length}) <= ${slips}`.execute(
    db,
  );
  return rows.map(({ word }) => word);
}

/**
 * Whether a word stands in any vacancy that this person is shown, whatever else they chose. All that hold it are looked at:
 * for one alone, the planner would rather read the whole table, which is slowest where there is none.
 */
async function stands(db: Db, search: Search, { term, stems }: { term: Term; stems: Stems }): Promise<boolean> {
  const alone: Search = { ...search, terms: { words: [term], reference: undefined } };
  const { rows } = await sql<{ found: boolean }>`
    select coalesce(bool_or(${isFound(alone, stems)}), false) as found from vacancy_search
    where words @@ ${textQuery(alone.terms, stems)}::tsquery`.execute(db);
  return rows[0]?.found ?? false;
}
