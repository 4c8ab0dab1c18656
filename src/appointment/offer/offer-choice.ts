import { z } from 'zod';
import { PERSONS } from '../../regulations/organisation/contracts-schema.ts';
import type { OfferChoice } from './offer-terms.ts';

/** What is kept of an offer before it is sent: its day is the one on which it is looked at, and at last the one on which it is sent. */
export type KeptChoice = Omit<OfferChoice, 'on'>;

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const reason = z.string().trim();

const KEPT = z.strictObject({
  clause: z.string(),
  person: z.enum(PERSONS),
  grades: z.array(z.string()),
  country: z.string(),
  startsOn: day,
  directly: z.strictObject({ reason }).nullable(),
  reduction: z.strictObject({ months: z.int().positive(), reason }).nullable(),
  renewalMonths: z.int().nonnegative().optional(),
  earlierMonths: z.int().nonnegative().optional(),
  bornOn: day.optional(),
});

export const readChoice = (kept: unknown): KeptChoice => KEPT.parse(kept);
