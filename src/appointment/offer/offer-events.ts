import type { OfferAction } from './offer.ts';

/** What is recorded of an offer: its steps, and what goes before them. */
export type RecordedAction = OfferAction | 'prepare' | 'change' | 'agreement';

/** The event that tells of each. */
export const OFFER_EVENTS: Record<RecordedAction, string> = {
  prepare: 'offer-prepared',
  change: 'offer-changed',
  agreement: 'national-agreement-recorded',
  submit: 'offer-submitted',
  approve: 'offer-approved',
  return: 'offer-returned',
  send: 'offer-sent',
  withdraw: 'offer-withdrawn',
  accept: 'offer-accepted',
  decline: 'offer-declined',
  lapse: 'offer-lapsed',
};
