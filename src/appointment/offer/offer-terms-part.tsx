import type { Language } from '../../platform/language.ts';
import { ContractTimeline } from '../../regulations/contracts/contract-timeline.tsx';
import { formatMonths, PERSON_NAMES } from '../../regulations/contracts/contract-texts.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { RuleLink } from '../../regulations/rule-link.tsx';
import { formatDate } from '../../site/dates.ts';
import { SummaryList, Why, type SummaryRow } from '../../site/parts.tsx';
import { ContractNotes, SalaryOutcome, TwinGradeOutcome } from '../contract-outcome.tsx';
import { PLANNER_TEXTS } from '../contract-planner-texts.ts';
import { salaryInWords } from './offer-document-texts.ts';
import { decidedTwinGrade, type OfferChoice, type OfferTerms } from './offer-terms.ts';
import { OFFER_TEXTS } from './offer-texts.ts';

type TermsProps = {
  language: Language;
  organisation: Organisation;
  choice: OfferChoice;
  terms: OfferTerms;
  today: string;
};

/** What an offer comes to by the rules: each figure, from where it is, what to watch, and what the text leaves to a person. */
export function OfferTermsPart(props: TermsProps) {
  const { language, choice, terms, today } = props;
  const t = OFFER_TEXTS[language];
  const { contract, salary } = terms;
  const twinGrade = decidedTwinGrade(props);
  return (
    <>
      <SummaryList rows={rowsOf(props)} />
      <ContractTimeline
        answer={contract}
        {...{ language, today, caption: t.caption(formatDate(choice.on, language)) }}
      />
      {contract.kind === 'planned' && <ContractNotes plan={contract} language={language} />}
      <TwinGradeOutcome answer={twinGrade && { ok: true, value: twinGrade }} language={language} />
      <SalaryOutcome answer={salary} language={language} />
    </>
  );
}

function rowsOf(props: TermsProps): SummaryRow[] {
  const { language, organisation, choice, terms } = props;
  const t = OFFER_TEXTS[language];
  const clause = organisation.contractClauses.find(({ code }) => code === choice.clause);
  const { salaries } = organisation;
  const { probation } = organisation.appointment.offer;
  const sourced = (value: string, about: string, source: string | undefined) => (
    <>
      {value}
      {source !== undefined && (
        <Why about={about}>
          <p>{source}</p>
        </Why>
      )}
    </>
  );
  return [
    { term: t.clause, value: sourced(clause?.name[language] ?? choice.clause, t.clause, clause?.source[language]) },
    { term: t.person, value: PERSON_NAMES[choice.person][language] },
    { term: t.firstDay, value: formatDate(choice.startsOn, language) },
    {
      term: t.grade,
      value: sourced(terms.grade ?? t.noGrade, t.grade, decidedTwinGrade(props)?.reasons[0]?.source[language]),
    },
    ...advancementRows(props),
    ...(terms.grade === null
      ? []
      : [
          {
            term: t.step,
            value: sourced(String(salaries.appointmentStep.step), t.step, salaries.appointmentStep.source[language]),
          },
        ]),
    {
      term: t.pay,
      value: terms.salary?.kind === 'known' ? salaryInWords(terms.salary, language) : t.payNotKnown,
    },
    {
      term: t.probation,
      value:
        terms.probationEnds === null
          ? t.noProbation
          : sourced(formatDate(terms.probationEnds, language), t.probation, probation?.source[language]),
    },
  ];
}

/** When they may advance to the higher of two grades, and the reason of an exception (C14 to C16). */
function advancementRows({ language, choice, terms }: TermsProps): SummaryRow[] {
  const t = OFFER_TEXTS[language];
  const { directly, reduction } = choice;
  if (terms.twinGrade === null) return [];
  const { advancementFrom } = terms;
  return [
    {
      term: t.advancement,
      value: advancementFrom === null ? t.appointedHigher : t.notBefore(formatDate(advancementFrom, language)),
    },
    ...(directly
      ? [{ term: t.directlyBecause, value: <Exception {...{ language, rule: 'C16', ...directly }} /> }]
      : []),
    ...(reduction
      ? [
          {
            term: t.reductionBecause(formatMonths(reduction.months, language)),
            value: <Exception {...{ language, rule: 'C15', ...reduction }} />,
          },
        ]
      : []),
  ];
}

const Exception = ({ language, reason, rule }: { language: Language; reason: string; rule: string }) => (
  <>
    {reason} (<RuleLink rule={rule} language={language} />)
  </>
);

/** What follows where the rules make no offer of a choice. */
export const noSuchOffer = (language: Language): string => PLANNER_TEXTS[language].refused;
