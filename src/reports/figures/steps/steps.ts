import { assertNever } from '../../../platform/result.ts';
import type { VacancyStatus } from '../../../vacancies/vacancy-state.ts';
import { daysBetween } from '../days.ts';

/** The steps from a vacancy's beginning to the post being filled; those of a selection stand between screening and report. */
export const STEPS_BEFORE = ['draft', 'review', 'open', 'screening'] as const;
export const STEPS_AFTER = ['report', 'decision', 'letters', 'acceptance', 'appointment', 'filling'] as const;
type FixedStep = (typeof STEPS_BEFORE)[number] | (typeof STEPS_AFTER)[number];
/** A stage by the organisation's code for it. */
export type Step = FixedStep | `stage:${string}`;
export const stageStep = (code: string): Step => `stage:${code}`;

/** What happened to a vacancy, as the log tells it, oldest first. */
export type VacancyEvent = {
  action: string;
  at: Date;
  stage: string | null;
  /** The number of a report, and whether it was begun for a case alone. */
  report: number | null;
  redone: boolean;
  /** Whose appointment it is about, by its id; null of what is about the vacancy. */
  appointment: string | null;
};

/** What figures of time are made from. */
export type VacancyHistory = {
  reference: string;
  status: VacancyStatus;
  createdAt: Date;
  publishedAt: Date | null;
  closedAt: Date | null;
  events: readonly VacancyEvent[];
  /** When the last result was settled; null as long as there is none, or one to settle. */
  settledAt: Date | null;
  /** The codes of the stages that are planned, in their order. */
  planned: readonly string[];
};

/** The end of a step. */
export type Moment = { step: Step; at: Date };

/**
 * The steps that ended, each at the last time it did: what was opened again has not ended. A vacancy counts as published at
 * the instant it was scheduled for and as closed at its deadline, which its row says; the rest is as the log tells it.
 */
export function momentsOf(history: VacancyHistory): Moment[] {
  const { events, publishedAt, closedAt, settledAt } = history;
  const ends = new Map<Step, Date>();
  const [submitted] = events.filter(({ action }) => action === 'submit');
  if (submitted) ends.set('draft', submitted.at);
  if (publishedAt) ends.set('review', publishedAt);
  if (closedAt) ends.set('open', closedAt);
  if (settledAt) ends.set('screening', settledAt);
  const cases = new Set(events.filter(({ redone }) => redone).map(({ report }) => report));
  for (const event of events) if (event.report === null || !cases.has(event.report)) applyEvent(ends, event);
  for (const [step, at] of appointingEnds(events)) ends.set(step, at);
  return [...ends].map(([step, at]) => ({ step, at }));
}

/** Which step each action ends; a report that comes back is written, and decided on, anew. */
const ENDED_BY: Readonly<Record<string, FixedStep>> = {
  'report-submitted': 'report',
  'report-accepted': 'decision',
  'report-departed-from': 'decision',
  'decision-released': 'letters',
  fill: 'filling',
};

/** What each action ends for one appointment, and which begin it anew. */
const APPOINTING: Readonly<Record<string, 'acceptance' | 'appointment'>> = {
  'offer-accepted': 'acceptance',
  appointed: 'appointment',
};
const UNDONE_BY: Readonly<Record<string, readonly string[]>> = {
  acceptance: ['offer-withdrawn', 'appointment-ended'],
  appointment: ['appointment-ended'],
};

/** Where several are appointed to the posts of a vacancy, a step ends with the last of them; of who does not come, nothing ended. */
function appointingEnds(events: readonly VacancyEvent[]): [Step, Date][] {
  return (['acceptance', 'appointment'] as const).flatMap((step): [Step, Date][] => {
    const ends = new Map<string, Date>();
    for (const { action, at, appointment } of events) {
      if (appointment === null) continue;
      if (APPOINTING[action] === step) ends.set(appointment, at);
      if (UNDONE_BY[step]?.includes(action)) ends.delete(appointment);
    }
    const last = [...ends.values()].toSorted((a, b) => a.getTime() - b.getTime()).at(-1);
    return last ? [[step, last]] : [];
  });
}

function applyEvent(ends: Map<Step, Date>, { action, at, stage }: VacancyEvent): void {
  const ended = ENDED_BY[action];
  if (ended) ends.set(ended, at);
  if (action === 'report-returned') ends.delete('report');
  if (stage === null) return;
  if (action === 'stage-closed') ends.set(stageStep(stage), at);
  if (action === 'stage-opened') ends.delete(stageStep(stage));
}

/** A step that was taken, and the civil days that it took. */
export type Taken = { step: Step; days: number };

/** How long each step took: from the end of the one that ended before it, the first from the vacancy's beginning. */
export function takenSteps(history: VacancyHistory, zone: string): Taken[] {
  const order = orderOf(history.planned);
  const moments = momentsOf(history).toSorted(
    (a, b) => a.at.getTime() - b.at.getTime() || placeIn(order, a.step) - placeIn(order, b.step),
  );
  return moments.map(({ step, at }, index) => ({
    step,
    days: daysBetween(moments[index - 1]?.at ?? history.createdAt, at, zone),
  }));
}

/** Which spans are told beside the steps, from the end of one step to that of another. */
export const SPANS = {
  'notice-to-decision': { from: 'review', to: 'decision' },
  'notice-to-letters': { from: 'review', to: 'letters' },
  'decision-to-appointment': { from: 'decision', to: 'appointment' },
  'notice-to-appointment': { from: 'review', to: 'appointment' },
} as const satisfies Record<string, { from: Step; to: Step }>;
export type Span = keyof typeof SPANS;

/** The civil days of a span; undefined where it has not ended. */
export function spanOf(history: VacancyHistory, span: Span, zone: string): number | undefined {
  const { from, to } = SPANS[span];
  const moments = momentsOf(history);
  const atEndOf = (wanted: Step) => moments.find(({ step }) => step === wanted)?.at;
  const [begins, ends] = [atEndOf(from), atEndOf(to)];
  return begins && ends && daysBetween(begins, ends, zone);
}

export type Waiting = { reference: string; step: Step; since: Date };

/**
 * The step that a vacancy is at, and since when; undefined where it is filled or cancelled. Once it has closed, that is the
 * step after the furthest that ended.
 */
export function waitingOf(history: VacancyHistory): Waiting | undefined {
  const { reference, status, createdAt, publishedAt, closedAt } = history;
  const last = (...actions: string[]) => history.events.findLast(({ action }) => actions.includes(action))?.at;
  switch (status) {
    case 'filled':
    case 'cancelled':
      return undefined;
    case 'draft':
      return { reference, step: 'draft', since: last('return') ?? createdAt };
    case 'in-review':
    case 'scheduled':
      return { reference, step: 'review', since: last('submit') ?? createdAt };
    case 'published':
      return { reference, step: 'open', since: last('reopen') ?? publishedAt ?? createdAt };
    case 'closed':
      return afterClosing(history, closedAt ?? createdAt);
    default:
      return assertNever(status);
  }
}

function afterClosing(history: VacancyHistory, closed: Date): Waiting {
  const order = orderOf(history.planned);
  const moments = momentsOf(history);
  const furthest = Math.max(order.indexOf('open'), ...moments.map(({ step }) => order.indexOf(step)));
  const since = new Date(Math.max(closed.getTime(), ...moments.map(({ at }) => at.getTime())));
  return { reference: history.reference, step: order[furthest + 1] ?? 'filling', since };
}

/** All steps of a vacancy in order. */
export const orderOf = (stages: readonly string[]): Step[] => [
  ...STEPS_BEFORE,
  ...stages.map(stageStep),
  ...STEPS_AFTER,
];

/** A stage that is planned no more comes after all that are. */
const placeIn = (order: readonly Step[], step: Step): number =>
  order.includes(step) ? order.indexOf(step) : order.length;
