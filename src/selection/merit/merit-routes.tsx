import type { FastifyInstance } from 'fastify';
import { requiresIn } from '../../competition/competition-guard.ts';
import { recusedFrom } from '../../competition/conflict-queries.ts';
import type { Context } from '../../people/context.ts';
import { actorOf } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import { findVacancy } from '../../vacancies/vacancy-queries.ts';
import { levelsFoundIn } from '../language-tests/language-result-queries.ts';
import { languageStandings } from '../language-tests/language-standing.ts';
import { missingLevels } from '../language-tests/missing-level-queries.ts';
import { MeritPage } from './merit-pages.tsx';
import { meritOf, type Merit } from './merit-queries.ts';

type ByReference = { Params: { reference: string } };

/** The order of merit, for those who read scores; of whom somebody is recused from, nothing is shown to them. */
export function meritRoutes(web: FastifyInstance, context: Context): void {
  const guard = requiresIn(context, 'selection:read-scores');
  web.get<ByReference>('/staff/vacancies/:reference/merit', guard, async (request, reply) => {
    const vacancy = await findVacancy(context.db, request.params.reference);
    if (!vacancy) return reply.callNotFound();
    const { reference } = vacancy;
    const recused = await recusedFrom(context.db, reference, actorOf(request).accountId);
    const merit = without(await meritOf(context.db, reference), recused);
    const required = vacancy.notice.languages;
    const asked = { scheme: context.organisation.languages, required };
    const languages = languageStandings(await levelsFoundIn(context.db, reference), asked);
    const missing = await missingLevels(context.db, vacancy);
    const shown = {
      page: pageContext(request, context),
      reference,
      vacancyTitle: vacancy.notice.title,
      organisation: context.organisation,
      merit,
      required,
      languages,
      missing: missing.filter(({ applicationId }) => !recused.has(applicationId)),
    };
    return page(reply.header('cache-control', 'no-store'), <MeritPage {...shown} />);
  });
}

/** What is left for who may not see some of it: ranks stay as they are. */
function without({ order, ...merit }: Merit, recused: ReadonlySet<string>): Merit {
  const seen = ({ candidate }: { candidate: string }) => !recused.has(candidate);
  return {
    ...merit,
    order: {
      ranked: order.ranked.filter(seen),
      belowPassMark: order.belowPassMark.filter(seen),
      incomplete: order.incomplete.filter(seen),
    },
  };
}
