import { titleIn } from '../../applications/application.ts';
import { PERSON_NAMES } from '../../regulations/contracts/contract-texts.ts';
import { ContractTimeline } from '../../regulations/contracts/contract-timeline.tsx';
import { Breakable } from '../../site/breakable.tsx';
import { formatDate } from '../../site/dates.ts';
import { StaffLayout } from '../../site/layout.tsx';
import { BackLink, Facts, Notice, SummaryList, Why } from '../../site/parts.tsx';
import { caseAddress } from '../conditions/case-address.ts';
import { ContractNotes, TwinGradeOutcome } from '../contract-outcome.tsx';
import { decidedTwinGrade } from '../offer/offer-terms.ts';
import { contractAddress, contractStepAddress, CONTRACTS } from './contract-address.ts';
import { ContractDates } from './contract-dates.tsx';
import { waitingFor } from './contract-days.ts';
import { gradeOn, lastDayOf } from './contract.ts';
import type { ContractProps } from './contract-props.ts';
import { StepsPart } from './contract-steps-part.tsx';
import { CONTRACT_TEXTS } from './contract-texts.ts';
import { lastDayText } from './contracts-pages.tsx';

/** One contract: what was accepted, its dates by the rules, what was decided, and the steps that its reader may take. */
export function ContractPage(props: ContractProps) {
  const { page, kept, problem } = props;
  const { language } = page;
  const t = CONTRACT_TEXTS[language];
  const { chosen } = kept;
  const title = titleIn(chosen.title, language);
  return (
    <StaffLayout page={page} title={t.contractTitle(chosen.number, chosen.reference)} nav={page.actor?.links ?? []}>
      <BackLink href={`/${language}${CONTRACTS}`}>{t.back}</BackLink>
      {problem && <Notice tone="warning" status title={problem} />}
      <p class="eyebrow">
        <b>{chosen.reference}</b>{' '}
        <span lang={title.language}>
          <Breakable text={title.text} />
        </span>
      </p>
      <h1>
        {chosen.name} · {chosen.number}
      </h1>
      <Terms {...props} />
      <Dates {...props} />
      <h2>{t.steps}</h2>
      <StepsPart language={language} steps={kept.steps} zone={chosen.zone} named />
      <Possible {...props} />
      <Rules {...props} />
    </StaffLayout>
  );
}

function Terms({ page: { language }, organisation, kept, today, mayReadAppointment }: ContractProps) {
  const t = CONTRACT_TEXTS[language];
  const { choice } = kept.contract;
  const clause = organisation.contractClauses.find(({ code }) => code === choice.clause);
  return (
    <>
      <Facts
        facts={[
          { term: t.firstDay, value: formatDate(choice.startsOn, language) },
          { term: t.lastDay, value: lastDayText(lastDayOf(kept.contract), language) },
          { term: t.grade, value: gradeOn(kept.contract, today) ?? t.noGrade },
        ]}
      />
      <SummaryList
        rows={[
          {
            term: t.clause,
            value: (
              <>
                {clause?.name[language] ?? choice.clause}
                {clause && (
                  <Why about={t.clause}>
                    <p>{clause.source[language]}</p>
                  </Why>
                )}
              </>
            ),
          },
          { term: t.kind, value: PERSON_NAMES[choice.person][language] },
        ]}
      />
      {mayReadAppointment && (
        <p>
          <a href={`/${language}${caseAddress(kept.chosen)}`}>{t.toAppointment}</a>
        </p>
      )}
    </>
  );
}

function Dates({ page: { language }, organisation, kept, days, today }: ContractProps) {
  const t = CONTRACT_TEXTS[language];
  const { calendar } = organisation.appointment;
  return (
    <>
      <h2>{t.dates}</h2>
      {waitingFor(kept.contract).map((what) => (
        <Notice key={what} tone="warning" title={t.waiting[what]} />
      ))}
      <ContractDates {...{ language, days, today, office: calendar.by }} />
      <Why about={t.dates}>
        <p>{calendar.source[language]}</p>
      </Why>
      <p>
        <a href={`/${language}${contractAddress(kept.chosen)}/calendar.ics`}>{t.download}</a>
      </p>
    </>
  );
}

function Possible({ page: { language }, kept, actions, mayDecide }: ContractProps) {
  const t = CONTRACT_TEXTS[language];
  if (!mayDecide) return null;
  return (
    <>
      <h2>{t.possible}</h2>
      {actions.length === 0 && <p>{t.nothingPossible}</p>}
      <ul class="links">
        {actions.map((action) => (
          <li key={action}>
            <a href={`/${language}${contractStepAddress(kept.chosen, action)}`}>{t.actions[action]}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The rules behind the dates, with their sources, what to watch and what the text leaves to a person. */
function Rules({ page: { language }, kept, today }: ContractProps) {
  const { contract } = kept.contract.terms;
  const twinGrade = decidedTwinGrade(kept.contract);
  return (
    <>
      <h2>{CONTRACT_TEXTS[language].byTheRules}</h2>
      <ContractTimeline answer={contract} language={language} today={today} />
      {contract.kind === 'planned' && <ContractNotes plan={contract} language={language} />}
      <TwinGradeOutcome answer={twinGrade && { ok: true, value: twinGrade }} language={language} />
    </>
  );
}
