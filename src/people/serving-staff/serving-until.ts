const YEARS_AHEAD = 3;

/**
 * The instant at which a day as typed (31/12/2027 or 2027-12-31) is over, in UTC; undefined for no day, one that is past,
 * or one so far ahead that nobody would look again.
 */
export function readLastDay(typed: string, now: Date): Date | undefined {
  const [, day, month, year] = /^\s*(\d{1,2})[/.](\d{1,2})[/.](\d{4})\s*$/.exec(typed) ?? [];
  const [, isoYear, isoMonth, isoDay] = /^\s*(\d{4})-(\d{2})-(\d{2})\s*$/.exec(typed) ?? [];
  const [y, m, d] = [Number(year ?? isoYear), Number(month ?? isoMonth), Number(day ?? isoDay)];
  const start = new Date(Date.UTC(y, m - 1, d));
  if (Number.isNaN(start.getTime()) || start.getUTCMonth() !== m - 1 || start.getUTCDate() !== d) return undefined;
  const end = new Date(start.getTime() + 24 * 3_600_000);
  const furthest = new Date(now);
  furthest.setUTCFullYear(furthest.getUTCFullYear() + YEARS_AHEAD);
  return end > now && end <= furthest ? end : undefined;
}
