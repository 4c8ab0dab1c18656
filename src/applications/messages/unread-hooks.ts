import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Context } from '../../people/context.ts';
import { unreadCount } from './message-queries.ts';

/**
 * Counts what waits for whoever is answered by a page, for its header: whether the page was opened, or says what is wrong
 * with a form. Not for visitors, nor for what scripts send, such as drafts as they are typed.
 */
export function unreadHooks(web: FastifyInstance, { db }: Pick<Context, 'db'>): void {
  web.addHook('preHandler', async (request) => {
    if (wantsPage(request) && request.actor) request.unread = await unreadCount(db, request.actor.accountId);
  });
}

const wantsPage = ({ headers }: FastifyRequest): boolean => headers.accept?.includes('text/html') ?? false;
