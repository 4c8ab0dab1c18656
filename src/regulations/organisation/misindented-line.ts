import { parseDocument } from 'yaml';

/** A line that stands too far in or out; lines are counted from 1. */
export interface MisindentedLine {
  line: number;
  spaces: number;
  wanted: number;
  /** The line beside which it would be read; null where it is alone in its part. */
  beside: number | null;
}

type Line = { number: number; spaces: number };
type Move = Line & { wanted: number };

/** Files are indented by twos, and a dash stands for two spaces. */
const STEP = 2;

/**
 * The line whose indentation alone makes a text unreadable. A parser complains where it gives up, often far below the
 * slip: so each line that could be meant is moved, until the text is readable there. Undefined where no such move
 * helps: then something else is wrong.
 */
export function misindentedLine(text: string, faultyLine: number): MisindentedLine | undefined {
  const lines = text.split('\n');
  const content = contentOf(lines);
  const around = linesAround(content, faultyLine);
  const part = partOf(lines, content, { around, faultyLine });
  const move = movesOf(around).find((each) => isReadable(part.map((line) => moved(line, each)).join('\n')));
  if (!move) return undefined;
  const { number: line, spaces, wanted } = move;
  return { line, spaces, wanted, beside: lineBeside(content, move) };
}

/**
 * A part that has slipped into the one above it, so that what it held stands beside it: its key has no value. The text
 * may be readable and say something else, so `isBetter` judges the text with the key moved out.
 */
export function slippedPart(
  text: string,
  isBetter: (mended: string) => boolean,
): { misindented: MisindentedLine; mended: string } | undefined {
  const lines = text.split('\n');
  const content = contentOf(lines);
  for (const move of movesOfEmptyKeys(lines, content)) {
    const mended = lines.map((line, index) => moved({ number: index + 1, text: line }, move)).join('\n');
    const { number: line, spaces, wanted } = move;
    if (isBetter(mended)) return { misindented: { line, spaces, wanted, beside: lineBeside(content, move) }, mended };
  }
  return undefined;
}

/** A key with nothing after it but a mark, by which others repeat what it holds, or a comment. */
const EMPTY_KEY = /:(?:\s+[&!]\S+)*\s*(?:\s#.*)?$/;

const movesOfEmptyKeys = (lines: readonly string[], content: readonly Line[]): Move[] =>
  content.flatMap((line, index) => {
    const text = lines[line.number - 1] ?? '';
    const next = content[index + 1];
    const isEmptyKey =
      EMPTY_KEY.test(text) && next?.spaces === line.spaces && !/^ *-/.test(lines[next.number - 1] ?? '');
    const levels = isEmptyKey ? Array.from({ length: Math.floor(line.spaces / STEP) }, (_, level) => level * STEP) : [];
    return levels.toReversed().map((wanted): Move => ({ ...line, wanted }));
  });

/** The lines that hold something: neither empty nor a comment. */
const contentOf = (lines: readonly string[]): Line[] =>
  lines.flatMap((line, index) => (/^ *[^\s#]/.test(line) ? [{ number: index + 1, spaces: line.search(/\S/) }] : []));

type NumberedLine = { number: number; text: string };

/** The parts around the lines that could be meant, each beginning without indentation: what is wrong elsewhere is another matter. */
function partOf(
  lines: readonly string[],
  content: readonly Line[],
  { around, faultyLine }: { around: readonly Line[]; faultyLine: number },
): NumberedLine[] {
  const first = Math.min(...around.map(({ number }) => number));
  const beginnings = content.filter(({ spaces }) => spaces === 0).map(({ number }) => number);
  const start = beginnings.findLast((number) => number <= first) ?? 1;
  const end = beginnings.find((number) => number > faultyLine) ?? lines.length;
  return lines.slice(start - 1, end).map((text, index) => ({ number: start + index, text }));
}

/** How the lines around could move, the likeliest first: of those not indented by twos, outwards, by little, the upper. */
function movesOf(around: readonly Line[]): Move[] {
  const levels = new Set(around.flatMap(({ spaces }) => [spaces - STEP, spaces, spaces + STEP]));
  const moves = around.flatMap((line) =>
    [...levels].filter((level) => level >= 0 && level !== line.spaces).map((wanted): Move => ({ ...line, wanted })),
  );
  return moves.toSorted(
    (a, b) =>
      (b.spaces % STEP) - (a.spaces % STEP) ||
      Number(a.wanted > a.spaces) - Number(b.wanted > b.spaces) ||
      Math.abs(a.wanted - a.spaces) - Math.abs(b.wanted - b.spaces) ||
      a.number - b.number,
  );
}

const NEXT = 2;

/** A line, those next to it, above it each line that holds others with the first that it holds, and a first line that stands in. */
function linesAround(content: readonly Line[], faultyLine: number): Line[] {
  const at = content.findLastIndex(({ number }) => number <= faultyLine);
  let outermost = Infinity;
  const chosen = new Set<number>(content[0]?.spaces === 0 ? [] : [0]);
  for (let index = at + NEXT; index >= 0; index -= 1) {
    if (index >= at - NEXT) chosen.add(index);
    const spaces = content[index]?.spaces ?? Infinity;
    if (index >= at || spaces >= outermost) continue;
    outermost = spaces;
    chosen.add(index).add(index + 1);
  }
  return [...chosen].flatMap((index) => content[index] ?? []);
}

const moved = ({ number, text }: NumberedLine, move: Move) =>
  number === move.number ? ' '.repeat(move.wanted) + text.trimStart() : text;

export const isReadable = (text: string): boolean => parseDocument(text).errors.length === 0;

/** The nearest line of the same part, above or else below, that is indented as a moved one will be. */
function lineBeside(content: readonly Line[], { number, wanted }: Move): number | null {
  const nearest = (lines: readonly Line[]) => lines.find(({ spaces }) => spaces <= wanted);
  const above = nearest(content.filter((line) => line.number < number).toReversed());
  const below = nearest(content.filter((line) => line.number > number));
  return [above, below].find((line) => line?.spaces === wanted)?.number ?? null;
}
