import { suppress } from '../../applications/equality/suppression.ts';
import type { Reached } from './balance.ts';

/** Somebody who applied: how far they got, and what they answered if they agreed to be counted by it. */
export type Applied = { level: number; answers: Readonly<Record<string, string>> | undefined };

/** How often each answer to a question was given by all who finished the page, whether or not they agreed to more. */
export type QuestionCounts = { question: string; answers: readonly { code: string; count: number }[] };

type Counting = {
  /** How many levels there are: applied, each stage, found suitable. */
  levels: number;
  applied: readonly Applied[];
  counters: readonly QuestionCounts[];
  smallest: number;
};

/** People who gave one of these answers; several where one alone would tell of somebody. */
export type AnswerRow = { readonly answers: readonly string[]; readonly reached: Reached };
export type QuestionFigures = {
  readonly question: string;
  /** Which levels are shown; the numbers of each row are of these. */
  readonly levels: readonly number[];
  readonly rows: readonly AnswerRow[];
};
export type StageFigures = {
  /** At which levels the number of those who agreed may be shown, the first among them. */
  readonly levels: readonly number[];
  readonly everybody: Reached;
  readonly agreed: Reached;
  readonly questions: readonly QuestionFigures[];
};

/**
 * What may be shown of how far those got who agreed to be counted; undefined where it is nothing. Beside it stand the
 * counters of everybody's answers, so what is protected is every number that can be computed from both: those who got to
 * a level and no further, those who did not agree, and who gave an answer and did not. None is below `smallest`. Answers
 * are put together by the counters alone, never by how far people got: how a table is cut then tells nothing new
 * (decision 35; `stage-figures.test.ts` enumerates it).
 */
export function stageFigures({ levels: count, applied, counters, smallest }: Counting): StageFigures | undefined {
  const all = Array.from({ length: count }, (_, level) => level);
  const everybody = reachedBy(applied, all);
  const counted = applied.filter(({ answers }) => answers !== undefined);
  const agreed = reachedBy(counted, all);
  const rest = everybody.map((number, level) => number - (agreed[level] ?? 0));
  // Everybody who finished the page is in the counters of every question that was asked then.
  const finished = Math.max(0, ...counters.map(({ answers }) => sizeOf(answers)));
  if (finished - counted.length < smallest) return undefined;
  const levels = safeLevels(all, (some) => [agreed, rest].every((reached) => isSafe(at(reached, some), smallest)));
  if (levels.length === 0) return undefined;
  const questions = counters.flatMap((one) => questionFigures(one, { counted, levels, smallest }) ?? []);
  return { levels, everybody: at(everybody, levels), agreed: at(agreed, levels), questions };
}

type Cut = { counted: readonly Applied[]; levels: readonly number[]; smallest: number };

function questionFigures(
  { question, answers }: QuestionCounts,
  { counted, levels: possible, smallest }: Cut,
): QuestionFigures | undefined {
  const given = (person: Applied) => person.answers?.[question];
  // Asked of some and not of others: their sum is not known to be of the same people.
  if (counted.some((person) => !answers.some(({ code }) => code === given(person)))) return undefined;
  let found: QuestionFigures | undefined;
  for (const level of possible) {
    const levels = [...(found?.levels ?? []), level];
    const rows = rowings(answers, smallest)
      .map((cut) => cut.map(rowOf(levels)))
      .find((cut) => cut.every(({ reached, without }) => without >= smallest && isSafe(reached, smallest)));
    if (rows) found = { question, levels, rows: rows.map((row) => ({ answers: row.answers, reached: row.reached })) };
    if (!found) return undefined;
  }
  return found;

  function rowOf(levels: readonly number[]) {
    return (codes: Answers) => {
      const own = counted.filter((person) => codes.some(({ code }) => code === given(person)));
      // Who gave such an answer and did not agree: the difference between the counters and the row.
      const without = sizeOf(codes) - own.length;
      return { answers: codes.map(({ code }) => code), reached: reachedBy(own, levels), without };
    };
  }
}

type Answers = QuestionCounts['answers'];

/**
 * Every way in which a table may be cut, the finest first, as far as two rows are left. Those that the counters withhold
 * are one row, so that each row's number of answers is known to who reads the counters; then the two smallest are put
 * together, again and again.
 */
function rowings(answers: Answers, smallest: number): Answers[][] {
  const shown = suppress(
    answers.map(({ count }) => count),
    smallest,
  );
  const withheld = answers.filter((_, index) => shown[index] === 'withheld');
  const alone = answers.filter((_, index) => shown[index] !== 'withheld').map((answer) => [answer]);
  let rows: Answers[] = [...alone, ...(withheld.length > 0 ? [withheld] : [])];
  const found: Answers[][] = [];
  while (rows.length >= 2) {
    found.push(rows);
    const [least = [], next = [], ...others] = rows.toSorted((a, b) => sizeOf(a) - sizeOf(b));
    const together = answers.filter((answer) => least.includes(answer) || next.includes(answer));
    rows = [...others, together];
  }
  return found.map((cut) => cut.toSorted((a, b) => placeOf(a) - placeOf(b)));

  function placeOf([first]: Answers): number {
    return answers.findIndex((answer) => answer === first);
  }
}

function safeLevels(all: readonly number[], isShown: (levels: readonly number[]) => boolean): number[] {
  const found: number[] = [];
  for (const level of all) {
    if (isShown([...found, level])) found.push(level);
    if (found.length === 0) return [];
  }
  return found;
}

/** Whether neither those at any level nor those who got no further than one are too few. */
const isSafe = (reached: Reached, smallest: number): boolean =>
  reached.every((count, level) => count - (reached[level + 1] ?? 0) >= smallest);

const reachedBy = (people: readonly Applied[], levels: readonly number[]): Reached =>
  levels.map((level) => people.filter((person) => person.level >= level).length);
const at = (reached: Reached, levels: readonly number[]): Reached => levels.map((level) => reached[level] ?? 0);
const sizeOf = (answers: Answers): number => answers.reduce((total, { count }) => total + count, 0);
