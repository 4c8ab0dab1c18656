import type { FastifyReply, FastifyRequest } from 'fastify';
import { rolesIn } from '../competition/member-queries.ts';
import type { Actor } from '../people/actor.ts';
import type { Context } from '../people/context.ts';
import { actorOf } from '../people/guard.ts';
import { permits, type Permission } from '../people/permissions.ts';
import { findVacancy } from '../vacancies/vacancy-queries.ts';
import type { Vacancy } from '../vacancies/vacancy.ts';
import { findScreening, isBlind, type Screening } from './screening-queries.ts';

/** A request about the screening of a vacancy. */
export type Place = {
  request: FastifyRequest;
  reply: FastifyReply;
  context: Context;
  actor: Actor;
  vacancy: Vacancy;
  /** What this person may do there. */
  may: (permission: Permission) => boolean;
  /** Whether they may not see whose the applications are. */
  blind: boolean;
};
export type Begun = Place & { screening: Screening };

type Handler<Of> = (place: Of) => Promise<unknown>;

/** Leads to a vacancy that is there, with what this person may do at it. */
export const withVacancy =
  (context: Context, then: Handler<Place>) => async (request: FastifyRequest, reply: FastifyReply) => {
    const { reference } = request.params as { reference: string };
    const vacancy = await findVacancy(context.db, reference);
    if (!vacancy) return reply.callNotFound();
    const actor = actorOf(request);
    const there = (await rolesIn(context.db, reference, actor.accountId)) ?? [];
    const may = (permission: Permission) => permits([...actor.roles, ...there], permission);
    const { selection } = context.organisation;
    const blind = await isBlind(context.db, { reference, accountId: actor.accountId }, selection);
    // What is shown of candidates is kept by no browser.
    reply.header('cache-control', 'no-store');
    return then({ request, reply, context, actor, vacancy, may, blind });
  };

/** The same where the screening has begun; before, there is nothing. */
export const withScreening = (context: Context, then: Handler<Begun>) =>
  withVacancy(context, async (place) => {
    const screening = await findScreening(context.db, place.vacancy.reference);
    return screening ? then({ ...place, screening }) : place.reply.callNotFound();
  });

export const screeningAddress = ({ request, vacancy }: Pick<Place, 'request' | 'vacancy'>, rest = ''): string =>
  `/${request.language}/staff/vacancies/${encodeURIComponent(vacancy.reference)}/screening${rest}`;

/** What was done, said once on the page that it leads to. */
export const doneIn = ({ request }: Pick<Place, 'request'>): { done: string; count: number } => {
  const { done = '', count = '' } = request.query as Record<string, string | undefined>;
  return { done, count: Number(count) };
};
