import type { Translated } from '../../platform/language.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';

export const SCHEDULE_KINDS = ['slots', 'one-time'] as const;
/** Slots that each chooses from, or one time for all. */
export type ScheduleKind = (typeof SCHEDULE_KINDS)[number];

/** When the people invited to a stage are seen, and until when each may choose or change. */
export type Schedule = {
  stageId: string;
  kind: ScheduleKind;
  zone: string;
  /** The last instant at which somebody without a time can choose one. */
  chooseBy: Date;
  /** The last instant at which a slot is changed without asking. */
  changeBy: Date;
  /** Null: still being prepared, and seen by staff alone. */
  offeredAt: Date | null;
  version: number;
};

export type Slot = {
  id: string;
  startsAt: Date;
  minutes: number;
  /** Null: everybody invited. */
  capacity: number | null;
  taken: number;
  place: Translated;
  link: string;
  cancelReason: string | null;
};

export const OUTCOMES = ['attended', 'absent'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What one person answered, and what came of it. */
export type Attendance = {
  slotId: string | null;
  reply: 'waiting' | 'confirmed' | 'declined';
  extraMinutes: number;
  request: { reason: string; at: Date } | undefined;
  answer: string | null;
  outcome: { kind: Outcome; reason: string; at: Date } | undefined;
  version: number;
};

export const NO_ANSWER: Attendance = {
  slotId: null,
  reply: 'waiting',
  extraMinutes: 0,
  request: undefined,
  answer: null,
  outcome: undefined,
  version: 0,
};

/** What is decided from: a stage at one instant, as it is for one person. */
export type Invited = {
  schedule: Schedule;
  slots: readonly Slot[];
  attendance: Attendance;
  /** Whether the stage is over. */
  closed: boolean;
};

export type InvitationRefusal =
  | { kind: 'not-offered' | 'closed' | 'slot-gone' | 'slot-full' | 'slot-begun' | 'slot-missing' }
  | { kind: 'too-late-to-choose' | 'too-late-to-change'; at: Date }
  | { kind: 'one-time' | 'no-slot' | 'already-asked' | 'nothing-asked' | 'reason-missing' | 'declined' }
  | { kind: 'not-begun' | 'recorded' | 'changed-meanwhile' };

const isOver = ({ schedule, closed }: Invited) => closed || schedule.offeredAt === null;
const overRefusal = ({ closed }: Invited): InvitationRefusal => ({ kind: closed ? 'closed' : 'not-offered' });

export const slotOf = ({ slots, attendance }: Pick<Invited, 'slots' | 'attendance'>): Slot | undefined =>
  slots.find(({ id }) => id === attendance.slotId);

/** The instant at which a slot ends for somebody, with the minutes that an arrangement adds. */
export const endOf = ({ startsAt, minutes }: Pick<Slot, 'startsAt' | 'minutes'>, extraMinutes = 0): Date =>
  new Date(startsAt.getTime() + (minutes + extraMinutes) * 60_000);

export const hasRoom = ({ capacity, taken }: Pick<Slot, 'capacity' | 'taken'>): boolean =>
  capacity === null || taken < capacity;

/** Whether the zone and the kind of the times stay as they are: there are times by them, or people were offered some. */
export const isFixed = ({ offeredAt }: Schedule, slots: readonly Slot[]): boolean =>
  offeredAt !== null || slots.some(({ cancelReason }) => cancelReason === null);

/** The slots that somebody can still be given. */
export const openSlots = (slots: readonly Slot[], now: Date): Slot[] =>
  slots.filter((slot) => slot.cancelReason === null && slot.startsAt > now && hasRoom(slot));

/** A person's choice: a first one until `chooseBy`, another in its place until `changeBy`, each only where there is room. */
export function chooseSlot(invited: Invited, slotId: string, now: Date): Result<Attendance, InvitationRefusal> {
  const { schedule, attendance } = invited;
  if (isOver(invited)) return refuse(overRefusal(invited));
  const held = attendance.reply === 'confirmed';
  if (attendance.outcome) return refuse({ kind: 'recorded' });
  if (!held && now > schedule.chooseBy) return refuse({ kind: 'too-late-to-choose', at: schedule.chooseBy });
  if (held && schedule.kind === 'one-time') return refuse({ kind: 'one-time' });
  if (held && now > schedule.changeBy) return refuse({ kind: 'too-late-to-change', at: schedule.changeBy });
  return placed(invited, slotId, now);
}

/** Staff give somebody a time, whatever the last moments to choose were. */
export function placeIn(invited: Invited, slotId: string, now: Date): Result<Attendance, InvitationRefusal> {
  if (isOver(invited)) return refuse(overRefusal(invited));
  return invited.attendance.outcome ? refuse({ kind: 'recorded' }) : placed(invited, slotId, now);
}

function placed({ slots, attendance }: Invited, slotId: string, now: Date): Result<Attendance, InvitationRefusal> {
  if (slotId === '') return refuse({ kind: 'slot-missing' });
  const slot = slots.find(({ id }) => id === slotId);
  if (!slot || slot.cancelReason !== null) return refuse({ kind: 'slot-gone' });
  if (slot.startsAt <= now) return refuse({ kind: 'slot-begun' });
  if (slot.id !== attendance.slotId && !hasRoom(slot)) return refuse({ kind: 'slot-full' });
  return ok({ ...next(attendance), slotId, reply: 'confirmed', request: undefined });
}

const next = (attendance: Attendance): Attendance => ({ ...attendance, version: attendance.version + 1 });

/** A person says that they do not come to this stage: until it begins for them, and they may choose again in time. */
export function decline(invited: Invited, now: Date): Result<Attendance, InvitationRefusal> {
  const { attendance } = invited;
  if (isOver(invited)) return refuse(overRefusal(invited));
  if (attendance.reply === 'declined') return refuse({ kind: 'declined' });
  const slot = slotOf(invited);
  if (slot && slot.startsAt <= now) return refuse({ kind: 'slot-begun' });
  return ok({ ...next(attendance), slotId: null, reply: 'declined', request: undefined });
}

export const MAX_REASON = 1000;

/** Whether somebody has to ask for another time instead of taking one. */
export function mustAsk({ schedule, attendance }: Invited, now: Date): boolean {
  if (attendance.reply === 'confirmed') return schedule.kind === 'one-time' || now > schedule.changeBy;
  return now > schedule.chooseBy;
}

/** A person asks for a time with a reason, where they cannot take one themselves, or declined and thought better of it. */
export function askForAnother(invited: Invited, reason: string, now: Date): Result<Attendance, InvitationRefusal> {
  const { attendance } = invited;
  if (isOver(invited)) return refuse(overRefusal(invited));
  const slot = slotOf(invited);
  if (slot && slot.startsAt <= now) return refuse({ kind: 'slot-begun' });
  if (attendance.request) return refuse({ kind: 'already-asked' });
  if (reason.trim() === '') return refuse({ kind: 'reason-missing' });
  return ok({ ...next(attendance), request: { reason: reason.trim().slice(0, MAX_REASON), at: now }, answer: null });
}

/** Staff answer a request: by another time, or, without one, by saying why the time stays as it is. */
export function answerRequest(
  invited: Invited,
  { slotId, words }: { slotId: string; words: string },
  now: Date,
): Result<Attendance, InvitationRefusal> {
  if (!invited.attendance.request) return refuse({ kind: 'nothing-asked' });
  const answer = words.trim().slice(0, MAX_REASON);
  if (slotId === '') {
    if (answer === '') return refuse({ kind: 'reason-missing' });
    return ok({ ...next(invited.attendance), request: undefined, answer });
  }
  const moved = placeIn(invited, slotId, now);
  return moved.ok ? ok({ ...moved.value, answer }) : moved;
}

/**
 * Somebody who holds the stage records who came, once a time has begun; an absence says what is known of it. It may be
 * corrected, and decides nothing about the application.
 */
export function recordOutcome(
  { slots, attendance }: Pick<Invited, 'slots' | 'attendance'>,
  { kind, reason }: { kind: Outcome; reason: string },
  now: Date,
): Result<Attendance, InvitationRefusal> {
  const slot = slotOf({ slots, attendance });
  if (!slot) return refuse({ kind: 'no-slot' });
  if (slot.startsAt > now) return refuse({ kind: 'not-begun' });
  const said = reason.trim().slice(0, MAX_REASON);
  if (kind === 'absent' && said === '') return refuse({ kind: 'reason-missing' });
  return ok({ ...next(attendance), request: undefined, outcome: { kind, reason: said, at: now } });
}

/** Those whose longer time runs into the next slot, for a person to look at: nothing is moved by itself. */
export const runsInto = (slot: Slot, extraMinutes: number, slots: readonly Slot[]): Slot | undefined =>
  slots.find(
    (other) =>
      other.cancelReason === null &&
      other.id !== slot.id &&
      other.startsAt > slot.startsAt &&
      other.startsAt < endOf(slot, extraMinutes),
  );

/** The slots once somebody has changed theirs. */
export const withMoved = (slots: readonly Slot[], from: string | null, to: string | null): Slot[] =>
  slots.map((slot) => {
    const change = Number(slot.id === to) - Number(slot.id === from);
    return change === 0 ? slot : { ...slot, taken: slot.taken + change };
  });
