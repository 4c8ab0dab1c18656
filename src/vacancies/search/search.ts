import type { Language } from '../../platform/language.ts';
import type { SearchAsked } from './search-asked.ts';
import type { Terms } from './search-terms.ts';

/** A period of membership: civil days (UTC), both included; `until` is null where it goes on. */
export type Membership = { from: string; until: string | null };

/** What decides what somebody may be shown and what is open to them. */
export type Seeker = {
  /** Whether internal vacancies are there for them: `isStaff`. */
  internal: boolean;
  /** When their countries were members; undefined where their nationality is not known. */
  memberships: readonly Membership[] | undefined;
};

/** A search with all that it needs to be answered. */
export type Search = {
  asked: SearchAsked;
  terms: Terms;
  seeker: Seeker;
  now: Date;
  /** The grades of each family that was chosen. */
  familyGrades: readonly string[];
  /** All grades, lowest first: what `grade` sorts by. */
  gradeOrder: readonly string[];
  language: Language;
  /** Bounds that programs may set to the second, where people choose among days. */
  within?: { closingBefore?: Date | undefined; publishedSince?: Date | undefined };
};

const DAY_MS = 86_400_000;

export const daysFrom = (now: Date, days: number): Date => new Date(now.getTime() + days * DAY_MS);

/** The first instant of a civil day (UTC), or of one so many days later. */
export const startOf = (civil: string, daysLater = 0): Date => daysFrom(new Date(`${civil}T00:00:00Z`), daysLater);
