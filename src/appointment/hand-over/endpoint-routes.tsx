import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fieldsOf, valueOf } from '../../applications/drafting/draft.ts';
import { findAccount } from '../../people/account-queries.ts';
import type { Context } from '../../people/context.ts';
import { actorOf, requires } from '../../people/guard.ts';
import { formPageContext, page } from '../../people/page.ts';
import { offeredTo, stepUp } from '../../people/step-up/step-up-hooks.ts';
import { announcingZone } from '../../regulations/deadline.ts';
import type { Neighbour } from '../../regulations/organisation/hand-over-schema.ts';
import { readAddress, signingSecrets } from './endpoint.ts';
import { EndpointPage, type EndpointProps } from './endpoint-pages.tsx';
import { endOldSecret, findEndpoint, recordAddress, recordSecret, removeAddress } from './endpoint-queries.ts';
import { endpointAddress, QUEUE_ADDRESS } from './hand-over-address.ts';
import { byWebhook } from './hand-over-tasks.ts';
import { explainHandOver, HAND_OVER_TEXTS } from './hand-over-texts.ts';

const ADDRESS = endpointAddress(':neighbour');

type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context; neighbour: Neighbour };

/** Where messages to each neighbour go, and what signs them. */
export function endpointRoutes(web: FastifyInstance, context: Context): void {
  const guard = requires('hand-over:configure');
  const to =
    (then: (exchange: Exchange) => Promise<unknown>) => async (request: FastifyRequest, reply: FastifyReply) => {
      const { neighbour: code } = request.params as { neighbour: string };
      const neighbour = context.organisation.handOver.neighbours.find((one) => one.code === code);
      if (!neighbour) return reply.callNotFound();
      return then({ request, reply: reply.header('cache-control', 'no-store'), context, neighbour });
    };
  web.get(
    ADDRESS,
    guard,
    to((exchange) => show(exchange)),
  );
  web.post(ADDRESS, guard, to(setAddress));
  web.post(`${ADDRESS}/secret`, guard, to(makeSecret));
  web.post(`${ADDRESS}/old-secret`, guard, to(endSecret));
  web.post(`${ADDRESS}/removal`, guard, to(remove));
  web.post(`${ADDRESS}/test`, guard, to(test));
}

type Shown = Partial<Pick<EndpointProps, 'typed' | 'errors' | 'problem' | 'secret' | 'tested'>> & { status?: number };

async function show(exchange: Exchange, shownWith: Shown = {}) {
  const { request, reply, context, neighbour } = exchange;
  const { db, organisation, accommodationKeys: keys, clock } = context;
  const endpoint = await findEndpoint(db, keys, neighbour.code);
  const { done } = request.query as { done?: string };
  const notice = done === 'set' || done === 'ended' ? HAND_OVER_TEXTS[request.language].done[done] : undefined;
  const { typed = endpoint?.url ?? '', errors = [], status = 422, ...rest } = shownWith;
  const shown = {
    page: formPageContext(request, context, { path: endpointAddress(neighbour.code), notice }),
    neighbour,
    endpoint,
    typed,
    errors,
    offered: await offeredTo(exchange, await ownAccount(exchange)),
    zone: announcingZone(organisation, clock()),
    ...rest,
  };
  return page(reply, <EndpointPage {...shown} />, errors.length > 0 || rest.problem ? status : 200);
}

async function ownAccount({ request, context }: Exchange) {
  const account = await findAccount(context.db, actorOf(request).accountId);
  if (!account) throw new Error('Somebody is signed in to an account that is not there.');
  return account;
}

const byOf = ({ request, context, neighbour }: Exchange) => ({
  neighbour: neighbour.code,
  actor: actorOf(request),
  at: context.clock(),
});

const back = ({ request, reply, neighbour }: Exchange, done: string) =>
  reply.redirect(`/${request.language}${endpointAddress(neighbour.code)}?done=${done}`, 303);

/**
 * Whoever says where people’s data go shows once more who they are. With the first address comes the first secret, which this answer
 * alone shows.
 */
async function setAddress(exchange: Exchange) {
  const { request, context } = exchange;
  const { language } = request;
  const fields = fieldsOf(request.body);
  const typed = valueOf(fields, 'url');
  const version = Number(valueOf(fields, 'version'));
  const url = readAddress(typed);
  if (!url.ok)
    return show(exchange, { typed, errors: [{ field: 'url', message: explainHandOver(url.refusal)[language] }] });
  const shown = await stepUp(exchange, await ownAccount(exchange));
  if (shown.kind === 'refused') return show(exchange, { typed, ...shown.problem });
  if (shown.kind === 'elsewhere') return exchange.reply.redirect(shown.address, 303);
  const set = await context.db.transaction().execute(async (db) => {
    if (!(await recordAddress(db, byOf(exchange), { url: url.value, version }))) return undefined;
    const secret = version === 0 ? await recordSecret(db, context.accommodationKeys, byOf(exchange)) : undefined;
    return { secret };
  });
  if (!set) return show(exchange, { typed, problem: HAND_OVER_TEXTS[language].refusals['changed-meanwhile'] });
  return set.secret === undefined ? back(exchange, 'set') : show(exchange, { secret: set.secret });
}

async function makeSecret(exchange: Exchange) {
  const { context, reply, neighbour } = exchange;
  const secret = await context.db.transaction().execute(async (db) => {
    const endpoint = await findEndpoint(db, context.accommodationKeys, neighbour.code);
    return endpoint && recordSecret(db, context.accommodationKeys, byOf(exchange));
  });
  return secret === undefined ? reply.callNotFound() : show(exchange, { secret });
}

async function endSecret(exchange: Exchange) {
  await exchange.context.db.transaction().execute((db) => endOldSecret(db, byOf(exchange)));
  return back(exchange, 'ended');
}

async function remove(exchange: Exchange) {
  const { request, reply, context } = exchange;
  await context.db.transaction().execute((db) => removeAddress(db, byOf(exchange)));
  return reply.redirect(`/${request.language}${QUEUE_ADDRESS}?done=removed`, 303);
}

/** A message that says nothing of anybody; neither it nor its answer is kept. */
async function test(exchange: Exchange) {
  const { context, reply, neighbour } = exchange;
  const at = context.clock();
  const endpoint = await findEndpoint(context.db, context.accommodationKeys, neighbour.code);
  if (!endpoint) return reply.callNotFound();
  const secrets = signingSecrets(endpoint.secrets, at);
  if (secrets.length === 0) return show(exchange, { problem: HAND_OVER_TEXTS[exchange.request.language].noSecret });
  const body = JSON.stringify({ type: 'concours.test', timestamp: at.toISOString(), data: {} });
  const outcome = await byWebhook(context)({ url: endpoint.url, id: randomUUID(), at, body, secrets });
  const tested = 'status' in outcome ? { ...outcome, problem: null } : { ...outcome, status: null };
  return show(exchange, { tested });
}
