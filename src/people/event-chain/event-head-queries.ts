import type { Kysely, Selectable } from 'kysely';
import type { Db, EventHeadsTable, Schema } from '../../schema.ts';
import { isLastOfItsDay } from '../signing-key/signed-heads-queries.ts';
import { lockSigning, logKeys, signingKey, type Signer } from '../signing-key/signing-key-queries.ts';
import type { LogKey } from '../signing-key/public-key.ts';
import { START, type ChainHead } from './event-chain.ts';
import { atOneMoment, auditWithin } from './event-chain-queries.ts';
import { isHeadDue, isHeadSignedBy, signEventHead, type SignedEventHead } from './event-head.ts';
import type { ChainAudit, ChainProblem, KnownHead } from './verify-chain.ts';

type HeadRow = Selectable<EventHeadsTable> & { name: string };
const headOf = ({ position, hash, ...row }: HeadRow): SignedEventHead => ({
  ...row,
  position: Number(position),
  hash: hash.toString('hex'),
});

const heads = (db: Db) =>
  db
    .selectFrom('eventHeads')
    .innerJoin('receiptLogKeys', 'receiptLogKeys.id', 'eventHeads.keyId')
    .select(['position', 'hash', 'at', 'keyId', 'signature', 'name']);

/** The last head that was published. */
export async function lastEventHead(db: Db): Promise<SignedEventHead | undefined> {
  const row = await heads(db).orderBy('position', 'desc').limit(1).executeTakeFirst();
  return row && headOf(row);
}

/** Published heads after a position, the oldest first: all of them, or the last of each day (UTC) alone. */
export async function eventHeadsAfter(
  db: Db,
  after: number,
  { daily, limit }: { daily: boolean; limit: number },
): Promise<SignedEventHead[]> {
  const rows = await heads(db)
    .where('position', '>', String(after))
    .$if(daily, (query) => query.where(isLastOfItsDay({ table: 'eventHeads', order: 'position' })))
    .orderBy('position')
    .limit(limit)
    .execute();
  return rows.map(headOf);
}

const PAGE = 1_000;

/** All of them after a position, by pages. */
export async function* allEventHeads(db: Db, after = 0): AsyncGenerator<SignedEventHead[]> {
  for (let last = after; ;) {
    const page = await eventHeadsAfter(db, last, { daily: false, limit: PAGE });
    yield page;
    last = page.at(-1)?.position ?? last;
    if (page.length < PAGE) return;
  }
}

/** Where the chain ends. */
export async function chainEnd(db: Db): Promise<ChainHead> {
  const row = await db
    .selectFrom('eventChain')
    .select(['position', 'hash'])
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { position: Number(row.position), hash: row.hash.toString('hex') } : START;
}

/** Signs the end of the chain as it is and publishes it; the last head, where nothing was added since. */
export const publishEventHead = (db: Kysely<Schema>, signer: Signer, now: Date): Promise<SignedEventHead | undefined> =>
  db.transaction().execute(async (transaction) => {
    await lockSigning(transaction);
    const end = await chainEnd(transaction);
    const last = await lastEventHead(transaction);
    if (end.position <= (last?.position ?? 0)) return last;
    const { id, name, privateKey } = await signingKey(transaction, signer, now);
    const head = signEventHead({ ...end, name, at: now }, { id, privateKey });
    const { position, hash, keyId, signature } = head;
    const row = { position, hash: Buffer.from(hash, 'hex'), at: now, keyId, signature };
    await transaction.insertInto('eventHeads').values(row).execute();
    return head;
  });

/** The same at its set times alone; answers whether there is a new one. */
export async function publishDueHead(db: Kysely<Schema>, signer: Signer, now: Date): Promise<boolean> {
  const last = await lastEventHead(db);
  if (!isHeadDue(last?.at, now)) return false;
  return (await publishEventHead(db, signer, now))?.position !== last?.position;
}

/** What the chain is compared with beside the heads that are published here. */
export type KeptElsewhere = {
  head?: ChainHead | undefined;
  heads?: readonly SignedEventHead[];
  keys?: readonly LogKey[] | undefined;
};

export type HeadsAudit = ChainAudit & { published: number; kept: number };

/**
 * Walks the whole chain and compares it with every head that was published, and with those that somebody kept. Each must
 * bear the signature of a key: of those given, else of those that are published here.
 */
export const auditWithHeads = (
  db: Kysely<Schema>,
  { head, heads: kept = [], keys }: KeptElsewhere,
): Promise<HeadsAudit> =>
  atOneMoment(db, async (transaction) => {
    const trusted = keys ?? (await logKeys(transaction));
    const published: SignedEventHead[] = [];
    for await (const page of allEventHeads(transaction)) published.push(...page);
    const ours = published.map(({ at, ...one }) => ({ ...one, at, publishedAt: at }));
    const unsigned = [...ours, ...kept].filter((one) => !trusted.some((key) => isHeadSignedBy(one, key)));
    const known: KnownHead[] = [...ours, ...kept, ...(head ? [head] : [])];
    const audit = await auditWithin(transaction, known, unsigned.map(unsignedHead));
    return { ...audit, published: published.length, kept: known.length - published.length };
  });

const unsignedHead = ({ position, publishedAt }: KnownHead): ChainProblem => ({
  kind: 'head-unsigned',
  position,
  publishedAt,
});
