import { createQueryId, type CompiledQuery } from 'kysely';
import type { Db } from '../schema.ts';

const NAMES = new Map<string, string>();

/** The name under which a connection keeps a statement that was compiled by `prepared`; none for any other. */
export const preparedName = (text: string): string | undefined => NAMES.get(text);

/** A query as Kysely builds it, or a raw one. */
type Wording<Row> = { compile: (db: Db) => CompiledQuery<Row> };
type Statement<Values, Row> = { query: CompiledQuery<Row>; fill: (values: Values) => unknown[] };

/**
 * A query for what is asked hundreds of times a second: put into words once, and parsed and planned once by each
 * connection. What `build` gets stands for the values and is none: it must not look at it. Names are unique.
 */
export function prepared<Values extends Record<string, unknown>, Row>(
  name: string,
  build: (db: Db, values: Values) => Wording<Row>,
): (db: Db, values: Values) => Promise<Row[]> {
  let statement: Statement<Values, Row> | undefined;
  return async (db, values) => {
    const wording = (places: Values) => build(db, places).compile(db);
    const { query, fill } = (statement ??= compile(name, Object.keys(values), wording));
    const { rows } = await db.executeQuery<Row>({ ...query, parameters: fill(values), queryId: createQueryId() });
    return rows;
  };
}

function compile<Values extends Record<string, unknown>, Row>(
  name: string,
  keys: string[],
  wording: (places: Values) => CompiledQuery<Row>,
): Statement<Values, Row> {
  const places = keys.map((key) => [key, {}] as const);
  const query = wording(Object.fromEntries(places) as Values);
  NAMES.set(query.sql, name);
  const sources = query.parameters.map((fixed) => ({ fixed, key: places.find(([, place]) => place === fixed)?.[0] }));
  const fill = (values: Values) => sources.map(({ fixed, key }) => (key === undefined ? fixed : values[key]));
  return { query, fill };
}
