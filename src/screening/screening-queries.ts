import { sql } from 'kysely';
import type { Requirement } from '../applications/answers.ts';
import type { Organisation } from '../regulations/organisation/organisation.ts';
import type { Db } from '../schema.ts';
import { isAnonymous, NOT_ANONYMOUS, type Manner } from './arranging/beginning.ts';
import type { Finding, HardRule } from './sheet/sheet.ts';
import type { SettledFindings } from './settlement/settlement.ts';

/** How a vacancy's applications are screened, since somebody began it. */
export type Screening = Manner & { reference: string; requirements: Requirement[]; begunAt: Date };

export async function findScreening(db: Db, reference: string): Promise<Screening | undefined> {
  const row = await db
    .selectFrom('screenings')
    .select(['vacancyReference', 'screeners', 'anonymousUntil', 'requirements', 'begunAt'])
    .where('vacancyReference', '=', reference)
    .executeTakeFirst();
  if (!row) return undefined;
  const { vacancyReference, screeners, requirements, ...rest } = row;
  return {
    ...rest,
    reference: vacancyReference,
    screeners: screeners === 2 ? 2 : 1,
    requirements: requirements as Requirement[],
  };
}

/** A result as it was settled: what the stages after a screening build on. It moves nobody by itself. */
export type ScreeningResult = {
  applicationId: string;
  number: string;
  outcome: Finding;
  findings: SettledFindings;
  rules: HardRule[];
  settledAt: Date;
  settledBy: string;
};

/** The settled results of a vacancy, by number; those of applications that were withdrawn since are left out. */
export async function screeningResults(db: Db, reference: string): Promise<ScreeningResult[]> {
  const rows = await db
    .selectFrom('screenedApplications')
    .innerJoin('applications', 'applications.id', 'applicationId')
    .select(['applicationId', 'number', 'outcome', 'findings', 'rules', 'settledAt', 'settledBy'])
    .where('screenedApplications.vacancyReference', '=', reference)
    .where('settledAt', 'is not', null)
    .where('status', '=', 'submitted')
    .orderBy('number')
    .execute();
  return rows as ScreeningResult[];
}

/**
 * Holds what is not settled until the transaction ends, in its order, so that meanwhile nobody writes on a sheet, opens one
 * again or settles the same.
 */
export const lockUnsettled = (transaction: Db, reference: string) =>
  transaction
    .selectFrom('screenedApplications')
    .select('applicationId')
    .where('vacancyReference', '=', reference)
    .where('settledAt', 'is', null)
    .orderBy('applicationId')
    .forUpdate()
    .execute();

/** Whether the screeners of a vacancy still do not see whose the applications are. */
export async function isStillAnonymous(
  db: Db,
  screening: Pick<Screening, 'reference' | 'anonymousUntil'>,
  selection: Organisation['selection'],
): Promise<boolean> {
  if (screening.anonymousUntil === null) return false;
  const { rows } = await sql<{ unsettled: number; stages: string[] }>`
    select (select count(*)::int from screened_applications s join applications a on a.id = s.application_id
             where s.vacancy_reference = ${screening.reference} and s.settled_at is null and a.status = 'submitted')
             as unsettled,
           (select coalesce(array_agg(distinct t.stage), '{}') from application_stages t
              join applications a on a.id = t.application_id
             where a.vacancy_reference = ${screening.reference} and t.stage is not null) as stages`.execute(db);
  const [reached = { unsettled: 1, stages: [] }] = rows;
  return isAnonymous(screening, reached, selection);
}

/**
 * Whether somebody may not see whose the applications of a vacancy are, whatever else they may do: they screen there, or
 * have a sheet from when they did, and it is not over.
 */
export async function isBlind(
  db: Db,
  { reference, accountId }: { reference: string; accountId: string },
  selection: Organisation['selection'],
): Promise<boolean> {
  const screens = await db
    .selectFrom('competitionMembers')
    .select('id')
    .where('vacancyReference', '=', reference)
    .where('accountId', '=', accountId)
    .where('role', '=', 'screener')
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  const screened = screens ?? (await hasSheet(db, { reference, accountId }));
  if (!screened) return false;
  const screening = await findScreening(db, reference);
  // Before it has begun, what the organisation says of it counts: nobody looks first and screens afterwards.
  if (!screening) return selection.screening.anonymous.until !== NOT_ANONYMOUS;
  return isStillAnonymous(db, screening, selection);
}

const hasSheet = (db: Db, { reference, accountId }: { reference: string; accountId: string }) =>
  db
    .selectFrom('screeningSheets')
    .innerJoin('screenedApplications', 'screenedApplications.applicationId', 'screeningSheets.applicationId')
    .select('screenerId')
    .where('vacancyReference', '=', reference)
    .where('screenerId', '=', accountId)
    .executeTakeFirst();

/** The competitions in which somebody may not see whose the applications are. */
export async function blindIn(db: Db, accountId: string, selection: Organisation['selection']): Promise<string[]> {
  const { rows } = await sql<{ reference: string }>`
    select vacancy_reference as reference from competition_members
      where account_id = ${accountId} and role = 'screener' and removed_at is null
    union select s.vacancy_reference from screening_sheets t
      join screened_applications s on s.application_id = t.application_id where t.screener_id = ${accountId}`.execute(
    db,
  );
  const blind: string[] = [];
  for (const { reference } of rows) if (await isBlind(db, { reference, accountId }, selection)) blind.push(reference);
  return blind;
}

/** The vacancy that an application is for. */
export async function vacancyOfNumber(db: Db, number: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('applications')
    .select('vacancyReference')
    .where('number', '=', number)
    .executeTakeFirst();
  return row?.vacancyReference;
}
