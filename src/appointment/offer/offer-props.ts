import type { KeptOffer } from './offer-queries.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import type { FieldError } from '../../site/forms.tsx';
import type { PageContext } from '../../site/page-context.ts';
import type { Chosen } from '../conditions/appointment-queries.ts';
import type { NextOnMerit } from './next-on-merit.ts';
import type { OfferStanding } from './offer-standing-queries.ts';
import type { StaffOfferAction } from './offer.ts';

export type OfferProps = {
  page: PageContext;
  chosen: Chosen;
  organisation: Organisation;
  standing: OfferStanding;
  /** What the reader may do with the last offer now. */
  actions: readonly StaffOfferAction[];
  may: {
    /** Prepare a new offer, or change the draft. */
    prepare: boolean;
    recordAgreement: boolean;
    /** Know which medical conditions are open. */
    seeMedical: boolean;
    readCase: boolean;
    readMerit: boolean;
    readSimilar: boolean;
  };
  /** Who follow on the order of merit, where nobody takes up the offer. */
  next: readonly NextOnMerit[];
  /** What was typed into a form that was refused, by the names of its fields. */
  typed: Readonly<Record<string, string>>;
  errors: FieldError[];
  problem?: string | undefined;
};

export type WithOffer = OfferProps & { offer: KeptOffer };
