import { closingDay, dayByRule, type DayRules } from '../../applications/stages/situation.ts';
import { stillTaking } from '../../applications/stages/stage-state.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { addDays, isCivilDate } from '../../regulations/civil-dates.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';

type Closing = Parameters<typeof closingDay>[0];
type Selection = Organisation['selection'];

/** The civil day, where the deadline is announced, by the end of which a screening is to be done; and who says so. */
export type Due = { day: string; by: 'rule' | 'person' };

/** What somebody set for a competition, the last that counts. */
export type SetDue = { number: number; day: string; reason: string; setAt: Date };

/** What a person set for this competition, else what the organisation's rule gives; undefined where neither says. */
export function dueOf(vacancy: Closing, set: Pick<SetDue, 'day'> | undefined, rules: DayRules): Due | undefined {
  if (set) return { day: set.day, by: 'person' };
  const counted = dayByRule(vacancy, 'screening', rules);
  return counted.ok ? { day: counted.value.day, by: 'rule' } : undefined;
}

export type DueStanding = 'late' | 'today' | 'soon' | 'ahead';

/** How many days from today to a day, negative once it has passed. */
export const daysUntil = (day: string, today: string): number =>
  Math.round((Date.parse(day) - Date.parse(today)) / A_DAY_MS);
const A_DAY_MS = 24 * 3_600_000;

/** How a day stands: soon from so many days before it on. */
export function standingOfDue({ day }: Pick<Due, 'day'>, today: string, soonWithin = 0): DueStanding {
  const days = daysUntil(day, today);
  if (days === 0) return 'today';
  if (days < 0) return 'late';
  return days <= soonWithin ? 'soon' : 'ahead';
}

/** What is late first and longest, then by day, then what has no day; what is alike by its reference. */
export function byDueDay(
  one: { reference: string; due: Due | undefined },
  other: { reference: string; due: Due | undefined },
): number {
  const [first, second] = [one.due?.day ?? '9999-12-31', other.due?.day ?? '9999-12-31'];
  if (first !== second) return first < second ? -1 : 1;
  return one.reference < other.reference ? -1 : 1;
}

export const MAX_DUE_REASON = 1000;

export type DueRefusal =
  | { kind: 'day-missing' | 'reason-missing' | 'nothing-left' | 'set-meanwhile' }
  | { kind: 'day-too-early'; earliest: string }
  | { kind: 'reason-too-long'; max: number }
  | { kind: 'still-open'; deadlineAt: Date | null };

type Setting = {
  vacancy: Parameters<typeof stillTaking>[0];
  /** Whether applications are there that are not settled. */
  left: boolean;
  /** The number of the day that stood on the form, 0 for the organisation's; and of the last that was set. */
  seen: number;
  last: number;
  typed: { day: string; reason: string };
  today: string;
  at: Date;
};

/** Sets another day for a competition: no day that is past, once nothing can come in any more, and as long as something is left. */
export function setDue({
  vacancy,
  left,
  seen,
  last,
  typed,
  today,
  at,
}: Setting): Result<Omit<SetDue, 'setAt'>, DueRefusal> {
  if (stillTaking(vacancy, at)) return refuse({ kind: 'still-open', deadlineAt: vacancy.deadlineAt });
  if (!left) return refuse({ kind: 'nothing-left' });
  if (seen !== last) return refuse({ kind: 'set-meanwhile' });
  const { day } = typed;
  const reason = typed.reason.trim();
  if (!isCivilDate(day)) return refuse({ kind: 'day-missing' });
  if (day < today) return refuse({ kind: 'day-too-early', earliest: today });
  if (reason === '') return refuse({ kind: 'reason-missing' });
  if (reason.length > MAX_DUE_REASON) return refuse({ kind: 'reason-too-long', max: MAX_DUE_REASON });
  return ok({ number: last + 1, day, reason });
}

/**
 * The reminder that has come last by `today`, as days from the day a screening is to be done, negative before it;
 * undefined as long as none has come. Who missed earlier ones gets this one alone.
 */
export function reminderReached(
  { day }: Pick<Due, 'day'>,
  today: string,
  { daysBefore, daysAfter: after }: Selection['screening']['reminders'],
): number | undefined {
  return [...daysBefore.map((days) => -days), ...after]
    .toSorted((one, other) => other - one)
    .find((days) => addDays(day, days) <= today);
}
