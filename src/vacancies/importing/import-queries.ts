import type { Doubt, Lines, NoticeRecord, ReadNotice } from '../../notices/notice.ts';
import type { Doer } from '../../people/actor.ts';
import { recordEvent } from '../../people/event-queries.ts';
import { refuse, type Result } from '../../platform/result.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import type { Db } from '../../schema.ts';
import {
  decideImport,
  type ImportState,
  type ImportableNotice,
  type ImportDecision,
  type Known,
} from './import-notice.ts';
import { recordEdit } from '../editing/correction-queries.ts';
import type { ToSave } from '../editing/edit-correction.ts';
import { lockReference } from '../reference-queries.ts';
import { inTransaction, insertNewVacancy, type ChangedMeanwhile } from '../vacancy-queries.ts';
import type { Vacancy } from '../vacancy.ts';

export type ImportSummary = { number: number; fileName: string; state: ImportState; importedAt: Date };
export type NoticeImport = ImportSummary & { text: string; read: ReadNotice };

const SUMMARY = ['number', 'fileName', 'state', 'importedAt'] as const;

/** The texts received for a vacancy, oldest first. */
export async function importsOf(db: Db, reference: string): Promise<ImportSummary[]> {
  const rows = await db
    .selectFrom('noticeImports')
    .select(SUMMARY)
    .where('reference', '=', reference)
    .orderBy('number')
    .execute();
  return rows.map((row) => ({ ...row, state: row.state as ImportState }));
}

export async function findImport(db: Db, reference: string, number: number): Promise<NoticeImport | undefined> {
  const row = await db
    .selectFrom('noticeImports')
    .select([...SUMMARY, 'text', 'notice', 'places', 'doubts'])
    .where('reference', '=', reference)
    .where('number', '=', number)
    .executeTakeFirst();
  if (!row) return undefined;
  const { notice, places, doubts, state, ...rest } = row;
  const read = {
    record: notice as NoticeRecord,
    places: places as Record<string, Lines>,
    doubts: doubts as Doubt[],
  };
  return { ...rest, state: state as ImportState, read };
}

/** The text that a vacancy's notice was last taken from. */
export async function findTakenImport(db: Db, reference: string): Promise<NoticeImport | undefined> {
  const imports = await importsOf(db, reference);
  const taken = imports.findLast(({ state }) => state === 'taken');
  return taken && findImport(db, reference, taken.number);
}

type ImportContext = { organisation: Organisation; by: Doer; at: Date };

/** Keeps a text received: as a new draft, as a version offered, or, the same text again, not at all. */
export function recordImport(db: Db, notice: ImportableNotice, context: ImportContext): Promise<ImportDecision> {
  const { organisation, by, at } = context;
  const { reference, read } = notice;
  return inTransaction(db, async (transaction) => {
    // Two people may import the same reference at once: the second waits for the first.
    await lockReference(transaction, reference);
    const decision = decideImport(notice, await knownOf(transaction, reference), { organisation, now: at });
    if (decision.kind === 'identical') return decision;
    const number = decision.kind === 'offer' ? decision.number : 1;
    if (decision.kind === 'draft') await insertNewVacancy(transaction, decision.vacancy, { action: 'import', by, at });
    await insertImport(transaction, notice, { number, at, state: decision.kind === 'draft' ? 'taken' : 'offered' });
    const action = decision.kind === 'draft' ? 'import' : 'offer-version';
    const details = { import: number, doubts: read.doubts.length };
    await recordEvent(transaction, { subject: 'vacancy', subjectId: reference, action, by, at, details });
    return decision;
  });
}

async function knownOf(db: Db, reference: string): Promise<Known> {
  const imports = await db
    .selectFrom('noticeImports')
    .select(['number', 'text'])
    .where('reference', '=', reference)
    .execute();
  const row = await db
    .selectFrom('vacancies')
    .select('reference')
    .where('reference', '=', reference)
    .executeTakeFirst();
  return { vacancy: row !== undefined, imports };
}

async function insertImport(
  db: Db,
  { reference, fileName, text, read }: ImportableNotice,
  { number, state, at }: { number: number; state: ImportState; at: Date },
): Promise<void> {
  await db
    .insertInto('noticeImports')
    .values({
      reference,
      number,
      fileName: fileName.slice(0, 255),
      text,
      notice: JSON.stringify(read.record),
      places: JSON.stringify(read.places),
      doubts: JSON.stringify(read.doubts),
      state,
      importedAt: at,
    })
    .execute();
}

type VersionDecision = { number: number; by: Doer; at: Date };

/** Puts an offered version in place, as `toSave` says; earlier ones that were still offered are declined with it. */
export function recordTaking(
  db: Db,
  saved: ToSave,
  { number, by, at }: VersionDecision,
): Promise<Result<Vacancy, ChangedMeanwhile>> {
  return inTransaction(db, async (transaction) => {
    const details = { ...saved.details, import: number };
    const recorded = await recordEdit(transaction, { ...saved, details }, { by, at });
    if (!recorded.ok) return recorded;
    const offered = transaction
      .updateTable('noticeImports')
      .where('reference', '=', saved.vacancy.reference)
      .where('state', '=', 'offered');
    await offered.set({ state: 'declined' }).where('number', '<', number).execute();
    await offered.set({ state: 'taken' }).where('number', '=', number).execute();
    return recorded;
  });
}

/** Leaves the notice as it is; the offered text is kept. */
export function recordDeclining(
  db: Db,
  reference: string,
  { number, by, at }: VersionDecision,
): Promise<Result<undefined, ChangedMeanwhile>> {
  return inTransaction(db, async (transaction) => {
    const declined = await transaction
      .updateTable('noticeImports')
      .set({ state: 'declined' })
      .where('reference', '=', reference)
      .where('number', '=', number)
      .where('state', '=', 'offered')
      .returning('id')
      .executeTakeFirst();
    if (!declined) return refuse({ kind: 'changed-meanwhile' });
    const details = { import: number };
    await recordEvent(transaction, {
      subject: 'vacancy',
      subjectId: reference,
      action: 'decline-version',
      by,
      at,
      details,
    });
    return { ok: true, value: undefined };
  });
}
