import type { KeyObject } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { lockSigning, signingKey, type Signer } from '../../people/signing-key/signing-key-queries.ts';
import type { LogKey } from '../../people/signing-key/public-key.ts';
import type { Doer } from '../../people/actor.ts';
import { atOneMoment } from '../../people/event-chain/event-chain-queries.ts';
import { recordEvent } from '../../people/event-queries.ts';
import type { Db, Schema } from '../../schema.ts';
import { recordFiles, type RecordFile, type RecordToMake } from './record-content-queries.ts';
import { APPLICATIONS } from './record-scope-queries.ts';

/** How long whoever saves a record may stand still before the database gives up on it. */
const STANDSTILL = '10min';

/** Notes that somebody takes the record away, so that the record says so itself; answers the key that signs it. */
export function recordExport(
  db: Kysely<Schema>,
  { by, reference, signer }: { by: Doer; reference: string; signer: Signer },
  now: Date,
): Promise<LogKey & { privateKey: KeyObject }> {
  return db.transaction().execute(async (transaction) => {
    await lockSigning(transaction);
    const key = await signingKey(transaction, signer, now);
    const about = { subject: 'vacancy', subjectId: reference, action: 'record-exported' } as const;
    await recordEvent(transaction, { ...about, by, at: now });
    return key;
  });
}

/** Gives the files of a record one by one, all of one moment. */
export const writeRecord = (
  db: Kysely<Schema>,
  toMake: RecordToMake,
  add: (file: RecordFile) => Promise<void>,
): Promise<void> =>
  atOneMoment(db, async (transaction) => {
    await sql`select set_config('idle_in_transaction_session_timeout', ${STANDSTILL}, true)`.execute(transaction);
    for await (const file of recordFiles(transaction, toMake)) await add(file);
  });

/** How many applications a record would hold. */
export async function countReceived(db: Db, reference: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${APPLICATIONS(reference)} a`.execute(db);
  return rows[0]?.count ?? 0;
}
