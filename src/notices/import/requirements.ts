import { asRead, doubt, type HalfReading, type Read } from './reading.ts';
import { readLanguages } from './language-levels.ts';
import { endsSentence, markOf, readBlocks, withoutFinalMark, type Block } from './paragraphs.ts';
import { afterPhrase, phrasesAt } from './phrases.ts';
import { comparable, wordsOf } from './words.ts';
import type { Line } from './text-lines.ts';

type Kind = 'essential' | 'desirable';

/** Section 2: the items that are a must, those that are an advantage, and the languages among them. */
export function readRequirements(lines: readonly Line[], reading: HalfReading): void {
  let kind: Kind = 'essential';
  let from = 0;
  const groups: { kind: Kind; lines: readonly Line[] }[] = [];
  const cut = (at: number, next: Kind) => {
    if (at > from) groups.push({ kind, lines: lines.slice(from, at) });
    [kind, from] = [next, at];
  };
  const rest: Line[] = [...lines];
  lines.forEach((line, at) => {
    const heading = requirementHeading(line, reading);
    if (!heading) return;
    cut(at, heading.kind);
    rest[at] = heading.rest;
  });
  cut(lines.length, kind);
  const shown = (group: readonly Line[]) => group.flatMap((line) => rest[lines.indexOf(line)] ?? []);
  for (const group of groups) readList(group.kind, shown(group.lines), reading);
  readLanguages(reading);
}

/** “ESSENTIAL” alone, or with the introduction after it on the line; or the introduction where the heading is lost. */
function requirementHeading(line: Line, { vocabulary }: HalfReading): { kind: Kind; rest: Line } | undefined {
  const text = markOf(line.text)?.rest ?? line.text;
  const words = wordsOf(text);
  const [heading] = phrasesAt(vocabulary.requirementHeadings, words);
  if (heading) {
    const after = afterPhrase(text, words, heading);
    const printed = text.slice(0, words.at(heading.keys.length - 1)?.end);
    const alone = after === '' || !/\p{Ll}/u.test(printed) || introducesList(after, heading.code, vocabulary);
    return alone && /^\p{Lu}/u.test(text) ? { kind: heading.code, rest: withText(line, after) } : undefined;
  }
  const introduced = phrasesAt(vocabulary.introductions, words).find(({ code }) => code === 'desirable');
  return introduced && { kind: 'desirable', rest: line };
}

const introducesList = (text: string, kind: Kind, vocabulary: HalfReading['vocabulary']) =>
  phrasesAt(vocabulary.introductions, wordsOf(text)).some(({ code }) => code === kind);

const withText = (line: Line, text: string): Line => ({ ...line, text, words: wordsOf(text) });

function readList(kind: Kind, lines: readonly Line[], reading: HalfReading): void {
  const printed = lines.filter(({ text }) => text !== '');
  const introduces = (line: Line) => phrasesAt(reading.vocabulary.introductions, line.words).length > 0;
  const blocks = readBlocks(printed, reading.layout, introduces);
  const { introduction, items, others } = sorted(blocks, printed, { kind, reading });
  if (introduction) reading.texts.introductions[kind] ??= asRead(introduction);
  reading.texts[kind].push(...items.map(({ text, lines: at }) => ({ value: withoutFinalMark(text), lines: at })));
  for (const other of others) {
    reading.texts.requirements.push(asRead(other));
    doubt(reading, 'unplaced-text', { field: kind, lines: other.lines, values: [other.text] });
  }
}

type List = { kind: Kind; reading: HalfReading };
type Sorted = { introduction: Block | undefined; items: readonly Block[]; others: readonly Block[] };

/** Without list marks, each paragraph after the introduction is taken for an item, and a person is told. */
function sorted(blocks: readonly Block[], lines: readonly Line[], { kind, reading }: List): Sorted {
  const introduction = blocks.find((block) => block.kind === 'paragraph' && isIntroduction(block.text, kind, reading));
  const rest = blocks.filter((block) => block !== introduction);
  const items = rest.filter((block) => block.kind === 'item');
  const others = rest.filter((block) => block.kind === 'paragraph');
  if (items.length > 0 || others.length === 0) return { introduction, items, others };
  const [first] = others;
  if (first) doubt(reading, 'items-unmarked', { field: kind, lines: first.lines });
  return {
    introduction,
    items: unmarkedItems(lines, reading).filter(({ text }) => text !== introduction?.text),
    others: [],
  };
}

/** A semicolon at the end of a line is the end of an item. */
function unmarkedItems(lines: readonly Line[], { layout }: HalfReading): Block[] {
  const chunks: Line[][] = [[]];
  for (const line of lines) {
    chunks.at(-1)?.push(line);
    if (/[;:]$/.test(line.text)) chunks.push([]);
  }
  return chunks.flatMap((chunk) => readBlocks(chunk, layout));
}

const isIntroduction = (text: string, kind: Kind, { vocabulary }: HalfReading) =>
  introducesList(text, kind, vocabulary) || (text.endsWith(':') && !endsSentence(text.slice(0, -1)));

/** Whether a text only points to the other language: “Voir la version anglaise.” */
export function isPlaceholder(text: string, { vocabulary }: HalfReading): boolean {
  const words = wordsOf(text);
  const [phrase] = phrasesAt(vocabulary.placeholders, words);
  return phrase !== undefined && words.all().length <= phrase.keys.length + 4;
}

/** Takes out the texts that are a pointer to the other language. */
export function withoutPlaceholders(texts: readonly Read<string>[], field: string, reading: HalfReading) {
  return texts.filter(({ value, lines }) => {
    if (!isPlaceholder(value, reading)) return true;
    if (!reading.placeholders.has(field)) doubt(reading, 'placeholder', { field, lines, values: [value] });
    reading.placeholders.add(field);
    return comparable(value) === '';
  });
}
