import type { Organisation } from '../../regulations/organisation/organisation.ts';

type Period = Organisation['retention'][number];

/** What a period of `retention.yaml` deletes, by its code. */
export const RETAINED = [
  'draft-applications',
  'applications',
  'reserve-list',
  'appointments',
  'accounts',
  'events',
] as const;
export type Retained = (typeof RETAINED)[number];

const isRetained = (code: string): code is Retained => (RETAINED as readonly string[]).includes(code);

/** The periods that end something, with their months; one that the organisation has not decided ends nothing. */
export const decidedPeriods = (
  periods: readonly Period[],
): { code: Retained; months: number; warningDays: number | undefined }[] =>
  periods.flatMap(({ code, months, warningDays }) =>
    months !== null && isRetained(code) ? [{ code, months, warningDays }] : [],
  );

/** The period of this code, as it is shown. */
export const periodOf = (periods: readonly Period[], code: Retained): Period | undefined =>
  periods.find((period) => period.code === code);
