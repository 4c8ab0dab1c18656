import type { Result } from '../platform/result.ts';
import { compareAge, type AgeAnswer } from '../regulations/eligibility/age.ts';
import type { ContractRefusal } from '../regulations/contracts/contract-refusals.ts';
import { planContract, type ContractAnswer } from '../regulations/contracts/contracts.ts';
import type { ContractQuestion } from '../regulations/contracts/contract-case.ts';
import {
  conversionRequest,
  type AdmissibleRequest,
  type ConversionRefusal,
} from '../regulations/contracts/conversion-request.ts';
import type { Organisation } from '../regulations/organisation/organisation.ts';
import { salaryOf, type SalaryAnswer } from '../regulations/pay/salary.ts';
import { planTwinGrade, type TwinGradePlan, type TwinGradeRefusal } from '../regulations/contracts/twin-grade.ts';

/** What an offer would be, as a member of staff plans it. Nothing of it is kept. */
export interface PlannedOffer extends Omit<ContractQuestion, 'grade'> {
  /** One grade, or the two of a twin-graded post, the lower first; none where it isn't known. */
  grades: readonly string[];
  /** Where the post is, ISO 3166-1 alpha-2, for what it pays. */
  country?: string | undefined;
  /** The day on which an indefinite contract would be asked for. */
  requestedOn?: string | undefined;
}

/** What the rules say of it; a part that was not asked for is null. */
export interface OfferPlan {
  contract: Result<ContractAnswer, ContractRefusal>;
  request: Result<AdmissibleRequest, ConversionRefusal> | null;
  age: AgeAnswer | null;
  twinGrade: Result<TwinGradePlan, TwinGradeRefusal> | null;
  salary: SalaryAnswer | null;
}

/** Plans an offer by the rules in force on its date (C1 to C16, and the organisation's own). */
export function planOffer(organisation: Organisation, offer: PlannedOffer): OfferPlan {
  const { grades, country, requestedOn, ...question } = offer;
  const { startsOn, bornOn, person, on } = question;
  const [grade, higher] = grades;
  const contract = planContract(organisation, { ...question, grade });
  const candidate = person === 'serving-staff' ? 'serving-staff' : 'external';
  const twins = grade !== undefined && higher !== undefined ? { lower: grade, higher, candidate } : undefined;
  return {
    contract,
    request: contract.ok && requestedOn !== undefined ? conversionRequest(contract.value, requestedOn) : null,
    age: bornOn === undefined ? null : compareAge(organisation, { startsOn, bornOn, grade, on }),
    twinGrade: twins ? planTwinGrade(organisation, { ...twins, candidate, startsOn, on }) : null,
    salary: grade === undefined || country === undefined ? null : salaryOf(organisation, { grades, country, on }),
  };
}

/** Whether the organisation's contracts depend on an age, on any day that its rules know. */
export const dependsOnAge = ({ eligibility }: Pick<Organisation, 'eligibility'>): boolean =>
  eligibility.age.some(({ minimum, serviceEnds }) => minimum !== null || serviceEnds.length > 0);
