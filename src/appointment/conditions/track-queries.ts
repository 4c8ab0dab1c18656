import { sql } from 'kysely';
import { recordEvent } from '../../people/event-queries.ts';
import { heldWords } from '../../people/held-words.ts';
import type { Condition } from '../../regulations/organisation/appointment-schema.ts';
import type { Db } from '../../schema.ts';
import { eventOf, type Appointment, type By } from './appointment-queries.ts';
import type { Track, TrackStep } from './track.ts';

/** A step with its place on the track, when and by whom it was recorded. */
export type TakenStep = TrackStep & { number: number; takenAt: Date; takenByName: string };

/** The tracks of appointments, each condition of the organisation's data in its order, whatever was recorded so far. */
export async function tracksOf(
  db: Db,
  appointmentIds: readonly string[],
  conditions: readonly Condition[],
): Promise<Map<string, TakenTrack[]>> {
  const rows =
    appointmentIds.length === 0
      ? []
      : await db
          .selectFrom('conditionSteps')
          .selectAll()
          .where(sql<boolean>`appointment_id = any(${[...appointmentIds]}::uuid[])`)
          .orderBy('number')
          .execute();
  const steps = Map.groupBy(rows, ({ appointmentId, condition }) => `${appointmentId} ${condition}`);
  return new Map(
    appointmentIds.map((id) => [
      id,
      conditions.map((condition) => ({ condition, steps: (steps.get(`${id} ${condition.code}`) ?? []).map(stepOf) })),
    ]),
  );
}

export type TakenTrack = Pick<Track, 'condition'> & { steps: readonly TakenStep[] };

const stepOf = ({ onDay, ...row }: Awaited<ReturnType<typeof stepRows>>[number]): TakenStep => ({
  number: row.number,
  action: row.action as TrackStep['action'],
  state: row.state as TrackStep['state'],
  on: onDay,
  validUntil: row.validUntil,
  level: row.level,
  authority: row.authority,
  reason: row.reason,
  takenAt: row.takenAt,
  takenByName: row.takenByName,
});
const stepRows = (db: Db) => db.selectFrom('conditionSteps').selectAll().execute();

/** Call it while the case is held. Of a medical condition the event tells neither which it is nor what came of it. */
export async function recordStep(
  db: Db,
  { id }: Pick<Appointment, 'id'>,
  { track, step, actor, at }: By & { track: Track; step: TrackStep },
): Promise<void> {
  const { condition } = track;
  const number = track.steps.length + 1;
  const { on, ...words } = step;
  const { nonce, sha256 } = heldWords('condition-step', {
    appointment: id,
    condition: condition.code,
    number,
    on,
    ...words,
  });
  await db
    .insertInto('conditionSteps')
    .values({
      ...words,
      appointmentId: id,
      condition: condition.code,
      number,
      onDay: on,
      takenAt: at,
      takenBy: actor.accountId,
      takenByName: actor.name,
      nonce,
    })
    .execute();
  const told = condition.kind === 'medical' ? {} : { condition: condition.code, number, to: step.state, day: on };
  await recordEvent(db, {
    ...eventOf(id, actor, at),
    action: 'condition-stepped',
    details: { ...told, held: [sha256] },
  });
}
