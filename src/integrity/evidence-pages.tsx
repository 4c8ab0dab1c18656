import type { ComponentChildren } from 'preact';
import type { Organisation } from '../regulations/organisation/organisation.ts';
import { ErrorSummary } from '../site/error-summary.tsx';
import { SubmitButton } from '../site/forms.tsx';
import { StaffLayout } from '../site/layout.tsx';
import { joinList } from '../site/numbers.ts';
import type { PageContext } from '../site/page-context.ts';
import { BackLink, EmptyState, Notice } from '../site/parts.tsx';
import { Cases, type CasesProps } from './case-parts.tsx';
import { FINDING_TEXTS } from './finding-texts.ts';
import { FindingShown, NothingDone, partName, placeOf, type Showing } from './finding-parts.tsx';
import type { Evidence } from './evidence-queries.ts';
import { INTEGRITY_TEXTS } from './integrity-texts.ts';
import { KINDS, WEIGHT, type FindingKind } from './signals.ts';
import { HowItIs, ReadSoFar, type ReadCounts } from './examination-parts.tsx';

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
  counts: ReadCounts;
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
