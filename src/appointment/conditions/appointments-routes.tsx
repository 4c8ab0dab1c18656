import type { FastifyInstance } from 'fastify';
import type { Context } from '../../people/context.ts';
import { actorOf, requires } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import { openCases } from './appointment-queries.ts';
import { sentIn } from '../candidate/condition-document-queries.ts';
import { tracksOf } from './track-queries.ts';
import { AppointmentsPage } from './appointments-pages.tsx';
import { seenBy } from './case-guard.ts';
import { waitingIn } from './waiting.ts';

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
    const cases = chosen.map((one) => {
      const { id = '' } = one.appointment ?? {};
      return { chosen: one, tracks: tracks.get(id) ?? [], sent: sent.get(id) ?? [] };
    });
    const own = conditions.filter(({ office }) => actor.roles.includes(office)).map(({ code }) => code);
    const mine = own.length > 0 ? (request.query as { show?: string }).show === 'mine' : undefined;
    const waiting = waitingIn(cases, clock()).filter(
      (one) => !mine || ('condition' in one && own.includes(one.condition.code)),
    );
    const shown = { page: pageContext(request, context), waiting, cases, mine };
    return page(reply.header('cache-control', 'no-store'), <AppointmentsPage {...shown} />);
  });
}
