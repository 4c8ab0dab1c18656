import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { doerOf } from '../../people/actor.ts';
import type { Context } from '../../people/context.ts';
import { actorOf, requires } from '../../people/guard.ts';
import { formPageContext, page, pageContext } from '../../people/page.ts';
import { sendAttachment } from '../../platform/files.ts';
import { queueMail } from '../../platform/mail.ts';
import { announcingZone } from '../../regulations/deadline.ts';
import type { FieldError } from '../../site/forms.tsx';
import { fieldsOf, valueOf, type Fields } from '../drafting/draft.ts';
import { isOpenToStaff } from '../documents/document.ts';
import { newsMail } from '../stages/news-mail.ts';
import { decide, DECISIONS, type Decision } from './accommodation.ts';
import { findEvidence, recordLook } from './accommodation-queries.ts';
import { ACCOMMODATION_TEXTS, DECISION_GAPS } from './accommodation-texts.ts';
import { OfficersRequestPage, RequestsPage } from './officer-pages.tsx';
import {
  findForOfficer,
  recordDecision,
  requestsFor,
  requestsKeptFrom,
  type OfficersRequest,
} from './officer-queries.ts';

type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context };

/** Requests for an arrangement, for the officers named for them alone; every opening is recorded before it is shown. */
export function accommodationOfficerRoutes(web: FastifyInstance, context: Context): void {
  const guard = requires('accommodation:handle');
  const to = (then: (exchange: Exchange) => Promise<unknown>) => (request: FastifyRequest, reply: FastifyReply) =>
    then({ request, reply: reply.header('cache-control', 'no-store'), context });
  web.get('/staff/accommodation', guard, to(list));
  web.get('/staff/accommodation/:id', guard, to(openRequest));
  web.get('/staff/accommodation/:id/evidence/:file', guard, to(openEvidence));
  web.post('/staff/accommodation/:id/decision', guard, to(decideOn));
}

const paramsOf = ({ params }: FastifyRequest) => params as { id: string; file: string };

async function list({ request, reply, context }: Exchange) {
  const requests = await requestsFor(context.db, actorOf(request));
  if (!requests) return reply.callNotFound();
  const zone = announcingZone(context.organisation, request.receivedAt);
  const kept = await requestsKeptFrom(context.db, actorOf(request));
  return page(reply, <RequestsPage page={pageContext(request, context)} {...{ requests, kept, zone }} />);
}

/** The request, with a note of who looked at it and when; without the note it is not shown. */
function look({ request, context }: Exchange): Promise<OfficersRequest | undefined> {
  const actor = actorOf(request);
  const { id } = paramsOf(request);
  return context.db.transaction().execute(async (transaction) => {
    const found = await findForOfficer(transaction, context.accommodationKeys, { actor, id });
    if (found) await recordLook(transaction, { id, part: 'request', actor, at: context.clock() });
    return found;
  });
}

async function openRequest(exchange: Exchange) {
  const officers = await look(exchange);
  return officers ? requestPage(exchange, officers) : exchange.reply.callNotFound();
}

type Shown = { typed?: Decision; errors?: FieldError[]; problem?: string };

function requestPage(
  { request, reply, context }: Exchange,
  officers: OfficersRequest,
  { typed, ...shown }: Shown = {},
) {
  const { status, answer, arrangement } = officers.request;
  const stands: Decision = {
    status: status === 'requested' ? '' : status,
    reason: answer?.reason ?? '',
    arrangement: arrangement ?? '',
  };
  const { done } = request.query as { done?: string };
  const { decided } = ACCOMMODATION_TEXTS[request.language];
  const place = formPageContext(request, context, {
    path: `/staff/accommodation/${officers.request.id}`,
    notice: done === undefined ? undefined : decided,
  });
  const { organisation } = context;
  const opened = (
    <OfficersRequestPage page={place} {...{ organisation, officers }} typed={typed ?? stands} {...shown} />
  );
  return page(reply, opened, shown.errors || shown.problem ? 422 : 200);
}

async function openEvidence({ request, reply, context }: Exchange) {
  const actor = actorOf(request);
  const { id, file } = paramsOf(request);
  const { accommodationKeys: keys } = context;
  const opened = await context.db.transaction().execute(async (transaction) => {
    const officers = await findForOfficer(transaction, keys, { actor, id });
    const kept = officers?.request.evidence.find((one) => one.id === file);
    if (!kept || !isOpenToStaff(kept.scan)) return undefined; // what is in quarantine is nobody's to open
    await recordLook(transaction, { id, part: 'evidence', actor, at: context.clock() });
    return findEvidence(transaction, keys, { requestId: id, id: file });
  });
  return opened ? sendAttachment(reply, opened) : reply.callNotFound();
}

function readDecision(fields: Fields): Decision {
  const status = valueOf(fields, 'status');
  const text = (name: string) => valueOf(fields, name).replaceAll(/\r\n?/g, '\n').trim().slice(0, MAX_TEXT);
  return {
    status: DECISIONS.find((known) => known === status) ?? '',
    reason: text('reason'),
    arrangement: text('arrangement'),
  };
}

const MAX_TEXT = 3000;

async function decideOn(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const fields = fieldsOf(request.body);
  const typed = readDecision(fields);
  const officers = await look(exchange);
  if (!officers) return reply.callNotFound();
  const decided = decide(typed);
  if (!decided.ok) {
    const { field, ...message } = DECISION_GAPS[decided.refusal.kind];
    return requestPage(exchange, officers, { typed, errors: [{ field, message: message[request.language] }] });
  }
  const { id } = officers.request;
  const at = context.clock();
  const version = Number(valueOf(fields, 'version'));
  const by = doerOf(actorOf(request));
  const recorded = await context.db.transaction().execute(async (transaction) => {
    const done = await recordDecision(transaction, context.accommodationKeys, {
      id,
      version,
      ...decided.value,
      by,
      at,
    });
    const mail = newsMail(officers, 'step', context.config.PUBLIC_URL);
    if (done) await queueMail(transaction, mail, at);
    return done;
  });
  if (!recorded)
    return requestPage(exchange, officers, { typed, problem: ACCOMMODATION_TEXTS[request.language].changed });
  return reply.redirect(`/${request.language}/staff/accommodation/${id}?done`, 303);
}
