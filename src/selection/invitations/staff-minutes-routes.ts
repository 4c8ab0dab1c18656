import { arrangementsFor, type Arrangement } from '../../applications/accommodation/arrangement-queries.ts';
import type { Candidate } from '../../competition/candidate-queries.ts';
import { doerOf } from '../../people/actor.ts';
import { actorOf } from '../../people/guard.ts';
import type { Db } from '../../schema.ts';
import type { FieldError } from '../../site/forms.tsx';
import { joinList } from '../../site/numbers.ts';
import { isPaperOver, lengthenPaper } from '../written-test/more-time-queries.ts';
import { attendancesAt, lockSchedule, recordExtraMinutes, slotsOf } from './invitation-queries.ts';
import { NO_ANSWER, type Attendance } from './invitation.ts';
import type { AtStage, Fields } from './staff-invitation-routes.tsx';
import { recordLateWish } from './late-wish-queries.ts';
import { STAFF_INVITATION_TEXTS } from './staff-invitation-texts.ts';
import { tellOfChange } from './telling-queries.ts';

export const nameOf = ({ givenNames, familyName }: Candidate): string => `${givenNames} ${familyName}`;

/** More minutes, for those alone for whom something is to be arranged. */
export async function giveMinutes(
  exchange: AtStage,
  ticked: readonly Candidate[],
  fields: Fields,
): Promise<FieldError | undefined> {
  const { context, vacancy, request } = exchange;
  const t = STAFF_INVITATION_TEXTS[request.language];
  const typed = (fields['minutes-more'] ?? '').trim();
  if (!/^\d{1,4}$/.test(typed) || Number(typed) > 1440) return { field: 'minutes-more', message: t.problems.number };
  const arrangements = await arrangementsFor(context.db, vacancy.reference);
  const without = ticked.find(({ applicationId }) => !arrangements.has(applicationId));
  if (without) return { field: 'minutes-more', message: t.notArranged(nameOf(without)) };
  const given = { ticked, extraMinutes: Number(typed), arrangements, at: context.clock() };
  const late = await context.db.transaction().execute((db) => giveOrKeep(db, exchange, given));
  const names = joinList(late.map(nameOf), request.language);
  return late.length > 0 ? { field: 'minutes-more', message: t.testOver(names) } : undefined;
}

type Given = {
  ticked: readonly Candidate[];
  extraMinutes: number;
  arrangements: ReadonlyMap<string, Arrangement>;
  at: Date;
};

/** Gives them to all or, where the paper of somebody is over, to none: then what was wished for these is kept, and they are answered. */
async function giveOrKeep(
  db: Db,
  { context, stage, vacancy, request }: AtStage,
  { ticked, extraMinutes, arrangements, at }: Given,
): Promise<Candidate[]> {
  await lockSchedule(db, stage.id);
  const slots = await slotsOf(db, stage.id);
  const attendances = await attendancesAt(db, stage.id);
  const late = await thoseOver(db, ticked, { stageId: stage.id, attendances, extraMinutes, at });
  for (const candidate of late.length > 0 ? late : ticked) {
    const { requestId = '' } = arrangements.get(candidate.applicationId) ?? {};
    const about = { stageId: stage.id, stage: stage.code, candidate, by: doerOf(actorOf(request)), at };
    if (late.length > 0) {
      const wish = { kind: 'minutes', minutes: extraMinutes } as const;
      await recordLateWish(db, { wish, lateBy: 'paper-over', requestId }, about);
      continue;
    }
    const before = attendances.get(candidate.applicationId) ?? NO_ANSWER;
    await recordExtraMinutes(db, { extraMinutes, requestId }, about);
    await lengthenPaper(db, { extraMinutes, requestId }, about);
    const after = { ...before, extraMinutes, version: before.version + 1 };
    const change = { reference: vacancy.reference, stage, candidate, before, after, slots };
    await tellOfChange(db, context, { change, at });
  }
  return late;
}

type Giving = { stageId: string; attendances: ReadonlyMap<string, Attendance>; extraMinutes: number; at: Date };

/**
 * Those of them whose test is over, and who would have more minutes than they wrote with. A paper that was handed in is never
 * opened again but by a review: its author could have asked others meanwhile, and the panel may have read it.
 */
async function thoseOver(
  db: Db,
  ticked: readonly Candidate[],
  { stageId, attendances, extraMinutes, at }: Giving,
): Promise<Candidate[]> {
  const over: Candidate[] = [];
  for (const candidate of ticked) {
    const { applicationId } = candidate;
    const had = (attendances.get(applicationId) ?? NO_ANSWER).extraMinutes;
    if (extraMinutes > had && (await isPaperOver(db, { stageId, applicationId }, at))) over.push(candidate);
  }
  return over;
}
