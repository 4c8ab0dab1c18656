import type { Db } from '../schema.ts';
import type { Doer } from './actor.ts';

export const EVENT_SUBJECTS = [
  'account',
  'vacancy',
  'application',
  'accommodation',
  'integrity',
  'appointment',
  'hand-over',
  'receipt-log',
  'event-log',
] as const;
export type EventSubject = (typeof EVENT_SUBJECTS)[number];

/** What happened. `details` says what changed, never anything personal. */
export type EventToRecord = {
  subject: EventSubject;
  subjectId: string;
  action: string;
  by: Doer;
  at: Date;
  details?: Record<string, unknown>;
};

export type RecordedEvent = {
  id: string;
  at: Date;
  /** The name on the account now; undefined for the command line and the system. */
  actorName: string | undefined;
  actorKind: Doer['kind'];
  action: string;
  details: Record<string, unknown>;
};

/** Writes an event; call it in the transaction of the change it tells of. */
export const recordEvent = (db: Db, event: EventToRecord): Promise<void> => recordEvents(db, [event]);

/** How many rows one statement writes: PostgreSQL takes 65,535 values. */
const ROWS_AT_ONCE = 1000;

/** The same for many at once, in their order. */
export async function recordEvents(db: Db, events: readonly EventToRecord[]): Promise<void> {
  for (let from = 0; from < events.length; from += ROWS_AT_ONCE)
    await db
      .insertInto('events')
      .values(
        events.slice(from, from + ROWS_AT_ONCE).map(({ at, by, subject, subjectId, action, details }) => ({
          at,
          actorKind: by.kind,
          actorId: by.kind === 'account' ? by.id : null,
          subject,
          subjectId,
          action,
          details: JSON.stringify(details ?? {}),
        })),
      )
      .execute();
}

/** The history of one subject, oldest first. */
export async function eventsOf(db: Db, subject: EventSubject, subjectId: string): Promise<RecordedEvent[]> {
  const rows = await db
    .selectFrom('events')
    .leftJoin('accounts', 'accounts.id', 'events.actorId')
    .select(['events.id', 'at', 'actorKind', 'action', 'details', 'accounts.name as actorName'])
    .where('subject', '=', subject)
    .where('subjectId', '=', subjectId)
    .orderBy('events.id')
    .execute();
  return rows.map((row) => ({
    ...row,
    actorName: row.actorName ?? undefined,
    actorKind: row.actorKind as Doer['kind'],
  }));
}

export type ListedEvent = RecordedEvent & { subject: EventSubject; subjectId: string };

/** A page of all that happened, or of what happened to one subject, oldest first, from the event after `afterId`. */
export async function eventsAfter(
  db: Db,
  afterId: string,
  { subjectId, limit }: { subjectId: string | undefined; limit: number },
): Promise<ListedEvent[]> {
  const rows = await db
    .selectFrom('events')
    .leftJoin('accounts', 'accounts.id', 'events.actorId')
    .select(['events.id', 'at', 'actorKind', 'subject', 'subjectId', 'action', 'details', 'accounts.name as actorName'])
    .where('events.id', '>', afterId)
    .$if(subjectId !== undefined, (query) => query.where('subjectId', '=', subjectId ?? ''))
    .orderBy('events.id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    ...row,
    actorName: row.actorName ?? undefined,
    actorKind: row.actorKind as Doer['kind'],
    subject: row.subject as EventSubject,
  }));
}
