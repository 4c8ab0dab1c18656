import { sql, type Transaction } from 'kysely';
import { doerOf, type Actor } from '../../people/actor.ts';
import type { Recipient } from '../../people/holder-queries.ts';
import type { Language } from '../../platform/language.ts';
import { recordEvent } from '../../people/event-queries.ts';
import { requirementsOf } from '../../applications/answers.ts';
import { readReceipt } from '../../applications/submission/receipt.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import type { Db, Schema } from '../../schema.ts';
import type { Vacancy } from '../../vacancies/vacancy.ts';
import { lockUnsettled } from '../screening-queries.ts';
import { hardRulesOf } from '../sheet/hard-rules.ts';
import type { Assigning, Assignment } from './assignment.ts';
import type { Manner } from './beginning.ts';

type By = { actor: Actor; at: Date };
/** How many rows one statement writes. */
const ROWS_AT_ONCE = 1000;

/** Held until the transaction ends, so that two people arrange one after the other. */
export const lockScreening = (transaction: Transaction<Schema>, reference: string) =>
  transaction
    .selectFrom('vacancies')
    .select('reference')
    .where('reference', '=', reference)
    .forNoKeyUpdate()
    .executeTakeFirst();

/** Begins a screening by the requirements of the notice as it stands. */
export async function recordBeginning(
  db: Db,
  { vacancy, manner, actor, at }: By & { vacancy: Vacancy; manner: Manner },
): Promise<void> {
  await db
    .insertInto('screenings')
    .values({
      vacancyReference: vacancy.reference,
      screeners: manner.screeners,
      anonymousUntil: manner.anonymousUntil,
      requirements: JSON.stringify(requirementsOf(vacancy.notice)),
      begunAt: at,
      begunBy: actor.accountId,
    })
    .execute();
  const details = { screeners: manner.screeners, anonymousUntil: manner.anonymousUntil };
  await recordEvent(db, { ...about(vacancy.reference, actor), action: 'screening-begun', at, details });
}

const about = (reference: string, actor: Actor) =>
  ({ subject: 'vacancy', subjectId: reference, by: doerOf(actor) }) as const;

/** Takes in the applications that are not screened yet, with what the hard rules say of each; answers how many. */
export async function takeIn(db: Db, vacancy: Vacancy, organisation: Organisation): Promise<number> {
  let taken = 0;
  for (;;) {
    const rows = await db
      .selectFrom('applications')
      .innerJoin('receipts', 'receipts.applicationId', 'applications.id')
      .select(['applications.id', 'content'])
      .where('vacancyReference', '=', vacancy.reference)
      .where('status', '=', 'submitted')
      .where('applications.id', 'not in', (query) => query.selectFrom('screenedApplications').select('applicationId'))
      .limit(ROWS_AT_ONCE)
      .execute();
    if (rows.length === 0) return taken;
    await db
      .insertInto('screenedApplications')
      .values(
        rows.map(({ id, content }) => ({
          applicationId: id,
          vacancyReference: vacancy.reference,
          rules: JSON.stringify(hardRulesOf({ content: readReceipt({ text: content }), vacancy, organisation })),
        })),
      )
      .execute();
    taken += rows.length;
  }
}

/** How many submitted applications are not screened yet. */
export async function notTakenIn(db: Db, reference: string): Promise<number> {
  const { count } = await db
    .selectFrom('applications')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('vacancyReference', '=', reference)
    .where('status', '=', 'submitted')
    .where('id', 'not in', (query) => query.selectFrom('screenedApplications').select('applicationId'))
    .executeTakeFirstOrThrow();
  return count;
}

/** What an even sharing out is made from: the applications that are not settled, with who has them and may judge them. */
export async function toAssign(db: Db, reference: string): Promise<Pick<Assigning, 'applications' | 'recused'>> {
  const { rows } = await sql<{ id: string; screeners: string[] }>`
    select s.application_id as id, coalesce(array_agg(h.screener_id::text) filter (where h.screener_id is not null), '{}') as screeners
    from screened_applications s join applications a on a.id = s.application_id and a.status = 'submitted'
    left join screening_sheets h on h.application_id = s.application_id and not exists (
      select from conflicts_of_interest c where c.application_id = h.application_id
        and c.account_id = h.screener_id and c.cleared_at is null)
    where s.vacancy_reference = ${reference} and s.settled_at is null
    group by s.application_id, a.number order by a.number`.execute(db);
  const conflicts = await db
    .selectFrom('conflictsOfInterest')
    .select(['accountId', 'applicationId'])
    .where('vacancyReference', '=', reference)
    .where('clearedAt', 'is', null)
    .execute();
  const byPerson = Map.groupBy(conflicts, ({ accountId }) => accountId);
  const recused = new Map(
    [...byPerson].map(([id, found]) => [id, new Set(found.map(({ applicationId }) => applicationId))]),
  );
  return { applications: rows, recused };
}

/** Writes who screens what, and tells it once with how many each got. */
export async function recordAssignments(
  db: Db,
  reference: string,
  { assignments, actor, at }: By & { assignments: readonly Assignment[] },
): Promise<void> {
  for (let from = 0; from < assignments.length; from += ROWS_AT_ONCE)
    await db
      .insertInto('screeningSheets')
      .values(
        assignments
          .slice(from, from + ROWS_AT_ONCE)
          .map((one) => ({ ...one, assignedAt: at, assignedBy: actor.accountId })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  const each = Object.fromEntries(
    [...Map.groupBy(assignments, ({ screenerId }) => screenerId)].map(([id, own]) => [id, own.length]),
  );
  await recordEvent(db, { ...about(reference, actor), action: 'screening-assigned', at, details: { each } });
}

/** Where to write to each of these people, by account; those whose account was deleted aside. */
export async function recipientsOf(db: Db, ids: readonly string[]): Promise<Map<string, Recipient>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('accounts')
    .select(['id', 'name', 'email', 'language'])
    .where('id', 'in', ids)
    .where('verifiedAt', 'is not', null)
    .where('erasedAt', 'is', null)
    .execute();
  return new Map(
    rows.map(({ id, name, email, language }) => [id, { name, address: email, language: language as Language }]),
  );
}

/** Takes back from a screener what they have not begun, and from who is none any more all that is not signed; answers how many. */
export async function recordTakenBack(
  db: Db,
  reference: string,
  { screenerId, begunToo, actor, at }: By & { screenerId: string; begunToo: boolean },
): Promise<number> {
  await lockUnsettled(db, reference);
  const taken = await db
    .deleteFrom('screeningSheets')
    .where('screenerId', '=', screenerId)
    .$if(!begunToo, (query) => query.where('savedAt', 'is', null))
    .where('signedAt', 'is', null)
    .where('applicationId', 'in', (query) =>
      query
        .selectFrom('screenedApplications')
        .select('applicationId')
        .where('vacancyReference', '=', reference)
        .where('settledAt', 'is', null),
    )
    .returning('applicationId')
    .execute();
  if (taken.length > 0) {
    const details = { screener: screenerId, count: taken.length };
    await recordEvent(db, { ...about(reference, actor), action: 'screening-taken-back', at, details });
  }
  return taken.length;
}
