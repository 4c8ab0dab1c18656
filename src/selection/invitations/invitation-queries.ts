import { sql, type Selectable } from 'kysely';
import { doerOf, type Actor, type Doer } from '../../people/actor.ts';
import { recordEvent } from '../../people/event-queries.ts';
import type { Language, Translated } from '../../platform/language.ts';
import type { Db, StageAttendancesTable } from '../../schema.ts';
import { NO_ANSWER, type Attendance, type Outcome, type Schedule, type ScheduleKind, type Slot } from './invitation.ts';

/** The times of a stage, or nothing where nobody has set any. */
export async function findSchedule(db: Db, stageId: string): Promise<Schedule | undefined> {
  const row = await scheduleRow(db, stageId).executeTakeFirst();
  return row && { ...row, kind: row.kind as ScheduleKind };
}

/** The same, held until the transaction ends: of one stage, one thing is decided after the other. */
export async function lockSchedule(db: Db, stageId: string): Promise<Schedule | undefined> {
  const row = await scheduleRow(db, stageId).forNoKeyUpdate().executeTakeFirst();
  return row && { ...row, kind: row.kind as ScheduleKind };
}

const scheduleRow = (db: Db, stageId: string) =>
  db
    .selectFrom('stageSchedules')
    .select(['stageId', 'kind', 'zone', 'chooseBy', 'changeBy', 'offeredAt', 'version'])
    .where('stageId', '=', stageId);

/** Every slot of a stage with how many have it, in the order of time; those that were cancelled too. */
export async function slotsOf(db: Db, stageId: string): Promise<Slot[]> {
  const rows = await db
    .selectFrom('stageSlots')
    .select(['id', 'startsAt', 'minutes', 'capacity', 'place', 'link', 'cancelReason'])
    .select(sql<string>`(select count(*) from stage_attendances a where a.slot_id = stage_slots.id)`.as('taken'))
    .where('stageId', '=', stageId)
    .orderBy('startsAt')
    .orderBy('id')
    .execute();
  return rows.map(({ taken, place, ...row }) => ({ ...row, place: place as Translated, taken: Number(taken) }));
}

/** What those of a stage answered, by application. */
export async function attendancesAt(db: Db, stageId: string): Promise<Map<string, Attendance>> {
  const rows = await db.selectFrom('stageAttendances').selectAll().where('stageId', '=', stageId).execute();
  return new Map(rows.map((row) => [row.applicationId, attendanceOf(row)]));
}

export async function findAttendance(db: Db, stageId: string, applicationId: string): Promise<Attendance> {
  const row = await db
    .selectFrom('stageAttendances')
    .selectAll()
    .where('stageId', '=', stageId)
    .where('applicationId', '=', applicationId)
    .executeTakeFirst();
  return row ? attendanceOf(row) : NO_ANSWER;
}

const attendanceOf = (row: Selectable<StageAttendancesTable>): Attendance => ({
  slotId: row.slotId,
  reply: row.reply as Attendance['reply'],
  extraMinutes: row.extraMinutes,
  request: row.request !== null && row.requestedAt ? { reason: row.request, at: row.requestedAt } : undefined,
  answer: row.answer,
  outcome:
    row.outcome !== null && row.outcomeAt
      ? { kind: row.outcome as Outcome, reason: row.outcomeReason, at: row.outcomeAt }
      : undefined,
  version: row.version,
});

/** Who answers for what, about whom: `candidate` by number for the event, and by id for the row. */
export type About = {
  stageId: string;
  /** The code of the stage. */
  stage: string;
  candidate: { applicationId: string; number: string };
  by: Doer;
  at: Date;
};

/** Writes what somebody's answer has become, with its event; false where it was written from elsewhere meanwhile. */
export async function recordAttendance(
  db: Db,
  { after, action }: { after: Attendance; action: string },
  { stageId, stage, candidate, by, at }: About,
): Promise<boolean> {
  const byId = by.kind === 'account' ? by.id : null;
  const { slotId, reply, extraMinutes, request, answer, outcome, version } = after;
  const row = {
    slotId,
    reply,
    extraMinutes,
    repliedAt: at,
    request: request?.reason ?? null,
    requestedAt: request?.at ?? null,
    answer,
    ...(action === 'invitation-answered' && { answeredAt: at, answeredBy: byId }),
    outcome: outcome?.kind ?? null,
    outcomeReason: outcome?.reason ?? '',
    outcomeAt: outcome?.at ?? null,
    ...(action === 'attendance-recorded' && { outcomeBy: byId }),
    version,
  };
  const written = await db
    .insertInto('stageAttendances')
    .values({ stageId, applicationId: candidate.applicationId, ...row })
    .onConflict((conflict) =>
      conflict
        .columns(['stageId', 'applicationId'])
        .doUpdateSet(row)
        .where('stageAttendances.version', '=', version - 1),
    )
    .executeTakeFirst();
  if (written.numInsertedOrUpdatedRows === 0n) return false;
  const details = { stage, ...(outcome && action === 'attendance-recorded' && { outcome: outcome.kind }) };
  await recordEvent(db, { subject: 'application', subjectId: candidate.number, action, by, at, details });
  return true;
}

/** Minutes that an arrangement adds: the event stands with the request, where those who select do not look. */
export async function recordExtraMinutes(
  db: Db,
  { extraMinutes, requestId }: { extraMinutes: number; requestId: string },
  { stageId, stage, candidate, by, at }: About,
): Promise<void> {
  await db
    .insertInto('stageAttendances')
    .values({ stageId, applicationId: candidate.applicationId, reply: 'waiting', repliedAt: at, extraMinutes })
    .onConflict((conflict) =>
      conflict
        .columns(['stageId', 'applicationId'])
        .doUpdateSet({ extraMinutes, version: sql<number>`stage_attendances.version + 1` }),
    )
    .execute();
  const event = { subject: 'accommodation', subjectId: requestId, action: 'time-arranged' } as const;
  await recordEvent(db, { ...event, by, at, details: { stage } });
}

export type Person = { name: string; address: string; language: Language };

/** Where those with these applications are reached, by application; who has left is not. */
export async function peopleOf(db: Db, applicationIds: readonly string[]): Promise<Map<string, Person>> {
  if (applicationIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('applications')
    .innerJoin('accounts', 'accounts.id', 'applicantId')
    .select(['applications.id as applicationId', 'accounts.name', 'accounts.email', 'accounts.language'])
    .where('applications.id', 'in', applicationIds)
    .where('accounts.erasedAt', 'is', null)
    .where('accounts.verifiedAt', 'is not', null)
    .execute();
  return new Map(
    rows.map(({ applicationId, name, email, language }) => [
      applicationId,
      { name, address: email, language: language as Language },
    ]),
  );
}

/** An application of somebody's, with what its invitations are decided from. */
export type OwnInvited = {
  applicationId: string;
  number: string;
  reference: string;
  deadlineZone: string;
  /** The stages to which they were invited since their review began last. */
  stages: string[];
  /** Whether it still goes on for them: not withdrawn, and nobody has decided against it. */
  goesOn: boolean;
};

export async function findOwnInvited(
  db: Db,
  { accountId, number }: { accountId: string; number: string },
): Promise<OwnInvited | undefined> {
  const found = await db
    .selectFrom('applications')
    .innerJoin('vacancies', 'vacancies.reference', 'vacancyReference')
    .select(['applications.id as applicationId', 'number', 'reference', 'deadlineZone'])
    .select('applications.status as status')
    .where('applicantId', '=', accountId)
    .where('number', '=', number)
    .where('applications.status', '=', 'submitted')
    .executeTakeFirst();
  if (!found) return undefined;
  const { status, ...application } = found;
  const entries = await db
    .selectFrom('applicationStages')
    .select(['position', 'stage'])
    .where('applicationId', '=', application.applicationId)
    .orderBy('number')
    .execute();
  const begun = entries.findLastIndex(({ position }) => position === 'under-review');
  const stages = entries.slice(begun + 1).flatMap(({ stage }) => (stage === null ? [] : [stage]));
  const goesOn = status === 'submitted' && entries.at(-1)?.position !== 'not-retained';
  return { ...application, stages, goesOn };
}

export type StaffAct = { reference: string; stage: string; actor: Actor; at: Date };
export const aboutVacancy = ({ reference, actor, at }: StaffAct) =>
  ({ subject: 'vacancy', subjectId: reference, by: doerOf(actor), at }) as const;
