import { ok, refuse, type Result } from '../../platform/result.ts';
import { postsTotal } from '../../vacancies/posts.ts';
import type { NoticeRecord } from '../../notices/notice.ts';
import type { Chosen } from '../conditions/appointment-queries.ts';
import type { WorkingDays } from '../../regulations/organisation/organisation.ts';
import { obstaclesTo, type Obstacle } from '../conditions/track-clock.ts';
import type { Track } from '../conditions/track.ts';
import type { KeptOffer } from '../offer/offer-queries.ts';

/** What stands between somebody and their appointment, the conditions (P1 to P4) among it. */
export type AppointingObstacle =
  | ({ kind: 'condition' } & { obstacle: Obstacle })
  /** No offer was accepted: nobody is appointed to what they did not agree to. */
  | { kind: 'no-accepted-offer' }
  /** Another first day was planned since the offer was accepted: another offer is sent, or the day is planned as it was. */
  | { kind: 'other-first-day'; offered: string; planned: string }
  /** The budget of the post is not approved (O2). */
  | { kind: 'budget-pending' }
  /** Every post that the notice announces has somebody. */
  | { kind: 'posts-taken'; posts: number };

export type AppointingRefusal =
  /** The decision by which they were chosen does not stand, or the appointment was not begun, was ended or is made already. */
  | { kind: 'not-standing' }
  | { kind: 'appointed-already' }
  | { kind: 'obstacles'; obstacles: AppointingObstacle[] }
  | { kind: 'changed-meanwhile' };

export type Appointing = Pick<Chosen, 'appointment' | 'chosenAt'> & {
  tracks: readonly Track[];
  /** The last one that was prepared for them. */
  offer: Pick<KeptOffer, 'state' | 'choice'> | undefined;
  notice: Pick<NoticeRecord, 'budgetPending' | 'posts'>;
  /** How many are appointed to posts of this vacancy already. */
  appointed: number;
  /** Of the organisation, by which an outcome that holds for working days runs out. */
  calendar: WorkingDays;
};

/** Why somebody cannot be appointed as it stands; none where they can. */
export function appointingObstacles(asked: Appointing): AppointingObstacle[] {
  const { appointment, tracks, offer, notice, appointed, calendar } = asked;
  const offered = offer?.state === 'accepted' ? offer.choice.startsOn : undefined;
  const planned = appointment?.startsOn ?? offered;
  const posts = postsTotal(notice);
  return [
    ...(offered === undefined ? [{ kind: 'no-accepted-offer' } as const] : []),
    ...(offered !== undefined && planned !== undefined && planned !== offered
      ? [{ kind: 'other-first-day', offered, planned } as const]
      : []),
    ...(notice.budgetPending ? [{ kind: 'budget-pending' } as const] : []),
    ...obstaclesTo(planned ?? '', tracks, calendar).map((obstacle) => ({ kind: 'condition', obstacle }) as const),
    ...(appointed >= posts ? [{ kind: 'posts-taken', posts } as const] : []),
  ];
}

/** The first day of somebody who is appointed, `YYYY-MM-DD` where the post is; or why nobody is. */
export function appoint(asked: Appointing): Result<string, AppointingRefusal> {
  const { appointment, chosenAt, offer } = asked;
  if (!appointment || !chosenAt || appointment.endedAt) return refuse({ kind: 'not-standing' });
  if (appointment.appointedAt) return refuse({ kind: 'appointed-already' });
  const obstacles = appointingObstacles(asked);
  if (obstacles.length > 0 || !offer) return refuse({ kind: 'obstacles', obstacles });
  return ok(offer.choice.startsOn);
}

/** Whether the posts of a vacancy all have somebody once so many are appointed. */
export const isFilledBy = (notice: Pick<NoticeRecord, 'posts'>, appointed: number): boolean =>
  appointed >= postsTotal(notice);

/** What an appointment makes of its vacancy: filled, not yet, left to a person while it receives applications, or over before. */
export const FILLINGS = ['filled', 'posts-left', 'still-open', 'over-already'] as const;
export type Filling = (typeof FILLINGS)[number];
