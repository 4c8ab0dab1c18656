import { LANGUAGES, otherLanguages, type Language, type Localized } from '../../platform/language.ts';
import type { Finding } from './finding.ts';
import { SAYS } from './finding-texts.ts';
import type { Both } from './pairs.ts';
import { spanOf } from './passages.ts';
import type { Subject } from './subject.ts';

/** Months that one language names with their year or day, or for a stage of the selection, and the other doesn't have there. */
export function monthFindings(pairs: readonly Both[], subject: Subject): Finding[] {
  return [...pairs, ...stagesOf(subject)].flatMap(({ en, fr }) => {
    const texts = { en: en.text, fr: fr.text };
    const [only = [], onlyFrench = []] = LANGUAGES.map((language) => onlyIn(language, texts, subject));
    if (only.length === 0 && onlyFrench.length === 0) return [];
    const lines = { en: spanOf([en]), fr: spanOf([fr]) };
    const message = SAYS.numbers(only, onlyFrench);
    return [{ rule: 'parity/numbers', severity: 'error', lines, field: en.field, message } satisfies Finding];
  });
}

function stagesOf({ passages }: Subject): Both[] {
  const [english, french] = [passages.of('provisionalSchedule', 'en'), passages.of('provisionalSchedule', 'fr')];
  if (english.length !== french.length) return [];
  return english.flatMap((en, index) => {
    const fr = french[index];
    return fr ? [{ en, fr }] : [];
  });
}

function onlyIn(language: Language, texts: Localized, subject: Subject): string[] {
  const [other = 'en'] = otherLanguages(language);
  const there = new Set(monthsIn(texts[other], other, subject).map(({ place }) => place));
  if (NUMERIC.test(texts[other])) return [];
  return monthsIn(texts[language], language, subject)
    .filter(({ dated, place }) => dated && !there.has(place))
    .map(({ word }) => word);
}

/** “04/2026”, “2026-04-30”: a month in figures. */
const NUMERIC = /\d[/.-]\d{1,2}[/.-]\d|(?<!\d)\d{1,2}\/(?:19|20)\d\d/;

type Month = { readonly place: number; readonly word: string; readonly dated: boolean };

/** Whole names of months; “may” is a verb unless a date stands beside it. */
function monthsIn(text: string, language: Language, { vocabulary }: Subject): Month[] {
  const names = vocabulary.data.months[language].map((name) => name.toLowerCase());
  return [...text.matchAll(/\p{L}{3,}/gu)].flatMap(({ 0: word, index }) => {
    const place = names.indexOf(word.toLowerCase());
    if (place < 0 || (language === 'en' && !/^\p{Lu}/u.test(word))) return [];
    const before = text.slice(Math.max(0, index - 14), index);
    const after = text.slice(index + word.length, index + word.length + 6);
    return [{ place, word, dated: DATED_BEFORE.test(before) || DATED_AFTER.test(after) }];
  });
}

const DATED_BEFORE = /(?:\d(?:st|nd|rd|th|er)?|\bend(?: of)?|\bmid|\bearly|\blate|\bfin|\bmi|\bd[ée]but)[\s-]$/i;
const DATED_AFTER = /^,?\s(?:19|20)\d\d/;
