import { ok, refuse, type Result } from '../../platform/result.ts';
import type { PostOutcome, PostProblem } from '../../platform/webhooks/post.ts';
import type { HandOverEvent } from '../../regulations/organisation/hand-over-schema.ts';

/** Where a message to a neighbour stands; a person looks at one that was given up. */
export const HAND_OVER_STATES = ['waiting', 'given-up', 'delivered', 'stopped'] as const;
export type HandOverState = (typeof HAND_OVER_STATES)[number];

export type HandOver = {
  id: string;
  neighbour: string;
  event: HandOverEvent;
  state: HandOverState;
  /** How often it was tried since it was queued, or a person sent it again. */
  tries: number;
  /** Null where nothing is to be tried. */
  nextTryAt: Date | null;
  /** Whether what it says is still kept. */
  isKept: boolean;
};

export type LastAttempt = { at: Date; status: number | null; problem: PostProblem | null };

/** So often a message is tried, over nearly four days: a weekend with a neighbour’s server down loses nothing. */
export const MAX_TRIES = 8;
const MINUTE_MS = 60_000;
/** Each wait is so many times the one before it: 1, 4, 16 and 64 minutes, then 4, 17 and 68 hours. */
const FACTOR = 4;
/** By as much of itself a wait is shorter or longer, so that what failed together is not tried together. */
const JITTER = 0.1;

export const MAX_STOP_REASON = 500;

/** How long after so many failed tries the next one is due; `random` lies between 0 and 1. */
export const waitMs = (tries: number, random: number): number =>
  Math.round(FACTOR ** (tries - 1) * MINUTE_MS * (1 - JITTER + 2 * JITTER * random));

export const isDelivered = (outcome: PostOutcome): boolean =>
  'status' in outcome && outcome.status >= 200 && outcome.status < 300;

/** “Gone”: by the specification, whoever answers so wants nothing more. */
const GONE = 410;

type Tried = { outcome: PostOutcome; at: Date; random: number };
type Standing = Pick<HandOver, 'state' | 'tries' | 'nextTryAt'>;

/** Where a waiting message stands after one more try. */
export function afterTry({ tries: before }: Pick<HandOver, 'tries'>, { outcome, at, random }: Tried): Standing {
  const tries = before + 1;
  if (isDelivered(outcome)) return { state: 'delivered', tries, nextTryAt: null };
  if (tries >= MAX_TRIES || ('status' in outcome && outcome.status === GONE))
    return { state: 'given-up', tries, nextTryAt: null };
  return { state: 'waiting', tries, nextTryAt: new Date(at.getTime() + waitMs(tries, random)) };
}

export type HandOverAction = 'send' | 'stop';

export type HandOverRefusal =
  | { kind: 'not-there' | 'changed-meanwhile' }
  /** Its attempt is under way in this moment. */
  | { kind: 'being-sent' }
  /** What it says is kept no longer. */
  | { kind: 'not-kept' }
  | { kind: 'settled' | 'reason-missing' }
  | { kind: 'reason-too-long'; max: number };

/** Sends a message now, whether it waits, was given up, or went out before: the same bytes under the same id. */
export const sendAgain = ({ isKept }: Pick<HandOver, 'isKept'>, at: Date): Result<Standing, HandOverRefusal> =>
  isKept ? ok({ state: 'waiting', tries: 0, nextTryAt: at }) : refuse({ kind: 'not-kept' });

/** Lets a message be, for a reason; answers that reason. */
export function stopSending({ state }: Pick<HandOver, 'state'>, typed: string): Result<string, HandOverRefusal> {
  if (state === 'delivered' || state === 'stopped') return refuse({ kind: 'settled' });
  const reason = typed.trim();
  if (reason === '') return refuse({ kind: 'reason-missing' });
  return reason.length > MAX_STOP_REASON ? refuse({ kind: 'reason-too-long', max: MAX_STOP_REASON }) : ok(reason);
}

/** What may be done with a message as it stands. */
export const actionsFor = ({ state, isKept }: Pick<HandOver, 'state' | 'isKept'>): HandOverAction[] => [
  ...(isKept ? ['send' as const] : []),
  ...(state === 'waiting' || state === 'given-up' ? ['stop' as const] : []),
];
