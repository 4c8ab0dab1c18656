import { civilDayIn } from '../../site/dates.ts';

const A_DAY_MS = 24 * 3_600_000;

/** How many midnights lie between two instants in a zone: 0 on the same civil day, whatever the clocks do. */
export const daysBetween = (from: Date, to: Date, zone: string): number => dayNumber(to, zone) - dayNumber(from, zone);

const dayNumber = (instant: Date, zone: string): number => Date.parse(civilDayIn(instant, zone)) / A_DAY_MS;
