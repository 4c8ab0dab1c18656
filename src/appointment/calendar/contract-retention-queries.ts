import { addMonths } from '../../regulations/civil-dates.ts';
import type { Db } from '../../schema.ts';
import { civilDayIn } from '../../site/dates.ts';
import { contractEndings } from './contract-queries.ts';

/**
 * The applications, by number, of those whose contract ended so many months ago, by its last day as it stands. One that goes on without
 * an end, or whose length nobody entered, is not over.
 */
export async function expiredAppointments(db: Db, { months, now }: { months: number; now: Date }): Promise<string[]> {
  return (await contractEndings(db))
    .filter(({ last, zone }) => last.kind === 'day' && addMonths(last.day, months) < civilDayIn(now, zone))
    .map(({ application }) => application)
    .toSorted();
}
