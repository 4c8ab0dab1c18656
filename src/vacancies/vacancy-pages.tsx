import type { Language, Translated } from '../platform/language.ts';
import { Breakable } from '../site/breakable.tsx';
import { DataTable } from '../site/data-table.tsx';
import { formatInstantToMinute } from '../site/dates.ts';
import { Select, SubmitButton, TextField } from '../site/forms.tsx';
import { StaffLayout } from '../site/layout.tsx';
import { plural } from '../site/numbers.ts';
import type { PageContext, PageLink } from '../site/page-context.ts';
import { EmptyState, Notice, Pagination, Tag, type Tone } from '../site/parts.tsx';
import type { ApprovalStep } from '../regulations/organisation/notices-schema.ts';
import type { Waiting } from './approval/approval-queries.ts';
import { nextStep } from './approval/approvals.ts';
import { APPROVAL_TEXTS } from './approval/approval-texts.ts';
import { BEGIN_TEXTS } from './editing/begin-texts.ts';
import { OPEN_ENDED, PUBLICATION_TEXTS } from './publication/publication-texts.ts';
import { STAFF_PAGE_SIZE, type StaffFilters, type StaffList, type StaffRow } from './vacancy-queries.ts';
import { VACANCY_STATUSES, type VacancyStatus } from './vacancy-state.ts';
import { fillIn, VACANCY_TEXTS } from './vacancy-texts.ts';
import type { Audience } from './vacancy.ts';

/** The pages of those who work here, for the head of each. */
export const staffNav = ({ actor }: PageContext): PageLink[] => actor?.links ?? [];

const STATUS_TONES: Record<VacancyStatus, Tone> = {
  draft: 'plain',
  'in-review': 'info',
  scheduled: 'info',
  published: 'success',
  closed: 'warning',
  filled: 'plain',
  cancelled: 'plain',
};

export function StatusTag({ status, language }: { status: VacancyStatus; language: Language }) {
  return <Tag tone={STATUS_TONES[status]}>{VACANCY_TEXTS[language].status[status]}</Tag>;
}

/** Whom a vacancy is for, where it is not for everybody. */
export function AudienceTag({ audience, language }: { audience: Audience; language: Language }) {
  return audience === 'both' ? null : <Tag>{PUBLICATION_TEXTS[language].audienceTag[audience]}</Tag>;
}

/** A title in the page's language or, failing that, in the other, marked as what it is. */
export function TitleText({ title, language, fallback }: { title: Translated; language: Language; fallback: string }) {
  const own = title[language];
  const [other] = Object.entries(title);
  if (own) return <Breakable text={own} />;
  if (!other) return <span class="quiet">{fallback}</span>;
  return (
    <span lang={other[0]}>
      <Breakable text={other[1]} />
    </span>
  );
}

type VacanciesPageProps = {
  page: PageContext;
  list: StaffList;
  filters: StaffFilters;
  zone: string;
  canImport: boolean;
  /** The path of approval, and what waits for the reader to take a step of it. */
  steps: readonly ApprovalStep[];
  waiting: readonly Waiting[];
};

/** Every vacancy that staff look after, the last changed first. */
export function VacanciesPage(props: VacanciesPageProps) {
  const { page, list, filters, canImport } = props;
  const { language } = page;
  const t = VACANCY_TEXTS[language];
  const base = `/${language}/staff/vacancies`;
  const pages = Math.ceil(list.total / STAFF_PAGE_SIZE);
  return (
    <StaffLayout page={page} title={t.vacancies} nav={staffNav(page)}>
      <div class="page-head">
        <h1>{t.vacancies}</h1>
        {canImport && (
          <p class="actions">
            <a class="button" href={`${base}/new`}>
              {BEGIN_TEXTS[language].button}
            </a>
            <a class="button quiet" href={`${base}/import`}>
              {t.importNotices}
            </a>
          </p>
        )}
      </div>
      <Waits {...props} />
      <Filters {...props} />
      {list.total === 0 ? <Nothing {...props} /> : <VacancyTable {...props} />}
      <Pagination
        current={filters.page ?? 1}
        total={pages}
        href={(number) => `${base}?${queryOf({ ...filters, page: number })}`}
      />
    </StaffLayout>
  );
}

/** As many as fit above a list; the others are found in it by their status. */
const MOST_WAITING = 10;

/** What waits for the reader, before all that does not. */
function Waits({ page: { language }, waiting }: VacanciesPageProps) {
  if (waiting.length === 0) return null;
  const { untitled } = VACANCY_TEXTS[language].list;
  return (
    <Notice title={plural(waiting.length, APPROVAL_TEXTS[language].forYou, language)}>
      <ul>
        {waiting.slice(0, MOST_WAITING).map(({ reference, title }) => (
          <li key={reference}>
            <a href={`/${language}/staff/vacancies/${reference}#approvals`}>
              {reference} <TitleText title={title} language={language} fallback={untitled} />
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function queryOf({ text, status, page }: StaffFilters): string {
  const given = { text, status, page: page === undefined || page === 1 ? undefined : String(page) };
  return new URLSearchParams(
    Object.entries(given).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  ).toString();
}

function Filters({ page, list, filters }: VacanciesPageProps) {
  const { language } = page;
  const t = VACANCY_TEXTS[language];
  const options = VACANCY_STATUSES.map((status) => ({
    value: status,
    text: `${t.status[status]} (${list.counts[status] ?? 0})`,
  }));
  const all = Object.values(list.counts).reduce((sum, count) => sum + count, 0);
  return (
    <search>
      <form class="filters" method="get" action={`/${language}/staff/vacancies`}>
        <TextField name="text" label={t.list.search} type="search" value={filters.text} />
        <Select
          name="status"
          label={t.list.status}
          empty={`${t.list.all} (${all})`}
          options={options}
          value={filters.status}
        />
        <SubmitButton tone="quiet">{t.list.show}</SubmitButton>
      </form>
    </search>
  );
}

function Nothing({ page, filters, canImport }: VacanciesPageProps) {
  const { language } = page;
  const t = VACANCY_TEXTS[language];
  const base = `/${language}/staff/vacancies`;
  const filtered = Boolean(filters.text ?? filters.status);
  if (filtered)
    return (
      <EmptyState title={t.list.noMatch}>
        <p>{t.list.noMatchHint}</p>
        <p>
          <a href={base}>{t.list.clear}</a>
        </p>
      </EmptyState>
    );
  return (
    <EmptyState title={t.list.none}>
      <p>{t.list.noneHint}</p>
      {canImport && (
        <p>
          <a href={`${base}/import`}>{t.importNotices}</a>
        </p>
      )}
    </EmptyState>
  );
}

function VacancyTable(props: VacanciesPageProps) {
  const { page, list } = props;
  const { language } = page;
  const { list: t } = VACANCY_TEXTS[language];
  const columns = [
    { heading: t.reference },
    { heading: t.title, rowHeader: true },
    { heading: t.grade },
    { heading: t.status },
    { heading: t.deadline },
    { heading: t.toSettle, numeric: true },
    { heading: t.changed },
  ];
  const rows = list.rows.map((row) => ({ key: row.reference, cells: cellsOf(row, props) }));
  return <DataTable caption={plural(list.total, t.shown, language)} columns={columns} rows={rows} />;
}

function cellsOf(row: StaffRow, { page: { language }, zone, steps }: VacanciesPageProps) {
  const { list: t } = VACANCY_TEXTS[language];
  const { reference, deadlineAt, updatedAt } = row;
  return [
    reference,
    <a href={`/${language}/staff/vacancies/${reference}`}>
      <TitleText title={row.title} language={language} fallback={t.untitled} />
    </a>,
    row.grades.join(', '),
    <StatusCell {...{ row, language, steps }} />,
    deadlineAt ? (
      <When at={deadlineAt} zone={row.deadlineZone} language={language} />
    ) : row.openEnded ? (
      OPEN_ENDED[language]
    ) : (
      t.noDeadline
    ),
    row.openDoubts === 0 ? t.nothing : row.openDoubts,
    <When at={updatedAt} zone={zone} language={language} />,
  ];
}

type StatusProps = { row: StaffRow; language: Language; steps: readonly ApprovalStep[] };

/** The status, and what it waits for: a person or an hour. */
function StatusCell({ row, language, steps }: StatusProps) {
  const { status, audience, publishAt, deadlineZone } = row;
  const next = status === 'in-review' ? nextStep(row, steps) : undefined;
  return (
    <>
      <StatusTag status={status} language={language} /> <AudienceTag audience={audience} language={language} />
      {next && <div class="hint">{fillIn(APPROVAL_TEXTS[language].waitsFor, { step: next.name[language] })}</div>}
      {publishAt && (
        <div class="hint">
          {fillIn(PUBLICATION_TEXTS[language].scheduled, {
            time: formatInstantToMinute(publishAt, deadlineZone, language),
          })}
        </div>
      )}
    </>
  );
}

const When = ({ at, zone, language }: { at: Date; zone: string; language: Language }) => (
  <time datetime={at.toISOString()}>{formatInstantToMinute(at, zone, language)}</time>
);
