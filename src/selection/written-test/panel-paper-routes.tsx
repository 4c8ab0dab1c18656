import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { requiresIn } from '../../competition/competition-guard.ts';
import { recusedFrom } from '../../competition/conflict-queries.ts';
import { doerOf } from '../../people/actor.ts';
import type { Context } from '../../people/context.ts';
import { actorOf } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import { panelFactsOf, scorerFor } from '../panel-state-queries.ts';
import { planOf } from '../plan/plan-queries.ts';
import { stageName } from '../plan/stage-name.tsx';
import { candidatesAtStage } from '../scores/score-queries.ts';
import { explainScores } from '../selection-texts.ts';
import { PaperPage } from './panel-paper-pages.tsx';
import { findTest, recordRead, settlePaper } from './written-test-queries.ts';
import { isSettled } from './written-test.ts';

type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context };

/** What a candidate wrote, once it is handed in: for the panel that judges it and its secretary. Each look is recorded. */
export function panelPaperRoutes(web: FastifyInstance, context: Context): void {
  web.get(
    '/staff/vacancies/:reference/stages/:stage/tests/:number',
    requiresIn(context, 'written-tests:read'),
    (request, reply) => read({ request, reply: reply.header('cache-control', 'no-store'), context }),
  );
}

const paramsOf = ({ params }: FastifyRequest) => params as { reference: string; stage: string; number: string };

/** The test and the candidate of an address, for somebody who may look at them. */
async function find({ request, context }: Exchange) {
  const { db } = context;
  const { reference, stage: id, number } = paramsOf(request);
  const stage = (await planOf(db, reference)).find((one) => one.id === id);
  const test = stage && (await findTest(db, stage.id));
  const candidates = stage && test ? await candidatesAtStage(db, reference, stage.code) : [];
  const candidate = candidates.find((one) => one.number === number);
  if (!stage || !test || !candidate) return undefined;
  const { accountId } = actorOf(request);
  if ((await recusedFrom(db, reference, accountId)).has(candidate.applicationId)) return undefined;
  const facts = await panelFactsOf(db, reference);
  const { scorer } = scorerFor(accountId, candidate, { facts, rules: context.organisation.panel });
  return { reference, stage, test, candidate, scorer };
}

async function read(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const found = await find(exchange);
  if (!found) return reply.callNotFound();
  const { reference, stage, test, candidate, scorer } = found;
  const { givenNames, familyName, number, applicationId } = candidate;
  const { language } = request;
  const at = context.clock();
  const shown = {
    page: pageContext(request, context),
    reference,
    stage: { id: stage.id, name: stageName(stage.code, context.organisation, language) },
    test,
    number,
    name: test.byNumber ? undefined : `${givenNames} ${familyName}`.trim(),
  };
  if (scorer.standing === 'undeclared') {
    const barred = explainScores({ kind: 'not-declared' })[language];
    return page(reply, <PaperPage {...shown} barred={barred} paper={undefined} readable={false} />, 403);
  }
  const author = {
    key: { stageId: stage.id, applicationId },
    number,
    stage: stage.code,
    by: doerOf(actorOf(request)),
    at,
  };
  const paper = await context.db.transaction().execute(async (db) => {
    const settled = await settlePaper(db, author);
    if (settled && isSettled(settled, at)) await recordRead(db, author);
    return settled;
  });
  const readable = paper !== undefined && isSettled(paper, at);
  return page(reply, <PaperPage {...shown} paper={paper} readable={readable} barred={undefined} />);
}
