import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { DataTable } from '../../site/data-table.tsx';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { errorOf, Select, SubmitButton, type FieldError } from '../../site/forms.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import { MonthField } from '../../site/month-field.tsx';
import { formatNumber } from '../../site/numbers.ts';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, EmptyState } from '../../site/parts.tsx';
import { queryOf, type Typed } from './asked.ts';
import { cellText } from './cell-text.ts';
import { Chart } from './figures-chart.tsx';
import { FIGURES_TEXTS } from './figures-texts.ts';
import type { Cell, FigureTable, Report, Row } from './report.ts';
import { familyName, type ShownReport } from './shown-report.ts';

/** The reports that somebody may read. */
export function FiguresPage({ page, reports }: { page: PageContext; reports: readonly Report[] }) {
  const { language } = page;
  const t = FIGURES_TEXTS[language];
  return (
    <StaffLayout page={page} title={t.title} nav={page.actor?.links ?? []}>
      <h1>{t.title}</h1>
      <p class="lede">{t.intro}</p>
      <ul class="reports">
        {reports.map(({ code, title, about }) => (
          <li key={code}>
            <h2>
              <a href={`/${language}/staff/figures/${code}`}>{title[language]}</a>
            </h2>
            <p>{about[language]}</p>
          </li>
        ))}
      </ul>
    </StaffLayout>
  );
}

export type ReportPageProps = {
  page: PageContext;
  report: Report;
  organisation: Organisation;
  bodies: readonly string[];
  typed: Typed;
  errors: FieldError[];
  /** Undefined where what was asked for cannot be read. */
  shown: ShownReport | undefined;
};

/** One report: what to count, each chart with its table, and the files. */
export function ReportPage(props: ReportPageProps) {
  const { page, report, errors, shown } = props;
  const { language } = page;
  const t = FIGURES_TEXTS[language];
  const title = report.title[language];
  return (
    <StaffLayout page={page} title={title} inError={errors.length > 0} nav={page.actor?.links ?? []}>
      <BackLink href={`/${language}/staff/figures`}>{t.back}</BackLink>
      <ErrorSummary errors={errors} />
      <h1>{title}</h1>
      <p class="lede">{report.about[language]}</p>
      <Filters {...props} />
      {shown && (
        <>
          <p class="hint">
            {shown.counted} {shown.asOf}
          </p>
          {shown.tables.map((table) => (
            <TableSection key={table.key} page={page} table={table} />
          ))}
          <TakeAway {...props} shown={shown} />
          <section>
            <h2>{t.howMade}</h2>
            {shown.notes.map((note) => (
              <p key={note}>{note}</p>
            ))}
          </section>
        </>
      )}
    </StaffLayout>
  );
}

function Filters({ page, report, organisation, bodies, typed, errors }: ReportPageProps) {
  const { language } = page;
  const t = FIGURES_TEXTS[language];
  const address = `/${language}/staff/figures/${report.code}`;
  const { families, order } = organisation.grades;
  const kinds = families.map((family) => ({ value: family.code, text: familyName(family, language) }));
  const grades = order.toReversed().map((grade) => ({ value: grade, text: grade }));
  const clauses = organisation.contractClauses.map(({ code, name }) => ({ value: code, text: name[language] }));
  const choices = [
    { name: 'kind', label: t.kind, options: kinds },
    { name: 'grade', label: t.grade, options: grades },
    { name: 'clause', label: t.clause, options: clauses },
    { name: 'body', label: t.body, options: bodies.map((body) => ({ value: body, text: body })) },
  ] as const;
  return (
    <search>
      <form class="filters of-figures" method="get" action={address} aria-label={t.filters} novalidate>
        {(['from', 'until'] as const).map((name) => (
          <MonthField key={name} name={name} label={t[name]} value={typed[name]} error={errorOf(errors, name)} />
        ))}
        {choices.map(({ name, label, options }) => (
          <Select key={name} name={name} label={label} empty={t.any} options={options} value={typed[name]} />
        ))}
        <div class="actions">
          <SubmitButton tone="quiet">{t.show}</SubmitButton>
          {queryOf(typed) !== '' && <a href={address}>{t.anew}</a>}
        </div>
      </form>
    </search>
  );
}

/** A page stays one that can be read; the files have everything. */
const MOST_ON_PAGE = 25;

function TableSection({ page, table }: { page: PageContext; table: FigureTable }) {
  const { language } = page;
  const t = FIGURES_TEXTS[language];
  const { caption, note, columns, rows, empty, chart } = table;
  if (rows.length === 0)
    return (
      <section>
        <h2>{caption}</h2>
        <EmptyState title={empty} />
      </section>
    );
  const shown = rows.slice(0, MOST_ON_PAGE);
  const cut = rows.length > shown.length;
  return (
    <section class="figures">
      <h2>{caption}</h2>
      {note && <p class="hint">{note}</p>}
      {cut && (
        <p class="hint">{t.firstOf(formatNumber(shown.length, language), formatNumber(rows.length, language))}</p>
      )}
      {chart && <Chart chart={chart} about={t.chartAbout} />}
      <DataTable
        caption={caption}
        hiddenCaption
        columns={columns.map((column, index) => ({ ...column, rowHeader: index === 0 }))}
        rows={shown.map((row) => ({
          key: row.key,
          cells: row.cells.map((cell, index) => <CellOf key={index} {...{ page, cell }} href={hrefOf(row, index)} />),
        }))}
      />
    </section>
  );
}

const hrefOf = ({ href }: Row, index: number): string | undefined => (index === 0 ? href : undefined);

function CellOf({ page: { language }, cell, href }: { page: PageContext; cell: Cell; href: string | undefined }) {
  const text = cellText(cell, language);
  return href === undefined ? <>{text}</> : <a href={`/${language}${href}`}>{text}</a>;
}

function TakeAway({ page: { language }, report: { code }, typed, shown }: ReportPageProps & { shown: ShownReport }) {
  const t = FIGURES_TEXTS[language];
  const query = queryOf(typed);
  const address = (ending: string, more = '') => {
    const asked = [more, query].filter(Boolean).join('&');
    return `/${language}/staff/figures/${code}.${ending}${asked && `?${asked}`}`;
  };
  return (
    <section class="take-away">
      <h2>{t.download}</h2>
      <ul>
        <li>
          <a href={address('xlsx')}>{t.spreadsheet}</a>
        </li>
        <li>
          <a href={address('pdf')}>{t.pdf}</a>
        </li>
        {shown.tables.map(({ key, caption }) => (
          <li key={key}>
            <a href={address('csv', `table=${key}`)}>{t.csv(caption)}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
