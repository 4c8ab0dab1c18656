import type { FastifyInstance } from 'fastify';
import type { Context } from '../people/context.ts';
import { actorOf, signedIn } from '../people/guard.ts';
import { page, pageContext } from '../people/page.ts';
import { audienceRefusal, isThereFor } from '../vacancies/publication/audience.ts';
import { findVacancy } from '../vacancies/vacancy-queries.ts';
import { assessApplicant } from './applicant-assessment.ts';
import { notOpen } from './application.ts';
import { ApplicationListPage, ApplicationPage, NotOpenPage } from './application-pages.tsx';
import { applicationsOf, beginApplication, findDossier, findNumber } from './application-queries.ts';
import { CAREER_TEXTS } from './career-texts.ts';
import { fieldsOf, valueOf } from './draft.ts';
import { asksFor, eligibilityPage, readStated } from './eligibility-routes.tsx';
import { stepRoutes } from './step-routes.tsx';

type OfApplication = { Params: { number: string } };

/** A person's own applications: the list, how one is begun, its task list, and its steps. */
export function applicationRoutes(web: FastifyInstance, context: Context): void {
  const { db, organisation } = context;

  web.get('/my/applications', signedIn(), async (request, reply) => {
    const applications = await applicationsOf(db, actorOf(request).accountId);
    const shown = { page: pageContext(request, context), applications, now: request.receivedAt };
    return page(reply.header('cache-control', 'no-store'), <ApplicationListPage {...shown} />);
  });

  web.get<OfApplication>('/my/applications/:number', signedIn(), async (request, reply) => {
    const own = { accountId: actorOf(request).accountId, number: request.params.number };
    const dossier = await findDossier(db, own, organisation);
    if (!dossier) return reply.callNotFound();
    const earlier = (await applicationsOf(db, own.accountId)).filter(({ number }) => number !== own.number);
    const { done } = request.query as { done?: string };
    const notice = done === 'copied' ? CAREER_TEXTS[request.language].begunFrom : undefined;
    const shown = { page: { ...pageContext(request, context), notice }, dossier, now: request.receivedAt, earlier };
    return page(reply.header('cache-control', 'no-store'), <ApplicationPage {...shown} />);
  });

  beginningRoute(web, context);
  stepRoutes(web, context);
}

/** Begins a draft, or opens the one that is there: a person has one application for a vacancy. */
function beginningRoute(web: FastifyInstance, context: Context): void {
  const { db, organisation } = context;

  web.post('/my/applications', signedIn(), async (request, reply) => {
    const fields = fieldsOf(request.body);
    const { accountId } = actorOf(request);
    const vacancy = await findVacancy(db, valueOf(fields, 'vacancy'));
    if (!vacancy || !isThereFor(vacancy, actorOf(request))) return reply.callNotFound();
    const { reference } = vacancy;
    const list = `/${request.language}/my/applications`;
    const there = await findNumber(db, accountId, reference);
    if (there) return reply.redirect(`${list}/${there}`, 303);

    const at = request.receivedAt;
    const refusal = notOpen(vacancy, at) ?? audienceRefusal(vacancy, actorOf(request));
    const shown = pageContext(request, context);
    if (refusal) return page(reply, <NotOpenPage page={shown} {...{ reference, refusal }} />, 422);
    const stated = readStated(fields, asksFor(vacancy, organisation, at));
    const { nationalities, clearance } = stated;
    const { mayApply } = assessApplicant(stated, { vacancy, rules: organisation, at });
    if (!mayApply && nationalities.length > 0)
      return eligibilityPage({ request, reply, context }, { vacancy, stated, answered: true, status: 422 });
    const draft = { accountId, reference, nationalities: [...nationalities], clearance };
    const number = await db
      .transaction()
      .execute((transaction) => beginApplication(transaction, draft, context.clock()));
    return reply.redirect(`${list}/${number}`, 303);
  });
}
