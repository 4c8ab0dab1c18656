import { VacancyLine } from '../../applications/vacancy-line.tsx';
import { documentName } from '../../applications/documents/document-texts.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { formatInstantToMinute } from '../../site/dates.ts';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { Checkboxes, errorOf, SubmitButton, TextArea, type FieldError } from '../../site/forms.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, EmptyState, Notice } from '../../site/parts.tsx';
import { colon } from '../../site/punctuation.ts';
import type { Vacancy } from '../../vacancies/vacancy.ts';
import { SCREENING_TEXTS } from '../screening-texts.ts';
import type { WaitingPage } from './transcription-queries.ts';
import { MAX_TRANSCRIPTION } from './transcription.ts';

type TranscriptionsProps = {
  page: PageContext;
  vacancy: Vacancy;
  organisation: Organisation;
  waiting: WaitingPage[];
  /** What was typed of one page, that of this key. */
  typed?: { key: string; text: string; nothing: boolean };
  errors?: FieldError[];
  problem?: string | undefined;
};

/** What a form calls a page of a document. */
export const pageKey = ({ number, kind, page }: Pick<WaitingPage, 'number' | 'kind' | 'page'>): string =>
  `${number}-${kind}-${page}`;

/** Pages without text that screeners need, to be written down by somebody who may open the document itself. */
export function TranscriptionsPage(props: TranscriptionsProps) {
  const { page, vacancy, waiting, errors = [], problem } = props;
  const { language } = page;
  const t = SCREENING_TEXTS[language];
  return (
    <StaffLayout
      page={page}
      title={`${t.transcriptions} – ${vacancy.reference}`}
      nav={page.actor?.links ?? []}
      inError={errors.length > 0}
    >
      <BackLink href={`/${language}/staff/vacancies/${vacancy.reference}/screening`}>{t.screening}</BackLink>
      <ErrorSummary errors={errors} />
      {problem && <Notice tone="warning" status title={problem} />}
      <VacancyLine reference={vacancy.reference} title={vacancy.notice.title} />
      <h1>{t.transcriptions}</h1>
      <p>{t.transcriptionsNote}</p>
      {waiting.length === 0 && <EmptyState title={t.noTranscriptions} />}
      {waiting.map((one) => (
        <Waiting key={pageKey(one)} {...props} one={one} />
      ))}
    </StaffLayout>
  );
}

function Waiting({
  page: { language },
  one,
  typed,
  errors = [],
  ...props
}: TranscriptionsProps & { one: WaitingPage }) {
  const { vacancy, organisation } = props;
  const t = SCREENING_TEXTS[language];
  const key = pageKey(one);
  const name = documentName(one.kind, { organisation, questions: vacancy.questions }, language);
  const title = t.pageOf(one.page, name, one.number);
  const own = typed?.key === key ? typed : undefined;
  const about = <span class="hidden"> – {title}</span>;
  return (
    <section>
      <h2>{title}</h2>
      <p>
        {t.askedOn(formatInstantToMinute(one.askedAt, vacancy.deadlineZone, language))} {t.askedWhy}
        {colon(language)}
        <span class="as-typed">{one.reason}</span>
      </p>
      <p>
        <a href={`/${language}/staff/applications/${one.number}/documents/${one.kind}`}>
          {t.openDocument}
          {about}
        </a>
      </p>
      <form
        method="post"
        action={`/${language}/staff/vacancies/${vacancy.reference}/screening/transcriptions`}
        novalidate
      >
        <input type="hidden" name="page" value={key} />
        <TextArea
          name={`text-${key}`}
          label={
            <>
              {t.whatStands}
              {about}
            </>
          }
          rows={8}
          maxCharacters={MAX_TRANSCRIPTION}
          value={own?.text}
          error={errorOf(errors, `text-${key}`)}
        />
        <Checkboxes
          name={`nothing-${key}`}
          label={
            <>
              {t.nothingLegend}
              {about}
            </>
          }
          values={own?.nothing ? ['yes'] : []}
          options={[{ value: 'yes', text: t.nothingToRead }]}
        />
        <SubmitButton tone="quiet">
          {t.keepTranscription}
          {about}
        </SubmitButton>
      </form>
    </section>
  );
}
