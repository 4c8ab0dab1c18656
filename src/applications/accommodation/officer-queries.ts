import { sql } from 'kysely';
import type { Actor } from '../../people/actor.ts';
import { holdersOf, type Recipient } from '../../people/holder-queries.ts';
import { permits } from '../../people/permissions.ts';
import type { Language, Translated } from '../../platform/language.ts';
import type { SealingKeys } from '../../platform/sealing.ts';
import type { Db } from '../../schema.ts';
import type { AccommodationRequest, AccommodationStatus, Decided as Decision } from './accommodation.ts';
import { aboutAnswer, requestOf, requests, sealJson, told, type Done } from './accommodation-queries.ts';

/** A line of the officers' list: that there is a request, and nothing of it. */
export type WaitingRequest = {
  id: string;
  number: string;
  title: Translated;
  status: AccommodationStatus;
  requestedAt: Date;
};

/** Who assesses, or decides, in the competition of an application learns of no request there, whatever else they may do. */
const assesses = (accountId: string) => sql<boolean>`exists (
  select from competition_members m
  where m.vacancy_reference = applications.vacancy_reference and m.account_id = ${accountId} and m.removed_at is null
    and m.role in ('screener', 'panel-chair', 'acting-chair', 'panel-member', 'appointing-authority'))`;

/** How many requests are kept from an officer, since they assess in that competition. */
export async function requestsKeptFrom(db: Db, actor: Actor): Promise<number> {
  const { count } = await db
    .selectFrom('accommodationRequests')
    .innerJoin('applications', 'applications.id', 'accommodationRequests.applicationId')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('applications.status', '!=', 'discarded')
    .where(assesses(actor.accountId))
    .executeTakeFirstOrThrow();
  return count;
}

/** Those to decide on first, the longest waiting first; nothing for anybody but the officers, and never an officer’s own. */
export async function requestsFor(db: Db, actor: Actor): Promise<WaitingRequest[] | undefined> {
  if (!permits(actor.roles, 'accommodation:handle')) return undefined;
  const rows = await db
    .selectFrom('accommodationRequests')
    .innerJoin('applications', 'applications.id', 'accommodationRequests.applicationId')
    .innerJoin('vacancies', 'vacancies.reference', 'applications.vacancyReference')
    .select(['accommodationRequests.id', 'number', 'accommodationRequests.status', 'requestedAt'])
    .select(sql<Translated>`notice -> 'title'`.as('title'))
    .where('applications.status', '!=', 'discarded')
    .where('applicantId', '!=', actor.accountId)
    .where(sql<boolean>`not ${assesses(actor.accountId)}`)
    .orderBy(sql`accommodation_requests.status = 'requested'`, 'desc')
    .orderBy('requestedAt')
    .execute();
  return rows.map((row) => ({ ...row, status: row.status as AccommodationStatus }));
}

/** Whose request it is, to an officer; nobody decides on their own. */
export type OfficersRequest = {
  request: AccommodationRequest;
  number: string;
  name: string;
  email: string;
  language: Language;
};

export async function findForOfficer(
  db: Db,
  keys: SealingKeys,
  { actor, id }: { actor: Actor; id: string },
): Promise<OfficersRequest | undefined> {
  if (!permits(actor.roles, 'accommodation:handle')) return undefined;
  const row = await requests(db)
    .innerJoin('accounts', 'accounts.id', 'applications.applicantId')
    .select(['number', 'accounts.name', 'accounts.email', 'accounts.language'])
    .where(sql<boolean>`accommodation_requests.id::text = ${id}`)
    .where('applications.status', '!=', 'discarded')
    .where('applicantId', '!=', actor.accountId)
    .where(sql<boolean>`not ${assesses(actor.accountId)}`)
    .executeTakeFirst();
  if (!row) return undefined;
  const { number, name, email, language, ...kept } = row;
  return { request: await requestOf(db, keys, kept), number, name, email, language: language as Language };
}

/**
 * The officers to be told of a request of this application: those who do not assess there. Where all do, every one is told,
 * so that it does not wait unseen; none of them can open it, and their list says what to do.
 */
export async function officersFor(db: Db, applicationId: string): Promise<Recipient[]> {
  const all = await holdersOf(db, 'accommodation:handle');
  const { rows } = await sql<{ email: string }>`
    select p.email from competition_members m join accounts p on p.id = m.account_id
    join applications a on a.vacancy_reference = m.vacancy_reference
    where a.id = ${applicationId} and m.removed_at is null
      and m.role in ('screener', 'panel-chair', 'acting-chair', 'panel-member', 'appointing-authority')`.execute(db);
  const assessing = new Set(rows.map(({ email }) => email));
  const free = all.filter(({ address }) => !assessing.has(address));
  return free.length > 0 ? free : all;
}

type Decided = Decision & { id: string; version: number };

/** Writes a decision, if the request is still the one that was looked at; false where it was changed meanwhile. */
export async function recordDecision(db: Db, keys: SealingKeys, { id, version, ...decided }: Decided & Done) {
  const { status, reason, arrangement, by, at } = decided;
  const { numUpdatedRows } = await db
    .updateTable('accommodationRequests')
    .set({
      status,
      arrangement,
      answer: sealJson({ reason }, keys, aboutAnswer(id)),
      decidedAt: at,
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await told(db, id, { by, at, action: 'decide' });
  return true;
}
