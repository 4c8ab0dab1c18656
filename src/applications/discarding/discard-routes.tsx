import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../../people/context.ts';
import { actorOf, signedIn } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import { findDossier, lockDossier } from '../application-queries.ts';
import { discard, putBack } from './discard.ts';
import { DiscardPage } from './discard-pages.tsx';
import { holdNews } from '../news/held-news-queries.ts';
import { tellMissed } from '../news/missed-news.ts';
import { findDiscardedAt, recordDiscard, recordPutBack } from './discard-queries.ts';

type OfApplication = { Params: { number: string } };
type Exchange = { request: FastifyRequest<OfApplication>; reply: FastifyReply; context: Context };

const DISCARD = '/my/applications/:number/discard';

/** A draft thrown away, and put back. */
export function discardRoutes(web: FastifyInstance, context: Context): void {
  web.get<OfApplication>(DISCARD, signedIn(), (request, reply) => ask({ request, reply, context }));
  web.post<OfApplication>(DISCARD, signedIn(), (request, reply) => throwAway({ request, reply, context }));
  web.post<OfApplication>(`${DISCARD}/undo`, signedIn(), (request, reply) => undo({ request, reply, context }));
}

const ownOf = (request: Exchange['request']) => ({
  accountId: actorOf(request).accountId,
  number: request.params.number,
});

const applicationAddress = (request: Exchange['request']) =>
  `/${request.language}/my/applications/${encodeURIComponent(request.params.number)}`;

async function ask({ request, reply, context }: Exchange) {
  const dossier = await findDossier(context.db, ownOf(request), context.organisation);
  if (!dossier) return reply.callNotFound();
  if (dossier.application.status !== 'draft') return reply.redirect(applicationAddress(request), 303);
  return page(
    reply.header('cache-control', 'no-store'),
    <DiscardPage page={pageContext(request, context)} dossier={dossier} />,
  );
}

async function throwAway({ request, reply, context }: Exchange) {
  const outcome = await context.db.transaction().execute(async (transaction) => {
    await holdNews(transaction, ownOf(request));
    const dossier = await lockDossier(transaction, ownOf(request), context.organisation);
    const discarded = dossier && discard(dossier.application);
    if (discarded?.ok) await recordDiscard(transaction, discarded.value, context.clock());
    return discarded;
  });
  return outcome ? reply.redirect(applicationAddress(request), 303) : reply.callNotFound();
}

async function undo({ request, reply, context }: Exchange) {
  const outcome = await context.db.transaction().execute(async (transaction) => {
    await holdNews(transaction, ownOf(request));
    const dossier = await lockDossier(transaction, ownOf(request), context.organisation);
    if (!dossier) return undefined;
    const discardedAt = await findDiscardedAt(transaction, dossier.application.id);
    const back = putBack(dossier.application, discardedAt, request.receivedAt);
    if (back.ok) {
      const now = context.clock();
      await recordPutBack(transaction, back.value, now);
      await tellMissed(transaction, back.value, { ...context, now });
    }
    return back;
  });
  if (!outcome) return reply.callNotFound();
  return reply.redirect(`${applicationAddress(request)}${outcome.ok ? '?done=put-back' : ''}`, 303);
}
