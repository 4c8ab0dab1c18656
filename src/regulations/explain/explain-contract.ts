import type { Localized } from '../../platform/language.ts';
import { z } from 'zod';
import { ok, refuse } from '../../platform/result.ts';
import {
  explainContract,
  explainContractRefusal,
  explainContractWarning,
  explainConversionRefusal,
  explainOpenPoint,
} from '../contracts/contract-texts.ts';
import type { ContractReason } from '../contracts/contract-reasons.ts';
import type { ContractRefusal } from '../contracts/contract-refusals.ts';
import { PERSONS } from '../organisation/contracts-schema.ts';
import { planContract, type ContractAnswer } from '../contracts/contracts.ts';
import type { ContractQuestion } from '../contracts/contract-case.ts';
import { conversionRequest } from '../contracts/conversion-request.ts';
import { admissibleRequest, contractOutcome, supposedRenewal } from './explain-texts.ts';
import { inBoth, topic, worded, type Told } from './explain-topic.ts';
import { civilDay, gradeIn, wholeMonths } from './explain-values.ts';
import type { Organisation } from '../organisation/organisation.ts';
import type { Reason } from '../reason.ts';

/** What a contract clause means for somebody who starts on a day (C1 to C12). */
export const CONTRACT_TOPIC = topic({
  help: `usage: concours explain contract --clause CLAUSE --person PERSON --start DATE [OPTION …]

First contract, renewal, the days on which an indefinite contract may be asked for, and the latest end.
  --clause CLAUSE       as contracts.yaml names it: turnover, indefinite-possible, project, …
  --person PERSON       ${PERSONS.join(', ')}
  --start DATE          first day in the post, YYYY-MM-DD
  --renew-months N      length of the renewal; by default the longest allowed, 0 for none
  --earlier-months N    earlier service in the same post
  --request DATE        whether an indefinite contract may be asked for on that day
  --grade G, --born D   for organisations in which service ends at an age by grade
  --on DATE             the day whose rules count, the offer's; by default the first day in the post
`,
  options: {
    clause: z.string(),
    person: z.enum(PERSONS, `one of ${PERSONS.join(', ')}`),
    start: civilDay,
    'renew-months': wholeMonths.optional(),
    'earlier-months': wholeMonths.optional(),
    request: civilDay.optional(),
    grade: z.string().optional(),
    born: civilDay.optional(),
    on: civilDay.optional(),
  },
  answer(asked, organisation) {
    const grade = asked.grade === undefined ? ok(undefined) : gradeIn(asked.grade, organisation);
    if (!grade.ok) return refuse(grade.refusal.map((problem) => `--grade: ${problem}`));
    const question: ContractQuestion = {
      clause: asked.clause,
      person: asked.person,
      startsOn: asked.start,
      on: asked.on ?? asked.start,
      renewalMonths: asked['renew-months'],
      earlierMonths: asked['earlier-months'],
      grade: grade.value,
      bornOn: asked.born,
    };
    const planned = planContract(organisation, question);
    if (!planned.ok && planned.refusal.kind === 'unknown-clause') {
      const { clause, known } = planned.refusal;
      return refuse([`--clause: there is no clause “${clause}”; there are ${known.join(', ')}`]);
    }
    const answered = planned.ok ? granted(planned.value, asked.request) : refused(planned.refusal, organisation);
    return ok({ ...answered, answer: { ...answered.answer, on: question.on } });
  },
});

const granted = (answer: ContractAnswer, requestedOn: string | undefined): Told =>
  requestedOn === undefined ? told(answer) : requested(answer, requestedOn);

function told(answer: ContractAnswer): Told {
  const notes = answer.kind === 'planned' ? notesOf(answer) : [];
  const outcome = contractOutcome(answer);
  return {
    refused: false,
    answer: answerOf(answer),
    outcome: inBoth((language) => [...outcome[language], ...notes.map(({ sentence }) => sentence[language])]),
    reasons: wordedReasons(answer, answer.reasons),
  };
}

type Plan = Extract<ContractAnswer, { kind: 'planned' }>;

/** What to watch, each with its sentence. */
const warningsOf = ({ warnings }: Plan) =>
  warnings.map((warning) => ({ ...warning, sentence: explainContractWarning(warning) }));

/** What a person settles, each with its sentence. */
const openPointsOf = ({ openPoints }: Plan) =>
  openPoints.map((point) => {
    const explained = explainOpenPoint(point);
    const sentence = inBoth((language) => `${explained[language].question} ${explained[language].answer}`);
    return { ...point, sentence };
  });

const notesOf = (plan: Plan) => [...warningsOf(plan), ...openPointsOf(plan)];

/** Dates by their names; a period as its first and last day. */
function answerOf(answer: ContractAnswer): object {
  if (answer.kind === 'ask') {
    const { clause, person, regulations, ask } = answer;
    return { clause, person, length: null, regulations, ask };
  }
  const { renewal, conversionWindow: window, reasons: _, kind: __, ...rest } = answer;
  return {
    ...rest,
    warnings: warningsOf(answer),
    openPoints: openPointsOf(answer),
    renewalStarts: renewal?.starts ?? null,
    renewalEnds: renewal?.ends ?? null,
    renewalMonths: renewal?.months ?? null,
    conversionWindow: window ? `${window.from}..${window.to}` : null,
  };
}

/** The sentences of some of an answer's reasons. */
function wordedReasons(answer: ContractAnswer, reasons: ContractReason[]) {
  const all = worded(answer.reasons, explainContract(answer));
  return reasons.flatMap((reason) => all[answer.reasons.indexOf(reason)] ?? []);
}

/** Whether the request is admissible, and what that supposes: the renewal, and what a person settles. */
function requested(answer: ContractAnswer, requestedOn: string): Told {
  const request = conversionRequest(answer, requestedOn);
  const planned = answer.kind === 'planned' ? answer : undefined;
  const renewal = planned?.renewal ? supposedRenewal(planned.renewal) : undefined;
  const beside = planned ? notesOf(planned).map(({ sentence }) => sentence) : [];
  const notes = planned ? { warnings: warningsOf(planned), openPoints: openPointsOf(planned) } : {};
  const withNotes = (sentence: Localized, said: object, reasons: ContractReason[]): Told => ({
    refused: !request.ok,
    answer: { ...said, sentence, supposing: renewal ?? null, ...notes },
    outcome: inBoth((language) => [sentence, ...(renewal ? [renewal] : []), ...beside].map((each) => each[language])),
    reasons: wordedReasons(answer, reasons),
  });
  if (!request.ok) {
    const { reasons, ...refusal } = request.refusal;
    return withNotes(explainConversionRefusal(request.refusal), { refusal }, reasons);
  }
  const { window, reasons } = request.value;
  const said = { admissible: true, requestedOn, conversionWindow: `${window.from}..${window.to}` };
  return withNotes(admissibleRequest(requestedOn), said, reasons);
}

function refused(refusal: ContractRefusal, organisation: Organisation): Told {
  const { reasons, ...said } = refusal;
  const explained = explainContractRefusal(refusal);
  const sentence = inBoth((language) => explained[language].sentence);
  const cited = reasons.length > 0 ? reasons : nearestReason(refusal, organisation);
  return {
    refused: true,
    answer: { refusal: said, sentence, next: inBoth((language) => explained[language].next) },
    outcome: inBoth((language) => [sentence[language], explained[language].next]),
    reasons: cited.map((reason) => ({ ...reason, sentence })),
  };
}

/** Where the clause has no terms for the case, the first contract that it does provide for. */
function nearestReason(refusal: ContractRefusal, { contractClauses }: Organisation): Reason<object>[] {
  if (refusal.kind !== 'not-in-force' && refusal.kind !== 'no-terms-for-person') return [];
  const { reasons: _, ...values } = refusal;
  const terms = contractClauses.find(({ code }) => code === refusal.clause)?.terms ?? [];
  const row = terms.find(({ source }) => 'source' in values && values.source === source) ?? terms[0];
  if (!row) return [];
  const { rule } = row['non-seconded']?.first ?? row.seconded?.first ?? row['serving-staff'];
  return [{ rule, source: row.source, values }];
}
