import type { FastifyInstance } from 'fastify';
import { fieldsOf, valueOf } from '../../applications/drafting/draft.ts';
import type { Context } from '../../people/context.ts';
import { actorOf } from '../../people/guard.ts';
import { formPageContext, page } from '../../people/page.ts';
import { permits } from '../../people/permissions.ts';
import { attachmentHeaders } from '../../platform/files.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { datePartsIn, typedDate } from '../../site/date-field.tsx';
import { civilDayIn } from '../../site/dates.ts';
import { lockCase } from '../conditions/appointment-queries.ts';
import { onCase, wantedOf, type CaseExchange } from '../conditions/case-guard.ts';
import { contractAddress, contractStepAddress } from './contract-address.ts';
import { contractActions, isPossible } from './contract-actions.ts';
import { daysOf } from './contract-days.ts';
import { decideContract, type StepRefusal, type TypedStep } from './contract-decision.ts';
import { contractsIcs, ICS } from './contract-ics.ts';
import { ContractPage } from './contract-pages.tsx';
import { contractOfCase, type KeptContract } from './contract-queries.ts';
import { isLastStep, recordContractStep } from './contract-record-queries.ts';
import { ContractStepPage } from './contract-step-pages.tsx';
import { CONTRACT_ACTIONS, type ContractAction } from './contract-step.ts';
import { tellPerson } from './contract-telling-queries.ts';
import { CONTRACT_TEXTS, explainStep } from './contract-texts.ts';

const PATTERN = { reference: ':reference', number: ':number' };

/** One contract for staff: its dates, also as a file for a calendar, and each step on it. */
export function contractRoutes(web: FastifyInstance, context: Context): void {
  const reads = onCase(context, 'contracts:read');
  const decides = onCase(context, 'contracts:decide');
  web.get(contractAddress(PATTERN), reads.guard, reads.to(withContract(show)));
  web.get(`${contractAddress(PATTERN)}/calendar.ics`, reads.guard, reads.to(withContract(sendIcs)));
  web.get(contractStepAddress(PATTERN, ':action'), decides.guard, decides.to(withContract(askForStep)));
  web.post(contractStepAddress(PATTERN, ':action'), decides.guard, decides.to(withContract(takeStep)));
}

type Exchange = CaseExchange & { kept: KeptContract };

/** Not there before somebody is appointed on an offer that they accepted. */
const withContract = (then: (exchange: Exchange) => Promise<unknown>) => async (exchange: CaseExchange) => {
  const kept = await contractOfCase(exchange.context.db, exchange.chosen);
  return kept ? then({ ...exchange, kept }) : exchange.reply.callNotFound();
};

/** What every page of a contract shows of it, as it stands now. */
const standing = ({ context, kept, chosen }: Exchange) => ({
  organisation: context.organisation,
  kept,
  days: daysOf(kept.contract, context.organisation.appointment.calendar),
  today: civilDayIn(context.clock(), chosen.zone),
});

async function show(exchange: Exchange, problem?: string) {
  const { request, reply, context, chosen, kept } = exchange;
  const t = CONTRACT_TEXTS[request.language];
  const { roles } = actorOf(request);
  const done = CONTRACT_ACTIONS.find((known) => known === (request.query as { done?: string }).done);
  const shown = {
    ...standing(exchange),
    page: formPageContext(request, context, {
      path: contractAddress(chosen),
      notice: done && t.recorded,
    }),
    actions: contractActions(kept.contract),
    mayDecide: permits(roles, 'contracts:decide'),
    mayReadAppointment: permits(roles, 'appointments:read'),
    problem,
  };
  return page(reply, <ContractPage {...shown} />, problem ? 422 : 200);
}

function sendIcs({ request, reply, context, chosen, kept }: Exchange) {
  const { organisation, config } = context;
  const about = {
    language: request.language,
    publicUrl: config.PUBLIC_URL,
    organisation: organisation.name,
    rules: organisation.appointment.calendar,
    reader: 'staff' as const,
  };
  const name = `contract-${chosen.reference}-${chosen.number}.ics`;
  return Promise.resolve(
    reply
      .headers(attachmentHeaders(name))
      .type(ICS)
      .send(contractsIcs([kept], about)),
  );
}

const actionIn = ({ request }: Exchange): ContractAction | undefined =>
  CONTRACT_ACTIONS.find((known) => known === (request.params as { action: string }).action);

type Asked = { typed?: Record<string, string>; refusal?: StepRefusal };

async function askForStep(exchange: Exchange, { refusal, ...asked }: Asked = {}) {
  const { request, reply, context, chosen, kept } = exchange;
  const action = actionIn(exchange);
  const typed = asked.typed ?? proposedIn(kept);
  if (!action || (!refusal && !isPossible(kept.contract, action))) return reply.callNotFound();
  const told = refusal && explainStep(refusal, request.language);
  const shown = {
    ...standing(exchange),
    page: formPageContext(request, context, { path: contractStepAddress(chosen, action), notice: undefined }),
    action,
    typed,
    errors: told && told.field !== '' ? [told] : [],
    problem: told && told.field === '' ? told.message : undefined,
    warnings: refusal?.kind === 'to-confirm' ? refusal.warnings : [],
  };
  return page(reply, <ContractStepPage {...shown} />, refusal ? 422 : 200);
}

/** What was proposed is what is most likely agreed. */
function proposedIn({ contract }: KeptContract): Record<string, string> {
  const months = contract.standing.findLast(({ action }) => action === 'propose-renewal')?.months;
  return months ? { months: String(months) } : {};
}

const typedIn = ({ request }: Exchange): Record<string, string> => {
  const fields = fieldsOf(request.body);
  return Object.fromEntries(
    Object.keys(fields).map((name) => [name, valueOf(fields, name).replaceAll(/\r\n?/g, '\n')]),
  );
};

const stepIn = (typed: Record<string, string>): TypedStep => ({
  months: typed['months'] ?? '',
  onDay: typedDate(datePartsIn(typed, 'day')),
  authority: typed['authority'] ?? '',
  agreedOn: typedDate(datePartsIn(typed, 'agreed')),
  ground: typed['ground'] ?? '',
  reason: typed['reason'] ?? '',
  length: typed['length'] ?? '',
  confirmed: typed['confirmed'] === 'yes',
});

type Refusal = StepRefusal | { kind: 'changed-meanwhile' };

async function takeStep(exchange: Exchange) {
  const { request, reply, context, chosen } = exchange;
  const action = actionIn(exchange);
  if (!action) return reply.callNotFound();
  const typed = typedIn(exchange);
  const taken = await take(exchange, action, typed);
  if (taken.ok) return reply.redirect(`/${request.language}${contractAddress(chosen)}?done=${action}`, 303);
  const { refusal } = taken;
  const now = { ...exchange, kept: (await contractOfCase(context.db, chosen)) ?? exchange.kept };
  if (refusal.kind === 'changed-meanwhile') return show(now, CONTRACT_TEXTS[request.language].changedMeanwhile);
  if (refusal.kind === 'not-possible') return show(now, explainStep(refusal, request.language).message);
  return askForStep(now, { typed, refusal });
}

/** Takes a step on the contract as it stands while nobody else takes one. */
function take(
  { request, context }: Exchange,
  action: ContractAction,
  typed: Record<string, string>,
): Promise<Result<true, Refusal>> {
  const { organisation, clock } = context;
  return context.db.transaction().execute(async (db): Promise<Result<true, Refusal>> => {
    const chosen = await lockCase(db, wantedOf(request));
    const kept = chosen && (await contractOfCase(db, chosen));
    const seen = Number(typed['seen']);
    if (!chosen || !kept || !isLastStep(kept.steps, seen)) return refuse({ kind: 'changed-meanwhile' });
    const now = clock();
    const today = civilDayIn(now, chosen.zone);
    const decided = decideContract(kept.contract, { action, typed: stepIn(typed), organisation, today });
    if (!decided.ok) return decided;
    const [actor, { appointmentId }] = [actorOf(request), kept];
    if (
      !(await recordContractStep(
        db,
        { appointmentId, seen },
        { step: decided.value, outside: context, actor, at: now },
      ))
    )
      return refuse({ kind: 'changed-meanwhile' });
    await tellPerson(db, { chosen, context, now }, { action, actor });
    return ok(true);
  });
}
