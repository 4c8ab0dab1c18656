/** A row of a file by the names of its columns, with where it stands: the head is row 1. */
export type CsvRow = { row: number; cells: Readonly<Record<string, string>> };

/** A row that no file of ours has: what stands in it, and after it, would be read otherwise by another program. */
export class UnreadableRow extends Error {
  readonly row: number;

  constructor(row: number) {
    super('A row cannot be read.');
    this.row = row;
  }
}

/**
 * Reads the rows of a file of ours, as they come; a text that has an apostrophe before it keeps it.
 *
 * @throws UnreadableRow where a column has the name of another, or a row has other cells than the head
 */
export async function* readCsv(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<CsvRow> {
  let head: string[] | undefined;
  let row = 0;
  for await (const cells of records(chunks)) {
    row += 1;
    const isSound = cells !== undefined && (head ? cells.length === head.length : new Set(cells).size === cells.length);
    if (!isSound) throw new UnreadableRow(row);
    if (head) yield { row, cells: Object.fromEntries(head.map((name, place) => [name, cells[place] ?? ''])) };
    else head = cells;
  }
}

/** What goes on for longer is no line of ours. */
const LONGEST_LINE = 50_000_000;

/** The lines of a file, nothing for one that is none; what stands in quotes may hold commas and line ends (RFC 4180). */
async function* records(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string[] | undefined> {
  const decoder = new TextDecoder();
  let rest = '';
  let quoted = false;
  for await (const chunk of chunks) {
    let scanned = rest.length;
    let end = 0;
    rest += decoder.decode(chunk, { stream: true });
    for (; scanned < rest.length; scanned += 1)
      if (rest[scanned] === '"') quoted = !quoted;
      else if (rest[scanned] === '\n' && !quoted) end = scanned + 1;
    yield* split(rest.slice(0, end));
    rest = rest.slice(end);
    if (rest.length > LONGEST_LINE) yield undefined;
  }
  yield* split(rest);
}

const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;

function split(text: string): (string[] | undefined)[] {
  const lines: (string[] | undefined)[] = [];
  let line: string[] = [];
  CELL.lastIndex = 0;
  while (CELL.lastIndex < text.length) {
    const [found, quoted, plain = '', end] = CELL.exec(text) ?? [];
    if (found === undefined) return [...lines, undefined];
    line.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ',' && CELL.lastIndex < text.length) continue;
    lines.push(line);
    line = [];
  }
  return lines;
}
