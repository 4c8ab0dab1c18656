import { addMonths } from '../civil-dates.ts';
import { inForce } from '../in-force.ts';
import type { Organisation } from '../organisation/organisation.ts';
import type { Reason } from '../reason.ts';
import { serviceEnd } from '../contracts/service-end.ts';

export interface AgeQuestion {
  /** First day in the post. */
  startsOn: string;
  bornOn: string;
  grade?: string | undefined;
  /** The day whose rules count. */
  on: string;
}

export interface AgeAnswer {
  outcome: 'no-limit' | 'within' | 'too-young' | 'service-over';
  /** The first day on which the minimum age is reached; null where there is none. */
  oldEnoughFrom: string | null;
  /** The last day of service by the grade; null where there is none. */
  serviceEndsOn: string | null;
  reasons: Reason<{ startsOn: string; minimum: number | null; serviceEndsAt: number | null }>[];
}

/** Whether somebody is of the age that the organisation asks for on taking up an appointment; most ask for none. */
export function compareAge(
  rules: Pick<Organisation, 'eligibility' | 'grades'>,
  { startsOn, bornOn, grade, on }: AgeQuestion,
): AgeAnswer {
  const row = inForce(rules.eligibility.age, on);
  const end = serviceEnd(rules, { grade, bornOn, on });
  const minimum = row?.minimum ?? null;
  const oldEnoughFrom = minimum === null ? null : addMonths(bornOn, minimum * 12);
  const serviceEndsOn = end.kind === 'ends' ? end.endsOn : null;
  const values = { startsOn, minimum, serviceEndsAt: end.kind === 'ends' ? end.age : null };
  const reasons = row ? [{ rule: row.rule, source: row.source, values }] : [];
  const outcome =
    oldEnoughFrom !== null && startsOn < oldEnoughFrom
      ? 'too-young'
      : serviceEndsOn !== null && startsOn > serviceEndsOn
        ? 'service-over'
        : oldEnoughFrom === null && serviceEndsOn === null
          ? 'no-limit'
          : 'within';
  return { outcome, oldEnoughFrom, serviceEndsOn, reasons };
}
