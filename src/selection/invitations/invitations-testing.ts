import { insertClosedVacancy, insertSubmitted } from '../../applications/stages/selection-testing.ts';
import type { Context } from '../../people/context.ts';
import type { Language } from '../../platform/language.ts';
import type { Db } from '../../schema.ts';

type PlannedFor = { reference: string; code: string; status?: 'planned' | 'open'; number?: number };

/** A planned stage of a vacancy that has closed, and that vacancy with its first; open from the day of the tests on. */
export async function insertStage(
  db: Db,
  { reference, code, status = 'open', number = 1 }: PlannedFor,
): Promise<string> {
  if (number === 1) await insertClosedVacancy(db, reference);
  const opened =
    status === 'open' ? { scale: '[]', openedAt: new Date('2026-11-21T09:00:00Z') } : { scale: null, openedAt: null };
  const { id } = await db
    .insertInto('selectionStages')
    .values({
      ...opened,
      vacancyReference: reference,
      number,
      code,
      fromOn: '2027-02-01',
      toOn: '2027-02-05',
      place: JSON.stringify({ en: 'Gauge House, room 3', fr: 'Maison des jauges, salle 3' }),
      assessedBy: 'nobody',
      weight: 0,
      passMark: null,
      status,
      closedAt: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

type Wanted = { reference: string; stage: string; language?: Language; accountId?: string | undefined };

/** Somebody whose application was reviewed and who is invited to a stage. */
export async function insertInvited(
  context: Pick<Context, 'db' | 'organisation'>,
  { stage, ...wanted }: Wanted,
): Promise<{ number: string; accountId: string; applicationId: string }> {
  const submitted = await insertSubmitted(context, wanted);
  const { id: applicationId } = await context.db
    .selectFrom('applications')
    .select('id')
    .where('number', '=', submitted.number)
    .executeTakeFirstOrThrow();
  const step = { applicationId, actorId: submitted.accountId, dueOn: null, reason: null, told: null };
  await context.db
    .insertInto('applicationStages')
    .values([
      { ...step, number: 1, position: 'under-review', stage: null, enteredAt: new Date('2026-11-21T09:00:00Z') },
      { ...step, number: 2, position: 'invited', stage, enteredAt: new Date('2026-11-21T10:00:00Z') },
    ])
    .execute();
  return { ...submitted, applicationId };
}
