import { DataTable } from '../../site/data-table.tsx';
import { formatInstantToMinute } from '../../site/dates.ts';
import { languageName } from '../../site/language-name.ts';
import { StaffLayout } from '../../site/layout.tsx';
import { formatNumber, plural } from '../../site/numbers.ts';
import type { PageContext } from '../../site/page-context.ts';
import { EmptyState, Pagination } from '../../site/parts.tsx';
import type { TranslationTask } from './translation-queries.ts';
import { TRANSLATION_TEXTS } from './translation-texts.ts';
import { staffNav, StatusTag, TitleText } from '../vacancy-pages.tsx';
import { STAFF_PAGE_SIZE } from '../vacancy-queries.ts';
import { fillIn } from '../vacancy-texts.ts';

type TranslationsProps = { page: PageContext; tasks: TranslationTask[]; current: number };

/** What there is to translate and to check, the most urgent first. */
export function TranslationsPage({ page, tasks, current }: TranslationsProps) {
  const { language } = page;
  const { list: t } = TRANSLATION_TEXTS[language];
  const columns = [
    { heading: t.reference },
    { heading: t.vacancy, rowHeader: true },
    { heading: t.into },
    { heading: t.status },
    { heading: t.deadline },
    { heading: t.left, numeric: true },
    { heading: t.toCheck, numeric: true },
  ];
  const rows = tasks.slice((current - 1) * STAFF_PAGE_SIZE, current * STAFF_PAGE_SIZE).map((task) => ({
    key: `${task.vacancy.reference} ${task.target}`,
    cells: cellsOf(task, page),
  }));
  return (
    <StaffLayout page={page} title={t.title} nav={staffNav(page)}>
      <h1>{t.title}</h1>
      {tasks.length === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneHint}</p>
        </EmptyState>
      ) : (
        <>
          <p>{t.intro}</p>
          <DataTable caption={plural(tasks.length, t.shown, language)} columns={columns} rows={rows} />
          <Pagination
            current={current}
            total={Math.ceil(tasks.length / STAFF_PAGE_SIZE)}
            href={(number) => `/${language}/staff/translations?page=${number}`}
          />
        </>
      )}
    </StaffLayout>
  );
}

function cellsOf({ vacancy, target, progress }: TranslationTask, { language }: PageContext) {
  const { list: t } = TRANSLATION_TEXTS[language];
  const { reference, notice, status, deadlineAt, deadlineZone } = vacancy;
  const { left, total, toCheck } = progress;
  const show = left > 0 ? '' : '?show=check';
  return [
    reference,
    <a href={`/${language}/staff/vacancies/${reference}/translation/${target}${show}`}>
      <TitleText title={notice.title} language={language} fallback={reference} />
    </a>,
    languageName(target, language),
    <StatusTag status={status} language={language} />,
    deadlineAt ? (
      <time datetime={deadlineAt.toISOString()}>{formatInstantToMinute(deadlineAt, deadlineZone, language)}</time>
    ) : (
      t.noDeadline
    ),
    fillIn(t.leftOf, { left: formatNumber(left, language), total: formatNumber(total, language) }),
    formatNumber(toCheck, language),
  ];
}
