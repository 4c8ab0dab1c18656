import type { AnyRole } from '../../people/permissions.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { isCivilDate } from '../../regulations/civil-dates.ts';
import type { Condition } from '../../regulations/organisation/appointment-schema.ts';

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

/** A step that a named person took on a track. */
export type TrackStep = {
  action: TrackAction;
  state: TrackState;
  /** The civil day, `YYYY-MM-DD`, on which it was so: asked for, given, refused. */
  on: string;
  /** The last day on which an outcome holds, where the authority gave one. */
  validUntil: string | null;
  /** Of a clearance: the level that was asked for, or given; a code of the organisation's. */
  level: string | null;
  /** Of a clearance: the national authority that was asked. */
  authority: string;
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
export const MAX_AUTHORITY = 200;

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
  /** Of a medical condition the outcome is kept, and no word about it. */
  | { kind: 'no-words' }
  | { kind: 'level-missing' }
  /** Below what the post asks for, or what was asked of the authority; a code of the organisation's. */
  | { kind: 'level-below'; needed: string }
  | { kind: 'authority-missing' }
  | { kind: 'authority-too-long' }
  /** So many studies and posts are neither confirmed nor set aside. */
  | { kind: 'items-open'; open: number }
  /** Another office sees this condition through. */
  | { kind: 'other-office' }
  /** The organisation lets nobody appoint without it, or not these people. */
  | { kind: 'no-waiver' };

/** What a post asks of those who see its conditions through. */
export type Demands = {
  /** The level of clearance that the notice prints; null where it prints none. */
  clearance: string | null;
  /** The organisation's levels, from the lowest to the highest; none where it knows no clearances. */
  levels: readonly string[];
  /** How many studies and posts are not settled yet. */
  unverified: number;
};

export type Stepping = {
  action: TrackAction;
  on: string;
  /** Empty where none was given. */
  validUntil: string;
  level: string;
  authority: string;
  reason: string;
  roles: readonly AnyRole[];
  /** The civil day where the post is. */
  today: string;
  demands: Demands;
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
  const own = ofItsKind(track, stepping);
  if (!own.ok) return own;
  const reason = reasonOf(track.condition, stepping);
  return reason.ok
    ? ok({ action, state, on, validUntil: validUntil.value, ...own.value, reason: reason.value })
    : reason;
}

/** Whether a step is theirs to take who hold these roles, wherever the track stands. */
export function mayStep(
  condition: Condition,
  action: TrackAction,
  roles: readonly AnyRole[],
): Result<true, TrackRefusal> {
  if (action === 'waive')
    return condition.waiver && roles.includes(condition.waiver.by) ? ok(true) : refuse({ kind: 'no-waiver' });
  return roles.includes(condition.office) ? ok(true) : refuse({ kind: 'other-office' });
}

function validityOf({ action, on, validUntil }: Stepping): Result<string | null, TrackRefusal> {
  if (action !== 'meet' || validUntil.trim() === '') return ok(null);
  if (!isCivilDate(validUntil)) return refuse({ kind: 'valid-until-wrong' });
  return validUntil < on ? refuse({ kind: 'valid-until-past', on }) : ok(validUntil);
}

/** Whether a step has to be said why. Of a medical condition only its waiver: what is medical is nobody's to write down. */
export const needsReason = ({ kind }: Condition, action: TrackAction): boolean =>
  action === 'waive' || (kind !== 'medical' && (action === 'fail' || action === 'reopen'));

function reasonOf(condition: Condition, stepping: Stepping): Result<string, TrackRefusal> {
  const { action } = stepping;
  const reason = stepping.reason.trim();
  if (condition.kind === 'medical' && action !== 'waive') return reason === '' ? ok('') : refuse({ kind: 'no-words' });
  if (reason === '' && needsReason(condition, action)) return refuse({ kind: 'reason-missing' });
  return reason.length > MAX_REASON ? refuse({ kind: 'too-long' }) : ok(reason);
}

const NOTHING = { level: null, authority: '' };

/** What a clearance and a verification ask for beside what every track does. */
function ofItsKind(
  track: Track,
  { action, level, authority, demands }: Stepping,
): Result<Pick<TrackStep, 'level' | 'authority'>, TrackRefusal> {
  const { kind } = track.condition;
  if (kind === 'verification' && action === 'meet' && demands.unverified > 0)
    return refuse({ kind: 'items-open', open: demands.unverified });
  if (kind !== 'clearance' || (action !== 'begin' && action !== 'meet')) return ok(NOTHING);
  const { levels } = demands;
  if (levels.length > 0 && !levels.includes(level)) return refuse({ kind: 'level-missing' });
  const needed = action === 'meet' ? (askedLevel(track) ?? demands.clearance) : demands.clearance;
  if (needed !== null && levels.indexOf(level) < levels.indexOf(needed)) return refuse({ kind: 'level-below', needed });
  const asked = authority.trim();
  if (action === 'begin' && asked === '') return refuse({ kind: 'authority-missing' });
  if (asked.length > MAX_AUTHORITY) return refuse({ kind: 'authority-too-long' });
  return ok({ level: levels.length > 0 ? level : null, authority: action === 'begin' ? asked : '' });
}

/** The level that was asked of the authority last; null where none was. */
export const askedLevel = ({ steps }: Pick<Track, 'steps'>): string | null =>
  steps.findLast(({ action }) => action === 'begin')?.level ?? null;

/** The steps that somebody may take now. */
export const actionsFor = (track: Track, roles: readonly AnyRole[]): TrackAction[] =>
  TRACK_ACTIONS.filter(
    (action) => MOVES[stateOf(track)][action] !== undefined && mayStep(track.condition, action, roles).ok,
  );
