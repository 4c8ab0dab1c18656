import type { Balance, Group } from '../../balance/balance.ts';
import { balanceOf } from '../../balance/balance.ts';

/** The groups of one competition, and whether anybody in it waits for a decision. */
export type Competition = { undecided: number; groups: readonly Group[] };

/** Of those counted at a level, how many were received in the competitions that show it, and how many got so far. */
export type LevelCount = { received: number; reached: number };
export type NationRow = { code: string; received: number; levels: readonly LevelCount[] };

export type Nations = {
  /** The nations that competitions show by themselves, by how many applied. */
  rows: readonly NationRow[];
  /** Those whom their competitions show together with others. */
  together: Omit<NationRow, 'code'> | undefined;
  everybody: Omit<NationRow, 'code'>;
  counted: number;
  /** Competitions of which nothing may be shown: too few applied, or somebody waits for a decision. */
  tooSmall: number;
  underWay: number;
};

type Rule = { levels: number; smallest: number };

/**
 * Adds up what the balance of each competition shows, and nothing else: a number here is a sum of numbers that the same
 * readers see there. Whatever is filtered, and whatever is subtracted from it, is then computed from those, which were
 * made so that nothing small can be (decisions 33 and 47).
 */
export function nationsOf(competitions: readonly Competition[], { levels, smallest }: Rule): Nations {
  const received = competitions.filter(({ groups }) => groups.some(({ reached: [all = 0] }) => all > 0));
  const decided = received.filter(({ undecided }) => undecided === 0);
  const balances = decided.flatMap(({ groups }) => balanceOf(groups, smallest) ?? []);
  const all = Array.from({ length: levels }, (_, level) => level);
  const adding = { balances, levels: all };
  const codes = new Set(balances.flatMap(({ groups }) => groups.map(({ code }) => code)));
  const rows = [...codes].map((code) => ({
    code,
    ...sum(adding, (one) => one.groups.find((group) => group.code === code)),
  }));
  const together = sum(adding, ({ others }) => others);
  return {
    rows: rows.toSorted((a, b) => b.received - a.received || (a.code < b.code ? -1 : 1)),
    together: together.received === 0 ? undefined : together,
    everybody: sum(adding, ({ everybody }) => ({ reached: everybody })),
    counted: balances.length,
    tooSmall: decided.length - balances.length,
    underWay: received.length - decided.length,
  };
}

type Adding = { balances: readonly Balance[]; levels: readonly number[] };
type PartOf = (balance: Balance) => { reached: readonly number[] } | undefined;

function sum({ balances, levels }: Adding, partOf: PartOf): Omit<NationRow, 'code'> {
  const parts = balances.flatMap((balance) => {
    const part = partOf(balance);
    return part ? [{ shown: balance.levels, reached: part.reached }] : [];
  });
  const total = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  return {
    received: total(parts.map(({ reached: [first = 0] }) => first)),
    levels: levels.map((level) => {
      const own = parts.filter(({ shown }) => shown.includes(level));
      return {
        received: total(own.map(({ reached: [first = 0] }) => first)),
        reached: total(own.map(({ shown, reached }) => reached[shown.indexOf(level)] ?? 0)),
      };
    }),
  };
}
