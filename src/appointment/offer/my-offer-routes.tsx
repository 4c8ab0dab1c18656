import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Transaction } from 'kysely';
import { fieldsOf, valueOf } from '../../applications/drafting/draft.ts';
import { findAccount } from '../../people/account-queries.ts';
import type { Context } from '../../people/context.ts';
import { actorOf, signedIn } from '../../people/guard.ts';
import { formPageContext, page } from '../../people/page.ts';
import { offeredTo, stepUp } from '../../people/step-up/step-up-hooks.ts';
import { sendAttachment } from '../../platform/files.ts';
import { refuse, type Result } from '../../platform/result.ts';
import type { Db, Schema } from '../../schema.ts';
import { civilDayIn } from '../../site/dates.ts';
import type { FieldError } from '../../site/forms.tsx';
import { lockCase, ownCases, type Chosen } from '../conditions/appointment-queries.ts';
import { myOfferAddress } from './offer-address.ts';
import { MyOfferPage, type MyOffer } from './my-offer-pages.tsx';
import { findDocument, offersOf } from './offer-queries.ts';
import { recordAcceptance, recordDeclining, recordSeeing } from './offer-record-queries.ts';
import { isStanding } from './offer-standing-queries.ts';
import { rolesOf, tellOffices } from './offer-telling-queries.ts';
import { explainOffer, OFFER_TEXTS } from './offer-texts.ts';
import { MAX_OFFER_REASON, stepOffer, type Deciding, type OfferRefusal } from './offer.ts';

type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context };

/** What a candidate is offered, and their answer: theirs alone. */
export function myOfferRoutes(web: FastifyInstance, context: Context): void {
  const address = myOfferAddress(':number');
  const to = (then: (exchange: Exchange) => Promise<unknown>) => (request: FastifyRequest, reply: FastifyReply) =>
    then({ request, reply: reply.header('cache-control', 'no-store'), context });
  web.get(address, signedIn(), to(show));
  web.get(`${address}/:offer/offer.pdf`, signedIn(), to(sendPdf));
  web.post(`${address}/:offer/acceptance`, signedIn(), to(accept));
  web.post(`${address}/:offer/declining`, signedIn(), to(decline));
}

const paramsOf = ({ params }: FastifyRequest) => params as { number: string; offer: string };
const ownOf = (request: FastifyRequest) => ({
  accountId: actorOf(request).accountId,
  number: paramsOf(request).number,
});

type Own = MyOffer & { chosen: Chosen };

/** What was sent to the reader about one application; undefined where nothing of theirs is seen through. */
async function ownOffers(db: Db, { request }: Exchange): Promise<Own[] | undefined> {
  const cases = await ownCases(db, ownOf(request));
  if (cases.length === 0) return undefined;
  const ids = cases.flatMap(({ appointment }) => appointment?.id ?? []);
  const offers = await offersOf(db, ids);
  return cases.flatMap((chosen) =>
    (offers.get(chosen.appointment?.id ?? '') ?? []).flatMap((offer): Own[] => {
      const { content, sha256 } = offer;
      if (content === null || sha256 === null) return [];
      // In time is what reached us in time, whenever it is answered.
      const today = civilDayIn(request.receivedAt, chosen.zone);
      const { zone } = chosen;
      return [{ chosen, offer: { ...offer, content, sha256 }, isStanding: isStanding(chosen), zone, today }];
    }),
  );
}

async function accountOf({ request, context }: Exchange) {
  const account = await findAccount(context.db, actorOf(request).accountId);
  if (!account) throw new Error('Somebody is signed in to an account that is not there.');
  return account;
}

type Shown = { about?: string; words?: string; errors?: FieldError[]; problem?: string | undefined; status?: number };

async function show(exchange: Exchange, { about, words = '', errors = [], problem, ...answer }: Shown = {}) {
  const { request, reply, context } = exchange;
  const { number } = paramsOf(request);
  const offers = await ownOffers(context.db, exchange);
  if (!offers) return reply.callNotFound();
  const actor = actorOf(request);
  for (const { offer } of offers)
    if (offer.seenAt === null && offer.state === 'sent')
      await context.db.transaction().execute((db) => recordSeeing(db, offer, { actor, at: context.clock() }));
  const t = OFFER_TEXTS[request.language].candidate;
  const done = (['accepted', 'declined'] as const).find((one) => one === (request.query as { done?: string }).done);
  const shown = {
    page: formPageContext(request, context, { path: myOfferAddress(number), notice: done && t.done[done] }),
    number,
    offers,
    offered: await offeredTo(exchange, await accountOf(exchange), { strict: true }),
    about,
    words,
    errors,
    problem,
  };
  const { status = errors.length > 0 || problem ? 422 : 200 } = answer;
  return page(reply, <MyOfferPage {...shown} />, status);
}

async function sendPdf(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const { number, offer: id } = paramsOf(request);
  const { language } = request;
  const own = (await ownOffers(context.db, exchange))?.find(({ offer }) => offer.id === id);
  const document = own && (await findDocument(context.db, { offerId: own.offer.id, language }));
  if (!own || !document) return reply.callNotFound();
  const fileName = `offer-${number}-${own.offer.number}-${language}.pdf`;
  return sendAttachment(reply, { fileName, mediaType: 'application/pdf', content: document.content });
}

type Answer = Pick<Deciding, 'reason'> & { action: 'accept' | 'decline' };

/** What an answer would make of an offer of the reader, or why it cannot be given. */
const stepOwn = ({ request, context }: Exchange, own: Own, answer: Answer) =>
  stepOffer(own.offer, {
    ...answer,
    rules: context.organisation.appointment.offer,
    by: { id: actorOf(request).accountId, roles: [] },
    answerBy: '',
    obstacles: own.isStanding ? [] : ['not-chosen'],
    appointed: own.chosen.appointment?.appointedAt !== null,
    today: own.today,
    calendar: context.organisation.workingDays,
  });

type AnswerRefusal = OfferRefusal | { kind: 'other-content' };

/** The offer that an address names, held while it is answered, with what a step would make of it. */
async function answering(
  exchange: Exchange,
  { action, reason }: Answer,
  record: (db: Transaction<Schema>, own: Own, to: Parameters<typeof recordAcceptance>[2]['to']) => Promise<boolean>,
): Promise<Result<true, AnswerRefusal> | undefined> {
  const { request, context } = exchange;
  const { number, offer: id } = paramsOf(request);
  return context.db.transaction().execute(async (db) => {
    const found = (await ownOffers(db, exchange))?.find(({ offer }) => offer.id === id);
    if (!found) return undefined;
    await lockCase(db, { reference: found.chosen.reference, number });
    const own = (await ownOffers(db, exchange))?.find(({ offer }) => offer.id === id);
    if (!own) return undefined;
    const moved = stepOwn(exchange, own, { action, reason });
    if (!moved.ok) return moved;
    if (!(await record(db, own, moved.value))) return refuse({ kind: 'other-content' } as const);
    const telling = { chosen: own.chosen, config: context.config, now: context.clock() };
    await tellOffices(db, telling, { roles: rolesOf('offers:prepare'), but: undefined });
    return { ok: true as const, value: true as const };
  });
}

async function accept(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const { number, offer: id } = paramsOf(request);
  const own = (await ownOffers(context.db, exchange))?.find(({ offer }) => offer.id === id);
  if (!own) return reply.callNotFound();
  const read = valueOf(fieldsOf(request.body), 'sha256');
  // Nobody shows who they are for what they cannot accept.
  const possible = stepOwn(exchange, own, { action: 'accept', reason: '' });
  if (!possible.ok) return refused(exchange, possible.refusal);
  if (read !== own.offer.sha256) return refused(exchange, { kind: 'other-content' });
  const shown = await stepUp(exchange, await accountOf(exchange), { strict: true, bound: own.offer.sha256 });
  if (shown.kind === 'refused') return show(exchange, { about: id, ...shown.problem });
  if (shown.kind === 'elsewhere') return reply.redirect(shown.address, 303);
  const { proof } = shown;
  const by = { actor: actorOf(request), at: context.clock() };
  // What they read is what they accept.
  const answered = await answering(exchange, { action: 'accept', reason: '' }, async (db, { offer }, to) =>
    read === offer.sha256 ? recordAcceptance(db, offer, { to, proof, ...by }) : false,
  );
  if (!answered) return reply.callNotFound();
  if (answered.ok) return reply.redirect(`/${request.language}${myOfferAddress(number)}?done=accepted`, 303);
  return refused(exchange, answered.refusal);
}

async function decline(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const { language } = request;
  const { number, offer: about } = paramsOf(request);
  const words = valueOf(fieldsOf(request.body), 'words').replaceAll(/\r\n?/g, '\n').trim();
  if (words.length > MAX_OFFER_REASON) {
    const message = explainOffer({ kind: 'too-long' }, NO_STEP)[language];
    return show(exchange, { about, words, errors: [{ field: 'words', message }] });
  }
  const by = { reason: words, actor: actorOf(request), at: context.clock() };
  const answered = await answering(exchange, { action: 'decline', reason: words }, (db, { offer }, to) =>
    recordDeclining(db, offer, { to, ...by }),
  );
  if (!answered) return reply.callNotFound();
  if (answered.ok) return reply.redirect(`/${language}${myOfferAddress(number)}?done=declined`, 303);
  return refused(exchange, answered.refusal);
}

/** No answer of a candidate is a step of the approval path. */
const NO_STEP = (code: string) => ({ en: code, fr: code });

function refused(exchange: Exchange, refusal: AnswerRefusal) {
  const { language } = exchange.request;
  const problem =
    refusal.kind === 'other-content'
      ? OFFER_TEXTS[language].candidate.otherContent
      : explainOffer(refusal, NO_STEP)[language];
  return show(exchange, { problem });
}
