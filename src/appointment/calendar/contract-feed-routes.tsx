import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../../people/context.ts';
import { actorOf, requires, UNLOGGED } from '../../people/guard.ts';
import { formPageContext, page } from '../../people/page.ts';
import { announcingZone } from '../../regulations/deadline.ts';
import { civilDayIn } from '../../site/dates.ts';
import { appointedCases } from '../conditions/appointment-queries.ts';
import { FEED_PAGE, feedAddress } from './contract-address.ts';
import { FeedPage } from './contract-feed-pages.tsx';
import { feedMadeAt, findFeedOwner, recordFeed, removeFeed } from './contract-feed-queries.ts';
import { contractsIcs, ICS } from './contract-ics.ts';
import { contractsOf } from './contract-queries.ts';
import { CONTRACT_TEXTS } from './contract-texts.ts';

type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context };

/** The dates of contracts in the calendar of a member of staff: the page of their address, and what a program fetches there. */
export function contractFeedRoutes(web: FastifyInstance, context: Context): void {
  const guard = requires('contracts:find');
  const to = (then: (exchange: Exchange) => Promise<unknown>) => (request: FastifyRequest, reply: FastifyReply) =>
    then({ request, reply: reply.header('cache-control', 'no-store'), context });
  web.get(FEED_PAGE, guard, to(show));
  web.post(FEED_PAGE, guard, to(make));
  web.post(`${FEED_PAGE}/removal`, guard, to(remove));
  // The secret in the address opens it: it is logged by its pattern, and nobody signs in.
  web.get(feedAddress(':token'), { ...UNLOGGED, config: { discreet: true } }, to(send));
}

async function show({ request, reply, context }: Exchange, address?: string) {
  const { db, organisation } = context;
  const t = CONTRACT_TEXTS[request.language].feed;
  const madeAt = await feedMadeAt(db, actorOf(request).accountId);
  const removed = (request.query as { done?: string }).done === 'removed';
  const shown = {
    page: formPageContext(request, context, { path: FEED_PAGE, notice: removed ? t.removed : undefined }),
    madeOn: madeAt && civilDayIn(madeAt, announcingZone(organisation, context.clock())),
    address,
  };
  return page(reply, <FeedPage {...shown} />);
}

/** The address is shown on the page that answers, this once: what is kept is a hash. */
async function make(exchange: Exchange) {
  const { request, context } = exchange;
  const by = { actor: actorOf(request), at: context.clock() };
  const token = await context.db.transaction().execute((db) => recordFeed(db, by));
  return show(exchange, `${context.config.PUBLIC_URL}/${request.language}${feedAddress(token)}`);
}

async function remove({ request, reply, context }: Exchange) {
  const by = { actor: actorOf(request), at: context.clock() };
  await context.db.transaction().execute((db) => removeFeed(db, by));
  return reply.redirect(`/${request.language}${FEED_PAGE}?done=removed`, 303);
}

/** What its owner may see as it is fetched; not there once they may see nothing of the kind. */
async function send({ request, reply, context }: Exchange) {
  const { db, organisation, config } = context;
  const { token } = request.params as { token: string };
  const owner = await findFeedOwner(db, token);
  if (!owner) return reply.callNotFound();
  const contracts = await contractsOf(db, await appointedCases(db, owner, organisation.selection));
  const about = {
    language: request.language,
    publicUrl: config.PUBLIC_URL,
    organisation: organisation.name,
    rules: organisation.appointment.calendar,
    reader: 'staff' as const,
  };
  return reply.type(ICS).send(contractsIcs(contracts, about));
}
