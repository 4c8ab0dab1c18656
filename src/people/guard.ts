import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from './actor.ts';
import { permits, type CaseRole, type CompetitionRole, type Permission } from './permissions.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is signed in, if anybody. */
    actor: Actor | undefined;
    /** How many messages wait for whoever opens a page; 0 where they were not counted. */
    unread: number;
  }
  interface FastifyContextConfig {
    /** The permission that the route needs; the route test walks them all. */
    permission?: Permission;
    /** Whether the route needs somebody signed in, whoever it is. */
    signedIn?: boolean;
  }
}

/** What somebody is entrusted with where a request leads, beside their roles; undefined where nothing of it is theirs. */
export type RolesThere = (
  request: FastifyRequest,
  actor: Actor,
) => Promise<readonly (CompetitionRole | CaseRole)[] | undefined>;

/** A route for those who hold the permission. Others get 404, so that nothing tells them what is there. */
export const requires = (permission: Permission, rolesThere: RolesThere = async () => []) => ({
  config: { permission, signedIn: true },
  preHandler: async (request: FastifyRequest, reply: FastifyReply) => {
    if (!request.actor) return askToSignIn(request, reply);
    const there = await rolesThere(request, request.actor);
    if (!there || !permits([...request.actor.roles, ...there], permission)) return reply.callNotFound();
    return askForSecondFactor(request, reply);
  },
});

/** A route for anybody who is signed in: their own pages. */
export const signedIn = () => ({
  config: { signedIn: true },
  preHandler: async (request: FastifyRequest, reply: FastifyReply) =>
    request.actor ? undefined : askToSignIn(request, reply),
});

/** A route for serving staff, whatever they are entrusted with. To others it is not there, whatever it would show. */
export const servingStaffOnly = () => ({
  config: { signedIn: true },
  preHandler: async (request: FastifyRequest, reply: FastifyReply) => {
    if (!request.actor) return askToSignIn(request, reply);
    return request.actor.roles.length > 0 ? undefined : reply.callNotFound();
  },
});

/** The person behind a request on a route with `requires` or `signedIn`. */
export function actorOf(request: FastifyRequest): Actor {
  if (!request.actor) throw new Error('This route lets in people who are not signed in.');
  return request.actor;
}

/** A task waits until the second factor that the organisation asks for is set up, or shown; what was typed travels along. */
function askForSecondFactor(request: FastifyRequest, reply: FastifyReply) {
  const due = request.secondFactor?.kind;
  if (due !== 'enrol' && due !== 'prove') return undefined;
  if (request.headers.accept?.includes('application/json')) return reply.code(403).send({ kind: 'second-factor' });
  if (due === 'enrol') return reply.redirect(`/${request.language}/my/account/security?due=1`, 303);
  if (request.method !== 'GET') return reply.proveToContinue(request);
  return reply.redirect(`/${request.language}/sign-in/second-step?back=${encodeURIComponent(request.url)}`, 303);
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
    /** Asks for the second factor, with the form that was sent kept in the page. */
    proveToContinue: (request: FastifyRequest) => Promise<FastifyReply>;
  }
}

/** The address of a link opens a session, so it is kept out of the log of requests. */
export const UNLOGGED = { logLevel: 'warn' } as const;
