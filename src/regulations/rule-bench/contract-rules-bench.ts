import { explainContract } from '../contracts/contract-texts.ts';
import type { Person } from '../organisation/contracts-schema.ts';
import { planContract, type ContractAnswer } from '../contracts/contracts.ts';
import type { ContractQuestion } from '../contracts/contract-case.ts';
import { conversionRequest } from '../contracts/conversion-request.ts';
import { daysBetween, type Draw } from './draw-bench.ts';
import type { Organisation } from '../organisation/organisation.ts';
import type { BenchedRule } from './benched-rule.ts';
import { planTwinGrade, TWIN_GRADE_CANDIDATES } from '../contracts/twin-grade.ts';

const STARTS = daysBetween('2026-01-01', '2031-12-31');
const OFFERS = daysBetween('2022-01-01', '2026-12-31');
const BIRTHS = daysBetween('1962-01-01', '2000-12-31');

const contract = (name: string, person: Person): BenchedRule => ({
  name,
  rule: planContract,
  decision(organisation, draw) {
    const question = contractQuestion(organisation, draw, person);
    return () => planContract(organisation, question);
  },
});

/** Contracts, their conversion, and twin grades (C1 to C16). */
export const CONTRACT_RULES: readonly BenchedRule[] = [
  contract('contract, not seconded', 'non-seconded'),
  contract('contract, seconded', 'seconded'),
  contract('contract, serving staff', 'serving-staff'),
  {
    name: 'request for an indefinite contract',
    rule: conversionRequest,
    decision(organisation, draw) {
      const first = plannedAnswer(organisation, draw, 'non-seconded');
      // Where there are such contracts, more often one for which an indefinite contract may be asked for than not.
      const others = [first, first, first].map(() => plannedAnswer(organisation, draw, 'non-seconded'));
      const answer = others.find((other) => windowOf(other) !== null) ?? first;
      const window = windowOf(answer);
      const requestedOn = draw([window?.from ?? draw(STARTS), window?.to ?? draw(STARTS), draw(STARTS)]);
      return () => conversionRequest(answer, requestedOn);
    },
  },
  {
    name: 'twin grade',
    rule: planTwinGrade,
    decision(organisation, draw) {
      const { families } = organisation.grades;
      const { grades } = draw(families);
      const higher = draw(grades.slice(1));
      const lower = draw(grades.slice(0, grades.indexOf(higher)));
      const candidate = draw(TWIN_GRADE_CANDIDATES);
      const question = { lower, higher, candidate, startsOn: draw(STARTS), on: draw(OFFERS) };
      return () => planTwinGrade(organisation, question);
    },
  },
  {
    name: 'contract explained in two languages',
    rule: explainContract,
    decides: false,
    decision(organisation, draw) {
      const answer = plannedAnswer(organisation, draw, draw(['non-seconded', 'seconded']));
      return () => explainContract(answer);
    },
  },
];

const windowOf = (answer: ContractAnswer) => (answer.kind === 'planned' ? answer.conversionWindow : null);

/** A contract of a clause that is offered to the person, renewed for some part of what it allows. */
function contractQuestion(organisation: Organisation, draw: Draw, person: Person): ContractQuestion {
  const offered = organisation.contractClauses.filter(({ terms }) => terms.every((row) => row[person] !== null));
  const { code, terms } = draw(offered);
  const row = draw(terms)[person];
  const most = row && 'renewal' in row ? (row.renewal?.upToMonths ?? 0) : 0;
  return {
    clause: code,
    person,
    startsOn: draw(STARTS),
    on: draw(OFFERS),
    renewalMonths: draw([undefined, undefined, most, most / 2, most / 3, 0]),
    earlierMonths: draw([undefined, undefined, 0, 6]),
    grade: draw([undefined, ...organisation.grades.order]),
    bornOn: draw([undefined, draw(BIRTHS), draw(BIRTHS), draw(BIRTHS)]),
  };
}

function plannedAnswer(organisation: Organisation, draw: Draw, person: Person): ContractAnswer {
  const planned = planContract(organisation, contractQuestion(organisation, draw, person));
  return planned.ok ? planned.value : plannedAnswer(organisation, draw, person);
}
