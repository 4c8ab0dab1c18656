import type { Selectable } from 'kysely';
import { recordEvent } from '../../people/event-queries.ts';
import { heldWords } from '../../people/held-words.ts';
import type { Db, LateWishesTable } from '../../schema.ts';
import type { About } from './invitation-queries.ts';
import { MAX_REASON } from './invitation.ts';
import { MAX_LATE_WISHES, type LateBy, type LateWish, type Wish } from './late-wish.ts';

type Late = {
  wish: Wish;
  lateBy: LateBy;
  /** Of minutes: the request of which they are the arrangement. */
  requestId?: string;
};

/**
 * Keeps a wish that came too late, once however often it is sent, with its event; that of minutes stands with the request, where those
 * who select do not look.
 */
export async function recordLateWish(
  db: Db,
  { wish, lateBy, requestId }: Late,
  { stageId, stage, candidate, by, at }: About,
): Promise<void> {
  if (by.kind !== 'account') throw new Error('A wish is a person’s.');
  const kept = (await lateWishesAt(db, stageId)).get(candidate.applicationId) ?? [];
  if (kept.length >= MAX_LATE_WISHES) return;
  const words = wish.kind === 'time' ? wish.words.trim().slice(0, MAX_REASON) : '';
  const held =
    wish.kind === 'time' ? heldWords('late-wish', { application: candidate.number, stage, words }) : undefined;
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('lateWishes')
    .values({
      stageId,
      applicationId: candidate.applicationId,
      kind: wish.kind,
      ...(wish.kind === 'minutes' && { minutes: wish.minutes }),
      words,
      lateBy,
      madeAt: at,
      madeBy: by.id,
      ...(held && { nonce: held.nonce }),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return;
  const told =
    requestId === undefined
      ? ({ subject: 'application', subjectId: candidate.number, action: 'another-time-asked-late' } as const)
      : ({ subject: 'accommodation', subjectId: requestId, action: 'time-arranged-late' } as const);
  await recordEvent(db, { ...told, by, at, details: { stage, lateBy, ...(held && { held: [held.sha256] }) } });
}

/** The wishes of a stage that came too late, by application, the first first. */
export async function lateWishesAt(db: Db, stageId: string): Promise<Map<string, LateWish[]>> {
  const rows = await db
    .selectFrom('lateWishes')
    .selectAll()
    .where('stageId', '=', stageId)
    .orderBy('madeAt')
    .orderBy('kind')
    .orderBy('minutes')
    .orderBy('words')
    .execute();
  return new Map([...Map.groupBy(rows, (row) => row.applicationId)].map(([id, own]) => [id, own.map(wishOf)]));
}

function wishOf({ id, kind, minutes, words, lateBy, madeAt }: Selectable<LateWishesTable>): LateWish {
  const wish: Wish = kind === 'minutes' ? { kind, minutes: minutes ?? 0 } : { kind: 'time', words };
  return { ...wish, id, lateBy: lateBy as LateBy, madeAt };
}
