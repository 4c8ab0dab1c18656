import type { Kysely } from 'kysely';
import type { Db, Schema } from '../../schema.ts';
import { findVacancy } from '../vacancy-queries.ts';
import type { Vacancy } from '../vacancy.ts';

/** What falls due: a publication and an opening to everybody at their instant, a closing once the deadline is over. */
export type Due = 'publication' | 'opening' | 'closing';

type Work = (transaction: Db, vacancy: Vacancy) => Promise<void>;

/**
 * Does the work for each vacancy that is due at `now`, each in a transaction of its own that holds the row: several
 * servers share what is due, and one that dies leaves its row to the next. A vacancy whose work fails keeps no other
 * waiting; the first failure is thrown at the end. Answers how many were done.
 */
export async function eachDue(db: Kysely<Schema>, due: { what: Due; now: Date }, work: Work): Promise<number> {
  const failed: string[] = [];
  const failures: unknown[] = [];
  for (let done = 0; ;) {
    let held: string | undefined;
    const outcome = await db
      .transaction()
      .execute(async (transaction) => {
        held = await holdNext(transaction, due, failed);
        const vacancy = held === undefined ? undefined : await findVacancy(transaction, held);
        if (vacancy) await work(transaction, vacancy);
      })
      .catch((error: unknown) => ({ error }));
    if (outcome) failures.push(outcome.error);
    if (held === undefined && failures.length > 0) throw failures[0];
    if (held === undefined) return done;
    if (outcome) failed.push(held);
    else done += 1;
  }
}

function dueOf(transaction: Db, what: Due, now: Date) {
  const vacancies = transaction.selectFrom('vacancies');
  const published = vacancies.where('status', '=', 'published');
  if (what === 'closing') return published.where('deadlineAt', '<', now).orderBy('deadlineAt');
  if (what === 'opening') return published.where('publicFrom', '<=', now).orderBy('publicFrom');
  return vacancies.where('status', '=', 'scheduled').where('publishAt', '<=', now).orderBy('publishAt');
}

/** The reference of the vacancy that has been due for longest and that nobody else holds. */
async function holdNext(
  transaction: Db,
  { what, now }: { what: Due; now: Date },
  failed: readonly string[],
): Promise<string | undefined> {
  const row = await dueOf(transaction, what, now)
    .select('reference')
    .$if(failed.length > 0, (query) => query.where('reference', 'not in', [...failed]))
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row?.reference;
}

/** The reason that was given when a vacancy was last scheduled, for what its publication has to be excused. */
export async function scheduledReason(db: Db, reference: string): Promise<string> {
  const event = await db
    .selectFrom('events')
    .select('details')
    .where('subject', '=', 'vacancy')
    .where('subjectId', '=', reference)
    .where('action', '=', 'schedule')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const reason = event?.details['reason'];
  return typeof reason === 'string' ? reason : '';
}
