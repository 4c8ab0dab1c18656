import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import type { Context } from '../people/context.ts';
import { pageContext, sendHtml } from '../people/page.ts';
import { renderPage } from '../site/render.ts';
import { rulesDay } from '../vacancies/vacancy.ts';
import { openVacancies, findVacancy, type OpenFilters, type VacancySummary } from '../vacancies/vacancy-queries.ts';
import { audienceRefusal, isShownTo, isStaff } from '../vacancies/publication/audience.ts';
import { offerView, type OfferAsked } from './offer-view.ts';
import { remembering } from './remembering.ts';
import { VacanciesPage, type ListedVacancy } from './vacancies-page.tsx';
import { VacancyPage } from './vacancy-page.tsx';
import { cityName, vacancyView } from './vacancy-view.ts';

/** For so long a visitor may see a page as it was: on the last evening thousands read the same few. */
const FRESH_MS = 1_000;

/** The public portal: the open vacancies, and each vacancy that was ever published, at its address. */
export function portalRoutes(web: FastifyInstance, context: Context): void {
  const remembered = remembering<string | undefined>(FRESH_MS, context.clock);
  /** All visitors who are not signed in read the same page; those who are have their name on it. */
  const answer = async (request: FastifyRequest, reply: FastifyReply, show: () => Promise<VNode | undefined>) => {
    const html = async () => {
      const content = await show();
      return content && renderPage(content);
    };
    const text = request.actor ? await html() : await remembered(request.url, html);
    return text === undefined ? reply.callNotFound() : sendHtml(reply, text);
  };

  web.get('/vacancies', (request, reply) => answer(request, reply, () => openVacanciesPage(request, context)));

  web.get<{ Params: { reference: string } }>('/vacancies/:reference', (request, reply) =>
    answer(request, reply, () => onePage(request, request.params.reference, context)),
  );
}

async function openVacanciesPage(request: FastifyRequest, context: Context): Promise<VNode> {
  const { db, clock, vocabulary } = context;
  const now = clock();
  const filters = filtersOf(request.query as Record<string, unknown>);
  const internal = isStaff(request.actor);
  const open = await openVacancies(db, now, { internal });
  const found = isFiltered(filters) ? await openVacancies(db, now, { ...filters, internal }) : open;
  const cities = [...new Set(open.flatMap(({ location }) => location?.city ?? []))].toSorted();
  const listed = ({ location, ...summary }: VacancySummary): ListedVacancy => ({
    ...summary,
    place: location ? cityName(location.city, vocabulary) : undefined,
  });
  return (
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
}

async function onePage(request: FastifyRequest, reference: string, context: Context): Promise<VNode | undefined> {
  const now = context.clock();
  const vacancy = await findVacancy(context.db, reference);
  const view = vacancy && isShownTo(vacancy, request.actor) ? vacancyView(vacancy, context, now) : undefined;
  if (!vacancy || !view) return undefined;
  const mayApply = audienceRefusal(vacancy, request.actor) === undefined;
  const applyHref = mayApply ? `/${request.language}/vacancies/${view.reference}/eligibility` : undefined;
  const internalHref =
    mayApply && isStaff(request.actor) ? `/${request.language}/internal/vacancies/${view.reference}` : undefined;
  const offered = { notice: view.notice, deadlineAt: view.deadlineAt ?? now, on: rulesDay(vacancy, now) };
  const offer = offerView(offered, context.organisation, request.query as OfferAsked);
  return (
    <VacancyPage page={pageContext(request, context)} vacancy={view} {...{ now, offer, applyHref, internalHref }} />
  );
}

/** Every grade that a vacancy can be applied for at. */
const allGrades = ({ grades, posts }: VacancySummary): string[] => [
  ...grades,
  ...(posts ?? []).flatMap((group) => group.grades),
];

/** Only what is a text of some length narrows the list; anything else in the address is left alone. */
function filtersOf(query: Record<string, unknown>): OpenFilters {
  const text = (name: string) => {
    const value = query[name];
    return typeof value === 'string' && value.trim() !== '' && !value.includes('\0') ? value.slice(0, 200) : undefined;
  };
  return { text: text('text'), grade: text('grade'), city: text('city') };
}

const isFiltered = (filters: OpenFilters): boolean => Object.values(filters).some((value) => value !== undefined);

const byNumber = new Intl.Collator('en', { numeric: true });
