import { DataTable } from '../../site/data-table.tsx';
import { PublicLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, Tag } from '../../site/parts.tsx';
import type { ApplicationSummary } from '../application-queries.ts';
import { VacancyTitle } from '../eligibility/eligibility-pages.tsx';
import { type AccommodationStatus } from './accommodation.ts';
import { ACCOMMODATION_TEXTS } from './accommodation-texts.ts';

import { requestAddress } from './request-parts.tsx';
import { APPLICATION_TEXTS } from '../application-texts.ts';

type ListProps = {
  page: PageContext;
  applications: ApplicationSummary[];
  statuses: Map<string, AccommodationStatus>;
};

/** For which applications something was asked, and where it can be. */
export function MyAccommodationPage({ page, applications, statuses }: ListProps) {
  const { language } = page;
  const t = ACCOMMODATION_TEXTS[language];
  return (
    <PublicLayout page={page} title={t.mine}>
      <BackLink href={`/${language}/my/applications`}>{APPLICATION_TEXTS[language].myApplications}</BackLink>
      <h1>{t.mine}</h1>
      <p>{applications.length === 0 ? t.noApplications : t.mineNote}</p>
      {applications.length > 0 && (
        <DataTable
          caption={t.mine}
          hiddenCaption
          columns={[{ heading: t.application, rowHeader: true }, { heading: t.number }, { heading: t.state }]}
          rows={applications.map(({ number, vacancy }) => {
            const status = statuses.get(number);
            return {
              key: number,
              cells: [
                <a href={requestAddress(page, number)}>
                  <VacancyTitle title={vacancy.title} page={page} />
                </a>,
                number,
                status ? <Tag tone="info">{t.statuses[status]}</Tag> : t.notAsked,
              ],
            };
          })}
        />
      )}
    </PublicLayout>
  );
}
