import type { NoticeRecord } from '../notices/notice.ts';
import { PERSONS, type Person } from '../regulations/organisation/contracts-schema.ts';
import type { ContractRefusal } from '../regulations/contracts/contract-refusals.ts';
import { planContract, type ContractAnswer } from '../regulations/contracts/contracts.ts';
import type { Result } from '../platform/result.ts';
import type { Organisation } from '../regulations/organisation/organisation.ts';
import { checkPrintedSalary, type SalaryCheck, type SalaryRules } from '../regulations/pay/salary.ts';
import { planTwinGrade, type TwinGradePlan } from '../regulations/contracts/twin-grade.ts';

/** What a vacancy offers to somebody who starts on a day, by the rules that were in force when it was published. */
export type OfferView = {
  /** First day in the post, `YYYY-MM-DD`: an example until the reader chooses another. */
  startsOn: string;
  person: Person;
  /** The first days to choose from, the first of a month each. */
  starts: readonly string[];
  contract: Result<ContractAnswer, ContractRefusal>;
  twinGrade: TwinGradePlan | null;
  /** What the amount printed is, where the scale knows. */
  salary: SalaryCheck | null;
};

/** How many months after the deadline somebody might start: time for the selection and the conditions of appointment. */
const EXAMPLE_MONTHS = 6;
const CHOICES = 24;

type Offered = { notice: NoticeRecord; deadlineAt: Date; on: string };
/** As it stands in an address; what cannot be read is left aside. */
export type OfferAsked = { start?: unknown; person?: unknown };

/** The offer of a notice with a contract clause; nothing where it names none that the organisation knows. */
export function offerView(
  { notice, deadlineAt, on }: Offered,
  organisation: Organisation,
  asked: OfferAsked,
): OfferView | undefined {
  const { clause } = notice.contract;
  const known = organisation.contractClauses.some(({ code }) => code === clause);
  if (clause === null || !known) return undefined;
  const starts = Array.from({ length: CHOICES }, (_, index) => firstOfMonth(deadlineAt, index + 1));
  const chosen = starts.find((start) => start.slice(0, 7) === asked.start);
  const startsOn = chosen ?? firstOfMonth(deadlineAt, EXAMPLE_MONTHS);
  const person = PERSONS.find((each) => each === asked.person) ?? 'non-seconded';
  const [lower, higher] = notice.grades;
  const twinGrade =
    lower === undefined || higher === undefined
      ? undefined
      : planTwinGrade(organisation, { lower, higher, candidate: candidateOf(person), startsOn, on });
  return {
    startsOn,
    person,
    starts,
    contract: planContract(organisation, { clause, person, startsOn, on, grade: lower }),
    twinGrade: twinGrade?.ok ? twinGrade.value : null,
    salary: salaryCheck(notice, organisation, on),
  };
}

/** What the amount that a notice prints is by the scale in force on a day; nothing where it prints none. */
export function salaryCheck(
  { salary, grades, location }: NoticeRecord,
  organisation: SalaryRules,
  on: string,
): SalaryCheck | null {
  if (!salary || salary.amountMinor === null || !location?.country) return null;
  const { amountMinor, currency, period } = salary;
  return checkPrintedSalary(organisation, { amountMinor, currency, period }, { grades, country: location.country, on });
}

const candidateOf = (person: Person) => (person === 'serving-staff' ? 'serving-staff' : 'external');

/** The first day of the month so many months after an instant's, in UTC: an example needs no zone. */
function firstOfMonth(instant: Date, months: number): string {
  return new Date(Date.UTC(instant.getUTCFullYear(), instant.getUTCMonth() + months, 1)).toISOString().slice(0, 10);
}
