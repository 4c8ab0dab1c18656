import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answersUntil, takesAnswers } from '../../applications/equality/equality.ts';
import type { Context } from '../../people/context.ts';
import { actorOf, requires } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import { attachmentHeaders } from '../../platform/files.ts';
import { findVacancy } from '../../vacancies/vacancy-queries.ts';
import type { Vacancy } from '../../vacancies/vacancy.ts';
import { balanceOf, groupsFrom } from './balance.ts';
import { BalancePage } from './balance-pages.tsx';
import { nationalityCounts } from './balance-queries.ts';
import { byStageCsv } from './by-stage-csv.ts';
import { countedFigures, countSlips, recordLook } from './by-stage-queries.ts';
import type { ByStageState } from './by-stage-section.tsx';
import { BY_STAGE_TEXTS } from './by-stage-texts.ts';
import { mayBeCounted } from './by-stage.ts';

type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context; vacancy: Vacancy };

const BALANCE = '/staff/vacancies/:reference/balance';

/** The balance of a competition by nationality and by answers on equal access, for those who answer for recruitment. */
export function balanceRoutes(web: FastifyInstance, context: Context): void {
  const guard = requires('equality:read');
  const withVacancy =
    (then: (exchange: Exchange) => Promise<unknown>) => async (request: FastifyRequest, reply: FastifyReply) => {
      const vacancy = await findVacancy(context.db, (request.params as { reference: string }).reference);
      return vacancy ? then({ request, reply, context, vacancy }) : reply.callNotFound();
    };
  web.get(BALANCE, guard, withVacancy(show));
  web.post(`${BALANCE}/by-stage`, guard, withVacancy(count));
  web.get(`${BALANCE}/by-stage.csv`, guard, withVacancy(save));
}

const stagesOf = ({ organisation }: Context) => organisation.selection.stages.filter(({ invitation }) => invitation);

async function show(exchange: Exchange, status = 200) {
  const { request, reply, context, vacancy } = exchange;
  const { db, organisation } = context;
  const { reference } = vacancy;
  const stages = stagesOf(context);
  const found = await nationalityCounts(db, actorOf(request), { reference, stages: stages.map(({ code }) => code) });
  if (!found) return reply.callNotFound();
  const { smallestShown: smallest, questions } = organisation.equality;
  const byStage = await byStageState(exchange, found.undecided);
  const shown = {
    page: pageContext(request, context),
    reference,
    stages: stages.map(({ name }) => name[request.language]),
    undecided: found.undecided,
    balance: balanceOf(groupsFrom(found.counts, stages.length + 2), smallest),
    smallest,
    asks: questions.length > 0,
    byStage,
  };
  if (byStage.kind === 'counted') await recordLook(db, { reference, actor: actorOf(request), at: context.clock() });
  reply.header('cache-control', 'no-store');
  return page(reply, <BalancePage {...shown} />, status);
}

async function byStageState({ request, context, vacancy }: Exchange, undecided: number): Promise<ByStageState> {
  const counted = await countedFigures(context.db, actorOf(request), vacancy.reference);
  if (counted) return { kind: 'counted', counted, zone: vacancy.deadlineZone };
  const rules = context.organisation.equality;
  const allowed = mayBeCounted({ rules, answers: answersOf(context, vacancy), undecided });
  return allowed.ok ? { kind: 'to-count' } : allowed.refusal;
}

function answersOf({ organisation: { equality }, clock }: Context, vacancy: Vacancy) {
  return { open: takesAnswers(vacancy, equality, clock()), until: answersUntil(vacancy, equality) };
}

/** Counts the slips, once; whoever asks again finds what was counted. */
async function count(exchange: Exchange) {
  const { request, reply, context, vacancy } = exchange;
  const { reference } = vacancy;
  const counted = await countSlips(context.db, context.equalityKeys, {
    reference,
    rules: context.organisation.equality,
    stages: stagesOf(context),
    answers: answersOf(context, vacancy),
    actor: actorOf(request),
    at: context.clock(),
  });
  if (!counted.ok) return show(exchange, 422);
  return reply.redirect(`/${request.language}/staff/vacancies/${reference}/balance`, 303);
}

async function save({ request, reply, context, vacancy: { reference } }: Exchange) {
  const { language } = request;
  const actor = actorOf(request);
  const counted = await countedFigures(context.db, actor, reference);
  if (!counted?.figures) return reply.callNotFound();
  await recordLook(context.db, { reference, actor, at: context.clock() });
  return reply
    .headers({ ...attachmentHeaders(BY_STAGE_TEXTS[language].file(reference)), 'cache-control': 'no-store' })
    .type('text/csv; charset=utf-8')
    .send(byStageCsv(counted.figures, language));
}
