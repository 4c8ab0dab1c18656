import type { InvitationRefusal } from './invitation.ts';

/** What made a wish come too late: no other click of its author would let it hold. */
export const LATE_BY = ['paper-over', 'slot-begun', 'closed'] as const;
export type LateBy = (typeof LATE_BY)[number];

/** So many are kept of one candidate at one stage: more are told back to who writes them, and not kept. */
export const MAX_LATE_WISHES = 20;

/** What was wished for: minutes by an arrangement, or another time in its author's words. */
export type Wish = { kind: 'minutes'; minutes: number } | { kind: 'time'; words: string };
export type LateWish = Wish & { id: string; lateBy: LateBy; madeAt: Date };

/** Whether what somebody wrote just now is among what is kept. */
export const isKept = (words: string, wishes: readonly LateWish[]): boolean =>
  words.trim() !== '' && wishes.some((wish) => wish.kind === 'time' && words.trim().startsWith(wish.words));

/** What made a request for another time come too late; undefined where it can still be mended, or says nothing. */
export function latenessOf({ kind }: InvitationRefusal, words: string): LateBy | undefined {
  return words.trim() === '' ? undefined : LATE_BY.find((one) => one === kind);
}
