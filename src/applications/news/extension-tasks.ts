import type { Context } from '../../people/context.ts';
import { LANGUAGES } from '../../platform/language.ts';
import type { Task } from '../../platform/tasks.ts';
import type { Entrance } from '../../vacancies/internal-dates/internal-dates.ts';
import type { Db } from '../../schema.ts';
import { queueMailToApplicants, settleNextExtension, TOLD_STATUSES, type Extended } from './extension-queries.ts';
import { keepMissed } from './missed-news-queries.ts';
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
  const tell = async (transaction: Db, extended: Extended) => {
    await queueExtension(transaction, extended, { config, now });
    const { id: extensionId, madeAt: at, vacancy } = extended;
    if (isExtended(extended))
      await keepMissed(transaction, { extensionId, reference: vacancy.reference, at, entrance: entranceOf(extended) });
  };
  let told = 0;
  while (await settleNextExtension(db, now, tell)) told += 1;
  return told;
}

/** An extension of what was cancelled or closed since is of no use to anybody. */
export const isExtended = ({ vacancy }: Extended): boolean => vacancy.status === 'published';

/** Whom it concerns: a deadline of their own stands for serving staff, whatever becomes of everybody's. */
const entranceOf = ({ vacancy, entrance }: Extended): Entrance | undefined =>
  entrance ?? (vacancy.internalDeadlineAt === null ? undefined : 'public');

type Telling = Pick<Context, 'config'> & { now: Date; only?: string };

/** Queues the mails of an extension to all whom it concerns, or to the one application that missed it. */
export async function queueExtension(transaction: Db, extended: Extended, telling: Telling): Promise<void> {
  const { config, now, only } = telling;
  const { vacancy, madeAt } = extended;
  if (!isExtended(extended)) return;
  const entrance = entranceOf(extended);
  for (const language of LANGUAGES)
    for (const status of TOLD_STATUSES) {
      const mail = extensionMail(extended, { status, language, publicUrl: config.PUBLIC_URL });
      const people = { reference: vacancy.reference, begunBy: madeAt, status, entrance, only };
      await queueMailToApplicants(transaction, people, { ...mail, language, at: now });
    }
}
