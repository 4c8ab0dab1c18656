import type { Context } from '../../people/context.ts';
import { LANGUAGES } from '../../platform/language.ts';
import type { Task } from '../../platform/tasks.ts';
import type { Db } from '../../schema.ts';
import { queueMailToApplicants, settleNextExtension, TOLD_STATUSES, type Extended } from './extension-queries.ts';
import { extensionMail } from './extension-texts.ts';

type Outside = Pick<Context, 'db' | 'config'>;

const EVERY_MS = 5_000;

/** What Concours does about applications by itself. */
export const extensionTasks = (context: Outside & Pick<Context, 'clock'>): Task[] => [
  { name: 'deadline extensions', everyMs: EVERY_MS, run: () => tellExtensions(context, context.clock()) },
];

/**
 * Tells everybody who had begun to apply of each deadline that was extended, in their language. An extension is one
 * transaction: its mails are queued and it is told, or neither; the mails then go out one by one. Answers how many
 * extensions were told.
 */
export async function tellExtensions({ db, config }: Outside, now: Date): Promise<number> {
  const tell = (transaction: Db, extended: Extended) => queueMails(transaction, extended, { config, now });
  let told = 0;
  while (await settleNextExtension(db, now, tell)) told += 1;
  return told;
}

/** An extension of what was cancelled or closed since is of no use to anybody. */
async function queueMails(
  transaction: Db,
  extended: Extended,
  { config, now }: Pick<Context, 'config'> & { now: Date },
): Promise<void> {
  const { vacancy, madeAt } = extended;
  if (vacancy.status !== 'published') return;
  // A deadline of their own stands for serving staff, whatever becomes of everybody's.
  const others = vacancy.internalDeadlineAt === null ? undefined : ('public' as const);
  const entrance = extended.entrance ?? others;
  for (const language of LANGUAGES)
    for (const status of TOLD_STATUSES) {
      const mail = extensionMail(extended, { status, language, publicUrl: config.PUBLIC_URL });
      const people = { reference: vacancy.reference, begunBy: madeAt, status, entrance };
      await queueMailToApplicants(transaction, people, { ...mail, language, at: now });
    }
}
