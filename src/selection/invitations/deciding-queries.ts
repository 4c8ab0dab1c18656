import type { Doer } from '../../people/actor.ts';
import type { Vacancy } from '../../vacancies/vacancy.ts';
import type { PlannedStage } from '../plan/stage-plan.ts';
import type { Candidate } from '../../competition/candidate-queries.ts';
import type { Context } from '../../people/context.ts';
import type { Result } from '../../platform/result.ts';
import type { Db } from '../../schema.ts';
import { reopenedAt } from '../redo/redo-queries.ts';
import { stageFor } from '../redo/redo.ts';
import { lockSchedule, recordAttendance, slotsOf, attendancesAt } from './invitation-queries.ts';
import {
  NO_ANSWER,
  withMoved,
  type Attendance,
  type InvitationRefusal,
  type Invited,
  type Slot,
} from './invitation.ts';
import { tellOfChange } from './telling-queries.ts';

/** The stage that people are invited to, and who decides on their times. */
type Place = { context: Context; vacancy: Vacancy; stage: PlannedStage; by: Doer };

/** What becomes of somebody’s time and answer, or why it cannot. */
export type Decide = (invited: Invited, now: Date) => Result<Attendance, InvitationRefusal>;
type Deciding = { candidates: readonly Candidate[]; decide: Decide; action: string };
type Refused = { candidate: Candidate; refusal: InvitationRefusal };

/**
 * Decides for each, one after the other, while the stage is held; only where nobody is refused, all is written with its
 * events, and those whose time changed are told.
 */
export async function decideForAll(
  db: Db,
  place: Place,
  { candidates, decide, action }: Deciding,
): Promise<Refused | undefined> {
  const { context, stage } = place;
  const schedule = await lockSchedule(db, stage.id);
  const attendances = await attendancesAt(db, stage.id);
  const all = await slotsOf(db, stage.id);
  const reopened = await reopenedAt(db, stage.id);
  const at = context.clock();
  let slots = all;
  const decided: { candidate: Candidate; before: Attendance; after: Attendance }[] = [];
  for (const candidate of candidates) {
    const before = attendances.get(candidate.applicationId) ?? NO_ANSWER;
    if (!schedule) return { candidate, refusal: { kind: 'not-offered' } };
    // Staff may give a time before it is offered: it is offered with the rest.
    const offered = { ...schedule, offeredAt: schedule.offeredAt ?? at };
    const closed = stageFor(stage, reopened, candidate.applicationId).status === 'closed';
    const after = decide({ schedule: offered, slots, attendance: before, closed }, at);
    if (!after.ok) return { candidate, refusal: after.refusal };
    slots = withMoved(slots, before.slotId, after.value.slotId);
    decided.push({ candidate, before, after: after.value });
  }
  for (const one of decided) await writeAndTell(db, place, { ...one, action, slots: all, at });
  return undefined;
}

type Written = {
  candidate: Candidate;
  before: Attendance;
  after: Attendance;
  slots: readonly Slot[];
  action: string;
  at: Date;
};

async function writeAndTell(db: Db, place: Place, { action, at, ...changed }: Written): Promise<void> {
  const { context, vacancy, stage, by } = place;
  const about = { stageId: stage.id, stage: stage.code, candidate: changed.candidate, by, at };
  if (!(await recordAttendance(db, { after: changed.after, action }, about)))
    throw new Error('An attendance was written while its stage was held');
  await tellOfChange(db, context, { change: { reference: vacancy.reference, stage, ...changed }, at });
}
