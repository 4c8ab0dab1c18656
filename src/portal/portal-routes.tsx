import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Context } from '../people/context.ts';
import { page, pageContext } from '../people/page.ts';
import { rulesDay } from '../vacancies/vacancy.ts';
import { findVacancy } from '../vacancies/vacancy-queries.ts';
import { audienceRefusal, isShownTo, isStaff } from '../vacancies/publication/audience.ts';
import { offerView, type OfferAsked } from './offer-view.ts';
import { sendPublicPage, type Shown } from './public-page-routes.ts';
import { askedBy, searchPage } from './search/search-routes.tsx';
import { standsUntil } from './stands-until.ts';
import { VacancyPage } from './vacancy-page.tsx';
import { vacancyView } from './vacancy-view.ts';

/** The public portal: the open vacancies, and each vacancy that was ever published, at its address. */
export function portalRoutes(web: FastifyInstance, context: Context): void {
  web.get('/vacancies', async (request, reply) => {
    const asked = askedBy(request);
    // What is open to me depends on my cookie: it is made for me alone and kept nowhere.
    if (asked.mine) return page(reply, (await searchPage(request, context, { asked, now: context.clock() })).content);
    return sendPublicPage({ request, reply, context }, (now) => searchPage(request, context, { asked, now }));
  });

  web.get<{ Params: { reference: string } }>('/vacancies/:reference', (request, reply) =>
    sendPublicPage({ request, reply, context }, (now) => onePage(request, context, now)),
  );
}

type ByReference = FastifyRequest<{ Params: { reference: string } }>;

async function onePage(request: ByReference, context: Context, now: Date): Promise<Shown | undefined> {
  const { reference } = request.params;
  const vacancy = await findVacancy(context.db, reference);
  const view = vacancy && isShownTo(vacancy, request.actor) ? vacancyView(vacancy, context, now) : undefined;
  if (!vacancy || !view) return undefined;
  const mayApply = audienceRefusal(vacancy, request.actor) === undefined;
  const applyHref = mayApply ? `/${request.language}/vacancies/${view.reference}/eligibility` : undefined;
  const internalHref =
    mayApply && isStaff(request.actor) ? `/${request.language}/internal/vacancies/${view.reference}` : undefined;
  const offered = { notice: view.notice, deadlineAt: view.deadlineAt ?? now, on: rulesDay(vacancy, now) };
  const offer = offerView(offered, context.organisation, request.query as OfferAsked);
  const content = (
    <VacancyPage page={pageContext(request, context)} vacancy={view} {...{ now, offer, applyHref, internalHref }} />
  );
  return { content, until: standsUntil(now, [{ ...view, closedAt: vacancy.closedAt }]) };
}
