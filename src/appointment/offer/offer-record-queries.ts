import { createHash } from 'node:crypto';
import { doerOf, type Actor } from '../../people/actor.ts';
import { recordEvent } from '../../people/event-queries.ts';
import { heldWords } from '../../people/held-words.ts';
import type { Proof } from '../../people/step-up/step-up.ts';
import { LANGUAGES, type Language } from '../../platform/language.ts';
import type { Db } from '../../schema.ts';
import type { KeptChoice } from './offer-choice.ts';
import type { Agreement } from './offer-content.ts';
import { OFFER_EVENTS, type RecordedAction } from './offer-events.ts';
import { documentHashes, type KeptOffer } from './offer-queries.ts';
import type { Offer } from './offer.ts';

/** Who does it; undefined where Concours does by itself. Call all of these while the case is held. */
export type OfferBy = { actor: Actor | undefined; at: Date };

/** A new offer of an appointment. */
export async function recordPreparing(
  db: Db,
  appointmentId: string,
  { number, choice, ...by }: OfferBy & { number: number; choice: KeptChoice },
): Promise<void> {
  const { id } = await db
    .insertInto('appointmentOffers')
    .values({ appointmentId, number, choice: JSON.stringify(choice) })
    .returning('id')
    .executeTakeFirstOrThrow();
  await recordStep(db, { id, appointmentId, number, steps: [] }, { action: 'prepare', choice, ...by });
}

/** Another choice for a draft; false where somebody changed it meanwhile. */
export async function recordChange(db: Db, offer: Seen, { choice, ...by }: OfferBy & { choice: KeptChoice }) {
  return (
    (await changed(db, offer, { choice: JSON.stringify(choice) })) &&
    (await recordStep(db, offer, { action: 'change', choice, ...by }))
  );
}

/** That the national authority agrees to a secondment; false where somebody changed the offer meanwhile. */
export async function recordNationalAgreement(
  db: Db,
  offer: Seen,
  { agreement, ...by }: OfferBy & { agreement: Agreement },
) {
  return (await changed(db, offer, {})) && (await recordStep(db, offer, { action: 'agreement', agreement, ...by }));
}

type Moved = OfferBy & { action: RecordedAction; to: Offer; reason: string };

/** A step of the state alone; of a submission with the figures that were submitted, which a return forgets. */
export async function recordMove(db: Db, offer: Seen, { to, figures, ...step }: Moved & { figures?: string | null }) {
  const approvalStep = step.action === 'approve' ? (to.approved.at(-1) ?? null) : null;
  return (
    (await changed(db, offer, { state: to.state, ...(figures !== undefined && { figures }) })) &&
    (await recordStep(db, offer, { ...step, approvalStep, to: to.state }))
  );
}

type Sent = OfferBy & { to: Offer; content: string; documents: Readonly<Record<Language, Buffer>> };

/** Freezes what is sent, with its document in each language; false where somebody changed it meanwhile. */
export async function recordSending(db: Db, offer: Seen, { to, content, documents, ...by }: Sent): Promise<boolean> {
  const contentSha256 = sha256Of(content);
  const values = { state: to.state, answerBy: to.answerBy, sentAt: by.at, content, contentSha256 };
  if (!(await changed(db, offer, values))) return false;
  const rows = LANGUAGES.map((language) => ({
    offerId: offer.id,
    language,
    content: documents[language],
    sha256: sha256Of(documents[language]),
  }));
  await db.insertInto('offerDocuments').values(rows).execute();
  const hashes = { sha256: contentSha256.toString('hex'), documents: await documentHashes(db, offer.id) };
  return recordStep(db, offer, { action: 'send', to: to.state, hashes, actor: by.actor, at: by.at });
}

const sha256Of = (content: string | Buffer): Buffer => createHash('sha256').update(content).digest();

/** The first time that the candidate opens it. */
export async function recordSeeing(db: Db, offer: Seen, { actor, at }: { actor: Actor; at: Date }): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('appointmentOffers')
    .set({ seenAt: at })
    .where('id', '=', offer.id)
    .where('seenAt', 'is', null)
    .where('sentAt', 'is not', null)
    .executeTakeFirst();
  if (numUpdatedRows === 1n) await recordEvent(db, { ...about(offer, { actor, at }), action: 'offer-seen' });
}

/** What was accepted is named by the hash of its content and of each document; how they showed who they are stays with the row. */
export async function recordAcceptance(
  db: Db,
  offer: Seen & Pick<KeptOffer, 'sha256'>,
  { to, proof, ...by }: OfferBy & { to: Offer; proof: Proof },
): Promise<boolean> {
  const { means } = proof;
  const evidence = proof.evidence && JSON.stringify(proof.evidence);
  if (!(await changed(db, offer, { state: to.state, answeredAt: by.at, means, evidence }))) return false;
  const hashes = { sha256: offer.sha256, documents: await documentHashes(db, offer.id), means };
  return recordStep(db, offer, { action: 'accept', to: to.state, hashes, ...by });
}

export async function recordDeclining(
  db: Db,
  offer: Seen,
  { to, reason, ...by }: OfferBy & { to: Offer; reason: string },
) {
  return (
    (await changed(db, offer, { state: to.state, answeredAt: by.at })) &&
    (await recordStep(db, offer, { action: 'decline', to: to.state, reason, ...by }))
  );
}

type Seen = Pick<KeptOffer, 'id' | 'appointmentId' | 'number' | 'version'> & { steps: readonly unknown[] };
type Numbered = Omit<Seen, 'version'>;

const about = ({ appointmentId }: Numbered, { actor, at }: OfferBy) =>
  ({
    subject: 'appointment',
    subjectId: appointmentId,
    by: actor ? doerOf(actor) : { kind: 'system' as const },
    at,
  }) as const;

type Step = OfferBy & {
  action: RecordedAction;
  reason?: string;
  choice?: KeptChoice;
  agreement?: Agreement;
  approvalStep?: string | null;
  to?: string;
  hashes?: Record<string, unknown>;
};

/** The event tells which offer and where it stands: what was chosen and every word are held by their hash (decision 40). */
async function recordStep(db: Db, offer: Numbered, step: Step): Promise<true> {
  const { action, reason = '', choice = null, agreement, approvalStep = null, to, hashes, actor, at } = step;
  const number = offer.steps.length + 1;
  const { authority = '', on = null } = agreement ?? {};
  const words = { offer: offer.id, number, action, choice, reason, authority, on };
  const { nonce, sha256 } = heldWords('offer-step', words);
  await db
    .insertInto('offerSteps')
    .values({
      offerId: offer.id,
      number,
      action,
      approvalStep,
      choice: choice && JSON.stringify(choice),
      reason,
      authority,
      onDay: on,
      takenAt: at,
      takenBy: actor?.accountId ?? null,
      takenByName: actor?.name ?? null,
      nonce,
    })
    .execute();
  const details = { offer: offer.number, number, step: approvalStep ?? undefined, to, ...hashes, held: [sha256] };
  await recordEvent(db, { ...about(offer, { actor, at }), action: OFFER_EVENTS[action], details });
  return true;
}

type Values = Partial<{
  state: string;
  choice: string;
  figures: string | null;
  answerBy: string | null;
  sentAt: Date;
  answeredAt: Date;
  content: string;
  contentSha256: Buffer;
  means: string;
  evidence: string | null;
}>;

async function changed(db: Db, { id, version }: Pick<Seen, 'id' | 'version'>, values: Values): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('appointmentOffers')
    .set({ ...values, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
