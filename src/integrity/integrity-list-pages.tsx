import type { Organisation } from '../regulations/organisation/organisation.ts';
import { DataTable } from '../site/data-table.tsx';
import { StaffLayout } from '../site/layout.tsx';
import { addressIn, type PageContext } from '../site/page-context.ts';
import { BackLink, EmptyState, Pagination, Tag } from '../site/parts.tsx';
import { PAGE_SIZE, type ListedApplication } from './integrity-queries.ts';
import { INTEGRITY_TEXTS } from './integrity-texts.ts';
import { HowItIs, ReadSoFar, type ReadCounts } from './examination-parts.tsx';

type ListProps = {
  page: PageContext;
  organisation: Organisation;
  reference: string;
  applications: readonly ListedApplication[];
  readByYou: ReadonlySet<string>;
  counts: ReadCounts;
  current: number;
};

/** The applications of a vacancy by their numbers: which the reader has read, and how their cases stand. In no other order. */
export function IntegrityListPage(props: ListProps) {
  const { page, organisation, reference, applications, counts, current } = props;
  const { language } = page;
  const t = INTEGRITY_TEXTS[language];
  const pages = Math.ceil(counts.applications / PAGE_SIZE);
  return (
    <StaffLayout page={page} title={t.ofVacancy(reference)} nav={page.actor?.links ?? []}>
      <BackLink href={`/${language}/staff/vacancies/${reference}/applications`}>{t.backToList}</BackLink>
      <h1>{t.ofVacancy(reference)}</h1>
      <HowItIs page={page} organisation={organisation} />
      {organisation.integrity.examined && (
        <>
          <ReadSoFar page={page} counts={counts} />
          {applications.length === 0 ? (
            <EmptyState title={t.noApplications}>
              <p>{t.noApplicationsNote}</p>
            </EmptyState>
          ) : (
            <ApplicationRows {...props} />
          )}
          <Pagination current={current} total={pages} href={(to) => `${addressIn(page, language)}?page=${to}`} />
        </>
      )}
    </StaffLayout>
  );
}

function ApplicationRows({ page: { language }, applications, readByYou }: ListProps) {
  const t = INTEGRITY_TEXTS[language];
  return (
    <DataTable
      caption={t.title}
      hiddenCaption
      columns={[{ heading: t.number, rowHeader: true }, { heading: t.yourReading }, { heading: t.theCase }]}
      rows={applications.map(({ number, case: status }) => ({
        key: number,
        cells: [
          <a href={`/${language}/staff/applications/${number}/integrity`}>{number}</a>,
          readByYou.has(number) ? t.readByYou : t.notReadByYou,
          status === undefined ? t.noCase : <Tag tone="info">{t.statuses[status]}</Tag>,
        ],
      }))}
    />
  );
}
