import type { FastifyRequest } from 'fastify';
import { nationalitiesOf, type SaidNationalities } from '../../applications/eligibility/nationality-queries.ts';
import type { Context } from '../../people/context.ts';
import { nationalitiesSaid } from '../../people/said-nationality.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import type { Seeker } from '../../vacancies/search/search.ts';

/** What is known of somebody's nationality, and whether they said so in their profile, in an application or in the browser. */
export type KnownNationality = { countries: string[]; from: SaidNationalities['from'] | 'browser' | undefined };

/** What a signed-in person said with us; else what was said in this browser. */
export async function nationalityOf(request: FastifyRequest, { db }: Pick<Context, 'db'>): Promise<KnownNationality> {
  const given = request.actor && (await nationalitiesOf(db, request.actor.accountId));
  if (given) return given;
  const said = nationalitiesSaid(request.cookies);
  return { countries: said, from: said.length > 0 ? 'browser' : undefined };
}

/** Who searches: what they are shown, and the memberships of their countries where those are known. */
export const seekerFor = (
  internal: boolean,
  countries: readonly string[],
  { memberNations }: Pick<Organisation, 'memberNations'>,
): Seeker => ({
  internal,
  memberships:
    countries.length === 0 ? undefined : memberNations.nations.filter(({ country }) => countries.includes(country)),
});
