import { createHash, randomUUID } from 'node:crypto';
import { actorOf } from '../../people/guard.ts';
import type { Language } from '../../platform/language.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Db } from '../../schema.ts';
import { findCase, lockCase, type Chosen } from '../conditions/appointment-queries.ts';
import { wantedOf, type CaseExchange } from '../conditions/case-guard.ts';
import { tellCandidate } from '../conditions/telling-queries.ts';
import { contentOf, offerText, type OfferContent } from './offer-content.ts';
import { offerPdfs } from './offer-document.ts';
import type { KeptOffer } from './offer-queries.ts';
import { recordSending } from './offer-record-queries.ts';
import { standingOf, type OfferStanding } from './offer-standing-queries.ts';
import { OFFER_TEXTS } from './offer-texts.ts';
import { stepOffer, type Deciding, type Offer, type OfferRefusal } from './offer.ts';

export type SendingRefusal = OfferRefusal | { kind: 'changed-meanwhile' };

type Sending = {
  /** The step as it is asked for, on an offer as it stands. */
  deciding: (standing: OfferStanding) => Deciding;
  /** Of the offer, when its sender read it. */
  version: number;
};
type Ready = { offer: KeptOffer; to: Offer; content: OfferContent };

/**
 * Sends the last offer of a case: freezes what the rules of today make of it, with its documents. They are set before the case is
 * held; what has changed by then is not sent.
 */
export async function sendOffer(
  exchange: CaseExchange,
  { deciding, version }: Sending,
): Promise<Result<true, SendingRefusal>> {
  const { request, context } = exchange;
  const nonce = randomUUID();
  const found = await findCase(context.db, wantedOf(request));
  const ready = found ? await readyIn(context.db, exchange, { chosen: found, deciding, nonce }) : MEANWHILE;
  if (!ready.ok) return ready;
  if (ready.value.offer.version !== version) return MEANWHILE;
  const content = offerText(ready.value.content);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const documents = await offerPdfs(context, ready.value.content, sha256);
  return context.db.transaction().execute(async (db) => {
    const chosen = await lockCase(db, wantedOf(request));
    const again = chosen ? await readyIn(db, exchange, { chosen, deciding, nonce }) : MEANWHILE;
    if (!again.ok || !chosen) return again.ok ? MEANWHILE : again;
    if (offerText(again.value.content) !== content) return MEANWHILE;
    const { offer, to } = again.value;
    const now = context.clock();
    const actor = actorOf(request);
    const sent = { to, content, documents, actor, at: now };
    if (!(await recordSending(db, { ...offer, version }, sent))) return MEANWHILE;
    const words = (language: Language) => OFFER_TEXTS[language].sentMessage;
    await tellCandidate(db, { chosen, config: context.config, now }, { words, replies: true, actor });
    return ok(true);
  });
}

const MEANWHILE = refuse({ kind: 'changed-meanwhile' } as const);

type Asked = { chosen: Chosen; deciding: Sending['deciding']; nonce: string };

/** What would be sent now, or why nothing can be. */
async function readyIn(
  db: Db,
  { context }: CaseExchange,
  { chosen, deciding, nonce }: Asked,
): Promise<Result<Ready, SendingRefusal>> {
  const { organisation } = context;
  const standing = await standingOf(db, { chosen, organisation, now: context.clock() });
  if (!standing?.offer) return MEANWHILE;
  const { offer, terms, place, open, today } = standing;
  const moved = stepOffer(offer, deciding(standing));
  if (!moved.ok) return moved;
  // Where the rules make no offer of it, that was an obstacle already.
  if (!terms?.ok || moved.value.answerBy === null) return MEANWHILE;
  const content = contentOf({
    organisation,
    place,
    offer: offer.number,
    choice: { ...offer.choice, on: today },
    terms: terms.value,
    conditions: open,
    agreement: offer.agreement,
    answerBy: moved.value.answerBy,
    nonce,
  });
  return ok({ offer, to: moved.value, content });
}
