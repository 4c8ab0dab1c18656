import type { FastifyInstance } from 'fastify';
import type { Context } from '../../people/context.ts';
import { actorOf, requires } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import { findVacancy } from '../../vacancies/vacancy-queries.ts';
import { balanceOf, groupsFrom } from './balance.ts';
import { BalancePage } from './balance-pages.tsx';
import { nationalityCounts } from './balance-queries.ts';

/** The nationality balance of a competition, for those who answer for recruitment. */
export function balanceRoutes(web: FastifyInstance, context: Context): void {
  web.get('/staff/vacancies/:reference/balance', requires('equality:read'), async (request, reply) => {
    const { db, organisation } = context;
    const { reference } = request.params as { reference: string };
    const stages = organisation.selection.stages.filter(({ invitation }) => invitation);
    const vacancy = await findVacancy(db, reference);
    const found = await nationalityCounts(db, actorOf(request), { reference, stages: stages.map(({ code }) => code) });
    if (!vacancy || !found) return reply.callNotFound();
    const { smallestShown: smallest, questions } = organisation.equality;
    const shown = {
      page: pageContext(request, context),
      reference,
      stages: stages.map(({ name }) => name[request.language]),
      undecided: found.undecided,
      balance: balanceOf(groupsFrom(found.counts, stages.length + 2), smallest),
      smallest,
      asks: questions.length > 0,
    };
    return page(reply, <BalancePage {...shown} />);
  });
}
