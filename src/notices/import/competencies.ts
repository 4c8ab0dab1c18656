import { doubt, type HalfReading } from './reading.ts';
import { withoutPlaceholders } from './requirements.ts';
import { readBlocks, withoutFinalMark, type Block } from './paragraphs.ts';
import { phrasesAt } from './phrases.ts';
import { wordsOf } from './words.ts';
import type { Line } from './text-lines.ts';

/** Section 5: competencies, each with the indicator that is asked for. */
export function readCompetencies(lines: readonly Line[], reading: HalfReading): void {
  const blocks = readBlocks(lines, reading.layout, (line) => startsCompetency(line, reading));
  const others: Block[] = [];
  for (const block of blocks) {
    const named = known(block.text, reading) ?? (block.kind === 'item' ? unknown(block.text) : undefined);
    if (named) add(named, block, reading);
    else others.push(block);
  }
  addOthers(others, reading);
}

type Named = { name: string; indicator: string; known: boolean };

function add({ name, indicator, known: sure }: Named, { lines }: Block, reading: HalfReading): void {
  const { competencies } = reading.texts;
  competencies.push({ value: { name, indicator: withoutFinalMark(indicator) }, lines });
  if (sure) return;
  const field = `competencies.${reading.language}[${competencies.length - 1}]`;
  doubt(reading, 'unknown-competency', { field, lines, values: [name] });
}

/** A competency of the vocabulary, whatever parts it from its indicator. */
function known(text: string, { vocabulary }: HalfReading): Named | undefined {
  const words = wordsOf(text);
  const [phrase] = phrasesAt(vocabulary.competencies, words);
  const last = phrase && words.at(phrase.keys.length - 1);
  if (!last || !/^\p{Lu}/u.test(text)) return undefined;
  const rest = text.slice(last.end);
  if (!/^\s?(?:$|[:;,.–—-]|\p{L})/u.test(rest)) return undefined;
  return { name: text.slice(0, last.end), indicator: rest.replace(/^[\s:;,.–—-]+/, ''), known: true };
}

/** Any other item is a name and an indicator with a colon or a dash between. */
function unknown(text: string): Named {
  const [, name, indicator] = /^([^:–—]{1,80}?)\s?(?::|\s[–—-])\s(.+)$/.exec(text) ?? [];
  return { name: name ?? withoutFinalMark(text), indicator: indicator ?? '', known: false };
}

/** A line that starts with the name of a competency and a colon starts an item, with a list mark or without. */
function startsCompetency({ text, words }: Line, { vocabulary }: HalfReading): boolean {
  const [phrase] = phrasesAt(vocabulary.competencies, words);
  const last = phrase && words.at(phrase.keys.length - 1);
  return last !== undefined && /^\p{Lu}/u.test(text) && /^\s?:/.test(text.slice(last.end));
}

function addOthers(blocks: readonly Block[], reading: HalfReading): void {
  const introduction = blocks.find(({ text }) => isIntroduction(text, reading));
  if (introduction) reading.texts.introductions.competencies = { value: introduction.text, lines: introduction.lines };
  const rest = blocks.filter((block) => block !== introduction);
  const texts = rest.map(({ text, lines }) => ({ value: text, lines }));
  for (const text of withoutPlaceholders(texts, 'competencies', reading)) {
    reading.texts.requirements.push(text);
    doubt(reading, 'unplaced-text', { field: 'competencies', lines: text.lines, values: [text.value] });
  }
}

const isIntroduction = (text: string, { vocabulary }: HalfReading) =>
  text.endsWith(':') || phrasesAt(vocabulary.introductions, wordsOf(text)).some(({ code }) => code === 'competencies');
