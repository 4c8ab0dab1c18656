import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../../schema.ts';
import type { Row } from './record.ts';

/** A table of a record: its columns, and its rows of one vacancy by pages, so that no table is held as a whole. */
export type RecordTable = {
  columns: readonly string[];
  rows: (db: Db, reference: string) => AsyncIterable<readonly Row[]>;
};

const PAGE = 500;

type Keyed = Row & { key: string };
/** Rows after a key, in its order; `key` is what the next page begins after. */
type Select = (reference: string, after: string) => RawBuilder<Keyed>;

/** A table whose rows are selected after a key, a page at a time. */
export const table = (columns: readonly string[], select: Select): RecordTable => ({
  columns,
  rows: async function* rows(db, reference) {
    for (let after = ''; ;) {
      const { rows: page } = await sql<Keyed>`${select(reference, after)} order by key limit ${PAGE}`.execute(db);
      yield page;
      after = page.at(-1)?.key ?? after;
      if (page.length < PAGE) return;
    }
  },
});

/** A number as a text that sorts as it does. */
export const sortable = (column: string) => sql`lpad(${sql.ref(column)}::text, 19, '0')`;
