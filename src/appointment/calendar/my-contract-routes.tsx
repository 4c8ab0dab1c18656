import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fieldsOf, valueOf } from '../../applications/drafting/draft.ts';
import { findOwnApplication } from '../../applications/application-queries.ts';
import type { Context } from '../../people/context.ts';
import { actorOf, signedIn } from '../../people/guard.ts';
import { formPageContext, page } from '../../people/page.ts';
import { attachmentHeaders } from '../../platform/files.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Db } from '../../schema.ts';
import { civilDayIn } from '../../site/dates.ts';
import { lockCase, ownCases } from '../conditions/appointment-queries.ts';
import { mayBeAsked } from './contract-actions.ts';
import { myContractAddress } from './contract-address.ts';
import { daysOf } from './contract-days.ts';
import { decideContract, mayAskOn, type StepRefusal } from './contract-decision.ts';
import { contractsIcs, ICS } from './contract-ics.ts';
import { contractOfCase, contractsOf, type KeptContract } from './contract-queries.ts';
import { recordContractStep } from './contract-record-queries.ts';
import { tellOffice } from './contract-telling-queries.ts';
import { CONTRACT_TEXTS, explainStep } from './contract-texts.ts';
import { MyContractPage, reasonField, type OwnContract } from './my-contract-pages.tsx';

type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context };

/** Somebody's own contract: its dates, also as a file for a calendar, and their request for an indefinite one. Theirs alone. */
export function myContractRoutes(web: FastifyInstance, context: Context): void {
  const address = myContractAddress(':number');
  const to = (then: (exchange: Exchange) => Promise<unknown>) => (request: FastifyRequest, reply: FastifyReply) =>
    then({ request, reply: reply.header('cache-control', 'no-store'), context });
  const guard = { ...signedIn(), config: { signedIn: true, discreet: true } };
  web.get(address, guard, to(show));
  web.get(`${address}/:reference/calendar.ics`, guard, to(sendIcs));
  web.post(`${address}/:reference/request`, guard, to(ask));
}

const paramsOf = ({ params }: FastifyRequest) => params as { number: string; reference: string };
const ownOf = (request: FastifyRequest) => ({
  accountId: actorOf(request).accountId,
  number: paramsOf(request).number,
});

const ownContracts = async (db: Db, request: FastifyRequest): Promise<KeptContract[]> =>
  contractsOf(db, await ownCases(db, ownOf(request)));

const ownContract = async (db: Db, request: FastifyRequest): Promise<KeptContract | undefined> =>
  (await ownContracts(db, request)).find(({ chosen }) => chosen.reference === paramsOf(request).reference);

type Shown = { reason?: string; refusal?: StepRefusal };

async function show({ request, reply, context }: Exchange, { reason = '', refusal }: Shown = {}) {
  const { db, organisation } = context;
  const { language } = request;
  const application = await findOwnApplication(db, ownOf(request));
  if (!application || application.status === 'draft' || application.status === 'discarded') return reply.callNotFound();
  const t = CONTRACT_TEXTS[language].mine;
  const { number, reference } = paramsOf(request);
  const told = refusal && explainStep(refusal, language);
  const shown = {
    page: formPageContext(request, context, {
      path: myContractAddress(number),
      notice: (request.query as { done?: string }).done === 'asked' ? t.asked : undefined,
    }),
    number,
    contracts: (await ownContracts(db, request)).map((kept): OwnContract => ({
      kept,
      days: daysOf(kept.contract, organisation.appointment.calendar),
      // In time is what reached us in time, whenever it is answered.
      today: civilDayIn(request.receivedAt, kept.chosen.zone),
    })),
    typed: { reference, reason },
    errors: told?.field === 'reason' ? [{ field: reasonField(reference), message: told.message }] : [],
    problem: told && told.field !== 'reason' ? told.message : undefined,
  };
  return page(reply, <MyContractPage {...shown} />, told ? 422 : 200);
}

async function sendIcs({ request, reply, context }: Exchange) {
  const { db, organisation, config } = context;
  const kept = await ownContract(db, request);
  if (!kept) return reply.callNotFound();
  const { number, reference } = kept.chosen;
  const about = {
    language: request.language,
    publicUrl: config.PUBLIC_URL,
    organisation: organisation.name,
    rules: organisation.appointment.calendar,
    reader: 'person' as const,
  };
  return reply
    .headers(attachmentHeaders(`contract-${reference}-${number}.ics`))
    .type(ICS)
    .send(contractsIcs([kept], about));
}

type Refusal = StepRefusal | { kind: 'not-there' };

async function ask(exchange: Exchange) {
  const { request, reply } = exchange;
  const { number, reference } = paramsOf(request);
  const fields = fieldsOf(request.body);
  const reason = valueOf(fields, reasonField(reference)).replaceAll(/\r\n?/g, '\n');
  const asked = await recordRequest(exchange, reason);
  if (asked.ok) return reply.redirect(`/${request.language}${myContractAddress(number)}?done=asked`, 303);
  const { refusal } = asked;
  if (refusal.kind === 'not-there') return reply.callNotFound();
  return show(exchange, { reason, refusal });
}

/**
 * Records a request on the day on which it reached us, where the rules admit it on that day (C3 to C5). What the office recorded while
 * it was written takes nothing from it: somebody who asks on the last evening is not sent back to read the page anew.
 */
function recordRequest({ request, context }: Exchange, reason: string): Promise<Result<true, Refusal>> {
  const { organisation, clock } = context;
  return context.db.transaction().execute(async (db): Promise<Result<true, Refusal>> => {
    const own = await ownContract(db, request);
    const chosen = own && (await lockCase(db, own.chosen));
    const kept = chosen && (await contractOfCase(db, chosen));
    if (!chosen || !kept) return refuse({ kind: 'not-there' });
    const { contract, appointmentId, steps } = kept;
    const today = civilDayIn(request.receivedAt, chosen.zone);
    const may = mayBeAsked(contract) ? mayAskOn(contract, today) : ok(true);
    if (!may.ok) return may;
    const typed = { ...NOTHING_ELSE, onDay: today, reason };
    const decided = decideContract(contract, { action: 'request', typed, organisation, today });
    if (!decided.ok) return decided;
    const now = clock();
    const by = { step: decided.value, outside: context, actor: actorOf(request), at: now };
    const seen = steps.at(-1)?.number ?? 0;
    if (!(await recordContractStep(db, { appointmentId, seen }, by)))
      throw new Error('A step was taken on a contract whose case is held.');
    await tellOffice(db, { chosen, context, now });
    return ok(true);
  });
}

const NOTHING_ELSE = { months: '', authority: '', agreedOn: '', ground: '', length: '', confirmed: false };
