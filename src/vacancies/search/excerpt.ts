import type { NoticeRecord } from '../../notices/notice.ts';
import { otherLanguages, type Language } from '../../platform/language.ts';
import { fold, wordsIn } from './folding.ts';
import { passagesIn } from './search-document.ts';
import type { Stems, Terms } from './search-terms.ts';

/** A piece of a text; `hit` is a word that was looked for. */
export type Piece = { text: string; hit: boolean };
/** Where in a notice a search was found, in the language it stands in. */
export type Excerpt = { pieces: Piece[]; lang: Language };

const AROUND = 90;

/**
 * The words of a notice that explain why it was found, where its title in the reader's language doesn't: another passage,
 * in the reader's language if it stands there. Nothing where the reference or the place was meant.
 */
export function excerptOf(
  notice: NoticeRecord,
  found: { terms: Terms; stems: Stems },
  language: Language,
): Excerpt | undefined {
  const isHit = hitBy(found);
  if (hasHit(notice.title[language] ?? '', isHit)) return undefined;
  for (const lang of [language, ...otherLanguages(language)]) {
    const passage = passagesIn(notice, lang).find((text) => hasHit(text, isHit));
    if (passage !== undefined) return { pieces: around(passage, isHit), lang };
  }
  return undefined;
}

type IsHit = (word: string) => boolean;

const hasHit = (text: string, isHit: IsHit): boolean => wordsIn(text).some(isHit);

/** By its beginning, or by what the stemmers leave of what was asked for. */
function hitBy({ terms, stems }: { terms: Terms; stems: Stems }): IsHit {
  const forms = terms.words.flatMap((term) => term.forms);
  const beginnings = [...forms, ...forms.flatMap((form) => stems.get(form) ?? [])].filter((each) => each.length > 2);
  return (word) => forms.includes(word) || beginnings.some((beginning) => word.startsWith(beginning));
}

function around(passage: string, isHit: IsHit): Piece[] {
  const words = [...passage.matchAll(/[\p{L}\p{N}\p{M}]+/gu)];
  const first = words.find(([word]) => isHit(fold(word)));
  const from = spaceBefore(passage, Math.max(0, (first?.index ?? 0) - AROUND));
  const to = Math.min(passage.length, from + 2 * AROUND);
  const end = to === passage.length ? to : spaceBefore(passage, to);
  const pieces: Piece[] = from > 0 ? [{ text: '… ', hit: false }] : [];
  let at = from;
  for (const { 0: word, index } of words) {
    if (index < at || index + word.length > end || !isHit(fold(word))) continue;
    pieces.push({ text: passage.slice(at, index), hit: false }, { text: word, hit: true });
    at = index + word.length;
  }
  pieces.push({ text: passage.slice(at, end) + (end < passage.length ? ' …' : ''), hit: false });
  return pieces.filter(({ text }) => text !== '');
}

/** Where the word at this place begins. */
const spaceBefore = (text: string, place: number): number => (place === 0 ? 0 : text.lastIndexOf(' ', place) + 1);
