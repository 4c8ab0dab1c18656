import type { Candidate } from '../../competition/candidate-queries.ts';
import { isLanguage } from '../../platform/language.ts';
import { StaffLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, EmptyState, SummaryList, Tag } from '../../site/parts.tsx';
import type { PlannedStage } from '../plan/stage-plan.ts';
import { TONES } from './referee-tones.ts';
import type { GivenReference } from './reference-queries.ts';
import { REFERENCE_TEXTS } from './reference-texts.ts';
import type { Referee } from './reference.ts';
import { SELECTION_TEXTS } from '../selection-texts.ts';

type ListProps = {
  page: PageContext;
  reference: string;
  stage: PlannedStage | undefined;
  candidates: Candidate[];
  referees: Map<string, Referee[]>;
  recused: ReadonlySet<string>;
};

const nameOf = ({ givenNames, familyName }: Candidate): string => `${givenNames} ${familyName}`;

/** How the references of each candidate stand, and the way to what was given. */
export function PanelReferencesPage(props: ListProps) {
  const { page, reference, stage, candidates } = props;
  const { language } = page;
  const t = REFERENCE_TEXTS[language];
  return (
    <StaffLayout page={page} title={t.staffTitle(reference)} nav={page.actor?.links ?? []}>
      <BackLink href={`/${language}/staff/vacancies/${reference}/people`}>
        {SELECTION_TEXTS[language].backToPeople}
      </BackLink>
      <h1>{t.staffTitle(reference)}</h1>
      <p class="lede">{t.staffLede}</p>
      {!stage && (
        <EmptyState title={t.noStage}>
          <p>{t.noStageNote}</p>
        </EmptyState>
      )}
      {stage && candidates.length === 0 && <EmptyState title={t.noCandidates} />}
      {candidates.map((candidate) => (
        <section key={candidate.number}>
          <h2>
            {nameOf(candidate)} · {candidate.number}
          </h2>
          <OneCandidate {...props} candidate={candidate} />
        </section>
      ))}
    </StaffLayout>
  );
}

function OneCandidate({ page, reference, candidate, referees, recused }: ListProps & { candidate: Candidate }) {
  const { language } = page;
  const t = REFERENCE_TEXTS[language];
  const named = referees.get(candidate.applicationId) ?? [];
  if (recused.has(candidate.applicationId)) return <p>{t.recused}</p>;
  if (named.length === 0) return <p>{t.noReferees}</p>;
  return (
    <ul>
      {named.map(({ id, name, status, declineWord }) => (
        <li key={id}>
          {name} <Tag tone={TONES[status]}>{t.statuses[status]}</Tag>{' '}
          {status === 'given' && (
            <a href={`/${language}/staff/vacancies/${reference}/references/${id}`}>
              {t.read}
              <span class="hidden"> {t.readOf(name, nameOf(candidate))}</span>
            </a>
          )}
          {declineWord && <span class="as-typed">{declineWord}</span>}
        </li>
      ))}
    </ul>
  );
}

type GivenProps = { page: PageContext; reference: string; candidate: Candidate } & GivenReference;

/** One reference as it was given, by the wording that the referee answered. */
export function GivenPage({ page, reference, candidate, referee, given }: GivenProps) {
  const { language } = page;
  const t = REFERENCE_TEXTS[language];
  const title = t.referenceOf(referee.name, nameOf(candidate));
  const said = (text: string) => (text ? <span class="as-typed">{text}</span> : <em>{t.nothingSaid}</em>);
  const wording = (text: Record<string, string>) =>
    text[language] ?? Object.entries(text).find(([code]) => isLanguage(code))?.[1] ?? '';
  return (
    <StaffLayout page={page} title={`${title} – ${reference}`} nav={page.actor?.links ?? []}>
      <BackLink href={`/${language}/staff/vacancies/${reference}/references`}>{t.staffTitle(reference)}</BackLink>
      <p class="eyebrow">
        <b>{reference}</b>
      </p>
      <h1>{title}</h1>
      <SummaryList
        rows={[
          { term: t.relationTold, value: referee.relation },
          { term: t.know, value: said(given.know) },
          { term: t.period, value: t.periodTold(given.from, given.to) },
          ...given.items.map(({ text, answer }) => ({ term: wording(text), value: said(answer) })),
          { term: t.other, value: said(given.other) },
        ]}
      />
    </StaffLayout>
  );
}
