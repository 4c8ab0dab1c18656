import { createQueryId, type CompiledQuery } from 'kysely';
import type { Db } from '../schema.ts';

const NAMES = new Map<string, string>();

/** The name under which a connection keeps a statement that was compiled by `prepared`; none for any other. */
export const preparedName = (text: string): string | undefined => NAMES.get(text);

/** A query as Kysely builds it, or a raw one. */
type Wording<Row> = { compile: (db: Db) => CompiledQuery<Row> };
type Statement<Row> = { query: CompiledQuery<Row>; fill: (values: readonly unknown[]) => unknown[] };

/**
 * A query for what is asked hundreds of times a second: put into words once, and parsed and planned once by each
 * connection. What `build` gets stands for the values and is none: it must not look at it. Names are unique.
 */
export function prepared<Values extends readonly unknown[], Row>(
  name: string,
  build: (db: Db, ...values: Values) => Wording<Row>,
): (db: Db, ...values: Values) => Promise<Row[]> {
  let statement: Statement<Row> | undefined;
  return async (db, ...values) => {
    const { query, fill } = (statement ??= compile(name, values.length, (places) =>
      build(db, ...(places as Values)).compile(db),
    ));
    const { rows } = await db.executeQuery<Row>({ ...query, parameters: fill(values), queryId: createQueryId() });
    return rows;
  };
}

function compile<Row>(name: string, count: number, wording: (places: unknown) => CompiledQuery<Row>): Statement<Row> {
  const places = Array.from({ length: count }, () => ({}));
  const query = wording(places);
  NAMES.set(query.sql, name);
  const sources = query.parameters.map((fixed) => ({ fixed, place: places.indexOf(fixed as object) }));
  const fill = (values: readonly unknown[]) => sources.map(({ fixed, place }) => (place < 0 ? fixed : values[place]));
  return { query, fill };
}
