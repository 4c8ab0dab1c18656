import type { Language } from '../../platform/language.ts';
import type { Finding } from './finding.ts';
import { SAYS } from './finding-texts.ts';
import { linesOfGap } from './list-gap.ts';
import type { ListName } from './passages.ts';
import type { Subject } from './subject.ts';

/**
 * What the reader of a text would have doubted, found in a record: it may have been written or changed here since it was
 * read.
 */
export const recordFindings = (subject: Subject): Finding[] => LISTS.flatMap((list) => listLength(list, subject));

const LISTS = [
  'challenges',
  'essential',
  'desirable',
  'accountabilities',
  'competencies',
] as const satisfies ListName[];

/** Lists of different length; one that lacks a language altogether is a missing translation, not a short list. */
function listLength(list: ListName, subject: Subject): Finding[] {
  const of = (language: Language) => subject.passages.of(list, language);
  const [en, fr] = [of('en'), of('fr')];
  if (en.length === fr.length || en.length === 0 || fr.length === 0) return [];
  return [
    {
      rule: 'parity/list-length',
      severity: 'error',
      lines: linesOfGap(list, subject),
      field: list,
      message: SAYS.listLength(en.length, fr.length),
    },
  ];
}
