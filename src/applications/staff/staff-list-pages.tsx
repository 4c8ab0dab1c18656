import type { Language } from '../../platform/language.ts';
import { countriesByName, countryName } from '../../regulations/organisation/countries.ts';
import type { LanguageScheme } from '../../regulations/organisation/organisation.ts';
import { Breakable } from '../../site/breakable.tsx';
import { DataTable } from '../../site/data-table.tsx';
import { formatInstantToMinute } from '../../site/dates.ts';
import { fieldId, Labelled } from '../../site/field.tsx';
import { Select, SubmitButton, TextField } from '../../site/forms.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import { plural } from '../../site/numbers.ts';
import { addressIn, type PageContext, type PageLink } from '../../site/page-context.ts';
import { EmptyState, Facts, Pagination, Tag } from '../../site/parts.tsx';
import type { Vacancy } from '../../vacancies/vacancy.ts';
import { ENTRANCES } from '../../vacancies/internal-dates/internal-dates.ts';
import { titleIn } from '../application.ts';
import { NO_LEVEL } from '../answers.ts';
import { STATUS_TEXTS } from '../application-texts.ts';
import { EQUALITY_TEXTS } from '../equality/equality-texts.ts';
import { isFiltered, SORTS, STAFF_STATUSES, writeFilters, type ApplicationFilters } from './staff-filters.ts';
import { PAGE_SIZE, type StaffList, type StaffRow } from './staff-queries.ts';
import { STAFF_TEXTS } from './staff-texts.ts';
import { languageName } from '../../site/language-name.ts';

/** The pages of those who work here, for the head of each. */
export const staffNavigation = ({ actor }: PageContext): PageLink[] => actor?.links ?? [];

type ApplicationsPageProps = {
  page: PageContext;
  vacancy: Vacancy;
  list: StaffList;
  filters: ApplicationFilters;
  scheme: LanguageScheme;
  /** Whether the reader may see the counts of the equality questions, and there are any. */
  equality: boolean;
  /** Whether the reader may see the balance by nationality. */
  balance: boolean;
  /** Whether the organisation examines applications. */
  integrity: boolean;
};

/** What was received for one vacancy, in the order asked for; never scored, never ranked. */
export function ApplicationsPage(props: ApplicationsPageProps) {
  const { page, vacancy, list, filters } = props;
  const { language } = page;
  const t = STAFF_TEXTS[language];
  const title = titleIn(vacancy.notice.title, language);
  const href = (number: number) => addressIn(page, language) + writeFilters({ ...filters, page: number });
  return (
    <StaffLayout page={page} title={t.applicationsTo(vacancy.reference)} nav={staffNavigation(page)}>
      <p class="eyebrow">
        <a href={`/${language}/staff/vacancies/${vacancy.reference}`}>{vacancy.reference}</a>{' '}
        <span lang={title.language}>
          <Breakable text={title.text} />
        </span>
      </p>
      <h1>{t.applications}</h1>
      <Facts
        facts={[
          { term: t.received, value: list.counts.submitted },
          { term: t.withdrawn, value: list.counts.withdrawn },
          { term: t.drafts, value: list.counts.draft, note: t.draftsNote },
        ]}
      />
      <ul class="links">
        <li>
          <a href={`/${language}/staff/vacancies/${vacancy.reference}/screening`}>{t.screening}</a>
        </li>
        <li>
          <a href={`/${language}/staff/vacancies/${vacancy.reference}/selection`}>{t.selection}</a>
        </li>
        <li>
          <a href={`/${language}/staff/vacancies/${vacancy.reference}/messages`}>{t.messages}</a>
        </li>
        {props.balance && (
          <li>
            <a href={`/${language}/staff/vacancies/${vacancy.reference}/balance`}>{t.balance}</a>
          </li>
        )}
        {props.integrity && (
          <li>
            <a href={`/${language}/staff/vacancies/${vacancy.reference}/integrity`}>{t.integrity}</a>
          </li>
        )}
        <li>
          <a href={`/${language}/staff/vacancies/${vacancy.reference}/reviews`}>{t.reviews}</a>
        </li>
        <li>
          <a href={`/${language}/staff/vacancies/${vacancy.reference}/similar-posts`}>{t.similarPosts}</a>
        </li>
        {props.equality && (
          <li>
            <a href={`/${language}/staff/vacancies/${vacancy.reference}/equality`}>
              {EQUALITY_TEXTS[language].countsLink}
            </a>
          </li>
        )}
      </ul>
      <Filters {...props} />
      {list.rows.length === 0 ? <Nothing {...props} /> : <Rows {...props} />}
      <Pagination current={filters.page} total={Math.ceil(list.total / PAGE_SIZE)} href={href} />
    </StaffLayout>
  );
}

/** Whether serving staff may be among those who apply, and the entrance says something. */
const isToStaff = ({ audience }: Vacancy): boolean => audience !== 'external';

function Filters({ page, vacancy, filters, list, scheme }: ApplicationsPageProps) {
  const { language } = page;
  const t = STAFF_TEXTS[language];
  const occurring = countriesByName(language).filter(({ code }) => list.nationalities.includes(code));
  const statuses = STAFF_STATUSES.map((value) => ({ value, text: STATUS_TEXTS[language][value] }));
  const countries = occurring.map(({ code, name }) => ({ value: code, text: name }));
  const levels = scheme.levels.map(({ code }) => ({ value: code, text: t.levelOrHigher(code) }));
  return (
    <search>
      <form class="filters" method="post" action={addressIn(page, language)} aria-label={t.filter}>
        <TextField name="text" label={t.search} type="search" value={filters.text} />
        <Select name="status" label={t.status} empty={t.anyStatus} options={statuses} value={filters.status} />
        <Select
          name="nationality"
          label={t.nationalities}
          empty={t.anyNationality}
          options={countries}
          value={filters.nationality}
        />
        {isToStaff(vacancy) && (
          <Select
            name="entrance"
            label={t.entrance}
            empty={t.anyEntrance}
            options={ENTRANCES.map((value) => ({ value, text: t.entrances[value] }))}
            value={filters.entrance}
          />
        )}
        <DayField name="from" label={t.from} value={filters.from} />
        <DayField name="to" label={t.to} value={filters.to} />
        {scheme.official.map((code) => (
          <Select
            key={code}
            name={`level-${code}`}
            label={t.levelIn(languageName(code, language))}
            empty={t.anyLevel}
            options={levels}
            value={filters.levels[code]}
          />
        ))}
        <Select
          name="sort"
          label={t.sort}
          empty={t.sorts.received}
          options={SORTS.filter((sort) => sort !== 'received').map((value) => ({ value, text: t.sorts[value] }))}
          value={filters.sort}
        />
        <SubmitButton tone="quiet">{t.show}</SubmitButton>
      </form>
    </search>
  );
}

function DayField({ name, label, value }: { name: string; label: string; value: string | undefined }) {
  return (
    <Labelled field={{ name, label }}>
      <input id={fieldId(name)} name={name} type="date" class="input" value={value} />
    </Labelled>
  );
}

function Nothing({ page, filters }: ApplicationsPageProps) {
  const t = STAFF_TEXTS[page.language];
  const filtered = isFiltered(filters) || filters.page > 1;
  return (
    <EmptyState title={filtered ? t.noneMatch : t.none}>
      {filtered ? (
        <p>
          <a href={addressIn(page, page.language)}>{t.showAll}</a>
        </p>
      ) : (
        <p>{t.noneNote}</p>
      )}
    </EmptyState>
  );
}

function Rows({ page, list, vacancy, scheme }: ApplicationsPageProps) {
  const { language } = page;
  const t = STAFF_TEXTS[language];
  const columns = [
    { heading: t.number, rowHeader: true },
    { heading: t.name },
    { heading: t.nationalities },
    { heading: t.levels },
    { heading: t.documents, numeric: true },
    ...(isToStaff(vacancy) ? [{ heading: t.entrance }] : []),
    { heading: t.receivedOn },
    { heading: t.status },
  ];
  const cellsOf = (row: StaffRow) => [
    <a href={`/${language}/staff/applications/${row.number}`}>{row.number}</a>,
    row.name,
    row.nationalities.map((code) => countryName(code, language)).join(', '),
    levelsTold(row.languages, scheme, language),
    row.documents,
    ...(isToStaff(vacancy) ? [t.entrances[row.entrance]] : []),
    <time datetime={row.receivedAt.toISOString()}>
      {formatInstantToMinute(row.receivedAt, vacancy.deadlineZone, language)}
    </time>,
    <Tag tone={row.status === 'withdrawn' ? 'warning' : 'success'}>{STATUS_TEXTS[language][row.status]}</Tag>,
  ];
  return (
    <DataTable
      caption={plural(list.total, t.shown, language)}
      columns={columns}
      rows={list.rows.map((row) => ({ key: row.number, cells: cellsOf(row) }))}
    />
  );
}

/** `English V · French II`: what the applicant states, in the order of the scheme. */
export function levelsTold(levels: Record<string, string>, { official }: LanguageScheme, language: Language): string {
  const t = STAFF_TEXTS[language];
  const told = (level: string | undefined) => (level === undefined || level === NO_LEVEL ? t.noLevel : level);
  return official.map((code) => `${languageName(code, language)} ${told(levels[code])}`).join(' · ');
}
