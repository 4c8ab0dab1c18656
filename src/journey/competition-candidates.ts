/** What becomes of somebody in a generated competition, as it was laid down before anybody applied. */
export type Fate =
  | 'of-no-member-nation'
  | 'lacks-a-requirement'
  /** The screeners differ; whoever settles it holds the requirement to be met, or not. */
  | 'differs-and-is-kept'
  | 'differs-and-is-out'
  | 'withdraws'
  | 'fails-the-test'
  | 'below-the-pass-mark'
  | 'tied-at-the-top'
  | 'passes';

export type GeneratedCandidate = {
  fate: Fate;
  givenNames: string;
  familyName: string;
  email: string;
  nationality: string;
  /** The place of the essential requirement that is not shown, or on which the screeners differ. */
  lacks: number | undefined;
  /** Points by item of the written test. */
  tested: number[];
  /** Points by item of the interview: what the panel agrees on, and what each of its three members gives alone. */
  agreed: number[];
  alone: number[][];
};

/** How many of each there are: forty. */
const COUNTS: Record<Fate, number> = {
  'of-no-member-nation': 6,
  'lacks-a-requirement': 9,
  'differs-and-is-kept': 3,
  'differs-and-is-out': 3,
  withdraws: 1,
  'fails-the-test': 2,
  'below-the-pass-mark': 3,
  'tied-at-the-top': 2,
  passes: 11,
};

/** A stage as it counts: its part of the whole, the hundredths below which nobody goes on, and the weight of each item. */
export type CountedBy = { code: string; weight: number; passMark: number; items: number[]; assessedBy: string };
export const TEST: CountedBy = {
  code: 'written-test',
  weight: 40,
  passMark: 50,
  items: [2, 1],
  assessedBy: 'outside',
};
export const INTERVIEW: CountedBy = {
  code: 'panel-interview',
  weight: 60,
  passMark: 60,
  items: [3, 2, 1],
  assessedBy: 'panel',
};
const MEMBERS = 3;
const HIGHEST_POINTS = 5;
const mostOf = ({ items }: CountedBy): number => HIGHEST_POINTS * items.reduce((sum, weight) => sum + weight, 0);
const RESERVE_PLACES = 5;
const ESSENTIAL_REQUIREMENTS = 3;
const MEMBER_NATIONS = ['SE', 'FI', 'DK', 'PL', 'HU', 'RO', 'HR', 'SK'];
const OTHER_NATIONS = ['BR', 'KE', 'NO'];

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Draw = { below: (count: number) => number; of: <Of>(list: readonly Of[]) => Of };

function drawWith(seed: number): Draw {
  const next = seeded(seed);
  const below = (count: number) => Math.floor(next() * count);
  const of = <Of>(list: readonly Of[]): Of => {
    const drawn = list[below(list.length)];
    if (drawn === undefined) throw new Error('Nothing to draw from');
    return drawn;
  };
  return { below, of };
}

type Points = Pick<GeneratedCandidate, 'tested' | 'agreed'>;

/** Forty candidates in no order, each with a fate; the same for the same seed. */
export function generateCandidates(seed: number): GeneratedCandidate[] {
  const draw = drawWith(seed);
  const [best, second] = tieAtTheTop(draw);
  const tied = [best, second];
  const fates = Object.entries(COUNTS).flatMap(([fate, count]) => Array<Fate>(count).fill(fate as Fate));
  const names = new Set<string>();
  return shuffled(fates, draw).map((fate) => {
    const points = fate === 'tied-at-the-top' ? (tied.shift() ?? best) : pointsFor(fate, sumOf(best), draw);
    const [givenNames, familyName] = [newName(names, draw), newName(names, draw)];
    return {
      fate,
      givenNames,
      familyName,
      email: `${givenNames}.${draw.below(9000) + 1000}@post.example`.toLowerCase(),
      nationality: draw.of(fate === 'of-no-member-nation' ? OTHER_NATIONS : MEMBER_NATIONS),
      lacks: /lacks|differs/.test(fate) ? draw.below(ESSENTIAL_REQUIREMENTS) : undefined,
      ...points,
      alone: Array.from({ length: MEMBERS }, () => points.agreed.map((given) => nearTo(given, draw))),
    };
  });
}

function shuffled<Of>(list: readonly Of[], draw: Draw): Of[] {
  const left = [...list];
  return list.flatMap(() => left.splice(draw.below(left.length), 1));
}

/** Two that come to the same sum though neither stage is alike, near the most that there is. */
function tieAtTheTop(draw: Draw): [Points, Points] {
  for (;;) {
    const [one, other] = [anyPoints(draw), anyPoints(draw)];
    const differs = weighedSum(one.tested, TEST) !== weighedSum(other.tested, TEST);
    if (sumOf(one) === sumOf(other) && differs && sumOf(one) >= 0.9 * MOST && passes(one) && passes(other))
      return [one, other];
  }
}

function pointsFor(fate: Fate, top: number, draw: Draw): Points {
  for (;;) {
    const points = anyPoints(draw);
    const passed = [passesAt(points.tested, TEST), passesAt(points.agreed, INTERVIEW)];
    if (fate === 'fails-the-test' ? !passed[0] : fate === 'below-the-pass-mark' ? passed[0] && !passed[1] : false)
      return points;
    if (!/fails|below/.test(fate) && passes(points) && sumOf(points) < top) return points;
  }
}

const pointsAt = ({ items }: CountedBy, draw: Draw) => items.map(() => draw.below(HIGHEST_POINTS) + 1);
const anyPoints = (draw: Draw): Points => ({ tested: pointsAt(TEST, draw), agreed: pointsAt(INTERVIEW, draw) });
const nearTo = (points: number, draw: Draw) =>
  Math.min(HIGHEST_POINTS, Math.max(1, points + draw.of([-1, 0, 0, 0, 1])));
const weighedSum = (points: readonly number[], { items }: CountedBy) =>
  points.reduce((sum, given, at) => sum + given * (items[at] ?? 0), 0);
const passesAt = (points: readonly number[], stage: CountedBy) =>
  100 * weighedSum(points, stage) >= stage.passMark * mostOf(stage);
const passes = ({ tested, agreed }: Points) => passesAt(tested, TEST) && passesAt(agreed, INTERVIEW);

const STARTS = ['Zv', 'Kj', 'Dzh', 'Vrr', 'Tsk', 'Xh', 'Mb', 'Gw'];
const MIDDLES = ['yx', 'uqu', 'ozz', 'awk', 'ijj', 'ebv'];
const ENDS = ['orth', 'ullo', 'yska', 'etje', 'amwa', 'ikko'];

/** A name that is part of no other word of a page. */
function newName(taken: Set<string>, draw: Draw): string {
  for (;;) {
    const name = draw.of(STARTS) + draw.of(MIDDLES) + draw.of(ENDS);
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

/** The sum that decides, in whole numbers: each stage by its weight, on what is the most of both. */
export const sumOf = ({ tested, agreed }: Points): number =>
  TEST.weight * weighedSum(tested, TEST) * mostOf(INTERVIEW) +
  INTERVIEW.weight * weighedSum(agreed, INTERVIEW) * mostOf(TEST);
const MOST = (TEST.weight + INTERVIEW.weight) * mostOf(TEST) * mostOf(INTERVIEW);

/** Of a sum, the hundredths that a page shows. */
export const inHundredthsOfMost = (points: Points): string => ((100 * sumOf(points)) / MOST).toFixed(2);

const BEFORE_THE_PANEL: readonly Fate[] = [
  'differs-and-is-kept',
  'withdraws',
  'fails-the-test',
  'below-the-pass-mark',
  'tied-at-the-top',
  'passes',
];

export const isInvited = ({ fate }: GeneratedCandidate): boolean => BEFORE_THE_PANEL.includes(fate);
export const isTested = (one: GeneratedCandidate): boolean => isInvited(one) && one.fate !== 'withdraws';
export const isInterviewed = (one: GeneratedCandidate): boolean => isTested(one) && one.fate !== 'fails-the-test';

export type Ending = {
  position: 'selected' | 'reserve-listed' | 'not-retained' | 'invited';
  reason: string | null;
  rank: number | null;
};

/** How it must end for each: whom the tie is parted for, who is kept for later, and the reason that the others are told. */
export function endingsOf(candidates: readonly GeneratedCandidate[]): Map<GeneratedCandidate, Ending> {
  const placed = candidates.filter((one) => isTested(one) && passes(one)).toSorted(byMerit);
  const last = placed[RESERVE_PLACES];
  const reach = last ? sumOf(last) : 0;
  const endingOf = (one: GeneratedCandidate): Ending => {
    const rank = placed.includes(one) ? 1 + placed.filter((other) => sumOf(other) > sumOf(one)).length : null;
    if (one.fate === 'withdraws') return { position: 'invited', reason: null, rank };
    const reason = reasonFor(one);
    if (reason) return { position: 'not-retained', reason, rank };
    if (one === placed[0]) return { position: 'selected', reason: null, rank };
    // Who has the same sum as the last on the list stands on it as well.
    return sumOf(one) >= reach
      ? { position: 'reserve-listed', reason: null, rank }
      : { position: 'not-retained', reason: 'comparison', rank };
  };
  return new Map(candidates.map((one) => [one, endingOf(one)]));
}

function reasonFor(one: GeneratedCandidate): string | undefined {
  if (one.fate === 'of-no-member-nation') return 'not-eligible';
  if (!isInvited(one)) return 'essential-requirement';
  if (!passesAt(one.tested, TEST)) return 'test-result';
  return passesAt(one.agreed, INTERVIEW) ? undefined : 'interview-result';
}

/** By the sum; among equals, by the points of the first item at which they differ: why the panel parts a tie so. */
function byMerit(one: GeneratedCandidate, other: GeneratedCandidate): number {
  const [own, others] = [one, other].map(({ tested, agreed }) => [...tested, ...agreed]) as [number[], number[]];
  const differs = own.findIndex((points, at) => points !== others[at]);
  return sumOf(other) - sumOf(one) || (others[differs] ?? 0) - (own[differs] ?? 0);
}
