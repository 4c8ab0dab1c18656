import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Context } from '../people/context.ts';
import { pageContext } from '../people/page.ts';
import { rulesDay } from '../vacancies/vacancy.ts';
import { openVacancies, findVacancy, type OpenFilters, type VacancySummary } from '../vacancies/vacancy-queries.ts';
import { audienceRefusal, isShownTo, isStaff } from '../vacancies/publication/audience.ts';
import { offerView, type OfferAsked } from './offer-view.ts';
import { filtersOf } from './list-filters.ts';
import { nextOwnChange } from './own-change-queries.ts';
import { sendPublicPage, type Shown } from './public-page-routes.ts';
import { standsUntil } from './stands-until.ts';
import { VacanciesPage, type ListedVacancy } from './vacancies-page.tsx';
import { VacancyPage } from './vacancy-page.tsx';
import { cityName, vacancyView } from './vacancy-view.ts';

/** The public portal: the open vacancies, and each vacancy that was ever published, at its address. */
export function portalRoutes(web: FastifyInstance, context: Context): void {
  web.get('/vacancies', (request, reply) =>
    sendPublicPage({ request, reply, context }, (now) => openVacanciesPage(request, context, now)),
  );

  web.get<{ Params: { reference: string } }>('/vacancies/:reference', (request, reply) =>
    sendPublicPage({ request, reply, context }, (now) => onePage(request, context, now)),
  );
}

async function openVacanciesPage(request: FastifyRequest, context: Context, now: Date): Promise<Shown> {
  const { db, vocabulary } = context;
  const filters = filtersOf(request.query as Record<string, unknown>);
  const internal = isStaff(request.actor);
  const open = await openVacancies(db, now, { internal });
  const found = isFiltered(filters) ? await openVacancies(db, now, { ...filters, internal }) : open;
  const cities = [...new Set(open.flatMap(({ location }) => location?.city ?? []))].toSorted();
  const listed = ({ location, ...summary }: VacancySummary): ListedVacancy => ({
    ...summary,
    place: location ? cityName(location.city, vocabulary) : undefined,
  });
  const content = (
    <VacanciesPage
      page={pageContext(request, context)}
      vacancies={found.map(listed)}
      filters={filters}
      choices={{
        grades: [...new Set(open.flatMap(allGrades))].toSorted(byNumber.compare),
        places: cities.map((city) => ({ city, name: cityName(city, vocabulary) })),
      }}
      now={now}
    />
  );
  return { content, until: standsUntil(now, found, await nextOwnChange(db, now)) };
}

type ByReference = FastifyRequest<{ Params: { reference: string } }>;

async function onePage(request: ByReference, context: Context, now: Date): Promise<Shown | undefined> {
  const { reference } = request.params;
  const vacancy = await findVacancy(context.db, reference);
  const view = vacancy && isShownTo(vacancy, request.actor) ? vacancyView(vacancy, context, now) : undefined;
  if (!vacancy || !view) return undefined;
  const mayApply = audienceRefusal(vacancy, request.actor) === undefined;
  const applyHref = mayApply ? `/${request.language}/vacancies/${view.reference}/eligibility` : undefined;
  const offered = { notice: view.notice, deadlineAt: view.deadlineAt ?? now, on: rulesDay(vacancy, now) };
  const offer = offerView(offered, context.organisation, request.query as OfferAsked);
  const content = <VacancyPage page={pageContext(request, context)} vacancy={view} {...{ now, offer, applyHref }} />;
  return { content, until: standsUntil(now, [{ ...view, closedAt: vacancy.closedAt }]) };
}

/** Every grade that a vacancy can be applied for at. */
const allGrades = ({ grades, posts }: VacancySummary): string[] => [
  ...grades,
  ...(posts ?? []).flatMap((group) => group.grades),
];

const isFiltered = (filters: OpenFilters): boolean => Object.values(filters).some((value) => value !== undefined);

const byNumber = new Intl.Collator('en', { numeric: true });
