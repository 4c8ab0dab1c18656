import type { Language } from '../../platform/language.ts';
import { formatMonths } from '../../regulations/contracts/contract-texts.ts';
import { civilDayIn, formatDate } from '../../site/dates.ts';
import { Tag } from '../../site/parts.tsx';
import { standingSteps, type ContractStep } from './contract-step.ts';
import { CONTRACT_TEXTS } from './contract-texts.ts';

type StepsProps = {
  language: Language;
  steps: readonly ContractStep[];
  /** Of the post (IANA). */
  zone: string;
  /** Whether who took each step is named: to staff. */
  named: boolean;
};

/** What was decided on a contract, oldest first; what was taken back stays, and is marked. */
export function StepsPart({ language, steps, zone, named }: StepsProps) {
  const t = CONTRACT_TEXTS[language];
  const standing = new Set(standingSteps(steps));
  if (steps.length === 0) return <p>{t.noSteps}</p>;
  return (
    <ol>
      {steps.map((step) => {
        const day = formatDate(civilDayIn(step.takenAt, zone), language);
        const gone = !standing.has(step) && step.action !== 'take-back';
        return (
          <li key={step.number}>
            <b>{t.done[step.action]}</b> ({named ? t.byOn(step.takenByName, day) : day}){' '}
            {gone && <Tag tone="warning">{t.takenBack}</Tag>}
            {factsOf(step, language).map((fact) => (
              <p key={fact}>{fact}</p>
            ))}
            {step.reason && <p>{step.reason}</p>}
          </li>
        );
      })}
    </ol>
  );
}

function factsOf({ action, months, onDay, authority, agreedOn, ground }: ContractStep, language: Language): string[] {
  const t = CONTRACT_TEXTS[language];
  return [
    ...(months === null ? [] : [t.stepsMade.months(formatMonths(months, language))]),
    ...(onDay === null ? [] : [t.stepsMade.day(formatDate(onDay, language))]),
    ...(action === 'set-length' && onDay === null ? [t.stepsMade.noEnd] : []),
    ...(agreedOn === null ? [] : [t.stepsMade.agreed(authority, formatDate(agreedOn, language))]),
    ...(ground === null ? [] : [t.grounds[ground]]),
  ];
}
