import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import { doerOf, type Actor, type Doer } from '../../people/actor.ts';
import { eventsOf, recordEvent } from '../../people/event-queries.ts';
import { open, seal, type SealingKeys } from '../../platform/sealing.ts';
import type { AccommodationRequestsTable, Db } from '../../schema.ts';
import type { Own } from '../application-queries.ts';
import type { AccommodationRequest, AccommodationStatus, Answer, Asked, Evidence } from './accommodation.ts';
import type { ScanState } from '../documents/document.ts';
import type { CheckedEvidence } from './evidence.ts';

/** What each sealed part is about: it opens there alone. */
export const aboutRequest = (id: string): string => `accommodation ${id} request`;
export const aboutAnswer = (id: string): string => `accommodation ${id} answer`;
export const aboutEvidence = (id: string): string => `accommodation evidence ${id}`;

export const sealJson = (value: unknown, keys: SealingKeys, about: string) =>
  seal(Buffer.from(JSON.stringify(value)), keys, about);
const openJson = (sealed: Buffer, keys: SealingKeys, about: string): unknown =>
  JSON.parse(open(sealed, keys, about).toString('utf8'));

type KeptFile = { fileName: string; mediaType: string; content: string };

/** The request about an application of theirs, opened. */
export async function findOwnRequest(db: Db, keys: SealingKeys, { accountId, number }: Own) {
  const row = await requests(db).where('number', '=', number).where('applicantId', '=', accountId).executeTakeFirst();
  return row && requestOf(db, keys, row);
}

/** The requests with whose application they are about. */
export const requests = (db: Db) =>
  db
    .selectFrom('accommodationRequests')
    .innerJoin('applications', 'applications.id', 'accommodationRequests.applicationId')
    .selectAll('accommodationRequests');

/** A request opened, with the names of its files. */
export async function requestOf(
  db: Db,
  keys: SealingKeys,
  row: Selectable<AccommodationRequestsTable>,
): Promise<AccommodationRequest> {
  const { id, answer } = row;
  const files = await db
    .selectFrom('accommodationEvidence')
    .selectAll()
    .where('requestId', '=', id)
    .orderBy('uploadedAt')
    .execute();
  return {
    id,
    status: row.status as AccommodationStatus,
    asked: openJson(row.request, keys, aboutRequest(id)) as Asked,
    answer: answer ? (openJson(answer, keys, aboutAnswer(id)) as Answer) : undefined,
    arrangement: row.arrangement,
    requestedAt: row.requestedAt,
    decidedAt: row.decidedAt,
    version: row.version,
    evidence: files.map((file): Evidence => {
      const { fileName, content } = openJson(file.file, keys, aboutEvidence(file.id)) as KeptFile;
      const { scan, uploadedAt } = file;
      const sizeBytes = Buffer.byteLength(content, 'base64');
      return { id: file.id, fileName, sizeBytes, uploadedAt, scan: scan as ScanState };
    }),
  };
}

/** How a person's requests stand, by the number of the application. */
export async function statusesOf(db: Db, accountId: string): Promise<Map<string, AccommodationStatus>> {
  const rows = await db
    .selectFrom('accommodationRequests')
    .innerJoin('applications', 'applications.id', 'accommodationRequests.applicationId')
    .select(['number', 'accommodationRequests.status'])
    .where('applicantId', '=', accountId)
    .execute();
  return new Map(rows.map(({ number, status }) => [number, status as AccommodationStatus]));
}

/** Who did something to a request, and when; its events stand under its own id, not under the application's number. */
export type Done = { by: Doer; at: Date };

/** Writes the event of something done to a request. */
export const told = (
  db: Db,
  id: string,
  { by, at, ...event }: Done & { action: string; details?: Record<string, unknown> },
) => recordEvent(db, { subject: 'accommodation', subjectId: id, by, at, ...event });

type Asking = { applicationId: string; asked: Asked; before: AccommodationRequest | undefined };

/** Writes a request, or what it says now: one that was decided on is open again. */
export async function recordRequest(
  db: Db,
  keys: SealingKeys,
  { applicationId, asked, before, ...done }: Asking & Done,
) {
  const id = before?.id ?? randomUUID();
  const request = sealJson(asked, keys, aboutRequest(id));
  const undecided = { status: 'requested', answer: null, arrangement: null, decidedAt: null } as const;
  if (before)
    await db
      .updateTable('accommodationRequests')
      .set({ ...undecided, request, requestedAt: done.at, version: before.version + 1 })
      .where('id', '=', id)
      .where('version', '=', before.version)
      .returning('id')
      .executeTakeFirstOrThrow();
  else
    await db
      .insertInto('accommodationRequests')
      .values({ ...undecided, id, applicationId, request, requestedAt: done.at })
      .execute();
  await told(db, id, { ...done, action: before ? 'request-changed' : 'request' });
}

export async function recordEvidence(
  db: Db,
  keys: SealingKeys,
  { requestId, file, ...done }: { requestId: string; file: CheckedEvidence } & Done,
): Promise<void> {
  const id = randomUUID();
  const { fileName, mediaType, content, scan } = file;
  const kept: KeptFile = { fileName, mediaType, content: content.toString('base64') };
  const sealed = sealJson(kept, keys, aboutEvidence(id));
  await db
    .insertInto('accommodationEvidence')
    .values({ id, requestId, file: sealed, uploadedAt: done.at, scan, scannedAt: scan === 'clean' ? done.at : null })
    .execute();
  await told(db, requestId, { ...done, action: 'evidence-added' });
}

export async function removeEvidence(db: Db, { requestId, id, ...done }: { requestId: string; id: string } & Done) {
  const removed = await db
    .deleteFrom('accommodationEvidence')
    .where('id', '=', id)
    .where('requestId', '=', requestId)
    .returning('id')
    .execute();
  if (removed.length > 0) await told(db, requestId, { ...done, action: 'evidence-removed' });
}

/** Takes a request back: nothing of it is left but its events. */
export async function removeRequest(db: Db, { id, ...done }: { id: string } & Done): Promise<void> {
  await db.deleteFrom('accommodationRequests').where('id', '=', id).execute();
  await told(db, id, { ...done, action: 'request-withdrawn' });
}

/** The bytes of a file of this request. */
export async function findEvidence(db: Db, keys: SealingKeys, { requestId, id }: { requestId: string; id: string }) {
  const row = await db
    .selectFrom('accommodationEvidence')
    .select('file')
    .where('requestId', '=', requestId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const { content, ...file } = openJson(row.file, keys, aboutEvidence(id)) as KeptFile;
  return { ...file, content: Buffer.from(content, 'base64') };
}

/** A look that an officer took at a request or a file of it. */
export type Look = { at: Date; by: string | undefined; part: 'request' | 'evidence' };

/** Who of the officers looked at what, oldest first: shown to the person. */
export async function looksAt(db: Db, id: string): Promise<Look[]> {
  const events = await eventsOf(db, 'accommodation', id);
  return events.flatMap(({ action, at, actorName }): Look[] =>
    action === 'request-opened' || action === 'evidence-opened'
      ? [{ at, by: actorName, part: action === 'request-opened' ? 'request' : 'evidence' }]
      : [],
  );
}

export const recordLook = (
  db: Db,
  { id, part, actor, at }: { id: string; part: Look['part']; actor: Actor; at: Date },
) => told(db, id, { action: `${part}-opened`, by: doerOf(actor), at });
