import { sql, type Selectable } from 'kysely';
import { z } from 'zod';
import { doerOf, type Actor } from '../../people/actor.ts';
import { recordEvent } from '../../people/event-queries.ts';
import { heldWords } from '../../people/held-words.ts';
import type { Translated } from '../../platform/language.ts';
import type { Db, SelectionStagesTable } from '../../schema.ts';
import {
  countsDiffer,
  itemSchema,
  scaleSchema,
  type AssessedBy,
  type PlannedStage,
  type PlanStatus,
  type StageSettings,
} from './stage-plan.ts';

/** The stages planned for a vacancy, in their order. */
export async function planOf(db: Db, reference: string): Promise<PlannedStage[]> {
  const rows = await db
    .selectFrom('selectionStages')
    .select(['id', 'number', 'code', 'fromOn', 'toOn', 'datesFixed', 'place', 'link', 'assessedBy', 'weight'])
    .select(['passMark', 'items', 'scale', 'status', 'openedAt', 'closedAt', 'version'])
    .where('vacancyReference', '=', reference)
    .orderBy('number')
    .execute();
  return rows.map(stageOf);
}

/** Held until the transaction ends, so that a plan is changed by one after the other. */
export const lockPlan = (db: Db, reference: string) =>
  db.selectFrom('vacancies').select('reference').where('reference', '=', reference).forNoKeyUpdate().executeTakeFirst();

function stageOf(row: Omit<Selectable<SelectionStagesTable>, 'vacancyReference'>): PlannedStage {
  return {
    ...row,
    place: row.place as Translated,
    assessedBy: row.assessedBy as AssessedBy,
    status: row.status as PlanStatus,
    items: z.array(itemSchema).parse(row.items),
    scale: row.scale === null ? null : scaleSchema.parse(row.scale),
  };
}

const columnsOf = ({ fromOn, toOn, datesFixed, place, link, assessedBy, weight, passMark, items }: StageSettings) => ({
  fromOn,
  toOn,
  datesFixed,
  place: JSON.stringify(place),
  link,
  assessedBy,
  weight,
  passMark,
  items: JSON.stringify(items),
});

type By = { reference: string; actor: Actor; at: Date };
const about = ({ reference, actor, at }: By) =>
  ({ subject: 'vacancy', subjectId: reference, by: doerOf(actor), at }) as const;

export async function recordNewStage(db: Db, stage: StageSettings & { code: string; number: number }, by: By) {
  const { id } = await db
    .insertInto('selectionStages')
    .values({ ...columnsOf(stage), code: stage.code, number: stage.number, vacancyReference: by.reference })
    .returning('id')
    .executeTakeFirstOrThrow();
  await recordEvent(db, { ...about(by), action: 'stage-planned', details: { stage: stage.code } });
  return id;
}

type Changed = { before: PlannedStage; after: PlannedStage; reason: string };

/** Writes a changed stage; of one that is open and stays so, with its reason and both states. False where somebody changed it meanwhile. */
export async function recordStage(db: Db, { before, after, reason }: Changed, by: By): Promise<boolean> {
  const held =
    before.status === 'open' && after.status === 'open' && (await keepChange(db, { before, after, reason }, by));
  const { status, scale, openedAt, closedAt, version } = after;
  const moved = { status, openedAt, closedAt, version, scale: scale && JSON.stringify(scale) };
  const { numUpdatedRows } = await db
    .updateTable('selectionStages')
    .set({ ...columnsOf(after), ...moved })
    .where('id', '=', before.id)
    .where('version', '=', before.version)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  const details = { ...detailsOf(before, after, reason), ...(held && { held: [held] }) };
  await recordEvent(db, { ...about(by), action: actionOf(before, after), details });
  return true;
}

/** Keeps both states with the reason; answers the hash of all three. */
async function keepChange(db: Db, { before, after, reason }: Changed, { at, actor }: By): Promise<string> {
  const { nonce, sha256 } = heldWords('plan-change', { stage: after.code, reason, before, after });
  const states = { before: JSON.stringify(before), after: JSON.stringify(after) };
  await db
    .insertInto('selectionStageChanges')
    .values({ stageId: before.id, at, actorId: actor.accountId, reason, ...states, nonce })
    .execute();
  return sha256;
}

function actionOf(before: PlannedStage, after: PlannedStage): string {
  if (before.status === after.status) return 'stage-changed';
  return after.status === 'open' ? 'stage-opened' : 'stage-closed';
}

const detailsOf = (before: PlannedStage, after: PlannedStage, reason: string) => ({
  stage: after.code,
  version: after.version,
  ...(reason !== '' && { reason }),
  ...(before.status === 'open' && after.status === 'open' && { counts: countsDiffer(before, after) }),
});

/** Takes a stage out of the plan that has not opened; those after it move up. */
export async function removeStage(db: Db, stage: PlannedStage, by: By): Promise<void> {
  await db.deleteFrom('selectionStages').where('id', '=', stage.id).where('status', '=', 'planned').execute();
  await db
    .updateTable('selectionStages')
    .set({ number: sql<number>`number - 1` })
    .where('vacancyReference', '=', by.reference)
    .where('number', '>', stage.number)
    .execute();
  await recordEvent(db, { ...about(by), action: 'stage-unplanned', details: { stage: stage.code } });
}

export type StageChange = { at: Date; byName: string; reason: string };

/** What was changed of a stage once it was open, oldest first. */
export async function changesOf(db: Db, stageId: string): Promise<StageChange[]> {
  const rows = await db
    .selectFrom('selectionStageChanges')
    .leftJoin('accounts', 'accounts.id', 'actorId')
    .select(['at', 'accounts.name as byName', 'reason'])
    .where('stageId', '=', stageId)
    .orderBy('at')
    .execute();
  return rows.map((row) => ({ ...row, byName: row.byName ?? '–' }));
}
