import { sql, type Transaction } from 'kysely';
import type { SealingKeys } from '../../platform/sealing.ts';
import type { Db, Schema } from '../../schema.ts';
import type { EqualityAnswers } from './equality.ts';
import { answersOn, marksOf, type Slip, type SlipOwner } from './slip.ts';

/** Among so many others, drawn by lot, a new slip is written. */
const MIXED_WITH = 255;

/** Waits for whoever counts or writes the answers of this vacancy; until the end of the transaction, nobody else does. */
export const lockAnswers = (transaction: Db, reference: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended('equality ' || ${reference}, 0))`.execute(transaction);

/**
 * Writes a slip among others of its vacancy, in the order of their marks, so that neither the place of a row nor its
 * transaction tells whose it is. Called for everybody who answers, with a slip or without.
 */
export async function mixSlips(transaction: Transaction<Schema>, reference: string, slip?: Slip): Promise<void> {
  const { rows } = await sql<Slip>`delete from equality_slips where mark in (
      select mark from equality_slips where vacancy_reference = ${reference}
      order by gen_random_uuid() limit ${MIXED_WITH}
    ) returning mark, sealed`.execute(transaction);
  const mixed = [...rows, ...(slip ? [slip] : [])].toSorted((a, b) => Buffer.compare(a.mark, b.mark));
  if (mixed.length === 0) return;
  await transaction
    .insertInto('equalitySlips')
    .values(mixed.map(({ mark, sealed }) => ({ mark, sealed, vacancyReference: reference })))
    .execute();
}

/** Whether this application has agreed to be counted by stage, and waits for it. */
export async function hasSlip(db: Db, keys: SealingKeys, owner: SlipOwner): Promise<boolean> {
  const found = await db
    .selectFrom('equalitySlips')
    .select('mark')
    .where('mark', 'in', marksOf(owner, keys))
    .executeTakeFirst();
  return found !== undefined;
}

/**
 * Takes the agreement back: the slip is gone. There is no event, which would tell that there was one. Waits for whoever
 * writes slips anew, among whose rows it would not find this one.
 */
export async function removeSlip(transaction: Transaction<Schema>, keys: SealingKeys, owner: SlipOwner): Promise<void> {
  await lockAnswers(transaction, owner.reference);
  await transaction.deleteFrom('equalitySlips').where('mark', 'in', marksOf(owner, keys)).execute();
}

/** Whether the slips of this competition have been counted: nobody can agree or take it back any more. */
export async function areCounted(db: Db, reference: string): Promise<boolean> {
  const found = await db
    .selectFrom('equalityFigures')
    .select('vacancyReference')
    .where('vacancyReference', '=', reference)
    .executeTakeFirst();
  return found !== undefined;
}

/** The answers on the slips of a vacancy, by application. For the counting by stage alone, which forgets them again. */
export async function openSlips(
  db: Db,
  keys: SealingKeys,
  { reference, applicationIds }: { reference: string; applicationIds: readonly string[] },
): Promise<Map<string, EqualityAnswers>> {
  const slips = await slipsOf(db, reference);
  const byMark = new Map(slips.map((slip) => [slip.mark.toString('hex'), slip]));
  return new Map(
    applicationIds.flatMap((applicationId) => {
      const marks = marksOf({ applicationId, reference }, keys);
      const slip = marks.map((mark) => byMark.get(mark.toString('hex'))).find(Boolean);
      return slip ? [[applicationId, answersOn(slip, keys)] as const] : [];
    }),
  );
}

export const deleteSlips = (db: Db, reference: string) =>
  db.deleteFrom('equalitySlips').where('vacancyReference', '=', reference).execute();

/** Deletes the slips of competitions that ended so many months ago; answers of which vacancies. */
export async function deleteExpiredSlips(db: Db, months: number, now: Date): Promise<string[]> {
  const { rows } = await sql<{ reference: string }>`
    with gone as (
      delete from equality_slips s using vacancies v
      where v.reference = s.vacancy_reference and v.status in ('filled', 'cancelled')
        and v.updated_at <= ${now}::timestamptz - make_interval(months => ${months}::int)
      returning v.reference
    ) select distinct reference from gone order by reference`.execute(db);
  return rows.map(({ reference }) => reference);
}

/** Deletes the slips whose application is kept no longer; answers how many. */
export async function deleteSlipsOfNobody(db: Db, keys: SealingKeys): Promise<number> {
  const vacancies = await db.selectFrom('equalitySlips').select('vacancyReference').distinct().execute();
  let deleted = 0;
  for (const { vacancyReference: reference } of vacancies) {
    const slips = await slipsOf(db, reference);
    const applications = await db
      .selectFrom('applications')
      .select('id')
      .where('vacancyReference', '=', reference)
      .execute();
    const known = new Set(
      applications.flatMap(({ id }) =>
        marksOf({ applicationId: id, reference }, keys).map((mark) => mark.toString('hex')),
      ),
    );
    const gone = slips.map(({ mark }) => mark).filter((mark) => !known.has(mark.toString('hex')));
    if (gone.length > 0) await db.deleteFrom('equalitySlips').where('mark', 'in', gone).execute();
    deleted += gone.length;
  }
  return deleted;
}

const slipsOf = (db: Db, reference: string) =>
  db.selectFrom('equalitySlips').select(['mark', 'sealed']).where('vacancyReference', '=', reference).execute();

/** What a person's slips say, for the copy of their data. */
export async function exportSlips(db: Db, keys: SealingKeys, accountId: string) {
  const found = await ownSlips(db, keys, accountId);
  return found.map(({ number, vacancyReference, slip }) => ({
    number,
    vacancyReference,
    answers: answersOn(slip, keys),
  }));
}

/** Deletes them, whatever else is kept of the person, in a transaction: waits for whoever writes slips anew. */
export async function eraseSlips(db: Db, keys: SealingKeys, accountId: string): Promise<void> {
  const own = await ownSlips(db, keys, accountId);
  const vacancies = new Set(own.map(({ vacancyReference }) => vacancyReference));
  for (const reference of [...vacancies].toSorted()) await lockAnswers(db, reference);
  const marks = own.map(({ slip }) => slip.mark);
  if (marks.length > 0) await db.deleteFrom('equalitySlips').where('mark', 'in', marks).execute();
}

async function ownSlips(db: Db, keys: SealingKeys, accountId: string) {
  const own = await db
    .selectFrom('applications')
    .select(['id', 'number', 'vacancyReference'])
    .where('applicantId', '=', accountId)
    .orderBy('number')
    .execute();
  const found = await Promise.all(
    own.map(async ({ id, ...application }) => {
      const marks = marksOf({ applicationId: id, reference: application.vacancyReference }, keys);
      const slip = await db
        .selectFrom('equalitySlips')
        .select(['mark', 'sealed'])
        .where('mark', 'in', marks)
        .executeTakeFirst();
      return slip ? [{ ...application, slip }] : [];
    }),
  );
  return found.flat();
}
