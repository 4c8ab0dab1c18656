import { DataTable, type TableRow } from '../site/data-table.tsx';
import { PublicLayout } from '../site/layout.tsx';
import { plural } from '../site/numbers.ts';
import type { PageContext } from '../site/page-context.ts';
import { EmptyState, Tag } from '../site/parts.tsx';
import { ACCOMMODATION_TEXTS } from './accommodation/accommodation-texts.ts';
import type { ApplicationSummary } from './application-queries.ts';
import { APPLICATION_TEXTS } from './application-texts.ts';
import { Deadline } from './deadline-told.tsx';
import { Discarded } from './discarding/discard-pages.tsx';
import { VacancyTitle } from './eligibility/eligibility-pages.tsx';
import type { StageEntry } from './stages/stage-state.ts';
import { STAGE_TEXTS } from './stages/stage-texts.ts';
import { wordsFor } from './drafting/standing-words.ts';

/** What is known of each application besides its own row, by number. */
export type Followed = { entries: Map<string, StageEntry[]>; unread: Map<string, number> };

type ListProps = { page: PageContext; applications: ApplicationSummary[]; followed: Followed; now: Date };

/** A person's applications: where each stands and what is next. */
export function ApplicationListPage({ page, followed, now, ...all }: ListProps) {
  const { language } = page;
  const applications = all.applications.filter(({ status }) => status !== 'discarded');
  const discarded = all.applications.filter(({ status }) => status === 'discarded');
  const t = APPLICATION_TEXTS[language];
  return (
    <PublicLayout page={page} title={t.myApplications}>
      <h1>{t.myApplications}</h1>
      {applications.length > 0 && <OwnLinks page={page} unread={followed.unread} />}
      {applications.length === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.howToBegin}</p>
          <p>
            <a href={`/${language}/vacancies`}>{t.toVacancies}</a>
          </p>
        </EmptyState>
      ) : (
        <DataTable
          caption={t.myApplications}
          hiddenCaption
          columns={[
            { heading: t.vacancy, rowHeader: true },
            { heading: t.number },
            { heading: t.status },
            { heading: t.next },
            { heading: t.deadline },
          ]}
          rows={applications.map((application) => listRow(application, { page, followed, now }))}
        />
      )}
      <Discarded {...{ page, discarded, now }} />
    </PublicLayout>
  );
}

/** What belongs to all applications of a person together. */
function OwnLinks({ page: { language }, unread }: { page: PageContext; unread: Map<string, number> }) {
  const t = STAGE_TEXTS[language];
  const count = [...unread.values()].reduce((sum, one) => sum + one, 0);
  return (
    <ul class="links">
      <li>
        <a href={`/${language}/my/messages`}>{t.messages}</a>
        {count > 0 && ` · ${plural(count, t.unread, language)}`}
      </li>
      <li>
        <a href={`/${language}/my/accommodation`}>{ACCOMMODATION_TEXTS[language].mine}</a>
      </li>
    </ul>
  );
}

function listRow(
  application: ApplicationSummary,
  { page, followed, now }: { page: PageContext; followed: Followed; now: Date },
): TableRow {
  const { number, vacancy } = application;
  const { language } = page;
  const entries = followed.entries.get(number) ?? [];
  const unread = followed.unread.get(number) ?? 0;
  const { words, tone } = wordsFor(application, { entries, now, language });
  return {
    key: number,
    cells: [
      <a href={`/${language}/my/applications/${number}`}>
        <VacancyTitle title={vacancy.title} page={page} />
      </a>,
      <span class="whole">{number}</span>,
      <Tag tone={tone}>{words.label}</Tag>,
      <>
        {words.next}
        {unread > 0 && (
          <>
            {' '}
            <a href={`/${language}/my/applications/${number}/messages`}>
              {STAGE_TEXTS[language].messages} · {plural(unread, STAGE_TEXTS[language].unread, language)}
            </a>
          </>
        )}
      </>,
      <Deadline vacancy={vacancy} language={language} />,
    ],
  };
}
