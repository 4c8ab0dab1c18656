import type { Transaction } from 'kysely';
import type { Actor } from '../../people/actor.ts';
import { permits } from '../../people/permissions.ts';
import type { SealingKeys } from '../../platform/sealing.ts';
import type { Db, Schema } from '../../schema.ts';
import { cellsOf, type EqualityAnswers, type EqualityRules } from './equality.ts';
import { makeSlip } from './slip.ts';
import { areCounted, lockAnswers, mixSlips } from './slip-queries.ts';

/** Whether the page was finished for this application; all that is known of it. */
export async function isFinished(db: Db, applicationId: string): Promise<boolean> {
  const row = await db
    .selectFrom('equalityPages')
    .select('applicationId')
    .where('applicationId', '=', applicationId)
    .executeTakeFirst();
  return row !== undefined;
}

type Finished = {
  applicationId: string;
  reference: string;
  answers: EqualityAnswers;
  rules: EqualityRules;
  /** Whether the person agreed to be counted by how far applications got as well: then a slip is kept until that. */
  byStage: boolean;
};

/**
 * Counts the answers of a finished page, once. There is no event, and no row of the person's: every counter of the
 * vacancy is written anew, in the order of the data, so that the rows of two answers differ in nothing but the counts.
 */
export async function countAnswers(
  transaction: Transaction<Schema>,
  finished: Finished,
  keys: SealingKeys,
): Promise<void> {
  const { applicationId, reference, answers, rules } = finished;
  await lockAnswers(transaction, reference);
  const first = await transaction
    .insertInto('equalityPages')
    .values({ applicationId })
    .onConflict((conflict) => conflict.doNothing())
    .returning('applicationId')
    .executeTakeFirst();
  if (!first) return;
  const before = await transaction
    .deleteFrom('equalityCounts')
    .where('vacancyReference', '=', reference)
    .returning(['question', 'answer', 'count'])
    .execute();
  const asked = cellsOf(rules);
  // Questions that were asked earlier and are not any more keep their counts.
  const gone = before.filter((row) => !asked.some((cell) => isSame(cell, row)));
  const rows = [...asked, ...gone].map(({ question, answer }) => ({
    vacancyReference: reference,
    question,
    answer,
    count:
      (before.find((row) => isSame(row, { question, answer }))?.count ?? 0) + (answers[question] === answer ? 1 : 0),
  }));
  if (rows.length > 0) await transaction.insertInto('equalityCounts').values(rows).execute();
  const wanted = finished.byStage && rules.byStage.offered && !(await areCounted(transaction, reference));
  const slip = wanted ? makeSlip({ owner: { applicationId, reference }, answers, rules }, keys) : undefined;
  await mixSlips(transaction, reference, slip);
}

type Named = { question: string; answer: string };
const isSame = (one: Named, other: Named): boolean => one.question === other.question && one.answer === other.answer;

/** The counts of a vacancy; nothing for who may not read them. For the page, which withholds the small ones. */
export async function countsFor(db: Db, actor: Actor, reference: string) {
  return permits(actor.roles, 'equality:read') ? countsOf(db, reference) : undefined;
}

/** The same for the counting by stage, which shows nothing of them. */
export function countsOf(db: Db, reference: string) {
  return db
    .selectFrom('equalityCounts')
    .select(['question', 'answer', 'count'])
    .where('vacancyReference', '=', reference)
    .orderBy('question')
    .orderBy('answer')
    .execute();
}
