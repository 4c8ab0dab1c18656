import type { VocabularyData } from '../../notices/vocabulary-schema.ts';
import { LANGUAGES, type Localized } from '../../platform/language.ts';
import type { ItemRow } from './item-form.ts';
import type { Part } from '../notice-fields.ts';

/** Something the organisation has a name for in every language, ready to be put into a list of the notice. */
export type CatalogueEntry = { readonly code: string; readonly path: string; readonly item: ItemRow };

type Named = Pick<VocabularyData, 'competencies' | 'accountabilityHeadings'>;

/** Catalogues are written with straight apostrophes; notices are printed with curly ones. */
const curly = (text = ''): string => text.replaceAll("'", '’');
const isComplete = ({ item }: CatalogueEntry): boolean => LANGUAGES.every((language) => item[language].heading !== '');

/** What can be chosen for the lists of a part: competencies with an indicator, headings of accountabilities. */
export function catalogueOf(part: Part, { competencies, accountabilityHeadings }: Named): CatalogueEntry[] {
  if (part === 'competencies')
    return Object.entries(competencies)
      .flatMap(([code, { en, fr, indicators }]) =>
        indicators.map((indicator, index) => ({
          code: `${code}-${index + 1}`,
          path: 'competencies',
          item: rowOf({ en: en[0] ?? '', fr: fr[0] ?? '' }, indicator),
        })),
      )
      .filter(isComplete);
  if (part !== 'accountabilities') return [];
  return Object.entries(accountabilityHeadings)
    .map(([code, { en, fr }]) => ({
      code,
      path: 'accountabilities',
      item: rowOf({ en: en[0] ?? '', fr: fr[0] ?? '' }, { en: '', fr: '' }),
    }))
    .filter(isComplete);
}

const rowOf = (heading: Localized, text: Localized): ItemRow => ({
  en: { heading: curly(heading.en), text: curly(text.en) },
  fr: { heading: curly(heading.fr), text: curly(text.fr) },
});
