import { civilDayIn } from '../../site/dates.ts';
import type { Condition } from '../../regulations/organisation/appointment-schema.ts';
import type { WorkingDays } from '../../regulations/organisation/organisation.ts';
import { missingFrom, type Sent } from '../candidate/condition-document.ts';
import type { Chosen } from './appointment-queries.ts';
import type { TakenTrack } from './track-queries.ts';
import { clockOf, holdsUntil, isPast, type Clock } from './track-clock.ts';
import type { KeptOffer } from '../offer/offer-queries.ts';
import { waitsSince } from '../offer/offer-waiting.ts';
import type { OfferState } from '../offer/offer.ts';
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
  /** Its next step is somebody's: to submit, approve, send or answer it, or to offer something else. */
  | { kind: 'offer'; offer: KeptOffer }
);

/** An appointment with its tracks, what its candidate sent and its last offer, as far as its reader may see them. */
export type Case = {
  chosen: Chosen;
  tracks: readonly TakenTrack[];
  sent: readonly Sent[];
  offer?: KeptOffer | undefined;
};

/** Everything that waits, oldest first; of one day by number, post and the order of the conditions. */
export function waitingIn(cases: readonly Case[], now: Date, calendar: WorkingDays): Waiting[] {
  const waiting = cases.flatMap((one) => waitingOf(one, civilDayIn(now, one.chosen.zone), calendar));
  return waiting.toSorted((a, b) => compare(a.since, b.since) || compare(a.chosen.number, b.chosen.number));
}

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

function waitingOf({ chosen, tracks, sent, offer }: Case, today: string, calendar: WorkingDays): Waiting[] {
  const { appointment, chosenAt, zone } = chosen;
  if (!appointment) return chosenAt ? [{ kind: 'to-begin', chosen, since: civilDayIn(chosenAt, zone) }] : [];
  const begun = civilDayIn(appointment.begunAt, zone);
  if (!chosenAt) return [{ kind: 'no-longer-chosen', chosen, since: begun }];
  return [
    ...offerWaiting(chosen, offer),
    ...tracks.flatMap((track) => trackWaiting(chosen, track, { begun, today, sent, calendar })),
  ];
}

const WAITING_OFFERS: readonly OfferState[] = ['draft', 'in-approval', 'approved', 'sent', 'declined', 'lapsed'];

function offerWaiting(chosen: Chosen, offer: KeptOffer | undefined): Waiting[] {
  const since = offer && waitsSince(offer, chosen.zone);
  return offer && since !== undefined && WAITING_OFFERS.includes(offer.state)
    ? [{ kind: 'offer', chosen, offer, since }]
    : [];
}

function trackWaiting(
  chosen: Chosen,
  track: TakenTrack,
  { begun, today, sent, calendar }: { begun: string; today: string; sent: readonly Sent[]; calendar: WorkingDays },
): Waiting[] {
  const { condition } = track;
  const state = stateOf(track);
  if (state !== 'met' && state !== 'waived') {
    const clock = clockOf(track, today, calendar);
    const since = state === 'not-met' ? (track.steps.at(-1)?.on ?? begun) : (clock.begunOn ?? begun);
    const waitsForCandidate = missingFrom(track, sent).length > 0;
    return [{ kind: 'condition', chosen, condition, state, clock, since, waitsForCandidate }];
  }
  const held = holdsUntil(track, calendar);
  const until = held.ok ? held.value : null;
  const runsOut = isSettled(track) && isPast(until, chosen.appointment?.startsOn ?? today);
  return runsOut ? [{ kind: 'runs-out', chosen, condition, until, since: until < today ? until : today }] : [];
}
