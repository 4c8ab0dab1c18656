import { ok, refuse } from '../../platform/result.ts';
import type { Result } from '../../platform/result.ts';
import type { MemberNations, Organisation } from '../organisation/organisation.ts';
import type { Reason } from '../reason.ts';

export type Membership = MemberNations['nations'][number];

export interface NationalityValues {
  /** As the applicant gave them, ISO 3166-1 alpha-2. */
  nationalities: readonly string[];
  /** The day that counts, `YYYY-MM-DD`. */
  on: string;
  /** Those of them whose country is a member that day. */
  members: readonly string[];
  /** Memberships of their countries that begin later or have ended. */
  otherTimes: readonly Membership[];
}

export interface Eligibility {
  reasons: readonly [Reason<NationalityValues>];
}

export interface NationalityRefusal extends Eligibility {
  kind: 'no-nationality-given' | 'not-a-member-national';
}

/** Whether one of the nationalities is a member nation's on a civil date (E1). One is enough; the others never harm. */
export function eligibleNationality(
  { memberNations }: Pick<Organisation, 'memberNations'>,
  nationalities: readonly string[],
  on: string,
): Result<Eligibility, NationalityRefusal> {
  const memberships = memberNations.nations.filter(({ country }) => nationalities.includes(country));
  const members = memberships.filter((membership) => isMember(membership, on)).map(({ country }) => country);
  const otherTimes = memberships.filter(({ country }) => !members.includes(country));
  const { rule, source } = memberNations;
  const reasons = [{ rule, source, values: { nationalities, on, members, otherTimes } }] as const;

  if (members.length > 0) return ok({ reasons });
  return refuse({ kind: nationalities.length === 0 ? 'no-nationality-given' : 'not-a-member-national', reasons });
}

/** The member nations on a civil date, both the first day and the last included. */
export const membersOn = ({ memberNations }: Pick<Organisation, 'memberNations'>, on: string): string[] =>
  memberNations.nations.filter((membership) => isMember(membership, on)).map(({ country }) => country);

const isMember = ({ from, until }: Membership, on: string) => from <= on && (until === null || on <= until);
