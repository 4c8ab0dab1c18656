import type { Kysely } from 'kysely';
import type { Context } from '../../people/context.ts';
import type { Recipient } from '../../people/holder-queries.ts';
import { queueMails, type Mail } from '../../platform/mail.ts';
import type { Task } from '../../platform/tasks.ts';
import { OFFICES } from '../../regulations/organisation/appointment-schema.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import type { Db, Schema } from '../../schema.ts';
import { civilDayIn } from '../../site/dates.ts';
import { plural } from '../../site/numbers.ts';
import { casesUnderWay } from './appointment-queries.ts';
import { CONDITIONS_TEXTS } from './conditions-texts.ts';
import { claimReminders, peopleOf, remindersSent, type ConditionReminder } from './reminder-queries.ts';
import { remindersDue } from './track-clock.ts';
import { tracksOf } from './track-queries.ts';

type Outside = { db: Kysely<Schema> } & Pick<Context, 'config' | 'organisation'>;

const EVERY_MS = 600_000;

export const conditionTasks = (context: Outside & Pick<Context, 'clock'>): Task[] => [
  { name: 'reminders of conditions', everyMs: EVERY_MS, run: () => remindOfConditions(context, context.clock()) },
];

/**
 * Reminds each office of the conditions that it sees through, on the days that the organisation's data give, each once: one
 * mail a person, with how many, and nothing of whose or which. Answers how many mails.
 */
export async function remindOfConditions({ db, config, organisation }: Outside, now: Date): Promise<number> {
  const due = await dueNow(db, organisation, now);
  if (due.length === 0) return 0;
  return db.transaction().execute(async (transaction) => {
    const claimed = await claimReminders(transaction, due, now);
    const mails: Mail[] = [];
    for (const office of OFFICES) {
      const codes = organisation.appointment.conditions.filter((one) => one.office === office).map(({ code }) => code);
      const own = claimed.filter(({ condition }) => codes.includes(condition));
      if (own.length === 0) continue;
      for (const person of await peopleOf(transaction, office)) {
        const count = own.filter(({ appointmentId }) => !person.hidden.includes(appointmentId)).length;
        if (count > 0) mails.push(reminderMail(person, count, config.PUBLIC_URL));
      }
    }
    await queueMails(transaction, mails, now);
    return mails.length;
  });
}

async function dueNow(db: Db, organisation: Organisation, now: Date): Promise<ConditionReminder[]> {
  const { conditions, conditionReminders: rules } = organisation.appointment;
  const cases = await casesUnderWay(db);
  const ids = cases.flatMap(({ appointment }) => appointment?.id ?? []);
  const sent = Map.groupBy(
    await remindersSent(db, ids),
    ({ appointmentId, condition }) => `${appointmentId} ${condition}`,
  );
  const tracks = await tracksOf(db, ids, conditions);
  return cases.flatMap(({ appointment, zone }) => {
    const { id: appointmentId = '' } = appointment ?? {};
    const today = civilDayIn(now, zone);
    return (tracks.get(appointmentId) ?? []).flatMap((track) => {
      const { code: condition } = track.condition;
      const before = sent.get(`${appointmentId} ${condition}`) ?? [];
      return remindersDue(track, { rules, today, calendar: organisation.workingDays, sent: before }).map(
        (reminder) => ({
          ...reminder,
          appointmentId,
          condition,
        }),
      );
    });
  });
}

function reminderMail({ name, address, language }: Recipient, count: number, publicUrl: string): Mail {
  const { mail } = CONDITIONS_TEXTS[language];
  const link = `${publicUrl}/${language}/staff/appointments?show=mine`;
  return {
    to: { name, address },
    subject: mail.subject,
    text: `${plural(count, mail, language)}\n\n${link}\n`,
    language,
  };
}
