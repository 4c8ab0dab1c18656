import { sql, type Kysely, type Transaction } from 'kysely';
import type { KeyObject } from 'node:crypto';
import { recordEvent, type EventToRecord } from '../event-queries.ts';
import type { Db, Schema } from '../../schema.ts';
import { makeKey, openKey } from './signing-key.ts';
import type { LogKey } from './public-key.ts';

/** Whose signature it is: the name of this installation's log, and what opens its key. */
export type Signer = { name: string; secret: string };

/** One server at a time signs and adds to what is signed, or changes the key. */
export const lockSigning = (transaction: Transaction<Schema>): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(hashtext('receipt log'))`.execute(transaction);

type SigningKey = LogKey & { privateKey: KeyObject };

/** The key in use; a new one where there is none yet, or where the secret that sealed it is gone. */
export async function signingKey(transaction: Transaction<Schema>, signer: Signer, now: Date): Promise<SigningKey> {
  const row = await transaction
    .selectFrom('receiptLogKeys')
    .select(['id', 'name', 'publicKey', 'sealedPrivateKey'])
    .where('retiredAt', 'is', null)
    .executeTakeFirst();
  const privateKey = row?.sealedPrivateKey && openKey(row.sealedPrivateKey, signer.secret);
  if (!row || !privateKey) {
    const action = row ? 'replace-key' : 'make-key';
    return replaceKey(transaction, signer, { action, by: { kind: 'system' }, at: now });
  }
  const { id, name, publicKey } = row;
  return { id, name, publicKey, privateKey };
}

type KeyChange = Pick<EventToRecord, 'action' | 'by' | 'at'>;

async function replaceKey(transaction: Transaction<Schema>, signer: Signer, change: KeyChange): Promise<SigningKey> {
  const now = change.at;
  await transaction
    .updateTable('receiptLogKeys')
    .set({ retiredAt: sql`greatest(made_at, ${now}::timestamptz)`, sealedPrivateKey: null })
    .where('retiredAt', 'is', null)
    .execute();
  const { id, name, publicKey, sealed } = makeKey(signer.name, signer.secret);
  const row = { id, name, publicKey, sealedPrivateKey: sealed, madeAt: now, retiredAt: null };
  await transaction.insertInto('receiptLogKeys').values(row).execute();
  await recordEvent(transaction, { ...change, subject: 'receipt-log', subjectId: id });
  const privateKey = openKey(sealed, signer.secret);
  if (!privateKey) throw new Error('What was sealed a moment ago opens');
  return { id, name, publicKey, privateKey };
}

/** Makes the log's first key, if it has none. */
export function makeFirstKey(db: Kysely<Schema>, signer: Signer, now: Date): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    await lockSigning(transaction);
    await signingKey(transaction, signer, now);
  });
}

/** Retires the key in use, for good, and answers the id of the one in its place. */
export function rotateKey(db: Kysely<Schema>, signer: Signer, now: Date): Promise<string> {
  return db.transaction().execute(async (transaction) => {
    await lockSigning(transaction);
    const change = { action: 'rotate-key', by: { kind: 'command-line' }, at: now } as const;
    return (await replaceKey(transaction, signer, change)).id;
  });
}

export type PublishedKey = LogKey & { madeAt: Date; retiredAt: Date | null };

/** Every key that ever signed a head, or will, the newest first. */
export function logKeys(db: Db): Promise<PublishedKey[]> {
  return db
    .selectFrom('receiptLogKeys')
    .select(['id', 'name', 'publicKey', 'madeAt', 'retiredAt'])
    .orderBy('madeAt', 'desc')
    .execute();
}
