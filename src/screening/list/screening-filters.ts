import { z } from 'zod';
import { FINDINGS } from '../sheet/sheet.ts';

/** How far an application has come, for who looks: of one's own sheet where one has one, else of all its sheets. */
export const STATES = ['unassigned', 'to-do', 'begun', 'signed', 'ready', 'settled'] as const;
export type ScreeningState = (typeof STATES)[number];
/** How many are on one page. */
export const PAGE_SIZES = [50, 200, 1000] as const;

const FILTERS = z.object({
  state: z.enum(STATES).optional().catch(undefined),
  /** The account of a screener. */
  screener: z.uuid().optional().catch(undefined),
  /** The key of a requirement, and what was found of it. */
  requirement: z
    .string()
    .regex(/^[0-9a-f]{12}$/)
    .optional()
    .catch(undefined),
  finding: z.enum(FINDINGS).optional().catch(undefined),
  /** The code of a hard rule that does not say “met”. */
  rule: z
    .string()
    .regex(/^[a-z0-9-]{1,80}$/)
    .optional()
    .catch(undefined),
  per: z.coerce.number().pipe(z.literal(PAGE_SIZES)).catch(50),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type ScreeningFilters = z.output<typeof FILTERS>;

/** The filters that an address asks for; what cannot be read there filters nothing. */
export const readScreeningFilters = (query: unknown): ScreeningFilters => FILTERS.parse(query ?? {});

/** The query of an address that asks for these filters. */
export function writeScreeningFilters({ page, per, ...plain }: ScreeningFilters): string {
  const entries = [
    ...Object.entries(plain),
    ['per', per === 50 ? '' : String(per)],
    ['page', page === 1 ? '' : String(page)],
  ].filter((entry): entry is [string, string] => Boolean(entry[1]));
  return entries.length === 0 ? '' : `?${new URLSearchParams(entries).toString()}`;
}

export const narrows = ({ state, screener, requirement, finding, rule }: ScreeningFilters): boolean =>
  [state, screener, rule, requirement && finding].some(Boolean);
