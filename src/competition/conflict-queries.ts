import type { Insertable } from 'kysely';
import { doerOf, type Actor, type Doer } from '../people/actor.ts';
import { recordEvent, recordEvents } from '../people/event-queries.ts';
import { heldWords } from '../people/held-words.ts';
import type { ConflictsOfInterestTable, Db } from '../schema.ts';
import type { Conflict, Detected } from './conflict.ts';

/** A conflict counts until it is cleared. */
const counting = (db: Db, reference: string) =>
  db.selectFrom('conflictsOfInterest').where('vacancyReference', '=', reference).where('clearedAt', 'is', null);

/** The applications, by their id, that somebody may not judge in a competition. */
export async function recusedFrom(db: Db, reference: string, accountId: string): Promise<Set<string>> {
  const rows = await counting(db, reference).select('applicationId').where('accountId', '=', accountId).execute();
  return new Set(rows.map(({ applicationId }) => applicationId));
}

/** The other way round: the accounts of those who may not judge an application. */
export async function recusedOn(db: Db, reference: string, applicationId: string): Promise<Set<string>> {
  const rows = await counting(db, reference).select('accountId').where('applicationId', '=', applicationId).execute();
  return new Set(rows.map(({ accountId }) => accountId));
}

/** Every conflict of a competition, the cleared ones too, by the number of the application. */
export async function conflictsIn(db: Db, reference: string): Promise<Conflict[]> {
  const rows = await db
    .selectFrom('conflictsOfInterest')
    .innerJoin('applications', 'applications.id', 'conflictsOfInterest.applicationId')
    .leftJoin('accounts', 'accounts.id', 'clearedBy')
    .select([
      'conflictsOfInterest.id',
      'accountId',
      'applicationId',
      'number as candidate',
      'kind',
      'foundBy',
      'reason',
      'foundAt',
    ])
    .select(['clearedAt', 'accounts.name as clearedByName', 'clearingReason'])
    .where('conflictsOfInterest.vacancyReference', '=', reference)
    .orderBy('number')
    .orderBy('foundAt')
    .orderBy('kind')
    .execute();
  return rows.map(({ clearedAt, clearedByName, clearingReason, foundBy, ...row }) => ({
    ...row,
    foundBy: foundBy as Conflict['foundBy'],
    cleared: clearedAt && { at: clearedAt, byName: clearedByName ?? '–', reason: clearingReason ?? '' },
  }));
}

type Found = Omit<Detected, 'reason'> & { foundBy: Conflict['foundBy']; reason: string };
type Finding = { reference: string; found: readonly Found[]; by: Doer; at: Date };

/**
 * Writes conflicts that were not known, each with an event. What is known stays as it is: one that was cleared is not found
 * again, and is only declared anew by the person themselves, with what they write then.
 */
export async function recordConflicts(db: Db, { reference, found, by, at }: Finding): Promise<number> {
  if (found.length === 0) return 0;
  const numbers = await numbersOf(db, reference);
  const rows = found.map((one) => {
    const { nonce, sha256 } = heldConflict(one, numbers.get(one.applicationId));
    return { row: { ...one, vacancyReference: reference, foundAt: at, nonce }, sha256 };
  });
  const written = await insertConflicts(
    db,
    rows.map(({ row }) => row),
  );
  const hashes = new Map(rows.map(({ row, sha256 }) => [row.nonce, sha256]));
  const events = written.map(({ accountId, applicationId, kind, nonce }) => ({
    subject: 'application' as const,
    subjectId: numbers.get(applicationId) ?? '',
    action: 'conflict-found',
    by,
    at,
    details: { kind, account: accountId, held: [hashes.get(nonce ?? '')] },
  }));
  await recordEvents(db, events);
  return written.length;
}

const heldConflict = ({ accountId: account, kind, foundBy, reason }: Found, application: string | undefined) =>
  heldWords('conflict', { application, account, kind, foundBy, reason });

const NOT_CLEARED = { clearedAt: null, clearedBy: null, clearingReason: null, clearingNonce: null };

type Row = Insertable<ConflictsOfInterestTable>;

/** How many rows one statement writes: PostgreSQL takes 65,535 values. */
const ROWS_AT_ONCE = 1000;

async function insertConflicts(db: Db, rows: readonly Row[]) {
  const written: Written[] = [];
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    written.push(...(await insertSome(db, rows.slice(from, from + ROWS_AT_ONCE))));
  return written;
}
type Written = { accountId: string; applicationId: string; kind: string; nonce: string | null };

const insertSome = (db: Db, rows: Row[]): Promise<Written[]> =>
  db
    .insertInto('conflictsOfInterest')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['accountId', 'applicationId', 'kind'])
        .doUpdateSet((row) => ({
          ...NOT_CLEARED,
          foundBy: row.ref('excluded.foundBy'),
          reason: row.ref('excluded.reason'),
          foundAt: row.ref('excluded.foundAt'),
          nonce: row.ref('excluded.nonce'),
        }))
        .where('conflictsOfInterest.clearedAt', 'is not', null)
        .where('excluded.foundBy', '=', 'declared'),
    )
    .returning(['accountId', 'applicationId', 'kind', 'nonce'])
    .execute();

async function numbersOf(db: Db, reference: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('applications')
    .select(['id', 'number'])
    .where('vacancyReference', '=', reference)
    .execute();
  return new Map(rows.map(({ id, number }) => [id, number]));
}

type Clearing = { conflict: Conflict; reason: string; actor: Actor; at: Date };

/** Lets somebody judge a candidate again; false where it was cleared meanwhile. */
export async function recordClearing(db: Db, { conflict, reason, actor, at }: Clearing): Promise<boolean> {
  const { id, accountId: account, kind, candidate } = conflict;
  const { nonce, sha256 } = heldWords('conflict-clearing', { application: candidate, account, kind, reason });
  const { numUpdatedRows } = await db
    .updateTable('conflictsOfInterest')
    .set({ clearedAt: at, clearedBy: actor.accountId, clearingReason: reason, clearingNonce: nonce })
    .where('id', '=', id)
    .where('clearedAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  const about = { subject: 'application', subjectId: candidate, by: doerOf(actor), at } as const;
  await recordEvent(db, { ...about, action: 'conflict-cleared', details: { kind, account, held: [sha256] } });
  return true;
}
