import { DataTable } from '../site/data-table.tsx';
import { StaffLayout } from '../site/layout.tsx';
import type { PageContext } from '../site/page-context.ts';
import { EmptyState } from '../site/parts.tsx';
import { COMPETITION_TEXTS } from './competition-texts.ts';
import type { OwnTask } from './member-queries.ts';

/** The competitions in which the reader has a task. */
export function OwnTasksPage({ page, tasks }: { page: PageContext; tasks: OwnTask[] }) {
  const { language } = page;
  const t = COMPETITION_TEXTS[language];
  return (
    <StaffLayout page={page} title={t.tasks} nav={page.actor?.links ?? []}>
      <h1>{t.tasks}</h1>
      {tasks.length === 0 ? (
        <EmptyState title={t.noTasks}>
          <p>{t.noTasksNote}</p>
        </EmptyState>
      ) : (
        <>
          <p class="lede">{t.tasksLede}</p>
          <DataTable
            caption={t.tasks}
            hiddenCaption
            columns={[{ heading: t.competition, rowHeader: true }, { heading: t.role }, { heading: t.action }]}
            rows={tasks.map(({ reference, role }) => ({
              key: `${reference} ${role}`,
              cells: [
                reference,
                t.roles[role],
                <a href={`/${language}/staff/vacancies/${reference}/people`}>
                  {t.open}
                  <span class="hidden"> {reference}</span>
                </a>,
              ],
            }))}
          />
        </>
      )}
      <ul class="links">
        <li>
          <a href={`/${language}/staff/screenings`}>{t.screenings}</a>
        </li>
        <li>
          <a href={`/${language}/staff/reviews`}>{t.reviews}</a>
        </li>
      </ul>
    </StaffLayout>
  );
}
