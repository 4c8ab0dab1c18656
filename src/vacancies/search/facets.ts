import { CLOSING_DAYS, SINCE_DAYS } from './search-asked.ts';

/** Facets by the place of their bit in `miss`: the facets whose choice leaves a vacancy out. */
export const BITS = { body: 1, place: 2, grade: 4, clause: 8, level: 16, closing: 32, since: 64, mine: 128 } as const;
export type Facet = keyof typeof BITS;

/** How many vacancies share these values, and the bit of the one facet whose choice leaves them out (0: none). */
export type Counted = {
  /** Which of the columns was counted by: the bit of that column is 0 (PostgreSQL's `grouping`). */
  set: number;
  miss: number;
  count: number;
  body: string | null;
  city: string | null;
  clause: string | null;
  level: string | null;
  grades: string[] | null;
  closing: number | null;
  since: number | null;
  mine: boolean | null;
};

type Column = 'body' | 'city' | 'clause' | 'level' | 'grades' | 'closing' | 'since' | 'mine';
/** In the order in which `grouping` names them, the last by the lowest bit. */
const COLUMNS: readonly Column[] = ['body', 'city', 'clause', 'level', 'grades', 'closing', 'since', 'mine'];

/**
 * What choosing each value would give: how many vacancies have it among those that the other facets leave. Grades are
 * counted by the whole list of a vacancy, so that a family counts a vacancy with two of its grades once.
 */
export type Figures = {
  total: number;
  body: ReadonlyMap<string, number>;
  place: ReadonlyMap<string, number>;
  clause: ReadonlyMap<string, number>;
  level: ReadonlyMap<string, number>;
  grades: readonly { grades: readonly string[]; count: number }[];
  /** By days, each with what closes, or was published, within fewer. */
  closing: ReadonlyMap<number, number>;
  since: ReadonlyMap<number, number>;
  mine: number;
};

/** The figures of all facets, from the rows of one look at the table. */
export function sumUp(rows: readonly Counted[]): Figures {
  const of = (column: Column, bit: number) =>
    rows.filter(({ set, miss }) => set === setOf(column) && (miss & ~bit) === 0);
  const byText = (column: 'body' | 'city' | 'clause' | 'level', bit: number) =>
    tally(of(column, bit).map((row) => [row[column], row.count]));
  return {
    total: sum(of('mine', 0)),
    body: byText('body', BITS.body),
    place: byText('city', BITS.place),
    clause: byText('clause', BITS.clause),
    level: byText('level', BITS.level),
    grades: of('grades', BITS.grade).map(({ grades, count }) => ({ grades: grades ?? [], count })),
    closing: cumulated(
      CLOSING_DAYS,
      of('closing', BITS.closing).map((row) => [row.closing, row.count]),
    ),
    since: cumulated(
      SINCE_DAYS,
      of('since', BITS.since).map((row) => [row.since, row.count]),
    ),
    mine: sum(of('mine', BITS.mine).filter(({ mine }) => mine === true)),
  };
}

/** All bits but that of the column. */
const setOf = (column: Column): number => 2 ** COLUMNS.length - 1 - 2 ** (COLUMNS.length - 1 - COLUMNS.indexOf(column));

const sum = (rows: readonly { count: number }[]): number => rows.reduce((total, { count }) => total + count, 0);

function tally<Value>(pairs: readonly (readonly [Value | null, number])[]): Map<Value, number> {
  const counts = new Map<Value, number>();
  for (const [value, count] of pairs) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + count);
  return counts;
}

function cumulated(
  known: readonly number[],
  pairs: readonly (readonly [number | null, number])[],
): Map<number, number> {
  const counts = tally(pairs);
  return new Map(
    known.map((days) => [
      days,
      [...counts].reduce((total, [each, count]) => (each <= days ? total + count : total), 0),
    ]),
  );
}

/** How many vacancies have one of the grades. */
export const ofGrades = ({ grades }: Pick<Figures, 'grades'>, among: readonly string[]): number =>
  sum(grades.filter((each) => each.grades.some((grade) => among.includes(grade))));

/** Every grade that occurs. */
export const gradesThatOccur = ({ grades }: Pick<Figures, 'grades'>): string[] => [
  ...new Set(grades.flatMap((each) => each.grades)),
];
