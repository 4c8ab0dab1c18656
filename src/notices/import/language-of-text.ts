import type { Language, Localized } from '../../platform/language.ts';

/** Words that every text of a language has, and the other has not. */
const COMMON: Localized<ReadonlySet<string>> = {
  en: new Set(
    'the of and to for with that is are be will by at from as or any other which this their have has not all'.split(
      ' ',
    ),
  ),
  fr: new Set(
    'le la les de des du et aux pour avec que qui est sont dans par sur une un ou au ce cette ses son leur ne pas toute'.split(
      ' ',
    ),
  ),
};

/** Common words before a text is taken to be in a language, and how many times those of the other. */
const ENOUGH = 2;
const TIMES = 3;

/** Whether a text is in this language rather than in the other; short texts are in neither. */
export function looksLike(text: string, language: Language): boolean {
  const words = text.toLowerCase().split(/[^\p{L}]+/u);
  const count = (of: Language) => words.filter((word) => COMMON[of].has(word)).length;
  const own = count(language);
  const others = count(language === 'en' ? 'fr' : 'en');
  return own >= ENOUGH && own >= others * TIMES + 1;
}
