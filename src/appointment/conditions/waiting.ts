import { civilDayIn } from '../../site/dates.ts';
import type { Condition } from '../../regulations/organisation/appointment-schema.ts';
import { missingFrom, type Sent } from '../candidate/condition-document.ts';
import type { Chosen } from './appointment-queries.ts';
import type { TakenTrack } from './track-queries.ts';
import { clockOf, holdsUntil, type Clock } from './track-clock.ts';
import { isSettled, stateOf, type TrackState } from './track.ts';

/** What waits, and since which civil day, `YYYY-MM-DD` where the post is. */
export type Waiting = { chosen: Chosen; since: string } & (
  | { kind: 'to-begin' }
  /** Begun, and the decision by which they were chosen does not stand any more. */
  | { kind: 'no-longer-chosen' }
  | {
      kind: 'condition';
      condition: Condition;
      state: Exclude<TrackState, 'met' | 'waived'>;
      clock: Clock;
      /** Something that was asked of the candidate has not come: it is their turn. */
      waitsForCandidate: boolean;
    }
  /** Met, and run out on the first day in the post; the last day on which it holds. */
  | { kind: 'runs-out'; condition: Condition; until: string }
);

/** An appointment with its tracks that its reader may see. */
export type Case = { chosen: Chosen; tracks: readonly TakenTrack[]; sent: readonly Sent[] };

/** Everything that waits, oldest first; of one day by number, post and the order of the conditions. */
export function waitingIn(cases: readonly Case[], now: Date): Waiting[] {
  const waiting = cases.flatMap((one) => waitingOf(one, civilDayIn(now, one.chosen.zone)));
  return waiting.toSorted((a, b) => compare(a.since, b.since) || compare(a.chosen.number, b.chosen.number));
}

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

function waitingOf({ chosen, tracks, sent }: Case, today: string): Waiting[] {
  const { appointment, chosenAt, zone } = chosen;
  if (!appointment) return chosenAt ? [{ kind: 'to-begin', chosen, since: civilDayIn(chosenAt, zone) }] : [];
  const begun = civilDayIn(appointment.begunAt, zone);
  if (!chosenAt) return [{ kind: 'no-longer-chosen', chosen, since: begun }];
  return tracks.flatMap((track): Waiting[] => {
    const { condition } = track;
    const state = stateOf(track);
    if (state !== 'met' && state !== 'waived') {
      const clock = clockOf(track, today);
      const since = state === 'not-met' ? (track.steps.at(-1)?.on ?? begun) : (clock.begunOn ?? begun);
      const waitsForCandidate = missingFrom(track, sent).length > 0;
      return [{ kind: 'condition', chosen, condition, state, clock, since, waitsForCandidate }];
    }
    const until = holdsUntil(track);
    const runsOut = isSettled(track) && until !== null && until < (appointment.startsOn ?? today);
    return runsOut ? [{ kind: 'runs-out', chosen, condition, until, since: until < today ? until : today }] : [];
  });
}
