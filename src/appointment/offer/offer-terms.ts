import { ok, refuse, type Result } from '../../platform/result.ts';
import { dayAfter, periodEnd } from '../../regulations/civil-dates.ts';
import type { ContractRefusal } from '../../regulations/contracts/contract-refusals.ts';
import type { ContractAnswer } from '../../regulations/contracts/contracts.ts';
import type { TwinGradePlan, TwinGradeRefusal } from '../../regulations/contracts/twin-grade.ts';
import { inForce } from '../../regulations/in-force.ts';
import type { Person } from '../../regulations/organisation/contracts-schema.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { endOfCalendarSpan } from '../../regulations/spans.ts';
import { salaryOf, type SalaryAnswer } from '../../regulations/pay/salary.ts';
import { planOffer } from '../contract-planner.ts';

/** What a person decides of an offer; all else follows by the rules. Civil days, `YYYY-MM-DD`. */
export type OfferChoice = {
  clause: string;
  person: Person;
  /** Of the post: one, or the two of a twin grade, the lower first; none where it is graded by no scale. */
  grades: readonly string[];
  /** Where the post is, ISO 3166-1 alpha-2. */
  country: string;
  startsOn: string;
  /** The day of the offer, whose rules count. */
  on: string;
  /** Appointed to the higher of two grades at once, with the reason (C16). */
  directly: { reason: string } | null;
  /** By so many months sooner may they advance to the higher of two grades, with the reason (C15). */
  reduction: { months: number; reason: string } | null;
  renewalMonths?: number | undefined;
  earlierMonths?: number | undefined;
  bornOn?: string | undefined;
};

/** An offer as the rules make it of what was chosen. */
export type OfferTerms = {
  grade: string | null;
  contract: ContractAnswer;
  /** Of the grade appointed to, on the first day. */
  salary: SalaryAnswer | null;
  twinGrade: TwinGradePlan | null;
  /** Before this day nobody normally advances to the higher grade; null without one, or where they are appointed to it. */
  advancementFrom: string | null;
  probationEnds: string | null;
};

export type TermsRefusal =
  | { kind: 'contract'; refusal: ContractRefusal }
  | { kind: 'twin-grade'; refusal: TwinGradeRefusal }
  /** The rules let nobody of this kind be appointed to the higher grade at once. */
  | { kind: 'not-directly' }
  | { kind: 'no-reduction' }
  | { kind: 'reduction-too-long'; upToMonths: number }
  | { kind: 'reason-missing'; of: 'directly' | 'reduction' };

/** The terms of an offer by the rules in force on its day (C1 to C16), or why these choices make none. */
export function composeOffer(organisation: Organisation, choice: OfferChoice): Result<OfferTerms, TermsRefusal> {
  const { grades, country, startsOn, on, directly } = choice;
  const { directly: _directly, reduction: _reduction, ...question } = choice;
  const plan = planOffer(organisation, question);
  if (!plan.contract.ok) return refuse({ kind: 'contract', refusal: plan.contract.refusal });
  if (plan.twinGrade && !plan.twinGrade.ok) return refuse({ kind: 'twin-grade', refusal: plan.twinGrade.refusal });
  const twinGrade = plan.twinGrade?.value ?? null;
  const advancement = advancementOf(organisation, choice, twinGrade);
  if (!advancement.ok) return advancement;
  const grade = (directly ? grades.at(-1) : (twinGrade?.appointedAt ?? grades[0])) ?? null;
  const { probation } = organisation.appointment.offer;
  return ok({
    grade,
    contract: plan.contract.value,
    salary:
      grade === null ? null : salaryOf(organisation, { grades: [grade], country, on: startsOn > on ? startsOn : on }),
    twinGrade,
    advancementFrom: advancement.value,
    // Of a contract that the regulations alone know (C12), nobody can say that it begins with one.
    probationEnds: plan.contract.value.kind === 'ask' ? null : probation && endOfCalendarSpan(startsOn, probation),
  });
}

/** The two grades as they are decided on: of somebody appointed to the higher at once, what lets them be, and no later advancement. */
export function decidedTwinGrade(decided: {
  choice: Pick<OfferChoice, 'directly'>;
  terms: Pick<OfferTerms, 'twinGrade'>;
}): TwinGradePlan | null {
  const { twinGrade } = decided.terms;
  if (!twinGrade || !decided.choice.directly) return twinGrade;
  return { ...twinGrade, reasons: twinGrade.reasons.filter(({ decides }) => decides === 'directToHigher') };
}

/** From when they may normally advance, as far as it is decided with the offer. */
function advancementOf(
  { grades: rules }: Organisation,
  { directly, reduction, startsOn, on }: OfferChoice,
  twinGrade: TwinGradePlan | null,
): Result<string | null, TermsRefusal> {
  if (directly) {
    if (!twinGrade?.directToHigher) return refuse({ kind: 'not-directly' });
    if (directly.reason.trim() === '') return refuse({ kind: 'reason-missing', of: 'directly' });
    return reduction ? refuse({ kind: 'no-reduction' }) : ok(null);
  }
  if (!reduction) return ok(twinGrade?.normalAdvancement ?? null);
  const row = inForce(rules.twinGrade, on);
  if (!row?.reduction || twinGrade === null || twinGrade.earliestAdvancement === null)
    return refuse({ kind: 'no-reduction' });
  const { upToMonths } = row.reduction;
  if (reduction.months > upToMonths) return refuse({ kind: 'reduction-too-long', upToMonths });
  if (reduction.reason.trim() === '') return refuse({ kind: 'reason-missing', of: 'reduction' });
  return ok(dayAfter(periodEnd(startsOn, Math.max(0, row.advancement.months - reduction.months))));
}
