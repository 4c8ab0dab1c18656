import type { Context } from '../../people/context.ts';
import type { Task } from '../../platform/tasks.ts';
import { findVacancy } from '../vacancy-queries.ts';
import { keepSearchDocument, withoutDocument } from './search-document-queries.ts';

const EVERY_MS = 60_000;
const AT_A_TIME = 200;

/** What Concours does about search by itself. */
export const searchTasks = (context: Pick<Context, 'db' | 'clock'>): Task[] => [
  { name: 'search', everyMs: EVERY_MS, run: () => completeSearch(context.db, context.clock()) },
];

/**
 * Makes the documents that published vacancies lack: those of before there was search, and those made by older rules of
 * folding. Each in a transaction that holds the vacancy, so that no saving of it is overtaken. Answers how many were made.
 */
export async function completeSearch(db: Context['db'], now: Date): Promise<number> {
  let made = 0;
  for (;;) {
    const references = await withoutDocument(db, AT_A_TIME);
    for (const reference of references) {
      await db.transaction().execute(async (transaction) => {
        await transaction
          .selectFrom('vacancies')
          .select('reference')
          .where('reference', '=', reference)
          .forUpdate()
          .execute();
        const vacancy = await findVacancy(transaction, reference);
        if (vacancy) await keepSearchDocument(transaction, vacancy, now);
      });
      made += 1;
    }
    if (references.length < AT_A_TIME) return made;
  }
}
