import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Transaction } from 'kysely';
import { titleIn } from '../../applications/application.ts';
import { fieldsOf, valueOf } from '../../applications/drafting/draft.ts';
import { recordMessages } from '../../applications/messages/message-queries.ts';
import { newsMail } from '../../applications/stages/news-mail.ts';
import { requiresIn } from '../../competition/competition-guard.ts';
import type { Context } from '../../people/context.ts';
import { actorOf } from '../../people/guard.ts';
import { formPageContext, page } from '../../people/page.ts';
import { permits } from '../../people/permissions.ts';
import { LANGUAGES } from '../../platform/language.ts';
import { queueMail } from '../../platform/mail.ts';
import type { Db, Schema } from '../../schema.ts';
import { civilDayIn, formatDate } from '../../site/dates.ts';
import type { FieldError } from '../../site/forms.tsx';
import { findVacancy } from '../../vacancies/vacancy-queries.ts';
import { rulesDay, type Vacancy } from '../../vacancies/vacancy.ts';
import {
  hasAgreed,
  listedFor,
  lockApplications,
  offersOf,
  recordAnswer,
  recordOffer,
  type Listed,
} from './similar-post-queries.ts';
import { explainOffer, SIMILAR_POST_TEXTS } from './similar-post-texts.ts';
import { checkedAgain, gradeAnswer, listUntil, moveOffer, offerPost, type OfferRefusal } from './similar-post.ts';
import { SimilarPostsPage, type Considered } from './similar-posts-pages.tsx';

type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context; vacancy: Vacancy };

/** Who of earlier competitions may be offered the post of this vacancy; each offer is a decision of its own (O1). */
export function similarPostsRoutes(web: FastifyInstance, context: Context): void {
  const address = '/staff/vacancies/:reference/similar-posts';
  const to =
    (then: (exchange: Exchange) => Promise<unknown>) => async (request: FastifyRequest, reply: FastifyReply) => {
      const vacancy = await findVacancy(context.db, paramsOf(request).reference);
      if (!vacancy) return reply.callNotFound();
      return then({ request, reply: reply.header('cache-control', 'no-store'), context, vacancy });
    };
  const offers = requiresIn(context, 'similar-posts:offer');
  web.get(address, requiresIn(context, 'similar-posts:read'), to(show));
  web.post(`${address}/:number`, offers, to(offer));
  web.post(`${address}/:number/taking-back`, offers, to(takeBack));
}

const paramsOf = ({ params }: FastifyRequest) => params as { reference: string; number: string };
const addressOf = ({ language, params }: FastifyRequest) =>
  `/${language}/staff/vacancies/${(params as { reference: string }).reference}/similar-posts`;
const todayIn = ({ context, vacancy }: Exchange) => civilDayIn(context.clock(), vacancy.deadlineZone);

const lookedAt = ({ context, vacancy }: Exchange) => ({
  reference: vacancy.reference,
  selection: context.organisation.selection,
});

/** What the rules say of somebody on a list and this post. */
function considered(one: Listed, exchange: Exchange): Considered {
  const { context, vacancy } = exchange;
  const { organisation: rules } = context;
  const posts = { applied: one.grades, offered: vacancy.notice.grades, on: todayIn(exchange) };
  return {
    ...one,
    grade: gradeAnswer(rules, posts),
    until: listUntil(one.entry, one.zone, rules),
    items: checkedAgain(one.answers, { post: vacancy, rules, at: context.clock() }),
  };
}

type Shown = { typed?: Record<string, string>; errors?: FieldError[]; problem?: string };

async function show(exchange: Exchange, { typed = {}, errors = [], problem }: Shown = {}) {
  const { request, reply, context, vacancy } = exchange;
  const actor = actorOf(request);
  const { reference } = vacancy;
  const all = (await listedFor(context.db, actor, lookedAt(exchange)))?.map((one) => considered(one, exchange));
  if (!all) return reply.callNotFound();
  // Who was offered it before a rule changed is still shown with their answer.
  const people = all.filter(
    ({ grade, offer: made }) => made || grade.outcome === 'possible' || grade.outcome === 'for-a-person',
  );
  const t = SIMILAR_POST_TEXTS[request.language];
  const done = (['offered', 'ended'] as const).find((known) => known === (request.query as { done?: string }).done);
  const shown = {
    page: formPageContext(request, context, {
      path: `/staff/vacancies/${reference}/similar-posts`,
      notice: done && t.done[done],
    }),
    reference,
    organisation: context.organisation,
    on: rulesDay(vacancy, context.clock()),
    today: todayIn(exchange),
    people,
    barred: all.length - people.length,
    mayOffer: permits(actor.roles, 'similar-posts:offer'),
    typed,
    errors,
    problem,
  };
  return page(reply, <SimilarPostsPage {...shown} />, errors.length > 0 || problem ? 422 : 200);
}

/** Somebody on a list, held until the transaction ends. */
async function lockListed(db: Transaction<Schema>, exchange: Exchange): Promise<Listed | undefined> {
  const { request } = exchange;
  const { number } = paramsOf(request);
  await lockApplications(db, [number]);
  return (await listedFor(db, actorOf(request), lookedAt(exchange)))?.find((one) => one.number === number);
}

async function offer(exchange: Exchange) {
  const { request, reply, context, vacancy } = exchange;
  const { number } = paramsOf(request);
  const actor = actorOf(request);
  const reason = valueOf(fieldsOf(request.body), `reason-${number}`).replaceAll(/\r\n?/g, '\n').trim();
  const done = await context.db.transaction().execute(async (db) => {
    const listed = await lockListed(db, exchange);
    if (!listed) return 'gone' as const;
    const { grade, until } = considered(listed, exchange);
    const offered = offerPost({
      status: vacancy.status,
      agreed: (await hasAgreed(db, listed.id)) !== undefined,
      until,
      today: todayIn(exchange),
      grade,
      already: listed.offer !== undefined,
      reason,
      by: actor.accountId,
      applicantId: listed.applicantId,
    });
    if (!offered.ok) return offered.refusal;
    const at = context.clock();
    const { id: applicationId } = listed;
    await recordOffer(db, { ...offered.value, reference: vacancy.reference, applicationId, number, actor, at });
    await tell(db, exchange, { listed, letter: 'offered' });
    return undefined;
  });
  if (done === 'gone') return reply.callNotFound();
  if (!done) return reply.redirect(`${addressOf(request)}?done=offered`, 303);
  const message = explained(done)[request.language];
  const isTyped = done.kind === 'reason-missing' || done.kind === 'too-long';
  if (!isTyped) return show(exchange, { typed: { [number]: reason }, problem: message });
  return show(exchange, { typed: { [number]: reason }, errors: [{ field: `reason-${number}`, message }] });
}

const explained = (refusal: OfferRefusal) =>
  explainOffer(refusal, (civil) => ({ en: formatDate(civil, 'en'), fr: formatDate(civil, 'fr') }));

type Telling = { listed: Listed; letter: 'offered' | 'taken-back' };

/** A message in every language of the interface; the mail says only that there is one. */
async function tell(db: Db & Transaction<Schema>, exchange: Exchange, { listed, letter }: Telling): Promise<void> {
  const { request, context, vacancy } = exchange;
  const { title, grades } = vacancy.notice;
  const inEach = (write: (language: (typeof LANGUAGES)[number]) => string) =>
    Object.fromEntries(LANGUAGES.map((language) => [language, write(language)]));
  const text = {
    subject: inEach((language) => SIMILAR_POST_TEXTS[language].letters[letter].subject),
    body: inEach((language) =>
      SIMILAR_POST_TEXTS[language].letters[letter].body(titleIn(title, language).text, grades.join('–')),
    ),
    replies: false,
  };
  const at = context.clock();
  await recordMessages(db, { candidates: [listed], text, actor: actorOf(request) }, at);
  await queueMail(db, newsMail(listed, 'message', context.config.PUBLIC_URL), at);
}

async function takeBack(exchange: Exchange) {
  const { request, reply, context, vacancy } = exchange;
  const done = await context.db.transaction().execute(async (db) => {
    const listed = await lockListed(db, exchange);
    const offers = listed ? await offersOf(db, listed.id) : [];
    const made = offers.find(({ reference }) => reference === vacancy.reference);
    if (!listed || !made) return 'gone' as const;
    const moved = moveOffer(made.status, 'take-back');
    if (!moved.ok) return moved.refusal;
    const { id: applicationId, number } = listed;
    const of = { applicationId, number, actor: actorOf(request), at: context.clock() };
    // The candidate may have answered in the same moment: their answer stands.
    if (!(await recordAnswer(db, { ...made, from: made.status, to: moved.value }, of))) return 'meanwhile' as const;
    await tell(db, exchange, { listed, letter: 'taken-back' });
    return undefined;
  });
  if (done === 'gone') return reply.callNotFound();
  if (done === 'meanwhile') return show(exchange, { problem: SIMILAR_POST_TEXTS[request.language].changed });
  if (!done) return reply.redirect(`${addressOf(request)}?done=ended`, 303);
  return show(exchange, { problem: explained(done)[request.language] });
}
