import { sql } from 'kysely';
import type { Db } from '../../schema.ts';
import { readContent } from '../offer/offer-content.ts';
import type { OfferTerms } from '../offer/offer-terms.ts';
import type { Accepted } from './contract.ts';
import type { ContractStep } from './contract-step.ts';

/** What each of them accepted, as it was sent. */
export async function acceptedIn(db: Db, appointmentIds: readonly string[]): Promise<Map<string, Accepted>> {
  const rows = await db
    .selectFrom('appointmentOffers')
    .select(['appointmentId', 'content'])
    .where(sql<boolean>`appointment_id = any(${[...appointmentIds]}::uuid[])`)
    .where('state', '=', 'accepted')
    .execute();
  return new Map(
    rows.flatMap(({ appointmentId, content }) => {
      if (content === null) return [];
      const { choice, terms } = readContent(content);
      return [[appointmentId, { choice, terms }] as const];
    }),
  );
}

/** The steps that were taken on each, oldest first. */
export async function contractSteps(db: Db, appointmentIds: readonly string[]): Promise<Map<string, ContractStep[]>> {
  const rows = await db
    .selectFrom('contractSteps')
    .selectAll()
    .where(sql<boolean>`appointment_id = any(${[...appointmentIds]}::uuid[])`)
    .orderBy('number')
    .execute();
  return Map.groupBy(
    rows.map((row) => ({
      ...row,
      action: row.action as ContractStep['action'],
      ground: row.ground as ContractStep['ground'],
      terms: row.terms === null ? null : (JSON.parse(row.terms) as OfferTerms),
    })),
    ({ appointmentId }) => appointmentId,
  );
}
