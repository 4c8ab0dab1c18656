import type { FastifyReply, FastifyRequest } from 'fastify';
import { requiresIn } from '../../competition/competition-guard.ts';
import { appliesFor } from '../../competition/member-queries.ts';
import type { Actor } from '../../people/actor.ts';
import type { Context } from '../../people/context.ts';
import { actorOf } from '../../people/guard.ts';
import { permits, type Permission } from '../../people/permissions.ts';
import type { Condition } from '../../regulations/organisation/appointment-schema.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { isBlind } from '../../screening/screening-queries.ts';
import { findCase, type Chosen } from './appointment-queries.ts';

export type CaseExchange = { request: FastifyRequest; reply: FastifyReply; context: Context; chosen: Chosen };

/** The conditions whose outcome somebody may read: a medical one is the medical and the contract office's alone. */
export const seenBy = ({ appointment }: Pick<Organisation, 'appointment'>, { roles }: Pick<Actor, 'roles'>) => {
  const seesMedical = permits(roles, 'conditions:medical');
  return appointment.conditions.filter(({ kind }: Condition) => kind !== 'medical' || seesMedical);
};

/** The conditions that somebody sees through by their office: what was sent for these is theirs to open, and nobody else's. */
export const officesOf = (
  { appointment }: Pick<Organisation, 'appointment'>,
  { roles }: Pick<Actor, 'roles'>,
): string[] =>
  permits(roles, 'conditions:handle')
    ? appointment.conditions.filter(({ office }) => roles.includes(office)).map(({ code }) => code)
    : [];

/** A route on one appointment, under `caseAddress()`: not there for whoever it is about, nor for who applies in its competition. */
export const onCase = (context: Context, permission: Permission) => {
  const required = requiresIn(context, permission);
  const guard = { ...required, config: { ...required.config, discreet: true } };
  const to =
    (then: (exchange: CaseExchange) => Promise<unknown>) => async (request: FastifyRequest, reply: FastifyReply) => {
      const chosen = await findCase(context.db, wantedOf(request));
      if (!chosen || (await isShut(context, actorOf(request), chosen))) return reply.callNotFound();
      return then({ request, reply: reply.header('cache-control', 'no-store'), context, chosen });
    };
  return { guard, to };
};

/**
 * Whether an appointment is not for somebody's eyes: their own; or to a similar post, where they apply for the vacancy that its
 * person had applied for, or screen there without seeing whose the applications are. Of the post itself the route was asked before.
 */
async function isShut({ db, organisation }: Context, { accountId }: Actor, chosen: Chosen): Promise<boolean> {
  const { applicantId, appliedFor, reference } = chosen;
  if (applicantId === accountId) return true;
  if (appliedFor === reference) return false;
  if (await appliesFor(db, appliedFor, accountId)) return true;
  return isBlind(db, { reference: appliedFor, accountId }, organisation.selection);
}

export const wantedOf = ({ params }: FastifyRequest) => {
  const { reference, number } = params as { reference: string; number: string };
  return { reference, number };
};
