import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fieldsOf, marksText, readMarks, valueOf } from '../../applications/drafting/draft.ts';
import { doerOf } from '../../people/actor.ts';
import type { Context } from '../../people/context.ts';
import { actorOf, signedIn } from '../../people/guard.ts';
import { formPageContext, page } from '../../people/page.ts';
import type { Result } from '../../platform/result.ts';
import type { Db } from '../../schema.ts';
import { formatClock, formatInstant, timeIn } from '../../site/dates.ts';
import { SITE_TEXTS } from '../../site/site-texts.ts';
import { findOwnInvited, type OwnInvited } from '../invitations/invitation-queries.ts';
import { planOf } from '../plan/plan-queries.ts';
import type { PlannedStage } from '../plan/stage-plan.ts';
import { reopenedFor } from '../redo/redo-queries.ts';
import { MyWrittenTestPage } from './my-written-test-pages.tsx';
import type { Met, Unkept } from './my-written-test-props.ts';
import { holdExtraMinutes } from './more-time-queries.ts';
import {
  extraMinutesFor,
  findPaper,
  lockPaper,
  recordBegun,
  recordPaper,
  settlePaper,
  testFor,
  testsOf,
  type Author,
} from './written-test-queries.ts';
import { explainSave, WRITTEN_TEST_TEXTS } from './written-test-texts.ts';
import {
  begin,
  handIn,
  momentOf,
  save,
  timeFor,
  type Moment,
  type Paper,
  type SaveRefusal,
  type Typed,
} from './written-test.ts';

type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context };

/** The written tests of one application: begun, written and handed in by its author alone, by the server's clock. */
export function myWrittenTestRoutes(web: FastifyInstance, context: Context): void {
  const address = '/my/applications/:number/written-test';
  const to = (then: (exchange: Exchange) => Promise<unknown>) => (request: FastifyRequest, reply: FastifyReply) =>
    then({ request, reply: reply.header('cache-control', 'no-store'), context });
  web.get(address, signedIn(), to(show));
  web.post(`${address}/begin`, signedIn(), to(start));
  web.post(address, signedIn(), to(write));
}

const numberOf = ({ params }: FastifyRequest) => (params as { number: string }).number;
const findOwn = ({ request, context }: Exchange) =>
  findOwnInvited(context.db, { accountId: actorOf(request).accountId, number: numberOf(request) });
const placeOf = ({ request }: Exchange) =>
  `/${request.language}/my/applications/${encodeURIComponent(numberOf(request))}/written-test`;

/** Each test that somebody is invited to, as they meet it now. */
async function testsFor(db: Db, own: OwnInvited, at: Date): Promise<Met[]> {
  const stages = (await planOf(db, own.reference)).filter(({ code }) => own.stages.includes(code));
  const tests = await testsOf(db, own.reference);
  const reopened = await reopenedFor(db, own.applicationId);
  const met: Met[] = [];
  for (const stage of stages) {
    const test = tests.find(({ stageId }) => stageId === stage.id);
    if (!test) continue;
    const status = reopened.has(stage.id) ? 'open' : stage.status;
    const ownTest = await testFor(db, test, own.applicationId);
    met.push(await meet(db, { own, stage: { ...stage, status }, at, test: ownTest }));
  }
  return met;
}

type Meeting = { own: OwnInvited; stage: PlannedStage; at: Date; test: Met['test'] };

async function meet(db: Db, { own, stage, at, test }: Meeting): Promise<Met> {
  const key = { stageId: stage.id, applicationId: own.applicationId };
  const meeting = { test, goesOn: own.goesOn && stage.status === 'open', paper: await findPaper(db, key) };
  return { ...meeting, stage, time: timeFor(test, await extraMinutesFor(db, key)), moment: momentOf(meeting, at) };
}

/** What concerns them most comes first: what is being written, what can be begun. */
const ORDER: Moment[] = ['under-way', 'open', 'early', 'not-ready', 'handed-in', 'missed'];
const byConcern = (one: Met, other: Met) => ORDER.indexOf(one.moment) - ORDER.indexOf(other.moment);

const authorOf = ({ request }: Exchange, own: OwnInvited, stage: PlannedStage): Author => ({
  key: { stageId: stage.id, applicationId: own.applicationId },
  number: own.number,
  stage: stage.code,
  by: doerOf(actorOf(request)),
  at: request.receivedAt,
});

type Shown = { stage?: string; unkept?: Unkept; problem?: string };

async function show(exchange: Exchange, { stage, unkept, problem }: Shown = {}) {
  const { request, reply, context } = exchange;
  const own = await findOwn(exchange);
  if (!own) return reply.callNotFound();
  const { db, organisation } = context;
  const now = request.receivedAt;
  const tests = (await testsFor(db, own, now)).toSorted(byConcern);
  for (const met of tests.filter(({ moment, paper }) => moment === 'handed-in' && paper?.handedInAt === null))
    await db.transaction().execute((transaction) => settlePaper(transaction, authorOf(exchange, own, met.stage)));
  const t = WRITTEN_TEST_TEXTS[request.language];
  const done = (['begun', 'saved', 'handed-in'] as const).find(
    (known) => known === (request.query as { done?: string }).done,
  );
  const shown = {
    page: formPageContext(request, context, {
      path: `/my/applications/${own.number}/written-test`,
      notice: done && !unkept && !problem ? t.done[done] : undefined,
    }),
    number: own.number,
    zone: own.deadlineZone,
    organisation,
    now,
    met: tests.find((one) => one.stage.code === stage) ?? tests[0],
    others: tests.length > 1 ? tests : [],
    unkept,
    problem,
  };
  return page(reply, <MyWrittenTestPage {...shown} />, statusOf(unkept, problem));
}

function statusOf(unkept: Unkept | undefined, problem: string | undefined): number {
  if (!unkept) return problem ? 409 : 200;
  return unkept.refusal ? 409 : 422;
}

/** The test that a form is of, among those of its sender. */
async function testIn(exchange: Exchange) {
  const { request, context } = exchange;
  const own = await findOwn(exchange);
  const code = valueOf(fieldsOf(request.body), 'stage');
  const tests = own ? await testsFor(context.db, own, request.receivedAt) : [];
  const met = tests.find(({ stage }) => stage.code === code);
  return own && met ? { own, met } : undefined;
}

/** Begins the time: once, however often the button is pressed. */
async function start(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const found = await testIn(exchange);
  if (!found) return reply.callNotFound();
  const { own, met } = found;
  const author = authorOf(exchange, own, met.stage);
  const begun = await context.db.transaction().execute(async (db) => {
    const extra = await holdExtraMinutes(db, author.key);
    const paper = begin({ ...met, paper: await findPaper(db, author.key) }, extra, request.receivedAt);
    return paper.ok && (await recordBegun(db, paper.value, author));
  });
  // Who pressed twice, or comes back, goes on with the paper there is.
  if (begun || (await findPaper(context.db, author.key)))
    return reply.redirect(`${placeOf(exchange)}${begun ? '?done=begun' : ''}`, 303);
  const problem = WRITTEN_TEST_TEXTS[request.language].notToBegin;
  return show(exchange, { stage: met.stage.code, problem });
}

/** What the form brings: each answer by its question. */
function typedIn({ body }: FastifyRequest, { test }: Met): Typed {
  const fields = fieldsOf(body);
  const texts = test.questions.map(({ key }, index): [string, string] => [
    key,
    valueOf(fields, `answer-${index + 1}`).replaceAll(/\r\n?/g, '\n'),
  ]);
  return { texts: Object.fromEntries(texts), base: readMarks(fields) };
}

async function write(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const found = await testIn(exchange);
  if (!found?.met.paper) return reply.callNotFound();
  const { own, met } = found;
  const fields = fieldsOf(request.body);
  const typed = typedIn(request, met);
  const hands = valueOf(fields, 'do') === 'hand-in';
  const finished = valueOf(fields, 'finished') === 'yes';
  const author = authorOf(exchange, own, met.stage);
  const kept = await context.db.transaction().execute(async (db): Promise<Result<Paper, SaveRefusal> | undefined> => {
    const paper = await lockPaper(db, author.key);
    if (!paper) return undefined;
    const taken = (hands && finished ? handIn : save)(paper, typed, request.receivedAt);
    if (taken.ok) await recordPaper(db, taken.value, author);
    return taken;
  });
  if (!kept) return reply.callNotFound();
  if (wantsJson(request)) return answerAutosave(exchange, { kept, typed, zone: own.deadlineZone });
  const stage = met.stage.code;
  if (!kept.ok) {
    const { refusal } = kept;
    const texts = refusal.kind === 'changed-meanwhile' ? refusal.texts : typed.texts;
    return show(exchange, { stage, unkept: { texts, refusal } });
  }
  if (hands && !finished) return show(exchange, { stage, unkept: { texts: kept.value.texts } });
  return reply.redirect(`${placeOf(exchange)}?done=${hands ? 'handed-in' : 'saved'}`, 303);
}

const wantsJson = (request: FastifyRequest): boolean => request.headers.accept?.includes('application/json') ?? false;

type Autosaved = { kept: Result<Paper, SaveRefusal>; typed: Typed; zone: string };

/** What the form under `autosave.ts` is told; after the end it stops, and what was typed stays in its fields. */
function answerAutosave(exchange: Exchange, { kept, typed, zone }: Autosaved) {
  const { request, reply } = exchange;
  const { language } = request;
  if (!kept.ok)
    return reply.code(409).send({
      kind: kept.refusal.kind,
      text: explainSave(kept.refusal, language),
      compare: placeOf(exchange),
      link: WRITTEN_TEST_TEXTS[language].kept,
    });
  const time = formatClock(timeIn(request.receivedAt, zone).slice(0, 5), language);
  const text = SITE_TEXTS[language].saved.replace('{time}', time);
  const { endsAt } = kept.value;
  return reply.send({
    savedAt: request.receivedAt.toISOString(),
    base: marksText(typed.texts),
    text,
    // The end may have become a later one since the page was made.
    timeLeftMs: Math.max(0, endsAt.getTime() - request.receivedAt.getTime()),
    endsAt: endsAt.toISOString(),
    endsAtTold: formatInstant(endsAt, zone, language),
  });
}
