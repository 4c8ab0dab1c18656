import type { FastifyInstance } from 'fastify';
import type { Context } from '../../people/context.ts';
import { actorOf } from '../../people/guard.ts';
import { formPageContext, page } from '../../people/page.ts';
import { permits } from '../../people/permissions.ts';
import { sendAttachment } from '../../platform/files.ts';
import type { FieldError } from '../../site/forms.tsx';
import type { CaseExchange } from '../conditions/case-guard.ts';
import { nextOnMerit } from './next-on-merit-queries.ts';
import { offerAddress } from './offer-address.ts';
import { contentOf, readContent } from './offer-content.ts';
import { offerPdf } from './offer-document.ts';
import { onOffer } from './offer-guard.ts';
import { OfferPage } from './offer-pages.tsx';
import { findDocument, type KeptOffer } from './offer-queries.ts';
import { isStanding, standingOf } from './offer-standing-queries.ts';
import { composeOffer } from './offer-terms.ts';
import { OFFER_TEXTS } from './offer-texts.ts';
import { isOver, offerActions, STAFF_OFFER_ACTIONS } from './offer.ts';

const ADDRESS = offerAddress({ reference: ':reference', number: ':number' });

/** The offers of one appointment, and each as PDF. */
export function offerRoutes(web: FastifyInstance, context: Context): void {
  const { guard, to } = onOffer(context, 'offers:read');
  web.get(ADDRESS, guard, to(showOffer));
  web.get(`${ADDRESS}/:offer/offer.pdf`, guard, to(sendPdf));
}

type Shown = { typed?: Record<string, string>; errors?: FieldError[]; problem?: string };

const DONE = ['kept', ...STAFF_OFFER_ACTIONS, 'agreement'] as const;

/** The page of the offers as they stand now, also with what was refused on it. */
export async function showOffer(exchange: CaseExchange, { typed = {}, errors = [], problem }: Shown = {}) {
  const { request, reply, context, chosen } = exchange;
  const { db, organisation } = context;
  const actor = actorOf(request);
  const { roles } = actor;
  const standing = await standingOf(db, { chosen, organisation, now: context.clock() });
  if (!standing) return reply.callNotFound();
  const { offer } = standing;
  const goesOn = isStanding(chosen);
  const rules = organisation.appointment.offer;
  const done = DONE.find((known) => known === (request.query as { done?: string }).done);
  const endsWithout = offer && ['declined', 'lapsed', 'withdrawn'].includes(offer.state);
  const shown = {
    page: formPageContext(request, context, {
      path: offerAddress(chosen),
      notice: done && OFFER_TEXTS[request.language].done[done],
    }),
    chosen,
    organisation,
    standing,
    actions:
      offer && !standing.appointment.appointedAt
        ? offerActions(offer, { rules, by: { id: actor.accountId, roles } })
        : [],
    may: {
      prepare: goesOn && permits(roles, 'offers:prepare') && mayPrepare(offer),
      recordAgreement: permits(roles, 'offers:prepare') && needsAgreement(offer),
      seeMedical: permits(roles, 'conditions:medical'),
      readCase: permits(roles, 'appointments:read'),
      readMerit: permits(roles, 'selection:read-scores'),
      readSimilar: permits(roles, 'similar-posts:read'),
    },
    next: endsWithout ? await nextOnMerit(db, { chosen, organisation, today: standing.today }, actor) : [],
    typed,
    errors,
    problem,
  };
  return page(reply, <OfferPage {...shown} />, errors.length > 0 || problem ? 422 : 200);
}

/** A draft is changed; another offer is prepared once the last is over, and none after one that was accepted. */
export const mayPrepare = (offer: Pick<KeptOffer, 'state'> | undefined): boolean =>
  offer === undefined || offer.state === 'draft' || (isOver(offer.state) && offer.state !== 'accepted');

/** Whether the agreement of a national authority can be recorded: of a secondment, until it is sent. */
export const needsAgreement = (offer: KeptOffer | undefined): boolean =>
  offer !== undefined && offer.choice.person === 'seconded' && offer.sentAt === null && !isOver(offer.state);

/**
 * As it was sent, for who may know which medical conditions were open; for others a copy without the conditions, and before it is
 * sent a draft.
 */
async function sendPdf(exchange: CaseExchange) {
  const { request, reply, context, chosen } = exchange;
  const { db, organisation } = context;
  const { language } = request;
  const standing = await standingOf(db, { chosen, organisation, now: context.clock() });
  const { offer: wanted } = request.params as { offer: string };
  const offer = standing?.offers.find(({ number }) => String(number) === wanted);
  if (!standing || !offer) return reply.callNotFound();
  const content = await pdfOf(exchange, { offer, place: standing.place, today: standing.today });
  if (!content) return reply.callNotFound();
  const fileName = `offer-${chosen.number}-${offer.number}-${language}.pdf`;
  return sendAttachment(reply, { fileName, mediaType: 'application/pdf', content });
}

type Wanted = { offer: KeptOffer; place: Parameters<typeof contentOf>[0]['place']; today: string };

async function pdfOf({ request, context }: CaseExchange, { offer, place, today }: Wanted): Promise<Buffer | undefined> {
  const { db, organisation } = context;
  const { language } = request;
  if (offer.content !== null && offer.sha256 !== null) {
    if (permits(actorOf(request).roles, 'conditions:medical'))
      return (await findDocument(db, { offerId: offer.id, language }))?.content;
    const copy = { kind: 'file', sha256: offer.sha256 } as const;
    return offerPdf(context, readContent(offer.content), { language, copy });
  }
  if (isOver(offer.state)) return undefined;
  const choice = { ...offer.choice, on: today };
  const terms = composeOffer(organisation, choice);
  if (!terms.ok) return undefined;
  const composed = { organisation, place, offer: offer.number, choice, terms: terms.value };
  const unsent = { conditions: [], agreement: offer.agreement, answerBy: '', nonce: '' };
  return offerPdf(context, contentOf({ ...composed, ...unsent }), { language, copy: { kind: 'draft' } });
}
