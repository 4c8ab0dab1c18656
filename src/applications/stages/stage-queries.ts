import { createHash } from 'node:crypto';
import { sql, type Selectable, type Transaction } from 'kysely';
import { doerOf, type Actor } from '../../people/actor.ts';
import { recordEvents } from '../../people/event-queries.ts';
import { heldWords } from '../../people/held-words.ts';
import { permits } from '../../people/permissions.ts';
import type { Language, Translated } from '../../platform/language.ts';
import type { ApplicationStagesTable, Db, Schema } from '../../schema.ts';
import type { Vacancy } from '../../vacancies/vacancy.ts';
import type { ApplicationStatus } from '../application.ts';
import {
  lastStep,
  positionOf,
  type InSelection,
  type Position,
  type StageAction,
  type StageEntry,
  type StageStep,
} from './stage-state.ts';

/** All of a step but the number that hashes its words. */
const STEP = [
  'applicationStages.applicationId',
  'applicationStages.number',
  'position',
  'stage',
  'dueOn',
  'enteredAt',
  'actorId',
  'applicationStages.reason',
  'told',
  'note',
  'belowLevel',
] as const;

/** Whether whom a step selected is appointed, and has not left it. */
const APPOINTED = sql<boolean>`position = 'selected' and exists (select from appointments p
  where p.application_id = application_stages.application_id and p.appointed_at is not null and p.ended_at is null)`.as(
  'appointed',
);

/** The steps taken for one application, oldest first. */
export async function entriesOf(db: Db, applicationId: string): Promise<StageEntry[]> {
  return (await entriesOfAll(db, [applicationId])).get(applicationId) ?? [];
}

/** The same for several, by application; one without a step has no place in it. */
export async function entriesOfAll(db: Db, ids: readonly string[]): Promise<Map<string, StageEntry[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('applicationStages')
    .select(STEP)
    .select(APPOINTED)
    .where(sql<boolean>`application_id = any(${[...ids]}::uuid[])`)
    .orderBy('number')
    .execute();
  return Map.groupBy(rows.map(entryOf), ({ applicationId }) => applicationId);
}

type StepRow = Omit<Selectable<ApplicationStagesTable>, 'nonce'> & { appointed?: boolean };

const entryOf = ({ belowLevel, appointed = false, ...row }: StepRow): StageEntry & { applicationId: string } => ({
  ...row,
  ...(appointed && { appointed }),
  ...(belowLevel !== '' && { belowLevel }),
  position: row.position as StageEntry['position'],
  note: row.note as Translated,
});

/** Where each application of a person stands, by its number. */
export async function entriesOfPerson(db: Db, accountId: string): Promise<Map<string, StageEntry[]>> {
  const rows = await db
    .selectFrom('applicationStages')
    .innerJoin('applications', 'applications.id', 'applicationStages.applicationId')
    .select(STEP)
    .select(APPOINTED)
    .select('applications.number as application')
    .where('applicantId', '=', accountId)
    .orderBy('applicationStages.number')
    .execute();
  return new Map(
    [...Map.groupBy(rows, ({ application }) => application)].map(([number, own]) => [number, own.map(entryOf)]),
  );
}

/**
 * The day that a person set for the screening of a competition, the last that counts; undefined where the organisation's
 * rule stands. Only the day: why it was set is for those who work there.
 */
export async function screeningDayOf(db: Db, reference: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('screeningDueDates')
    .select('dueOn')
    .where('vacancyReference', '=', reference)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.dueOn;
}

/** Somebody in the selection, as those who take steps see them. */
export type Candidate = InSelection & {
  id: string;
  number: string;
  name: string;
  email: string;
  /** The language they read. */
  language: Language;
};

/** Whom a step or a message is for: those named, or all who stand at a position, or anywhere. */
export type Chosen = { reference: string; position: Position | 'any'; numbers: readonly string[] | 'all' };

/** Those chosen who stand there now, by number; nothing for who may not read applications. */
export async function candidatesAt(db: Db, actor: Actor, chosen: Chosen): Promise<Candidate[] | undefined> {
  return permits(actor.roles, 'applications:read') ? candidatesWhere(db, chosen) : undefined;
}

/** The same, held until the transaction ends, so that nobody else takes a step or withdraws meanwhile. */
export async function lockCandidates(transaction: Transaction<Schema>, actor: Actor, chosen: Chosen) {
  await transaction
    .selectFrom('applications')
    .select('id')
    .where('vacancyReference', '=', chosen.reference)
    .orderBy('id')
    .forUpdate()
    .execute();
  return candidatesAt(transaction, actor, chosen);
}

const POSITION = sql<Position>`coalesce((
  select position from application_stages s where s.application_id = applications.id order by s.number desc limit 1
), 'received')`;
const NAME = sql<string>`btrim((answers #>> '{identity,givenNames}') || ' ' || (answers #>> '{identity,familyName}'))`;

async function candidatesWhere(db: Db, { reference, position, numbers }: Chosen): Promise<Candidate[]> {
  const named = numbers === 'all' ? undefined : [...numbers];
  const rows = await db
    .selectFrom('applications')
    .innerJoin('accounts', 'accounts.id', 'applications.applicantId')
    .select(['applications.id', 'number', 'status', 'applicantId', 'accounts.email', 'accounts.language'])
    .select(NAME.as('name'))
    .where('vacancyReference', '=', reference)
    .where('status', '=', 'submitted')
    .$if(position !== 'any', (query) => query.where(POSITION, '=', position as Position))
    .$if(named !== undefined, (query) => query.where(sql<boolean>`number = any(${named}::text[])`))
    .orderBy('number')
    .execute();
  const entries = await entriesOfAll(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    ...row,
    status: row.status as ApplicationStatus,
    language: row.language as Language,
    entries: entries.get(row.id) ?? [],
  }));
}

/** How many submitted applications stand where. */
export async function countsByPosition(db: Db, reference: string): Promise<Partial<Record<Position, number>>> {
  const rows = await db
    .selectFrom('applications')
    .select([POSITION.as('position'), sql<number>`count(*)::int`.as('count')])
    .where('vacancyReference', '=', reference)
    .where('status', '=', 'submitted')
    .groupBy('position')
    .execute();
  return Object.fromEntries(rows.map(({ position, count }) => [position, count]));
}

/** A fingerprint of who was shown and of what was shown for them; another one means that something changed. */
export function previewMark(candidates: readonly Candidate[], shown: unknown): string {
  const who = candidates.map(({ number, entries }) => [number, lastStep(entries)]);
  return createHash('sha256')
    .update(JSON.stringify([who, shown]))
    .digest('hex');
}

/** What the feature that keeps language levels tells: it comes later in the tree, so it is handed in. */
export type FromLevels = {
  /** Of whom a level is to be recorded again before a step, by number. */
  missing: (db: Db, step: { vacancy: Vacancy; action: StageAction; ids: readonly string[] }) => Promise<string[]>;
  /** Who is below what the notice asks for, by the tests of the competition: the ids of their applications. */
  below: (db: Db, vacancy: Vacancy) => Promise<ReadonlySet<string>>;
};

export type Taken = { candidate: Candidate; action: StageStep['action']; entry: StageEntry };

/** Writes the steps and their events; a step that somebody else took meanwhile is a fault, since all were held. */
export async function recordSteps(transaction: Transaction<Schema>, actor: Actor, taken: readonly Taken[]) {
  const held = taken.map(heldStep);
  for (let from = 0; from < taken.length; from += 1000)
    await transaction
      .insertInto('applicationStages')
      .values(
        taken.slice(from, from + 1000).map(({ candidate, entry: { told, note, ...entry } }, at) => ({
          ...entry,
          applicationId: candidate.id,
          told: told && JSON.stringify(told),
          note: JSON.stringify(note),
          nonce: held[from + at]?.nonce,
        })),
      )
      .execute();
  await recordEvents(
    transaction,
    taken.map(({ candidate, action, entry }, at) => ({
      subject: 'application',
      subjectId: candidate.number,
      action,
      by: doerOf(actor),
      at: entry.enteredAt,
      details: {
        from: positionOf(candidate.entries),
        ...(entry.stage && { stage: entry.stage }),
        ...(entry.reason && { reason: entry.reason }),
        held: [held[at]?.sha256],
      },
    })),
  );
}

/** What a person was told by a step, and until when, as these words are held; the stage and the code of the reason stand in the event. */
const heldStep = ({ candidate, entry: { number: step, dueOn, told, note, belowLevel } }: Taken) =>
  heldWords('step', { application: candidate.number, step, dueOn: dueOn ?? '', told, note, belowLevel });
