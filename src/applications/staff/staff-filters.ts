import { z } from 'zod';
import { ENTRANCES, type Entrance } from '../../vacancies/internal-dates/internal-dates.ts';
import type { LanguageScheme } from '../../regulations/organisation/organisation.ts';

/** What staff may see of an application: a draft is its author's alone. */
export const STAFF_STATUSES = ['submitted', 'withdrawn'] as const;
export type StaffStatus = (typeof STAFF_STATUSES)[number];

export const SORTS = ['received', 'latest', 'number'] as const;
export type Sort = (typeof SORTS)[number];

export type ApplicationFilters = {
  /** Stands in the number or the name; never part of an address. */
  text: string;
  status: StaffStatus | undefined;
  /** By which entrance it came (E2). */
  entrance: Entrance | undefined;
  /** First and last day of reception, where the deadline is announced. */
  from: string | undefined;
  to: string | undefined;
  /** ISO 3166-1 alpha-2. */
  nationality: string | undefined;
  /** By official language, the lowest level to show. */
  levels: Record<string, string>;
  sort: Sort;
  page: number;
};

const FILTERS = z.object({
  text: z.string().trim().max(200).catch(''),
  status: z.enum(STAFF_STATUSES).optional().catch(undefined),
  entrance: z.enum(ENTRANCES).optional().catch(undefined),
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  nationality: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .catch(undefined),
  sort: z.enum(SORTS).catch('received'),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

/** The filters that an address asks for; what cannot be read there filters nothing. */
export function readFilters(query: unknown, scheme: LanguageScheme): ApplicationFilters {
  const given = (query ?? {}) as Record<string, unknown>;
  const parsed = FILTERS.parse(given);
  const codes = scheme.levels.map(({ code }) => code);
  const levels = scheme.official.flatMap((language) => {
    const level = given[`level-${language}`];
    return typeof level === 'string' && codes.includes(level) ? [[language, level]] : [];
  });
  const { status, entrance, from, to, nationality, ...rest } = parsed;
  const asked = { status, entrance, from, to, nationality };
  return { ...rest, ...asked, levels: Object.fromEntries(levels) as Record<string, string> };
}

/** The query of an address that asks for these filters, but for the text, which may be a name. */
export function writeFilters(filters: ApplicationFilters): string {
  const { text: _, levels, page, sort, ...plain } = filters;
  const entries = [
    ...Object.entries(plain),
    ...Object.entries(levels).map(([language, level]) => [`level-${language}`, level]),
    ['sort', sort === 'received' ? '' : sort],
    ['page', page === 1 ? '' : String(page)],
  ].filter((entry): entry is [string, string] => Boolean(entry[1]));
  return entries.length === 0 ? '' : `?${new URLSearchParams(entries).toString()}`;
}

/** Whether anything is left out of the list. */
export const isFiltered = ({ text, status, entrance, from, to, nationality, levels }: ApplicationFilters): boolean =>
  text !== '' || [status, entrance, from, to, nationality].some(Boolean) || Object.keys(levels).length > 0;

/** The level and those above it, in the order of the scale. */
export const levelsFrom = ({ levels }: LanguageScheme, lowest: string): string[] =>
  levels
    .map(({ code }) => code)
    .slice(
      Math.max(
        levels.findIndex(({ code }) => code === lowest),
        0,
      ),
    );
