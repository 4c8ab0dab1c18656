import { z } from 'zod';
import { code, dated, list, localized, months, rule, source } from './schema-parts.ts';

/** Who is offered the contract. */
export const PERSONS = ['non-seconded', 'seconded', 'serving-staff'] as const;
/** Whose agreement a contract or its renewal supposes. */
export const AGREEING = ['organisation', 'applicant', 'national-authority'] as const;
/**
 * How an indefinite contract may come about: asked for in a window, following the first contract, as the next renewal, or
 * not at all; `not-stated` where the text says nothing, and a named person answers.
 */
export const INDEFINITE_WAYS = ['on-request', 'may-follow', 'after-renewal', 'never', 'not-stated'] as const;

const agreedBy = z.array(z.enum(AGREEING)).min(1);

/** A contract of a stated length. Months count from the first day in the post. */
const termed = z.strictObject({
  first: z.strictObject({ rule, months, agreedBy }),
  /** One further period at most; null where the clause speaks of none. */
  renewal: z
    .strictObject({ rule, upToMonths: months, agreedBy, condition: localized.nullable().default(null) })
    .nullable(),
  /** The most, in this post; null where no maximum is stated. */
  maximum: z.strictObject({ rule, months }).nullable(),
  indefinite: z.strictObject({ rule, way: z.enum(INDEFINITE_WAYS), agreedBy: z.array(z.enum(AGREEING)) }),
  /** When an indefinite contract may be asked for: from the first day of the renewal to so many months before its end. */
  request: z.strictObject({ rule, tooEarly: rule, tooLate: rule, monthsBeforeEnd: months }).nullable().default(null),
});

/** A contract whose length the notice doesn't give: under which regulations, and who must be asked. */
const asked = z.strictObject({ rule, regulations: localized, ask: localized });

const wording = {
  name: localized,
  /** One sentence for whoever only skims. */
  headline: localized,
  nonSeconded: localized,
  seconded: localized,
  servingStaff: localized,
};

const contractClause = z.strictObject({
  code,
  source,
  ...wording,
  /** Null where the clause is not offered to that person. */
  terms: dated({ 'non-seconded': termed.nullable(), seconded: termed.nullable(), 'serving-staff': asked }).min(1),
});

/** What a text leaves open: null until the organisation settles it, and a named person's decision until then. */
const settled = z.strictObject({ answer: localized.nullable(), source });
const openPoints = z.strictObject({
  /** Whether earlier service in the same post counts towards the maximum. */
  earlierServiceCounts: z.strictObject({ answer: z.boolean().nullable(), source }),
  renewalDecidedBy: settled,
  indefiniteDecidedBy: settled,
  lateAgreement: settled,
  afterSecondment: settled,
  /** When a period ends whose last month lacks the day it began on. */
  missingDay: settled,
  /** From which day an indefinite contract may be asked for, where a text gives only the last. */
  requestFrom: settled,
});

export const CONTRACTS_FILE = z.strictObject({ clauses: list(contractClause), openPoints });

export type ContractsFile = z.output<typeof CONTRACTS_FILE>;
export type ContractClause = ContractsFile['clauses'][number];
export type ContractTerms = z.output<typeof termed>;
export type Person = (typeof PERSONS)[number];
export type Agreeing = (typeof AGREEING)[number];
export type IndefiniteWay = (typeof INDEFINITE_WAYS)[number];
