import type { FastifyInstance } from 'fastify';
import type { Context } from '../../people/context.ts';
import { servingStaffOnly } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import { audienceRefusal, isShownTo } from '../../vacancies/publication/audience.ts';
import { forEntrance } from '../../vacancies/internal-dates/internal-dates.ts';
import { findVacancy, openVacancies } from '../../vacancies/vacancy-queries.ts';
import { rulesDay } from '../../vacancies/vacancy.ts';
import { offerView, type OfferAsked } from '../offer-view.ts';
import { VacancyPage } from '../vacancy-page.tsx';
import { vacancyView } from '../vacancy-view.ts';
import { DatesOfStaff, InternalVacanciesPage } from './internal-portal-pages.tsx';

type OfVacancy = { Params: { reference: string } };

/** The entrance of serving staff (E2): what they can apply for, and what it means for them. To others nothing is here. */
export function internalPortalRoutes(web: FastifyInstance, context: Context): void {
  web.get('/internal/vacancies', servingStaffOnly(), async (request, reply) => {
    const now = context.clock();
    const open = await openVacancies(context.db, now, { internal: true });
    const vacancies = open
      .filter((vacancy) => audienceRefusal(vacancy, request.actor) === undefined)
      .map((vacancy) => forEntrance(vacancy, 'internal'))
      .filter(({ deadlineAt }) => deadlineAt === null || now <= deadlineAt);
    return page(reply, <InternalVacanciesPage page={pageContext(request, context)} vacancies={vacancies} />);
  });

  web.get<OfVacancy>('/internal/vacancies/:reference', servingStaffOnly(), async (request, reply) => {
    const now = context.clock();
    const { language, actor } = request;
    const vacancy = await findVacancy(context.db, request.params.reference);
    const own = vacancy && forEntrance(vacancy, 'internal');
    const view = own && isShownTo(own, actor) ? vacancyView(own, context, now) : undefined;
    if (!vacancy || !view) return reply.callNotFound();
    const mayApply = audienceRefusal(vacancy, actor) === undefined;
    const applyHref = mayApply ? `/${language}/internal/vacancies/${view.reference}/eligibility` : undefined;
    const offered = { notice: view.notice, deadlineAt: view.deadlineAt ?? now, on: rulesDay(vacancy, now) };
    // Whoever reads here is one of the serving staff, unless they ask what it would mean for another.
    const asked = { person: 'serving-staff', ...(request.query as OfferAsked) };
    const offer = offerView(offered, context.organisation, asked);
    return page(
      reply,
      <VacancyPage
        page={pageContext(request, context)}
        vacancy={view}
        note={<DatesOfStaff vacancy={vacancy} language={language} />}
        {...{ now, offer, applyHref }}
      />,
    );
  });
}
