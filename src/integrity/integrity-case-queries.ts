import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { Own } from '../applications/application-queries.ts';
import { heldWords } from '../people/held-words.ts';
import type { Language } from '../platform/language.ts';
import type { Db, IntegrityCasesTable } from '../schema.ts';
import type { CaseStatus, Decided, Frozen, IntegrityCase } from './integrity-case.ts';

const caseOf = (row: Selectable<IntegrityCasesTable>): IntegrityCase => {
  const {
    decisionReason: reason,
    decidedAt: at,
    decidedBy: by,
    nonce: _,
    answerNonce: _ofAnswer,
    decisionNonce: _ofDecision,
    ...kept
  } = row;
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

/** Of an application, by which its rows and its events are found. */
type Of = { id: string; number: string };

/** Opens a case; answers the hash of its words, for its event. */
export async function recordCase(transaction: Db, { id, number }: Of, opened: Opened): Promise<string> {
  const { evidence, ...row } = opened;
  const { reason, answerUntil } = opened;
  const { nonce, sha256 } = heldWords('integrity-case', { application: number, reason, evidence, answerUntil });
  await transaction
    .insertInto('integrityCases')
    .values({
      ...row,
      applicationId: id,
      nonce,
      status: 'awaiting-answer',
      evidence: JSON.stringify(evidence),
      answer: null,
      answeredAt: null,
      decisionReason: null,
      decidedAt: null,
      decidedBy: null,
    })
    .execute();
  return sha256;
}

type Version = Pick<IntegrityCase, 'id' | 'version'>;

type Answering = { number: string; status: CaseStatus; answer: string | null; at: Date };

/**
 * Keeps an answer, or takes it back (null), of a case that is held; one that was changed meanwhile is a fault. Answers the
 * hash of its words, for its event; none for what was taken back.
 */
export async function recordAnswer(transaction: Db, of: Version, answering: Answering): Promise<string | undefined> {
  const { number, status, answer, at } = answering;
  const held = answer === null ? undefined : heldWords('integrity-answer', { application: number, answer });
  const answered = { answer, answeredAt: answer === null ? null : at, answerNonce: held?.nonce ?? null };
  await change(transaction, of, { status, ...answered });
  return held?.sha256;
}

type Deciding = Decided & { number: string; by: string; at: Date };

/** Keeps a decision, under the same condition; answers the hash of its words. */
export async function recordDecision(transaction: Db, of: Version, deciding: Deciding): Promise<string> {
  const { number, status, reason, by, at } = deciding;
  const { nonce, sha256 } = heldWords('integrity-decision', { application: number, outcome: status, reason });
  const decided = { status, decisionReason: reason, decidedBy: by, decidedAt: at, decisionNonce: nonce };
  await change(transaction, of, decided);
  return sha256;
}

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
