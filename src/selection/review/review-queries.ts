import { sql, type Selectable, type SelectQueryBuilder, type Transaction } from 'kysely';
import { z } from 'zod';
import type { ApplicationStatus } from '../../applications/application.ts';
import { entriesOf, type Candidate } from '../../applications/stages/stage-queries.ts';
import { rolesIn } from '../../competition/member-queries.ts';
import type { Actor, Doer } from '../../people/actor.ts';
import { doerOf } from '../../people/actor.ts';
import { recordEvent } from '../../people/event-queries.ts';
import { heldWords } from '../../people/held-words.ts';
import type { CaseRole } from '../../people/permissions.ts';
import type { Language } from '../../platform/language.ts';
import type { Db, ReviewRequestsTable, Schema } from '../../schema.ts';
import { whoTookPart, type Report } from '../decision/report-queries.ts';
import type { RedoReach } from '../redo/redo.ts';
import { changeUnchanged } from '../unchanged-row-queries.ts';
import type { Asked, Decided, ReviewKind, ReviewStatus } from './review.ts';

/** A request for reasons or for a review, as far as it is. */
export type Review = {
  id: string;
  applicationId: string;
  /** Of the application. */
  number: string;
  reference: string;
  /** The step that is asked about. */
  decisionNumber: number;
  reportId: string | null;
  sha256: string | null;
  kind: ReviewKind;
  words: string;
  lateReason: string;
  isLate: boolean;
  askedAt: Date;
  answerBy: string | null;
  status: ReviewStatus;
  reviewerId: string | null;
  reviewerName: string | null;
  reason: string;
  redoFrom: string | null;
  redoReach: RedoReach | null;
  decidedAt: Date | null;
  version: number;
};

type Row = Selectable<ReviewRequestsTable> & { number: string; vacancyReference: string };

const reviewOf = ({
  vacancyReference,
  reportSha256,
  outcomeReason,
  nonce: _nonce,
  outcomeNonce: _outcomeNonce,
  ...row
}: Row): Review => ({
  ...row,
  reference: vacancyReference,
  sha256: reportSha256?.toString('hex') ?? null,
  kind: row.kind as ReviewKind,
  status: row.status as ReviewStatus,
  redoReach: row.redoReach as RedoReach | null,
  reason: outcomeReason,
});

const reviews = (db: Db) =>
  db
    .selectFrom('reviewRequests')
    .innerJoin('applications', 'applications.id', 'reviewRequests.applicationId')
    .selectAll('reviewRequests')
    .select(['applications.number', 'applications.vacancyReference']);

const inOrder = async (query: SelectQueryBuilder<Schema, 'reviewRequests' | 'applications', Row>): Promise<Review[]> =>
  (await query.orderBy('askedAt').orderBy('applications.number').orderBy('reviewRequests.id').execute()).map(reviewOf);

/** What was asked about one application, oldest first. */
export const reviewsOfApplication = (db: Db, applicationId: string): Promise<Review[]> =>
  inOrder(reviews(db).where('applicationId', '=', applicationId));

/** What was asked in one competition, oldest first. */
export const reviewsOf = (db: Db, reference: string): Promise<Review[]> =>
  inOrder(reviews(db).where('applications.vacancyReference', '=', reference));

/** The cases that somebody is named for. */
export const reviewsFor = (db: Db, accountId: string): Promise<Review[]> =>
  inOrder(reviews(db).where('reviewerId', '=', accountId));

export type CaseAddress = { reference: string; id: string };

export async function findReview(db: Db, { reference, id }: CaseAddress): Promise<Review | undefined> {
  if (!z.uuid().safeParse(id).success) return undefined;
  const row = await reviews(db)
    .where('reviewRequests.id', '=', id)
    .where('applications.vacancyReference', '=', reference)
    .executeTakeFirst();
  return row && reviewOf(row);
}

/** What somebody is entrusted with in one case; undefined for who applies in its competition. */
export async function rolesInCase(db: Db, address: CaseAddress, accountId: string): Promise<CaseRole[] | undefined> {
  if ((await rolesIn(db, address.reference, accountId)) === undefined) return undefined;
  return (await findReview(db, address))?.reviewerId === accountId ? ['reviewer'] : [];
}

/**
 * The accounts of all who had a part in what was decided of an application, whatever became of their task: who works or worked
 * on the competition, who took a step, scored, signed, decided or told it, who was found to have a conflict, the candidate.
 */
export async function involvedIn(db: Db, { reference, applicationId }: Pick<Review, 'reference' | 'applicationId'>) {
  const { rows } = await sql<{ id: string }>`
    select account_id as id from competition_members where vacancy_reference = ${reference}
    union select actor_id from application_stages where application_id = ${applicationId}::uuid
    union select s.account_id from report_signatures s join selection_reports r on r.id = s.report_id
      where r.vacancy_reference = ${reference}
    union select decided_by from selection_reports where vacancy_reference = ${reference} and decided_by is not null
    union select released_by from selection_reports where vacancy_reference = ${reference} and released_by is not null
    union select account_id from conflicts_of_interest where application_id = ${applicationId}::uuid and cleared_at is null
    union select settled_by from screened_applications where application_id = ${applicationId}::uuid and settled_by is not null
    union select account_id from voided_results where application_id = ${applicationId}::uuid and account_id is not null
    union select opened_by from integrity_cases where application_id = ${applicationId}::uuid
    union select decided_by from integrity_cases where application_id = ${applicationId}::uuid and decided_by is not null
    union select applicant_id from applications where id = ${applicationId}::uuid`.execute(db);
  return [...new Set([...rows.map(({ id }) => id), ...(await whoTookPart(db, reference))])];
}

/** The candidate of a case, held until the transaction ends: whoever has withdrawn meanwhile, too. */
export async function lockCandidate(transaction: Transaction<Schema>, applicationId: string): Promise<Candidate> {
  await transaction.selectFrom('applications').select('id').where('id', '=', applicationId).forUpdate().execute();
  return candidateOf(transaction, applicationId);
}

export async function candidateOf(db: Db, applicationId: string): Promise<Candidate> {
  const row = await db
    .selectFrom('applications')
    .innerJoin('accounts', 'accounts.id', 'applications.applicantId')
    .select(['applications.id', 'number', 'status', 'applicantId', 'accounts.name', 'accounts.email'])
    .select('accounts.language')
    .where('applications.id', '=', applicationId)
    .executeTakeFirstOrThrow();
  return {
    ...row,
    status: row.status as ApplicationStatus,
    language: row.language as Language,
    entries: await entriesOf(db, applicationId),
  };
}

type About = { number: string; by: Doer; at: Date };
const about = ({ number, by, at }: About) => ({ subject: 'application', subjectId: number, by, at }) as const;

/** Writes a request with what it stands on: the step, and the report that was signed. */
export async function recordRequest(
  db: Db,
  asked: Asked,
  on: About & { applicationId: string; decisionNumber: number; report: Report | undefined },
): Promise<void> {
  const { kind, isLate, words, lateReason, answerBy } = asked;
  const { applicationId, decisionNumber, report, at, number } = on;
  const held = heldWords('review-request', {
    application: number,
    kind,
    words,
    isLate,
    lateReason,
    answerBy: answerBy ?? '',
  });
  const reportSha256 = report?.sha256 ? Buffer.from(report.sha256, 'hex') : null;
  await db
    .insertInto('reviewRequests')
    .values({
      ...asked,
      applicationId,
      decisionNumber,
      askedAt: at,
      reportId: report?.id ?? null,
      reportSha256,
      nonce: held.nonce,
    })
    .execute();
  const details = { kind, step: decisionNumber, ...(isLate && { late: true }), held: [held.sha256] };
  await recordEvent(db, { ...about(on), action: 'review-requested', details });
}

const changed = (db: Db, seen: Review, values: object): Promise<boolean> =>
  changeUnchanged(db, { table: 'reviewRequests', seen }, values);

export async function recordTakingBack(db: Db, review: Review, by: { by: Doer; at: Date }): Promise<boolean> {
  if (!(await changed(db, review, { status: 'taken-back' }))) return false;
  const details = { kind: review.kind };
  await recordEvent(db, { ...about({ ...by, number: review.number }), action: 'review-taken-back', details });
  return true;
}

type Named = { status: ReviewStatus; accountId: string; name: string };

export async function recordReviewer(db: Db, review: Review, { named, actor, at }: { named: Named } & By) {
  const { status, accountId, name } = named;
  const values = { status, reviewerId: accountId, reviewerName: name, assignedAt: at, assignedBy: actor.accountId };
  if (!(await changed(db, review, values))) return false;
  const details = { kind: review.kind, account: accountId };
  const by = doerOf(actor);
  await recordEvent(db, { ...about({ number: review.number, by, at }), action: 'reviewer-named', details });
  return true;
}
type By = { actor: Actor; at: Date };

/** Writes what was decided on a case, with the scores that it makes void. Its reason stands in the letter, never in the event. */
export async function recordOutcome(
  db: Db,
  review: Review,
  { decided, voided, actor, at }: By & { decided: Decided; voided: readonly { id: string; code: string }[] },
): Promise<boolean> {
  const { status, reason, redo } = decided;
  const { from: redoFrom = null, reach: redoReach = null } = redo ?? {};
  const of = { application: review.number, kind: review.kind, outcome: status };
  const words = { ...of, reason, redoFrom: redoFrom ?? '', redoReach: redoReach ?? '' };
  const { nonce: outcomeNonce, sha256 } = heldWords('review-outcome', words);
  const outcome = { status, outcomeReason: reason, redoFrom, redoReach, decidedAt: at, outcomeNonce };
  if (!(await changed(db, review, outcome))) return false;
  if (voided.length > 0)
    await db
      .insertInto('voidedScores')
      .values(voided.map(({ id }) => ({ reviewId: review.id, stageId: id })))
      .execute();
  const details = {
    kind: review.kind,
    outcome: status,
    ...(redo && { ...redo, voided: voided.map(({ code }) => code) }),
    held: [sha256],
  };
  await recordEvent(db, {
    ...about({ number: review.number, by: doerOf(actor), at }),
    action: 'review-decided',
    details,
  });
  return true;
}
