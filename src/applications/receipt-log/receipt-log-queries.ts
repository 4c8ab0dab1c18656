import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Language } from '../../platform/language.ts';
import type { Db, ReceiptLogHeadsTable, Schema } from '../../schema.ts';
import type { Receipt } from '../submission/receipt.ts';
import { nodesOf, treeSize as leafCount } from './log-node-queries.ts';
import {
  findAmong,
  hashOf,
  inclusionPath,
  leafHash,
  nodesAfter,
  placesOf,
  rootOf,
  type FindNode,
} from './merkle-tree.ts';
import type { LogProof } from './receipt-file.ts';
import { isLastOfItsDay } from '../../people/signing-key/signed-heads-queries.ts';
import { lockSigning, signingKey, type Signer } from '../../people/signing-key/signing-key-queries.ts';
import { signHead, type SignedHead } from './tree-head.ts';

/** A receipt that has just been entered, and who is to be told. */
export type Entered = {
  applicationId: string;
  receipt: Receipt;
  to: { name: string; email: string; language: Language };
  beforeLog: boolean;
  proof: LogProof;
};

/** Receipts entered in one transaction at most: their mails are written in it too. */
export const ENTERED_AT_ONCE = 100;

type Waiting = Omit<Entered, 'proof'>;
export type Tell = (transaction: Transaction<Schema>, entered: Entered[]) => Promise<void>;

/**
 * Enters the oldest receipts that wait, signs the new head and tells the applicants, in one transaction; answers how many.
 * Of several servers one does so at a time, and enters what the others have taken as well.
 */
export async function enterWaiting(
  db: Kysely<Schema>,
  { signer, tell }: { signer: Signer; tell: Tell },
  now: Date,
): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    await lockSigning(transaction);
    const waiting = await waitingReceipts(transaction);
    if (waiting.length === 0) return 0;
    const entered = await append(transaction, { waiting, signer }, now);
    const ids = waiting.map(({ applicationId }) => applicationId);
    await transaction.deleteFrom('receiptsToEnter').where('applicationId', 'in', ids).execute();
    await tell(transaction, entered);
    return entered.length;
  });
}

/** Whether any receipt waits: asked without holding anybody up. */
export async function someWait(db: Db): Promise<boolean> {
  return (await db.selectFrom('receiptsToEnter').select('applicationId').limit(1).execute()).length > 0;
}

async function waitingReceipts(transaction: Transaction<Schema>): Promise<Waiting[]> {
  const rows = await transaction
    .selectFrom('receiptsToEnter as waiting')
    .innerJoin('receipts', 'receipts.applicationId', 'waiting.applicationId')
    .innerJoin('applications', 'applications.id', 'waiting.applicationId')
    .innerJoin('accounts', 'accounts.id', 'applications.applicantId')
    .select(['waiting.applicationId', 'beforeLog', 'content', 'sha256', 'receivedAt', 'zone', 'receipts.language'])
    .select(['accounts.name', 'accounts.email', 'accounts.language as readerLanguage'])
    .orderBy('receivedAt')
    .orderBy('waiting.applicationId')
    .limit(ENTERED_AT_ONCE)
    .execute();
  return rows.map(({ applicationId, beforeLog, content, sha256, name, email, readerLanguage, language, ...row }) => ({
    applicationId,
    beforeLog,
    receipt: { ...row, text: content, sha256: sha256.toString('hex'), language: language as Language },
    to: { name, email, language: readerLanguage as Language },
  }));
}

type ToAppend = { waiting: Waiting[]; signer: Signer };

async function append(transaction: Transaction<Schema>, { waiting, signer }: ToAppend, now: Date): Promise<Entered[]> {
  const before = await leafCount(transaction);
  const edge = await nodesOf(transaction, placesOf({ from: 0, to: before }));
  const leaves = waiting.map(({ receipt }) => leafHash(Buffer.from(receipt.sha256, 'hex')));
  const added = nodesAfter(before, leaves, findAmong(edge));
  await transaction.insertInto('receiptLogNodes').values(added).execute();
  const entries = waiting.map(({ applicationId, beforeLog }, offset) => ({
    applicationId,
    beforeLog,
    leafIndex: before + offset,
    enteredAt: now,
  }));
  await transaction.insertInto('receiptLogEntries').values(entries).execute();
  // The path from a new leaf goes by new nodes and by those of the old edge alone.
  const find = findAmong([...edge, ...added]);
  const { head, key } = await recordHead(transaction, { size: before + leaves.length, find, signer }, now);
  return waiting.map((receipt, offset) => {
    const leafIndex = before + offset;
    const path = inclusionPath(leafIndex, head.treeSize).map((range) => hashOf(range, find));
    return { ...receipt, proof: { leafIndex, beforeLog: receipt.beforeLog, path, head, key } };
  });
}

type ToSign = { size: number; find: FindNode; signer: Signer };

async function recordHead(transaction: Transaction<Schema>, { size, find, signer }: ToSign, now: Date) {
  const { privateKey, ...key } = await signingKey(transaction, signer, now);
  const unsigned = { name: key.name, treeSize: size, rootHash: rootOf(size, find), at: now };
  const head = signHead(unsigned, { id: key.id, privateKey });
  const { treeSize, rootHash, keyId, signature } = head;
  await transaction.insertInto('receiptLogHeads').values({ treeSize, rootHash, at: now, keyId, signature }).execute();
  return { head, key };
}

type HeadRow = Selectable<ReceiptLogHeadsTable> & { name: string };

export const headOf = (row: HeadRow): SignedHead => ({ ...row, treeSize: Number(row.treeSize) });

const heads = (db: Db) =>
  db
    .selectFrom('receiptLogHeads')
    .innerJoin('receiptLogKeys', 'receiptLogKeys.id', 'receiptLogHeads.keyId')
    .select(['treeSize', 'rootHash', 'at', 'keyId', 'signature', 'name']);

/** The last head, or the one of a size, where there is one. */
export async function findHead(db: Db, size?: number): Promise<SignedHead | undefined> {
  const row = await heads(db)
    .$if(size !== undefined, (query) => query.where('treeSize', '=', String(size)))
    .orderBy('treeSize', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && headOf(row);
}

/** Heads after one, the oldest first: all of them, or the last of each day (UTC) alone. */
export async function headsAfter(
  db: Db,
  after: number,
  { daily, limit }: { daily: boolean; limit: number },
): Promise<SignedHead[]> {
  const rows = await heads(db)
    .where('treeSize', '>', String(after))
    .$if(daily, (query) => query.where(isLastOfItsDay({ table: 'receiptLogHeads', order: 'treeSize' })))
    .orderBy('treeSize')
    .limit(limit)
    .execute();
  return rows.map(headOf);
}

/** Where the receipt of an application stands in the log, by the first head that has it; undefined while it waits. */
export async function findLogProof(db: Db, applicationId: string): Promise<LogProof | undefined> {
  const entry = await db
    .selectFrom('receiptLogEntries')
    .select(['leafIndex', 'beforeLog'])
    .where('applicationId', '=', applicationId)
    .executeTakeFirst();
  if (!entry) return undefined;
  const leafIndex = Number(entry.leafIndex);
  const row = await heads(db)
    .select('publicKey')
    .where('treeSize', '>', entry.leafIndex)
    .orderBy('treeSize')
    .limit(1)
    .executeTakeFirstOrThrow();
  const { publicKey, ...head } = row;
  const path = inclusionPath(leafIndex, Number(row.treeSize));
  const find = findAmong(await nodesOf(db, path.flatMap(placesOf)));
  const key = { id: row.keyId, name: row.name, publicKey };
  return {
    leafIndex,
    beforeLog: entry.beforeLog,
    path: path.map((range) => hashOf(range, find)),
    head: headOf(head),
    key,
  };
}
