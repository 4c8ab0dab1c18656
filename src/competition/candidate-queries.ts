import { sql } from 'kysely';
import { POSITIONS, type Position } from '../applications/stages/stage-state.ts';
import { entriesSchema, valueIn, type Entry } from '../people/profile/profile.ts';
import type { Db } from '../schema.ts';
import type { Employment, Judge, Looked } from './conflict.ts';
import type { Member } from './member.ts';
import type { Listed } from './panel.ts';

/** Somebody on the list of a panel, by name: panels see whom they meet. */
export type Candidate = Listed & { givenNames: string; familyName: string; position: Position };

const POSITION = sql<string>`coalesce((
  select position from application_stages s where s.application_id = applications.id order by s.number desc limit 1
), 'received')`;

/** Where an application stands that a panel has to do with. */
const BEFORE_A_PANEL: readonly Position[] = ['invited', 'reserve-listed', 'selected'];

/** Those whom a panel has before it: invited to a stage, or decided on. By number. */
export async function candidatesOf(db: Db, reference: string): Promise<Candidate[]> {
  const ever = await db
    .selectFrom('applicationStages')
    .innerJoin('applications', 'applications.id', 'applicationStages.applicationId')
    .select('applicationId')
    .distinct()
    .where('vacancyReference', '=', reference)
    .where('position', 'in', [...BEFORE_A_PANEL])
    .execute();
  const now = await received(
    db,
    reference,
    ever.map(({ applicationId }) => applicationId),
  );
  return now.filter(({ position }) => BEFORE_A_PANEL.includes(position));
}

/** Everybody whose application was received and not withdrawn; or those of them whose ids are given. */
export async function received(db: Db, reference: string, ids?: readonly string[]): Promise<Candidate[]> {
  const rows = await db
    .selectFrom('applications')
    .select(['id as applicationId', 'number', POSITION.as('position')])
    .select([
      sql<string>`answers #>> '{identity,givenNames}'`.as('givenNames'),
      sql<string>`answers #>> '{identity,familyName}'`.as('familyName'),
    ])
    .where('vacancyReference', '=', reference)
    .where('status', '=', 'submitted')
    .$if(ids !== undefined, (query) => query.where(sql<boolean>`id = any(${[...(ids ?? [])]}::uuid[])`))
    .orderBy('number')
    .execute();
  return rows.map((row) => ({ ...row, position: POSITIONS.find((known) => known === row.position) ?? 'received' }));
}

/** What is compared to find conflicts: of those received, their family name and where they worked. */
export async function lookedAt(db: Db, reference: string): Promise<Looked[]> {
  const rows = await db
    .selectFrom('applications')
    .select('id as applicationId')
    .select([
      sql<string>`answers #>> '{identity,familyName}'`.as('familyName'),
      sql`answers #> '{experience,entries}'`.as('entries'),
    ])
    .where('vacancyReference', '=', reference)
    .where('status', '=', 'submitted')
    .execute();
  return rows.map(({ entries, ...row }) => ({ ...row, employments: employmentsIn(entries) }));
}

/** Of those who judge: their name, and the employments of their own profile, where they keep one. */
export async function judgesOf(db: Db, members: readonly Member[]): Promise<Judge[]> {
  const profiles = await db
    .selectFrom('profiles')
    .select(['accountId', sql`content #> '{parts,experience}'`.as('entries')])
    .where(
      'accountId',
      'in',
      members.map(({ accountId }) => accountId),
    )
    .$if(members.length === 0, (query) => query.where(sql<boolean>`false`))
    .execute();
  const worked = new Map(profiles.map(({ accountId, entries }) => [accountId, employmentsIn(entries)]));
  return members.map(({ accountId, name }) => ({ accountId, name, employments: worked.get(accountId) ?? [] }));
}

function employmentsIn(kept: unknown): Employment[] {
  const entries = entriesSchema.safeParse(kept);
  return entries.success ? entries.data.flatMap(employmentOf) : [];
}

function employmentOf(entry: Entry): Employment[] {
  const from = valueIn(entry, 'from');
  const isCurrent = valueIn(entry, 'current') !== '';
  const to = valueIn(entry, 'to');
  if (!/^\d{4}(-\d{2})?$/.test(from)) return [];
  return [{ employer: valueIn(entry, 'employer'), from, to: isCurrent || !/^\d{4}(-\d{2})?$/.test(to) ? null : to }];
}
