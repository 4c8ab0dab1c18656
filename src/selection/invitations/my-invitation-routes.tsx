import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { arrangementsFor } from '../../applications/accommodation/arrangement-queries.ts';
import { doerOf } from '../../people/actor.ts';
import type { Context } from '../../people/context.ts';
import { actorOf, signedIn } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import { fieldsOf, typed } from '../../people/typed.ts';
import { attachmentHeaders } from '../../platform/files.ts';
import { refuse, type Result } from '../../platform/result.ts';
import type { Db } from '../../schema.ts';
import { changesOf, planOf } from '../plan/plan-queries.ts';
import type { PlannedStage } from '../plan/stage-plan.ts';
import { reopenedFor } from '../redo/redo-queries.ts';
import { testsOf } from '../written-test/written-test-queries.ts';
import {
  findAttendance,
  findOwnInvited,
  findSchedule,
  lockSchedule,
  recordAttendance,
  slotsOf,
  type OwnInvited,
} from './invitation-queries.ts';
import { explainInvitation, INVITATION_TEXTS } from './invitation-texts.ts';
import {
  askForAnother,
  chooseSlot,
  decline,
  slotOf,
  type Attendance,
  type Invited,
  type InvitationRefusal,
  type Schedule,
} from './invitation.ts';
import { lateWishesAt, recordLateWish } from './late-wish-queries.ts';
import { latenessOf } from './late-wish.ts';
import { MyInvitationsPage, type OwnStage } from './my-invitation-pages.tsx';
import { isZone } from './schedule-form.ts';
import { entryFor, tellOfChange } from './telling-queries.ts';

type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context };
type Act = 'chosen' | 'declined' | 'asked';

const HERE = '/my/applications/:number/invitations';
const QUERY = z.object({
  zone: z.string().optional().catch(undefined),
  done: z.enum(['chosen', 'declined', 'asked']).optional().catch(undefined),
});
type Form = { slot: string; reason: string; zone: string };

/** The invitations of one application: its author's alone to read and to answer. */
export function myInvitationRoutes(web: FastifyInstance, context: Context): void {
  const guard = signedIn();
  const to = (then: (exchange: Exchange) => Promise<unknown>) => (request: FastifyRequest, reply: FastifyReply) =>
    then({ request, reply: reply.header('cache-control', 'no-store'), context });
  web.get(HERE, guard, to(show));
  web.post(
    `${HERE}/:stage/time`,
    guard,
    to((exchange) => answer(exchange, 'chosen')),
  );
  web.post(
    `${HERE}/:stage/refusal`,
    guard,
    to((exchange) => answer(exchange, 'declined')),
  );
  web.post(
    `${HERE}/:stage/request`,
    guard,
    to((exchange) => answer(exchange, 'asked')),
  );
  web.get(`${HERE}/:stage/calendar.ics`, guard, to(calendar));
}

const paramsOf = ({ params }: FastifyRequest) => params as { number: string; stage: string };
const findOwn = ({ request, context }: Exchange) =>
  findOwnInvited(context.db, { accountId: actorOf(request).accountId, number: paramsOf(request).number });
const zoneIn = (typedZone: string | undefined) => (typedZone && isZone(typedZone) ? typedZone : undefined);

/** The planned stages that they are invited to, in their order. */
async function invitedStages(db: Db, own: OwnInvited): Promise<PlannedStage[]> {
  const reopened = await reopenedFor(db, own.applicationId);
  const stages = (await planOf(db, own.reference)).filter(({ code }) => own.stages.includes(code));
  return stages.map((stage) => (reopened.has(stage.id) ? { ...stage, status: 'open' } : stage));
}

/** The fields of one stage: a page may have several. */
function formFor(stage: string, body: unknown): Form {
  const fields = z.record(z.string(), typed).parse(fieldsOf(body));
  const of = (name: string) => fields[name] ?? '';
  return { slot: of(`slot-${stage}`), reason: of(`reason-${stage}`), zone: of('zone') };
}

type Problem = { stage: string; field: string; message: string; reason: string };

async function show(exchange: Exchange, problem?: Problem & { zone: string }) {
  const { request, reply, context } = exchange;
  const own = await findOwn(exchange);
  if (!own) return reply.callNotFound();
  const { db, organisation } = context;
  const { zone: asked, done } = QUERY.parse(request.query);
  const stages: OwnStage[] = [];
  const written = new Set((await testsOf(db, own.reference)).map(({ stageId }) => stageId));
  for (const stage of await invitedStages(db, own))
    stages.push({
      stage,
      changes: await changesOf(db, stage.id),
      invited: await invitedTo(db, { own, stage }),
      writtenHere: written.has(stage.id),
      late: (await lateWishesAt(db, stage.id)).get(own.applicationId) ?? [],
    });
  const path = `/my/applications/${own.number}/invitations`;
  const shown = {
    page: {
      ...pageContext(request, context),
      path,
      ...(done && { notice: INVITATION_TEXTS[request.language].done[done] }),
    },
    number: own.number,
    deadlineZone: own.deadlineZone,
    ownZone: zoneIn(problem?.zone ?? asked),
    arrangement: (await arrangementsFor(db, own.reference)).get(own.applicationId)?.words,
    now: context.clock(),
    organisation,
    stages,
    problem,
  };
  return page(reply, <MyInvitationsPage {...shown} />, problem ? 422 : 200);
}

type Where = { own: OwnInvited; stage: PlannedStage };

async function invitedTo(db: Db, where: Where, locked?: Schedule): Promise<Invited | undefined> {
  const { own, stage } = where;
  const schedule = locked ?? (await findSchedule(db, stage.id));
  if (!schedule) return undefined;
  return {
    schedule,
    slots: await slotsOf(db, stage.id),
    attendance: await findAttendance(db, stage.id, own.applicationId),
    closed: stage.status === 'closed' || !own.goesOn,
  };
}

const DECIDE: Record<Act, (invited: Invited, form: Form, now: Date) => Result<Attendance, InvitationRefusal>> = {
  chosen: (invited, { slot }, now) => chooseSlot(invited, slot, now),
  declined: (invited, _form, now) => decline(invited, now),
  asked: (invited, { reason }, now) => askForAnother(invited, reason, now),
};
const EVENTS: Record<Act, string> = {
  chosen: 'time-chosen',
  declined: 'invitation-declined',
  asked: 'another-time-asked',
};

/** One thing a person does with an invitation of theirs: decided while the stage is held, so that no place is given twice. */
async function answer(exchange: Exchange, act: Act) {
  const { request, reply, context } = exchange;
  const own = await findOwn(exchange);
  const stage = own && (await invitedStages(context.db, own)).find(({ code }) => code === paramsOf(request).stage);
  if (!own || !stage) return reply.callNotFound();
  const form = formFor(stage.code, request.body);
  const at = context.clock();
  const { refusal, zone } = await context.db.transaction().execute(async (db) => {
    const schedule = await lockSchedule(db, stage.id);
    const invited = schedule && (await invitedTo(db, { own, stage }, schedule));
    if (!schedule || !invited) return { refusal: { kind: 'not-offered' } as const, zone: own.deadlineZone };
    const decided = await decideAndRecord(db, { exchange, own, stage, invited, act, form, at });
    const lateBy = act === 'asked' && !decided.ok ? latenessOf(decided.refusal, form.reason) : undefined;
    if (lateBy) {
      const about = { stageId: stage.id, stage: stage.code, candidate: own, by: doerOf(actorOf(request)), at };
      await recordLateWish(db, { wish: { kind: 'time', words: form.reason }, lateBy }, about);
    }
    return { refusal: decided.ok ? undefined : decided.refusal, zone: schedule.zone };
  });
  if (!refusal) {
    const query = new URLSearchParams({ ...(zoneIn(form.zone) && { zone: form.zone }), done: act });
    return reply.redirect(`/${request.language}/my/applications/${own.number}/invitations?${query.toString()}`, 303);
  }
  const field = `${act === 'asked' ? 'reason' : 'slot'}-${stage.code}`;
  const message = explainInvitation(refusal, zone)[request.language];
  return show(exchange, { stage: stage.code, field, message, reason: form.reason, zone: form.zone });
}

type Deciding = Where & { exchange: Exchange; invited: Invited; act: Act; form: Form; at: Date };

async function decideAndRecord(
  db: Db,
  { exchange, own, stage, invited, act, form, at }: Deciding,
): Promise<Result<Attendance, InvitationRefusal>> {
  const decided = DECIDE[act](invited, form, at);
  if (!decided.ok) return decided;
  const by = doerOf(actorOf(exchange.request));
  const about = { stageId: stage.id, stage: stage.code, candidate: own, by, at };
  if (!(await recordAttendance(db, { after: decided.value, action: EVENTS[act] }, about)))
    return refuse({ kind: 'changed-meanwhile' });
  const { reference } = own;
  const change = { reference, stage, candidate: own, before: invited.attendance, after: decided.value };
  await tellOfChange(db, exchange.context, { change: { ...change, slots: invited.slots }, at });
  return decided;
}

/** The entry for a calendar, in the language of the address. */
async function calendar(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const own = await findOwn(exchange);
  const stage = own && (await invitedStages(context.db, own)).find(({ code }) => code === paramsOf(request).stage);
  const invited = own && stage && (await invitedTo(context.db, { own, stage }));
  const slot = invited && slotOf(invited);
  if (!own || !stage || !slot) return reply.callNotFound();
  const { attendance, schedule } = invited;
  const entry = { reference: own.reference, stage, candidate: own, slot, zone: schedule.zone, attendance };
  const { organisation, config, clock } = context;
  return reply
    .type('text/calendar; charset=utf-8')
    .headers(attachmentHeaders(`${stage.code}.ics`))
    .send(entryFor(entry, { organisation, config, language: request.language, at: clock() }));
}
