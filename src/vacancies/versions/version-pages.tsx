import type { Language } from '../../platform/language.ts';
import { DataTable } from '../../site/data-table.tsx';
import { formatInstantToMinute } from '../../site/dates.ts';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { SubmitButton, type FieldError } from '../../site/forms.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, Notice } from '../../site/parts.tsx';
import type { NoticeRecord } from '../../notices/notice.ts';
import { languageName } from '../../site/language-name.ts';
import { CorrectionFields, ToTellFirst } from '../editing/correction-fields.tsx';
import type { ToTell } from '../editing/edit-correction.ts';
import { factText, type CodeBook } from '../fact-values.ts';
import type { NoticeImport } from '../importing/import-queries.ts';
import { receivedName } from '../importing/import-name.ts';
import { differencesOf, type Difference } from '../notice-differences.ts';
import { fieldAt, isFact } from '../notice-fields.ts';
import { NAMES } from '../field-texts.ts';
import { typed } from '../editing/section-form.ts';
import { staffNav } from '../vacancy-pages.tsx';
import { fillIn, VACANCY_TEXTS } from '../vacancy-texts.ts';
import type { Vacancy } from '../vacancy.ts';

type OriginalProps = { page: PageContext; reference: string; source: NoticeImport | undefined };

/** The text as it was received, each line with its number, so that a place on the review page can be looked up. */
export function OriginalPage({ page, reference, source }: OriginalProps) {
  const { language } = page;
  const t = VACANCY_TEXTS[language];
  const title = `${t.original.title} · ${reference}`;
  return (
    <StaffLayout page={page} title={title} nav={staffNav(page)}>
      <BackLink href={`/${language}/staff/vacancies/${reference}`}>{t.confirm.back}</BackLink>
      <h1>{title}</h1>
      {source ? (
        <>
          <p>{fillIn(t.original.intro, { file: receivedName(source.fileName, language), n: source.number })}</p>
          <OriginalText text={source.text} />
        </>
      ) : (
        <p>{t.original.none}</p>
      )}
    </StaffLayout>
  );
}

function OriginalText({ text }: { text: string }) {
  return (
    <ol class="original">
      {text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/).map((line, index) => (
        <li key={index} id={`L${index + 1}`} value={index + 1}>
          {line === '' ? '\u00a0' : line}
        </li>
      ))}
    </ol>
  );
}

export type VersionProps = {
  page: PageContext;
  vacancy: Vacancy;
  offered: NoticeImport;
  book: CodeBook;
  /** Whether the reader may take or decline it in the vacancy's present status. */
  deciding: boolean;
  problem?: string | undefined;
  /** What the public is to be told before it is taken. */
  toTell?: ToTell | undefined;
  errors?: FieldError[] | undefined;
};

/** What taking an offered version would change, field by field; taking it or leaving it is a person's decision. */
export function VersionPage(props: VersionProps) {
  const { page, vacancy, offered, problem, toTell, errors = [] } = props;
  const { language } = page;
  const t = VACANCY_TEXTS[language].version;
  const title = fillIn(t.title, { n: offered.number, reference: vacancy.reference });
  const time = formatInstantToMinute(offered.importedAt, vacancy.deadlineZone, language);
  const here = `/${language}/staff/vacancies/${vacancy.reference}`;
  return (
    <StaffLayout page={page} title={title} nav={staffNav(page)} inError={problem !== undefined || toTell !== undefined}>
      <BackLink href={here}>{VACANCY_TEXTS[language].confirm.back}</BackLink>
      <ErrorSummary errors={errors} />
      {toTell && <ToTellFirst language={language} />}
      {problem !== undefined && (
        <Notice tone="error" status>
          <p>{problem}</p>
        </Notice>
      )}
      <h1>{title}</h1>
      <p>{fillIn(t.intro, { time, file: receivedName(offered.fileName, language) })}</p>
      <Differences {...props} />
      <Decision {...props} />
    </StaffLayout>
  );
}

function Differences({ page, vacancy, offered, book }: VersionProps) {
  const { language } = page;
  const t = VACANCY_TEXTS[language].version;
  const differences = differencesOf(vacancy.notice, offered.read.record);
  if (differences.length === 0) return <p>{t.same}</p>;
  const rows = differences.map((difference) => ({
    key: `${difference.path} ${difference.language ?? ''}`,
    cells: [
      nameOf(difference, language),
      <Value notice={vacancy.notice} {...{ difference, language, book }} />,
      <Value notice={offered.read.record} {...{ difference, language, book }} />,
    ],
  }));
  const columns = [{ heading: t.field, rowHeader: true }, { heading: t.now }, { heading: t.offered }];
  return <DataTable caption={t.caption} columns={columns} rows={rows} />;
}

/** A field by its name, and by its language where it stands in each. */
export const nameOf = ({ path, language: side }: Difference, language: Language): string =>
  [NAMES[language][path] ?? path, ...(side ? [`(${languageName(side, language)})`] : [])].join(' ');

type ValueProps = { notice: NoticeRecord; difference: Difference; language: Language; book: CodeBook };

function Value({ notice, difference: { path, language: side }, language, book }: ValueProps) {
  const field = fieldAt(path);
  const text = isFact(path)
    ? factText(path, { notice, language, book })
    : field && typed(field, field.read(notice, side ?? language));
  if (!text) return <span class="quiet">{VACANCY_TEXTS[language].version.empty}</span>;
  return (
    <span class="as-typed" lang={side}>
      {text}
    </span>
  );
}

function Decision({ page, vacancy, offered, deciding, toTell, errors = [] }: VersionProps) {
  const t = VACANCY_TEXTS[page.language].version;
  const here = `/${page.language}/staff/vacancies/${vacancy.reference}/imports/${offered.number}`;
  if (offered.state !== 'offered')
    return <p>{fillIn(t.decided, { state: t.state[offered.state].toLocaleLowerCase(page.language) })}</p>;
  if (!deciding) return <p>{t.needsPublish}</p>;
  return (
    <div class="moves">
      <form method="post" action={`${here}/taking`}>
        <input type="hidden" name="version" value={vacancy.version} />
        {toTell && (
          <CorrectionFields
            values={toTell.values}
            errors={errors}
            language={page.language}
            change={{ before: vacancy, after: toTell.after }}
          />
        )}
        <SubmitButton>{t.take}</SubmitButton>
        <p class="hint">{t.takeHint}</p>
      </form>
      <form method="post" action={`${here}/declining`}>
        <SubmitButton tone="quiet">{t.decline}</SubmitButton>
      </form>
    </div>
  );
}
