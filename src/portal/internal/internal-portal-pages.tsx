import { Breakable } from '../../site/breakable.tsx';
import { DataTable } from '../../site/data-table.tsx';
import { Instant } from '../../site/instant.tsx';
import { PublicLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { EmptyState } from '../../site/parts.tsx';
import { gradesOf } from '../../vacancies/posts.ts';
import { OPEN_ENDED } from '../../vacancies/publication/publication-texts.ts';
import type { VacancySummary } from '../../vacancies/vacancy-queries.ts';
import { inLanguage } from '../vacancy-view.ts';
import { INTERNAL_PORTAL_TEXTS } from './internal-portal-texts.ts';

/** What serving staff can apply for, the soonest deadline first. */
export function InternalVacanciesPage({ page, vacancies }: { page: PageContext; vacancies: VacancySummary[] }) {
  const { language } = page;
  const t = INTERNAL_PORTAL_TEXTS[language];
  return (
    <PublicLayout page={page} title={t.title} head={<meta name="robots" content="noindex" />}>
      <h1>{t.title}</h1>
      <p class="lede">{t.lede}</p>
      {vacancies.length === 0 && <EmptyState title={t.none} />}
      {vacancies.length > 0 && (
        <DataTable
          caption={t.title}
          hiddenCaption
          columns={[
            { heading: t.reference },
            { heading: t.post, rowHeader: true },
            { heading: t.grade },
            { heading: t.audience },
            { heading: t.deadline },
          ]}
          rows={vacancies.map((vacancy) => ({
            key: vacancy.reference,
            cells: [
              vacancy.reference,
              <Title page={page} vacancy={vacancy} />,
              gradesOf(vacancy).join(', '),
              vacancy.audience === 'internal' ? t.internal : t.both,
              vacancy.deadlineAt ? (
                <Instant at={vacancy.deadlineAt} zone={vacancy.deadlineZone} toMinute />
              ) : (
                OPEN_ENDED[language]
              ),
            ],
          }))}
        />
      )}
    </PublicLayout>
  );
}

function Title({ page: { language }, vacancy: { title, reference } }: { page: PageContext; vacancy: VacancySummary }) {
  const found = inLanguage(title, language) ?? { text: reference, lang: language };
  return (
    <a href={`/${language}/internal/vacancies/${reference}`} lang={found.lang === language ? undefined : found.lang}>
      <Breakable text={found.text} />
    </a>
  );
}
