import { LANGUAGES, otherLanguages, type Language } from '../../platform/language.ts';
import { comparable } from '../import/words.ts';
import type { VocabularyData } from '../vocabulary-schema.ts';

type Forms = Readonly<Record<Language, readonly string[]>> | undefined;

/**
 * The form in which a term of the vocabulary is printed: the first of the language, or of another where it has none.
 * Forms that say something else than what they stand for are passed over.
 */
export function formOf(forms: Forms, language: Language, misleading?: VocabularyData['misleadingLabels']) {
  if (!forms) return undefined;
  const passedOver = new Set(LANGUAGES.flatMap((each) => misleading?.[each] ?? []).map(comparable));
  const form = [language, ...otherLanguages(language)]
    .flatMap((each) => forms[each])
    .find((each) => !passedOver.has(comparable(each)));
  return form?.replaceAll("'", '’');
}

/** The same with a capital, as a sentence or a line starts. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
