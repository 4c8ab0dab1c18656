import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { CheckedEvidence } from '../../applications/accommodation/evidence.ts';
import type { ScanState } from '../../applications/documents/document.ts';
import { doerOf, type Doer } from '../../people/actor.ts';
import { recordEvent } from '../../people/event-queries.ts';
import { isSealedByFirst, open, reseal, seal, type SealingKeys } from '../../platform/sealing.ts';
import type { Db } from '../../schema.ts';
import type { Appointment, By } from '../conditions/appointment-queries.ts';
import type { ConditionDocument, Sent } from './condition-document.ts';

/** What each sealed part is about: it opens there alone. */
export const aboutName = (id: string): string => `condition document ${id} name`;
export const aboutContent = (id: string): string => `condition document ${id} content`;

type Under = Pick<Appointment, 'id'>;

/** What was sent in each of these appointments; names and bytes stay sealed. */
export async function sentIn(db: Db, appointmentIds: readonly string[]): Promise<Map<string, Sent[]>> {
  if (appointmentIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('conditionDocuments')
    .select(['appointmentId', 'condition', 'item'])
    .where(sql<boolean>`appointment_id = any(${[...appointmentIds]}::uuid[])`)
    .execute();
  return Map.groupBy(rows, ({ appointmentId }) => appointmentId);
}

/** The files of an appointment with their names, for who sent them and the office that asked; oldest first. */
export async function documentsOf(db: Db, keys: SealingKeys, { id }: Under): Promise<ConditionDocument[]> {
  const rows = await db
    .selectFrom('conditionDocuments')
    .select(['id', 'condition', 'item', 'name', 'sizeBytes', 'uploadedAt', 'scan'])
    .where('appointmentId', '=', id)
    .orderBy('conditionDocuments.number')
    .execute();
  return rows.map(({ name, scan, ...row }) => ({
    ...row,
    fileName: open(name, keys, aboutName(row.id)).toString('utf8'),
    scan: scan as ScanState,
  }));
}

/** A file with its bytes, as it is sent back. */
export async function findContent(db: Db, keys: SealingKeys, { appointmentId, id }: Document) {
  const row = await db
    .selectFrom('conditionDocuments')
    .select(['name', 'mediaType', 'content'])
    .where('appointmentId', '=', appointmentId)
    .where('id', '=', id)
    .executeTakeFirst();
  return (
    row && {
      fileName: open(row.name, keys, aboutName(id)).toString('utf8'),
      mediaType: row.mediaType,
      content: open(row.content, keys, aboutContent(id)),
    }
  );
}

type Document = { appointmentId: string; id: string };
type Told = { appointmentId: string; action: string; by: Doer; at: Date; details: Sent | Record<string, unknown> };

/** Events say for what a file was sent, and nothing of the file. */
export const tell = (db: Db, { appointmentId, ...event }: Told) =>
  recordEvent(db, { subject: 'appointment', subjectId: appointmentId, ...event });

/** Keeps a file that was checked. Call it while the case is held. */
export async function recordDocument(
  db: Db,
  keys: SealingKeys,
  { appointmentId, sent, file, actor, at }: By & { appointmentId: string; sent: Sent; file: CheckedEvidence },
): Promise<void> {
  const id = randomUUID();
  const { fileName, mediaType, content, scan } = file;
  await db
    .insertInto('conditionDocuments')
    .values({
      id,
      appointmentId,
      ...sent,
      name: seal(Buffer.from(fileName), keys, aboutName(id)),
      mediaType,
      sizeBytes: content.length,
      content: seal(content, keys, aboutContent(id)),
      uploadedAt: at,
      scan,
      scannedAt: scan === 'clean' ? at : null,
    })
    .execute();
  await tell(db, { appointmentId, action: 'condition-document-sent', by: doerOf(actor), at, details: sent });
}

/** Takes back a file of an appointment. Call it while the case is held. */
export async function removeDocument(db: Db, { appointmentId, id, actor, at }: By & Document): Promise<void> {
  const removed = await db
    .deleteFrom('conditionDocuments')
    .where('appointmentId', '=', appointmentId)
    .where('id', '=', id)
    .returning(['condition', 'item'])
    .executeTakeFirst();
  if (!removed) return;
  const action = 'condition-document-taken-back';
  await tell(db, { appointmentId, action, by: doerOf(actor), at, details: removed });
}

/** Somebody of the office that asked for a file downloads it. */
export const recordLook = (
  db: Db,
  { document, appointmentId, actor, at }: By & { appointmentId: string; document: ConditionDocument },
) => {
  const { condition, item } = document;
  const action = 'condition-document-opened';
  return tell(db, { appointmentId, action, by: doerOf(actor), at, details: { condition, item } });
};

/** Seals with the first key what another one sealed; answers how many files. */
export async function resealDocuments(db: Db, keys: SealingKeys): Promise<number> {
  const files = await db.selectFrom('conditionDocuments').select(['id', 'name', 'content']).forUpdate().execute();
  const old = files.filter(({ name, content }) => ![name, content].every((part) => isSealedByFirst(part, keys)));
  for (const { id, name, content } of old)
    await db
      .updateTable('conditionDocuments')
      .set({ name: reseal(name, keys, aboutName(id)), content: reseal(content, keys, aboutContent(id)) })
      .where('id', '=', id)
      .execute();
  return old.length;
}
