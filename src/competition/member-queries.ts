import { sql } from 'kysely';
import { doerOf, type Actor } from '../people/actor.ts';
import { recordEvent } from '../people/event-queries.ts';
import type { Language } from '../platform/language.ts';
import { COMPETITION_ROLES, rolesWith, type CompetitionRole } from '../people/permissions.ts';
import type { Db } from '../schema.ts';
import type { Gender, Member, Naming, Staff } from './member.ts';

/** Who has a task in a competition now, in the order of the tasks, then of their names. */
export async function membersOf(db: Db, reference: string): Promise<Member[]> {
  const rows = await db
    .selectFrom('competitionMembers')
    .select(['id', 'accountId', 'name', 'role', 'grade', 'unit', 'gender', 'nationality', 'addedAt'])
    .select(['gradeReason', 'namingReason'])
    .where('vacancyReference', '=', reference)
    .where('removedAt', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute();
  const members = rows.map((row) => ({
    ...row,
    role: row.role as CompetitionRole,
    gender: row.gender as Gender | null,
  }));
  return members.toSorted((a, b) => COMPETITION_ROLES.indexOf(a.role) - COMPETITION_ROLES.indexOf(b.role));
}

/**
 * What somebody is entrusted with in a competition; undefined for who applies there, or has begun to: whatever else they
 * may do, nothing of their own competition is theirs to see.
 */
export async function rolesIn(db: Db, reference: string, accountId: string): Promise<CompetitionRole[] | undefined> {
  if (await appliesFor(db, reference, accountId)) return undefined;
  const rows = await db
    .selectFrom('competitionMembers')
    .select('role')
    .where('vacancyReference', '=', reference)
    .where('accountId', '=', accountId)
    .where('removedAt', 'is', null)
    .execute();
  return rows.map(({ role }) => role as CompetitionRole);
}

/** Whether somebody applies for a vacancy, or has begun to. */
export async function appliesFor(db: Db, reference: string, accountId: string): Promise<boolean> {
  const own = await db
    .selectFrom('applications')
    .select('id')
    .where('applicantId', '=', accountId)
    .where('vacancyReference', '=', reference)
    .where('status', 'in', ['draft', 'submitted'])
    .executeTakeFirst();
  return own !== undefined;
}

/** Whoever of the organisation has this address, as `readAddress` gives it. */
export async function findStaff(db: Db, reference: string, email: string): Promise<Naming['staff']> {
  const account = await db
    .selectFrom('accounts')
    .select(['id as accountId', 'name', 'email', 'language'])
    .where('email', '=', email)
    .where('verifiedAt', 'is not', null)
    .where('id', 'in', (query) => query.selectFrom('accountRoles').select('accountId'))
    .executeTakeFirst();
  if (!account) return undefined;
  const { accountId } = account;
  const applies = await appliesFor(db, reference, accountId);
  const accommodation = await accommodationOf(db, reference, accountId);
  return { ...account, language: account.language as Language, applies, accommodation };
}

/** What somebody has to do with requests for arrangements of this competition. */
async function accommodationOf(db: Db, reference: string, accountId: string): Promise<Staff['accommodation']> {
  const officer = await db
    .selectFrom('accountRoles')
    .select('role')
    .where('accountId', '=', accountId)
    .where('role', 'in', [...rolesWith('accommodation:handle')])
    .executeTakeFirst();
  if (officer) return 'officer';
  const { rows } = await sql`
    select from accommodation_requests r join applications a on a.id = r.application_id
    join events e on e.subject = 'accommodation' and e.subject_id = r.id::text
    where a.vacancy_reference = ${reference} and e.actor_id = ${accountId} limit 1`.execute(db);
  return rows.length > 0 ? 'seen' : undefined;
}

/** A competition of somebody's, with what they are entrusted with there. */
export type OwnTask = { reference: string; role: CompetitionRole };

/** The competitions in which somebody has a task, the last named first. */
export async function tasksOf(db: Db, accountId: string): Promise<OwnTask[]> {
  const rows = await db
    .selectFrom('competitionMembers')
    .select(['vacancyReference as reference', 'role'])
    .where('accountId', '=', accountId)
    .where('removedAt', 'is', null)
    .orderBy('addedAt', 'desc')
    .orderBy('vacancyReference')
    .orderBy('role')
    .execute();
  return rows.map((row) => ({ ...row, role: row.role as CompetitionRole }));
}

type By = { actor: Actor; at: Date };
export type NewMember = Pick<
  Member,
  'accountId' | 'name' | 'role' | 'grade' | 'unit' | 'gender' | 'nationality' | 'gradeReason' | 'namingReason'
>;

/** Held until the transaction ends, so that two people name members one after the other. */
export const lockMembers = (db: Db, reference: string) =>
  db.selectFrom('vacancies').select('reference').where('reference', '=', reference).forNoKeyUpdate().executeTakeFirst();

export async function recordMember(db: Db, reference: string, { member, actor, at }: By & { member: NewMember }) {
  await db
    .insertInto('competitionMembers')
    .values({ ...member, vacancyReference: reference, addedAt: at, addedBy: actor.accountId })
    .execute();
  const belowGrade = member.gradeReason !== '';
  const details = { role: member.role, account: member.accountId, ...(belowGrade && { belowGrade }) };
  await recordEvent(db, { ...about(reference, actor), action: 'member-named', at, details });
}

/** Ends a task; what was done in it stays. Answers whether it was there to end. */
export async function recordRemoval(
  db: Db,
  reference: string,
  { id, reason, actor, at }: By & Ending,
): Promise<boolean> {
  const ended = await db
    .updateTable('competitionMembers')
    .set({ removedAt: at, removedBy: actor.accountId, removalReason: reason })
    .where('id', '=', id)
    .where('vacancyReference', '=', reference)
    .where('removedAt', 'is', null)
    .returning(['role', 'accountId'])
    .executeTakeFirst();
  if (!ended) return false;
  const details = { role: ended.role, account: ended.accountId };
  await recordEvent(db, { ...about(reference, actor), action: 'member-removed', at, details });
  if (ended.role === 'panel-member') await endActing(db, reference, { ...ended, reason, actor, at });
  return true;
}

/** Who leaves the panel acts for its chair no more. */
async function endActing(
  db: Db,
  reference: string,
  { accountId, ...by }: By & Omit<Ending, 'id'> & { accountId: string },
) {
  const acting = await db
    .selectFrom('competitionMembers')
    .select('id')
    .where('vacancyReference', '=', reference)
    .where('accountId', '=', accountId)
    .where('role', '=', 'acting-chair')
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  if (acting) await recordRemoval(db, reference, { ...acting, ...by });
}
type Ending = { id: string; reason: string };

const about = (reference: string, actor: Actor) =>
  ({ subject: 'vacancy', subjectId: reference, by: doerOf(actor) }) as const;
