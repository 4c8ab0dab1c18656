import type { AppliedVacancy } from '../../applications/application.ts';
import { NO_LEVEL } from '../../applications/answers.ts';
import { asksClearance, heldFrom } from '../../applications/eligibility/stated-clearance.ts';
import type { ReceiptContent } from '../../applications/submission/receipt.ts';
import { assessEligibility, type AssessmentItem } from '../../regulations/eligibility/eligibility-assessment.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { knockOutOf, type Question } from '../../regulations/questions/question-schema.ts';
import { dayIn } from '../../applications/application.ts';
import { rulesDay } from '../../vacancies/vacancy.ts';
import type { Finding, HardRule } from './sheet.ts';

export type RuledVacancy = Pick<AppliedVacancy, 'publishedAt' | 'deadlineAt' | 'deadlineZone' | 'notice' | 'questions'>;
type Ruled = { content: ReceiptContent; vacancy: RuledVacancy; organisation: Organisation };

/**
 * What the hard rules say of an application as it was submitted: nationality (E1), the clearance of a fast track (E3),
 * language levels (E5), reception in time (E9), and questions that a regulation lets decide. The rules are those of the day
 * the vacancy was published, the facts those of its reception. Nothing is decided by it: a person signs.
 */
export function hardRulesOf({ content, vacancy, organisation }: Ruled): HardRule[] {
  const at = new Date(content.receivedAt);
  const on = rulesDay(vacancy, at);
  const { notice } = vacancy;
  const { items } = assessEligibility(organisation, {
    candidate: {
      nationalities: content.identity.nationalities,
      clearance: heldFrom(content.identity.clearance),
      languages: levelsOf(content),
    },
    vacancy: {
      languages: notice.languages ? [{ kind: 'either', ...notice.languages }] : [],
      clearance: notice.clearance,
      fastTrack: asksClearance(notice, organisation, on),
      // An extension or an entrance of its own may have moved it since: what counted is in the receipt.
      deadlineAt: content.vacancy.deadlineAt === null ? undefined : new Date(content.vacancy.deadlineAt),
    },
    on,
    factsOn: dayIn(at, vacancy.deadlineZone),
    at,
  });
  return [...items.flatMap(ruleOf), ...questionRules({ content, vacancy, organisation })];
}

const levelsOf = ({ languages }: ReceiptContent) =>
  Object.fromEntries(Object.entries(languages).map(([code, level]) => [code, level === NO_LEVEL ? null : level]));

const KINDS = ['nationality', 'fast-track', 'languages', 'reception'] as const;
const OUTCOMES: Record<AssessmentItem['outcome'], Finding | undefined> = {
  met: 'met',
  'not-met': 'not-met',
  'for-a-person': 'to-judge',
  declare: 'to-judge',
  information: undefined,
};

function ruleOf({ kind, rule, source, outcome }: AssessmentItem): HardRule[] {
  const known = KINDS.find((one) => one === kind);
  const found = OUTCOMES[outcome];
  return known && found ? [{ code: known, kind: known, rule, source, outcome: found }] : [];
}

/** A question whose answer the regulations let decide: the receipt says which answers spoke against somebody. */
function questionRules({ content, vacancy, organisation }: Ruled): HardRule[] {
  return [...organisation.questions, ...vacancy.questions].flatMap((question: Question): HardRule[] => {
    const knockOut = knockOutOf(question);
    const answered = content.questions?.find(({ code }) => code === question.code);
    if (!knockOut || !answered) return [];
    return [
      {
        code: `question-${question.code}`,
        kind: 'question',
        rule: knockOut.rule,
        source: { en: knockOut.source.en, fr: knockOut.source.fr },
        outcome: answered.exception ? 'not-met' : 'met',
        question: { en: question.text.en, fr: question.text.fr },
      },
    ];
  });
}
