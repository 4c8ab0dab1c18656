import type { Lines } from '../notice.ts';
import { SECTIONS, type Section } from '../vocabulary-schema.ts';
import { doubt, type HalfReading, type Read } from './reading.ts';
import { withoutPlaceholders } from './requirements.ts';
import { asText } from './summary.ts';
import { readBlocks, withoutFinalMark, type Block } from './paragraphs.ts';
import { contains, phrasesWithin } from './phrases.ts';
import type { Line, Link } from './text-lines.ts';

/** Section 6: which contract clause applies. */
export function readContract(lines: readonly Line[], reading: HalfReading): void {
  const { texts, facts, marks, vocabulary } = reading;
  const blocks = readBlocks(lines, reading.layout, (line) => isLabelLine(line.text));
  texts.contract.push(...withoutPlaceholders(blocks.map(asText), 'contract', reading));
  for (const { words, lines: where } of blocks) {
    const clauses = phrasesWithin(vocabulary.contractClauses, words).map(({ phrase }) => phrase.code);
    const [clause] = clauses;
    if (clause) facts.clause ??= { value: clause, lines: where };
    if (clause && facts.clause?.value !== clause)
      doubt(reading, 'field-repeated', {
        field: 'contract.clause',
        lines: where,
        values: [facts.clause?.value ?? '', clause],
      });
    if (contains(vocabulary.twinGradeNote, words)) marks.twinGradeNote ??= where;
  }
  const [first] = texts.contract;
  if (first && !facts.clause)
    doubt(reading, 'field-unread', { field: 'contract.clause', lines: first.lines, values: [first.value] });
}

/** “Contract clause applicable:” */
const isLabelLine = (text: string) => text.length < 60 && text.endsWith(':');

/** Section 7: how to apply, and when the tests are. */
export function readApplication(lines: readonly Line[], reading: HalfReading): void {
  const { texts } = reading;
  const blocks = readBlocks(lines, reading.layout);
  texts.stages.push(...stagesIn(blocks, reading));
  texts.application.push(...withoutPlaceholders(blocks.map(asText), 'application', reading));
}

/** Section 8; where it is nothing but an address, the address is what it says. */
export function readAdditional(lines: readonly Line[], reading: HalfReading, links: readonly Link[]): void {
  const blocks = readBlocks(lines, reading.layout);
  reading.texts.additional.push(...withoutPlaceholders(blocks.map(asText), 'additional', reading));
  const [link] = links;
  if (blocks.length === 0 && link)
    reading.texts.additional.push({ value: link.address, lines: { from: link.number, to: link.number } });
}

/** Sections whose heading we do not know are kept whole. */
export function readOther(heading: string, lines: readonly Line[], reading: HalfReading): void {
  const blocks = readBlocks(lines, reading.layout);
  const where: Lines = { from: lines[0]?.number ?? 1, to: lines.at(-1)?.number ?? 1 };
  reading.texts.otherSections.push({
    value: { heading, paragraphs: blocks.map((block) => asText(block).value) },
    lines: where,
  });
}

/** The stages after “provisionally scheduled as follows”: up to the rule, the items, or the one line that follows. */
function stagesIn(blocks: readonly Block[], { vocabulary }: HalfReading): Read<string>[] {
  const at = blocks.findIndex(({ words }) => contains(vocabulary.provisionalSchedule, words));
  const intro = blocks[at];
  if (!intro) return [];
  const after = blocks.slice(at + 1);
  const rule = after.findIndex(({ afterRule }) => afterRule);
  const items = after.findIndex(({ kind }) => kind !== 'item');
  const ruled = intro.afterRule || rule > 0 ? after.slice(0, Math.max(rule, 0)) : [];
  const listed = ruled.length > 0 ? ruled : after.slice(0, items < 0 ? after.length : items);
  const inline = /:\s*(\S.*)$/.exec(intro.text)?.[1];
  if (inline !== undefined) return [{ value: withoutFinalMark(inline), lines: intro.lines }];
  const stages = listed.length > 0 ? listed : after.slice(0, 1);
  return stages.map(({ text, lines }) => ({ value: withoutFinalMark(text), lines }));
}

/** The sections that a complete half has, in order. */
export const sectionsAfter = (last: Section | undefined): readonly Section[] =>
  SECTIONS.slice(last === undefined ? 0 : SECTIONS.indexOf(last) + 1);
