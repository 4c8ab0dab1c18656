import type { Localized } from '../../platform/language.ts';
import { addMonths, endOfMonth } from '../civil-dates.ts';
import { inForce } from '../in-force.ts';
import type { Organisation } from '../organisation/organisation.ts';

export interface ServiceEnd {
  kind: 'ends';
  rule: string;
  source: Localized;
  age: number;
  grade: string;
  endsOn: string;
}
/** The organisation has such an age, and what decides whether it applies isn't known. */
export interface ServiceEndNotKnown {
  kind: 'not-known';
  missing: ('grade' | 'date-of-birth')[];
}

/** The end of the month in which the age is reached at which service ends for the grade, by the rule of a day. */
export function serviceEnd(
  { eligibility, grades: { order } }: Pick<Organisation, 'eligibility' | 'grades'>,
  { grade, bornOn, on }: { grade?: string | undefined; bornOn?: string | undefined; on: string },
): ServiceEnd | ServiceEndNotKnown | { kind: 'none' } {
  const row = inForce(eligibility.age, on);
  if (!row || row.serviceEnds.length === 0) return { kind: 'none' };
  // A grade that isn't the organisation's tells nothing; one that has no row has no such age.
  if (grade === undefined || !order.includes(grade))
    return { kind: 'not-known', missing: bornOn === undefined ? ['grade', 'date-of-birth'] : ['grade'] };
  const age = row.serviceEnds.find(({ grades }) => grades.includes(grade))?.age;
  if (age === undefined) return { kind: 'none' };
  if (bornOn === undefined) return { kind: 'not-known', missing: ['date-of-birth'] };
  const endsOn = endOfMonth(addMonths(bornOn, age * 12));
  return { kind: 'ends', rule: row.rule, source: row.source, age, grade, endsOn };
}
