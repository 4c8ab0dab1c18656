import type { Language } from '../../platform/language.ts';
import type { Passage } from './passages.ts';

/** Passages of the two languages that say the same, as far as can be told; one of the two may be missing. */
export type Pair = { readonly [In in Language]?: Passage | undefined };

/** Passages of two lists of the same length belong together in their order. */
export const inOrder = (en: readonly Passage[], fr: readonly Passage[]): Pair[] =>
  Array.from({ length: Math.max(en.length, fr.length) }, (_, index) => ({ en: en[index], fr: fr[index] }));

/** What a passage without a counterpart costs; two that have nothing in common cost more together. */
const ALONE = 0.62;

/** What else speaks against a pair: 0 nothing, 1 as much as having nothing in common; less than 0 speaks for it. */
export type Apart = (en: Passage | undefined, fr: Passage | undefined) => number;

/**
 * The likeliest pairs of two lists in their order, by what translations share: numbers, acronyms, addresses, words
 * with the same beginning, and length.
 */
export function aligned(en: readonly Passage[], fr: readonly Passage[], apart: Apart = () => 0): Pair[] {
  const marks = { en: en.map(({ text }) => marksOf(text)), fr: fr.map(({ text }) => marksOf(text)) };
  const best: Step[][] = Array.from({ length: en.length + 1 }, () => []);
  for (let i = 0; i <= en.length; i += 1)
    for (let j = 0; j <= fr.length; j += 1) {
      const [own, other] = [marks.en[i - 1], marks.fr[j - 1]];
      const steps: Step[] = i === 0 && j === 0 ? [{ cost: 0, from: 'start' }] : [];
      if (own && other) {
        const further = distance(own, other) + apart(en[i - 1], fr[j - 1]);
        steps.push({ cost: costAt(best, i - 1, j - 1) + further, from: 'both' });
      }
      if (i > 0) steps.push({ cost: costAt(best, i - 1, j) + ALONE, from: 'en' });
      if (j > 0) steps.push({ cost: costAt(best, i, j - 1) + ALONE, from: 'fr' });
      best[i]?.push(steps.toSorted((a, b) => a.cost - b.cost)[0] ?? { cost: Infinity, from: 'start' });
    }
  return walked(best, en, fr);
}

type Step = { cost: number; from: 'start' | 'both' | Language };
const costAt = (best: readonly Step[][], i: number, j: number) => best[i]?.[j]?.cost ?? Infinity;

function walked(best: readonly Step[][], en: readonly Passage[], fr: readonly Passage[]): Pair[] {
  const pairs: Pair[] = [];
  let [i, j] = [en.length, fr.length];
  while (i > 0 || j > 0) {
    const from = best[i]?.[j]?.from ?? 'start';
    pairs.push({ en: from === 'fr' ? undefined : en[i - 1], fr: from === 'en' ? undefined : fr[j - 1] });
    if (from !== 'fr') i -= 1;
    if (from !== 'en') j -= 1;
  }
  return pairs.toReversed();
}

export type Marks = {
  readonly length: number;
  /** An item of a list within running text. */
  readonly item: boolean;
  readonly sure: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
};

/** How well the lengths of a text and its translation agree: 1 is perfectly. */
export function agreementOfLength(en: number, fr: number): number {
  return Math.min(en * LONGER, fr) / Math.max(en * LONGER, fr, 1);
}

/** Letters of a word that a translation keeps: “accredit-ation”, « accrédit-ation ». */
const STEM = 5;
/** French is longer than English by about so much. */
export const LONGER = 1.17;

const ITEM = /^[•▪–-]\s/;

export function marksOf(text: string): Marks {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '');
  const sure = new Set(plain.match(/\d[\d.,]*\d|\d|(?<!\p{L})\p{Lu}[\p{Lu}\d]{1,7}(?!\p{L})/gu));
  const words = plain.toLowerCase().match(/\p{L}{5,}/gu) ?? [];
  return { length: text.length, item: ITEM.test(text), sure, stems: new Set(words.map((word) => word.slice(0, STEM))) };
}

/** Two pairs whose words would answer each other better if they were exchanged: numbers are left out of it. */
export function isCrossed(a: Required<Pair>, b: Required<Pair>): boolean {
  const cost = (en: Passage | undefined, fr: Passage | undefined) =>
    en && fr ? distance({ ...marksOf(en.text), sure: NOTHING }, { ...marksOf(fr.text), sure: NOTHING }) : 1;
  return cost(a.en, b.fr) + cost(b.en, a.fr) < cost(a.en, a.fr) + cost(b.en, b.fr) - CLEARLY;
}
const NOTHING: ReadonlySet<string> = new Set();
const CLEARLY = 0.1;

const MOST = 1.25;

/** How much two texts share of what translations do, their length left out: 0 nothing, 1 as much as any. */
export const kinship = (en: Marks, fr: Marks): number => Math.min(1, shared(en, fr) / 0.65);

/**
 * Of a list that has one item more than its counterpart, those that are likeliest to be the one too many: without it, the
 * others answer each other in their order. Several, where little tells them apart.
 */
export function oneTooMany(longer: readonly Passage[], shorter: readonly Passage[], apart: Apart): Passage[] {
  const [ours, theirs] = [longer, shorter].map((list) => list.map(({ text }) => marksOf(text)));
  const english = longer[0]?.language === 'en';
  const between = (at: number, to: number) => {
    const [own, other] = [ours?.[at], theirs?.[to]];
    if (!own || !other) return 0;
    const further = english ? apart(longer[at], shorter[to]) : apart(shorter[to], longer[at]);
    return further + (english ? distance(own, other) : distance(other, own));
  };
  let cost = longer.slice(1).reduce((sum, _, at) => sum + between(at + 1, at), 0);
  const costs = longer.map((_, at) => {
    const without = cost;
    cost += between(at, at) - between(at + 1, at);
    return without;
  });
  const least = Math.min(...costs);
  return longer.filter((_, at) => (costs[at] ?? 0) <= least + HARDLY);
}
const HARDLY = 0.05;

/** From 0, the same, to `MOST`, nothing in common. */
function distance(en: Marks, fr: Marks): number {
  if (en.item !== fr.item) return MOST;
  const ratio = agreementOfLength(en.length, fr.length);
  return Math.max(0, MOST - 0.6 * ratio - Math.min(0.65, shared(en, fr)));
}

const shared = (en: Marks, fr: Marks): number =>
  0.75 * share(en.stems, fr.stems) * 3 + (en.sure.size + fr.sure.size > 0 ? 0.4 * share(en.sure, fr.sure) : 0);

/** How much of what a text's translation would keep stands in this other text: 0 nothing, 1 all. */
export function keptIn(text: string, other: string): number {
  const [own, there] = [marksOf(text), marksOf(other)];
  const all = [...own.stems, ...own.sure];
  const kept = all.filter((mark) => there.stems.has(mark) || there.sure.has(mark));
  return kept.length / Math.max(all.length, 3);
}

function share(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const smaller = Math.min(a.size, b.size);
  return smaller === 0 ? 0 : [...a].filter((mark) => b.has(mark)).length / Math.max(smaller, 3);
}
