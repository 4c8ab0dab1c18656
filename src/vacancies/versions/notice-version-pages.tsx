import type { Language } from '../../platform/language.ts';
import { DataTable } from '../../site/data-table.tsx';
import { formatInstantToMinute } from '../../site/dates.ts';
import { Select, SubmitButton } from '../../site/forms.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import { joinList, plural } from '../../site/numbers.ts';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, EmptyState, Notice, Pagination, Tag } from '../../site/parts.tsx';
import type { NoticeRecord } from '../../notices/notice.ts';
import { factText, type CodeBook } from '../fact-values.ts';
import { doerName } from '../review/history.tsx';
import { differencesOf, type Difference } from '../notice-differences.ts';
import { fieldAt, isFact } from '../notice-fields.ts';
import { VERSIONS_PER_PAGE, type VersionWithEarlier } from './notice-version-queries.ts';
import { NOTICE_VERSION_TEXTS } from './notice-version-texts.ts';
import type { NoticeVersion } from './notice-version.ts';
import { typed } from '../editing/section-form.ts';
import { staffNav, StatusTag } from '../vacancy-pages.tsx';
import { fillIn } from '../vacancy-texts.ts';
import type { Vacancy } from '../vacancy.ts';
import { nameOf } from './version-pages.tsx';
import { WordDifference } from './word-difference.tsx';

type VersionsProps = {
  page: PageContext;
  vacancy: Vacancy;
  versions: readonly VersionWithEarlier[];
  total: number;
  current: number;
  /** Whether the reader may put an earlier version in the place of what stands. */
  restoring: boolean;
};

const addressOf = ({ page, vacancy }: Pick<VersionsProps, 'page' | 'vacancy'>): string =>
  `/${page.language}/staff/vacancies/${vacancy.reference}/versions`;

/** Every notice that was saved: when, by whom, and what changed in it. */
export function VersionsPage(props: VersionsProps) {
  const { page, vacancy, versions, total } = props;
  const { language } = page;
  const t = NOTICE_VERSION_TEXTS[language];
  const title = fillIn(t.title, { reference: vacancy.reference });
  const columns = [
    { heading: t.number, numeric: true },
    { heading: t.saved, rowHeader: true },
    { heading: t.by },
    { heading: t.action },
    { heading: t.fields },
    { heading: t.ways },
  ];
  const rows = versions.map((version) => ({ key: version.number, cells: cellsOf(version, props) }));
  return (
    <StaffLayout page={page} title={title} nav={staffNav(page)}>
      <BackLink href={`/${language}/staff/vacancies/${vacancy.reference}#history`}>{t.back}</BackLink>
      <p class="eyebrow">
        <b>{vacancy.reference}</b> <StatusTag status={vacancy.status} language={language} />
      </p>
      <h1>{title}</h1>
      <p>{t.intro}</p>
      {total === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneHint}</p>
        </EmptyState>
      ) : (
        <DataTable caption={plural(total, t.shown, language)} columns={columns} rows={rows} />
      )}
      <Pagination
        current={props.current}
        total={Math.ceil(total / VERSIONS_PER_PAGE)}
        href={(number) => `${addressOf(props)}?page=${number}`}
      />
    </StaffLayout>
  );
}

function cellsOf(version: VersionWithEarlier, props: VersionsProps) {
  const { page, vacancy, total } = props;
  const { language } = page;
  const t = NOTICE_VERSION_TEXTS[language];
  const { number, savedAt, action, earlier } = version;
  const changed = earlier && differencesOf(earlier, version.notice).map((difference) => nameOf(difference, language));
  return [
    number,
    <>
      <time datetime={savedAt.toISOString()}>{formatInstantToMinute(savedAt, vacancy.deadlineZone, language)}</time>{' '}
      {number === total && <Tag tone="success">{t.current}</Tag>}
    </>,
    doerName(version, language),
    t.actions[action] ?? t.changed,
    changed ? joinList(changed, language) : t.first,
    <Ways number={number} {...props} />,
  ];
}

function Ways({ number, page, vacancy, total, restoring }: VersionsProps & { number: number }) {
  const t = NOTICE_VERSION_TEXTS[page.language];
  const comparison = `${addressOf({ page, vacancy })}/comparison`;
  return (
    <>
      {number > 1 && (
        <p>
          <a href={`${comparison}?from=${number - 1}&to=${number}`}>
            {t.compare}
            <span class="hidden">{fillIn(t.compareAbout, { n: number })}</span>
          </a>
        </p>
      )}
      {restoring && number < total && (
        <p>
          <a href={`${comparison}?from=${total}&to=${number}#restore`}>
            {t.restoreWay}
            <span class="hidden">{fillIn(t.restoreAbout, { n: number })}</span>
          </a>
        </p>
      )}
    </>
  );
}

export type ComparisonProps = {
  page: PageContext;
  vacancy: Vacancy;
  from: NoticeVersion;
  to: NoticeVersion;
  choices: readonly Omit<NoticeVersion, 'notice'>[];
  book: CodeBook;
  restoring: boolean;
  problem?: string | undefined;
};

/** Two versions side by side: only what differs, in each language, the words that were changed marked. */
export function ComparisonPage(props: ComparisonProps) {
  const { page, vacancy, from, to, problem } = props;
  const { language } = page;
  const t = NOTICE_VERSION_TEXTS[language].comparison;
  const title = fillIn(t.title, { from: from.number, to: to.number, reference: vacancy.reference });
  return (
    <StaffLayout page={page} title={title} nav={staffNav(page)} inError={problem !== undefined}>
      <BackLink href={addressOf(props)}>{t.back}</BackLink>
      {problem !== undefined && (
        <Notice tone="error" status>
          <p>{problem}</p>
        </Notice>
      )}
      <h1>{title}</h1>
      <Choice {...props} />
      <Differences {...props} />
      <Restoration {...props} />
    </StaffLayout>
  );
}

function Choice(props: ComparisonProps) {
  const { page, vacancy, choices, from, to } = props;
  const { language } = page;
  const t = NOTICE_VERSION_TEXTS[language].comparison;
  const options = choices.map((choice) => {
    const time = formatInstantToMinute(choice.savedAt, vacancy.deadlineZone, language);
    const text = fillIn(t.option, { n: choice.number, time, name: doerName(choice, language) });
    return { value: String(choice.number), text };
  });
  return (
    <search>
      <form
        class="filters comparison-choice"
        method="get"
        action={`${addressOf(props)}/comparison`}
        aria-label={t.choose}
      >
        <Select name="from" label={t.from} options={options} value={String(from.number)} />
        <Select name="to" label={t.to} options={options} value={String(to.number)} />
        <SubmitButton tone="quiet">{t.show}</SubmitButton>
      </form>
    </search>
  );
}

function Differences({ page, from, to, book }: ComparisonProps) {
  const { language } = page;
  const t = NOTICE_VERSION_TEXTS[language].comparison;
  const differences = differencesOf(from.notice, to.notice);
  if (differences.length === 0) return <p>{t.same}</p>;
  const rows = differences.map((difference) => {
    const text = (notice: NoticeRecord) => textOf(difference, { notice, language, book });
    const both = { before: text(from.notice), after: text(to.notice), language, difference };
    return {
      key: `${difference.path} ${difference.language ?? ''}`,
      cells: [nameOf(difference, language), <Side {...both} side="before" />, <Side {...both} side="after" />],
    };
  });
  const columns = [
    { heading: t.field, rowHeader: true },
    { heading: fillIn(t.version, { n: from.number }) },
    { heading: fillIn(t.version, { n: to.number }) },
  ];
  return (
    <div class="comparison">
      <DataTable caption={plural(rows.length, t.caption, language)} columns={columns} rows={rows} />
    </div>
  );
}

type Reading = { notice: NoticeRecord; language: Language; book: CodeBook };

function textOf({ path, language: side }: Difference, { notice, language, book }: Reading): string {
  if (isFact(path)) return factText(path, { notice, language, book }) ?? '';
  const field = fieldAt(path);
  return field ? typed(field, field.read(notice, side ?? language)) : '';
}

type SideProps = {
  before: string;
  after: string;
  language: Language;
  difference: Difference;
  side: 'before' | 'after';
};

function Side({ difference, ...words }: SideProps) {
  const { language, side } = words;
  if (words[side] === '') return <span class="quiet">{NOTICE_VERSION_TEXTS[language].comparison.empty}</span>;
  return (
    <span lang={difference.language}>
      <WordDifference {...words} />
    </span>
  );
}

/** What restoring means, said where its effect is shown: only beside what stands now. */
function Restoration(props: ComparisonProps) {
  const { page, vacancy, from, to, choices, restoring } = props;
  const t = NOTICE_VERSION_TEXTS[page.language].restore;
  const last = choices[0]?.number;
  if (!restoring || from.number !== last || to.number === last) return null;
  return (
    <section id="restore">
      <h2>{fillIn(t.title, { n: to.number })}</h2>
      <p>{fillIn(t.sentence, { n: to.number, last })}</p>
      <form method="post" action={`${addressOf(props)}/${to.number}/restoration`}>
        <input type="hidden" name="version" value={vacancy.version} />
        <SubmitButton>{fillIn(t.button, { n: to.number })}</SubmitButton>
      </form>
    </section>
  );
}
