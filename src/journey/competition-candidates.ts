/** What becomes of somebody in a generated competition, as it was laid down before anybody applied. */
export type Fate =
  | 'of-no-member-nation'
  | 'lacks-a-requirement'
  /** The screeners differ; whoever settles it holds the requirement to be met, or not. */
  | 'differs-and-is-kept'
  | 'differs-and-is-out'
  | 'withdraws'
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
  /** Points by item: what the panel agrees on, and what each of its three members gives alone. */
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
  'below-the-pass-mark': 4,
  'tied-at-the-top': 2,
  passes: 12,
};
export const ITEM_WEIGHTS = [3, 2, 1];
export const PASS_MARK = 60;
const MEMBERS = 3;
const HIGHEST_POINTS = 5;
const MOST = HIGHEST_POINTS * ITEM_WEIGHTS.reduce((sum, weight) => sum + weight, 0);
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

/** Forty candidates in no order, each with a fate; the same for the same seed. */
export function generateCandidates(seed: number): GeneratedCandidate[] {
  const draw = drawWith(seed);
  const [best, second] = tieAtTheTop(draw);
  const tied = [best, second];
  const fates = Object.entries(COUNTS).flatMap(([fate, count]) => Array<Fate>(count).fill(fate as Fate));
  const names = new Set<string>();
  return shuffled(fates, draw).map((fate) => {
    const agreed = fate === 'tied-at-the-top' ? (tied.shift() ?? best) : pointsFor(fate, sumOf(best), draw);
    const [givenNames, familyName] = [newName(names, draw), newName(names, draw)];
    return {
      fate,
      givenNames,
      familyName,
      email: `${givenNames}.${draw.below(9000) + 1000}@post.example`.toLowerCase(),
      nationality: draw.of(fate === 'of-no-member-nation' ? OTHER_NATIONS : MEMBER_NATIONS),
      lacks: /lacks|differs/.test(fate) ? draw.below(ESSENTIAL_REQUIREMENTS) : undefined,
      agreed,
      alone: Array.from({ length: MEMBERS }, () => agreed.map((points) => nearTo(points, draw))),
    };
  });
}

function shuffled<Of>(list: readonly Of[], draw: Draw): Of[] {
  const left = [...list];
  return list.flatMap(() => left.splice(draw.below(left.length), 1));
}

/** Two that come to the same sum by other points, near the most that there is. */
function tieAtTheTop(draw: Draw): [number[], number[]] {
  for (;;) {
    const [one, other] = [anyPoints(draw), anyPoints(draw)];
    const isTie = sumOf(one) === sumOf(other) && one.some((points, at) => points !== other[at]);
    if (isTie && sumOf(one) >= MOST - 3) return [one, other];
  }
}

function pointsFor(fate: Fate, top: number, draw: Draw): number[] {
  for (;;) {
    const points = anyPoints(draw);
    const fits = fate === 'below-the-pass-mark' ? !passes(points) : passes(points) && sumOf(points) < top;
    if (fits) return points;
  }
}

const anyPoints = (draw: Draw) => ITEM_WEIGHTS.map(() => draw.below(HIGHEST_POINTS) + 1);
const nearTo = (points: number, draw: Draw) =>
  Math.min(HIGHEST_POINTS, Math.max(1, points + draw.of([-1, 0, 0, 0, 1])));
const passes = (points: readonly number[]) => 100 * sumOf(points) >= PASS_MARK * MOST;

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

/** The sum that decides: points by weights, in whole numbers. */
export const sumOf = (points: readonly number[]): number =>
  points.reduce((sum, given, at) => sum + given * (ITEM_WEIGHTS[at] ?? 0), 0);

/** Of a sum, the hundredths that a page shows. */
export const inHundredthsOfMost = (points: readonly number[]): string => ((100 * sumOf(points)) / MOST).toFixed(2);

const BEFORE_THE_PANEL: readonly Fate[] = [
  'differs-and-is-kept',
  'withdraws',
  'below-the-pass-mark',
  'tied-at-the-top',
  'passes',
];

export const isInvited = ({ fate }: GeneratedCandidate): boolean => BEFORE_THE_PANEL.includes(fate);
export const isScored = (one: GeneratedCandidate): boolean => isInvited(one) && one.fate !== 'withdraws';

export type Ending = {
  position: 'selected' | 'reserve-listed' | 'not-retained' | 'invited';
  reason: string | null;
  rank: number | null;
};

/** How it must end for each: whom the tie is parted for, who is kept for later, and the reason that the others are told. */
export function endingsOf(candidates: readonly GeneratedCandidate[]): Map<GeneratedCandidate, Ending> {
  const placed = candidates.filter((one) => isScored(one) && passes(one.agreed)).toSorted(byMerit);
  const last = placed[RESERVE_PLACES];
  const reach = last ? sumOf(last.agreed) : 0;
  const endingOf = (one: GeneratedCandidate): Ending => {
    const rank = placed.includes(one)
      ? 1 + placed.filter(({ agreed }) => sumOf(agreed) > sumOf(one.agreed)).length
      : null;
    if (one.fate === 'withdraws') return { position: 'invited', reason: null, rank };
    const reason = reasonFor(one);
    if (reason) return { position: 'not-retained', reason, rank };
    if (one === placed[0]) return { position: 'selected', reason: null, rank };
    // Who has the same sum as the last on the list stands on it as well.
    return sumOf(one.agreed) >= reach
      ? { position: 'reserve-listed', reason: null, rank }
      : { position: 'not-retained', reason: 'comparison', rank };
  };
  return new Map(candidates.map((one) => [one, endingOf(one)]));
}

function reasonFor(one: GeneratedCandidate): string | undefined {
  if (one.fate === 'of-no-member-nation') return 'not-eligible';
  if (!isInvited(one)) return 'essential-requirement';
  return passes(one.agreed) ? undefined : 'interview-result';
}

/** By the sum; among equals, by the points of the first item at which they differ: why the panel parts a tie so. */
function byMerit(one: GeneratedCandidate, other: GeneratedCandidate): number {
  const differs = one.agreed.findIndex((points, at) => points !== other.agreed[at]);
  return sumOf(other.agreed) - sumOf(one.agreed) || (other.agreed[differs] ?? 0) - (one.agreed[differs] ?? 0);
}
