import { LANGUAGES, type Language } from '../../platform/language.ts';
import type { Finding } from './finding.ts';
import { SAYS } from './finding-texts.ts';
import type { ListName, Passage } from './passages.ts';
import { isInItsLanguage } from './spelling-rules.ts';
import { lineAt, type Subject } from './subject.ts';

/** Marks at the end of items and paragraphs. The record keeps none: they are looked up in the text that was read. */
export function listFindings(subject: Subject): Finding[] {
  if (subject.source.length === 0) return [];
  return LANGUAGES.flatMap((language) => [
    ...ITEM_LISTS.flatMap((list) => itemMarks(endsOf(list, language, subject), language)),
    ...PARAGRAPH_LISTS.flatMap((list) => paragraphMarks(endsOf(list, language, subject), language)),
  ]);
}

const ITEM_LISTS = ['challenges', 'essential', 'desirable', 'competencies'] as const satisfies ListName[];
const PARAGRAPH_LISTS = [
  'otherText.preamble',
  'summary',
  'interrelationships',
  'otherText.contract',
  'otherText.application',
  'otherText.additional',
] as const satisfies ListName[];

/** How a passage ends in print: its last line, and the mark there. */
type End = { readonly passage: Passage; readonly line: number; readonly text: string; readonly mark: string };

function endsOf(list: ListName, language: Language, { passages, source }: Subject): End[] {
  return passages.of(list, language).flatMap((passage): End[] => {
    if (!passage.lines || !isInItsLanguage(passage)) return [];
    const printed = source.slice(passage.lines.from - 1, passage.lines.to).findLast(({ text }) => text.trim() !== '');
    if (!printed) return [];
    const text = printed.text.trim().replace(/[;,]\s(?:and|et|or|ou)$/, (end) => end.charAt(0));
    const mark = /([.;:,!?…])["'”’»)\]*>]*$/.exec(text)?.[1] ?? '';
    return [{ passage, line: printed.number, text, mark }];
  });
}

/** Items before the last have the mark that most of them have; the last has a full stop. */
function itemMarks(ends: readonly End[], language: Language): Finding[] {
  const last = ends.at(-1);
  const before = ends.slice(0, -1);
  const usual = mostOf(before.map(({ mark }) => mark));
  const odd = before
    .filter(({ mark }) => before.length > 1 && usual !== undefined && mark !== usual)
    .map((end) => told(end, language, SAYS.itemMark(end.mark, usual ?? '')));
  const open = last && ends.length > 1 && /^[;,]$/.test(last.mark);
  return open ? [...odd, told(last, language, SAYS.lastItemMark(last.mark))] : odd;
}

const told = ({ passage, line }: End, language: Language, message: Finding['message']): Finding => ({
  rule: 'language/list-punctuation',
  severity: 'info',
  lines: { [language]: lineAt(line) },
  field: passage.field,
  message,
});

/** The commonest, where more than half agree. */
function mostOf(marks: readonly string[]): string | undefined {
  const counts = Map.groupBy(marks, (mark) => mark);
  const [[mark, all] = ['', []]] = [...counts].toSorted(([, a], [, b]) => b.length - a.length);
  return all.length * 2 > marks.length ? mark : undefined;
}

/** Shorter than this, a paragraph may be a heading, a label or a line of its own. */
const SHORTEST = 60;

function paragraphMarks(ends: readonly End[], language: Language): Finding[] {
  return ends
    .filter(({ mark, passage }) => mark === '' && passage.text.length >= SHORTEST && passage.text.includes(' '))
    .map(({ passage, line, text }) => ({
      rule: 'language/final-mark',
      severity: 'info',
      lines: { [language]: lineAt(line) },
      field: passage.field,
      message: SAYS.finalMark(text.slice(-40)),
    }));
}
