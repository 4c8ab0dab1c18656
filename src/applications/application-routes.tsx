import type { FastifyInstance } from 'fastify';
import type { Context } from '../people/context.ts';
import { actorOf, signedIn } from '../people/guard.ts';
import { page, pageContext } from '../people/page.ts';
import type { Language } from '../platform/language.ts';
import { audienceRefusal, isThereFor } from '../vacancies/publication/audience.ts';
import { forEntrance, type Entrance } from '../vacancies/internal-dates/internal-dates.ts';
import { findVacancy } from '../vacancies/vacancy-queries.ts';
import { assessApplicant } from './eligibility/applicant-assessment.ts';
import { notOpen } from './application.ts';
import { ApplicationListPage } from './application-list-page.tsx';
import type { LinksBeside } from './application-links.ts';
import { ApplicationPage, NotOpenPage } from './application-pages.tsx';
import { applicationsOf, beginApplication, findDossier, findNumber } from './application-queries.ts';
import { CAREER_TEXTS } from './career/career-texts.ts';
import { missedLines } from './news/missed-news.ts';
import { DISCARD_TEXTS } from './discarding/discard-texts.ts';
import { deletedAt } from './discarding/discard.ts';
import { deleteDiscarded, findDiscardedAt } from './discarding/discard-queries.ts';
import { fieldsOf, valueOf } from './drafting/draft.ts';
import { ELIGIBILITY_TEXTS } from './eligibility/eligibility-texts.ts';
import { asksFor, eligibilityPage, readStated } from './eligibility/eligibility-routes.tsx';
import { setReminders } from './news/reminder-queries.ts';
import { unreadOf } from './messages/message-queries.ts';
import { entriesOf, entriesOfPerson, screeningDayOf } from './stages/stage-queries.ts';
import { stepRoutes } from './drafting/step-routes.tsx';
import { findWithdrawal } from './withdrawal/withdrawal-queries.ts';
import { WITHDRAWAL_TEXTS } from './withdrawal/withdrawal-texts.ts';

type OfApplication = { Params: { number: string } };

/** A person's own applications: the list, how one is begun, its task list, and its steps. */
export function applicationRoutes(web: FastifyInstance, context: Context, linksBeside: LinksBeside): void {
  const { db, organisation } = context;

  web.get('/my/applications', signedIn(), async (request, reply) => {
    const { accountId } = actorOf(request);
    const applications = await applicationsOf(db, accountId);
    const followed = { entries: await entriesOfPerson(db, accountId), unread: await unreadOf(db, accountId) };
    const shown = { page: pageContext(request, context), applications, followed, now: request.receivedAt };
    return page(reply.header('cache-control', 'no-store'), <ApplicationListPage {...shown} />);
  });

  web.get<OfApplication>('/my/applications/:number', signedIn(), async (request, reply) => {
    const own = { accountId: actorOf(request).accountId, number: request.params.number };
    const dossier = await findDossier(db, own, organisation);
    if (!dossier) return reply.callNotFound();
    const { id } = dossier.application;
    const isShown = isPutBack(request.query) || dossier.application.status === 'discarded';
    const followed = {
      entries: await entriesOf(db, id),
      unread: (await unreadOf(db, own.accountId)).get(own.number) ?? 0,
      screeningDay: await screeningDayOf(db, dossier.vacancy.reference),
      withdrawal: await findWithdrawal(db, id),
      discardedAt: await findDiscardedAt(db, id),
      missed: isShown ? await missedLines(db, dossier.application, request.language) : [],
      beside: dossier.application.submittedAt ? await linksBeside(db, own, request.language) : [],
    };
    const earlier = (await applicationsOf(db, own.accountId)).filter(
      ({ number, status }) => number !== own.number && status !== 'discarded',
    );
    const here = { ...pageContext(request, context), notice: whatWasDone(request.query, request.language) };
    const shown = { page: here, dossier, followed, now: request.receivedAt, earlier };
    return page(reply.header('cache-control', 'no-store'), <ApplicationPage {...shown} />);
  });

  web.post<OfApplication>('/my/applications/:number/reminders', signedIn(), async (request, reply) => {
    const own = { accountId: actorOf(request).accountId, number: request.params.number };
    const wanted = valueOf(fieldsOf(request.body), 'wanted') === 'yes';
    if (!(await setReminders(db, own, wanted))) return reply.callNotFound();
    return reply.redirect(`/${request.language}/my/applications/${own.number}`, 303);
  });

  beginningRoute(web, context);
  stepRoutes(web, context);
}

const isPutBack = (query: unknown): boolean => (query as { done?: unknown }).done === 'put-back';

/** What the request before this one did, from the address it led to. */
function whatWasDone(query: unknown, language: Language): string | undefined {
  const { withdrawal, done } = query as { withdrawal?: unknown; done?: unknown };
  if (isPutBack(query)) return DISCARD_TEXTS[language].isBack;
  if (done === 'copied') return CAREER_TEXTS[language].begunFrom;
  if (withdrawal === 'undone') return WITHDRAWAL_TEXTS[language].undone;
  return withdrawal === 'too-late' ? WITHDRAWAL_TEXTS[language].tooLate : undefined;
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
    const at = request.receivedAt;
    const there = await findNumber(db, accountId, reference);
    if (there && !(await deleteDiscarded(db, { before: deletedAt(at), number: there }, context.clock())))
      return reply.redirect(`${list}/${there}`, 303);

    const entrance: Entrance = actorOf(request).roles.length > 0 ? 'internal' : 'public';
    const refusal = notOpen(forEntrance(vacancy, entrance), at) ?? audienceRefusal(vacancy, actorOf(request));
    const shown = pageContext(request, context);
    if (refusal) return page(reply, <NotOpenPage page={shown} {...{ reference, refusal }} />, 422);
    const stated = readStated(fields, asksFor(vacancy, organisation, at));
    const { nationalities, clearance } = stated;
    const { mayApply } = assessApplicant(stated, { vacancy, rules: organisation, at });
    const exception = valueOf(fields, 'exception').trim();
    if (!mayApply && nationalities.length > 0 && exception === '') {
      const errors = [{ field: 'exception', message: ELIGIBILITY_TEXTS[request.language].whyMissing }];
      return eligibilityPage({ request, reply, context }, { vacancy, stated, answered: true, errors });
    }
    const draft = { accountId, reference, nationalities: [...nationalities], clearance, exception, entrance };
    const number = await db
      .transaction()
      .execute((transaction) => beginApplication(transaction, draft, context.clock()));
    return reply.redirect(`${list}/${number}`, 303);
  });
}
