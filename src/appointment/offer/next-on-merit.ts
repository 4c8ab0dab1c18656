import type { Candidate } from '../../competition/candidate-queries.ts';
import type { Ranked } from '../../selection/merit/merit-order.ts';

/** Who stands next on the order of merit. */
export type NextOnMerit = {
  number: string;
  name: string;
  rank: number;
  /** The vacancy whose similar post they accepted; null where they accepted none. */
  accepted: string | null;
};

type Order = {
  ranked: readonly Pick<Ranked, 'candidate' | 'rank'>[];
  /** By the application's id, as those in the order. */
  candidates: ReadonlyMap<string, Pick<Candidate, 'number' | 'givenNames' | 'familyName' | 'position'>>;
  /** From whom the reader is recused. */
  recused: ReadonlySet<string>;
  /** Whose time on the reserve list is over. */
  expired: ReadonlySet<string>;
  /** The vacancies whose similar posts were accepted. */
  accepted: ReadonlyMap<string, string>;
};

/**
 * The first on the reserve list who are not ranked above somebody, from whom the reader is not recused: all who share that rank,
 * since nothing here puts one of them first. Nobody where the order does not rank the person: their post is another than the one
 * applied for.
 */
export function nextAfter(applicationId: string, { ranked, ...order }: Order): NextOnMerit[] {
  const own = ranked.find(({ candidate }) => candidate === applicationId);
  if (!own) return [];
  const following = ranked
    .filter(({ candidate, rank }) => rank >= own.rank && candidate !== applicationId)
    .flatMap(({ candidate, rank }) => nextOf(candidate, rank, order));
  const first = Math.min(...following.map(({ rank }) => rank));
  return following.filter(({ rank }) => rank === first);
}

function nextOf(candidate: string, rank: number, order: Omit<Order, 'ranked'>): NextOnMerit[] {
  const found = order.candidates.get(candidate);
  if (found?.position !== 'reserve-listed') return [];
  if (order.recused.has(candidate) || order.expired.has(candidate)) return [];
  const { number, givenNames, familyName } = found;
  const name = `${givenNames} ${familyName}`.trim();
  return [{ number, name, rank, accepted: order.accepted.get(candidate) ?? null }];
}
