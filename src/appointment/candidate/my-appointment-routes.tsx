import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { checkEvidence } from '../../applications/accommodation/evidence.ts';
import { findOwnApplication } from '../../applications/application-queries.ts';
import type { Context } from '../../people/context.ts';
import { actorOf, signedIn } from '../../people/guard.ts';
import { formPageContext, page } from '../../people/page.ts';
import { receivedFile, sendAttachment } from '../../platform/files.ts';
import { scannerOf } from '../../platform/malware/scanner.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Db } from '../../schema.ts';
import { civilDayIn } from '../../site/dates.ts';
import type { FieldError } from '../../site/forms.tsx';
import { lockCase, ownCases, type Chosen } from '../conditions/appointment-queries.ts';
import { tracksOf, type TakenTrack } from '../conditions/track-queries.ts';
import { itemsOf } from '../verification/verification-queries.ts';
import { documentsOf, findContent, recordDocument, removeDocument, sentIn } from './condition-document-queries.ts';
import { maySend, mayTakeBack, type ConditionDocument, type SendingRefusal } from './condition-document.ts';
import { fileFieldOf, myAppointmentAddress } from './my-appointment-address.ts';
import { MyAppointmentPage } from './my-appointment-pages.tsx';
import type { OwnCase } from './my-appointment-props.ts';
import { explainSending, MY_APPOINTMENT_TEXTS } from './my-appointment-texts.ts';

type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context };

const ADDRESS = '/my/applications/:number/appointment';

/** How far somebody's own appointments are, and the files that they send for a condition: theirs alone. */
export function myAppointmentRoutes(web: FastifyInstance, context: Context): void {
  const to = (then: (exchange: Exchange) => Promise<unknown>) => (request: FastifyRequest, reply: FastifyReply) =>
    then({ request, reply: reply.header('cache-control', 'no-store'), context });
  const guard = { ...signedIn(), config: { signedIn: true, discreet: true } };
  web.get(ADDRESS, guard, to(show));
  web.post(`${ADDRESS}/:reference/conditions/:condition/:item`, guard, to(send));
  web.get(`${ADDRESS}/documents/:document`, guard, to(download));
  web.post(`${ADDRESS}/documents/:document/removal`, guard, to(takeBack));
}

type Params = { number: string; reference: string; condition: string; item: string; document: string };
const paramsOf = ({ params }: FastifyRequest) => params as Params;
const ownOf = (request: FastifyRequest) => ({
  accountId: actorOf(request).accountId,
  number: paramsOf(request).number,
});

const DONE = ['sent', 'taken-back'] as const;

type Shown = { errors?: FieldError[]; problem?: string };

async function show({ request, reply, context }: Exchange, { errors = [], problem }: Shown = {}) {
  const { db, organisation } = context;
  const application = await findOwnApplication(db, ownOf(request));
  if (!application || application.status === 'draft' || application.status === 'discarded') return reply.callNotFound();
  const { number } = application;
  const done = DONE.find((known) => known === (request.query as { done?: string }).done);
  const shown = {
    page: formPageContext(request, context, {
      path: myAppointmentAddress(number),
      notice: done && MY_APPOINTMENT_TEXTS[request.language].done[done],
    }),
    number,
    organisation,
    cases: await casesOf(request, context),
    errors,
    problem,
  };
  return page(reply, <MyAppointmentPage {...shown} />, errors.length > 0 || problem ? 422 : 200);
}

/** Each appointment begun for an application, with all that its candidate may see. */
async function casesOf(request: FastifyRequest, context: Context): Promise<OwnCase[]> {
  const { db, organisation, accommodationKeys: keys, clock } = context;
  const own = await ownCases(db, ownOf(request));
  const begun = own.flatMap((chosen) => (chosen.appointment ? [{ chosen, id: chosen.appointment.id }] : []));
  const tracks = await tracksOf(
    db,
    begun.map(({ id }) => id),
    organisation.appointment.conditions,
  );
  return Promise.all(
    begun.map(async ({ chosen, id }) => ({
      chosen,
      tracks: tracks.get(id) ?? [],
      documents: await documentsOf(db, keys, { id }),
      items: await itemsOf(db, { id, answers: chosen.answers }),
      today: civilDayIn(clock(), chosen.zone),
    })),
  );
}

type Place = { chosen: Chosen; appointmentId: string; track: TakenTrack; item: string };

/** What a file is sent for: something that is asked of them in an appointment of their own. */
async function placeOf(db: Db, { request, context }: Exchange, chosen: Chosen | undefined): Promise<Place | undefined> {
  const { condition: code, item } = paramsOf(request);
  const condition = context.organisation.appointment.conditions.find((one) => one.code === code);
  const appointmentId = chosen?.appointment?.id;
  if (!chosen || !appointmentId || !condition?.fromCandidate.some((asked) => asked.code === item)) return undefined;
  const [track] = (await tracksOf(db, [appointmentId], [condition])).get(appointmentId) ?? [];
  return track && { chosen, appointmentId, track, item };
}

const ownCase = async (db: Db, request: FastifyRequest): Promise<Chosen | undefined> =>
  (await ownCases(db, ownOf(request))).find(({ reference }) => reference === paramsOf(request).reference);

async function send(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const { db, organisation } = context;
  const place = await placeOf(db, exchange, await ownCase(db, request));
  const file = await receivedFile(request); // read to its end in any case: a browser shows no answer before it has sent
  if (!place) return reply.callNotFound();
  const now = await mayBeSent(db, exchange, place);
  if (!now.ok) return refused(exchange, place, now.refusal);
  const checked = await checkEvidence(file, {
    maxBytes: organisation.documents.maxBytes,
    owner: actorOf(request).accountId,
    scanner: scannerOf(context.config),
  });
  if (!checked.ok) return refused(exchange, place, checked.refusal);
  const kept = await keep(exchange, place, checked.value);
  if (!kept.ok) return refused(exchange, place, kept.refusal);
  return reply.redirect(`/${request.language}${myAppointmentAddress(place.chosen.number)}?done=sent`, 303);
}

async function mayBeSent(
  db: Db,
  { context }: Exchange,
  { appointmentId, ...place }: Place,
): Promise<Result<true, SendingRefusal>> {
  const sent = (await sentIn(db, [appointmentId])).get(appointmentId) ?? [];
  return maySend(place, sent, context.organisation.appointment.conditionDocuments.maxFiles);
}

type Checked = Parameters<typeof recordDocument>[2]['file'];

/** Keeps a file, if it may still be sent: the case is held, so that two tabs send one after the other. */
function keep(exchange: Exchange, before: Place, file: Checked): Promise<Result<true, SendingRefusal>> {
  const { request, context } = exchange;
  return context.db.transaction().execute(async (db) => {
    const place = await placeOf(db, exchange, await lockCase(db, before.chosen));
    if (!place) return refuse({ kind: 'closed' });
    const may = await mayBeSent(db, exchange, place);
    if (!may.ok) return may;
    const { appointmentId, track, item } = place;
    const sent = { condition: track.condition.code, item };
    const by = { actor: actorOf(request), at: context.clock() };
    await recordDocument(db, context.accommodationKeys, { appointmentId, sent, file, ...by });
    return ok(true);
  });
}

/** Said at the upload, or above the page where there is none any more. */
function refused(exchange: Exchange, { chosen, track, item }: Place, refusal: SendingRefusal) {
  const message = explainSending(refusal)[exchange.request.language];
  if (refusal.kind === 'closed' || refusal.kind === 'too-many') return show(exchange, { problem: message });
  const field = fileFieldOf(chosen.reference, { condition: track.condition.code, item });
  return show(exchange, { errors: [{ field, message }] });
}

type Found = { chosen: Chosen; appointmentId: string; document: ConditionDocument };

/** A file of theirs, in whichever of the appointments of this application. */
async function findOwn({ request, context }: Exchange): Promise<Found | undefined> {
  const { db, accommodationKeys: keys } = context;
  for (const chosen of await ownCases(db, ownOf(request))) {
    if (!chosen.appointment) continue;
    const { id: appointmentId } = chosen.appointment;
    const documents = await documentsOf(db, keys, { id: appointmentId });
    const document = documents.find(({ id }) => id === paramsOf(request).document);
    if (document) return { chosen, appointmentId, document };
  }
  return undefined;
}

async function download(exchange: Exchange) {
  const { reply, context } = exchange;
  const found = await findOwn(exchange);
  const { appointmentId, document } = found ?? {};
  if (!appointmentId || !document) return reply.callNotFound();
  const file = await findContent(context.db, context.accommodationKeys, { appointmentId, id: document.id });
  return file ? sendAttachment(reply, file) : reply.callNotFound();
}

async function takeBack(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const found = await findOwn(exchange);
  if (!found) return reply.callNotFound();
  const { chosen, appointmentId, document } = found;
  const condition = context.organisation.appointment.conditions.find(({ code }) => code === document.condition);
  const done = await context.db.transaction().execute(async (db) => {
    const held = await lockCase(db, chosen);
    const [track] = condition ? ((await tracksOf(db, [appointmentId], [condition])).get(appointmentId) ?? []) : [];
    if (!held || !track || !mayTakeBack({ chosen: held, track })) return false;
    await removeDocument(db, { appointmentId, id: document.id, actor: actorOf(request), at: context.clock() });
    return true;
  });
  if (done) return reply.redirect(`/${request.language}${myAppointmentAddress(chosen.number)}?done=taken-back`, 303);
  return show(exchange, { problem: explainSending({ kind: 'closed' })[request.language] });
}
