import type { FastifyInstance } from 'fastify';
import type { Context } from '../people/context.ts';
import { page, pageContext } from '../people/page.ts';
import { openVacancies, findVacancy, type OpenFilters, type VacancySummary } from '../vacancies/vacancy-queries.ts';
import { remembering } from './remembering.ts';
import { VacanciesPage, type ListedVacancy } from './vacancies-page.tsx';
import { VacancyPage } from './vacancy-page.tsx';
import { cityName, vacancyView } from './vacancy-view.ts';

/** For so long a page may show the vacancies as they were: on the last evening thousands read the same few. */
const FRESH_MS = 1_000;

/** The public portal: the open vacancies, and each vacancy that was ever published, at its address. */
export function portalRoutes(web: FastifyInstance, context: Context): void {
  const { db, clock, vocabulary } = context;
  const allOpen = remembering(FRESH_MS, clock, () => openVacancies(db, clock()));
  const vacancy = remembering(FRESH_MS, clock, (reference) => findVacancy(db, reference));
  const listed = ({ location, ...summary }: VacancySummary): ListedVacancy => ({
    ...summary,
    place: location ? cityName(location.city, vocabulary) : undefined,
  });

  web.get<{ Querystring: Record<string, unknown> }>('/vacancies', async (request, reply) => {
    const now = clock();
    const open = (await allOpen('')).filter(({ deadlineAt }) => deadlineAt >= now);
    const filters = filtersOf(request.query);
    const cities = [...new Set(open.flatMap(({ location }) => location?.city ?? []))].toSorted();
    const found = isFiltered(filters) ? await openVacancies(db, now, filters) : open;
    return page(
      reply,
      <VacanciesPage
        page={pageContext(request, context)}
        vacancies={found.map(listed)}
        filters={filters}
        choices={{
          grades: [...new Set(open.flatMap(({ grades }) => grades))].toSorted(byNumber),
          places: cities.map((city) => ({ city, name: cityName(city, vocabulary) })),
        }}
        now={now}
      />,
    );
  });

  web.get<{ Params: { reference: string } }>('/vacancies/:reference', async (request, reply) => {
    const now = clock();
    const found = await vacancy(request.params.reference);
    const view = found && vacancyView(found, context, now);
    if (!view) return reply.callNotFound();
    const applyHref = `/${request.language}/vacancies/${view.reference}/eligibility`;
    return page(
      reply,
      <VacancyPage page={pageContext(request, context)} vacancy={view} now={now} applyHref={applyHref} />,
    );
  });
}

/** Only what is a text of some length narrows the list; anything else in the address is left alone. */
function filtersOf(query: Record<string, unknown>): OpenFilters {
  const text = (name: string) => {
    const value = query[name];
    return typeof value === 'string' && value.trim() !== '' && !value.includes('\0') ? value.slice(0, 200) : undefined;
  };
  return { text: text('text'), grade: text('grade'), city: text('city') };
}

const isFiltered = (filters: OpenFilters): boolean => Object.values(filters).some((value) => value !== undefined);

const byNumber = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });
