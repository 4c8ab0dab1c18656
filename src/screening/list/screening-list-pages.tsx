import { titleIn } from '../../applications/application.ts';
import { Breakable } from '../../site/breakable.tsx';
import { DataTable } from '../../site/data-table.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import { LinkList } from '../../site/link-list.tsx';
import { formatNumber, plural } from '../../site/numbers.ts';
import { EmptyState, Facts, Notice, Pagination, Tag, type Tone } from '../../site/parts.tsx';
import { SCREENING_TEXTS } from '../screening-texts.ts';
import { DueLine } from '../due/due-parts.tsx';
import { RULE_KINDS } from '../sheet/sheet.ts';
import {
  narrows,
  STATES,
  writeScreeningFilters,
  type ScreeningFilters,
  type ScreeningState,
} from './screening-filters.ts';
import type { ScreeningList, ScreeningRow } from './screening-list-queries.ts';
import type { ScreeningListProps } from './screening-list-props.ts';
import { Filters } from './screening-list-filters.tsx';

/** The applications of one screening by their numbers, with how far each has come; never ranked. */
export function ScreeningListPage(props: ScreeningListProps) {
  const { page, vacancy, screening, list, filters, anonymous, organisation } = props;
  const { language } = page;
  const t = SCREENING_TEXTS[language];
  const title = titleIn(vacancy.notice.title, language);
  const stage = organisation.selection.stages.find(({ code }) => code === screening?.anonymousUntil);
  return (
    <StaffLayout page={page} title={t.screeningOf(vacancy.reference)} nav={page.actor?.links ?? []}>
      <p class="eyebrow">
        <b>{vacancy.reference}</b>{' '}
        <span lang={title.language}>
          <Breakable text={title.text} />
        </span>
      </p>
      <h1>{t.screening}</h1>
      <p>{t.intro}</p>
      {anonymous && stage && <Notice title={t.anonymousUntil(stage.name[language])} />}
      <DueLine shown={props.due} language={language} />
      <GoOn {...props} />
      <Links {...props} />
      {!list || !screening ? (
        <EmptyState title={t.notBegun}>
          <p>{t.notBegunNote}</p>
        </EmptyState>
      ) : (
        <>
          <Counts {...props} list={list} />
          <Progress {...props} />
          <Filters {...props} screening={screening} />
          {list.rows.length === 0 ? <Nothing {...props} /> : <Rows {...props} list={list} />}
          <Pagination
            current={filters.page}
            total={Math.ceil(list.total / filters.per)}
            href={(number) => hrefOf(props, { ...filters, page: number })}
          />
        </>
      )}
    </StaffLayout>
  );
}

const hrefOf = ({ page, vacancy }: ScreeningListProps, filters: Partial<ScreeningFilters>): string =>
  `/${page.language}/staff/vacancies/${vacancy.reference}/screening${writeScreeningFilters({ per: 50, page: 1, ...filters })}`;

/** Straight to what waits for its reader. */
function GoOn({ page: { language }, vacancy, ownNext, ownLeft, may }: ScreeningListProps) {
  const t = SCREENING_TEXTS[language];
  if (!may.screen || ownNext === undefined) return null;
  return (
    <p>
      <a class="button" href={`/${language}/staff/vacancies/${vacancy.reference}/screening/${ownNext}`}>
        {plural(ownLeft, t.goOn, language)}
      </a>
    </p>
  );
}

function Links({ page: { language }, vacancy, may, screening, waiting }: ScreeningListProps) {
  const t = SCREENING_TEXTS[language];
  const to = `/${language}/staff/vacancies/${vacancy.reference}/screening`;
  const links = [
    ...(may.arrange ? [{ href: `${to}/arrangement`, text: t.arrange }] : []),
    ...(may.screen && screening ? [{ href: `${to}/hard-rules`, text: t.hardRules }] : []),
    ...(may.settle && screening ? [{ href: `${to}/settlement`, text: t.settlement }] : []),
    ...(may.duplicates && screening ? [{ href: `${to}/likenesses`, text: t.duplicates }] : []),
    ...(may.duplicates && waiting > 0
      ? [{ href: `${to}/transcriptions`, text: `${t.transcriptions} (${formatNumber(waiting, language)})` }]
      : []),
  ];
  return <LinkList links={links} />;
}

function Counts(props: ScreeningListProps & { list: ScreeningList }) {
  const { language } = props.page;
  const t = SCREENING_TEXTS[language];
  const states = STATES.filter((state) => props.may.arrange || state !== 'unassigned');
  return (
    <Facts
      facts={states.map((state) => ({
        term: <a href={hrefOf(props, { state })}>{t.states[state]}</a>,
        value: formatNumber(props.list.counts[state] ?? 0, language),
      }))}
    />
  );
}

/** What each screener has, has signed, and has ahead; one's own alone for who arranges nothing. */
function Progress({ page: { language }, workloads, screeners }: ScreeningListProps) {
  const t = SCREENING_TEXTS[language];
  if (workloads.length === 0) return null;
  return (
    <DataTable
      caption={t.workload}
      columns={[
        { heading: t.screener, rowHeader: true },
        { heading: t.assigned, numeric: true },
        { heading: t.signed, numeric: true },
        { heading: t.ahead, numeric: true },
      ]}
      rows={workloads.map(({ accountId, assigned, signed }) => ({
        key: accountId,
        cells: [
          screeners.get(accountId) ?? t.noScreenerNow,
          ...[assigned, signed, assigned - signed].map((count) => formatNumber(count, language)),
        ],
      }))}
    />
  );
}

function Nothing(props: ScreeningListProps) {
  const t = SCREENING_TEXTS[props.page.language];
  const narrowed = narrows(props.filters) || props.filters.page > 1;
  return (
    <EmptyState title={narrowed ? t.noneMatch : t.none}>
      <p>{narrowed ? <a href={hrefOf(props, {})}>{t.showAll}</a> : t.noneNote}</p>
    </EmptyState>
  );
}

const TONES: Record<ScreeningState, Tone> = {
  unassigned: 'warning',
  'to-do': 'plain',
  begun: 'info',
  signed: 'info',
  ready: 'info',
  settled: 'success',
};

function Rows({ page: { language }, vacancy, list, may, screeners }: ScreeningListProps & { list: ScreeningList }) {
  const t = SCREENING_TEXTS[language];
  const sheet = `/${language}/staff/vacancies/${vacancy.reference}/screening/`;
  const ruleTold = (code: string) => t.rules[RULE_KINDS.find((kind) => kind === code) ?? 'question'];
  const numberOf = ({ number, mine }: ScreeningRow) =>
    may.screen && mine ? <a href={`${sheet}${number}`}>{number}</a> : number;
  const namesTold = (ids: readonly string[]) =>
    ids
      .map((id) => screeners.get(id) ?? t.noScreenerNow)
      .toSorted()
      .join(', ');
  const cellsOf = (row: ScreeningRow) => [
    numberOf(row),
    <Tag tone={TONES[row.state]}>{t.states[row.state]}</Tag>,
    row.outcome ? t.outcomes[row.outcome] : t.noOutcome,
    row.flags.length > 0 ? row.flags.map(ruleTold).join(' · ') : t.noneSpeaks,
    ...(may.arrange ? [namesTold(row.screeners), t.signedOf(row.signed, row.assigned)] : []),
  ];
  return (
    <DataTable
      caption={plural(list.total, t.shown, language)}
      columns={[
        { heading: t.number, rowHeader: true },
        { heading: t.state },
        { heading: t.outcome },
        { heading: t.speaks },
        ...(may.arrange ? [{ heading: t.screener }, { heading: t.sheets }] : []),
      ]}
      rows={list.rows.map((row) => ({ key: row.number, cells: cellsOf(row) }))}
    />
  );
}
