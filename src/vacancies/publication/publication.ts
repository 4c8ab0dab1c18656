import { ok, refuse, type Result } from '../../platform/result.ts';
import { isPublic, move, type IllegalMove } from '../vacancy-state.ts';
import type { DeadlineRefusal, Vacancy } from '../vacancy.ts';

export type ScheduleRefusal =
  IllegalMove | { kind: 'publication-not-to-come' } | { kind: 'publication-after-deadline' };

/** What tells whether a vacancy takes applications at an instant. */
export type OpenTimes = Pick<Vacancy, 'status' | 'publishedAt' | 'deadlineAt' | 'closedAt'>;

/**
 * Whether what is received at `at` is in time: from the publication to the last instant, that one included. The times
 * decide, not the status alone: what came in before a vacancy was closed is in time though it is looked at afterwards.
 */
export function isOpen({ status, publishedAt, deadlineAt, closedAt }: OpenTimes, at: Date): boolean {
  if (!isPublic(status) || (status !== 'published' && closedAt === null)) return false;
  const since = publishedAt !== null && publishedAt <= at;
  return since && [deadlineAt, closedAt].every((last) => last === null || at <= last);
}

/** Why there is no time to apply after `now`; an open-ended notice needs no deadline. */
export function deadlineRefusal(
  { deadlineAt, notice }: Pick<Vacancy, 'deadlineAt' | 'notice'>,
  now: Date,
): DeadlineRefusal | undefined {
  if (deadlineAt === null) return notice.openEnded ? undefined : { kind: 'no-deadline' };
  return deadlineAt <= now ? { kind: 'deadline-passed' } : undefined;
}

/** Has a reviewed vacancy published at an instant to come; once more, it moves that instant. */
export function schedule(vacancy: Vacancy, publishAt: Date, now: Date): Result<Vacancy, ScheduleRefusal> {
  const moved = move(vacancy.status, 'schedule');
  if (!moved.ok) return moved;
  if (publishAt <= now) return refuse({ kind: 'publication-not-to-come' });
  if (vacancy.deadlineAt !== null && vacancy.deadlineAt <= publishAt)
    return refuse({ kind: 'publication-after-deadline' });
  return ok({ ...vacancy, status: moved.value, publishAt });
}

/** Takes a vacancy that was to be published back into review. */
export function unschedule(vacancy: Vacancy): Result<Vacancy, IllegalMove> {
  const moved = move(vacancy.status, 'unschedule');
  return moved.ok ? ok({ ...vacancy, status: moved.value, publishAt: null }) : moved;
}

/** Stops receiving applications: at `now`, or at the deadline where that has passed. */
export function close(vacancy: Vacancy, now: Date): Result<Vacancy, IllegalMove> {
  const moved = move(vacancy.status, 'close');
  if (!moved.ok) return moved;
  const { deadlineAt } = vacancy;
  return ok({ ...vacancy, status: moved.value, closedAt: deadlineAt && deadlineAt < now ? deadlineAt : now });
}

/** Receives applications again, if there is time left to apply. */
export function reopen(vacancy: Vacancy, now: Date): Result<Vacancy, IllegalMove | DeadlineRefusal> {
  const moved = move(vacancy.status, 'reopen');
  if (!moved.ok) return moved;
  const refused = deadlineRefusal(vacancy, now);
  return refused ? refuse(refused) : ok({ ...vacancy, status: moved.value, closedAt: null });
}
