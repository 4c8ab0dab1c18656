import { sql, type Selectable } from 'kysely';
import { z } from 'zod';
import { doerOf, type Actor, type Doer } from '../../people/actor.ts';
import { recordEvent } from '../../people/event-queries.ts';
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

export async function isBegun(db: Db, stageId: string): Promise<boolean> {
  const first = await db
    .selectFrom('writtenPapers')
    .select('stageId')
    .where('stageId', '=', stageId)
    .limit(1)
    .executeTakeFirst();
  return first !== undefined;
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
    .where(sql<boolean>`not exists (select from written_papers p where p.stage_id = written_tests.stage_id)`)
    .execute();
}

/** Takes a test off that nobody began; answers whether it was. */
export async function removeTest(db: Db, stage: PlannedStage, act: StaffAct): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('writtenTests')
    .where('stageId', '=', stage.id)
    .where(sql<boolean>`not exists (select from written_papers p where p.stage_id = written_tests.stage_id)`)
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

const eventOf = (action: string, { number, stage, by, at }: Author) =>
  ({ subject: 'application', subjectId: number, action, by, at, details: { stage } }) as const;

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
  await db
    .updateTable('writtenPapers')
    .set({ texts: JSON.stringify(texts), savedAt, handedInAt, version })
    .where('stageId', '=', author.key.stageId)
    .where('applicationId', '=', author.key.applicationId)
    .execute();
  if (handedInAt) await recordEvent(db, eventOf('written-test-handed-in', author));
}

type Ended = Omit<Author, 'by'>;

/** Hands in a paper whose time is over, where nobody has yet; what stands afterwards. */
export async function settlePaper(db: Db, ended: Ended): Promise<Paper | undefined> {
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
  return test && isAwaited(test, await findPaper(db, key), at) ? { standing: 'awaiting-paper' } : scorer;
}

/** Somebody of the panel read a paper. */
export const recordRead = (db: Db, author: Author) => recordEvent(db, eventOf('written-test-read', author));
