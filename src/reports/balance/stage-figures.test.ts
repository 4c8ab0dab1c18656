import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { suppress } from '../../applications/equality/suppression.ts';
import { stageFigures, type Applied, type QuestionCounts, type StageFigures } from './stage-figures.ts';
import { ratiosAt } from './stage-ratios.ts';

const LEVELS = 3;
const ANSWERS = { gender: ['woman', 'man', 'another', 'not-said'], age: ['young', 'old', 'not-said'] };
type Question = keyof typeof ANSWERS;
const QUESTIONS = Object.keys(ANSWERS) as Question[];

/** Somebody who applied, whether they finished the page, and whether they agreed to be counted by stage. */
type Person = { level: number; finished: boolean; agreed: boolean } & Record<Question, string>;

const likely = (answers: readonly string[]) =>
  fc
    .nat(19)
    .map((dice) => answers[[0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 3, 3][dice] ?? 0] ?? 'not-said');
const people = fc.array(
  fc.record({
    level: fc.nat(5).map((dice) => [0, 0, 0, 1, 1, 2][dice] ?? 0),
    finished: fc.nat(9).map((dice) => dice < 8),
    agreed: fc.nat(9).map((dice) => dice < 6),
    gender: likely(ANSWERS.gender),
    age: likely(ANSWERS.age),
  }),
  { minLength: 20, maxLength: 150 },
);

const countersOf = (some: readonly Person[]): QuestionCounts[] =>
  QUESTIONS.map((question) => ({
    question,
    answers: ANSWERS[question].map((code) => ({
      code,
      count: some.filter((person) => person.finished && person[question] === code).length,
    })),
  }));

function figuresOf(some: readonly Person[], smallest: number): StageFigures | undefined {
  const applied = some.map(({ level, finished, agreed, gender, age }): Applied => ({
    level,
    answers: finished && agreed ? { gender, age } : undefined,
  }));
  return stageFigures({ levels: LEVELS, applied, counters: countersOf(some), smallest });
}

const leftAt = (reached: readonly number[]) => reached.map((count, level) => count - (reached[level + 1] ?? 0));
const minus = (some: readonly number[], others: readonly number[]) =>
  some.map((count, index) => count - (others[index] ?? 0));
/** The numbers of some levels, of all that are shown. */
const at = (figures: StageFigures, reached: readonly number[], levels: readonly number[]) =>
  levels.map((level) => reached[figures.levels.indexOf(level)] ?? Number.NaN);

const RUNS = { numRuns: 400 };
const smallestShown = fc.integer({ min: 3, max: 6 });

describe('of how far those got who agreed to be counted', () => {
  test('no number is small that is shown or is the difference of two, those to the counters of everybody among them', () => {
    let tables = 0;
    fc.assert(
      fc.property(people, smallestShown, (some, smallest) => {
        const figures = figuresOf(some, smallest);
        if (!figures) return;
        const finished = some.filter((person) => person.finished).length;
        const counters = new Map(countersOf(some).map(({ question, answers }) => [question, answers]));
        const ofRows = figures.questions.flatMap(({ question, levels, rows }) =>
          rows.flatMap(({ answers, reached }) => {
            const given = (counters.get(question) ?? []).filter(({ code }) => answers.includes(code));
            const all = given.reduce((total, { count }) => total + count, 0);
            const others = minus(at(figures, figures.agreed, levels), reached);
            return [...leftAt(reached), ...leftAt(others), all - (reached[0] ?? 0)];
          }),
        );
        const notAgreed = leftAt(minus(figures.everybody, figures.agreed));
        const numbers = [...leftAt(figures.agreed), ...notAgreed, finished - (figures.agreed[0] ?? 0), ...ofRows];
        tables += figures.questions.length;

        expect(numbers.filter((number) => !(number >= smallest))).toEqual([]);
      }),
      RUNS,
    );
    expect(tables).toBeGreaterThan(100);
  });

  test('what is shown is true, and every answer is in one row', () => {
    fc.assert(
      fc.property(people, (some) => {
        const figures = figuresOf(some, 3);
        fc.pre(figures !== undefined);
        const counted = some.filter((person) => person.finished && person.agreed);
        const reachedBy = (group: readonly Person[], levels: readonly number[]) =>
          levels.map((level) => group.filter((person) => person.level >= level).length);

        expect(figures.everybody).toEqual(reachedBy(some, figures.levels));
        expect(figures.agreed).toEqual(reachedBy(counted, figures.levels));
        for (const { question, levels, rows } of figures.questions) {
          const answered = (person: Person) => person[question as Question];
          const group = (answers: readonly string[]) => counted.filter((person) => answers.includes(answered(person)));
          expect(rows.map(({ reached }) => reached)).toEqual(
            rows.map(({ answers }) => reachedBy(group(answers), levels)),
          );
          expect(rows.flatMap(({ answers }) => answers).toSorted()).toEqual(ANSWERS[question as Question].toSorted());
        }
      }),
      RUNS,
    );
  });

  test('whoever agreed has many beside them who got as far and could have given the other answer, and whoever did not as well', () => {
    fc.assert(
      fc.property(people, smallestShown, (some, smallest) => {
        const figures = figuresOf(some, smallest);
        for (const { question, levels, rows } of figures?.questions ?? []) {
          const rowOf = (person: Person) =>
            rows.findIndex(({ answers }) => answers.includes(person[question as Question]));
          const sliceOf = (person: Person) => levels.filter((level) => level <= person.level).length;
          const kinds = some
            .filter(({ finished }) => finished)
            .map((person) => ({
              row: rowOf(person),
              among: person.agreed ? `agreed ${sliceOf(person)}` : 'not agreed',
            }));
          const exchangeable = kinds.map(
            (one) => kinds.filter((other) => other.among === one.among && other.row !== one.row).length,
          );

          expect(exchangeable.filter((count) => count < smallest)).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  test('two questions together leave every combination of answers as open as either alone', () => {
    let pairs = 0;
    fc.assert(
      fc.property(people, smallestShown, (some, smallest) => {
        const figures = figuresOf(some, smallest);
        const [first, second] = figures?.questions ?? [];
        if (!figures || !first || !second) return;
        const common = first.levels.filter((level) => second.levels.includes(level));
        const cellsOf = ({ levels, rows }: typeof first) =>
          rows.map(({ reached }) => leftAt(common.map((level) => reached[levels.indexOf(level)] ?? Number.NaN)));
        const agreed = leftAt(at(figures, figures.agreed, common));
        // The least and the most people who can have given both answers (Fréchet).
        const widths = cellsOf(first).flatMap((some1) =>
          cellsOf(second).flatMap((some2) =>
            agreed.map((all, slice) => {
              const [a = 0, b = 0] = [some1[slice], some2[slice]];
              return Math.min(a, b) - Math.max(0, a + b - all);
            }),
          ),
        );
        pairs += 1;

        expect(widths.filter((width) => !(width >= smallest))).toEqual([]);
      }),
      RUNS,
    );
    expect(pairs).toBeGreaterThan(50);
  });

  test('who got how far by nationality, or by name, tells nothing: whoever got as far can be exchanged', () => {
    fc.assert(
      fc.property(people, fc.nat(), fc.nat(), (some, one, other) => {
        const finished = some.filter((person) => person.finished);
        fc.pre(finished.length > 1);
        const [a, b] = [finished[one % finished.length], finished[other % finished.length]];
        fc.pre(a !== undefined && b !== undefined && a.level === b.level);
        const exchanged = some.map((person) => (person === a ? b : person === b ? a : person));

        expect(figuresOf(exchanged, 3)).toEqual(figuresOf(some, 3));
      }),
      RUNS,
    );
  });
});

describe('who knows the rule, every counter, and how far everybody got who finished the page', () => {
  const SMALLEST = 2;
  const CODES = ['a', 'b', 'c'];
  /** How many gave each answer, and, of those who agreed, how many of them left at each of two levels. */
  type World = { counts: number[]; left: [number, number][]; key: string };

  const upTo = (most: number) => Array.from({ length: most + 1 }, (_, number) => number);
  /** Where all gave one answer the counters alone tell it, and there is nothing left to protect. */
  const triples = (total: number) =>
    upTo(total)
      .flatMap((a) => upTo(total - a).map((b) => [a, b, total - a - b]))
      .filter((counts) => Math.max(...counts) < total);
  const pairsWithin = (most: number) =>
    upTo(most).flatMap((early) => upTo(most - early).map((late): [number, number] => [early, late]));

  function worldsOf(counts: number[], finishedAt: [number, number]): World[] {
    const [one = [], two = [], three = []] = counts.map(pairsWithin);
    return one.flatMap((a) =>
      two.flatMap((b) =>
        three.flatMap((c) => {
          const fits = finishedAt.every((all, level) => (a[level] ?? 0) + (b[level] ?? 0) + (c[level] ?? 0) <= all);
          return fits ? [{ counts, left: [a, b, c], key: shownOf(counts, [a, b, c], finishedAt) }] : [];
        }),
      ),
    );
  }

  function shownOf(counts: number[], left: [number, number][], finishedAt: [number, number]): string {
    const agreed = left.flatMap((numbers, answer) =>
      numbers.flatMap((count, level) =>
        Array.from({ length: count }, (): Applied => ({ level, answers: { q: CODES[answer] ?? '' } })),
      ),
    );
    const others = finishedAt.flatMap((all, level) => {
      const here = agreed.filter((person) => person.level === level).length;
      // Some who never finished the page are not counted either, at every level.
      return Array.from({ length: all - here + SMALLEST }, (): Applied => ({ level, answers: undefined }));
    });
    const counters = [{ question: 'q', answers: CODES.map((code, index) => ({ code, count: counts[index] ?? 0 })) }];
    const applied = [...agreed, ...others];
    return JSON.stringify(stageFigures({ levels: 2, applied, counters, smallest: SMALLEST }) ?? 'nothing');
  }

  /** What is asked of a world: everybody with an answer, who of them agreed, at which level, and who did not. */
  const numbersOf = ({ counts, left }: World) => [
    ...counts,
    ...left.flatMap(([early, late], answer) => [early, late, early + late, (counts[answer] ?? 0) - early - late]),
  ];
  /** The numbers that are the same in all of them. */
  const known = (worlds: World[]) => {
    const [first = [], ...others] = worlds.map(numbersOf);
    return first.map((number, index) => (others.every((one) => one[index] === number) ? number : undefined));
  };
  const learned = (before: World[], after: World[]) => {
    const already = known(before);
    return known(after).filter((number, index) => number !== undefined && already[index] === undefined);
  };

  const ALL = [8, 11].flatMap((total) =>
    triples(total).map((counts) => worldsOf(counts, [Math.ceil(total / 2), Math.floor(total / 2)])),
  );
  const isShown = ({ key }: World) => key.includes('"rows"');

  test('learns no small number from what is shown, or from what is not', () => {
    const small = ALL.flatMap((before) =>
      [...Map.groupBy(before, ({ key }) => key).values()].flatMap((after) =>
        learned(before, after).filter((number) => (number ?? 0) < SMALLEST),
      ),
    );

    expect(small).toEqual([]);
    expect(ALL.flat().filter(isShown).length).toBeGreaterThan(5000);
  });

  test('nor does who knows the counters only as they are shown: those withheld stay so', () => {
    const byCounters = Map.groupBy(ALL.flat(), ({ counts }) =>
      JSON.stringify([suppress(counts, SMALLEST), counts.reduce((all, count) => all + count, 0)]),
    );
    const small = [...byCounters.values()].flatMap((before) =>
      [...Map.groupBy(before, ({ key }) => key).values()].flatMap((after) =>
        learned(before, after).filter((number) => (number ?? 0) < SMALLEST),
      ),
    );

    expect(small).toEqual([]);
  });
});

const reached = (...numbers: number[]) => numbers;
const groupOf = (count: number, level: number, gender?: string): Applied[] =>
  Array.from({ length: count }, () => ({ level, answers: gender === undefined ? undefined : { gender } }));

test('a known competition: rows as the counters cut them, levels as far as everything is large enough', () => {
  const applied = [
    ...groupOf(20, 0, 'woman'),
    ...groupOf(10, 1, 'woman'),
    ...groupOf(12, 0, 'man'),
    ...groupOf(12, 1, 'man'),
    ...groupOf(3, 2, 'man'),
    ...groupOf(1, 0, 'another'),
    ...groupOf(30, 0),
    ...groupOf(9, 1),
  ];
  const counters = [
    {
      question: 'gender',
      answers: [
        { code: 'woman', count: 40 },
        { code: 'man', count: 33 },
        { code: 'another', count: 1 },
        { code: 'not-said', count: 3 },
      ],
    },
  ];
  const counting = { levels: 3, applied, counters, smallest: 5 };

  expect(stageFigures(counting)).toEqual({
    levels: [0, 1],
    everybody: reached(97, 34),
    agreed: reached(58, 25),
    questions: [
      {
        question: 'gender',
        levels: [0, 1],
        rows: [
          { answers: ['woman'], reached: reached(30, 10) },
          { answers: ['man', 'another', 'not-said'], reached: reached(28, 15) },
        ],
      },
    ],
  });
  expect(stageFigures({ ...counting, applied: [...groupOf(4, 0, 'woman'), ...groupOf(90, 0)] })).toBeUndefined();
  expect(stageFigures({ ...counting, counters: [] })).toBeUndefined();
});

test('where nearly everybody agreed who finished the page, nothing is shown: the few others would stand in the difference', () => {
  const applied = [...groupOf(20, 0, 'woman'), ...groupOf(20, 0, 'man'), ...groupOf(30, 0)];
  const answers = (woman: number, man: number) => [
    {
      question: 'gender',
      answers: [
        { code: 'woman', count: woman },
        { code: 'man', count: man },
      ],
    },
  ];
  const shown = (woman: number, man: number) =>
    stageFigures({ levels: 2, applied, counters: answers(woman, man), smallest: 5 });

  expect(shown(22, 22)).toBeUndefined();
  expect(shown(30, 22)?.questions).toEqual([]);
  expect(shown(25, 25)?.questions[0]?.rows).toHaveLength(2);
});

test('ratios are to the highest group and to everybody, and marked by the one that the organisation looks at', () => {
  const rows = [
    { answers: ['woman'], reached: reached(30, 9) },
    { answers: ['man'], reached: reached(20, 8) },
    { answers: ['prefer-not-to-say'], reached: reached(10, 9) },
  ];
  const step = { rows, everybody: reached(100, 33), level: 0 };

  const toHighest = ratiosAt(step, { comparison: 'highest-group', markBelow: 0.8 });
  const toEverybody = ratiosAt(step, { comparison: 'everybody', markBelow: 0.8 });

  expect(toHighest.map((ratio) => ratio?.toHighest?.toFixed(2))).toEqual(['0.75', '1.00', '2.25']);
  expect(toHighest.map((ratio) => ratio?.toEverybody?.toFixed(2))).toEqual(['0.91', '1.21', '2.73']);
  expect(toHighest.map((ratio) => ratio?.isMarked)).toEqual([true, false, false]);
  expect(toEverybody.map((ratio) => ratio?.isMarked)).toEqual([false, false, false]);
});
