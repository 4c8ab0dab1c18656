import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../../people/context.ts';
import { actorOf, requires, signedIn } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import { findVacancy } from '../../vacancies/vacancy-queries.ts';
import { wasSubmitted } from '../application.ts';
import { findDossier } from '../application-queries.ts';
import { fieldsOf, valueOf } from '../drafting/draft.ts';
import { answersFrom, answersUntil, takesAnswers } from './equality.ts';
import { BY_STAGE, EqualityCountsPage, EqualityPage, type ByStage, type EqualityState } from './equality-pages.tsx';
import { countAnswers, countsFor, isFinished } from './equality-queries.ts';
import { areCounted, hasSlip, removeSlip } from './slip-queries.ts';

type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context };

const EQUALITY = '/my/applications/:number/equality';

/** The equality questions to those who have applied, and their counts to those who manage recruitment. */
export function equalityRoutes(web: FastifyInstance, context: Context): void {
  web.get(EQUALITY, signedIn(), (request, reply) => show({ request, reply, context }));
  web.post(EQUALITY, signedIn(), (request, reply) => finish({ request, reply, context }));
  web.post(`${EQUALITY}/by-stage/withdrawal`, signedIn(), (request, reply) => takeBack({ request, reply, context }));
  web.get('/staff/vacancies/:reference/equality', requires('equality:read'), (request, reply) =>
    showCounts({ request, reply, context }),
  );
}

/** Where the questions stand for this application; undefined where they are not asked at all. */
async function find({ request, context }: Exchange) {
  const { db, organisation } = context;
  const { number } = request.params as { number: string };
  const dossier = await findDossier(db, { accountId: actorOf(request).accountId, number }, organisation);
  const rules = organisation.equality;
  if (!dossier || !wasSubmitted(dossier.application.status) || rules.questions.length === 0) return undefined;
  const { id, vacancyReference: reference } = dossier.application;
  const taken = takesAnswers(dossier.vacancy, rules, request.receivedAt);
  const state: EqualityState = (await isFinished(db, id)) ? 'finished' : taken ? 'asked' : 'over';
  const owner = { applicationId: id, reference };
  const byStage: ByStage = !rules.byStage.offered
    ? 'not-offered'
    : (await areCounted(db, reference))
      ? 'counted'
      : (await hasSlip(db, context.equalityKeys, owner))
        ? 'agreed'
        : 'not-agreed';
  return { owner, number, rules, state, byStage };
}

async function show(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const found = await find(exchange);
  if (!found) return reply.callNotFound();
  const { number, rules, state, byStage } = found;
  reply.header('cache-control', 'no-store');
  return page(reply, <EqualityPage page={pageContext(request, context)} {...{ number, rules, state, byStage }} />);
}

async function finish(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const found = await find(exchange);
  if (!found) return reply.callNotFound();
  const { owner, number, rules, state } = found;
  if (state === 'asked') {
    const fields = fieldsOf(request.body);
    const given = Object.fromEntries(rules.questions.map(({ code }) => [code, valueOf(fields, code)]));
    const byStage = valueOf(fields, BY_STAGE) === 'yes';
    const finished = { ...owner, rules, answers: answersFrom(given, rules), byStage };
    await context.db.transaction().execute((one) => countAnswers(one, finished, context.equalityKeys));
  }
  return backTo(number, exchange);
}

/** Takes back that answers are counted by stage; whoever has not agreed, or was counted already, changes nothing by it. */
async function takeBack(exchange: Exchange) {
  const { reply, context } = exchange;
  const found = await find(exchange);
  if (!found) return reply.callNotFound();
  await context.db.transaction().execute((one) => removeSlip(one, context.equalityKeys, found.owner));
  return backTo(found.number, exchange);
}

const backTo = (number: string, { request, reply }: Exchange) =>
  reply.redirect(`/${request.language}/my/applications/${encodeURIComponent(number)}/equality`, 303);

async function showCounts({ request, reply, context }: Exchange) {
  const { reference } = request.params as { reference: string };
  const rules = context.organisation.equality;
  const vacancy = await findVacancy(context.db, reference);
  const counts = await countsFor(context.db, actorOf(request), reference);
  if (!vacancy || !counts) return reply.callNotFound();
  const until = answersUntil(vacancy, rules);
  const open = takesAnswers(vacancy, rules, request.receivedAt);
  const shown = { reference, rules, until, counts: open ? undefined : counts };
  return page(reply, <EqualityCountsPage page={pageContext(request, context)} {...shown} />);
}
