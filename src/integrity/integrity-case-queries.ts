import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { Own } from '../applications/application-queries.ts';
import type { Language } from '../platform/language.ts';
import type { Db, IntegrityCasesTable } from '../schema.ts';
import type { CaseStatus, Decided, Frozen, IntegrityCase } from './integrity-case.ts';

const caseOf = (row: Selectable<IntegrityCasesTable>): IntegrityCase => {
  const { decisionReason: reason, decidedAt: at, decidedBy: by, ...kept } = row;
  return {
    ...kept,
    status: kept.status as CaseStatus,
    evidence: kept.evidence as Frozen[],
    decision: reason !== null && at !== null && by !== null ? { reason, at, by } : undefined,
  };
};

/** The cases of an application, the latest first. */
export async function casesOf(db: Db, applicationId: string): Promise<IntegrityCase[]> {
  const rows = await db
    .selectFrom('integrityCases')
    .selectAll()
    .where('applicationId', '=', applicationId)
    .orderBy('openedAt', 'desc')
    .execute();
  return rows.map(caseOf);
}

/** The cases of an application of theirs, the latest first. */
export async function ownCases(db: Db, { accountId, number }: Own): Promise<IntegrityCase[]> {
  const rows = await db
    .selectFrom('integrityCases')
    .innerJoin('applications', 'applications.id', 'integrityCases.applicationId')
    .selectAll('integrityCases')
    .where('number', '=', number)
    .where('applicantId', '=', accountId)
    .orderBy('openedAt', 'desc')
    .execute();
  return rows.map(caseOf);
}

/** Holds an application until the transaction ends, so that what is done about it is done one after the other. */
export const lockApplication = (transaction: Db, applicationId: string) =>
  transaction.selectFrom('applications').select('id').where('id', '=', applicationId).forUpdate().execute();

type Opened = Pick<IntegrityCase, 'reason' | 'evidence' | 'openedAt' | 'openedBy' | 'answerUntil'>;

export async function recordCase(transaction: Db, applicationId: string, opened: Opened): Promise<void> {
  const { evidence, ...row } = opened;
  await transaction
    .insertInto('integrityCases')
    .values({
      ...row,
      applicationId,
      status: 'awaiting-answer',
      evidence: JSON.stringify(evidence),
      answer: null,
      answeredAt: null,
      decisionReason: null,
      decidedAt: null,
      decidedBy: null,
    })
    .execute();
}

type Version = Pick<IntegrityCase, 'id' | 'version'>;

/** Keeps an answer, or takes it back (null), of a case that is held; one that was changed meanwhile is a fault. */
export const recordAnswer = (
  transaction: Db,
  of: Version,
  { status, answer, at }: { status: CaseStatus; answer: string | null; at: Date },
): Promise<void> => change(transaction, of, { status, answer, answeredAt: answer === null ? null : at });

/** Keeps a decision, under the same condition. */
export const recordDecision = (
  transaction: Db,
  of: Version,
  { status, reason, by, at }: Decided & { by: string; at: Date },
): Promise<void> => change(transaction, of, { status, decisionReason: reason, decidedBy: by, decidedAt: at });

async function change(transaction: Db, { id, version }: Version, row: object): Promise<void> {
  await transaction
    .updateTable('integrityCases')
    .set({ ...row, version: sql`version + 1` })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirstOrThrow();
}

/** Who is told about a case, in the language they read; an account that is gone reads no mail. */
export async function applicantOf(db: Db, applicationId: string) {
  const { language, ...row } = await db
    .selectFrom('applications')
    .innerJoin('accounts', 'accounts.id', 'applications.applicantId')
    .select(['applications.id', 'number', 'accounts.name', 'accounts.email', 'accounts.language', 'erasedAt'])
    .where('applications.id', '=', applicationId)
    .executeTakeFirstOrThrow();
  return { ...row, language: language as Language };
}

/** The names of the people who opened or decided, by account. */
export async function namesOfStaff(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('accounts')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
