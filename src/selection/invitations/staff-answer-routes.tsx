import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Candidate } from '../../competition/candidate-queries.ts';
import { requiresIn } from '../../competition/competition-guard.ts';
import { doerOf } from '../../people/actor.ts';
import type { Context } from '../../people/context.ts';
import { actorOf } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import { fieldsOf } from '../../people/typed.ts';
import type { FieldError } from '../../site/forms.tsx';
import type { Db } from '../../schema.ts';
import { candidatesAtStage } from '../scores/score-queries.ts';
import { findAttendance, findSchedule, lockSchedule, slotsOf, attendancesAt } from './invitation-queries.ts';
import { explainInvitation } from './invitation-texts.ts';
import {
  answerRequest,
  NO_ANSWER,
  OUTCOMES,
  placeIn,
  recordOutcome,
  type Attendance,
  type InvitationRefusal,
} from './invitation.ts';
import { recordSlotCancelled } from './schedule-queries.ts';
import { AnswerPage, CancelPage } from './staff-decision-pages.tsx';
import {
  actOf,
  atStage,
  back,
  fieldsIn,
  showStage,
  STAGES,
  type AtStage,
  type Fields,
} from './staff-invitation-routes.tsx';
import { STAFF_INVITATION_TEXTS } from './staff-invitation-texts.ts';
import { giveMinutes, nameOf } from './staff-minutes-routes.ts';
import { decideForAll, type Decide } from './deciding-queries.ts';

const STAGE = `${STAGES}/:stage`;

/** What those who hold a stage do for the people invited to it: a time given, an answer, who came, a time cancelled. */
export function staffAnswerRoutes(web: FastifyInstance, context: Context): void {
  const guard = requiresIn(context, 'selection:invite');
  web.post(`${STAGE}/people`, guard, atStage(context, forThoseTicked));
  web.get(
    `${STAGE}/times/:slot/cancellation`,
    guard,
    atStage(context, (exchange) => cancelling(exchange)),
  );
  web.post(`${STAGE}/times/:slot/cancellation`, guard, atStage(context, cancel));
  web.get(
    `${STAGE}/people/:number/answer`,
    guard,
    atStage(context, (exchange) => answering(exchange)),
  );
  web.post(`${STAGE}/people/:number/answer`, guard, atStage(context, answer));
}

const placeOf = ({ request, ...place }: AtStage) => ({ ...place, by: doerOf(actorOf(request)) });

const paramsOf = ({ params }: FastifyRequest) => params as { slot: string; number: string };

const candidatesOf = ({ context, vacancy, stage }: AtStage) =>
  candidatesAtStage(context.db, vacancy.reference, stage.code);

function decisionIn(fields: Fields): { field: string; action: string; decide: Decide } | undefined {
  if (fields['do'] === 'place')
    return {
      field: 'slot',
      action: 'time-given',
      decide: (invited, now) => placeIn(invited, fields['slot'] ?? '', now),
    };
  const kind = OUTCOMES.find((one) => one === fields['outcome']);
  if (fields['do'] !== 'outcome' || !kind) return undefined;
  return {
    field: 'outcome-reason',
    action: 'attendance-recorded',
    decide: (invited, now) => recordOutcome(invited, { kind, reason: fields['outcome-reason'] ?? '' }, now),
  };
}

/** Whether somebody is among those that one time names, or that have none and still wait. */
const hasTime = ({ slotId, reply }: Attendance, of: string): boolean =>
  of === 'none' ? reply === 'waiting' : of !== '' && slotId === of;

/** The same for all that were ticked, or for none: the first who cannot have it stops it, and is named. */
async function forThoseTicked(exchange: AtStage) {
  const { context, request } = exchange;
  const t = STAFF_INVITATION_TEXTS[request.language];
  const fields = fieldsIn(request);
  const body = fieldsOf(request.body) as Record<string, unknown>;
  const numbers = [body['numbers'] ?? []].flat().filter((one) => typeof one === 'string');
  const attendances = await attendancesAt(context.db, exchange.stage.id);
  const isMeant = ({ number, applicationId }: Candidate) =>
    numbers.includes(number) || hasTime(attendances.get(applicationId) ?? NO_ANSWER, fields['of'] ?? '');
  const ticked = (await candidatesOf(exchange)).filter(isMeant);
  const again = (field: string, message: string) =>
    showStage(exchange, { fields, numbers, errors: [{ field, message }] });
  if (ticked.length === 0) return again('numbers', t.tickMissing);
  if (fields['do'] === 'minutes') {
    const problem = await giveMinutes(exchange, ticked, fields);
    return problem ? again(problem.field, problem.message) : back(exchange, 'applied');
  }
  const decision = decisionIn(fields);
  if (!decision) return again('do', t.doWhat);
  const refused = await context.db
    .transaction()
    .execute((db) => decideForAll(db, placeOf(exchange), { candidates: ticked, ...decision }));
  if (!refused) return back(exchange, 'applied');
  return again(decision.field, t.forWhom(nameOf(refused.candidate), await told(exchange, refused.refusal)));
}

async function told({ context, stage, request }: AtStage, refusal: InvitationRefusal): Promise<string> {
  const schedule = await findSchedule(context.db, stage.id);
  return explainInvitation(refusal, schedule?.zone ?? 'UTC')[request.language];
}

async function cancelling(exchange: AtStage, errors: FieldError[] = []) {
  const { request, reply, context, stage, vacancy } = exchange;
  const schedule = await findSchedule(context.db, stage.id);
  const slot = (await slotsOf(context.db, stage.id)).find(({ id }) => id === paramsOf(request).slot);
  if (!schedule || !slot || slot.cancelReason !== null || slot.startsAt <= context.clock()) return reply.callNotFound();
  const shown = { page: pageContext(request, context), reference: vacancy.reference, stage: stage.code, errors };
  return page(reply, <CancelPage {...shown} {...{ slot, zone: schedule.zone }} />, errors.length > 0 ? 422 : 200);
}

async function cancel(exchange: AtStage) {
  const { request, reply, context, stage } = exchange;
  const reason = (fieldsIn(request)['reason'] ?? '').trim().slice(0, 1000);
  if (reason === '') {
    const message = STAFF_INVITATION_TEXTS[request.language].cancelReason;
    return cancelling(exchange, [{ field: 'reason', message }]);
  }
  const done = await context.db.transaction().execute(async (db) => {
    await lockSchedule(db, stage.id);
    const slots = await slotsOf(db, stage.id);
    const slot = slots.find(({ id }) => id === paramsOf(request).slot);
    if (!slot || slot.cancelReason !== null || slot.startsAt <= context.clock()) return false;
    await freeAll(db, exchange, slot.id);
    await recordSlotCancelled(db, { slotId: slot.id, reason }, actOf(exchange));
    return true;
  });
  return done ? back(exchange, 'cancelled') : reply.callNotFound();
}

/** Those who have a slot wait again, and are told that it holds no more. */
async function freeAll(db: Db, exchange: AtStage, slotId: string): Promise<void> {
  const attendances = await attendancesAt(db, exchange.stage.id);
  const free: Decide = ({ attendance }) => ({
    ok: true,
    value: { ...attendance, slotId: null, reply: 'waiting', request: undefined, version: attendance.version + 1 },
  });
  const candidates = (await candidatesOf(exchange)).filter(
    ({ applicationId }) => attendances.get(applicationId)?.slotId === slotId,
  );
  await decideForAll(db, placeOf(exchange), { candidates, decide: free, action: 'time-cancelled' });
}

async function answering(exchange: AtStage, fields: Fields = {}, errors: FieldError[] = []) {
  const { request, reply, context, stage, vacancy } = exchange;
  const candidate = (await candidatesOf(exchange)).find(({ number }) => number === paramsOf(request).number);
  const schedule = await findSchedule(context.db, stage.id);
  const attendance = candidate && (await findAttendance(context.db, stage.id, candidate.applicationId));
  if (!candidate || !schedule || !attendance?.request) return reply.callNotFound();
  const shown = {
    page: pageContext(request, context),
    reference: vacancy.reference,
    stage: stage.code,
    zone: schedule.zone,
    candidate: nameOf(candidate),
    asked: attendance.request.reason,
    slots: await slotsOf(context.db, stage.id),
    held: attendance.slotId,
    now: context.clock(),
    fields,
    errors,
  };
  return page(reply, <AnswerPage {...shown} />, errors.length > 0 ? 422 : 200);
}

async function answer(exchange: AtStage) {
  const { request, reply, context } = exchange;
  const candidate = (await candidatesOf(exchange)).find(({ number }) => number === paramsOf(request).number);
  if (!candidate) return reply.callNotFound();
  const fields = fieldsIn(request);
  const said = { slotId: fields['slot'] ?? '', words: fields['words'] ?? '' };
  const decide: Decide = (invited, now) => answerRequest(invited, said, now);
  const deciding = { candidates: [candidate], decide, action: 'invitation-answered' };
  const refusal = (await context.db.transaction().execute((db) => decideForAll(db, placeOf(exchange), deciding)))
    ?.refusal;
  if (!refusal) return back(exchange, 'answered');
  const field = refusal.kind === 'reason-missing' ? 'words' : 'slot';
  return answering(exchange, fields, [{ field, message: await told(exchange, refusal) }]);
}
