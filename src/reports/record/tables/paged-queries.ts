import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../../../schema.ts';
import type { Row } from '../record.ts';

/** A table of a record: its columns, and its rows of one vacancy by pages, so that no table is held as a whole. */
export type RecordTable = {
  columns: readonly string[];
  rows: (db: Db, reference: string, reading?: Reading) => AsyncIterable<readonly Row[]>;
};

/** Who reads: a person, who is not told what is under way, or a check that compares everything and shows nobody any of it. */
export type Reading = 'to-tell' | 'to-check';

const PAGE = 500;

type Keyed = Row & { key: string };
/** Rows after a key, in its order; `key` is what the next page begins after. */
type Select = (reference: string, after: string, reading: Reading) => RawBuilder<Keyed>;

/** A table whose rows are selected after a key, a page at a time. */
export const table = (columns: readonly string[], select: Select): RecordTable => ({
  columns,
  rows: async function* rows(db, reference, reading = 'to-tell') {
    for (let after = ''; ;) {
      const { rows: page } = await sql<Keyed>`${select(reference, after, reading)} order by key limit ${PAGE}`.execute(
        db,
      );
      yield page;
      after = page.at(-1)?.key ?? after;
      if (page.length < PAGE) return;
    }
  },
});

/** What is told where this holds; all of it to a check. */
export const toldWhere = (condition: RawBuilder<unknown>, reading: Reading): RawBuilder<unknown> =>
  reading === 'to-check' ? sql`true` : condition;

/** A number as a text that sorts as it does. */
export const sortable = (column: string) => sql`lpad(${sql.ref(column)}::text, 19, '0')`;
