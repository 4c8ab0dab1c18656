import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Context } from '../../people/context.ts';
import { actorOf, requires } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import { civilDayIn } from '../../site/dates.ts';
import { appointedCases } from '../conditions/appointment-queries.ts';
import { CONTRACTS } from './contract-address.ts';
import { askedFor, WITHIN_MONTHS, type Asked } from './contract-list.ts';
import { contractsOf } from './contract-queries.ts';
import { ContractsPage, PAGE_SIZE } from './contracts-pages.tsx';

/** The list of contracts; which of them, the query for their reader says. */
export function contractsRoutes(web: FastifyInstance, context: Context): void {
  const { db, organisation, clock } = context;
  web.get(CONTRACTS, requires('contracts:find'), async (request, reply) => {
    const cases = await appointedCases(db, actorOf(request), organisation.selection);
    const all = await contractsOf(db, cases);
    const asked = askedIn(request);
    const { calendar: rules } = organisation.appointment;
    const now = clock();
    const contracts = askedFor(all, asked, { rules, todayIn: (zone) => civilDayIn(now, zone) });
    const shown = {
      page: pageContext(request, context),
      isEmpty: all.length === 0,
      contracts,
      asked,
      current: pageIn(request, contracts.length),
      office: rules.by,
    };
    return page(reply.header('cache-control', 'no-store'), <ContractsPage {...shown} />);
  });
}

type Query = { within?: string; q?: string; page?: string };

function askedIn(request: FastifyRequest): Asked {
  const { within, q } = request.query as Query;
  const months = WITHIN_MONTHS.find((known) => String(known) === within) ?? 0;
  return { within: months, q: typeof q === 'string' ? q.slice(0, MAX_ASKED) : '' };
}

const MAX_ASKED = 200;

function pageIn(request: FastifyRequest, count: number): number {
  const typed = Number((request.query as Query).page ?? 1);
  const last = Math.max(1, Math.ceil(count / PAGE_SIZE));
  return Number.isInteger(typed) && typed >= 1 ? Math.min(typed, last) : 1;
}
