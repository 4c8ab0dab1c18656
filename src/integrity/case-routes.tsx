import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Transaction } from 'kysely';
import { fieldsOf, valueOf, type Fields } from '../applications/drafting/draft.ts';
import { recordMessages } from '../applications/messages/message-queries.ts';
import { newsMail } from '../applications/stages/news-mail.ts';
import { lockCandidates, recordSteps, type Candidate } from '../applications/stages/stage-queries.ts';
import { PERMISSION_FOR, takeStep } from '../applications/stages/stage-state.ts';
import type { Context } from '../people/context.ts';
import { actorOf, requires } from '../people/guard.ts';
import { permits } from '../people/permissions.ts';
import { LANGUAGES, type Translated } from '../platform/language.ts';
import { queueMail } from '../platform/mail.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import { deadlineInstant } from '../regulations/deadline.ts';
import type { Schema } from '../schema.ts';
import { typedDate } from '../site/date-field.tsx';
import { civilDayIn } from '../site/dates.ts';
import type { TypedDecision, TypedOpening } from './case-parts.tsx';
import { evidenceOf } from './evidence-queries.ts';
import { applicantOf, casesOf, lockApplication, recordCase, recordDecision } from './integrity-case-queries.ts';
import { decideCase, isDecided, openCase, OUTCOMES, type CaseRefusal, type Decided } from './integrity-case.ts';
import { recordDone } from './integrity-queries.ts';
import { explainCase, INTEGRITY_TEXTS } from './integrity-texts.ts';
import {
  addressOf,
  evidencePage,
  findExamined,
  maySee,
  type Examined,
  type Exchange,
} from './staff-integrity-routes.tsx';

/** The cases of an application: opened with a reason on chosen passages, decided by a named person. */
export function integrityCaseRoutes(web: FastifyInstance, context: Context): void {
  const to =
    (then: (exchange: Exchange, examined: Examined) => Promise<unknown>) =>
    async (request: FastifyRequest, reply: FastifyReply) => {
      const exchange = { request, reply: reply.header('cache-control', 'no-store'), context };
      const examined = await findExamined(exchange);
      return examined && (await maySee(exchange, examined)) ? then(exchange, examined) : reply.callNotFound();
    };
  web.post('/staff/applications/:number/integrity/cases', requires('integrity:examine'), to(open));
  web.post('/staff/applications/:number/integrity/decision', requires('integrity:decide'), to(decide));
}

const typedText = (fields: Fields, name: string) => valueOf(fields, name).replaceAll(/\r\n?/g, '\n').trim();

function readOpening(fields: Fields): TypedOpening {
  const part = (name: string) => valueOf(fields, `day-${name}`).trim();
  return {
    reason: typedText(fields, 'reason'),
    chosen: [fields['evidence'] ?? []].flat(),
    day: { day: part('day'), month: part('month'), year: part('year') },
  };
}

async function open(exchange: Exchange, examined: Examined) {
  const { request, reply, context } = exchange;
  const { db, organisation } = context;
  const { application, vacancy } = examined;
  const actor = actorOf(request);
  const at = context.clock();
  if (application.status !== 'submitted') return reply.callNotFound();
  const typed = readOpening(fieldsOf(request.body));
  const opened = await db.transaction().execute(async (transaction) => {
    await lockApplication(transaction, application.id);
    const evidence = await evidenceOf(transaction, { ...examined, organisation });
    const today = civilDayIn(at, vacancy.deadlineZone);
    const result = openCase(
      { ...typed, day: typedDate(typed.day) },
      {
        findings: evidence?.findings ?? [],
        underWay: (await casesOf(transaction, application.id)).some(({ status }) => !isDecided(status)),
        rules: organisation.integrity,
        today,
      },
    );
    if (!result.ok) return result;
    const { answerDay, ...kept } = result.value;
    const answerUntil = deadlineInstant({ date: answerDay, time: END_OF_DAY }, organisation, today).at;
    const row = { ...kept, openedAt: at, openedBy: actor.accountId, answerUntil };
    const held = [await recordCase(transaction, application, row)];
    const details = { passages: kept.evidence.length, sha256: kept.evidence.map(({ sha256 }) => sha256), held };
    await recordDone(transaction, { number: application.number, actor, action: 'case-opened', at, details });
    await tell(transaction, exchange, { examined, what: 'asked' });
    return result;
  });
  if (!opened.ok) return refused(exchange, examined, { refusal: opened.refusal, typed: { opening: typed } });
  return reply.redirect(`${addressOf(exchange, examined)}?done=opened`, 303);
}

/** An answer counts until the last second of the day that was told. */
const END_OF_DAY = '23:59:59';

type Refused = { refusal: CaseRefusal; typed: { opening?: TypedOpening; decision?: TypedDecision } };

const FIELDS: Partial<Record<CaseRefusal['kind'], string>> = {
  'nothing-chosen': 'evidence',
  'day-missing': 'day',
  'day-too-early': 'day',
};

/** What no field of the page as it stands now could mend. */
const OF_NO_FIELD: readonly CaseRefusal['kind'][] = [
  'case-under-way',
  'evidence-changed',
  'decided',
  'another-decides',
];

function refused(exchange: Exchange, examined: Examined, { refusal, typed }: Refused) {
  const message = explainCase(refusal, examined.vacancy.deadlineZone)[exchange.request.language];
  if (OF_NO_FIELD.includes(refusal.kind)) return evidencePage(exchange, examined, { typed, problem: message });
  const ofReason = refusal.kind === 'reason-missing' || refusal.kind === 'reason-too-long';
  const field = ofReason ? (typed.decision ? 'decision' : 'reason') : (FIELDS[refusal.kind] ?? 'outcome');
  return evidencePage(exchange, examined, { typed, errors: [{ field, message }] });
}

type Telling = { examined: Examined; what: 'asked' | 'decided' };

/** A message in each language, and a mail that says only that there is one. */
async function tell(transaction: Transaction<Schema>, { request, context }: Exchange, { examined, what }: Telling) {
  const at = context.clock();
  const applicant = await applicantOf(transaction, examined.application.id);
  const inEach = (part: 'subject' | 'body'): Translated =>
    Object.fromEntries(LANGUAGES.map((language) => [language, INTEGRITY_TEXTS[language].message[what][part]]));
  const text = { subject: inEach('subject'), body: inEach('body'), replies: false };
  await recordMessages(transaction, { candidates: [applicant], text, actor: actorOf(request) }, at);
  if (applicant.erasedAt === null)
    await queueMail(transaction, newsMail(applicant, 'message', context.config.PUBLIC_URL), at);
}

async function decide(exchange: Exchange, examined: Examined) {
  const { request, reply, context } = exchange;
  const { application } = examined;
  const actor = actorOf(request);
  const at = context.clock();
  const fields = fieldsOf(request.body);
  const outcome = OUTCOMES.find((known) => known === valueOf(fields, 'outcome')) ?? '';
  const typed: TypedDecision = { outcome, reason: typedText(fields, 'decision') };
  const version = Number(valueOf(fields, 'version'));
  // It takes a step of the selection, which needs the permission to take it.
  if (outcome === 'not-considered' && !permits(actor.roles, PERMISSION_FOR['not-retain'])) return reply.callNotFound();
  const decided = await context.db.transaction().execute(async (transaction): Promise<Result<Decided, CaseRefusal>> => {
    const candidate = await hold(transaction, exchange, { examined, outcome });
    const [one] = await casesOf(transaction, application.id);
    if (!one || one.version !== version)
      return refuse({ kind: one && isDecided(one.status) ? 'decided' : 'changed-meanwhile' });
    const { integrity: rules } = context.organisation;
    const result = decideCase(one, typed, { rules, by: actor.accountId, at });
    if (!result.ok) return result;
    const step = await takeStepOf(transaction, exchange, { examined, decided: result.value, candidate });
    if (!step.ok) return step;
    const decision = { ...result.value, number: application.number, by: actor.accountId, at };
    const details = { outcome: result.value.status, held: [await recordDecision(transaction, one, decision)] };
    await recordDone(transaction, { number: application.number, actor, action: 'case-decided', at, details });
    await tell(transaction, exchange, { examined, what: 'decided' });
    return result;
  });
  if (!decided.ok) return refused(exchange, examined, { refusal: decided.refusal, typed: { decision: typed } });
  return reply.redirect(`${addressOf(exchange, examined)}?done=decided`, 303);
}

/**
 * Holds what is decided on until the transaction ends. Where a step of the selection goes with it, that is held as every
 * step holds it: all applications of the vacancy, in their order, so that nobody waits for another in a circle.
 */
async function hold(
  transaction: Transaction<Schema>,
  { request }: Exchange,
  { examined: { application, vacancy }, outcome }: { examined: Examined; outcome: TypedDecision['outcome'] },
): Promise<Candidate | undefined> {
  if (outcome !== 'not-considered') return void (await lockApplication(transaction, application.id));
  const chosen = { reference: vacancy.reference, position: 'any', numbers: [application.number] } as const;
  return (await lockCandidates(transaction, actorOf(request), chosen))?.[0];
}

type Stepping = { examined: Examined; decided: Decided; candidate: Candidate | undefined };

/** An application that is considered no further takes the step of the selection by it, with the reason the rules have for it. */
async function takeStepOf(
  transaction: Transaction<Schema>,
  { request, context }: Exchange,
  { examined: { vacancy }, decided, candidate }: Stepping,
): Promise<Result<true, CaseRefusal>> {
  if (decided.status !== 'not-considered') return ok(true);
  if (!candidate) return refuse({ kind: 'step', refusal: { kind: 'not-submitted' } });
  const { organisation } = context;
  const actor = actorOf(request);
  const at = context.clock();
  const { reason } = organisation.integrity.decision;
  const step = { action: 'not-retain', stage: '', reason: reason ?? '', dueOn: null, note: {} } as const;
  const entry = takeStep(candidate, step, { vacancy, selection: organisation.selection, by: actor.accountId, at });
  if (!entry.ok) return refuse({ kind: 'step', refusal: entry.refusal });
  await recordSteps(transaction, actor, [{ candidate, action: 'not-retain', entry: entry.value }]);
  await queueMail(transaction, newsMail(candidate, 'step', context.config.PUBLIC_URL), at);
  return ok(true);
}
