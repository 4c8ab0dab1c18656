import { sql, type Kysely } from 'kysely';
import type { Schema } from '../../../schema.ts';

type Change<Seen> = { statement: string; look: () => Promise<Seen> };

/** Changes tables of the database past its triggers, looks, and takes the change back. */
export async function changedIn<Seen>(
  db: Kysely<Schema>,
  tables: readonly string[],
  { statement, look }: Change<Seen>,
): Promise<Seen> {
  const past = (statements: string[]) =>
    db.transaction().execute(async (transaction) => {
      await sql`set local session_replication_role = replica`.execute(transaction);
      for (const one of statements) await sql.raw(one).execute(transaction);
    });
  await past(tables.map((name) => `create table kept_${name} as table ${name}`));
  try {
    await past([statement]);
    return await look();
  } finally {
    await past(
      tables.flatMap((name) => [
        `delete from ${name}`,
        `insert into ${name} overriding system value table kept_${name}`,
      ]),
    );
    await past(tables.map((name) => `drop table kept_${name}`));
  }
}
