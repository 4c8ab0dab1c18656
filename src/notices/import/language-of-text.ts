import { otherLanguages, type Language, type Localized } from '../../platform/language.ts';
import { wordsOf } from './words.ts';

/** Words that every text of a language has, and the other has not, as words are compared. */
const COMMON: Localized<ReadonlySet<string>> = {
  en: keys('the of and to for with that is are be will by at from or any other which this their have has not'),
  fr: keys(
    'le la les de des du et aux pour avec que qui est sont dans par sur une un ou au ce cette ses son leur ne pas',
  ),
};

function keys(words: string): ReadonlySet<string> {
  return new Set(
    wordsOf(words)
      .all()
      .map(({ key }) => key),
  );
}

/** Common words before a text is taken to be in a language, and how many times those of the other. */
const ENOUGH = 2;
const TIMES = 3;
/** So many words tell the language of a text. */
const SAMPLE = 16;

/** Cheap: the start of a text in a language has one of these. */
const HINT: Localized<RegExp> = {
  en: / (?:the|of|and|to|for|with|in|as|by|be|or) /,
  fr: /(?: (?:de|la|le|les|des|du|et|aux?|pour|une?|en|dans|par|sur|que|qui) )|[ld]['’]/i,
};
const HINT_WITHIN = 160;

/** Whether a text is in this language rather than in the other; short texts are in neither. */
export function looksLike(text: string, language: Language): boolean {
  if (!HINT[language].test(text.slice(0, HINT_WITHIN))) return false;
  const words = wordsOf(text);
  const [other] = otherLanguages(language);
  let own = 0;
  let others = 0;
  for (let at = 0; at < SAMPLE; at += 1) {
    const key = words.at(at)?.key;
    if (key === undefined) break;
    if (COMMON[language].has(key)) own += 1;
    if (other && COMMON[other].has(key)) others += 1;
  }
  return own >= ENOUGH && own >= others * TIMES + 1;
}
