import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { requiresIn } from '../../competition/competition-guard.ts';
import type { Context } from '../../people/context.ts';
import { actorOf } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import type { FieldError } from '../../site/forms.tsx';
import { findVacancy } from '../../vacancies/vacancy-queries.ts';
import type { Vacancy } from '../../vacancies/vacancy.ts';
import { ensureSchedule } from '../invitations/schedule-queries.ts';
import { lockPlan, planOf } from '../plan/plan-queries.ts';
import { stageName } from '../plan/stage-name.tsx';
import type { PlannedStage } from '../plan/stage-plan.ts';
import { formOfTest, readTestForm, settingsIn, type TestForm } from './test-form.ts';
import { findTest, isBegun, recordTest, removeTest } from './written-test-queries.ts';
import { WrittenTestPage } from './written-test-pages.tsx';
import { explainTest, WRITTEN_TEST_TEXTS } from './written-test-texts.ts';
import { writtenAgain } from './test-window-queries.ts';
import { changeTest, questionsOf } from './written-test.ts';

export type Exchange = {
  request: FastifyRequest;
  reply: FastifyReply;
  context: Context;
  vacancy: Vacancy;
  stage: PlannedStage;
};

/** Whether a planned stage is written in the product, and how: for those who plan. */
export function writtenTestRoutes(web: FastifyInstance, context: Context): void {
  const address = '/staff/vacancies/:reference/stages/:stage/written-test';
  const plans = requiresIn(context, 'selection:plan');
  web.get(
    address,
    plans,
    atTest(context, (exchange) => show(exchange)),
  );
  web.post(address, plans, atTest(context, set));
  web.post(`${address}/removal`, plans, atTest(context, remove));
}

/** A route about how one planned stage is written. */
export const atTest =
  (context: Context, then: (exchange: Exchange) => Promise<unknown>) =>
  async (request: FastifyRequest, reply: FastifyReply) => {
    const { reference, stage: id } = request.params as { reference: string; stage: string };
    const vacancy = await findVacancy(context.db, reference);
    const stage = vacancy && (await planOf(context.db, reference)).find((one) => one.id === id);
    return vacancy && stage ? then({ request, reply, context, vacancy, stage }) : reply.callNotFound();
  };

export const placeOf = ({ request, vacancy, stage }: Exchange) =>
  `/${request.language}/staff/vacancies/${vacancy.reference}/stages/${stage.id}/written-test`;

type Shown = { form?: TestForm; window?: { number: string; form: TestForm }; errors?: FieldError[]; problem?: string };

export async function show(exchange: Exchange, { form, window, errors = [], problem }: Shown = {}) {
  const { request, reply, context, vacancy, stage } = exchange;
  const { db, organisation } = context;
  const test = await findTest(db, stage.id);
  const t = WRITTEN_TEST_TEXTS[request.language];
  const done = (['set', 'removed', 'window'] as const).find(
    (known) => known === (request.query as { done?: string }).done,
  );
  const shown = {
    page: {
      ...pageContext(request, context),
      path: `/staff/vacancies/${vacancy.reference}/stages/${stage.id}/written-test`,
      query: undefined,
      ...(done && errors.length === 0 && !problem && { notice: t.staffDone[done] }),
    },
    reference: vacancy.reference,
    name: stageName(stage.code, organisation, request.language),
    zone: vacancy.deadlineZone,
    stage,
    test,
    questions: test && test.questions.length > 0 ? test.questions : questionsOf(stage),
    begun: await isBegun(db, stage.id),
    form: form ?? formOfTest(test, vacancy.deadlineZone),
    again: test ? await writtenAgain(db, exchange, test) : [],
    window,
    errors,
    problem,
  };
  return page(reply, <WrittenTestPage {...shown} />, errors.length > 0 || problem ? 422 : 200);
}

const by = ({ request, context, vacancy }: Exchange) => ({
  reference: vacancy.reference,
  actor: actorOf(request),
  at: context.clock(),
});

/** Sets how the stage is written, decided while its plan is held: it opens before or after, and takes its questions along. */
async function set(exchange: Exchange) {
  const { request, reply, context, vacancy, stage } = exchange;
  const t = WRITTEN_TEST_TEXTS[request.language];
  const form = readTestForm(request.body);
  const read = settingsIn(form, vacancy.deadlineZone);
  if (!read.ok)
    return show(exchange, { form, errors: read.refusal.map(({ field, kind }) => ({ field, message: t[kind] })) });
  const done = await context.db.transaction().execute(async (db) => {
    await lockPlan(db, vacancy.reference);
    const now = (await planOf(db, vacancy.reference)).find(({ id }) => id === stage.id);
    if (!now) return 'gone' as const;
    const before = await findTest(db, stage.id);
    const changed = changeTest(read.value, { stage: now, before, begun: await isBegun(db, stage.id) });
    if (!changed.ok) return changed;
    const version = Number(form['version']) || 0;
    const written = await recordTest(db, { stage: now, settings: changed.value, version }, by(exchange));
    if (!written) return 'meanwhile' as const;
    await ensureSchedule(db, { stageId: now.id, zone: vacancy.deadlineZone, at: changed.value.opensAt });
    return changed;
  });
  if (done === 'gone') return reply.callNotFound();
  if (done === 'meanwhile') return show(exchange, { problem: t.changedMeanwhile });
  if (!done.ok) {
    const field = done.refusal.kind === 'reversed' ? 'closes' : 'minutes';
    return show(exchange, { form, errors: [{ field, message: explainTest(done.refusal)[request.language] }] });
  }
  return reply.redirect(`${placeOf(exchange)}?done=set`, 303);
}

async function remove(exchange: Exchange) {
  const { request, reply, context, vacancy, stage } = exchange;
  const removed = await context.db.transaction().execute(async (db) => {
    await lockPlan(db, vacancy.reference);
    return removeTest(db, stage, by(exchange));
  });
  if (!removed) return show(exchange, { problem: explainTest({ kind: 'begun' })[request.language] });
  return reply.redirect(`${placeOf(exchange)}?done=removed`, 303);
}
