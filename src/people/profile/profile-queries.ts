import type { Transaction } from 'kysely';
import type { Db, Schema } from '../../schema.ts';
import { recordEvent } from '../event-queries.ts';
import type { Proposal } from './importing/proposal.ts';
import type { EarlierPart, KeptProfile } from './profile-change.ts';
import { profileStart, type SaidAtSignUp } from './profile-start.ts';
import { completeProfile, emptyProfile, type Profile } from './profile.ts';

const NONE: KeptProfile = { profile: emptyProfile(), earlier: [], updatedAt: undefined };

/** What a person keeps of themselves; an empty profile where they have kept nothing yet. */
export async function findProfile(db: Db, accountId: string): Promise<KeptProfile> {
  const row = await db.selectFrom('profiles').selectAll().where('accountId', '=', accountId).executeTakeFirst();
  return row ? keptOf(row) : NONE;
}

/** Begins the profile of an account that is nobody's yet with what was said in making it; nothing of an earlier maker stays. */
export async function beginProfile(db: Db, { accountId, said }: { accountId: string; said: SaidAtSignUp }, now: Date) {
  const values = { content: JSON.stringify(profileStart(said)), earlier: '[]', updatedAt: now };
  await db
    .insertInto('profiles')
    .values({ accountId, ...values })
    .onConflict((conflict) => conflict.column('accountId').doUpdateSet(values))
    .execute();
}

/** A profile as it is kept, held until the transaction ends: nobody else can change it meanwhile. */
export async function lockProfile(
  transaction: Transaction<Schema>,
  accountId: string,
  now: Date,
): Promise<KeptProfile> {
  await transaction
    .insertInto('profiles')
    .values({ accountId, content: JSON.stringify(emptyProfile()), updatedAt: now })
    .onConflict((conflict) => conflict.column('accountId').doNothing())
    .execute();
  const row = await transaction
    .selectFrom('profiles')
    .selectAll()
    .where('accountId', '=', accountId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return keptOf(row);
}

const keptOf = (row: { content: unknown; earlier: unknown; updatedAt: Date }): KeptProfile => ({
  profile: completeProfile(row.content as Partial<Profile>),
  earlier: row.earlier as EarlierPart[],
  updatedAt: row.updatedAt,
});

/** Writes a profile held by `lockProfile`. Typing is no event of its own. */
export async function recordProfileParts(
  transaction: Transaction<Schema>,
  { accountId, kept }: { accountId: string; kept: KeptProfile },
  now: Date,
): Promise<void> {
  await transaction
    .updateTable('profiles')
    .set((row) => ({
      content: JSON.stringify(kept.profile),
      earlier: JSON.stringify(kept.earlier),
      updatedAt: now,
      version: row.eb('version', '+', 1),
    }))
    .where('accountId', '=', accountId)
    .execute();
}

export type ImportFormat = 'json-resume' | 'europass' | 'cv';
export type PendingImport = { fileName: string; format: ImportFormat; proposal: Proposal; importedAt: Date };

/** How long what was read of a file waits for its owner. */
const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;

/** Puts what was read of a file beside the profile, in the place of the file before; those that waited too long go. */
export async function storeImport(
  transaction: Transaction<Schema>,
  { accountId, ...read }: Omit<PendingImport, 'importedAt'> & { accountId: string },
  now: Date,
): Promise<void> {
  const values = { ...read, proposal: JSON.stringify(read.proposal), importedAt: now };
  const oldest = new Date(now.getTime() - KEPT_DAYS * DAY_MS);
  await transaction.deleteFrom('profileImports').where('importedAt', '<', oldest).execute();
  await transaction
    .insertInto('profileImports')
    .values({ accountId, ...values })
    .onConflict((conflict) => conflict.column('accountId').doUpdateSet(values))
    .execute();
}

export async function findImport(db: Db, accountId: string): Promise<PendingImport | undefined> {
  const row = await db.selectFrom('profileImports').selectAll().where('accountId', '=', accountId).executeTakeFirst();
  return row && { ...row, format: row.format as ImportFormat, proposal: row.proposal as Proposal };
}

export async function deleteImport(db: Db, accountId: string): Promise<void> {
  await db.deleteFrom('profileImports').where('accountId', '=', accountId).execute();
}

/** Tells that a file's entries were taken into a profile: how many, never what. */
export const recordImportTaken = (
  db: Db,
  { accountId, taken, format }: { accountId: string; taken: number; format: string },
  now: Date,
): Promise<void> =>
  recordEvent(db, {
    subject: 'account',
    subjectId: accountId,
    action: 'profile-imported',
    by: { kind: 'account', id: accountId },
    at: now,
    details: { taken, format },
  });

/** How many documents a person keeps to attach again. */
export async function keptDocumentsCount(db: Db, accountId: string): Promise<number> {
  const { count } = await db
    .selectFrom('profileDocuments')
    .select((row) => row.fn.countAll<string>().as('count'))
    .where('accountId', '=', accountId)
    .executeTakeFirstOrThrow();
  return Number(count);
}
