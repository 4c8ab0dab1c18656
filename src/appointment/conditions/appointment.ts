import { ok, refuse, type Result } from '../../platform/result.ts';
import { isCivilDate } from '../../regulations/civil-dates.ts';
import { civilDayIn } from '../../site/dates.ts';
import type { Chosen } from './appointment-queries.ts';

export const MAX_END_REASON = 2000;

export type AppointmentRefusal =
  /** No decision stands by which they are chosen. */
  | { kind: 'not-chosen' | 'begun-already' | 'not-begun' | 'ended' | 'day-missing' | 'reason-missing' }
  /** They are appointed: nothing of it is seen through any more. */
  | { kind: 'appointed' }
  /** Nobody begins before they were chosen; the civil day on which they were. */
  | { kind: 'day-before-decision'; chosen: string }
  | { kind: 'reason-too-long'; max: number }
  /** An offer is prepared, or waits for an answer: it is withdrawn first. */
  | { kind: 'offer-goes-on' }
  /** Somebody else changed it since the page was read. */
  | { kind: 'changed-meanwhile' };

type State = Pick<Chosen, 'appointment' | 'chosenAt' | 'zone'>;
type Under = NonNullable<Chosen['appointment']>;

/** Whether the appointment of somebody can be begun: they are chosen, and it was not begun. */
export function beginAppointment({ appointment, chosenAt }: State): Result<true, AppointmentRefusal> {
  if (appointment) return refuse({ kind: appointment.endedAt ? 'ended' : 'begun-already' });
  return chosenAt ? ok(true) : refuse({ kind: 'not-chosen' });
}

/** Whether an appointment is seen through: until somebody is appointed, or it is ended. */
export const isUnderWay = (appointment: Pick<Under, 'endedAt' | 'appointedAt'> | undefined): boolean =>
  appointment !== undefined && appointment.endedAt === null && appointment.appointedAt === null;

/** The appointment, where something of it can still be changed. */
export function openAppointment({ appointment }: Pick<State, 'appointment'>): Result<Under, AppointmentRefusal> {
  if (!appointment) return refuse({ kind: 'not-begun' });
  if (appointment.endedAt) return refuse({ kind: 'ended' });
  return appointment.appointedAt ? refuse({ kind: 'appointed' }) : ok(appointment);
}

/** The first day in the post as it was typed, `YYYY-MM-DD`, or why it cannot be planned. */
export function planFirstDay(chosen: State, typed: string): Result<string, AppointmentRefusal> {
  const open = openAppointment(chosen);
  if (!open.ok) return open;
  if (!chosen.chosenAt) return refuse({ kind: 'not-chosen' });
  if (!isCivilDate(typed)) return refuse({ kind: 'day-missing' });
  const day = civilDayIn(chosen.chosenAt, chosen.zone);
  return typed <= day ? refuse({ kind: 'day-before-decision', chosen: day }) : ok(typed);
}

/** The reason for which nothing more is seen through; of somebody appointed already, for which they do not take up the post. */
export function endAppointment(chosen: State, typed: string): Result<string, AppointmentRefusal> {
  const open = openAppointment(chosen);
  if (!open.ok && open.refusal.kind !== 'appointed') return open;
  const reason = typed.trim();
  if (reason === '') return refuse({ kind: 'reason-missing' });
  return reason.length > MAX_END_REASON ? refuse({ kind: 'reason-too-long', max: MAX_END_REASON }) : ok(reason);
}
