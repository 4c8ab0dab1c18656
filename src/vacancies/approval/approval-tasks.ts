import { sql } from 'kysely';
import type { Context } from '../../people/context.ts';
import { recordEvent } from '../../people/event-queries.ts';
import type { Db } from '../../schema.ts';
import { nextStep } from './approvals.ts';
import { tellApprovers } from './approval-queries.ts';
import { findVacancy } from '../vacancy-queries.ts';

const DAY = 24 * 3_600_000;
/** The events after which somebody's turn begins, or after which they have been told. */
const TURNS = ['submit', 'approve', 'budget-pending', 'edit', 'take-version', 'remind-approvers', 'unschedule'];

/**
 * Reminds by mail whoever must approve and has not for as many days as the organisation says, and again after as many
 * more. One vacancy a transaction, each locked meanwhile, so that several servers remind once; answers how many.
 */
export async function remindApprovers(
  { db, organisation, config }: Pick<Context, 'db' | 'organisation' | 'config'>,
  now: Date,
): Promise<number> {
  const { steps, remindAfterDays } = organisation.notices.approval;
  if (remindAfterDays === null) return 0;
  const before = new Date(now.getTime() - remindAfterDays * DAY);
  let reminded = 0;
  for (const { reference } of await waitingSince(db, before)) {
    reminded += await db.transaction().execute(async (transaction) => {
      const [still] = await waitingSince(transaction, before, reference);
      const vacancy = still && (await findVacancy(transaction, reference));
      const step = vacancy && nextStep(vacancy, steps);
      if (!step) return 0;
      await tellApprovers(transaction, vacancy, { step, publicUrl: config.PUBLIC_URL, now, reminder: true });
      const by = { kind: 'system' } as const;
      const details = { step: step.code };
      await recordEvent(transaction, {
        subject: 'vacancy',
        subjectId: reference,
        action: 'remind-approvers',
        by,
        at: now,
        details,
      });
      return 1;
    });
  }
  return reminded;
}

/** Vacancies in review of which nothing has been heard since an instant; one of them is locked, and passed over if it is. */
function waitingSince(db: Db, before: Date, reference?: string) {
  return db
    .selectFrom('vacancies')
    .select('reference')
    .where('status', '=', 'in-review')
    .where(
      sql<boolean>`${before} >= (select max(at) from events
        where subject = 'vacancy' and subject_id = vacancies.reference and action in (${sql.join(TURNS)}))`,
    )
    .$if(reference !== undefined, (query) =>
      query
        .where('reference', '=', reference ?? '')
        .forUpdate()
        .skipLocked(),
    )
    .orderBy('reference')
    .execute();
}
