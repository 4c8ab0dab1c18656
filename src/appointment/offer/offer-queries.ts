import { sql, type Selectable } from 'kysely';
import type { StepUpMeans } from '../../people/step-up/step-up.ts';
import type { Language } from '../../platform/language.ts';
import type { AppointmentOffersTable, Db, OfferStepsTable } from '../../schema.ts';
import { readChoice, type KeptChoice } from './offer-choice.ts';
import type { Agreement } from './offer-content.ts';
import type { RecordedAction } from './offer-events.ts';
import type { Offer, OfferState } from './offer.ts';

export type OfferStep = {
  number: number;
  action: RecordedAction;
  /** Of the approval path. */
  approvalStep: string | null;
  reason: string;
  takenAt: Date;
  takenBy: string | null;
  /** Null where Concours did it by itself. */
  takenByName: string | null;
};

/** An offer as it is kept. */
export type KeptOffer = Offer & {
  id: string;
  appointmentId: string;
  number: number;
  choice: KeptChoice;
  /** As they were submitted. */
  figures: string | null;
  agreement: Agreement | null;
  sentAt: Date | null;
  seenAt: Date | null;
  answeredAt: Date | null;
  content: string | null;
  sha256: string | null;
  means: StepUpMeans | null;
  /** Oldest first. */
  steps: readonly OfferStep[];
  version: number;
};

/** The offers of appointments, the last first. */
export async function offersOf(db: Db, appointmentIds: readonly string[]): Promise<Map<string, KeptOffer[]>> {
  if (appointmentIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('appointmentOffers')
    .selectAll()
    .where(sql<boolean>`appointment_id = any(${[...appointmentIds]}::uuid[])`)
    .orderBy('number', 'desc')
    .execute();
  const steps = await stepsOf(
    db,
    rows.map(({ id }) => id),
  );
  return Map.groupBy(
    rows.map((row) => keptOffer(row, steps.get(row.id) ?? [])),
    ({ appointmentId }) => appointmentId,
  );
}

async function stepsOf(db: Db, offerIds: readonly string[]) {
  if (offerIds.length === 0) return new Map<string, Selectable<OfferStepsTable>[]>();
  const rows = await db
    .selectFrom('offerSteps')
    .selectAll()
    .where(sql<boolean>`offer_id = any(${[...offerIds]}::uuid[])`)
    .orderBy('number')
    .execute();
  return Map.groupBy(rows, ({ offerId }) => offerId);
}

function keptOffer(row: Selectable<AppointmentOffersTable>, rows: readonly Selectable<OfferStepsTable>[]): KeptOffer {
  const agreed = rows.findLast(({ action }) => action === 'agreement');
  const since = rows.slice(rows.findLastIndex(({ action }) => BEGINS_ANEW.includes(action)) + 1);
  const approvals = since.filter(({ action }) => action === 'approve');
  return {
    id: row.id,
    appointmentId: row.appointmentId,
    number: row.number,
    choice: readChoice(row.choice),
    state: row.state as OfferState,
    approved: approvals.flatMap(({ approvalStep }) => approvalStep ?? []),
    approvedBy: approvals.flatMap(({ takenBy }) => takenBy ?? []),
    preparedBy: rows.flatMap(({ action, takenBy }) => (PREPARES.includes(action) ? (takenBy ?? []) : [])),
    answerBy: row.answerBy,
    figures: row.figures,
    agreement: agreed ? { authority: agreed.authority, on: agreed.onDay ?? '' } : null,
    sentAt: row.sentAt,
    seenAt: row.seenAt,
    answeredAt: row.answeredAt,
    content: row.content,
    sha256: row.contentSha256?.toString('hex') ?? null,
    means: row.means as StepUpMeans | null,
    steps: rows.map((step) => ({ ...step, action: step.action as RecordedAction })),
    version: row.version,
  };
}

/** After these nothing is approved any more. */
const BEGINS_ANEW: readonly string[] = ['submit', 'return', 'withdraw'];
const PREPARES: readonly string[] = ['prepare', 'change'];

/** The offer as it was sent, in one language. */
export async function findDocument(
  db: Db,
  of: { offerId: string; language: Language },
): Promise<{ content: Buffer; sha256: Buffer } | undefined> {
  return db
    .selectFrom('offerDocuments')
    .select(['content', 'sha256'])
    .where('offerId', '=', of.offerId)
    .where('language', '=', of.language)
    .executeTakeFirst();
}

/** The SHA-256 of each document of an offer as it was sent, by its language. */
export async function documentHashes(db: Db, offerId: string): Promise<Record<string, string>> {
  const rows = await db
    .selectFrom('offerDocuments')
    .select(['language', 'sha256'])
    .where('offerId', '=', offerId)
    .orderBy('language')
    .execute();
  return Object.fromEntries(rows.map(({ language, sha256 }) => [language, sha256.toString('hex')]));
}

/** Those that wait for an answer, with the zone of the post (IANA); for what Concours does by itself. */
export async function offersSent(db: Db) {
  return db
    .selectFrom('appointmentOffers')
    .innerJoin('appointments', 'appointments.id', 'appointmentId')
    .innerJoin('applications', 'applications.id', 'applicationId')
    .innerJoin('accounts', 'accounts.id', 'applicantId')
    .innerJoin('vacancies', 'vacancies.reference', 'appointments.vacancyReference')
    .select(['appointmentOffers.id', 'answerBy', 'sentAt', 'deadlineZone as zone'])
    .select(['applications.number', 'vacancies.reference', 'accounts.name', 'email', 'language'])
    .where('appointmentOffers.state', '=', 'sent')
    .where('appointments.endedAt', 'is', null)
    .orderBy('answerBy')
    .orderBy('applications.number')
    .execute();
}
