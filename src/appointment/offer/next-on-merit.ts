import type { Candidate } from '../../competition/candidate-queries.ts';
import type { Ranked } from '../../selection/merit/merit-order.ts';

/** Who stands next on the order of merit. */
export type NextOnMerit = { number: string; name: string; rank: number };

type Order = {
  ranked: readonly Pick<Ranked, 'candidate' | 'rank'>[];
  /** By the application's id, as those in the order. */
  candidates: ReadonlyMap<string, Pick<Candidate, 'number' | 'givenNames' | 'familyName' | 'position'>>;
  /** From whom the reader is recused. */
  recused: ReadonlySet<string>;
};

/**
 * The first on the reserve list who is not ranked above somebody, from whom the reader is not recused; undefined where there is
 * nobody, or the order does not rank them: their post is another than the one applied for.
 */
export function nextAfter(applicationId: string, { ranked, candidates, recused }: Order): NextOnMerit | undefined {
  const own = ranked.find(({ candidate }) => candidate === applicationId);
  if (!own) return undefined;
  const next = ranked
    .filter(({ candidate, rank }) => rank >= own.rank && candidate !== applicationId && !recused.has(candidate))
    .map(({ candidate, rank }) => ({ rank, found: candidates.get(candidate) }))
    .find(({ found }) => found?.position === 'reserve-listed');
  if (!next?.found) return undefined;
  const { number, givenNames, familyName } = next.found;
  return { number, name: `${givenNames} ${familyName}`.trim(), rank: next.rank };
}
