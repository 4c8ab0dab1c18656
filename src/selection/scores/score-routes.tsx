import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fieldsOf, valueOf } from '../../applications/drafting/draft.ts';
import type { Candidate } from '../../competition/candidate-queries.ts';
import { requiresIn } from '../../competition/competition-guard.ts';
import type { Context } from '../../people/context.ts';
import { actorOf } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import type { Db } from '../../schema.ts';
import type { FieldError } from '../../site/forms.tsx';
import { findVacancy } from '../../vacancies/vacancy-queries.ts';
import { panelFactsOf, scorerFor } from '../panel-state-queries.ts';
import { stageName } from '../plan/stage-name.tsx';
import { lockPlan, planOf } from '../plan/plan-queries.ts';
import { doneIn, mayIn } from '../plan/plan-routes.tsx';
import type { PlannedStage } from '../plan/stage-plan.ts';
import { reopenedAt } from '../redo/redo-queries.ts';
import { stageFor } from '../redo/redo.ts';
import { explainBar, explainScores } from '../selection-texts.ts';
import { findTest, scorerOnceWritten } from '../written-test/written-test-queries.ts';
import { list, nameOf, type Exchange } from './score-list-routes.tsx';
import { SheetPage, typedOf, type Typed } from './score-pages.tsx';
import { candidatesAtStage, consensusAt, recordConsensus, recordSheet, sheetsOf } from './score-queries.ts';
import {
  agreeScores,
  saveScores,
  signScores,
  visibleSheets,
  type ConsensusRefusal,
  type Given,
  type ScoreRefusal,
} from './score-sheet.ts';

/** Scores of a stage: each member's own, then what the panel agrees on. */
export function scoreRoutes(web: FastifyInstance, context: Context): void {
  const scores = '/staff/vacancies/:reference/stages/:stage/scores';
  const to =
    (then: (exchange: Exchange) => Promise<unknown>) => async (request: FastifyRequest, reply: FastifyReply) => {
      const vacancy = await findVacancy(context.db, paramsOf(request).reference);
      const planned = vacancy ? await planOf(context.db, vacancy.reference) : [];
      const stage = planned.find(({ id }) => id === paramsOf(request).stage);
      if (!vacancy || !stage || stage.status === 'planned' || stage.assessedBy === 'nobody')
        return reply.callNotFound();
      return then({ request, reply: reply.header('cache-control', 'no-store'), context, vacancy, stage });
    };
  const reads = requiresIn(context, 'selection:read-scores');
  web.get(scores, reads, to(list));
  web.get(`${scores}/:number`, reads, to(showSheet));
  web.post(`${scores}/:number`, requiresIn(context, 'selection:score'), to(score));
  web.post(`${scores}/:number/agreement`, reads, to(agree));
}

const paramsOf = ({ params }: FastifyRequest) => params as { reference: string; stage: string; number: string };
/** All that decides what somebody may see and do about one candidate at one stage. */
async function stateOf(db: Db, { request, context, vacancy, stage: planned }: Exchange) {
  const { accountId } = actorOf(request);
  const candidates = await candidatesAtStage(db, vacancy.reference, planned.code);
  const candidate = candidates.find(({ number }) => number === paramsOf(request).number);
  if (!candidate) return undefined;
  const stage = stageFor(planned, await reopenedAt(db, planned.id), candidate.applicationId);
  const facts = await panelFactsOf(db, vacancy.reference);
  const { scorer: able, standing } = scorerFor(accountId, candidate, { facts, rules: context.organisation.panel });
  const key = { stageId: stage.id, applicationId: candidate.applicationId };
  const scorer = await scorerOnceWritten(db, able, { key, at: context.clock() });
  const sheets = await sheetsOf(db, stage.id, candidate.applicationId);
  const agreed = (await consensusAt(db, stage.id)).find((one) => one.candidate === candidate.applicationId);
  const names = new Map(facts.members.map((member) => [member.accountId, member.name]));
  return { accountId, candidate, stage, scorer, standing, sheets, agreed, names };
}
type State = NonNullable<Awaited<ReturnType<typeof stateOf>>>;

type Shown = { own?: Typed; agreeing?: Typed; errors?: FieldError[] };

async function showSheet(exchange: Exchange, { own, agreeing, errors = [] }: Shown = {}) {
  const { request, reply, context, vacancy } = exchange;
  const state = await stateOf(context.db, exchange);
  // Who is recused neither judges nor sees how others do.
  if (!state || state.scorer.standing === 'recused') return reply.callNotFound();
  const { stage, accountId, candidate, scorer, standing, sheets, agreed, names } = state;
  const test = await findTest(context.db, stage.id);
  const scores = scorer.standing !== 'none';
  const expected = standing.able.map((member) => member.accountId);
  const visible = visibleSheets(sheets, { accountId, scores }, expected);
  const mine = sheets.find((sheet) => sheet.accountId === accountId);
  const seesAgreed = !scores || mine?.signedAt != null || stage.assessedBy === 'outside' || agreed !== undefined;
  const shown = {
    page: { ...pageContext(request, context), ...doneIn(request) },
    reference: vacancy.reference,
    name: stageName(stage.code, context.organisation, request.language),
    zone: vacancy.deadlineZone,
    stage,
    candidate: { number: candidate.number, name: nameOf(candidate, test) },
    paper: test && (await mayIn(exchange, 'written-tests:read')) ? paperOf(exchange) : undefined,
    own: scores
      ? { given: own ?? typedOf(mine?.given ?? {}), version: mine?.version ?? 0, signed: mine?.signedAt != null }
      : undefined,
    others: visible
      .filter((sheet) => sheet.accountId !== accountId)
      .map((sheet) => ({ ...sheet, name: names.get(sheet.accountId) ?? '–' })),
    mayScore: scorer.standing === 'able' && stage.status === 'open' && stage.assessedBy === 'panel' && !agreed,
    barred: explainBar(scorer)?.[request.language],
    again: stage.status !== exchange.stage.status,
    agreed: seesAgreed ? agreed : undefined,
    agreeing: await agreeingOf(exchange, state, agreeing),
    errors,
  };
  return page(reply, <SheetPage {...shown} />, errors.length > 0 ? 422 : 200);
}

/** The form of what is agreed: for the chair once all have signed, or for a result from outside. */
async function agreeingOf(exchange: Exchange, { stage, agreed, sheets, standing }: State, typed: Typed | undefined) {
  if (stage.status !== 'open') return undefined;
  const kind = stage.assessedBy === 'panel' ? ('agree' as const) : ('enter' as const);
  if (!(await mayIn(exchange, kind === 'agree' ? 'selection:agree' : 'selection:enter-scores'))) return undefined;
  const signed = sheets.filter(({ signedAt }) => signedAt !== null);
  const waits = standing.able.some((member) => !signed.some((sheet) => sheet.accountId === member.accountId));
  if (kind === 'agree' && (waits || !standing.reached)) return undefined;
  const given = typed ?? typedOf(agreed?.given ?? sharedBy(signed.map((sheet) => sheet.given)));
  return { given, version: agreed?.version ?? 0, kind };
}

/** Points that all gave alike: what differs is the panel's to fill in. */
function sharedBy(sheets: readonly Given[]): Given {
  const [first = {}, ...rest] = sheets;
  const alike = Object.entries(first).filter(([key, { points }]) =>
    rest.every((sheet) => sheet[key]?.points === points),
  );
  return Object.fromEntries(alike.map(([key, { points }]) => [key, { points, note: '' }]));
}

/** What was typed, and what of it is points. */
function readGiven({ body }: FastifyRequest, { items }: PlannedStage, prefix: string): { typed: Typed; given: Given } {
  const fields = fieldsOf(body);
  const typed = Object.fromEntries(
    items.map(({ key }) => {
      const note = valueOf(fields, `${prefix}note-${key}`).replaceAll(/\r\n?/g, '\n');
      return [key, { points: valueOf(fields, `${prefix}points-${key}`), note }];
    }),
  );
  const given = Object.entries(typed).flatMap(([key, { points, note }]) =>
    /^\d{1,3}$/.test(points) ? [[key, { points: Number(points), note }]] : [],
  );
  return { typed, given: Object.fromEntries(given) as Given };
}

function errorsFor(
  refusal: ScoreRefusal | ConsensusRefusal,
  { request, stage }: Exchange,
  prefix: string,
): FieldError[] {
  const message = explainScores(refusal)[request.language];
  const points = (key: string): FieldError => ({ field: `${prefix}points-${key}`, message });
  if (refusal.kind === 'points-missing') return refusal.items.map(({ key }) => points(key));
  if (refusal.kind === 'not-on-scale') return [points(refusal.item.key)];
  if (refusal.kind === 'note-missing')
    return refusal.items.map(({ key }) => ({ field: `${prefix}note-${key}`, message }));
  return [points(stage.items[0]?.key ?? '')];
}

const versionIn = ({ body }: FastifyRequest): number => Number(valueOf(fieldsOf(body), 'version')) || 0;

const by = ({ request, context, stage }: Exchange, candidate: Candidate) => ({
  stageId: stage.id,
  stage: stage.code,
  candidate,
  actor: actorOf(request),
  at: context.clock(),
});

async function score(exchange: Exchange) {
  const { request, reply, context, vacancy } = exchange;
  const sign = valueOf(fieldsOf(request.body), 'do') === 'sign';
  const { typed, given } = readGiven(request, exchange.stage, '');
  const done = await context.db.transaction().execute(async (db) => {
    await lockPlan(db, vacancy.reference);
    const state = await stateOf(db, exchange);
    if (!state) return 'gone' as const;
    const { stage, scorer, agreed, sheets, candidate, accountId } = state;
    const before = sheets.find((sheet) => sheet.accountId === accountId);
    const scoring = { stage, scorer, given, before, agreed: agreed !== undefined };
    const taken = sign ? signScores(scoring) : saveScores(scoring);
    if (!taken.ok) return taken;
    const written = await recordSheet(
      db,
      { given: taken.value, sign, version: versionIn(request) },
      by(exchange, candidate),
    );
    return written ? taken : ('meanwhile' as const);
  });
  if (done === 'gone') return reply.callNotFound();
  if (done === 'meanwhile') return showSheet(exchange);
  if (!done.ok) return showSheet(exchange, { own: typed, errors: errorsFor(done.refusal, exchange, '') });
  return reply.redirect(`${placeOf(exchange)}?done=${sign ? 'signed' : 'kept'}`, 303);
}

const paperOf = ({ request, vacancy, stage }: Exchange) =>
  `/${request.language}/staff/vacancies/${vacancy.reference}/stages/${stage.id}/tests/${paramsOf(request).number}`;

const placeOf = ({ request, vacancy, stage }: Exchange) =>
  `/${request.language}/staff/vacancies/${vacancy.reference}/stages/${stage.id}/scores/${paramsOf(request).number}`;

async function agree(exchange: Exchange) {
  const { request, reply, context, vacancy } = exchange;
  if (!(await mayIn(exchange, exchange.stage.assessedBy === 'panel' ? 'selection:agree' : 'selection:enter-scores')))
    return reply.callNotFound();
  const { typed, given } = readGiven(request, exchange.stage, 'agreed-');
  const done = await context.db.transaction().execute(async (db) => {
    await lockPlan(db, vacancy.reference);
    const state = await stateOf(db, exchange);
    if (!state || state.scorer.standing === 'recused') return 'gone' as const;
    const { stage, standing, sheets, candidate } = state;
    const signed = sheets.filter(({ signedAt }) => signedAt !== null);
    const unsigned = standing.able.filter((member) => !signed.some((sheet) => sheet.accountId === member.accountId));
    const names = unsigned.map((member) => member.name);
    const taken = agreeScores({ stage, given, quorum: standing.reached, unsigned: names, signed });
    if (!taken.ok) return taken;
    const members = signed.map((sheet) => sheet.accountId);
    const written = await recordConsensus(
      db,
      { given: taken.value, members, version: versionIn(request) },
      by(exchange, candidate),
    );
    return written ? taken : ('meanwhile' as const);
  });
  if (done === 'gone') return reply.callNotFound();
  if (done === 'meanwhile') return showSheet(exchange);
  if (!done.ok) return showSheet(exchange, { agreeing: typed, errors: errorsFor(done.refusal, exchange, 'agreed-') });
  return reply.redirect(`${placeOf(exchange)}?done=agreed`, 303);
}
