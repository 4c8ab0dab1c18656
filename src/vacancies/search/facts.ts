/** One fact of all vacancies: the values that occur, which each vacancy has, and which vacancies each value has. */
export type Column<Value> = {
  values: readonly Value[];
  /** By vacancy, the place of its value in `values`. */
  codes: Uint32Array;
  /** By the place of a value, the vacancies that have it, in order. */
  holders: readonly Uint32Array[];
};

/** What facets count, of all published vacancies, by columns: in the public order of the list, the soonest deadline first. */
export type Facts = {
  references: readonly string[];
  body: Column<string | null>;
  city: Column<string | null>;
  clause: Column<string | null>;
  level: Column<string | null>;
  /** The whole list of a vacancy's grades counts as one value, so that a family counts it once. */
  grades: Column<readonly string[]>;
  audience: Column<string>;
  /** Instants in milliseconds; `Infinity` where there is no deadline. */
  publishedAt: Float64Array;
  deadlineAt: Float64Array;
  internalDeadlineAt: Float64Array;
};

/** A column from the value of each vacancy, said by a text. */
export function columnOf<Value>(all: readonly string[], valueOf: (text: string) => Value): Column<Value> {
  const places = new Map<string, number>();
  const holders: number[][] = [];
  const codes = Uint32Array.from(all, (text, vacancy) => {
    const place = places.get(text) ?? places.size;
    places.set(text, place);
    (holders[place] ??= []).push(vacancy);
    return place;
  });
  return {
    values: [...places.keys()].map(valueOf),
    codes,
    holders: holders.map((vacancies) => Uint32Array.from(vacancies)),
  };
}
