import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { requiresIn } from '../../competition/competition-guard.ts';
import { recusedFrom } from '../../competition/conflict-queries.ts';
import type { Context } from '../../people/context.ts';
import { actorOf } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import { planOf } from '../plan/plan-queries.ts';
import type { PlannedStage } from '../plan/stage-plan.ts';
import { candidatesAtStage } from '../scores/score-queries.ts';
import { GivenPage, PanelReferencesPage } from './panel-reference-pages.tsx';
import { findGiven, recordRead, refereesAt } from './reference-queries.ts';

type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context };
const HERE = '/staff/vacancies/:reference/references';

/** What referees gave: for the panel, of the candidates whom each may judge. Each look is recorded. */
export function panelReferenceRoutes(web: FastifyInstance, context: Context): void {
  const guard = requiresIn(context, 'references:read');
  web.get(HERE, guard, (request, reply) => list({ request, reply, context }));
  web.get(`${HERE}/:referee`, guard, (request, reply) => read({ request, reply, context }));
}

const paramsOf = ({ params }: FastifyRequest) => params as { reference: string; referee: string };

async function stageOf({ request, context }: Exchange): Promise<PlannedStage | undefined> {
  const asking = context.organisation.selection.stages.filter(({ references }) => references);
  return (await planOf(context.db, paramsOf(request).reference)).find(({ code }) =>
    asking.some((one) => one.code === code),
  );
}

async function list(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const { db } = context;
  const { reference } = paramsOf(request);
  const stage = await stageOf(exchange);
  const shown = {
    page: pageContext(request, context),
    reference,
    stage,
    candidates: stage ? await candidatesAtStage(db, reference, stage.code) : [],
    referees: stage ? await refereesAt(db, stage.id) : new Map(),
    recused: await recusedFrom(db, reference, actorOf(request).accountId),
  };
  return page(reply, <PanelReferencesPage {...shown} />);
}

async function read(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const { db } = context;
  const { reference, referee } = paramsOf(request);
  const stage = await stageOf(exchange);
  const id = z.uuid().safeParse(referee);
  const found = stage && id.success ? await findGiven(db, stage.id, id.data) : undefined;
  const candidates = stage ? await candidatesAtStage(db, reference, stage.code) : [];
  const candidate = candidates.find(({ applicationId }) => applicationId === found?.applicationId);
  const actor = actorOf(request);
  const recused = await recusedFrom(db, reference, actor.accountId);
  if (!stage || !found || !candidate || recused.has(candidate.applicationId)) return reply.callNotFound();
  const look = { number: candidate.number, stage: stage.code, actor, at: context.clock() };
  await db.transaction().execute((transaction) => recordRead(transaction, look));
  return page(reply, <GivenPage page={pageContext(request, context)} {...{ reference, candidate }} {...found} />);
}
