import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { findOwnApplication, lockDossier } from '../../applications/application-queries.ts';
import { fieldsOf, valueOf } from '../../applications/drafting/draft.ts';
import { entriesOf } from '../../applications/stages/stage-queries.ts';
import { positionOf } from '../../applications/stages/stage-state.ts';
import type { Context } from '../../people/context.ts';
import { actorOf, signedIn } from '../../people/guard.ts';
import { formPageContext, page } from '../../people/page.ts';
import { inForce } from '../../regulations/in-force.ts';
import type { Db } from '../../schema.ts';
import { civilDayIn, formatDate } from '../../site/dates.ts';
import type { FieldError } from '../../site/forms.tsx';
import { findVacancy } from '../../vacancies/vacancy-queries.ts';
import { MySimilarPostsPage } from './my-similar-posts-pages.tsx';
import { hasAgreed, offersOf, recordAgreement, recordAnswer } from './similar-post-queries.ts';
import { explainOffer, SIMILAR_POST_TEXTS } from './similar-post-texts.ts';
import { listOf, listUntil, moveOffer } from './similar-post.ts';

type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context };

/** Whether somebody agrees to be considered for similar posts, and what they answer to an offer: theirs alone. */
export function mySimilarPostsRoutes(web: FastifyInstance, context: Context): void {
  const address = '/my/applications/:number/similar-posts';
  const to = (then: (exchange: Exchange) => Promise<unknown>) => (request: FastifyRequest, reply: FastifyReply) =>
    then({ request, reply: reply.header('cache-control', 'no-store'), context });
  web.get(address, signedIn(), to(show));
  web.post(address, signedIn(), to(agree));
  web.post(`${address}/:offer`, signedIn(), to(answer));
}

const paramsOf = ({ params }: FastifyRequest) => params as { number: string; offer: string };
const ownOf = (request: FastifyRequest) => ({
  accountId: actorOf(request).accountId,
  number: paramsOf(request).number,
});
const addressOf = (request: FastifyRequest) =>
  `/${request.language}/my/applications/${encodeURIComponent(paramsOf(request).number)}/similar-posts`;

/** The person's own application with the list on which they stand, if they do. */
async function find(db: Db, { request, context }: Exchange) {
  const application = await findOwnApplication(db, ownOf(request));
  if (application?.status !== 'submitted') return undefined;
  const vacancy = await findVacancy(db, application.vacancyReference);
  const zone = vacancy?.deadlineZone ?? 'UTC';
  const entries = await entriesOf(db, application.id);
  const entry = entries.at(-1);
  const list = entry && listOf(positionOf(entries)) && { until: listUntil(entry, zone, context.organisation) };
  const today = civilDayIn(context.clock(), zone);
  const rule = inForce(context.organisation.appointment.similarPost, today);
  return { application, list, zone, today, rule };
}

type Shown = { errors?: FieldError[]; problem?: string };

async function show(exchange: Exchange, { errors = [], problem }: Shown = {}) {
  const { request, reply, context } = exchange;
  const { db } = context;
  const found = await find(db, exchange);
  if (!found) return reply.callNotFound();
  const { application, ...stands } = found;
  const { id, number } = application;
  const t = SIMILAR_POST_TEXTS[request.language];
  const done = (['saved', 'answered'] as const).find((known) => known === (request.query as { done?: string }).done);
  const shown = {
    page: formPageContext(request, context, {
      path: `/my/applications/${number}/similar-posts`,
      notice: done && t.done[done],
    }),
    number,
    ...stands,
    agreedAt: await hasAgreed(db, id),
    offers: await offersOf(db, id),
    errors,
    problem,
  };
  return page(reply, <MySimilarPostsPage {...shown} />, errors.length > 0 || problem ? 422 : 200);
}

async function agree(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const agrees = valueOf(fieldsOf(request.body), 'agrees');
  if (agrees !== 'yes' && agrees !== 'no') {
    const message = SIMILAR_POST_TEXTS[request.language].chooseOne;
    return show(exchange, { errors: [{ field: 'agrees', message }] });
  }
  const done = await context.db.transaction().execute(async (db) => {
    await lockDossier(db, ownOf(request), context.organisation);
    const found = await find(db, exchange);
    // Whoever stands on no list any more can still take back what they said.
    if (!found || (agrees === 'yes' && !(found.list && found.rule))) return false;
    const { id: applicationId, number } = found.application;
    await recordAgreement(db, agrees === 'yes', {
      applicationId,
      number,
      actor: actorOf(request),
      at: context.clock(),
    });
    return true;
  });
  return done ? reply.redirect(`${addressOf(request)}?done=saved`, 303) : reply.callNotFound();
}

const ANSWERS = ['accept', 'decline'] as const;

async function answer(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const { language } = request;
  const fields = fieldsOf(request.body);
  const action = ANSWERS.find((known) => known === valueOf(fields, 'answer'));
  const found = await find(context.db, exchange);
  const offers = found ? await offersOf(context.db, found.application.id) : [];
  const offer = offers.find(({ id }) => id === paramsOf(request).offer);
  if (!found || !offer || !action) return reply.callNotFound();
  const moved = moveOffer(offer.status, action);
  const day = (civil: string) => ({ en: formatDate(civil, 'en'), fr: formatDate(civil, 'fr') });
  if (!moved.ok) return show(exchange, { problem: explainOffer(moved.refusal, day)[language] });
  const { id: applicationId, number } = found.application;
  const ended = { ...offer, version: Number(valueOf(fields, 'version')), from: offer.status, to: moved.value };
  const of = { applicationId, number, actor: actorOf(request), at: context.clock() };
  const done = await context.db.transaction().execute((db) => recordAnswer(db, ended, of));
  if (!done) return show(exchange, { problem: SIMILAR_POST_TEXTS[language].changed });
  return reply.redirect(`${addressOf(request)}?done=answered`, 303);
}
