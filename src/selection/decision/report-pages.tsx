import type { ComponentChildren } from 'preact';
import { VacancyLine } from '../../applications/vacancy-line.tsx';
import { WhoDecides } from '../../competition/authority-parts.tsx';
import { DataTable } from '../../site/data-table.tsx';
import { dateIn } from '../../site/dates.ts';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { SubmitButton } from '../../site/forms.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import { BackLink, EmptyState, Facts, Notice, Tag, type Tone } from '../../site/parts.tsx';
import { colon } from '../../site/punctuation.ts';
import { Standing } from '../language-tests/language-standing-parts.tsx';
import { LANGUAGE_TEST_TEXTS } from '../language-tests/language-test-texts.ts';
import { MissingLevels } from '../language-tests/missing-level-parts.tsx';
import { WhoDrafts } from './drafting-parts.tsx';
import { reportAddress } from './report-address.ts';
import { candidateName, placeIn } from './report-candidate.ts';
import { DecisionForm, DraftForm, SigningForm } from './report-forms.tsx';
import type { ReportProps, WithReport } from './report-props.ts';
import { SignedQuorum } from './report-quorum-parts.tsx';
import { RecusedFrom } from './report-recusal-parts.tsx';
import { shownOf } from './report-recusal.ts';
import { REPORT_TEXTS } from './report-texts.ts';
import type { Proposal, ReportStatus } from './report.ts';

const TONES: Record<ReportStatus, Tone> = {
  draft: 'plain',
  signing: 'info',
  submitted: 'info',
  accepted: 'success',
  departed: 'warning',
  returned: 'warning',
};

/** The report of a panel, from its draft to the decision on it. */
export function ReportPage(props: ReportProps) {
  const { page, reference, report, errors, problem, may } = props;
  const { language } = page;
  const t = REPORT_TEXTS[language];
  const base = `/${language}/staff/vacancies/${reference}`;
  const { redo, redone } = props;
  const title = redo ? t.titleOfCase(redo.number) : t.title(reference);
  return (
    <StaffLayout page={page} title={title} nav={page.actor?.links ?? []} inError={errors.length > 0}>
      <BackLink href={redo ? `${base}/report` : `${base}/stages`}>{redo ? t.link : t.plan}</BackLink>
      <ErrorSummary errors={errors} />
      {problem && <Notice tone="warning" status title={problem} />}
      <VacancyLine reference={reference} title={props.vacancyTitle} />
      <h1>{redo ? title : t.link}</h1>
      <p class="lede">{redo ? t.ledeOfCase : t.lede}</p>
      {!report || report.status === 'returned' ? (
        <EmptyState title={t.none}>
          <p>{redo ? t.noneOfCaseNotes[props.beginning] : t.noneNote}</p>
          {may.begin && props.beginning === 'may' && <Button action={reportAddress(props)} text={t.begin} />}
        </EmptyState>
      ) : (
        <Current {...props} report={report} />
      )}
      <Earlier {...props} />
      {redone.length > 0 && (
        <>
          <h2>{t.casesTitle}</h2>
          <ul>
            {redone.map(({ id, number }) => (
              <li key={id}>
                <a href={`${base}/report/cases/${id}`}>{t.caseLink(number)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </StaffLayout>
  );
}

const Button = ({ action, text, tone }: { action: string; text: string; tone?: 'quiet' }) => (
  <form method="post" action={action}>
    <p class="actions">
      <SubmitButton tone={tone}>{text}</SubmitButton>
    </p>
  </form>
);

function Current(props: WithReport) {
  const { page, zone, report, may } = props;
  const { language } = page;
  const t = REPORT_TEXTS[language];
  const here = reportAddress(props);
  const { decided } = report;
  return (
    <>
      <p>
        <Tag tone={TONES[report.status]}>{t.statuses[report.status]}</Tag>{' '}
        {decided && t.decidedBy(decided.byName, dateIn(decided.at, zone, language))}
        {decided?.reason && `. ${decided.reason}`}
      </p>
      <SignedQuorum {...props} />
      <RecusedFrom {...props} />
      {report.status === 'draft' && <MissingLevels {...props} language={language} />}
      {report.status === 'draft' && <WhoDrafts drafting={props.drafting} language={language} />}
      {!decided && <WhoDecides standing={props.authority} language={language} />}
      {may.draft ? <DraftForm {...props} /> : <Proposals {...props} list={report.proposals} title={t.proposals} />}
      {report.status !== 'draft' && (
        <p class="links">
          <a href={`${here}.pdf`}>{t.pdf}</a>
        </p>
      )}
      {report.status !== 'draft' && <Texts {...props} />}
      {decided?.decisions && <Proposals {...props} list={decided.decisions} title={t.decisions} />}
      {report.status !== 'draft' && <Signatures {...props} />}
      {may.sign && <SigningForm {...props} />}
      {report.status === 'signing' && may.submit && (
        <>
          <Button action={`${here}/submission`} text={t.submit} />
          <p>{t.reopenNote}</p>
          <Button action={`${here}/reopening`} text={t.reopen} tone="quiet" />
        </>
      )}
      {may.decide && <DecisionForm {...props} />}
      {may.release && (
        <section>
          <h2>{t.release}</h2>
          <p>{t.releaseNote}</p>
          <Button action={`${here}/release`} text={t.release} />
        </section>
      )}
      {report.releasedAt && <Released {...props} at={report.releasedAt} />}
    </>
  );
}

function Released({ page: { language }, reference, zone, at }: WithReport & { at: Date }) {
  const t = REPORT_TEXTS[language];
  return (
    <Notice tone="success" title={t.released(dateIn(at, zone, language))}>
      <a href={`/${language}/staff/vacancies/${reference}/reviews`}>{t.reviews}</a>
    </Notice>
  );
}

function Proposals({ list, title, ...props }: WithReport & { list: Proposal[]; title: string }) {
  const { page, organisation } = props;
  const { language } = page;
  const t = REPORT_TEXTS[language];
  const reasonOf = (code: string): ComponentChildren =>
    organisation.selection.reasons.find((one) => one.code === code)?.name[language];
  return (
    <>
      <h2>{title}</h2>
      <DataTable
        caption={title}
        hiddenCaption
        columns={[
          { heading: t.candidate, rowHeader: true },
          { heading: t.merit },
          { heading: LANGUAGE_TEST_TEXTS[language].heading },
          { heading: t.outcome },
          { heading: t.reason },
        ]}
        rows={shownOf(list, props.notShown).map((one) => ({
          key: one.candidate,
          cells: [
            `${candidateName(props, one)} · ${one.number}`,
            placeIn(props, one),
            <Standing standing={props.languages.get(one.candidate)} language={language} />,
            one.outcome ? t.outcomes[one.outcome] : t.notChosen,
            <>
              {reasonOf(one.reason)} {one.why} {one.belowLevel}
            </>,
          ],
        }))}
      />
    </>
  );
}

function Texts({ page: { language }, report }: WithReport) {
  const t = REPORT_TEXTS[language];
  return (
    <>
      {report.texts.en && (
        <>
          <h2>{t.textEn}</h2>
          <p lang="en">{report.texts.en}</p>
        </>
      )}
      {report.texts.fr && (
        <>
          <h2>{t.textFr}</h2>
          <p lang="fr">{report.texts.fr}</p>
        </>
      )}
    </>
  );
}

function Signatures({ page: { language }, zone, report, signatures }: WithReport) {
  const t = REPORT_TEXTS[language];
  return (
    <>
      <h2>{t.signatures}</h2>
      <Facts facts={[{ term: t.fingerprint, value: <code class="breakable">{report.sha256}</code> }]} />
      {signatures.length === 0 && <p>{t.noSignatures}</p>}
      <ul>
        {signatures.map(({ accountId, name, signedAt, means, dissent }) => (
          <li key={accountId}>
            {name}, {dateIn(signedAt, zone, language)}, {t.means[means]}
            {dissent && `. ${t.dissents}${colon(language)}${dissent}`}
          </li>
        ))}
      </ul>
    </>
  );
}

function Earlier({ page: { language }, earlier }: ReportProps) {
  const t = REPORT_TEXTS[language];
  if (earlier.length === 0) return null;
  return (
    <>
      <h2>{t.earlier}</h2>
      <ul>
        {earlier.map(({ id, number, decided }) => (
          <li key={id}>{t.earlierOne(number, decided?.byName ?? '–', decided?.reason ?? '')}</li>
        ))}
      </ul>
    </>
  );
}
