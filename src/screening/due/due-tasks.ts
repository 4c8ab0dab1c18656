import { stillTaking } from '../../applications/stages/stage-state.ts';
import type { Kysely } from 'kysely';
import type { Context } from '../../people/context.ts';
import { queueMails } from '../../platform/mail.ts';
import type { Task } from '../../platform/tasks.ts';
import type { Schema } from '../../schema.ts';
import { civilDayIn } from '../../site/dates.ts';
import { recipientsOf } from '../arranging/arranging-queries.ts';
import { mayBeSettledBy } from '../settlement/difference-queries.ts';
import { dueMail } from './due-mail.ts';
import { claimReminders, screeningsLeft, toRemind, type ScreeningLeft } from './due-queries.ts';
import { dueOf, reminderReached, standingOfDue } from './screening-due.ts';

type Outside = { db: Kysely<Schema> } & Pick<Context, 'config' | 'organisation'>;

const EVERY_MS = 600_000;

export const screeningTasks = (context: Outside & Pick<Context, 'clock'>): Task[] => [
  { name: 'reminders of screenings', everyMs: EVERY_MS, run: () => remindOfScreenings(context, context.clock()) },
];

/**
 * Reminds those who have something left to do in a screening before and after the day it is to be done, as the organisation
 * says: each once for each of these days, and of the last alone where several have come. Answers how many mails.
 */
export async function remindOfScreenings(outside: Outside, now: Date): Promise<number> {
  const waiting = await screeningsLeft(outside.db);
  let reminded = 0;
  for (const screening of waiting) if (!stillTaking(screening, now)) reminded += await remind(outside, screening, now);
  return reminded;
}

async function remind({ db, config, organisation }: Outside, screening: ScreeningLeft, now: Date): Promise<number> {
  const { reference, left } = screening;
  const { selection } = organisation;
  const due = dueOf(screening, screening.set, organisation);
  const today = civilDayIn(now, screening.deadlineZone);
  const days = due && reminderReached(due, today, selection.screening.reminders);
  if (!due || days === undefined) return 0;
  const late = standingOfDue(due, today) === 'late';
  return db.transaction().execute(async (transaction) => {
    const toSign = new Map((await toRemind(transaction, reference)).map((one) => [one.accountId, one.toSign]));
    const toSettle = await mayBeSettledBy(transaction, reference);
    const recipients = await recipientsOf(transaction, [...new Set([...toSign.keys(), ...toSettle.keys()])]);
    const claim = { reference, day: due.day, days, people: [...recipients.keys()], at: now };
    const claimed = await claimReminders(transaction, claim);
    const mails = [...recipients].flatMap(([id, to]) =>
      claimed.has(id)
        ? [
            dueMail(to, {
              reference,
              day: due.day,
              late,
              left,
              toSign: toSign.get(id) ?? 0,
              toSettle: toSettle.get(id) ?? 0,
              publicUrl: config.PUBLIC_URL,
            }),
          ]
        : [],
    );
    await queueMails(transaction, mails, now);
    return mails.length;
  });
}
