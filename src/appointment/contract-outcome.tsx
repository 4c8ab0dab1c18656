import type { Language } from '../platform/language.ts';
import type { ContractPlan } from '../regulations/contracts/contracts.ts';
import {
  explainContractWarning,
  explainOpenPoint,
  NOT_OFFERED_NAMES,
} from '../regulations/contracts/contract-texts.ts';
import { explainTwinGrade, explainTwinGradeRefusal } from '../regulations/contracts/twin-grade-texts.ts';
import type { SalaryAnswer } from '../regulations/pay/salary.ts';
import { explainSalary } from '../regulations/pay/salary-texts.ts';
import { ReasonList } from '../regulations/rule-link.tsx';
import { Notice, SummaryList } from '../site/parts.tsx';
import { PLANNER_TEXTS } from './contract-planner-texts.ts';
import type { OfferPlan } from './contract-planner.ts';

/** Why there is no such contract, and what would clear the way. */
export const Refused = ({ title, sentence, next }: { title: string; sentence: string; next: string }) => (
  <Notice tone="warning" title={title} status>
    <p>{sentence}</p>
    <p>{next}</p>
  </Notice>
);

type InLanguage = { language: Language };

/** What to watch, what is never offered, and what the text leaves to a person. */
export function ContractNotes({
  plan: { warnings, notOffered, openPoints },
  language,
}: InLanguage & { plan: ContractPlan }) {
  const t = PLANNER_TEXTS[language];
  return (
    <>
      {warnings.length > 0 && (
        <Notice tone="warning" title={t.watch}>
          {warnings.map((warning) => (
            <p key={warning.kind}>{explainContractWarning(warning)[language]}</p>
          ))}
        </Notice>
      )}
      {notOffered.length > 0 && (
        <>
          <h3>{t.never}</h3>
          <ul>
            {notOffered.map((what) => (
              <li key={what}>{NOT_OFFERED_NAMES[what][language]}</li>
            ))}
          </ul>
        </>
      )}
      {openPoints.length > 0 && (
        <>
          <h3>{t.openPoints}</h3>
          <SummaryList
            rows={openPoints.map((point) => {
              const { question, answer } = explainOpenPoint(point)[language];
              return { term: question, value: `${answer} (${point.source[language]})` };
            })}
          />
        </>
      )}
    </>
  );
}

/** What two grades for one post mean, or why these are not. */
export function TwinGradeOutcome({ answer, language }: InLanguage & { answer: OfferPlan['twinGrade'] }) {
  const t = PLANNER_TEXTS[language];
  if (!answer) return null;
  return (
    <>
      <h3>{t.twinGrade}</h3>
      {answer.ok ? (
        <ReasonList reasons={explainTwinGrade(answer.value)[language]} language={language} />
      ) : (
        <Refused title={t.refused} {...explainTwinGradeRefusal(answer.refusal)[language]} />
      )}
    </>
  );
}

/** What the grade pays, as far as a row of the scale says it. */
export function SalaryOutcome({ answer, language }: InLanguage & { answer: SalaryAnswer | null }) {
  if (!answer) return null;
  return (
    <>
      <h3>{PLANNER_TEXTS[language].salary}</h3>
      <ReasonList reasons={explainSalary(answer)[language]} language={language} />
    </>
  );
}
