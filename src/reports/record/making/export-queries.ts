import { randomUUID, type KeyObject } from 'node:crypto';
import { sql, type Kysely, type Transaction } from 'kysely';
import type { Doer } from '../../../people/actor.ts';
import { headText, type ChainHead } from '../../../people/event-chain/event-chain.ts';
import { atOneMoment } from '../../../people/event-chain/event-chain-queries.ts';
import { chainEnd, publishEventHead } from '../../../people/event-chain/event-head-queries.ts';
import { recordEvent } from '../../../people/event-queries.ts';
import type { LogKey } from '../../../people/signing-key/public-key.ts';
import { lockSigning, signingKey, type Signer } from '../../../people/signing-key/signing-key-queries.ts';
import type { Db, Schema } from '../../../schema.ts';
import { MANIFEST, manifestText, SIGNATURE, signatureText, type ManifestText } from '../format/manifest.ts';
import { chainFiles } from './chain-queries.ts';
import { contentFiles, marked, whole, type ContentToWrite, type RecordFile, type Written } from './content-queries.ts';
import { chainOfRecord } from './link-queries.ts';
import type { Setting } from './report-queries.ts';
import { APPLICATIONS } from '../tables/scope-queries.ts';
import { SEALED, sealOf } from '../format/seal.ts';

/** How long whoever saves a record may stand still before the database gives up on it. */
const STANDSTILL = '10min';

type Key = LogKey & { privateKey: KeyObject };
type Exporting = { by: Doer; reference: string; signer: Signer };

/** Notes that somebody takes the record away, so that the record says so itself; answers the key that signs it. */
export function recordExport(db: Kysely<Schema>, { by, reference, signer }: Exporting, now: Date): Promise<Key> {
  return db.transaction().execute(async (transaction) => {
    await lockSigning(transaction);
    const key = await signingKey(transaction, signer, now);
    const about = { subject: 'vacancy', subjectId: reference, action: 'record-exported' } as const;
    await recordEvent(transaction, { ...about, by, at: now });
    return key;
  });
}

export type RecordToMake = ContentToWrite & Exporting & { organisation: string; at: Date; key: Key };
type Add = (file: RecordFile) => Promise<void>;

/**
 * Gives the files of a record one by one. What it says of the competition is of one moment; then an event takes up the
 * hash of all of it, the head of the chain is published, and the chain up to that event ends the record: so what was taken
 * away cannot be changed afterwards, not even by who has the organisation's key, unless published heads are changed too.
 */
export async function writeRecord(setting: Setting, toMake: RecordToMake, add: Add): Promise<void> {
  const { db, clock } = setting;
  const written: Written = { files: [], leftOut: [] };
  const upTo = await inOneState(db, async (transaction) => {
    for await (const file of contentFiles({ ...setting, db: transaction }, toMake, written.leftOut))
      await add(marked(file, written.files));
    return chainEnd(transaction);
  });
  const record = randomUUID();
  await recordSeal(db, { ...toMake, record, upTo, written }, clock());
  await publishEventHead(db, toMake.signer, clock());
  await inOneState(db, async (transaction) => {
    const { from, to } = await chainOfRecord(transaction, toMake.reference);
    for (const file of chainFiles(transaction, toMake.reference, { from })) await add(marked(file, written.files));
    const chain = { from: headText(from), upTo: headText(upTo), to: headText(to) };
    for (const file of lastFiles(toMake, { record, chain, ...written })) await add(file);
  });
}

const inOneState = <Answer>(
  db: Kysely<Schema>,
  write: (transaction: Transaction<Schema>) => Promise<Answer>,
): Promise<Answer> =>
  atOneMoment(db, async (transaction) => {
    await sql`select set_config('idle_in_transaction_session_timeout', ${STANDSTILL}, true)`.execute(transaction);
    return write(transaction);
  });

type Sealing = Exporting & { record: string; upTo: ChainHead; written: Written };

/** Writes into the chain what a record holds; what came to be after `upTo` is in its chain, and not in its tables. */
const recordSeal = (db: Db, { by, reference, record, upTo, written }: Sealing, at: Date): Promise<void> =>
  recordEvent(db, {
    ...({ subject: 'vacancy', subjectId: reference, action: SEALED } as const),
    by,
    at,
    details: { record, upTo: headText(upTo), ...sealOf(written.files) },
  });

/** The manifest and its signature, when the others have been read to their end. */
function lastFiles(
  { organisation, reference, at, key }: RecordToMake,
  measured: Pick<ManifestText, 'record' | 'chain' | 'files' | 'leftOut'>,
): RecordFile[] {
  const manifest = manifestText({ organisation, vacancy: reference, madeAt: at.toISOString(), ...measured });
  return [
    whole({ name: MANIFEST, content: manifest }),
    whole({ name: SIGNATURE, content: signatureText(manifest, key) }),
  ];
}

/** How many applications a record would hold. */
export async function countReceived(db: Db, reference: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${APPLICATIONS(reference)} a`.execute(db);
  return rows[0]?.count ?? 0;
}
