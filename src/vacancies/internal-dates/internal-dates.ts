import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Extension } from '../editing/correction.ts';
import { isFinal } from '../vacancy-state.ts';
import type { Audience, Vacancy } from '../vacancy.ts';

/** The portal of the public, and that of serving staff (E2). */
export const ENTRANCES = ['public', 'internal'] as const;
export type Entrance = (typeof ENTRANCES)[number];

/** The dates of serving staff: their own last instant to apply, and when others are let in; null where there is none. */
export type InternalDates = Pick<Vacancy, 'internalDeadlineAt' | 'publicFrom'>;

type Dated = Pick<Vacancy, 'deadlineAt' | 'internalDeadlineAt'>;

/** The last instant of an entrance: serving staff have their own where one is set, and never longer than everybody. */
export function deadlineFor({ deadlineAt, internalDeadlineAt }: Dated, entrance: Entrance): Date | null {
  if (entrance === 'public' || internalDeadlineAt === null) return deadlineAt;
  return deadlineAt !== null && deadlineAt < internalDeadlineAt ? deadlineAt : internalDeadlineAt;
}

/**
 * A vacancy as it stands for those who come by an entrance: its deadline is theirs. Where that is another than everybody's,
 * `closesAt` keeps the one from which the organisation counts.
 */
export function forEntrance<Of extends Dated>(vacancy: Of, entrance: Entrance): Of & { closesAt?: Date | null } {
  const deadlineAt = deadlineFor(vacancy, entrance);
  return deadlineAt === vacancy.deadlineAt ? vacancy : { ...vacancy, deadlineAt, closesAt: vacancy.deadlineAt };
}

/** For whom a vacancy is announced; dates that say nothing to them are dropped. */
export const withAudience = (vacancy: Vacancy, audience: Audience): Vacancy => ({
  ...vacancy,
  audience,
  internalDeadlineAt: audience === 'external' ? null : vacancy.internalDeadlineAt,
  publicFrom: audience === 'internal' ? vacancy.publicFrom : null,
});

/** Whether a vacancy can have dates of serving staff at all. */
export const hasInternalDates = ({ status, audience }: Pick<Vacancy, 'status' | 'audience'>): boolean =>
  !isFinal(status) && status !== 'closed' && audience !== 'external';

export type InternalDatesRefusal =
  | { kind: 'no-internal-dates' }
  | { kind: 'after-public-deadline' | 'internal-deadline-passed' | 'internal-deadline-before-publication' }
  | { kind: 'public-from-passed' | 'public-from-after-deadline' | 'public-from-not-internal' }
  | { kind: 'no-reason-for-move' };

export type Dating = {
  vacancy: Vacancy;
  /** What those who have begun by the internal entrance are to be told, once the vacancy is published. */
  moved: (Omit<Extension, 'previousAt'> & { previousAt: Date | null }) | undefined;
};

/**
 * Sets the dates of serving staff. Theirs is never the later one, so that what closes for the public is closed; once the
 * vacancy is published, a date that moves is to come and has a reason.
 */
export function setInternalDates(
  vacancy: Vacancy,
  { reason, ...dates }: InternalDates & { reason: string },
  now: Date,
): Result<Dating, InternalDatesRefusal> {
  if (!hasInternalDates(vacancy)) return refuse({ kind: 'no-internal-dates' });
  const wrong = wrongDeadline(vacancy, dates, now) ?? wrongOpening(vacancy, dates, now);
  if (wrong) return refuse(wrong);
  const after = { ...vacancy, ...dates };
  const [previousAt, extendedTo] = [deadlineFor(vacancy, 'internal'), deadlineFor(after, 'internal')];
  const moves = vacancy.status === 'published' && previousAt?.getTime() !== extendedTo?.getTime();
  if (moves && reason.trim() === '') return refuse({ kind: 'no-reason-for-move' });
  return ok({ vacancy: after, moved: moves ? { previousAt, extendedTo } : undefined });
}

const unchanged = (one: Date | null, other: Date | null) => one?.getTime() === other?.getTime();

function wrongDeadline(vacancy: Vacancy, { internalDeadlineAt: at }: InternalDates, now: Date) {
  if (at === null || unchanged(at, vacancy.internalDeadlineAt)) return undefined;
  const { deadlineAt } = vacancy;
  if (deadlineAt !== null && at > deadlineAt) return { kind: 'after-public-deadline' } as const;
  if (at <= now) return { kind: 'internal-deadline-passed' } as const;
  const opens = vacancy.publishedAt ?? vacancy.publishAt;
  return opens !== null && at <= opens ? ({ kind: 'internal-deadline-before-publication' } as const) : undefined;
}

function wrongOpening(vacancy: Vacancy, { publicFrom: at }: InternalDates, now: Date) {
  if (at === null || unchanged(at, vacancy.publicFrom)) return undefined;
  if (vacancy.audience !== 'internal') return { kind: 'public-from-not-internal' } as const;
  if (at <= now || (vacancy.publishAt !== null && at <= vacancy.publishAt))
    return { kind: 'public-from-passed' } as const;
  const { deadlineAt } = vacancy;
  return deadlineAt !== null && at >= deadlineAt ? ({ kind: 'public-from-after-deadline' } as const) : undefined;
}
