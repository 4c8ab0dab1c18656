import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from './actor.ts';
import { permits, type Permission } from './permissions.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is signed in, if anybody. */
    actor: Actor | undefined;
  }
  interface FastifyContextConfig {
    /** The permission that the route needs; the route test walks them all. */
    permission?: Permission;
    /** Whether the route needs somebody signed in, whoever it is. */
    signedIn?: boolean;
  }
}

/** A route for those who hold the permission. Others get 404, so that nothing tells them what is there. */
export const requires = (permission: Permission) => ({
  config: { permission, signedIn: true },
  preHandler: async (request: FastifyRequest, reply: FastifyReply) => {
    if (!request.actor) return askToSignIn(request, reply);
    if (!permits(request.actor.roles, permission)) return reply.callNotFound();
    return undefined;
  },
});

/** A route for anybody who is signed in: their own pages. */
export const signedIn = () => ({
  config: { signedIn: true },
  preHandler: async (request: FastifyRequest, reply: FastifyReply) =>
    request.actor ? undefined : askToSignIn(request, reply),
});

/** The person behind a request on a route with `requires` or `signedIn`. */
export function actorOf(request: FastifyRequest): Actor {
  if (!request.actor) throw new Error('This route lets in people who are not signed in.');
  return request.actor;
}

/** To the sign-in page and back here. A form that was sent is handed on by `sign-in-routes.tsx`, so nothing typed is lost. */
function askToSignIn(request: FastifyRequest, reply: FastifyReply) {
  if (request.headers.accept?.includes('application/json')) return reply.code(401).send({ kind: 'signed-out' });
  if (request.method === 'GET') {
    const back = encodeURIComponent(request.url);
    return reply.redirect(`/${request.language}/sign-in?back=${back}`, 303);
  }
  return reply.signInToContinue(request);
}

declare module 'fastify' {
  interface FastifyReply {
    /** Shows the sign-in page with the form that was sent kept in it. */
    signInToContinue: (request: FastifyRequest) => FastifyReply;
  }
}

/** The address of a link opens a session, so it is kept out of the log of requests. */
export const UNLOGGED = { logLevel: 'warn' } as const;
