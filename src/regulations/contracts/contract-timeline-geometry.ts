import { addMonths } from '../civil-dates.ts';
import type { Agreeing } from '../organisation/contracts-schema.ts';
import type { ContractReason } from './contract-reasons.ts';
import type { ContractPlan } from './contracts.ts';

export type StretchKind = 'first' | 'renewal' | 'request' | 'indefinite';

/** Something that lasts from a day to a day, both included; without an end it goes on. */
export interface TimelineStretch {
  kind: StretchKind;
  from: string;
  to: string | null;
  agreedBy: Agreeing[];
  /** Why it is so. */
  reasons: ContractReason[];
}

/** A plan as what follows what: one part for each line of the drawing, and for each row of its table. */
export function stretchesOf(plan: ContractPlan): TimelineStretch[] {
  const { starts, firstEnds, renewal, conversionWindow, indefiniteFrom } = plan;
  const because = (...parts: ContractReason['decides'][]) =>
    plan.reasons.filter(({ decides }) => parts.includes(decides));
  const agreeing = (part: 'firstEnds' | 'agreement' | 'indefinite'): Agreeing[] =>
    plan.reasons.flatMap((reason) =>
      reason.decides === part && 'agreedBy' in reason.values ? reason.values.agreedBy : [],
    );
  const stretches: TimelineStretch[] = [
    { kind: 'first', from: starts, to: firstEnds, agreedBy: agreeing('firstEnds'), reasons: because('firstEnds') },
  ];
  if (renewal)
    stretches.push({
      kind: 'renewal',
      from: renewal.starts,
      to: renewal.ends,
      agreedBy: agreeing('agreement'),
      reasons: because('renewalEnds', 'agreement'),
    });
  if (conversionWindow)
    stretches.push({
      kind: 'request',
      ...conversionWindow,
      agreedBy: agreeing('indefinite'),
      reasons: because('conversionWindow', 'indefinite', 'tooEarly', 'tooLate'),
    });
  if (indefiniteFrom !== null)
    stretches.push({
      kind: 'indefinite',
      from: indefiniteFrom,
      to: null,
      agreedBy: agreeing('indefinite'),
      reasons: because('indefinite'),
    });
  return stretches;
}

/** The drawing, in its own units: as wide as it is, and as high as its lines need. */
export const WIDTH = 640;
const MARGIN = 2;
const LINE_HEIGHT = 50;
const LABEL_DROP = 15;
const BAR_DROP = 24;
export const BAR_HEIGHT = 14;
/** What an open end is drawn as. */
const OPEN_MONTHS = 12;
const TICK_LEAST = 48;
const FOOT = 26;
/** A letter of a label at 16 px: the widest label measured had 7.09 a letter. */
const LETTER_WIDTH = 7.2;

export interface Bar {
  stretch: TimelineStretch;
  x: number;
  y: number;
  width: number;
  label: { text: string; x: number; y: number; anchor: 'start' | 'end' };
}

export interface Timeline {
  height: number;
  bars: Bar[];
  years: { x: number; text: string }[];
  /** Where today stands; null where it falls outside. */
  today: number | null;
}

type Drawn = { label: (stretch: TimelineStretch) => string; today?: string | undefined };

/** Places each part on a line of its own, its label above it, so that no two labels can meet. */
export function timelineOf(stretches: readonly TimelineStretch[], { label, today }: Drawn): Timeline {
  const from = stretches.map((stretch) => stretch.from).toSorted()[0] ?? '2000-01-01';
  const ends = stretches.map((stretch) => stretch.to ?? addMonths(stretch.from, OPEN_MONTHS));
  const to = ends.toSorted().at(-1) ?? from;
  const scale = (date: string) =>
    MARGIN +
    ((dayNumber(date) - dayNumber(from)) / Math.max(1, dayNumber(to) - dayNumber(from))) * (WIDTH - 2 * MARGIN);
  const bars = stretches.map((stretch, index): Bar => {
    const x = scale(stretch.from);
    const end = scale(ends[index] ?? to);
    const y = index * LINE_HEIGHT + BAR_DROP;
    return { stretch, x, y, width: Math.max(2, end - x), label: labelAt(label(stretch), x, index) };
  });
  const height = stretches.length * LINE_HEIGHT + FOOT;
  const inside = today !== undefined && from <= today && today <= to;
  return { height, bars, years: yearsBetween(from, to, scale), today: inside ? scale(today) : null };
}

/** A label begins with its bar; where that would lead out of the drawing, it ends with the drawing. */
function labelAt(text: string, x: number, index: number): Bar['label'] {
  const y = index * LINE_HEIGHT + LABEL_DROP;
  const fits = x + widthOf(text) <= WIDTH - MARGIN;
  return fits ? { text, x, y, anchor: 'start' } : { text, x: WIDTH - MARGIN, y, anchor: 'end' };
}

/** The most that a label can take. */
export const widthOf = (text: string): number => text.length * LETTER_WIDTH;

/** The first of January of as many years as there is room to name. */
function yearsBetween(from: string, to: string, scale: (date: string) => number): Timeline['years'] {
  const [first, last] = [Number(from.slice(0, 4)) + 1, Number(to.slice(0, 4))];
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  const room = (WIDTH - 2 * MARGIN) / TICK_LEAST;
  const every = Math.max(1, Math.ceil(years.length / room));
  return years
    .filter((year) => (year - first) % every === 0)
    .map((year) => ({ x: scale(`${year}-01-01`), text: String(year) }))
    .filter(({ x }) => x >= TICK_LEAST / 2 && x <= WIDTH - TICK_LEAST / 2);
}

const DAY_MS = 86_400_000;
const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS;
