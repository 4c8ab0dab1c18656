import type { KeptApplication } from '../../applications/retention-queries.ts';
import { DAYS_TO_CALL_OFF } from '../../people/personal-data.ts';
import type { Language } from '../../platform/language.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { formatInstantToMinute } from '../../site/dates.ts';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { Checkboxes, errorOf, SubmitButton, type FieldError } from '../../site/forms.tsx';
import { PublicLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { Notice } from '../../site/parts.tsx';
import { colon } from '../../site/punctuation.ts';
import { StepUpFields } from '../../people/step-up/step-up-fields.tsx';
import type { Offered } from '../../people/step-up/step-up.ts';
import { MY_DATA_TEXTS } from './my-data-texts.ts';
import { periodOf } from './retention.ts';

export type MyDataPageProps = {
  page: PageContext;
  applications: KeptApplication[];
  retention: Organisation['retention'];
  /** When the account is to be deleted, if that was asked for. */
  dueAt: Date | undefined;
  /** A task of the organisation keeps the account. */
  entrusted: boolean;
  /** By what its owner shows once more who they are. */
  offered: Offered;
  zone: string;
  errors?: FieldError[];
};

export function MyDataPage(props: MyDataPageProps) {
  const { page, dueAt, zone, errors = [] } = props;
  const t = MY_DATA_TEXTS[page.language];
  return (
    <PublicLayout page={page} title={t.title} inError={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <h1>{t.title}</h1>
      {dueAt && (
        <Notice tone="warning" title={t.askedTitle}>
          <p>{t.due(formatInstantToMinute(dueAt, zone, page.language))}</p>
          <form method="post" action={`/${page.language}/my/data/deletion/cancellation`}>
            <SubmitButton tone="quiet">{t.keepButton}</SubmitButton>
          </form>
        </Notice>
      )}
      <p class="lede">{t.intro}</p>
      <h2>{t.download}</h2>
      <p>{t.downloadText}</p>
      <form method="post" action={`/${page.language}/my/data/export`}>
        <button type="submit" id="f-export" class="button">
          {t.downloadButton}
        </button>
      </form>
      <Correct page={page} />
      <h2>{t.deletion}</h2>
      <WhatHappens {...props} />
      {!dueAt && <AskForDeletion {...props} />}
    </PublicLayout>
  );
}

function Correct({ page: { language } }: { page: PageContext }) {
  const t = MY_DATA_TEXTS[language];
  return (
    <>
      <h2>{t.correct}</h2>
      <p>{t.correctText}</p>
      <ul>
        <li>
          <a href={`/${language}/my/account`}>{t.correctName}</a>
        </li>
        <li>
          <a href={`/${language}/my/account/address`}>{t.correctAddress}</a>
        </li>
        <li>
          <a href={`/${language}/my/applications`}>{t.correctApplications}</a>
        </li>
      </ul>
      <p>{t.correctAsk}</p>
    </>
  );
}

/** What goes, and what a rule or a running competition keeps, until when and by which source. */
function WhatHappens({ page, applications, retention, zone }: MyDataPageProps) {
  const { language } = page;
  const t = MY_DATA_TEXTS[language];
  const periods = [...new Set(applications.map(({ period }) => period))].flatMap(
    (code) => periodOf(retention, code) ?? [],
  );
  const monthsOf = (code: KeptApplication['period']) => periodOf(retention, code)?.months ?? null;
  const running = applications.some(
    ({ status, vacancyStatus }) => status === 'submitted' && ['published', 'closed'].includes(vacancyStatus),
  );
  return (
    <>
      <p>
        <b>{t.now}</b> · {t.nowText}
      </p>
      <p>
        <b>{t.kept}</b>
        {applications.length === 0 && ` · ${t.keptNothing}`}
      </p>
      {applications.length > 0 && (
        <ul>
          {applications.map((application) => (
            <li key={application.number}>
              <span class="whole">{application.number}</span>:{' '}
              {untilWhen(application, { months: monthsOf(application.period), language, zone })}
            </li>
          ))}
        </ul>
      )}
      {running && <p>{t.runningText}</p>}
      {periods.map((period) => (
        <p key={period.code} class="quiet">
          {period.name[language]} · {t.sourceIs}
          {colon(language)}
          {period.source[language]}
        </p>
      ))}
    </>
  );
}

type Keeping = { months: number | null; language: Language; zone: string };

function untilWhen({ decidedAt, period }: KeptApplication, { months, language, zone }: Keeping): string {
  const t = MY_DATA_TEXTS[language];
  if (months === null) return t.noPeriod;
  if (period === 'appointments') return t.whileAppointed(months);
  if (!decidedAt) return `${t.undecided} ${t.until(months)}`;
  const end = new Date(decidedAt);
  end.setUTCMonth(end.getUTCMonth() + months);
  return t.keptUntil(formatInstantToMinute(end, zone, language));
}

function AskForDeletion({ page, entrusted, offered, errors = [] }: MyDataPageProps) {
  const t = MY_DATA_TEXTS[page.language];
  if (entrusted) return <p>{t.staff}</p>;
  return (
    <form method="post" action={`/${page.language}/my/data/deletion`} novalidate>
      <p>{t.callOff(DAYS_TO_CALL_OFF)}</p>
      <Checkboxes
        name="confirmed"
        label={t.confirmLegend}
        options={[{ value: 'yes', text: t.confirm }]}
        error={errorOf(errors, 'confirmed')}
      />
      <StepUpFields page={page} offered={offered} errors={errors} label={t.password} />
      <p class="actions">
        <SubmitButton tone="danger">{t.ask}</SubmitButton>
      </p>
    </form>
  );
}

type KeepProps = { page: PageContext; done: boolean };

/** Where the link of the mail leads: one button, and then what came of it. */
export function KeepAccountPage({ page, done }: KeepProps) {
  const t = MY_DATA_TEXTS[page.language];
  const title = done ? t.keptTitle : t.keepTitle;
  return (
    <PublicLayout page={page} title={title}>
      <h1>{title}</h1>
      <p>{t.keepText}</p>
      {done ? (
        <p>
          <a href={`/${page.language}/sign-in`}>{t.signIn}</a>
        </p>
      ) : (
        <form method="post" action={`/${page.language}${page.path}`}>
          <SubmitButton>{t.keepButton}</SubmitButton>
        </form>
      )}
    </PublicLayout>
  );
}
