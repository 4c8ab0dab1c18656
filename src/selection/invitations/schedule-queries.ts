import { sql } from 'kysely';
import { recordEvent } from '../../people/event-queries.ts';
import type { Db } from '../../schema.ts';
import type { Schedule } from './invitation.ts';
import { aboutVacancy, type StaffAct } from './invitation-queries.ts';
import type { NewSlot, ScheduleAsked } from './schedule-form.ts';

/** Writes how times are given and until when those invited may choose; false where somebody wrote it meanwhile. */
export async function recordSchedule(
  db: Db,
  { stageId, asked, before }: { stageId: string; asked: ScheduleAsked; before: Schedule | undefined },
  act: StaffAct,
): Promise<boolean> {
  const { chooseBy, changeBy } = asked;
  const written = await db
    .insertInto('stageSchedules')
    .values({ stageId, ...asked })
    .onConflict((conflict) =>
      conflict
        .column('stageId')
        .doUpdateSet({ ...asked, version: sql<number>`stage_schedules.version + 1` })
        .where('stageSchedules.version', '=', before?.version ?? 0),
    )
    .executeTakeFirst();
  if (written.numInsertedOrUpdatedRows === 0n) return false;
  const details = { stage: act.stage, chooseBy, changeBy };
  await recordEvent(db, { ...aboutVacancy(act), action: 'stage-times-set', details });
  return true;
}

/** Where a stage has no times of its own: what is arranged for one person is written beside them all the same. */
export async function ensureSchedule(db: Db, { stageId, zone, at }: { stageId: string; zone: string; at: Date }) {
  await db
    .insertInto('stageSchedules')
    .values({ stageId, kind: 'one-time', zone, chooseBy: at, changeBy: at })
    .onConflict((conflict) => conflict.column('stageId').doNothing())
    .execute();
}

/** From now on those invited see the times; false where they did already. */
export async function recordOffer(db: Db, stageId: string, act: StaffAct): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('stageSchedules')
    .set({ offeredAt: act.at, offeredBy: act.actor.accountId, version: sql<number>`version + 1` })
    .where('stageId', '=', stageId)
    .where('offeredAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await recordEvent(db, { ...aboutVacancy(act), action: 'stage-times-offered', details: { stage: act.stage } });
  return true;
}

export async function recordSlots(
  db: Db,
  { stageId, slots }: { stageId: string; slots: readonly NewSlot[] },
  act: StaffAct,
): Promise<void> {
  const rows = slots.map(({ place, ...slot }) => ({ ...slot, stageId, place: JSON.stringify(place) }));
  await db.insertInto('stageSlots').values(rows).execute();
  const details = { stage: act.stage, slots: slots.length };
  await recordEvent(db, { ...aboutVacancy(act), action: 'slots-added', details });
}

/** Cancels a slot that has not begun, with the reason that those who had it are told. */
export async function recordSlotCancelled(
  db: Db,
  { slotId, reason }: { slotId: string; reason: string },
  act: StaffAct,
): Promise<void> {
  await db
    .updateTable('stageSlots')
    .set({ cancelledAt: act.at, cancelledBy: act.actor.accountId, cancelReason: reason })
    .where('id', '=', slotId)
    .execute();
  const details = { stage: act.stage, slot: slotId, reason };
  await recordEvent(db, { ...aboutVacancy(act), action: 'slot-cancelled', details });
}
