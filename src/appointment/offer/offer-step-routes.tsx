import type { FastifyInstance } from 'fastify';
import type { Transaction } from 'kysely';
import { fieldsOf, valueOf } from '../../applications/drafting/draft.ts';
import type { Context } from '../../people/context.ts';
import { actorOf } from '../../people/guard.ts';
import type { Language } from '../../platform/language.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { isCivilDate } from '../../regulations/civil-dates.ts';
import type { Schema } from '../../schema.ts';
import { datePartsIn, typedDate } from '../../site/date-field.tsx';
import type { FieldError } from '../../site/forms.tsx';
import { lockCase } from '../conditions/appointment-queries.ts';
import { wantedOf, type CaseExchange } from '../conditions/case-guard.ts';
import { tellCandidate } from '../conditions/telling-queries.ts';
import { MAX_AUTHORITY } from '../conditions/track.ts';
import { offerAddress } from './offer-address.ts';
import { figuresOf } from './offer-content.ts';
import { STEP_ADDRESSES } from './offer-forms.tsx';
import { onOffer } from './offer-guard.ts';
import type { KeptOffer } from './offer-queries.ts';
import { recordMove, recordNationalAgreement } from './offer-record-queries.ts';
import { needsAgreement, showOffer } from './offer-routes.tsx';
import { sendOffer } from './offer-sending-queries.ts';
import { standingOf, type OfferStanding } from './offer-standing-queries.ts';
import { rolesOf, tellOffices } from './offer-telling-queries.ts';
import { explainOffer, explainTerms, OFFER_TEXTS } from './offer-texts.ts';
import {
  approvalDue,
  OFFER_PERMISSIONS,
  STAFF_OFFER_ACTIONS,
  stepOffer,
  type Deciding,
  type Offer,
  type OfferRefusal,
  type StaffOfferAction,
} from './offer.ts';

const ADDRESS = offerAddress({ reference: ':reference', number: ':number' });

/** The steps of staff on an offer, along the approval path of the organisation, and the agreement of a national authority. */
export function offerStepRoutes(web: FastifyInstance, context: Context): void {
  for (const action of STAFF_OFFER_ACTIONS) {
    const { guard, to } = onOffer(context, OFFER_PERMISSIONS[action]);
    web.post(
      `${ADDRESS}/${STEP_ADDRESSES[action]}`,
      guard,
      to((exchange) => take(exchange, action)),
    );
  }
  const { guard, to } = onOffer(context, 'offers:prepare');
  web.post(`${ADDRESS}/agreement`, guard, to(recordAgreement));
}

type StepRefusal = OfferRefusal | { kind: 'changed-meanwhile' } | { kind: 'not-composed' };

async function take(exchange: CaseExchange, action: StaffOfferAction) {
  const { request, reply, chosen } = exchange;
  const typed = typedIn(exchange);
  const done =
    action === 'send'
      ? await sendOffer(exchange, {
          deciding: (standing) => decidingOn(exchange, action, standing),
          version: versionIn(typed),
        })
      : await inCase(exchange, (db, standing) => move(db, exchange, { action, standing }));
  if (done.ok) return reply.redirect(`/${request.language}${offerAddress(chosen)}?done=${action}`, 303);
  return refused(exchange, { action, typed, refusal: done.refusal });
}

const typedIn = ({ request }: CaseExchange): Record<string, string> => {
  const fields = fieldsOf(request.body);
  return Object.fromEntries(
    Object.keys(fields).map((name) => [name, valueOf(fields, name).replaceAll(/\r\n?/g, '\n')]),
  );
};
const versionIn = (typed: Record<string, string>): number => Number(typed['version']);

function decidingOn(exchange: CaseExchange, action: StaffOfferAction, standing: OfferStanding): Deciding {
  const { request, context } = exchange;
  const actor = actorOf(request);
  const typed = typedIn(exchange);
  const { obstacles, today, appointment } = standing;
  return {
    action,
    rules: context.organisation.appointment.offer,
    by: { id: actor.accountId, roles: actor.roles },
    reason: typed[`${action}-reason`] ?? '',
    answerBy: typedDate(datePartsIn(typed, 'answer')),
    obstacles,
    appointed: appointment.appointedAt !== null,
    today,
    calendar: context.organisation.workingDays,
  };
}

/** Does something to the last offer of a case that nobody else changes meanwhile. */
async function inCase(
  { request, context }: CaseExchange,
  change: (
    db: Transaction<Schema>,
    standing: OfferStanding & { offer: KeptOffer },
  ) => Promise<Result<unknown, StepRefusal>>,
): Promise<Result<unknown, StepRefusal>> {
  const { organisation, clock } = context;
  return context.db.transaction().execute(async (db) => {
    const chosen = await lockCase(db, wantedOf(request));
    const standing = chosen && (await standingOf(db, { chosen, organisation, now: clock() }));
    if (!standing?.offer) return refuse({ kind: 'changed-meanwhile' } as const);
    return change(db, { ...standing, offer: standing.offer });
  });
}

type Moving = { action: StaffOfferAction; standing: OfferStanding & { offer: KeptOffer } };

async function move(
  db: Transaction<Schema>,
  exchange: CaseExchange,
  { action, standing }: Moving,
): Promise<Result<true, StepRefusal>> {
  const { offer, terms } = standing;
  if (action === 'submit' && !terms?.ok) return refuse({ kind: 'not-composed' });
  const deciding = decidingOn(exchange, action, standing);
  const moved = stepOffer(offer, deciding);
  if (!moved.ok) return moved;
  const seen = { ...offer, version: versionIn(typedIn(exchange)) };
  const now = exchange.context.clock();
  const step = { action, to: moved.value, reason: deciding.reason.trim(), actor: actorOf(exchange.request), at: now };
  const submitted = action === 'submit' && terms?.ok ? figuresOf(terms.value) : null;
  const figures = action === 'submit' || action === 'return' ? { figures: submitted } : {};
  if (!(await recordMove(db, seen, { ...step, ...figures }))) return refuse({ kind: 'changed-meanwhile' });
  await tell(db, exchange, { action, from: offer, to: moved.value, now });
  return ok(true);
}

type Told = { action: StaffOfferAction; from: Offer; to: Offer; now: Date };

/** Whose step it is next; of an offer that was sent and is withdrawn, the candidate. */
async function tell(
  db: Transaction<Schema>,
  { request, context, chosen }: CaseExchange,
  { action, from, to, now }: Told,
) {
  const telling = { chosen, config: context.config, now };
  const actor = actorOf(request);
  if (action === 'withdraw') {
    const words = (language: Language) => OFFER_TEXTS[language].withdrawnMessage;
    if (from.state === 'sent' || from.state === 'accepted')
      await tellCandidate(db, telling, { words, replies: true, actor });
    return;
  }
  const due = approvalDue(context.organisation.appointment.offer, to);
  const roles = action === 'return' ? rolesOf('offers:prepare') : due ? [due.by] : rolesOf('offers:send');
  await tellOffices(db, telling, { roles, but: actor.email });
}

async function recordAgreement(exchange: CaseExchange) {
  const { request, reply, context, chosen } = exchange;
  const { language } = request;
  const t = OFFER_TEXTS[language];
  const typed = typedIn(exchange);
  const authority = (typed['authority'] ?? '').trim();
  const on = typedDate(datePartsIn(typed, 'agreed'));
  const standing = await standingOf(context.db, { chosen, organisation: context.organisation, now: context.clock() });
  if (!needsAgreement(standing?.offer)) return reply.callNotFound();
  const errors: FieldError[] = [];
  if (authority === '') errors.push({ field: 'authority', message: t.authorityMissing });
  if (authority.length > MAX_AUTHORITY) errors.push({ field: 'authority', message: t.authorityTooLong });
  if (!isCivilDate(on) || on > (standing?.today ?? '')) errors.push({ field: 'agreed', message: t.agreedMissing });
  if (errors.length > 0) return showOffer(exchange, { typed, errors });
  const done = await inCase(exchange, async (db, { offer }) => {
    if (!needsAgreement(offer)) return refuse({ kind: 'changed-meanwhile' } as const);
    const seen = { ...offer, version: versionIn(typed) };
    const by = { agreement: { authority, on }, actor: actorOf(request), at: context.clock() };
    return (await recordNationalAgreement(db, seen, by)) ? ok(true) : refuse({ kind: 'changed-meanwhile' } as const);
  });
  if (!done.ok) return showOffer(exchange, { typed, problem: OFFER_TEXTS[language].changedMeanwhile });
  return reply.redirect(`/${language}${offerAddress(chosen)}?done=agreement`, 303);
}

type Refused = { action: StaffOfferAction; typed: Record<string, string>; refusal: StepRefusal };

/** The page anew, with why something was refused at the field that it is about. */
async function refused(exchange: CaseExchange, { action, typed, refusal }: Refused) {
  const { request, context, chosen } = exchange;
  const { language } = request;
  if (refusal.kind === 'changed-meanwhile')
    return showOffer(exchange, { problem: OFFER_TEXTS[language].changedMeanwhile });
  if (refusal.kind === 'not-composed') {
    const standing = await standingOf(context.db, { chosen, organisation: context.organisation, now: context.clock() });
    const why = standing?.terms?.ok === false ? explainTerms(standing.terms.refusal).told[language] : '';
    return showOffer(exchange, { problem: `${OFFER_TEXTS[language].notComposed}. ${why}` });
  }
  const { approval } = context.organisation.appointment.offer;
  const nameOf = (code: string) => approval.find((step) => step.code === code)?.name ?? { en: code, fr: code };
  const message = explainOffer(refusal, nameOf)[language];
  if (refusal.kind === 'reason-missing' || refusal.kind === 'too-long')
    return showOffer(exchange, { typed, errors: [{ field: `${action}-reason`, message }] });
  if (refusal.kind === 'answer-day-missing' || refusal.kind === 'answer-day-past')
    return showOffer(exchange, { typed, errors: [{ field: 'answer', message }] });
  return showOffer(exchange, { typed, problem: message });
}
