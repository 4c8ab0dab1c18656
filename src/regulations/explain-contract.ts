import { z } from 'zod';
import { ok } from '../platform/result.ts';
import {
  explainContract,
  explainContractRefusal,
  explainContractWarning,
  explainConversionRefusal,
  explainOpenPoint,
} from './contract-texts.ts';
import type { ContractReason } from './contract-reasons.ts';
import type { ContractRefusal } from './contract-refusals.ts';
import { PERSONS } from './contracts-schema.ts';
import { planContract, type ContractAnswer } from './contracts.ts';
import { conversionRequest } from './conversion-request.ts';
import { admissibleRequest, contractOutcome } from './explain-texts.ts';
import { inBoth, topic, worded, type Told } from './explain-topic.ts';
import { civilDay, wholeMonths } from './explain-values.ts';

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
    const planned = planContract(organisation, {
      clause: asked.clause,
      person: asked.person,
      startsOn: asked.start,
      on: asked.on ?? asked.start,
      renewalMonths: asked['renew-months'],
      earlierMonths: asked['earlier-months'],
      grade: asked.grade,
      bornOn: asked.born,
    });
    if (!planned.ok) return ok(refused(planned.refusal));
    return ok(asked.request === undefined ? told(planned.value) : requested(planned.value, asked.request));
  },
});

function told(answer: ContractAnswer): Told {
  const extra = answer.kind === 'planned' ? notes(answer) : { en: [], fr: [] };
  const outcome = contractOutcome(answer);
  return {
    refused: false,
    answer: answerOf(answer),
    outcome: inBoth((language) => [...outcome[language], ...extra[language]]),
    reasons: wordedReasons(answer, answer.reasons),
  };
}

type Plan = Extract<ContractAnswer, { kind: 'planned' }>;

/** What to watch, and what a person settles. */
const notes = ({ warnings, openPoints }: Plan) =>
  inBoth((language) => [
    ...warnings.map((warning) => explainContractWarning(warning)[language]),
    ...openPoints.map((point) => {
      const { question, answer } = explainOpenPoint(point)[language];
      return `${question} ${answer}`;
    }),
  ]);

/** Dates by their names; a period as its first and last day. */
function answerOf(answer: ContractAnswer): object {
  if (answer.kind === 'ask') {
    const { clause, person, regulations, ask } = answer;
    return { clause, person, length: null, regulations, ask };
  }
  const { renewal, conversionWindow: window, reasons: _, kind: __, ...rest } = answer;
  return {
    ...rest,
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

function requested(answer: ContractAnswer, requestedOn: string): Told {
  const request = conversionRequest(answer, requestedOn);
  if (!request.ok) {
    const { reasons, ...refusal } = request.refusal;
    const sentence = explainConversionRefusal(request.refusal);
    return {
      refused: true,
      answer: { refusal, sentence },
      outcome: inBoth((language) => [sentence[language]]),
      reasons: wordedReasons(answer, reasons),
    };
  }
  const { window, reasons } = request.value;
  const sentence = admissibleRequest(requestedOn);
  return {
    refused: false,
    answer: { admissible: true, requestedOn, conversionWindow: `${window.from}..${window.to}`, sentence },
    outcome: inBoth((language) => [sentence[language]]),
    reasons: wordedReasons(answer, reasons),
  };
}

function refused(refusal: ContractRefusal): Told {
  const { reasons, ...said } = refusal;
  const explained = explainContractRefusal(refusal);
  const sentence = inBoth((language) => explained[language].sentence);
  return {
    refused: true,
    answer: { refusal: said, sentence, next: inBoth((language) => explained[language].next) },
    outcome: inBoth((language) => [sentence[language], explained[language].next]),
    reasons: reasons.map((reason) => ({ ...reason, sentence })),
  };
}
