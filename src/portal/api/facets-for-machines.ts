import type { z } from 'zod';
import type { Translated } from '../../platform/language.ts';
import type { Figures } from '../../vacancies/search/facets.ts';
import { CHOICES, type SearchAsked } from '../../vacancies/search/search-asked.ts';
import { facetOptions, type FacetOption, type SearchBook } from '../search/search-view.ts';
import { inEachLanguage } from './addresses.ts';
import type { FACETS } from './answer-schemas.ts';

type Shown = { asked: SearchAsked; figures: Figures };

/** What each value of each facet would give, with what it is called, by the names of the parameters that choose it. */
export function facetsForMachines(book: SearchBook, { asked, figures }: Shown): z.input<typeof FACETS> {
  const shown = inEachLanguage((language) => facetOptions(book, { asked, figures, language }));
  const named = (option: FacetOption): Translated => ({
    en: option.text,
    fr: shown.fr.find(({ name, value }) => name === option.name && value === option.value)?.text ?? option.text,
  });
  const of = (facet: FacetOption['name']) =>
    shown.en
      .filter(({ name }) => name === facet)
      .map((option) => ({ value: option.value, name: named(option), count: option.count }));
  return { ...perFacet(of), closing: of('closing'), since: of('since') };
}

const perFacet = <Value>(of: (choice: (typeof CHOICES)[number]) => Value) => ({
  body: of('body'),
  place: of('place'),
  grade: of('grade'),
  family: of('family'),
  clause: of('clause'),
  level: of('level'),
});
