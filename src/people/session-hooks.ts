import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../platform/config.ts';
import type { Db } from '../schema.ts';
import type { Context } from './context.ts';
import { deviceOf } from './device.ts';
import { recordEvent } from './event-queries.ts';
import { secondFactorDue, type SecondFactorDue } from './second-factor/second-factor.ts';
import { findHolder, openSession, revokeSecret, type Holder } from './session-queries.ts';
import { sessionCookieName, sessionEnd } from './session.ts';
import { recordSignIn } from './sign-in-history-queries.ts';
import type { SignInMethod } from './sign-in-method.ts';

/** A request with the answer that is being made to it. */
export type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context };

/** Who is asking, from their cookie; and what they are shown stays out of caches, since others may use the machine. */
export function sessionHooks(web: FastifyInstance, context: Context): void {
  const cookieName = sessionCookieName(context.config.PUBLIC_URL);
  web.decorateRequest('actor', undefined);
  web.decorateRequest('secondFactor', undefined);
  // Once the request has its turn (`platform/overload.ts`): else those who wait would keep the connections from those
  // whose turn it is, and a submission would wait behind the sessions of everybody else.
  web.addHook('preValidation', async (request) => {
    const secret = request.cookies[cookieName];
    if (secret && !request.url.startsWith('/assets/'))
      become(request, await findHolder(context.db, secret, context.clock()), context);
  });
  web.addHook('onSend', async (request, reply) => {
    if (request.actor) reply.header('cache-control', 'no-store');
  });
}

declare module 'fastify' {
  interface FastifyRequest {
    /** What is asked of the person before their role counts; undefined where nobody is signed in. */
    secondFactor: SecondFactorDue | undefined;
  }
}

function become(request: FastifyRequest, holder: Holder | undefined, { organisation, clock }: Context): void {
  request.actor = holder?.actor;
  request.secondFactor = holder && secondFactorDue(organisation.signIn.secondFactor, holder.proof, clock());
}

/** Who signs in, and how. */
export type SignIn = { accountId: string; method: SignInMethod };

/** Signs an account in: a new secret, never one that the browser brought along. `request.actor` is the person from here on. */
export async function startSession(exchange: Exchange, { accountId, method }: SignIn, db: Db): Promise<void> {
  const { request, reply, context } = exchange;
  const now = context.clock();
  const before = request.cookies[sessionCookieName(context.config.PUBLIC_URL)];
  if (before) await revokeSecret(db, before, now);
  const device = deviceOf(request.headers['user-agent']);
  const secret = await openSession(db, { accountId, device, method }, now);
  await recordSignIn(db, accountId, { at: now, method, device, succeeded: true });
  const by = { kind: 'account', id: accountId } as const;
  await recordEvent(db, { subject: 'account', subjectId: accountId, action: 'signed-in', by, at: now });
  become(request, await findHolder(db, secret, now), context);
  const attributes = { ...cookieAttributes(context.config), expires: sessionEnd(now) };
  reply.setCookie(sessionCookieName(context.config.PUBLIC_URL), secret, attributes);
}

/** Somebody who is not let in: their own list of sign-ins says so. */
export const noteRefusal = ({ request, context }: Exchange, { accountId, method }: SignIn): Promise<void> =>
  recordSignIn(context.db, accountId, {
    at: context.clock(),
    method,
    device: deviceOf(request.headers['user-agent']),
    succeeded: false,
  });

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
