import type { FastifyInstance } from 'fastify';
import type { Context } from '../../people/context.ts';
import { actorOf, requires } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import { openCases } from './appointment-queries.ts';
import { sentIn } from '../candidate/condition-document-queries.ts';
import { tracksOf } from './track-queries.ts';
import { AppointmentsPage } from './appointments-pages.tsx';
import { offersOf, type KeptOffer } from '../offer/offer-queries.ts';
import { offerActions, readsOffers } from '../offer/offer.ts';
import type { Actor } from '../../people/actor.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { seenBy } from './case-guard.ts';
import { waitingIn, type Waiting } from './waiting.ts';

/** The appointments under way, for those whose office sees a part of them through. */
export function appointmentsRoutes(web: FastifyInstance, context: Context): void {
  web.get('/staff/appointments', requires('appointments:find'), async (request, reply) => {
    const { db, organisation, clock } = context;
    const actor = actorOf(request);
    const conditions = seenBy(organisation, actor);
    const chosen = await openCases(db, actor, organisation.selection);
    const ids = chosen.flatMap(({ appointment }) => appointment?.id ?? []);
    const tracks = await tracksOf(db, ids, conditions);
    const sent = await sentIn(db, ids);
    const rules = organisation.appointment.offer;
    const offers = readsOffers(actor.roles, rules) ? await offersOf(db, ids) : new Map<string, KeptOffer[]>();
    const cases = chosen.map((one) => {
      const { id = '' } = one.appointment ?? {};
      return { chosen: one, tracks: tracks.get(id) ?? [], sent: sent.get(id) ?? [], offer: offers.get(id)?.[0] };
    });
    const own = conditions.filter(({ office }) => actor.roles.includes(office)).map(({ code }) => code);
    const mine = own.length > 0 ? (request.query as { show?: string }).show === 'mine' : undefined;
    const waiting = waitingIn(cases, clock(), organisation.workingDays).filter(
      (one) => !mine || ('condition' in one && own.includes(one.condition.code)) || isMine(one, rules, actor),
    );
    const shown = { page: pageContext(request, context), waiting, cases, mine, rules };
    return page(reply.header('cache-control', 'no-store'), <AppointmentsPage {...shown} />);
  });
}

/** Whether the next step of an offer is the reader's. */
const isMine = (
  one: Waiting,
  rules: Organisation['appointment']['offer'],
  { accountId: id, roles }: Pick<Actor, 'accountId' | 'roles'>,
): boolean =>
  one.kind === 'offer' &&
  offerActions(one.offer, { rules, by: { id, roles } }).some((action) =>
    ['submit', 'approve', 'send'].includes(action),
  );
