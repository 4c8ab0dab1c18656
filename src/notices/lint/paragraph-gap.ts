import { agreementOfLength, kinship, LONGER, marksOf, type Marks } from './alignment.ts';
import type { Passage } from './passages.ts';

/** How many paragraphs of each language go together. */
type Move = readonly [en: number, fr: number];
/** A paragraph of one language may be two or three of the other, as a page break cuts it. */
const TOGETHER: readonly Move[] = [
  [1, 1],
  [1, 2],
  [2, 1],
  [2, 2],
  [1, 3],
  [3, 1],
];
const APART: readonly Move[] = [
  [1, 0],
  [0, 1],
];

/** What a paragraph without a counterpart costs, and each paragraph that another is taken together with. */
const ALONE = 0.8;
const JOINED = 0.15;

/** What else speaks against two texts being one another's translation. */
type Against = (en: string, fr: string) => number;

/**
 * The paragraphs of running text that have no counterpart: in the likeliest way to take the two languages together, by the
 * lengths of texts and what translations share (Gale and Church's method, with words beside lengths).
 */
export function withoutCounterpart(
  en: readonly Passage[],
  fr: readonly Passage[],
  against: Against = () => 0,
): Passage[] {
  if (isEven(en, fr)) return [];
  const costs = remembered({ en, fr }, against);
  return bestWay({ en, fr }, costs).flatMap(({ move: [own, other], i, j }) => {
    if (own === 0) return fr.slice(j, j + other);
    return other === 0 ? en.slice(i, i + own) : [];
  });
}

/** As many in each language, each about as long as its counterpart: nothing is missing. */
const EVEN = 0.6;
const isEven = (en: readonly Passage[], fr: readonly Passage[]) =>
  en.length === fr.length &&
  en.every(({ text }, at) => agreementOfLength(text.length, fr[at]?.text.length ?? 0) > EVEN);

type Lists = { readonly en: readonly Passage[]; readonly fr: readonly Passage[] };
type Costs = (move: Move, i: number, j: number) => number;

function remembered({ en, fr }: Lists, against: Against): Costs {
  const groups = { en: together(en), fr: together(fr) };
  const known = new Map<string, number>();
  return ([own, other], i, j) => {
    if (own === 0 || other === 0) return ALONE;
    const key = [own, other, i, j].join(' ');
    const cost =
      known.get(key) ?? unlikelihood(groups.en(i, own), groups.fr(j, other), against) + JOINED * (own + other - 2);
    known.set(key, cost);
    return cost;
  };
}

type Group = { readonly text: string; readonly marks: Marks };

/** So many paragraphs from a place on, as one text: each is asked for many times. */
function together(passages: readonly Passage[]): (at: number, count: number) => Group {
  const known = new Map<string, Group>();
  return (at, count) => {
    const key = `${at} ${count}`;
    const found = known.get(key);
    if (found) return found;
    const text = passages
      .slice(at, at + count)
      .map((passage) => passage.text)
      .join(' ');
    const group = { text, marks: marksOf(text) };
    known.set(key, group);
    return group;
  };
}

/** Lengths of translations lie around their mean by so much, in logarithms; how much lengths and words weigh. */
const SPREAD = 0.3;
const OF_LENGTH = 0.35;
const MOST_OF_LENGTH = 1.6;
const OF_WORDS = 0.5;

function unlikelihood(en: Group, fr: Group, against: Against): number {
  const off = Math.log((fr.text.length + 1) / (LONGER * (en.text.length + 1))) / SPREAD;
  const length = Math.min(MOST_OF_LENGTH, OF_LENGTH * off * off);
  return length + OF_WORDS * (1 - kinship(en.marks, fr.marks)) + against(en.text, fr.text);
}

type Step = { readonly cost: number; readonly move: Move | undefined };
type Taken = { readonly move: Move; readonly i: number; readonly j: number };

function bestWay({ en, fr }: Lists, costs: Costs): Taken[] {
  const best: Step[][] = Array.from({ length: en.length + 1 }, () => []);
  const stepTo = (i: number, j: number): Step =>
    [...TOGETHER, ...APART]
      .map((move) => ({ move, before: best[i - move[0]]?.[j - move[1]]?.cost }))
      .map(({ move, before = Infinity }) => ({
        move,
        cost: before === Infinity ? before : before + costs(move, i - move[0], j - move[1]),
      }))
      .reduce<Step>((least, step) => (step.cost < least.cost ? step : least), { cost: Infinity, move: undefined });
  for (let i = 0; i <= en.length; i += 1)
    for (let j = 0; j <= fr.length; j += 1)
      best[i]?.push(i === 0 && j === 0 ? { cost: 0, move: undefined } : stepTo(i, j));
  return walkedBack(best, en.length, fr.length);
}

function walkedBack(best: readonly Step[][], rows: number, columns: number): Taken[] {
  const taken: Taken[] = [];
  let [i, j] = [rows, columns];
  for (let move = best[i]?.[j]?.move; move; move = best[i]?.[j]?.move) {
    i -= move[0];
    j -= move[1];
    taken.push({ move, i, j });
  }
  return taken.toReversed();
}
