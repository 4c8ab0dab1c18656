import { sql } from 'kysely';
import type { Db } from '../../schema.ts';

/**
 * What a case opened again and that still goes on: nothing was decided of the candidate since, and no report on them is being
 * signed or decided.
 */
export const GOES_ON = sql<boolean>`
  not exists (select from application_stages s where s.application_id = review_requests.application_id
    and s.number > review_requests.decision_number and s.position in ('selected', 'reserve-listed', 'not-retained'))
  and not exists (select from selection_reports p join applications a on a.id = review_requests.application_id
    where p.vacancy_reference = a.vacancy_reference and p.status not in ('draft', 'returned')
      and (p.decided_at is null or p.decided_at > review_requests.decided_at)
      and p.proposals @> jsonb_build_array(jsonb_build_object('candidate', review_requests.application_id)))`;

const reopened = (db: Db) =>
  db
    .selectFrom('redoneStages')
    .innerJoin('reviewRequests', 'reviewRequests.id', 'redoneStages.reviewId')
    .where(GOES_ON);

/** The applications for which a stage is open again, whatever it is for others. */
export async function reopenedAt(db: Db, stageId: string): Promise<Set<string>> {
  const rows = await reopened(db).select('applicationId').where('stageId', '=', stageId).execute();
  return new Set(rows.map(({ applicationId }) => applicationId));
}

/** The stages that are open again for one candidate. */
export async function reopenedFor(db: Db, applicationId: string): Promise<Set<string>> {
  const rows = await reopened(db).select('stageId').where('applicationId', '=', applicationId).execute();
  return new Set(rows.map(({ stageId }) => stageId));
}

/** The stages, by code, that a case opened again. */
export const redoneStages = (db: Db, reviewId: string): Promise<string[]> => stagesOf(db, 'redoneStages', reviewId);

/** The stages, by code, whose scores a case made void. */
export const voidedIn = (db: Db, reviewId: string): Promise<string[]> => stagesOf(db, 'voidedScores', reviewId);

async function stagesOf(db: Db, table: 'redoneStages' | 'voidedScores', reviewId: string): Promise<string[]> {
  const rows = await db
    .selectFrom(table)
    .innerJoin('selectionStages', 'selectionStages.id', 'stageId')
    .select('code')
    .where('reviewId', '=', reviewId)
    .orderBy('number')
    .execute();
  return rows.map(({ code }) => code);
}

/** Whether what a case opened again still goes on; over, nobody is decided on anew without another review. */
export async function goesOn(db: Db, reviewId: string): Promise<boolean> {
  const row = await db
    .selectFrom('reviewRequests')
    .select('id')
    .where('id', '=', reviewId)
    .where('status', '=', 'redone')
    .where(GOES_ON)
    .executeTakeFirst();
  return row !== undefined;
}

/** The applications of a competition of which something was re-done, over or not, with when that was decided last. */
export async function redoneIn(db: Db, reference: string): Promise<Map<string, Date>> {
  const rows = await db
    .selectFrom('reviewRequests')
    .innerJoin('applications', 'applications.id', 'reviewRequests.applicationId')
    .select(['applicationId', 'decidedAt'])
    .where('vacancyReference', '=', reference)
    .where('reviewRequests.status', '=', 'redone')
    .orderBy('decidedAt')
    .execute();
  return new Map(rows.flatMap(({ applicationId, decidedAt }) => (decidedAt ? [[applicationId, decidedAt]] : [])));
}

/** The stages at which something was found of a candidate: scored, written, or a level recorded. */
export async function stagesWithResults(db: Db, applicationId: string): Promise<{ id: string; code: string }[]> {
  const { rows } = await sql<{ id: string; code: string }>`
    select id, code from selection_stages where id in (
      select stage_id from score_sheets where application_id = ${applicationId}::uuid
      union select stage_id from consensus_sheets where application_id = ${applicationId}::uuid
      union select stage_id from written_papers where application_id = ${applicationId}::uuid
      union select stage_id from language_results where application_id = ${applicationId}::uuid)
    order by number`.execute(db);
  return rows;
}

/** The numbers of those applications that a review had examined again, and of which no result is settled since. */
export async function unsettledAgain(db: Db, applicationIds: readonly string[]): Promise<string[]> {
  if (applicationIds.length === 0) return [];
  const rows = await db
    .selectFrom('screenedApplications')
    .innerJoin('applications', 'applications.id', 'applicationId')
    .select('number')
    .where('applicationId', 'in', [...applicationIds])
    .where('settledAt', 'is', null)
    .where((where) =>
      where.exists(
        where
          .selectFrom('voidedResults')
          .select('id')
          .where('kind', '=', 'screening')
          .whereRef('voidedResults.applicationId', '=', 'screenedApplications.applicationId'),
      ),
    )
    .orderBy('number')
    .execute();
  return rows.map(({ number }) => number);
}

/** Whether a report that speaks of a candidate is being signed, or waits for its decision. */
export async function hasReportUnderWay(db: Db, applicationId: string): Promise<boolean> {
  const { rows } = await sql`
    select from selection_reports p join applications a on a.vacancy_reference = p.vacancy_reference
    where a.id = ${applicationId}::uuid and p.status in ('signing', 'submitted')
      and p.proposals @> jsonb_build_array(jsonb_build_object('candidate', a.id))`.execute(db);
  return rows.length > 0;
}

type Redo = { reviewId: string; applicationId: string; stages: readonly string[]; at: Date };

/** The tables of what is found at a stage: their kind when void, and whose each row is. */
const LAID_ASIDE = [
  { kind: 'scores', table: 'score_sheets', account: 't.account_id' },
  { kind: 'agreed-scores', table: 'consensus_sheets', account: 't.recorded_by' },
  { kind: 'written-paper', table: 'written_papers', account: 'a.applicant_id' },
  { kind: 'language-level', table: 'language_results', account: 't.recorded_by' },
  { kind: 'attendance', table: 'stage_attendances', account: 'a.applicant_id' },
] as const;

/** Opens stages again for one candidate: what was found there is laid aside as it is, and the stages begin anew for them. */
export async function openAgain(db: Db, { reviewId, applicationId, stages, at }: Redo): Promise<void> {
  if (stages.length === 0) return;
  await db
    .insertInto('redoneStages')
    .values(stages.map((stageId) => ({ reviewId, stageId, opensAt: null, closesAt: null, windowSetBy: null })))
    .execute();
  const arranged = await db
    .selectFrom('stageAttendances')
    .select(['stageId', 'extraMinutes'])
    .where('applicationId', '=', applicationId)
    .where('stageId', 'in', [...stages])
    .where('extraMinutes', '>', 0)
    .execute();
  for (const { kind, table, account } of LAID_ASIDE) {
    await sql`
      insert into voided_results (review_id, application_id, stage_id, kind, account_id, content, voided_at)
      select ${reviewId}::uuid, t.application_id, t.stage_id, ${kind}, ${sql.raw(account)}, to_jsonb(t), ${at}
      from ${sql.table(table)} t join applications a on a.id = t.application_id
      where t.application_id = ${applicationId}::uuid and t.stage_id = any(${[...stages]}::uuid[])`.execute(db);
    await sql`delete from ${sql.table(table)} t
      where t.application_id = ${applicationId}::uuid and t.stage_id = any(${[...stages]}::uuid[])`.execute(db);
  }
  // What is arranged for somebody holds for the second time as for the first.
  for (const { stageId, extraMinutes } of arranged)
    await db
      .insertInto('stageAttendances')
      .values({ stageId, applicationId, extraMinutes, slotId: null, reply: 'waiting', repliedAt: at })
      .execute();
}

type Screening = Omit<Redo, 'stages'> & { by: string };

/**
 * Opens the screening of one application again: its result and sheets are laid aside, and its screeners find anew, each alone, but
 * for who screens there no more, applies there, or has a conflict of interest: whoever shares out finds somebody in their place.
 * Answers who they are.
 */
export async function screenAgain(db: Db, { reviewId, applicationId, at, by }: Screening): Promise<string[]> {
  await sql`
    insert into voided_results (review_id, application_id, kind, account_id, content, voided_at)
    select ${reviewId}::uuid, s.application_id, 'screening', s.settled_by, to_jsonb(s), ${at}::timestamptz
    from screened_applications s where s.application_id = ${applicationId}::uuid
    union all
    select ${reviewId}::uuid, h.application_id, 'screening-sheet', h.screener_id, to_jsonb(h), ${at}::timestamptz
    from screening_sheets h where h.application_id = ${applicationId}::uuid`.execute(db);
  const before = await db
    .deleteFrom('screeningSheets')
    .where('applicationId', '=', applicationId)
    .returning('screenerId')
    .execute();
  const screeners = await whoMayScreen(
    db,
    applicationId,
    before.map(({ screenerId }) => screenerId),
  );
  await sql`update screened_applications set outcome = null, findings = null, settled_at = null, settled_by = null,
      nonce = null
    where application_id = ${applicationId}::uuid`.execute(db);
  if (screeners.length === 0) return [];
  await db
    .insertInto('screeningSheets')
    .values(
      screeners.map((screenerId) => ({
        applicationId,
        screenerId,
        outcome: null,
        savedAt: null,
        signedAt: null,
        assignedAt: at,
        assignedBy: by,
      })),
    )
    .execute();
  return screeners;
}

/** Those among them who are still named to screen there, and may judge this application. */
async function whoMayScreen(db: Db, applicationId: string, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select m.account_id as id from competition_members m
    join applications a on a.id = ${applicationId}::uuid and a.vacancy_reference = m.vacancy_reference
    where m.account_id = any(${[...ids]}::uuid[]) and m.role = 'screener' and m.removed_at is null
      and not exists (select from conflicts_of_interest c where c.application_id = a.id
        and c.account_id = m.account_id and c.cleared_at is null)
      and not exists (select from applications own where own.applicant_id = m.account_id
        and own.vacancy_reference = m.vacancy_reference and own.status in ('draft', 'submitted'))
    order by m.name, m.account_id`.execute(db);
  return rows.map(({ id }) => id);
}
