import { canonicalJson, type Json } from '../../platform/canonical-json.ts';
import type { Localized, Translated } from '../../platform/language.ts';
import type { Span } from '../../regulations/organisation/appointment-schema.ts';
import type { Person } from '../../regulations/organisation/contracts-schema.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import type { OfferChoice, OfferTerms } from './offer-terms.ts';

/** What the national authority said of a secondment, and on which civil day. */
export type Agreement = { authority: string; on: string };

/** What is known of the post and the person as an offer is composed. */
export type OfferPlace = {
  application: string;
  vacancy: string;
  title: Translated;
  name: string;
  /** Of the place of the post (IANA). */
  zone: string;
};

export type OpenCondition = { code: string; name: Localized; medical: boolean };

/** All that is sent: what it says, in every language of the interface, and on what it rests. */
export type OfferContent = OfferPlace & {
  kind: 'concours/offer/1';
  offer: number;
  organisation: Localized;
  clause: { code: string; name: Localized; text: Localized; source: Localized };
  choice: OfferChoice;
  terms: OfferTerms;
  /** Of the grade, at which an appointment is made. */
  step: { step: number; source: Localized };
  probation: Span | null;
  /** Those neither met nor waived as it was sent. */
  conditions: readonly OpenCondition[];
  agreement: Agreement | null;
  /** Civil days where the post is. */
  sentOn: string;
  answerBy: string;
  /** Without it, the hash of what is easily guessed would tell of an offer whose row was erased (decision 40). */
  nonce: string;
};

type Composed = {
  organisation: Organisation;
  place: OfferPlace;
  offer: number;
  choice: OfferChoice;
  terms: OfferTerms;
  conditions: readonly OpenCondition[];
  agreement: Agreement | null;
  answerBy: string;
  nonce: string;
};

/** An offer with the words of the organisation's data. The day of the offer is the one whose rules made its terms. */
export function contentOf({ organisation, place, ...composed }: Composed): OfferContent {
  const { choice, offer, terms, conditions, agreement, answerBy, nonce } = composed;
  const clause = organisation.contractClauses.find(({ code }) => code === choice.clause);
  if (!clause) throw new Error('An offer has a clause that the organisation does not know.');
  return {
    kind: 'concours/offer/1',
    ...place,
    offer,
    organisation: organisation.name,
    clause: { code: clause.code, name: clause.name, text: clause[CLAUSE_TEXTS[choice.person]], source: clause.source },
    choice,
    terms,
    step: organisation.salaries.appointmentStep,
    probation: organisation.appointment.offer.probation,
    conditions,
    agreement,
    sentOn: choice.on,
    answerBy,
    nonce,
  };
}

const CLAUSE_TEXTS = {
  'non-seconded': 'nonSeconded',
  seconded: 'seconded',
  'serving-staff': 'servingStaff',
} as const satisfies Record<Person, string>;

/** The one text of what is sent, whose SHA-256 is what somebody accepts. */
export const offerText = (content: OfferContent): string => canonicalJson(plain(content));

export const readContent = (text: string): OfferContent => JSON.parse(text) as OfferContent;

/** What an offer comes to, without the words around it: the same text for the same figures, whatever the day they were made. */
export function figuresOf({ grade, contract, salary, advancementFrom, probationEnds }: OfferTerms): string {
  const dates =
    contract.kind === 'ask'
      ? { kind: contract.kind, regulations: contract.regulations }
      : {
          firstEnds: contract.firstEnds,
          renewal: contract.renewal,
          conversionWindow: contract.conversionWindow,
          latestEnd: contract.latestEnd,
          indefinite: contract.indefinite,
          indefiniteFrom: contract.indefiniteFrom,
        };
  const pays =
    salary?.kind === 'known'
      ? { amountMinor: salary.amountMinor, currency: salary.currency, period: salary.period }
      : (salary?.kind ?? null);
  return canonicalJson(plain({ grade, dates, pays, advancementFrom, probationEnds }));
}

/** As the database gives it back: what is undefined is not there. */
const plain = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;
