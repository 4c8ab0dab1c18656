import type { Context } from '../../people/context.ts';
import type { Language } from '../../platform/language.ts';
import type { Db } from '../../schema.ts';
import { findVacancy } from '../../vacancies/vacancy-queries.ts';
import type { Application } from '../application.ts';
import { isExtended, queueExtension } from './extension-tasks.ts';
import { whatWasExtended } from './extension-texts.ts';
import { missedBy, takeMissed, type Missed } from './missed-news-queries.ts';
import { isStillSo } from './news.ts';
import { queueNews } from './news-tasks.ts';
import { whatHappened } from './news-texts.ts';

/** What is shown of something that was missed. */
export type MissedLine = { paragraphs: string[] };

type Telling = Pick<Context, 'config'> & { now: Date };

/** Queues the mails that an application missed while it lay thrown away, each once, in the transaction that puts it back. */
export async function tellMissed(transaction: Db, application: Application, telling: Telling): Promise<void> {
  const { id, vacancyReference } = application;
  const vacancy = await findVacancy(transaction, vacancyReference);
  if (!vacancy) return;
  const { now, config } = telling;
  for (const missed of await takeMissed(transaction, { id, vacancy }, now))
    if (missed.extended) await queueExtension(transaction, missed.extended, { config, now, only: id });
    else await queueNews(transaction, missed, { config, now, only: id });
}

/** What an application missed, as its page shows it: until it is put back, or right after that. */
export async function missedLines(db: Db, application: Application, language: Language): Promise<MissedLine[]> {
  const { id, vacancyReference, status } = application;
  const vacancy = await findVacancy(db, vacancyReference);
  if (!vacancy) return [];
  const all = await missedBy(db, id, vacancy);
  const latest = Math.max(...all.map(({ toldAt }) => toldAt?.getTime() ?? 0));
  const shown =
    status === 'discarded'
      ? all.filter(({ toldAt }) => !toldAt)
      : all.filter((each) => each.toldAt?.getTime() === latest);
  return shown.filter(isTold).map((missed) => ({ paragraphs: paragraphsOf(missed, language) }));
}

const isTold = ({ news, extended, vacancy }: Missed): boolean =>
  extended ? isExtended(extended) : isStillSo(news, vacancy);

const paragraphsOf = ({ news, extended, vacancy }: Missed, language: Language): string[] =>
  extended ? whatWasExtended(extended, language) : whatHappened({ vacancy, news }, language);
