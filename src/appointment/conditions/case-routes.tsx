import type { FastifyInstance } from 'fastify';
import type { Transaction } from 'kysely';
import { fieldsOf, valueOf } from '../../applications/drafting/draft.ts';
import type { Context } from '../../people/context.ts';
import { actorOf } from '../../people/guard.ts';
import { formPageContext, page } from '../../people/page.ts';
import { permits } from '../../people/permissions.ts';
import type { Language } from '../../platform/language.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Schema } from '../../schema.ts';
import { datePartsIn, typedDate } from '../../site/date-field.tsx';
import { civilDayIn } from '../../site/dates.ts';
import type { FieldError } from '../../site/forms.tsx';
import { lockCase, recordBeginning, recordEnd, recordFirstDay, type Chosen } from './appointment-queries.ts';
import { tracksOf } from './track-queries.ts';
import { beginAppointment, endAppointment, isUnderWay, planFirstDay, type AppointmentRefusal } from './appointment.ts';
import { caseAddress } from './case-address.ts';
import { officesOf, onCase, seenBy, wantedOf, type CaseExchange } from './case-guard.ts';
import { CasePage, EndingPage } from './case-pages.tsx';
import { CONDITIONS_TEXTS, endMessage, explainAppointment } from './conditions-texts.ts';
import { tellCandidate } from './telling-queries.ts';
import { actionsFor } from './track.ts';
import { appointingOf } from '../appointing/appointing-queries.ts';
import { APPOINTING_TEXTS } from '../appointing/appointing-texts.ts';
import { appoint, appointingObstacles, FILLINGS, type AppointingObstacle } from '../appointing/appointing.ts';
import { documentsOf, sentIn } from '../candidate/condition-document-queries.ts';
import { offersOf } from '../offer/offer-queries.ts';
import { isOver, readsOffers } from '../offer/offer.ts';
import { itemsOf } from '../verification/verification-queries.ts';

const ADDRESS = caseAddress({ reference: ':reference', number: ':number' });

/** One appointment: begun, its first day planned, ended where nobody is appointed. */
export function caseRoutes(web: FastifyInstance, context: Context): void {
  const reads = onCase(context, 'appointments:read');
  const arranges = onCase(context, 'appointments:arrange');
  web.get(ADDRESS, reads.guard, reads.to(showCase));
  web.post(ADDRESS, arranges.guard, arranges.to(begin));
  web.post(`${ADDRESS}/first-day`, arranges.guard, arranges.to(planDay));
  web.get(`${ADDRESS}/ending`, arranges.guard, arranges.to(askToEnd));
  web.post(`${ADDRESS}/ending`, arranges.guard, arranges.to(end));
}

type Shown = { typed?: Record<string, string>; errors?: FieldError[]; problem?: string };

const DONE = ['begun', 'day', 'ended', 'stepped'] as const;

/** The page of an appointment, also with what was refused on it. */
export async function showCase({ request, reply, context, chosen }: CaseExchange, shownWith: Shown = {}) {
  const { errors = [], problem, typed } = shownWith;
  const { organisation, db } = context;
  const { roles } = actorOf(request);
  const today = civilDayIn(context.clock(), chosen.zone);
  const id = chosen.appointment?.id;
  const all = id ? ((await tracksOf(db, [id], organisation.appointment.conditions)).get(id) ?? []) : [];
  const seen = new Set(seenBy(organisation, { roles }).map(({ code }) => code));
  const tracks = all.filter(({ condition }) => seen.has(condition.code));
  const items = id ? await itemsOf(db, { id, answers: chosen.answers }) : [];
  const offices = officesOf(organisation, actorOf(request));
  const documents = id && offices.length > 0 ? await documentsOf(db, context.accommodationKeys, { id }) : [];
  const asked = await appointingOf(db, { chosen, organisation });
  const makeable = asked && appoint(asked);
  const before = asked ? appointingObstacles(asked) : [];
  const isSeen = (one: AppointingObstacle) => one.kind !== 'condition' || seen.has(one.obstacle.condition.code);
  const handles = permits(roles, 'conditions:handle');
  const { done: told } = request.query as { done?: string };
  const done = DONE.find((known) => known === told);
  const filling = FILLINGS.find((known) => known === told);
  const shown = {
    page: formPageContext(request, context, {
      path: caseAddress(chosen),
      notice:
        (done && CONDITIONS_TEXTS[request.language].done[done]) ??
        (filling && APPOINTING_TEXTS[request.language].done[filling]),
    }),
    chosen,
    organisation,
    tracks,
    actions: new Map(tracks.map((track) => [track.condition.code, handles ? actionsFor(track, roles) : []])),
    before: before.filter(isSeen),
    otherObstacle: !before.every(isSeen),
    today,
    items,
    sent: id ? ((await sentIn(db, [id])).get(id) ?? []) : [],
    documents: documents.filter(({ condition }) => offices.includes(condition)),
    mayVerify:
      handles &&
      isUnderWay(chosen.appointment) &&
      all.some(({ condition }) => condition.kind === 'verification' && roles.includes(condition.office)),
    from: makeable?.ok ? makeable.value : undefined,
    mayMake: permits(roles, 'appointments:make'),
    mayArrange: permits(roles, 'appointments:arrange'),
    mayReadOffers: readsOffers(roles, organisation.appointment.offer),
    mayReadContracts: permits(roles, 'contracts:read'),
    mayReadHandOver: permits(roles, 'hand-over:read'),
    mayReadApplication: permits(roles, 'applications:read'),
    ...(typed && { typedDay: datePartsIn(typed, 'day') }),
    errors,
    problem,
  };
  return page(reply, <CasePage {...shown} />, errors.length > 0 || problem ? 422 : 200);
}

const to = ({ request, reply, chosen }: CaseExchange, done: (typeof DONE)[number]) =>
  reply.redirect(`/${request.language}${caseAddress(chosen)}?done=${done}`, 303);

/** Does something to a case that nobody else changes meanwhile; its page then shows how it stands. */
async function inCase(
  { request, context }: CaseExchange,
  change: (db: Transaction<Schema>, chosen: Chosen) => Promise<Result<unknown, AppointmentRefusal>>,
): Promise<AppointmentRefusal | undefined> {
  return context.db.transaction().execute(async (db) => {
    const chosen = await lockCase(db, wantedOf(request));
    const done = chosen ? await change(db, chosen) : refuse({ kind: 'not-chosen' } as const);
    return done.ok ? undefined : done.refusal;
  });
}

/** Shows the page anew, as it stands now, with why something was refused. */
async function refused(exchange: CaseExchange, refusal: AppointmentRefusal, typed?: Record<string, string>) {
  const { request, context } = exchange;
  const chosen = await context.db.transaction().execute((db) => lockCase(db, wantedOf(request)));
  const message = explainAppointment(refusal)[request.language];
  const inField = refusal.kind === 'day-missing' || refusal.kind === 'day-before-decision';
  const why = inField ? { errors: [{ field: 'day', message }] } : { problem: message };
  return showCase({ ...exchange, chosen: chosen ?? exchange.chosen }, { ...why, ...(typed && { typed }) });
}

async function begin(exchange: CaseExchange) {
  const { request, context } = exchange;
  const refusal = await inCase(exchange, async (db, chosen) => {
    const begun = beginAppointment(chosen);
    if (!begun.ok) return begun;
    const [actor, now] = [actorOf(request), context.clock()];
    await recordBeginning(db, chosen, { actor, at: now });
    const words = (language: Language) => CONDITIONS_TEXTS[language].noticeMail;
    await tellCandidate(db, { chosen, config: context.config, now }, { words, replies: false, actor });
    return ok(true);
  });
  return refusal ? refused(exchange, refusal) : to(exchange, 'begun');
}

async function planDay(exchange: CaseExchange) {
  const { request, context } = exchange;
  const fields = fieldsOf(request.body);
  const typed = Object.fromEntries(Object.keys(fields).map((name) => [name, valueOf(fields, name)]));
  const refusal = await inCase(exchange, async (db, chosen) => {
    const planned = planFirstDay(chosen, typedDate(datePartsIn(typed, 'day')));
    if (!planned.ok || !chosen.appointment) return planned;
    const seen = { id: chosen.appointment.id, version: Number(typed['version']) };
    const by = { startsOn: planned.value, actor: actorOf(request), at: context.clock() };
    return (await recordFirstDay(db, seen, by)) ? ok(true) : refuse({ kind: 'changed-meanwhile' } as const);
  });
  return refusal ? refused(exchange, refusal, typed) : to(exchange, 'day');
}

async function askToEnd(exchange: CaseExchange, reason = '', errors: FieldError[] = []) {
  const { request, reply, context, chosen } = exchange;
  if (!chosen.appointment || chosen.appointment.endedAt) return reply.callNotFound();
  const shown = {
    page: formPageContext(request, context, { path: `${caseAddress(chosen)}/ending` }),
    chosen,
    reason,
    version: chosen.appointment.version,
    errors,
  };
  return page(reply, <EndingPage {...shown} />, errors.length > 0 ? 422 : 200);
}

async function end(exchange: CaseExchange) {
  const { request, context } = exchange;
  const fields = fieldsOf(request.body);
  const typed = valueOf(fields, 'reason').replaceAll(/\r\n?/g, '\n');
  const refusal = await inCase(exchange, async (db, chosen) => {
    const ended = endAppointment(chosen, typed);
    if (!ended.ok || !chosen.appointment) return ended;
    const { id, appointedAt } = chosen.appointment;
    const [offer] = (await offersOf(db, [id])).get(id) ?? [];
    if (offer && !isOver(offer.state)) return refuse({ kind: 'offer-goes-on' } as const);
    const seen = { id, appointedAt, version: Number(valueOf(fields, 'version')) };
    const [actor, now] = [actorOf(request), context.clock()];
    if (!(await recordEnd(db, seen, { reason: ended.value, outside: context, actor, at: now })))
      return refuse({ kind: 'changed-meanwhile' } as const);
    const { keptDays } = context.organisation.appointment.conditionDocuments;
    const words = (language: Language) => endMessage(chosen.reference, keptDays, language);
    await tellCandidate(db, { chosen, config: context.config, now }, { words, replies: true, actor });
    return ok(true);
  });
  if (!refusal) return to(exchange, 'ended');
  const message = explainAppointment(refusal)[request.language];
  if (refusal.kind === 'reason-missing' || refusal.kind === 'reason-too-long')
    return askToEnd(exchange, typed, [{ field: 'reason', message }]);
  return refused(exchange, refusal);
}
