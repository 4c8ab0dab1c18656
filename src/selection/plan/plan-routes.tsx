import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fieldsOf, valueOf } from '../../applications/drafting/draft.ts';
import { requiresIn } from '../../competition/competition-guard.ts';
import { rolesIn } from '../../competition/member-queries.ts';
import type { Context } from '../../people/context.ts';
import { actorOf } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import { permits, type Permission } from '../../people/permissions.ts';
import type { Localized } from '../../platform/language.ts';
import type { Result } from '../../platform/result.ts';
import type { Db } from '../../schema.ts';
import type { FieldError } from '../../site/forms.tsx';
import { findVacancy } from '../../vacancies/vacancy-queries.ts';
import type { Vacancy } from '../../vacancies/vacancy.ts';
import { candidatesAtStage, consensusAt, isScored } from '../scores/score-queries.ts';
import { explainPlan, SELECTION_TEXTS } from '../selection-texts.ts';
import { freezeQuestions } from '../written-test/written-test-queries.ts';
import { itemsOf } from './notice-items.ts';
import { formOfStage, readStageForm, settingsIn, type StageForm } from './plan-form.ts';
import { PlanPage } from './plan-pages.tsx';
import { changesOf, lockPlan, planOf, recordNewStage, recordStage, removeStage } from './plan-queries.ts';
import { stageName } from './stage-name.tsx';
import { StagePage } from './stage-pages.tsx';
import { addStage, changeStage, closeStage, openStage, type PlannedStage, type PlanRefusal } from './stage-plan.ts';

type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context; vacancy: Vacancy };

/** The plan of a selection: to be read by all who work on it, and made by those who arrange it. */
export function planRoutes(web: FastifyInstance, context: Context): void {
  const stages = '/staff/vacancies/:reference/stages';
  const to =
    (then: (exchange: Exchange) => Promise<unknown>) => async (request: FastifyRequest, reply: FastifyReply) => {
      const vacancy = await findVacancy(context.db, paramsOf(request).reference);
      return vacancy ? then({ request, reply, context, vacancy }) : reply.callNotFound();
    };
  const plans = requiresIn(context, 'selection:plan');
  web.get(stages, requiresIn(context, 'competition:read'), to(showPlan));
  web.post(stages, plans, to(add));
  web.get(`${stages}/:stage`, plans, to(showStage));
  web.post(`${stages}/:stage`, plans, to(save));
  web.post(`${stages}/:stage/opening`, plans, to(open));
  web.post(`${stages}/:stage/closing`, plans, to(close));
  web.post(`${stages}/:stage/removal`, plans, to(remove));
}

const paramsOf = ({ params }: FastifyRequest) => params as { reference: string; stage: string };
const placeOf = ({ request, vacancy }: Exchange) => `/${request.language}/staff/vacancies/${vacancy.reference}/stages`;

/** Whether somebody may, here: by a role of theirs, or by what they are entrusted with in this competition. */
export async function mayIn({ request, context, vacancy }: Exchange, permission: Permission): Promise<boolean> {
  const actor = actorOf(request);
  const there = (await rolesIn(context.db, vacancy.reference, actor.accountId)) ?? [];
  return permits([...actor.roles, ...there], permission);
}

const DONE = ['planned', 'saved', 'opened', 'closed', 'removed', 'signed', 'kept', 'agreed'] as const;

/** What the page is told at its head that a redirect leads to. */
export function doneIn({ query, language }: FastifyRequest): { notice?: string } {
  const done = DONE.find((known) => known === (query as { done?: string }).done);
  return done ? { notice: SELECTION_TEXTS[language].done[done] } : {};
}

async function showPlan(exchange: Exchange, errors: FieldError[] = []) {
  const { request, reply, context, vacancy } = exchange;
  const shown = {
    page: {
      ...pageContext(request, context),
      path: `/staff/vacancies/${vacancy.reference}/stages`,
      ...doneIn(request),
    },
    reference: vacancy.reference,
    vacancyTitle: vacancy.notice.title,
    organisation: context.organisation,
    planned: await planOf(context.db, vacancy.reference),
    may: {
      plan: await mayIn(exchange, 'selection:plan'),
      scores: await mayIn(exchange, 'selection:read-scores'),
    },
    errors,
  };
  return page(reply, <PlanPage {...shown} />, errors.length > 0 ? 422 : 200);
}

const nameIn =
  ({ context }: Exchange) =>
  (code: string): Localized => ({
    en: stageName(code, context.organisation, 'en'),
    fr: stageName(code, context.organisation, 'fr'),
  });

const told = (exchange: Exchange, refusal: PlanRefusal): string =>
  explainPlan(refusal, nameIn(exchange))[exchange.request.language];

const by = ({ request, context, vacancy }: Exchange) => ({
  reference: vacancy.reference,
  actor: actorOf(request),
  at: context.clock(),
});

async function add(exchange: Exchange) {
  const { request, reply, context, vacancy } = exchange;
  const code = valueOf(fieldsOf(request.body), 'code');
  const added = await context.db.transaction().execute(async (db) => {
    await lockPlan(db, vacancy.reference);
    const planned = await planOf(db, vacancy.reference);
    const stage = addStage(code, { planned, organisation: context.organisation });
    return stage.ok ? { ok: true as const, id: await recordNewStage(db, stage.value, by(exchange)) } : stage;
  });
  if (!added.ok) return showPlan(exchange, [{ field: 'code', message: told(exchange, added.refusal) }]);
  return reply.redirect(`${placeOf(exchange)}/${added.id}?done=planned`, 303);
}

const stageIn = (planned: readonly PlannedStage[], request: FastifyRequest) =>
  planned.find(({ id }) => id === paramsOf(request).stage);

type Shown = { form?: StageForm; errors?: FieldError[]; problem?: string };

async function showStage(exchange: Exchange, { form, errors = [], problem }: Shown = {}) {
  const { request, reply, context, vacancy } = exchange;
  const stage = stageIn(await planOf(context.db, vacancy.reference), request);
  if (!stage || stage.status === 'closed') return reply.callNotFound();
  const shown = {
    page: { ...pageContext(request, context), ...doneIn(request) },
    reference: vacancy.reference,
    vacancyTitle: vacancy.notice.title,
    zone: vacancy.deadlineZone,
    organisation: context.organisation,
    stage,
    items: itemsOf(vacancy.notice),
    changes: await changesOf(context.db, stage.id),
    form: form ?? formOfStage(stage),
    errors,
    problem,
  };
  return page(reply, <StagePage {...shown} />, errors.length > 0 || problem ? 422 : 200);
}

async function save(exchange: Exchange) {
  const { request, reply, vacancy } = exchange;
  const t = SELECTION_TEXTS[request.language];
  const items = itemsOf(vacancy.notice);
  const form = readStageForm(request.body, items);
  const { settings, problems } = settingsIn(form, items);
  if (problems.length > 0)
    return showStage(exchange, { form, errors: problems.map(({ field, kind }) => ({ field, message: t[kind] })) });
  const version = Number(valueOf(fieldsOf(request.body), 'version'));
  const reason = form['reason'] ?? '';
  const changed = await change(
    exchange,
    async (db, stage) =>
      stage.version === version
        ? changeStage(stage, settings, { reason, scored: await isScored(db, stage.id) })
        : undefined,
    reason,
  );
  if (changed === 'gone') return reply.callNotFound();
  if (changed === 'meanwhile') return showStage(exchange, { form, problem: t.changedMeanwhile });
  if (!changed.ok)
    return showStage(exchange, {
      form,
      errors: [{ field: fieldOf(changed.refusal), message: told(exchange, changed.refusal) }],
    });
  return reply.redirect(`${placeOf(exchange)}?done=saved`, 303);
}

const FIELDS: Partial<Record<PlanRefusal['kind'], string>> = {
  'reason-missing': 'reason',
  'dates-reversed': 'to',
  'dates-missing': 'from',
  scored: 'weight',
  'nothing-scored': 'assessed-by',
};
const fieldOf = (refusal: PlanRefusal): string =>
  refusal.kind === 'question-missing' ? `question-en-${refusal.item.key}` : (FIELDS[refusal.kind] ?? 'weight');

type Moved = Result<PlannedStage, PlanRefusal> | undefined;
type Move = (db: Db, stage: PlannedStage, planned: PlannedStage[]) => Moved | Promise<Moved>;

/** Decides on a stage as it is now, held, and writes what becomes of it. */
async function change(exchange: Exchange, move: Move, reason = '') {
  const { request, context, vacancy } = exchange;
  return context.db.transaction().execute(async (db) => {
    await lockPlan(db, vacancy.reference);
    const planned = await planOf(db, vacancy.reference);
    const stage = stageIn(planned, request);
    if (!stage) return 'gone' as const;
    const moved = await move(db, stage, planned);
    if (!moved) return 'meanwhile' as const;
    if (!moved.ok) return moved;
    const written = await recordStage(db, { before: stage, after: moved.value, reason }, by(exchange));
    if (!written) return 'meanwhile' as const;
    await freezeQuestions(db, moved.value);
    return moved;
  });
}

async function moveOn(exchange: Exchange, move: Move, done: string) {
  const { reply } = exchange;
  const moved = await change(exchange, move);
  if (moved === 'gone' || moved === 'meanwhile') return reply.callNotFound();
  if (!moved.ok) return showPlan(exchange, [{ field: 'code', message: told(exchange, moved.refusal) }]);
  return reply.redirect(`${placeOf(exchange)}?done=${done}`, 303);
}

const open = (exchange: Exchange) =>
  moveOn(
    exchange,
    (_, stage, planned) =>
      openStage(stage, { planned, scale: exchange.context.organisation.scoring.scale, at: exchange.context.clock() }),
    'opened',
  );

const close = (exchange: Exchange) =>
  moveOn(
    exchange,
    async (db, stage) => closeStage(stage, await unfinished(db, stage, exchange), exchange.context.clock()),
    'closed',
  );

/** Of those invited to a stage that is scored, how many the panel has not agreed on. */
async function unfinished(db: Db, stage: PlannedStage, { vacancy }: Exchange): Promise<number> {
  if (stage.assessedBy === 'nobody') return 0;
  const agreed = new Set((await consensusAt(db, stage.id)).map(({ candidate }) => candidate));
  const candidates = await candidatesAtStage(db, vacancy.reference, stage.code);
  return candidates.filter(({ applicationId, position }) => position === 'invited' && !agreed.has(applicationId))
    .length;
}

async function remove(exchange: Exchange) {
  const { request, reply, context, vacancy } = exchange;
  const removed = await context.db.transaction().execute(async (db) => {
    await lockPlan(db, vacancy.reference);
    const stage = stageIn(await planOf(db, vacancy.reference), request);
    if (stage?.status !== 'planned') return false;
    await removeStage(db, stage, by(exchange));
    return true;
  });
  return removed ? reply.redirect(`${placeOf(exchange)}?done=removed`, 303) : reply.callNotFound();
}
