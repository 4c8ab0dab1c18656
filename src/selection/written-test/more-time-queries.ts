import { sql } from 'kysely';
import { recordEvent } from '../../people/event-queries.ts';
import type { Db } from '../../schema.ts';
import type { About } from '../invitations/invitation-queries.ts';
import { extraMinutesFor, findTest, lockPaper, type PaperKey } from './written-test-queries.ts';
import { isHandedIn, lengthen, timeFor } from './written-test.ts';

/**
 * The minutes arranged for somebody who begins now, held until the transaction ends: whoever arranges others waits, and
 * finds the paper begun.
 */
export async function holdExtraMinutes(db: Db, key: PaperKey): Promise<number> {
  await sql`select from stage_schedules where stage_id = ${key.stageId}::uuid for share`.execute(db);
  return extraMinutesFor(db, key);
}

/** Whether somebody's paper is over, so that minutes given now would change nothing; held until the transaction ends. */
export async function isPaperOver(db: Db, key: PaperKey, at: Date): Promise<boolean> {
  const paper = await lockPaper(db, key);
  return paper !== undefined && isHandedIn(paper, at);
}

type Arranged = { extraMinutes: number; requestId: string };

/**
 * Lets more minutes hold for a paper that is under way; fewer shorten none. The event stands with the request, where those
 * who select do not look.
 */
export async function lengthenPaper(
  db: Db,
  { extraMinutes, requestId }: Arranged,
  { stageId, stage, candidate, by, at }: About,
): Promise<void> {
  const key = { stageId, applicationId: candidate.applicationId };
  const test = await findTest(db, stageId);
  const paper = test && (await lockPaper(db, key));
  if (!paper) return;
  const longer = lengthen(paper, timeFor(test, extraMinutes), at);
  if (longer === paper) return;
  const { endsAt, version } = longer;
  await db
    .updateTable('writtenPapers')
    .set({ endsAt, version })
    .where('stageId', '=', key.stageId)
    .where('applicationId', '=', key.applicationId)
    .execute();
  const event = { subject: 'accommodation', subjectId: requestId, action: 'written-test-lengthened' } as const;
  await recordEvent(db, { ...event, by, at, details: { stage } });
}
