import type { Db } from '../schema.ts';
import type { Doer } from './actor.ts';

export type EventSubject = 'account' | 'vacancy' | 'application';

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
export async function recordEvent(db: Db, event: EventToRecord): Promise<void> {
  await db
    .insertInto('events')
    .values({
      at: event.at,
      actorKind: event.by.kind,
      actorId: event.by.kind === 'account' ? event.by.id : null,
      subject: event.subject,
      subjectId: event.subjectId,
      action: event.action,
      details: JSON.stringify(event.details ?? {}),
    })
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
