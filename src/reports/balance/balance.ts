/** How many of some people got at least so far: of all who applied first, each next a part of the one before. */
export type Reached = readonly number[];

/** The group of people with several nationalities, who are counted once and under none of them. */
export const SEVERAL = 'several';
/** Of people whose application names none. */
export const NONE = 'none';

/** People who are alike in one thing, each in one group alone. */
export type Group = { readonly code: string; readonly reached: Reached };

export type Balance = {
  /** Which levels are shown, the first among them; the numbers of each group are of these. */
  readonly levels: readonly number[];
  readonly groups: readonly Group[];
  /** Those who are too few to be shown by themselves, together; none where there are none. */
  readonly others: { readonly codes: readonly string[]; readonly reached: Reached } | undefined;
  readonly everybody: Reached;
};

/**
 * What may be shown of a table of groups by how far they got. Nothing is left blank in it, since a blank can be worked out:
 * groups are put together, and levels left out, until each number that can be computed from the table, those who got to a
 * level and no further among them, is `smallest` or more. Undefined where not even two rows are left.
 */
export function balanceOf(groups: readonly Group[], smallest: number): Balance | undefined {
  const present = groups.filter(({ reached: [all = 0] }) => all > 0);
  const everybody = sumOf(present);
  let found: Balance | undefined;
  for (const level of everybody.keys()) {
    const levels = [...(found?.levels ?? []), level];
    const rows = rowsAt(present, { levels, smallest });
    if (rows) found = { ...rows, levels, everybody: at(everybody, levels) };
    if (!found) return undefined;
  }
  return found;
}

type Cut = { levels: readonly number[]; smallest: number };
const at = (reached: Reached, levels: readonly number[]): Reached => levels.map((level) => reached[level] ?? 0);

/** Groups that can be shown at these levels, the largest first, and the others together. */
function rowsAt(present: readonly Group[], depth: Cut): Pick<Balance, 'groups' | 'others'> | undefined {
  const cut = present.map(({ code, reached }) => ({ code, reached: at(reached, depth.levels) }));
  const shown = cut.filter(({ reached }) => isSafe(reached, depth)).toSorted(bySize);
  const rest = cut.filter((group) => !shown.includes(group));
  // The smallest that could be shown goes with them: who knows that all of them are small could count them from their sum.
  for (let more = rest.length > 0; more; more = !isSafe(sumOf(rest), depth)) {
    const least = shown.at(-1)?.reached[0];
    if (least === undefined) return undefined;
    // Equal ones together, or the order of their codes would tell.
    while (shown.at(-1)?.reached[0] === least) rest.push(...shown.splice(-1));
  }
  if (shown.length + Math.min(rest.length, 1) < 2) return undefined;
  // By their codes alone: another order would tell which of them is the larger.
  const codes = rest.map(({ code }) => code).toSorted();
  const others = rest.length > 0 ? { codes, reached: sumOf(rest) } : undefined;
  return { groups: shown, others };
}

const bySize = (a: Group, b: Group): number => (b.reached[0] ?? 0) - (a.reached[0] ?? 0) || (a.code < b.code ? -1 : 1);

/** Whether neither those at any level nor those who got no further than one are too few. */
const isSafe = (reached: Reached, { smallest }: Pick<Cut, 'smallest'>): boolean =>
  reached.every((count, level) => count - (reached[level + 1] ?? 0) >= smallest);

const sumOf = (groups: readonly Pick<Group, 'reached'>[]): Reached =>
  (groups[0]?.reached ?? []).map((_, level) => groups.reduce((sum, { reached }) => sum + (reached[level] ?? 0), 0));

/** Of those at a level, what share went on to the next; undefined where nobody was there. */
export function shareOnwards(reached: Reached, level: number): number | undefined {
  const [from = 0, to = 0] = [reached[level], reached[level + 1]];
  return from === 0 ? undefined : to / from;
}

/** A group's share compared with everybody's: 1 is alike. */
export function selectionRatio(reached: Reached, everybody: Reached, level: number): number | undefined {
  const [own, all] = [shareOnwards(reached, level), shareOnwards(everybody, level)];
  return own === undefined || all === undefined || all === 0 ? undefined : own / all;
}

/** From how far each got, by group, how many got at least so far. */
export function groupsFrom(counts: readonly { code: string; level: number; count: number }[], levels: number): Group[] {
  return [...Map.groupBy(counts, ({ code }) => code)].map(([code, own]) => ({
    code,
    reached: Array.from({ length: levels }, (_, level) =>
      own.reduce((sum, one) => sum + (one.level >= level ? one.count : 0), 0),
    ),
  }));
}
