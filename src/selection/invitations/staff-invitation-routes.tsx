import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { arrangementsFor } from '../../applications/accommodation/arrangement-queries.ts';
import { requiresIn } from '../../competition/competition-guard.ts';
import type { Context } from '../../people/context.ts';
import { actorOf } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import { fieldsOf, typed } from '../../people/typed.ts';
import { queueMails } from '../../platform/mail.ts';
import { newsMail } from '../../applications/stages/news-mail.ts';
import type { FieldError } from '../../site/forms.tsx';
import type { Db } from '../../schema.ts';
import { findVacancy } from '../../vacancies/vacancy-queries.ts';
import type { Vacancy } from '../../vacancies/vacancy.ts';
import { planOf } from '../plan/plan-queries.ts';
import type { PlannedStage } from '../plan/stage-plan.ts';
import { reopenedAt } from '../redo/redo-queries.ts';
import { candidatesAtStage } from '../scores/score-queries.ts';
import { attendancesAt, findSchedule, lockSchedule, peopleOf, slotsOf } from './invitation-queries.ts';
import { explainInvitation } from './invitation-texts.ts';
import { isFixed, type Schedule } from './invitation.ts';
import { readSchedule, readSlots, type FormProblem } from './schedule-form.ts';
import { recordOffer, recordSchedule, recordSlots } from './schedule-queries.ts';
import { StagesPage } from './staff-stages-pages.tsx';
import { StageTimesPage } from './staff-invitation-pages.tsx';
import { lateWishesAt } from './late-wish-queries.ts';
import { STAFF_INVITATION_TEXTS } from './staff-invitation-texts.ts';

export type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context; vacancy: Vacancy };
export type AtStage = Exchange & { stage: PlannedStage };
export type Fields = Readonly<Record<string, string>>;

export const STAGES = '/staff/vacancies/:reference/invitations';
const STAGE = `${STAGES}/:stage`;
const DONE = z.object({
  done: z.enum(['saved', 'added', 'offered', 'cancelled', 'applied', 'answered']).optional().catch(undefined),
});

/** The times of the stages of a competition: set, offered, and who has which. */
export function staffInvitationRoutes(web: FastifyInstance, context: Context): void {
  const guard = requiresIn(context, 'selection:invite');
  web.get(STAGES, guard, async (request, reply) => {
    const vacancy = await findVacancy(context.db, paramsOf(request).reference);
    return vacancy ? list({ request, reply, context, vacancy }) : reply.callNotFound();
  });
  web.get(
    STAGE,
    guard,
    atStage(context, (exchange) => showStage(exchange)),
  );
  web.post(`${STAGE}/schedule`, guard, atStage(context, setSchedule));
  web.post(`${STAGE}/times`, guard, atStage(context, addTimes));
  web.post(`${STAGE}/offer`, guard, atStage(context, offer));
}

const paramsOf = ({ params }: FastifyRequest) => params as { reference: string; stage: string };

/** A route about one planned stage of a vacancy. */
export const atStage =
  (context: Context, then: (exchange: AtStage) => Promise<unknown>) =>
  async (request: FastifyRequest, reply: FastifyReply) => {
    const { reference, stage: code } = paramsOf(request);
    const vacancy = await findVacancy(context.db, reference);
    const stage = vacancy && (await planOf(context.db, reference)).find((one) => one.code === code);
    return vacancy && stage ? then({ request, reply, context, vacancy, stage }) : reply.callNotFound();
  };

/** The fields of a form, each with one value. */
export const fieldsIn = (request: FastifyRequest): Fields => z.record(z.string(), typed).parse(fieldsOf(request.body));

export const addressOf = ({ request, vacancy, stage }: Pick<AtStage, 'request' | 'vacancy' | 'stage'>) =>
  `/${request.language}/staff/vacancies/${vacancy.reference}/invitations/${stage.code}`;

export const actOf = ({ request, context, vacancy, stage }: AtStage) => ({
  reference: vacancy.reference,
  stage: stage.code,
  actor: actorOf(request),
  at: context.clock(),
});

async function list({ request, reply, context, vacancy }: Exchange) {
  const { db, organisation } = context;
  const { reference } = vacancy;
  const stages = [];
  for (const stage of await planOf(db, reference))
    stages.push({
      stage,
      candidates: await candidatesAtStage(db, reference, stage.code),
      attendances: await attendancesAt(db, stage.id),
    });
  return page(reply, <StagesPage page={pageContext(request, context)} {...{ reference, organisation, stages }} />);
}

type Form = { fields?: Fields; numbers?: string[]; errors?: FieldError[] };

/** The page of one stage, with what was typed where something is to be mended. */
export async function showStage(exchange: AtStage, { fields = {}, numbers = [], errors = [] }: Form = {}) {
  const { request, reply, context, vacancy, stage } = exchange;
  const { db, organisation } = context;
  const { done } = DONE.parse(request.query);
  const t = STAFF_INVITATION_TEXTS[request.language];
  const shown = {
    page: {
      ...pageContext(request, context),
      path: `/staff/vacancies/${vacancy.reference}/invitations/${stage.code}`,
      ...(done && { notice: t.done[done] }),
    },
    reference: vacancy.reference,
    deadlineZone: vacancy.deadlineZone,
    organisation,
    // Open again for somebody, it is given times as before.
    stage:
      stage.status === 'closed' && (await reopenedAt(db, stage.id)).size > 0
        ? { ...stage, status: 'open' as const }
        : stage,
    schedule: await findSchedule(db, stage.id),
    slots: await slotsOf(db, stage.id),
    candidates: await candidatesAtStage(db, vacancy.reference, stage.code),
    attendances: await attendancesAt(db, stage.id),
    lateWishes: await lateWishesAt(db, stage.id),
    arrangements: await arrangementsFor(db, vacancy.reference),
    now: context.clock(),
    fields,
    numbers,
    errors,
  };
  return page(reply, <StageTimesPage {...shown} />, errors.length > 0 ? 422 : 200);
}

export const errorsOf = (problems: readonly FormProblem[], { request }: Pick<Exchange, 'request'>): FieldError[] =>
  problems.map(({ field, kind }) => ({ field, message: STAFF_INVITATION_TEXTS[request.language].problems[kind] }));

export const back = (exchange: AtStage, done: string) =>
  exchange.reply.redirect(`${addressOf(exchange)}?done=${done}`, 303);

async function setSchedule(exchange: AtStage) {
  const { context, stage } = exchange;
  const before = await findSchedule(context.db, stage.id);
  const typedFields = fieldsIn(exchange.request);
  const slots = await slotsOf(context.db, stage.id);
  const fields =
    before && isFixed(before, slots) ? { ...typedFields, zone: before.zone, kind: before.kind } : typedFields;
  const read = readSchedule(fields, context.clock());
  if (!read.ok) return showStage(exchange, { fields, errors: errorsOf(read.refusal, exchange) });
  const done = await context.db
    .transaction()
    .execute((db) => recordSchedule(db, { stageId: stage.id, asked: read.value, before }, actOf(exchange)));
  if (done) return back(exchange, 'saved');
  const message = explainInvitation({ kind: 'changed-meanwhile' }, read.value.zone)[exchange.request.language];
  return showStage(exchange, { fields, errors: [{ field: 'choose', message }] });
}

async function addTimes(exchange: AtStage) {
  const { context, stage, request } = exchange;
  const fields = fieldsIn(request);
  const refusal = await context.db.transaction().execute(async (db): Promise<FormProblem[] | undefined> => {
    const schedule = await lockSchedule(db, stage.id);
    if (!schedule) return [{ field: 'zone', kind: 'zone' }];
    if (await isTaken(db, schedule)) return [{ field: 'first', kind: 'one-slot' }];
    const read = readSlots(fields, schedule, context.clock());
    if (!read.ok) return read.refusal;
    await recordSlots(db, { stageId: stage.id, slots: read.value }, actOf(exchange));
    return undefined;
  });
  return refusal ? showStage(exchange, { fields, errors: errorsOf(refusal, exchange) }) : back(exchange, 'added');
}

/** Whether there is the one time already that is for everybody; who is seen again after a review has another. */
const isTaken = async (db: Db, { kind, stageId }: Schedule): Promise<boolean> =>
  kind === 'one-time' &&
  (await slotsOf(db, stageId)).some(({ cancelReason }) => cancelReason === null) &&
  (await reopenedAt(db, stageId)).size === 0;

async function offer(exchange: AtStage) {
  const { context, stage, vacancy } = exchange;
  const act = actOf(exchange);
  const done = await context.db.transaction().execute(async (db) => {
    if (!(await recordOffer(db, stage.id, act))) return false;
    const invited = (await candidatesAtStage(db, vacancy.reference, stage.code)).map(
      ({ applicationId }) => applicationId,
    );
    const people = [...(await peopleOf(db, invited)).values()];
    const mails = people.map(({ address, ...person }) =>
      newsMail({ ...person, email: address }, 'step', context.config.PUBLIC_URL),
    );
    await queueMails(db, mails, act.at);
    return true;
  });
  if (done) return back(exchange, 'offered');
  const message = explainInvitation({ kind: 'changed-meanwhile' }, vacancy.deadlineZone)[exchange.request.language];
  return showStage(exchange, { errors: [{ field: 'choose', message }] });
}
