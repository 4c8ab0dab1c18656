import { Breakable } from '../../site/breakable.tsx';
import { DataTable } from '../../site/data-table.tsx';
import type { Language } from '../../platform/language.ts';
import { formatInstant } from '../../site/dates.ts';
import { Instant } from '../../site/instant.tsx';
import { PublicLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { EmptyState, Notice } from '../../site/parts.tsx';
import { gradesOf } from '../../vacancies/posts.ts';
import { forEntrance } from '../../vacancies/internal-dates/internal-dates.ts';
import { INTERNAL_DATES_TEXTS } from '../../vacancies/internal-dates/internal-dates-texts.ts';
import { OPEN_ENDED } from '../../vacancies/publication/publication-texts.ts';
import type { VacancySummary } from '../../vacancies/vacancy-queries.ts';
import type { Vacancy } from '../../vacancies/vacancy.ts';
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

/** What serving staff alone are told of dates: their own last day, and when others are let in. */
export function DatesOfStaff({ vacancy, language }: { vacancy: Vacancy; language: Language }) {
  const { publicFrom, deadlineZone } = vacancy;
  const own = forEntrance(vacancy, 'internal');
  const t = INTERNAL_DATES_TEXTS[language];
  const told = (at: Date) => formatInstant(at, deadlineZone, language);
  const lines = [
    own.closesAt !== undefined && own.deadlineAt ? t.yours.replace('{deadline}', told(own.deadlineAt)) : '',
    publicFrom ? t.opens.replace('{opening}', told(publicFrom)) : '',
  ].filter((line) => line !== '');
  if (lines.length === 0) return null;
  return (
    <Notice>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Notice>
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
