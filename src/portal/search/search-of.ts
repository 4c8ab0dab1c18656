import type { Language } from '../../platform/language.ts';
import type { SearchAsked } from '../../vacancies/search/search-asked.ts';
import type { Search, Seeker } from '../../vacancies/search/search.ts';
import { termsOf } from '../../vacancies/search/search-terms.ts';
import { gradesOfFamilies, namedThings, type SearchBook } from './search-view.ts';

type Asking = { book: SearchBook; seeker: Seeker; now: Date; language: Language };

/** A search with what the organisation's words and scheme make of it. */
export const searchFor = (asked: SearchAsked, { book, seeker, now, language }: Asking): Search => ({
  asked,
  terms: termsOf(asked.text, asked.text === '' ? [] : namedThings(book)),
  seeker,
  now,
  familyGrades: gradesOfFamilies(book, asked.chosen.family),
  gradeOrder: book.organisation.grades.order,
  language,
});
