import { aligned, inOrder, type Pair } from './alignment.ts';
import type { ListName, Passage } from './passages.ts';
import { isInItsLanguage } from './spelling-rules.ts';
import type { Subject } from './subject.ts';

/** A passage and its counterpart. */
export type Both = { readonly en: Passage; readonly fr: Passage };

/** Lists whose items answer each other one by one. */
const ITEMS = [
  'challenges',
  'essential',
  'desirable',
  'accountabilities',
  'competencies',
] as const satisfies ListName[];
/** Running text: a paragraph of one language may be two of the other. */
export const RUNNING = [
  'otherText.preamble',
  'summary',
  'interrelationships',
  'otherText.contract',
] as const satisfies ListName[];

/** Passages that belong together; a list of another length in the other language pairs by what its passages share. */
export function pairsOf({ passages }: Pick<Subject, 'passages'>): Both[] {
  return [...ITEMS, ...RUNNING].flatMap((list) => {
    const [en, fr] = [passages.of(list, 'en'), passages.of(list, 'fr')];
    if (en.length === 0 || fr.length === 0) return [];
    return (en.length === fr.length ? inOrder(en, fr) : aligned(en, fr)).flatMap(translated);
  });
}

/** Both there, and each in its language. */
const translated = ({ en, fr }: Pair): Both[] =>
  en && fr && isInItsLanguage(en) && isInItsLanguage(fr) ? [{ en, fr }] : [];
