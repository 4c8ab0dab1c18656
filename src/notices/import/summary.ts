import { attachmentIn } from './attachments.ts';
import { asRead, doubt, type HalfReading, type Read } from './reading.ts';
import { withoutPlaceholders } from './requirements.ts';
import { readBlocks, withoutFinalMark, type Block } from './paragraphs.ts';
import { contains, phrasesAt, phrasesWithin } from './phrases.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { Line } from './text-lines.ts';
import type { Words } from './words.ts';

/** What stands before section 1: budget, fast track and documents asked for. */
export function readPreamble(lines: readonly Line[], reading: HalfReading): void {
  const blocks = readBlocks(lines, reading.layout, (line) => isBudgetLine(line, reading));
  for (const block of blocks) {
    noteMarks(block, reading);
    reading.texts.preamble.push(asText(block));
  }
}

/** Section 1: the summary, the challenges it announces, and a document asked for on them. */
export function readSummary(lines: readonly Line[], reading: HalfReading): void {
  const { texts } = reading;
  const blocks = readBlocks(lines, reading.layout, (line) => isBudgetLine(line, reading));
  const summary: Read<string>[] = [];
  let announced = false;
  for (const [index, block] of blocks.entries()) {
    if (announced && block.kind === 'item') {
      texts.challenges.push({ value: withoutFinalMark(block.text), lines: block.lines });
      continue;
    }
    announced = announcesChallenges(block, blocks[index + 1], reading);
    const aside = noteMarks(block, reading);
    (aside && !announced ? texts.preamble : summary).push(asText(block));
  }
  texts.summary.push(...withoutPlaceholders(summary, 'summary', reading));
  if (announced && texts.challenges.length === 0)
    doubt(reading, 'section-missing', { field: 'challenges', lines: blocks.at(-1)?.lines ?? { from: 1, to: 1 } });
}

/** An item of a list within running text keeps a mark, so that it can be shown as one. */
export const asText = (block: Block): Read<string> =>
  block.kind === 'item' ? { value: `• ${block.text}`, lines: block.lines } : asRead(block);

function announcesChallenges(block: Block, next: Block | undefined, { vocabulary }: HalfReading): boolean {
  const leads = block.kind === 'paragraph' && (block.text.endsWith(':') || next?.kind === 'item');
  if (!leads) return false;
  return phrasesWithin(vocabulary.introductions, block.words).some(({ phrase }) => phrase.code === 'challenges');
}

/** Words of a paragraph that says nothing but that the budget is pending. */
const LONGEST_BUDGET_NOTE = 30;

/** Whether a paragraph says that the budget is pending, and nothing beside that. */
export const isBudgetNote = (words: Words, { budgetPending }: Pick<Vocabulary, 'budgetPending'>): boolean =>
  contains(budgetPending, words) && words.at(LONGEST_BUDGET_NOTE) === undefined;

/** Notes what a paragraph marks the notice with; whether that is all it says, so that it is no part of the summary. */
function noteMarks(block: Block, reading: HalfReading): boolean {
  const { marks, vocabulary } = reading;
  if (!block.words.all().some(({ key }) => vocabulary.asideWords.has(key))) return false;
  const budget = contains(vocabulary.budgetPending, block.words);
  const fastTrack = contains(vocabulary.fastTrack, block.words);
  const attachment = attachmentIn(block, vocabulary);
  if (budget) marks.budgetPending ??= block.lines;
  if (fastTrack) marks.fastTrack ??= block.lines;
  if (attachment) marks.attachments.push({ value: attachment, lines: block.lines });
  return fastTrack || attachment !== undefined || isBudgetNote(block.words, vocabulary);
}

/** The budget condition stands in a line of its own. */
const isBudgetLine = ({ words }: Line, { vocabulary }: HalfReading) =>
  phrasesAt(vocabulary.budgetPending, words).length > 0;
