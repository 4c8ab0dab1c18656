import { remainingStands } from '../site/dates.ts';

type Timed = { deadlineAt: Date | null; publishedAt: Date; closedAt?: Date | null };

const DAY_MS = 24 * 3_600_000;

/**
 * The last instant at which a page made at `now` is right if nobody changes anything: what is left of each vacancy's time
 * reads the same, none of them opens or closes, and it is the same day (UTC), from which examples are reckoned. `next`:
 * the same of all others.
 */
export function standsUntil(now: Date, vacancies: readonly Timed[], next?: Date): Date {
  const endOfDay = new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS + DAY_MS - 1);
  const instants = vacancies.flatMap(({ deadlineAt, publishedAt, closedAt }) => [
    deadlineAt && (remainingStands(now, deadlineAt) ?? deadlineAt),
    justBefore(publishedAt),
    closedAt,
  ]);
  const ahead = [endOfDay, next, ...instants].filter((instant) => instant && instant >= now);
  return new Date(Math.min(...ahead.map(Number)));
}

const justBefore = (instant: Date): Date => new Date(instant.getTime() - 1);
