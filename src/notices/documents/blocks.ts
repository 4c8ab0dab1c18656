/** A piece of a document, in the order of reading. An item stands with its mark, a field as “Label: value”. */
export type Block = { readonly kind: 'heading' | 'paragraph' | 'item' | 'field'; readonly text: string };

export type Cell = { readonly blocks: readonly Block[]; readonly isHeader: boolean };
export type Row = readonly Cell[];

/** The text that `readNotice` reads: a paragraph a line, an empty line between them; items and fields stand together. */
export function textOf(blocks: readonly Block[]): string {
  const shown = blocks.map(({ kind, text }) => ({ kind, text: clean(text) })).filter(({ text }) => text !== '');
  const lines = shown.map(({ kind, text }, index) => {
    const next = shown[index + 1];
    const together = (kind === 'item' || kind === 'field') && next?.kind === kind;
    return !next || together ? text : `${text}\n`;
  });
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

/** Single spaces, no empty lines, and none of the characters that carry nothing; a no-break space stays. */
const clean = (text: string): string =>
  text
    .replace(/[\t \u2000-\u200A\u3000\f\v]+/g, ' ')
    .replace(/ ?\n[\n ]*/g, '\n')
    // oxlint-disable-next-line no-control-regex -- what cannot be printed
    .replace(/[\u0000-\u0008\u000E-\u001F\u007F\u200B\u2060\uFEFF\uFFFD]/g, '')
    .trim();

/** Text on one line: of a label, or of a cell. */
const inLine = (blocks: readonly Block[]): string =>
  clean(blocks.map(({ text }) => text).join(' ')).replaceAll('\n', ' ');

/** A label is short, and says one thing. */
const LONGEST_LABEL = 60;
/** Cells this long side by side hold running text: the languages of a notice next to each other, not labels and values. */
const LONG_CELL = 200;

/** The blocks of a table: labels with their values; text in columns, one column after the other; or its rows. */
export function tableBlocks(rows: readonly Row[]): Block[] {
  const filled = rows.filter((row) => row.some(({ blocks }) => blocks.length > 0));
  if (inColumns(filled)) {
    const columns = Math.max(...filled.map((row) => row.length));
    return Array.from({ length: columns }, (_, at) => filled.flatMap((row) => row[at]?.blocks ?? [])).flat();
  }
  return filled.flatMap(rowBlocks);
}

function inColumns(rows: readonly Row[]): boolean {
  const lengths = rows.filter((row) => row.length === 2).map((row) => row.map(({ blocks }) => inLine(blocks).length));
  const long = (side: number) => lengths.some((row) => (row[side] ?? 0) > LONG_CELL);
  return lengths.length > 0 && lengths.length >= rows.length / 2 && long(0) && long(1);
}

function rowBlocks(row: Row): Block[] {
  const cells = row.filter(({ blocks }) => blocks.length > 0);
  const [first, second] = cells;
  if (!first) return [];
  if (!second)
    return row.length > 1 && first === row[0] && (first.isHeader || (row.length === 2 && isLabel(first)))
      ? [field(first, undefined)]
      : [...first.blocks];
  const pairs = Array.from({ length: Math.ceil(cells.length / 2) }, (_, at) => cells.slice(at * 2, at * 2 + 2));
  const labelled = cells.length === 2 || (cells.length % 2 === 0 && pairs.every(([label]) => label && isLabel(label)));
  if (!labelled) return [{ kind: 'paragraph', text: cells.map(({ blocks }) => inLine(blocks)).join(' – ') }];
  return pairs.flatMap(([label, value]) => (label ? pairBlocks(label, value) : []));
}

const isLabel = ({ blocks, isHeader }: Cell) => isHeader || inLine(blocks).endsWith(':');

function pairBlocks(label: Cell, value: Cell | undefined): Block[] {
  const short = inLine(label.blocks).length <= LONGEST_LABEL && label.blocks.length === 1;
  return short ? [field(label, value)] : [...label.blocks, ...(value?.blocks ?? [])];
}

function field(label: Cell, value: Cell | undefined): Block {
  return labelled(inLine(label.blocks), value ? inLine(value.blocks) : '');
}

/** A label with its value, with a colon between them. */
export const labelled = (label: string, value: string): Block => ({
  kind: 'field',
  text: `${label.trim().endsWith(':') ? label.trim() : `${label.trim()}:`} ${value}`.trim(),
});
