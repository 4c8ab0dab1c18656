import { sql, type RawBuilder, type Selectable } from 'kysely';
import { z } from 'zod';
import { doerOf, type Actor, type Doer } from '../../people/actor.ts';
import { recordEvent } from '../../people/event-queries.ts';
import { heldWords } from '../../people/held-words.ts';
import type { Db, WrittenPapersTable, WrittenTestsTable } from '../../schema.ts';
import type { PlannedStage } from '../plan/stage-plan.ts';
import type { Scorer } from '../scores/score-sheet.ts';
import {
  isAwaited,
  isSettled,
  questionSchema,
  questionsOf,
  settle,
  SETTLES_MS,
  textsSchema,
  type Paper,
  type TestFor,
  type TestSettings,
  type WrittenTest,
} from './written-test.ts';

export async function findTest(db: Db, stageId: string): Promise<WrittenTest | undefined> {
  const row = await db.selectFrom('writtenTests').selectAll().where('stageId', '=', stageId).executeTakeFirst();
  return row && testOf(row);
}

/** The stages of a vacancy that are written in the product. */
export async function testsOf(db: Db, reference: string): Promise<WrittenTest[]> {
  const rows = await db
    .selectFrom('writtenTests')
    .innerJoin('selectionStages', 'selectionStages.id', 'stageId')
    .selectAll('writtenTests')
    .where('vacancyReference', '=', reference)
    .orderBy('number')
    .execute();
  return rows.map(testOf);
}

const testOf = ({ questions, ...row }: Selectable<WrittenTestsTable>): WrittenTest => ({
  ...row,
  questions: z.array(questionSchema).parse(questions ?? []),
});

/** Whether anybody began a test, whatever became of what they wrote. */
export async function isBegun(db: Db, stageId: string): Promise<boolean> {
  const { rows } = await sql<{ begun: boolean }>`select ${begun(sql`${stageId}::uuid`)} as begun`.execute(db);
  return rows[0]?.begun ?? false;
}

const begun = (stage: RawBuilder<unknown>) => sql<boolean>`(
  exists (select from written_papers p where p.stage_id = ${stage})
  or exists (select from voided_results v where v.stage_id = ${stage} and v.kind = 'written-paper'))`;

/**
 * A test as it is for one candidate: who writes anew after a review begins it in a time of their own. Until somebody has set that
 * time it is neither early nor missed: there is none.
 */
export async function testFor(db: Db, test: WrittenTest, applicationId: string): Promise<TestFor> {
  const row = await db
    .selectFrom('redoneStages')
    .innerJoin('reviewRequests', 'reviewRequests.id', 'reviewId')
    .select(['reviewId', 'opensAt', 'closesAt', 'redoneStages.version as windowVersion'])
    .where('stageId', '=', test.stageId)
    .where('applicationId', '=', applicationId)
    .orderBy('decidedAt', 'desc')
    .executeTakeFirst();
  if (!row) return { ...test, again: undefined };
  const { reviewId, opensAt, closesAt, windowVersion: version } = row;
  const again = { reviewId, version, isSet: opensAt !== null };
  return { ...test, again, ...(opensAt && closesAt && { opensAt, closesAt }) };
}

type Window = { opensAt: Date; closesAt: Date; reviewId: string; version: number };

/** Sets from when until when one candidate may begin a test anew; false where somebody set it meanwhile, or a paper was begun. */
export async function recordWindow(
  db: Db,
  { reviewId, version, ...window }: Window,
  author: Author & { actor: Actor },
): Promise<boolean> {
  const { stageId, applicationId } = author.key;
  const { numUpdatedRows } = await db
    .updateTable('redoneStages')
    .set({ ...window, windowSetBy: author.actor.accountId, version: version + 1 })
    .where('reviewId', '=', reviewId)
    .where('stageId', '=', stageId)
    .where('version', '=', version)
    .where(
      sql<boolean>`not exists (select from written_papers p where p.stage_id = ${stageId}::uuid
        and p.application_id = ${applicationId}::uuid)`,
    )
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  const event = eventOf('written-test-window-set', author);
  await recordEvent(db, { ...event, details: { ...event.details, ...window } });
  return true;
}

type StaffAct = { reference: string; actor: Actor; at: Date };
const aboutVacancy = ({ reference, actor, at }: StaffAct) =>
  ({ subject: 'vacancy', subjectId: reference, by: doerOf(actor), at }) as const;

type Switched = { stage: PlannedStage; settings: TestSettings; version: number };

/** Writes how a stage is written in the product; false where somebody wrote it meanwhile. */
export async function recordTest(db: Db, { stage, settings, version }: Switched, act: StaffAct): Promise<boolean> {
  const written = await db
    .insertInto('writtenTests')
    .values({ ...settings, stageId: stage.id })
    .onConflict((conflict) =>
      conflict
        .column('stageId')
        .doUpdateSet({ ...settings, version: sql<number>`written_tests.version + 1` })
        .where('writtenTests.version', '=', version),
    )
    .executeTakeFirst();
  if (written.numInsertedOrUpdatedRows === 0n) return false;
  await freezeQuestions(db, stage);
  const details = { stage: stage.code, ...settings };
  await recordEvent(db, { ...aboutVacancy(act), action: 'written-test-set', details });
  return true;
}

/** Questions are those of the stage as it opens or is changed while open; once somebody began, they stay. */
export async function freezeQuestions(db: Db, stage: PlannedStage): Promise<void> {
  if (stage.status !== 'open') return;
  await db
    .updateTable('writtenTests')
    .set({ questions: JSON.stringify(questionsOf(stage)) })
    .where('stageId', '=', stage.id)
    .where((where) => where.not(begun(sql.ref('written_tests.stage_id'))))
    .execute();
}

/** Takes a test off that nobody began; answers whether it was. */
export async function removeTest(db: Db, stage: PlannedStage, act: StaffAct): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('writtenTests')
    .where('stageId', '=', stage.id)
    .where((where) => where.not(begun(sql.ref('written_tests.stage_id'))))
    .executeTakeFirst();
  if (numDeletedRows === 0n) return false;
  await recordEvent(db, { ...aboutVacancy(act), action: 'written-test-removed', details: { stage: stage.code } });
  return true;
}

const paperRow = (db: Db, { stageId, applicationId }: PaperKey) =>
  db.selectFrom('writtenPapers').selectAll().where('stageId', '=', stageId).where('applicationId', '=', applicationId);

export type PaperKey = { stageId: string; applicationId: string };

export async function findPaper(db: Db, key: PaperKey): Promise<Paper | undefined> {
  const row = await paperRow(db, key).executeTakeFirst();
  return row && paperOf(row);
}

/** The same, held until the transaction ends: of two tabs, one saves after the other. */
export async function lockPaper(db: Db, key: PaperKey): Promise<Paper | undefined> {
  const row = await paperRow(db, key).forUpdate().executeTakeFirst();
  return row && paperOf(row);
}

const paperOf = ({ texts, ...row }: Selectable<WrittenPapersTable>): Paper => ({
  begunAt: row.begunAt,
  endsAt: row.endsAt,
  savedAt: row.savedAt,
  handedInAt: row.handedInAt,
  version: row.version,
  texts: textsSchema.parse(texts),
});

/** The minutes that are arranged for somebody at a stage; why stands elsewhere. */
export async function extraMinutesFor(db: Db, { stageId, applicationId }: PaperKey): Promise<number> {
  const row = await db
    .selectFrom('stageAttendances')
    .select('extraMinutes')
    .where('stageId', '=', stageId)
    .where('applicationId', '=', applicationId)
    .executeTakeFirst();
  return row?.extraMinutes ?? 0;
}

/** Whose paper it is: by number for the event, which says neither when it ends nor what is in it. */
export type Author = { key: PaperKey; number: string; stage: string; by: Doer; at: Date };

const eventOf = (action: string, { number, stage, by, at }: Author, more: object = {}) =>
  ({ subject: 'application', subjectId: number, action, by, at, details: { stage, ...more } }) as const;

/** Begins a paper; false where it was begun from another place in the same moment. */
export async function recordBegun(db: Db, paper: Paper, author: Author): Promise<boolean> {
  const { begunAt, endsAt, version } = paper;
  const written = await db
    .insertInto('writtenPapers')
    .values({ ...author.key, begunAt, endsAt, savedAt: null, handedInAt: null, version })
    .onConflict((conflict) => conflict.columns(['stageId', 'applicationId']).doNothing())
    .executeTakeFirst();
  if (written.numInsertedOrUpdatedRows === 0n) return false;
  await recordEvent(db, eventOf('written-test-begun', author));
  return true;
}

/** Writes what was kept of a paper that is held; handing in is an event, typing is none. */
export async function recordPaper(db: Db, paper: Paper, author: Author): Promise<void> {
  const { texts, savedAt, handedInAt, version } = paper;
  const held = handedInAt && heldWords('written-paper', { application: author.number, stage: author.stage, texts });
  await db
    .updateTable('writtenPapers')
    .set({ texts: JSON.stringify(texts), savedAt, handedInAt, version, nonce: held?.nonce ?? null })
    .where('stageId', '=', author.key.stageId)
    .where('applicationId', '=', author.key.applicationId)
    .execute();
  if (held) await recordEvent(db, eventOf('written-test-handed-in', author, { held: [held.sha256] }));
}

/** Hands in a paper whose time is over, where nobody has yet; what stands afterwards. */
export async function settlePaper(db: Db, ended: Omit<Author, 'by'>): Promise<Paper | undefined> {
  const paper = await lockPaper(db, ended.key);
  if (!paper || paper.handedInAt !== null || !isSettled(paper, ended.at)) return paper;
  const settled = settle(paper, ended.at);
  await recordPaper(db, settled, { ...ended, by: { kind: 'system' } });
  return settled;
}

/** Papers whose time is over and that nobody has handed in yet. */
export const papersToSettle = (db: Db, now: Date) =>
  db
    .selectFrom('writtenPapers')
    .innerJoin('applications', 'applications.id', 'applicationId')
    .innerJoin('selectionStages', 'selectionStages.id', 'stageId')
    .select(['stageId', 'applicationId', 'applications.number as number', 'selectionStages.code as stage'])
    .where('handedInAt', 'is', null)
    .where('endsAt', '<', new Date(now.getTime() - SETTLES_MS))
    .orderBy('endsAt')
    .limit(500)
    .execute();

/** Who may score somebody once what they write is handed in. */
export async function scorerOnceWritten(
  db: Db,
  scorer: Scorer,
  { key, at }: Pick<Author, 'key' | 'at'>,
): Promise<Scorer> {
  const test = scorer.standing === 'able' ? await findTest(db, key.stageId) : undefined;
  const own = test && (await testFor(db, test, key.applicationId));
  return own && isAwaited(own, await findPaper(db, key), at) ? { standing: 'awaiting-paper' } : scorer;
}

/** Somebody of the panel read a paper. */
export const recordRead = (db: Db, author: Author) => recordEvent(db, eventOf('written-test-read', author));
