import { z } from 'zod';
import {
  civilDate,
  code,
  country,
  dated,
  list,
  listOrNone,
  localized,
  nullableName,
  rule,
  source,
  text,
} from './schema-parts.ts';

const memberNation = z.strictObject({ country, from: civilDate, until: civilDate.nullable().default(null) });
export const MEMBER_NATIONS_FILE = z.strictObject({ rule: text, source, nations: z.array(memberNation).min(1) });

const clearanceLevel = z.strictObject({ code: text, name: nullableName });
const issuer = z.strictObject({ code, name: localized });

/** An organisation that asks for no clearance has no level, no issuer and no fast track. */
export const CLEARANCES_FILE = z.strictObject({
  scheme: code,
  source,
  /** From the lowest to the highest. */
  levels: listOrNone(clearanceLevel),
  issuers: z.strictObject({ rule, source, accepted: listOrNone(issuer) }),
  /** A competition for those who hold a clearance already. */
  fastTrack: dated({
    rule,
    /** What becomes of somebody who holds a valid one below the level of the post; null where no source says so. */
    lowerLevel: z.enum(['upgrade', 'refuse']).nullable(),
    /** Who may hold one, for information. */
    holders: z.strictObject({ rule, exhaustive: z.boolean(), text: localized }),
  }),
});

/** Rules on who may apply, beside the nationality; each may change, so each is in rows. */
export const ELIGIBILITY_FILE = z.strictObject({
  /** Serving staff and everybody else apply by different doors. */
  channels: dated({ rule, internal: localized, external: localized }),
  requirements: dated({ rule, essential: localized, desirable: localized }),
  languages: z.strictObject({ rule, source }),
  experience: dated({
    rule,
    /** Part-time work by its share, or in full; null is for a person. */
    partTime: z.enum(['pro-rata', 'in-full']).nullable(),
    /** Whether only work after the qualification asked for counts; null is for a person. */
    afterQualificationOnly: z.boolean().nullable(),
  }),
  education: dated({ rule, assessedBy: localized }),
  willingness: z.strictObject({ rule, source, declarations: list(z.strictObject({ code, text: localized })) }),
  reception: z.strictObject({ rule, source }),
  age: dated({
    rule,
    /** In full years on taking up the appointment; null where there is none. */
    minimum: z.int().positive().nullable(),
    /** Service ends with the month in which this age is reached, by grade; a grade that is not named has no limit. */
    serviceEnds: z.array(z.strictObject({ grades: z.array(text).min(1), age: z.int().positive() })),
  }),
});
