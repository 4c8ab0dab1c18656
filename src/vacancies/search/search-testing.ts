import type { Db } from '../../schema.ts';
import { answerSearch, type SearchAnswer } from './search-answer-queries.ts';
import { readAsked } from './search-asked.ts';
import type { Search } from './search.ts';
import { termsOf } from './search-terms.ts';

const ORDER = ['G10', 'G12', 'G15', 'G17', 'G20'];

type Given = Partial<Omit<Search, 'asked' | 'terms' | 'now'>> & { now: Date };

/** A search by what stands in its address. */
export function aSearch(query: Record<string, unknown>, given: Given): Search {
  const asked = readAsked(query);
  return {
    asked,
    terms: termsOf(asked.text, []),
    seeker: { internal: false, memberships: undefined },
    familyGrades: [],
    gradeOrder: ORDER,
    language: 'en',
    ...given,
  };
}

export const searchFor = (db: Db, query: Record<string, unknown>, given: Given): Promise<SearchAnswer> =>
  answerSearch(db, aSearch(query, given));
