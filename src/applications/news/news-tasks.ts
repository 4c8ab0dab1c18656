import type { Context } from '../../people/context.ts';
import { LANGUAGES } from '../../platform/language.ts';
import type { Task } from '../../platform/tasks.ts';
import type { Db } from '../../schema.ts';
import { findVacancy } from '../../vacancies/vacancy-queries.ts';
import { queueMailToApplicants } from './extension-queries.ts';
import { keepMissed } from './missed-news-queries.ts';
import { concernedBy, isStillSo } from './news.ts';
import { settleNextNews, type News } from './news-queries.ts';
import { newsMail } from './news-texts.ts';
import { remindDrafts, remindersDue, type Window } from './reminder-queries.ts';
import { reminderMail } from './reminder-texts.ts';

type Outside = Pick<Context, 'db' | 'config' | 'organisation'>;

const NEWS_EVERY_MS = 5_000;
const REMINDERS_EVERY_MS = 60_000;

/** What those who have begun an application are told by itself. */
export const newsTasks = (context: Outside & Pick<Context, 'clock'>): Task[] => [
  { name: 'news of vacancies', everyMs: NEWS_EVERY_MS, run: () => tellNews(context, context.clock()) },
  { name: 'reminders of drafts', everyMs: REMINDERS_EVERY_MS, run: () => remind(context, context.clock()) },
];

/**
 * Tells those who have begun an application what became of its vacancy: corrected, closed, cancelled, open again. Each
 * event is one transaction: its mails are queued and it is told, or neither. Answers how many events were told.
 */
export async function tellNews({ db, config }: Outside, now: Date): Promise<number> {
  let told = 0;
  const tell = async (transaction: Db, happened: News) => {
    await queueNews(transaction, happened, { config, now });
    const { eventId, vacancy, news, at } = happened;
    if (isStillSo(news, vacancy)) await keepMissed(transaction, { eventId, reference: vacancy.reference, at });
  };
  while (await settleNextNews(db, now, tell)) told += 1;
  return told;
}

type Telling = Pick<Context, 'config'> & { now: Date; only?: string };

/** Queues the mails of news to all whom it concerns, or to the one application that missed it. */
export async function queueNews(
  transaction: Db,
  { vacancy, news, at }: Omit<News, 'eventId'>,
  { config, now, only }: Telling,
): Promise<void> {
  if (!isStillSo(news, vacancy)) return;
  for (const language of LANGUAGES)
    for (const status of concernedBy(news)) {
      const mail = newsMail({ vacancy, news }, { status, language, publicUrl: config.PUBLIC_URL });
      const people = { reference: vacancy.reference, begunBy: at, status, only };
      await queueMailToApplicants(transaction, people, { ...mail, language, at: now });
    }
}

/** Reminds those who have begun and not submitted, as long before the deadline as the organisation says. Answers how many. */
export async function remind({ db, config, organisation }: Outside, now: Date): Promise<number> {
  const { hoursBefore } = organisation.reminders;
  if (hoursBefore.length === 0) return 0;
  let reminded = 0;
  for (const window of await remindersDue(db, hoursBefore, now))
    reminded += await remindOne(db, window, { publicUrl: config.PUBLIC_URL, now });
  return reminded;
}

async function remindOne(
  db: Db,
  window: Window,
  { publicUrl, now }: { publicUrl: string; now: Date },
): Promise<number> {
  const vacancy = await findVacancy(db, window.reference);
  if (!vacancy) return 0;
  const { deadlineAt } = window;
  const counts = LANGUAGES.map((language) => {
    const mail = reminderMail(vacancy, { deadlineAt, language, publicUrl });
    return remindDrafts(db, { ...window, language }, { ...mail, at: now });
  });
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}
