import type { ComponentChildren } from 'preact';
import type { Organisation } from '../regulations/organisation/organisation.ts';
import { DataTable } from '../site/data-table.tsx';
import { ErrorSummary } from '../site/error-summary.tsx';
import { SubmitButton } from '../site/forms.tsx';
import { StaffLayout } from '../site/layout.tsx';
import { formatNumber, joinList, plural } from '../site/numbers.ts';
import { addressIn, type PageContext } from '../site/page-context.ts';
import { BackLink, EmptyState, Notice, Pagination, Tag, Why } from '../site/parts.tsx';
import { Cases, type CasesProps } from './case-parts.tsx';
import { FINDING_TEXTS } from './finding-texts.ts';
import { FindingShown, NothingDone, partName, placeOf, type Showing } from './finding-parts.tsx';
import type { Evidence } from './evidence-queries.ts';
import { PAGE_SIZE, type ListedApplication } from './integrity-queries.ts';
import { INTEGRITY_TEXTS } from './integrity-texts.ts';
import { KINDS, WEIGHT, type FindingKind } from './signals.ts';

type ListProps = {
  page: PageContext;
  organisation: Organisation;
  reference: string;
  applications: readonly ListedApplication[];
  readByYou: ReadonlySet<string>;
  counts: { applications: number; read: number };
  current: number;
};

/** The applications of a vacancy by their numbers: which the reader has read, and how their cases stand. In no other order. */
export function IntegrityListPage(props: ListProps) {
  const { page, organisation, reference, applications, counts, current } = props;
  const { language } = page;
  const t = INTEGRITY_TEXTS[language];
  const pages = Math.ceil(counts.applications / PAGE_SIZE);
  return (
    <StaffLayout page={page} title={t.ofVacancy(reference)} nav={page.actor?.links ?? []}>
      <BackLink href={`/${language}/staff/vacancies/${reference}/applications`}>{t.backToList}</BackLink>
      <h1>{t.ofVacancy(reference)}</h1>
      <HowItIs page={page} organisation={organisation} />
      {organisation.integrity.examined && (
        <>
          <ReadSoFar page={page} counts={counts} />
          {applications.length === 0 ? (
            <EmptyState title={t.noApplications}>
              <p>{t.noApplicationsNote}</p>
            </EmptyState>
          ) : (
            <ApplicationRows {...props} />
          )}
          <Pagination current={current} total={pages} href={(to) => `${addressIn(page, language)}?page=${to}`} />
        </>
      )}
    </StaffLayout>
  );
}

function ApplicationRows({ page: { language }, applications, readByYou }: ListProps) {
  const t = INTEGRITY_TEXTS[language];
  return (
    <DataTable
      caption={t.title}
      hiddenCaption
      columns={[{ heading: t.number, rowHeader: true }, { heading: t.yourReading }, { heading: t.theCase }]}
      rows={applications.map(({ number, case: status }) => ({
        key: number,
        cells: [
          <a href={`/${language}/staff/applications/${number}/integrity`}>{number}</a>,
          readByYou.has(number) ? t.readByYou : t.notReadByYou,
          status === undefined ? t.noCase : <Tag tone="info">{t.statuses[status]}</Tag>,
        ],
      }))}
    />
  );
}

/** That nothing here judges, what is seen and what is not, and whose rule it is; or that nothing is examined. */
function HowItIs({ page: { language }, organisation }: { page: PageContext; organisation: Organisation }) {
  const t = INTEGRITY_TEXTS[language];
  const { examined, source, passages } = organisation.integrity;
  if (!examined)
    return (
      <Notice tone="plain" title={t.off}>
        <p>{t.offNote}</p>
        <Why summary={t.why}>
          <p>{source[language]}</p>
        </Why>
      </Notice>
    );
  const { sharedAtLeast, containmentPercent, commonIn } = passages;
  const figures = [sharedAtLeast, containmentPercent, commonIn].map((value) => formatNumber(value, language));
  return (
    <>
      <p>{t.noScore}</p>
      <Why summary={t.limits}>
        <p>{t.limitsNote}</p>
        <p>{t.settings(figures[0] ?? '', figures[1] ?? '', figures[2] ?? '')}</p>
        <p>{passages.source[language]}</p>
        <p>{source[language]}</p>
      </Why>
    </>
  );
}

function ReadSoFar({ page: { language }, counts: { applications, read } }: Pick<ListProps, 'page' | 'counts'>) {
  const t = INTEGRITY_TEXTS[language];
  if (applications === 0) return null;
  const soFar = t.readCount(formatNumber(read, language), formatNumber(applications, language));
  return <p class="hint">{read < applications ? soFar : plural(applications, t.allRead, language)}</p>;
}

type HeadProps = { page: PageContext; organisation: Organisation; reference: string; number: string };

function Framed({ children, ...props }: HeadProps & { inError?: boolean; children: ComponentChildren }) {
  const { page, organisation, reference, number } = props;
  const { language } = page;
  const t = INTEGRITY_TEXTS[language];
  return (
    <StaffLayout page={page} title={t.ofApplication(number)} nav={page.actor?.links ?? []} inError={props.inError}>
      <BackLink href={`/${language}/staff/vacancies/${reference}/integrity`}>{t.backToVacancy}</BackLink>
      <h1>{t.ofApplication(number)}</h1>
      <p>
        <a href={`/${language}/staff/applications/${number}`}>{t.seeApplication}</a>
      </p>
      <HowItIs page={page} organisation={organisation} />
      {children}
    </StaffLayout>
  );
}

/** Where the organisation's rules reserve no examination. */
export const NotExaminedPage = (props: HeadProps) => <Framed {...props}>{null}</Framed>;

type UnreadProps = HeadProps & { problem: string | undefined };

/** Before the reader has said that they read the application: how to, and nothing of what was found. */
export function FirstReadPage({ problem, ...props }: UnreadProps) {
  const { page, number } = props;
  const t = INTEGRITY_TEXTS[page.language];
  return (
    <Framed {...props} inError={problem !== undefined}>
      {problem !== undefined && (
        <Notice tone="warning" status title={t.cannotYet}>
          <p>{problem}</p>
        </Notice>
      )}
      <h2>{t.first}</h2>
      <p>{t.firstNote}</p>
      <p>
        {t.toOpen} <a href={`/${page.language}/staff/applications/${number}`}>{number}</a>
      </p>
      <form method="post" action={`/${page.language}/staff/applications/${number}/integrity/reading`}>
        <div class="actions">
          <SubmitButton>{t.iHaveRead}</SubmitButton>
        </div>
      </form>
    </Framed>
  );
}

type EvidenceProps = HeadProps & {
  evidence: Evidence | undefined;
  counts: ListProps['counts'];
  cases: CasesProps;
  problem: string | undefined;
};

/** What was found, to who has read the letter, and the cases. */
export function EvidencePage({ evidence, counts, cases, problem, ...props }: EvidenceProps) {
  const { page } = props;
  const t = INTEGRITY_TEXTS[page.language];
  const { showing, errors, typed } = cases;
  const written = typed.decision?.reason ?? typed.opening?.reason ?? '';
  return (
    <Framed {...props} inError={errors.length > 0}>
      <ErrorSummary errors={errors} />
      {problem !== undefined && <NothingDone {...{ problem, written, language: page.language }} />}
      <ReadSoFar page={page} counts={counts} />
      <h2>{t.found}</h2>
      {evidence ? <Found evidence={evidence} showing={showing} /> : <p>{t.notYetRead}</p>}
      <form method="post" action={`${cases.here}/texts`}>
        <p>
          <SubmitButton tone="quiet">{t.readAgain}</SubmitButton>
        </p>
      </form>
      <Cases {...cases} />
    </Framed>
  );
}

function Found({ evidence: { findings, unread, noText }, showing }: { evidence: Evidence; showing: Showing }) {
  const t = INTEGRITY_TEXTS[showing.language];
  const problems = FINDING_TEXTS[showing.language].problems;
  const kinds = (weight: 'evidence' | 'information') =>
    KINDS.filter((kind) => WEIGHT[kind] === weight && findings.some((finding) => finding.kind === kind));
  return (
    <>
      {kinds('evidence').length === 0 ? (
        <EmptyState title={t.nothingFound}>
          <p>{t.nothingFoundNote}</p>
        </EmptyState>
      ) : (
        <p class="hint">{t.masked}</p>
      )}
      {kinds('evidence').map((kind) => (
        <OneKind key={kind} {...{ kind, findings, showing }} />
      ))}
      {unread.length > 0 && (
        <Notice tone="warning" title={t.unread}>
          <p>{t.unreadNote}</p>
          <ul>
            {unread.map(({ part, problem }) => (
              <li key={part}>
                {partName(part, showing)} · {problems[problem]}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {noText.length > 0 && (
        <Notice tone="warning" title={t.noText}>
          <p>{t.noTextNote}</p>
          <ul>
            {noText.map(({ part, pages }) => (
              <li key={part}>
                {partName(part, showing)} ·{' '}
                {joinList(
                  pages.map((page) => t.page(page)),
                  showing.language,
                )}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {kinds('information').length > 0 && <h2>{t.toKnow}</h2>}
      {kinds('information').map((kind) => (
        <OneKind key={kind} {...{ kind, findings, showing }} />
      ))}
    </>
  );
}

type OneKindProps = { kind: FindingKind; findings: Evidence['findings']; showing: Showing };

function OneKind({ kind, findings, showing }: OneKindProps) {
  const { title, meaning } = FINDING_TEXTS[showing.language].kinds[kind];
  return (
    <section>
      <h3>{title}</h3>
      <p>{meaning}</p>
      {findings
        .filter((finding) => finding.kind === kind)
        .map((finding, index) => (
          <article key={index}>
            {finding.kind !== 'declaration' && (
              <p>
                <b>{placeOf(finding, showing)}</b>
              </p>
            )}
            <FindingShown finding={finding} showing={showing} />
          </article>
        ))}
    </section>
  );
}
