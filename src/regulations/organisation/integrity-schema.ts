import { z } from 'zod';
import { code, localized, rule, source } from './schema-parts.ts';

/** From how much two texts share on it is shown that they do; found on synthetic text, so each organisation may set its own. */
const passages = z.strictObject({
  source,
  /** A sequence of words that stands in more texts than this is common, and nobody's in particular. */
  commonIn: z.int().min(2).max(1000),
  /** Fingerprints that two texts have in common at least … */
  sharedAtLeast: z.int().min(1).max(1000),
  /** … whose passages make up at least this share of the shorter text, in percent. */
  containmentPercent: z.int().min(1).max(100),
});

/** What becomes of an application that is believed not to be its author's own work (A4, A5). */
export const INTEGRITY_FILE = z.strictObject({
  rule,
  source,
  /** What the organisation says of it, to the applicant. */
  text: localized,
  /** Whether the organisation has reserved the right to examine applications; where it has not, nothing is computed. */
  examined: z.boolean(),
  passages,
  answer: z.strictObject({
    source,
    /** For how many days an applicant may answer at least; null where no source says, and a person sets the day. */
    withinDays: z.int().positive().max(365).nullable(),
  }),
  decision: z.strictObject({
    source,
    /** Whether somebody else decides than who opened the case; null where no source says. */
    byAnother: z.boolean().nullable(),
    /** The reason of selection.yaml with which an application is considered no further; null where no source allows it. */
    reason: code.nullable(),
  }),
});
