import { sql, type Expression } from 'kysely';
import type { Language } from '../../platform/language.ts';
import type { Mail } from '../../platform/mail.ts';
import type { Db } from '../../schema.ts';
import { deadlineFor, ENTRANCES, type Entrance } from '../../vacancies/internal-dates/internal-dates.ts';

/** Which reminder of which vacancy, to those who came by which entrance: so many hours before their deadline. */
export type Window = { reference: string; hoursBefore: number; entrance: Entrance; deadlineAt: Date };

/**
 * The open vacancies whose deadline is so near that their drafts are reminded now, each with the latest reminder that is
 * due: who missed an earlier one gets one mail, not two.
 */
export async function remindersDue(db: Db, hoursBefore: readonly number[], now: Date): Promise<Window[]> {
  const last = later(now, Math.max(...hoursBefore));
  const isNear = (at: Expression<Date | null>) => sql<boolean>`${at} between ${now} and ${last}`;
  const rows = await db
    .selectFrom('vacancies')
    .select(['reference', 'deadlineAt', 'internalDeadlineAt'])
    .where('status', '=', 'published')
    .where((near) => near.or([isNear(near.ref('deadlineAt')), isNear(near.ref('internalDeadlineAt'))]))
    .execute();
  return rows.flatMap(({ reference, ...dates }) =>
    ENTRANCES.flatMap((entrance) => {
      const deadlineAt = deadlineFor(dates, entrance);
      if (deadlineAt === null || deadlineAt < now) return [];
      const due = hoursBefore.filter((hours) => deadlineAt <= later(now, hours));
      return due.length === 0 ? [] : [{ reference, hoursBefore: Math.min(...due), entrance, deadlineAt }];
    }),
  );
}

const later = (at: Date, hours: number): Date => new Date(at.getTime() + hours * 3_600_000);

/**
 * Queues the mail to each person of a language who has a draft begun before the reminder was due, wants to be reminded
 * and was not yet; notes in the same statement that they were. Answers how many.
 */
export async function remindDrafts(
  db: Db,
  { reference, hoursBefore, entrance, deadlineAt, language }: Window & { language: Language },
  { subject, text, at }: Pick<Mail, 'subject' | 'text'> & { at: Date },
): Promise<number> {
  const reminded = await sql<{ id: string }>`
    with reminded as (
      insert into draft_reminders (application_id, deadline_at, hours_before, told_at)
      select applications.id, ${deadlineAt}::timestamptz, ${hoursBefore}, ${at}::timestamptz
      from applications
      join accounts on accounts.id = applicant_id
      where vacancy_reference = ${reference} and applications.status = 'draft' and applications.reminders
        and entrance = ${entrance}
        and accounts.language = ${language} and accounts.verified_at is not null
        and applications.created_at < ${deadlineAt}::timestamptz - make_interval(hours => ${hoursBefore})
        and not exists (
          select 1 from draft_reminders told
          where told.application_id = applications.id and told.deadline_at = ${deadlineAt}::timestamptz
            and told.hours_before <= ${hoursBefore})
      on conflict do nothing
      returning application_id)
    insert into mails (to_address, to_name, subject, body, language, queued_at, next_try_at)
    select email, name, ${subject}::text, ${text}::text, language, ${at}::timestamptz, ${at}::timestamptz
    from reminded join applications on applications.id = application_id join accounts on accounts.id = applicant_id
    returning id`.execute(db);
  return reminded.rows.length;
}

/** Whether a person wants to be reminded of a draft; false where there is no such draft of theirs. */
export async function setReminders(
  db: Db,
  { accountId, number }: { accountId: string; number: string },
  wanted: boolean,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('applications')
    .set({ reminders: wanted })
    .where('number', '=', number)
    .where('applicantId', '=', accountId)
    .where('status', '=', 'draft')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
