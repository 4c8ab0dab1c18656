import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../platform/config.ts';
import type { Db } from '../schema.ts';
import type { Context } from './context.ts';
import { deviceOf } from './device.ts';
import { recordEvent } from './event-queries.ts';
import { findActor, openSession, revokeSecret } from './session-queries.ts';
import { sessionCookieName, sessionEnd } from './session.ts';

/** A request with the answer that is being made to it. */
export type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context };

/** Who is asking, from their cookie; and what they are shown stays out of caches, since others may use the machine. */
export function sessionHooks(web: FastifyInstance, context: Context): void {
  const cookieName = sessionCookieName(context.config.PUBLIC_URL);
  web.decorateRequest('actor', undefined);
  web.addHook('onRequest', async (request) => {
    const secret = request.cookies[cookieName];
    if (secret && !request.url.startsWith('/assets/'))
      request.actor = await findActor(context.db, secret, context.clock());
  });
  web.addHook('onSend', async (request, reply) => {
    if (request.actor) reply.header('cache-control', 'no-store');
  });
}

/** Signs an account in: a new secret, never one that the browser brought along. `request.actor` is the person from here on. */
export async function startSession(exchange: Exchange, accountId: string, db: Db): Promise<void> {
  const { request, reply, context } = exchange;
  const now = context.clock();
  const before = request.cookies[sessionCookieName(context.config.PUBLIC_URL)];
  if (before) await revokeSecret(db, before, now);
  const secret = await openSession(db, { accountId, device: deviceOf(request.headers['user-agent']) }, now);
  const by = { kind: 'account', id: accountId } as const;
  await recordEvent(db, { subject: 'account', subjectId: accountId, action: 'signed-in', by, at: now });
  request.actor = await findActor(db, secret, now);
  const attributes = { ...cookieAttributes(context.config), expires: sessionEnd(now) };
  reply.setCookie(sessionCookieName(context.config.PUBLIC_URL), secret, attributes);
}

/** Signs out: the session ends here and now, whatever becomes of the cookie. */
export async function endSession({ request, reply, context }: Exchange): Promise<void> {
  const cookieName = sessionCookieName(context.config.PUBLIC_URL);
  const secret = request.cookies[cookieName];
  if (secret) await revokeSecret(context.db, secret, context.clock());
  request.actor = undefined;
  reply.clearCookie(cookieName, cookieAttributes(context.config));
}

/** Out of reach of scripts and of other sites' forms; over https never sent in the clear. */
export const cookieAttributes = ({ PUBLIC_URL }: Config) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: PUBLIC_URL.startsWith('https') }) as const;
