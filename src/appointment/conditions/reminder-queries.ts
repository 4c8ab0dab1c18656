import { sql, type Transaction } from 'kysely';
import type { Recipient } from '../../people/holder-queries.ts';
import type { Language } from '../../platform/language.ts';
import type { Role } from '../../people/permissions.ts';
import type { Db, Schema } from '../../schema.ts';
import type { Reminder } from './track-clock.ts';

/** A reminder of one condition of one appointment. */
export type ConditionReminder = Reminder & { appointmentId: string; condition: string };

/** What was sent so far, by appointment and condition. */
export async function remindersSent(db: Db, appointmentIds: readonly string[]): Promise<ConditionReminder[]> {
  if (appointmentIds.length === 0) return [];
  const rows = await db
    .selectFrom('conditionReminders')
    .select(['appointmentId', 'condition', 'kind', 'day'])
    .where(sql<boolean>`appointment_id = any(${[...appointmentIds]}::uuid[])`)
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as Reminder['kind'] }));
}

/** Takes it on to send these; answers those that no other server took before. */
export async function claimReminders(
  transaction: Transaction<Schema>,
  reminders: readonly ConditionReminder[],
  at: Date,
): Promise<ConditionReminder[]> {
  if (reminders.length === 0) return [];
  const rows = await transaction
    .insertInto('conditionReminders')
    .values(reminders.map((reminder) => ({ ...reminder, sentAt: at })))
    .onConflict((conflict) => conflict.doNothing())
    .returning(['appointmentId', 'condition', 'kind', 'day'])
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as Reminder['kind'] }));
}

/** Those of an office or another role, with the appointments that are not theirs to see: their own, and of vacancies for which they apply. */
export async function peopleOf(db: Db, office: Role): Promise<(Recipient & { hidden: string[] })[]> {
  const { rows } = await sql<{ name: string; email: string; language: Language; hidden: string[] }>`
    select u.name, u.email, u.language, coalesce((
      select array_agg(p.id) from appointments p join applications a on a.id = p.application_id
      join applications o on o.vacancy_reference in (p.vacancy_reference, a.vacancy_reference)
        and o.applicant_id = u.id and o.status in ('draft', 'submitted')), '{}') as hidden
    from accounts u join account_roles r on r.account_id = u.id
    where r.role = ${office} and u.verified_at is not null order by u.email`.execute(db);
  return rows.map(({ email, ...row }) => ({ ...row, address: email }));
}
