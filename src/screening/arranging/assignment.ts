export type Assigning = {
  /** The applications to be screened, in their order, each with who has it already. */
  applications: readonly { id: string; screeners: readonly string[] }[];
  /** Those among whom they are shared out. */
  screeners: readonly string[];
  /** How many look at each. */
  each: number;
  /** Whom each screener may not judge. */
  recused: ReadonlyMap<string, ReadonlySet<string>>;
};
export type Assignment = { applicationId: string; screenerId: string };

/**
 * Shares applications out evenly: each gets as many screeners as are asked for, those first who have the fewest. Nobody gets
 * whom they may not judge, so that an application may be left with too few: the page says so.
 */
export function assign({ applications, screeners, each, recused }: Assigning): Assignment[] {
  const load = new Map(screeners.map((id) => [id, 0]));
  for (const { screeners: have } of applications) for (const id of have) load.set(id, (load.get(id) ?? 0) + 1);
  return applications.flatMap(({ id: applicationId, screeners: have }) => {
    const free = screeners.filter((id) => !have.includes(id) && !recused.get(id)?.has(applicationId));
    const chosen = free
      .toSorted((a, b) => (load.get(a) ?? 0) - (load.get(b) ?? 0))
      .slice(0, Math.max(0, each - have.length));
    for (const id of chosen) load.set(id, (load.get(id) ?? 0) + 1);
    return chosen.map((screenerId) => ({ applicationId, screenerId }));
  });
}
