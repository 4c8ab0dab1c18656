import { sql, type Selectable, type Transaction } from 'kysely';
import { doerOf, type Actor } from '../../people/actor.ts';
import { recordEvent } from '../../people/event-queries.ts';
import { heldWords, type Held } from '../../people/held-words.ts';
import { documentsOf } from '../../applications/documents/document-queries.ts';
import { wordlessPages } from '../../applications/documents/document.ts';
import { readReceipt, type ReceiptContent } from '../../applications/submission/receipt.ts';
import type { Db, Schema, ScreeningSheetsTable } from '../../schema.ts';
import type { SettledFindings } from '../settlement/settlement.ts';
import { completeFindings, type Finding, type Findings, type HardRule, type Sheet } from './sheet.ts';

/** An application as it is screened, with all that its pages show or hide. */
export type Screened = {
  id: string;
  number: string;
  applicantId: string;
  withdrawn: boolean;
  rules: HardRule[];
  result: { outcome: Finding; findings: SettledFindings; settledAt: Date; settledBy: string } | undefined;
  content: ReceiptContent;
  /** What the account is called and reached by: hidden wherever it is written. */
  account: { name: string; email: string };
  documents: { kind: string; scan: string; withoutText: number[] }[];
};

/** One application that is screened for a vacancy; nothing for who may not judge it, or whose own it is. */
export async function findScreened(
  db: Db,
  { reference, number, accountId }: { reference: string; number: string; accountId: string },
): Promise<Screened | undefined> {
  const row = await db
    .selectFrom('screenedApplications')
    .innerJoin('applications', 'applications.id', 'screenedApplications.applicationId')
    .innerJoin('receipts', 'receipts.applicationId', 'applications.id')
    .innerJoin('accounts', 'accounts.id', 'applications.applicantId')
    .select(['applications.id', 'number', 'applicantId', 'status', 'rules', 'outcome', 'findings', 'settledAt'])
    .select(['settledBy', 'content', 'accounts.name', 'accounts.email'])
    .where('screenedApplications.vacancyReference', '=', reference)
    .where('number', '=', number)
    .where('applicantId', '!=', accountId)
    .where(mayJudge(accountId))
    .executeTakeFirst();
  if (!row) return undefined;
  const { id, applicantId, status, rules, outcome, findings, settledAt, settledBy, content, name, email } = row;
  const settled = { outcome, findings, settledAt, settledBy } as NonNullable<Screened['result']>;
  return {
    id,
    number,
    applicantId,
    withdrawn: status !== 'submitted',
    rules: rules as HardRule[],
    result: settledAt ? settled : undefined,
    content: readReceipt({ text: content }),
    account: { name, email },
    documents: await documentsOfScreened(db, id),
  };
}

/** Whether somebody may judge an application: no conflict of interest keeps them from it that nobody has cleared. */
const mayJudge = (accountId: string) =>
  sql<boolean>`not exists (select from conflicts_of_interest c
    where c.application_id = screened_applications.application_id and c.account_id = ${accountId} and c.cleared_at is null)`;

const documentsOfScreened = async (db: Db, applicationId: string): Promise<Screened['documents']> =>
  (await documentsOf(db, applicationId)).map(({ kind, scan, remarks }) => ({
    kind,
    scan,
    withoutText: wordlessPages(remarks),
  }));

/** The sheets of an application, those aside whose screener may no longer judge it; in the order of their names. */
export async function sheetsOf(db: Db, applicationId: string): Promise<Sheet[]> {
  const rows = await sheets(db, applicationId).execute();
  return rows.map(sheetOf);
}

/** The same, held until the transaction ends, with whether the result is settled. */
export async function lockSheets(
  transaction: Transaction<Schema>,
  applicationId: string,
): Promise<{ sheets: Sheet[]; settled: boolean }> {
  const { settledAt } = await transaction
    .selectFrom('screenedApplications')
    .select('settledAt')
    .where('applicationId', '=', applicationId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  // Rules that are taken over for many change a sheet too.
  const rows = await sheets(transaction, applicationId).forUpdate('screeningSheets').execute();
  return { sheets: rows.map(sheetOf), settled: settledAt !== null };
}

const sheets = (db: Db, applicationId: string) =>
  db
    .selectFrom('screeningSheets')
    .innerJoin('accounts', 'accounts.id', 'screenerId')
    .selectAll('screeningSheets')
    .where('applicationId', '=', applicationId)
    .where(
      sql<boolean>`not exists (select from conflicts_of_interest c where c.application_id = screening_sheets.application_id
        and c.account_id = screening_sheets.screener_id and c.cleared_at is null)`,
    )
    .orderBy('accounts.name')
    .orderBy('screenerId');

const sheetOf = (row: Selectable<ScreeningSheetsTable>): Sheet => ({
  applicationId: row.applicationId,
  screenerId: row.screenerId,
  findings: completeFindings(row.findings as Partial<Findings>),
  outcome: row.outcome as Finding | null,
  version: row.version,
  savedAt: row.savedAt,
  signedAt: row.signedAt,
});

type Written = { sheet: Sheet; number: string; actor: Actor; at: Date };
type Told = { action: string; details?: Record<string, unknown> };

/** Of a signed sheet, the hash that its event tells; of what is not signed there is nothing to hold. */
function heldSheet({ signedAt, screenerId, findings, outcome }: Sheet, application: string): Held | undefined {
  if (!signedAt) return undefined;
  return heldWords('screening-sheet', { application, screener: screenerId, findings, outcome });
}

/** Writes a sheet as it now stands, with what is told of it and that it was signed; typing alone is no event. */
export async function recordSheet(db: Db, { sheet, number, actor, at }: Written, told: readonly Told[]): Promise<void> {
  const { applicationId, screenerId, findings, outcome, version, savedAt, signedAt } = sheet;
  const held = heldSheet(sheet, number);
  const nonce = held?.nonce ?? null;
  const { numUpdatedRows } = await db
    .updateTable('screeningSheets')
    .set({ findings: JSON.stringify(findings), outcome, version, savedAt, signedAt, nonce })
    .where('applicationId', '=', applicationId)
    .where('screenerId', '=', screenerId)
    .where('version', '=', version - 1)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Error('A sheet that was held has changed');
  const about = { subject: 'application', subjectId: number, by: doerOf(actor), at } as const;
  for (const { action, details = {} } of told) await recordEvent(db, { ...about, action, details });
  if (held) await recordEvent(db, { ...about, action: 'sheet-signed', details: { held: [held.sha256] } });
}

/** Opens a signed sheet again: why it does not stand is kept with it. */
export async function recordReopening(
  db: Db,
  { sheet, number, actor, at, signedAt, reason }: Written & { signedAt: Date; reason: string },
): Promise<void> {
  const kept = JSON.stringify([{ signedAt, reopenedAt: at, reason }]);
  await db
    .updateTable('screeningSheets')
    .set({ signedAt: null, nonce: null, version: sheet.version, reopenings: sql<string>`reopenings || ${kept}::jsonb` })
    .where('applicationId', '=', sheet.applicationId)
    .where('screenerId', '=', sheet.screenerId)
    .execute();
  const event = { subject: 'application', subjectId: number, action: 'sheet-reopened' } as const;
  await recordEvent(db, { ...event, by: doerOf(actor), at });
}

/** That somebody looked at an application by its number, as every look of staff is kept. */
export const recordLook = (
  db: Db,
  { number, actor, at, document }: Omit<Written, 'sheet'> & { document?: string },
): Promise<void> =>
  recordEvent(db, {
    subject: 'application',
    subjectId: number,
    action: document === undefined ? 'sheet-opened' : 'text-opened',
    by: doerOf(actor),
    at,
    details: document === undefined ? {} : { kind: document },
  });

/** The names of accounts, by id. */
export async function namesOfAccounts(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('accounts').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The passages that somebody uncovered, by their keys. */
export async function revealedTo(db: Db, applicationId: string, accountId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('screeningReveals')
    .select('passage')
    .where('applicationId', '=', applicationId)
    .where('accountId', '=', accountId)
    .execute();
  return new Set(rows.map(({ passage }) => passage));
}

type Reveal = { applicationId: string; passage: string; kind: string; reason: string };

/** Uncovers a passage for one person, once; that it was done is an event, what it says is not. */
export async function recordReveal(
  db: Db,
  { reveal, number, actor, at }: Omit<Written, 'sheet'> & { reveal: Reveal },
): Promise<void> {
  const { passage, kind, reason } = reveal;
  const words = { application: number, account: actor.accountId, passage, kind, reason };
  const { nonce, sha256 } = heldWords('uncovered-passage', words);
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('screeningReveals')
    .values({ ...reveal, accountId: actor.accountId, revealedAt: at, nonce })
    .onConflict((conflict) => conflict.columns(['applicationId', 'accountId', 'passage']).doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) return;
  const event = { subject: 'application', subjectId: number, action: 'passage-revealed' } as const;
  await recordEvent(db, { ...event, by: doerOf(actor), at, details: { what: kind, held: [sha256] } });
}
