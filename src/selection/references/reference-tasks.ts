import type { Kysely } from 'kysely';
import type { Context } from '../../people/context.ts';
import { queueMails } from '../../platform/mail.ts';
import type { Task } from '../../platform/tasks.ts';
import type { Schema } from '../../schema.ts';
import { referenceMail } from './reference-mail.ts';
import { claimRefereeReminders } from './reference-reminder-queries.ts';
import { referenceToken } from './reference.ts';

type Outside = { db: Kysely<Schema> } & Pick<Context, 'config' | 'organisation' | 'secret'>;

const EVERY_MS = 600_000;

export const referenceTasks = (context: Outside & Pick<Context, 'clock'>): Task[] => [
  { name: 'reminders of references', everyMs: EVERY_MS, run: () => remindReferees(context, context.clock()) },
];

/** Reminds referees who have not answered, after the days that the organisation says, by the same link; answers how many. */
export async function remindReferees({ db, config, organisation, secret }: Outside, now: Date): Promise<number> {
  let reminded = 0;
  for (const { code, references } of organisation.selection.stages)
    // The latest first: who missed an earlier reminder gets one mail, not two.
    for (const days of (references?.daysToReminder ?? []).toSorted((a, b) => b - a))
      reminded += await db.transaction().execute(async (transaction) => {
        const due = await claimRefereeReminders(transaction, { days, stages: [code], now });
        const mails = due.map(({ givenNames, familyName, ...referee }) =>
          referenceMail(referee, {
            candidate: `${givenNames} ${familyName}`,
            organisation: organisation.name,
            publicUrl: config.PUBLIC_URL,
            token: referenceToken(referee, secret),
            reminder: true,
          }),
        );
        await queueMails(transaction, mails, now);
        return mails.length;
      });
  return reminded;
}
