import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Context } from '../../people/context.ts';
import { unreadCount } from './message-queries.ts';

/** Counts what waits for whoever opens a page, for its header: not for visitors, nor for what is sent, such as drafts. */
export function unreadHooks(web: FastifyInstance, { db }: Pick<Context, 'db'>): void {
  web.addHook('preHandler', async (request) => {
    if (isAskedFor(request) && request.actor) request.unread = await unreadCount(db, request.actor.accountId);
  });
}

const isAskedFor = ({ method, headers }: FastifyRequest): boolean =>
  method === 'GET' && (headers.accept?.includes('text/html') ?? false);
