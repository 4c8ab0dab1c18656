import type { AnyRole } from '../../people/permissions.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Condition } from '../../regulations/organisation/appointment-schema.ts';
import { isCivilDate } from '../../regulations/civil-dates.ts';

/** Where a condition stands for one appointment. */
export const TRACK_STATES = ['to-begin', 'under-way', 'met', 'not-met', 'waived'] as const;
export type TrackState = (typeof TRACK_STATES)[number];
export const TRACK_ACTIONS = ['begin', 'meet', 'fail', 'waive', 'reopen'] as const;
export type TrackAction = (typeof TRACK_ACTIONS)[number];

/** Every move there is. What was met or refused can be opened again, since a certificate may be lost or an answer wrong. */
const MOVES: Record<TrackState, Partial<Record<TrackAction, TrackState>>> = {
  'to-begin': { begin: 'under-way', meet: 'met', waive: 'waived' },
  'under-way': { meet: 'met', fail: 'not-met', waive: 'waived' },
  met: { reopen: 'under-way' },
  'not-met': { reopen: 'under-way', waive: 'waived' },
  waived: { reopen: 'under-way' },
};

/** What has to be said why. */
const NEEDS_REASON: readonly TrackAction[] = ['fail', 'waive', 'reopen'];

/** A step that a named person took on a track. */
export type TrackStep = {
  action: TrackAction;
  state: TrackState;
  /** The civil day, `YYYY-MM-DD`, on which it was so: asked for, given, refused. */
  on: string;
  /** The last day on which an outcome holds, where the authority gave one. */
  validUntil: string | null;
  reason: string;
};

export type Track = {
  condition: Condition;
  /** Oldest first. */
  steps: readonly TrackStep[];
};

export const stateOf = ({ steps }: Pick<Track, 'steps'>): TrackState => steps.at(-1)?.state ?? 'to-begin';
export const isSettled = (track: Pick<Track, 'steps'>): boolean => ['met', 'waived'].includes(stateOf(track));

export const MAX_REASON = 2000;

export type TrackRefusal =
  | { kind: 'illegal-move'; from: TrackState; action: TrackAction }
  | { kind: 'date-missing' }
  | { kind: 'date-ahead'; today: string }
  /** Before the step that it follows. */
  | { kind: 'date-before'; last: string }
  | { kind: 'valid-until-wrong' }
  /** It had run out on the day it was given. */
  | { kind: 'valid-until-past'; on: string }
  | { kind: 'reason-missing' }
  | { kind: 'too-long' }
  /** Another office sees this condition through. */
  | { kind: 'other-office' }
  /** The organisation lets nobody appoint without it, or not these people. */
  | { kind: 'no-waiver' };

export type Stepping = {
  action: TrackAction;
  on: string;
  /** Empty where none was given. */
  validUntil: string;
  reason: string;
  roles: readonly AnyRole[];
  /** The civil day where the post is. */
  today: string;
};

/** A step on a track, or why it cannot be taken. Who waives a condition is named by the organisation's data, never by its office. */
export function stepTrack(track: Track, stepping: Stepping): Result<TrackStep, TrackRefusal> {
  const { action, on, roles, today } = stepping;
  const allowed = mayStep(track.condition, action, roles);
  if (!allowed.ok) return allowed;
  const from = stateOf(track);
  const state = MOVES[from][action];
  if (!state) return refuse({ kind: 'illegal-move', from, action });
  if (!isCivilDate(on)) return refuse({ kind: 'date-missing' });
  if (on > today) return refuse({ kind: 'date-ahead', today });
  const last = track.steps.at(-1)?.on;
  if (last !== undefined && on < last) return refuse({ kind: 'date-before', last });
  const validUntil = validityOf(stepping);
  if (!validUntil.ok) return validUntil;
  const reason = stepping.reason.trim();
  if (reason === '' && NEEDS_REASON.includes(action)) return refuse({ kind: 'reason-missing' });
  if (reason.length > MAX_REASON) return refuse({ kind: 'too-long' });
  return ok({ action, state, on, validUntil: validUntil.value, reason });
}

function mayStep(condition: Condition, action: TrackAction, roles: readonly AnyRole[]): Result<true, TrackRefusal> {
  if (action === 'waive')
    return condition.waiver && roles.includes(condition.waiver.by) ? ok(true) : refuse({ kind: 'no-waiver' });
  return roles.includes(condition.office) ? ok(true) : refuse({ kind: 'other-office' });
}

function validityOf({ action, on, validUntil }: Stepping): Result<string | null, TrackRefusal> {
  if (action !== 'meet' || validUntil.trim() === '') return ok(null);
  if (!isCivilDate(validUntil)) return refuse({ kind: 'valid-until-wrong' });
  return validUntil < on ? refuse({ kind: 'valid-until-past', on }) : ok(validUntil);
}

/** The steps that somebody may take now. */
export const actionsFor = (track: Track, roles: readonly AnyRole[]): TrackAction[] =>
  TRACK_ACTIONS.filter(
    (action) => MOVES[stateOf(track)][action] !== undefined && mayStep(track.condition, action, roles).ok,
  );
