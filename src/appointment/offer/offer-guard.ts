import type { Context } from '../../people/context.ts';
import { actorOf } from '../../people/guard.ts';
import type { Permission } from '../../people/permissions.ts';
import { onCase, type CaseExchange } from '../conditions/case-guard.ts';
import { readsOffers } from './offer.ts';

/** A route on the offers of one appointment, once it was begun: not there for who would only approve where the path asks others. */
export function onOffer(context: Context, permission: Permission) {
  const { guard, to } = onCase(context, permission);
  const toOffer = (then: (exchange: CaseExchange) => Promise<unknown>) =>
    to(async (exchange) => {
      const { request, reply, chosen } = exchange;
      const { offer } = context.organisation.appointment;
      if (!chosen.appointment || !readsOffers(actorOf(request).roles, offer)) return reply.callNotFound();
      return then(exchange);
    });
  return { guard, to: toOffer };
}
