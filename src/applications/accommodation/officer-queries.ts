import { sql } from 'kysely';
import type { Actor } from '../../people/actor.ts';
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

/** Those to decide on first, the longest waiting first; nothing for anybody but the officers, and never an officer's own. */
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
    .executeTakeFirst();
  if (!row) return undefined;
  const { number, name, email, language, ...kept } = row;
  return { request: await requestOf(db, keys, kept), number, name, email, language: language as Language };
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
