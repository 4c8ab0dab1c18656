import { sql } from 'kysely';
import { recordEvents } from '../../people/event-queries.ts';
import type { Db } from '../../schema.ts';

/**
 * Erases the files of conditions that were recorded as settled, or whose appointment ended, so many days before `now`, with
 * an event for each condition; answers how many files.
 */
export async function eraseExpiredDocuments(db: Db, days: number, now: Date): Promise<number> {
  const before = sql`${now}::timestamptz - make_interval(days => ${days}::int)`;
  const { rows } = await sql<{ appointmentId: string; condition: string }>`
    delete from condition_documents d using appointments p
    where p.id = d.appointment_id and (p.ended_at <= ${before} or exists (
      select from condition_steps s where s.appointment_id = d.appointment_id and s.condition = d.condition
        and s.state in ('met', 'waived') and s.taken_at <= ${before}
        and s.number = (select max(number) from condition_steps l
                        where l.appointment_id = s.appointment_id and l.condition = s.condition)))
    returning d.appointment_id, d.condition`.execute(db);
  const erased = Map.groupBy(rows, ({ appointmentId, condition }) => `${appointmentId} ${condition}`);
  await recordEvents(
    db,
    [...erased.keys()].toSorted().flatMap((key) => {
      const files = erased.get(key) ?? [];
      const [first] = files;
      if (!first) return [];
      const details = { condition: first.condition, files: files.length };
      const about = { subject: 'appointment', subjectId: first.appointmentId, details } as const;
      return [{ ...about, action: 'condition-documents-expired', by: { kind: 'system' } as const, at: now }];
    }),
  );
  return rows.length;
}
