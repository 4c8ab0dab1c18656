import { inForce } from '../../regulations/in-force.ts';
import { assessEligibility, type Assessment } from '../../regulations/eligibility/eligibility-assessment.ts';
import { rulesDay } from '../../vacancies/vacancy.ts';
import { dayIn, type ApplicationRules, type AppliedVacancy } from '../application.ts';
import { heldFrom, type StatedClearance } from './stated-clearance.ts';

/** What somebody says of themselves before they begin. */
export type Stated = { nationalities: readonly string[]; clearance?: StatedClearance | undefined };

export type AssessedVacancy = Pick<AppliedVacancy, 'publishedAt' | 'deadlineAt' | 'deadlineZone' | 'notice'>;

/**
 * What the rules decide, prepare for a person and ask to be declared, before a line is written (E1 to E10): by the rules of
 * the day the vacancy was published, on the facts of the civil day of `at` where its deadline is announced.
 */
export function assessApplicant(
  { nationalities, clearance }: Stated,
  { vacancy, rules, at }: { vacancy: AssessedVacancy; rules: ApplicationRules; at: Date },
): Assessment {
  const { notice, deadlineAt, deadlineZone } = vacancy;
  const on = rulesDay(vacancy, at);
  return assessEligibility(rules, {
    candidate: { nationalities, clearance: heldFrom(clearance) },
    vacancy: {
      languages: notice.languages ? [{ kind: 'either', ...notice.languages }] : [],
      clearance: notice.clearance,
      fastTrack: notice.fastTrack && inForce(rules.clearances.fastTrack, on) !== undefined,
      deadlineAt: deadlineAt ?? undefined,
    },
    on,
    factsOn: dayIn(at, deadlineZone),
  });
}
