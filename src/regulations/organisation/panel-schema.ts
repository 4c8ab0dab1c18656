import { z } from 'zod';
import { code, list, localized, source } from './schema-parts.ts';

/** What can be found in what people wrote: nothing else is looked for. */
export const DETECTABLE = ['same-family-name', 'same-employer', 'earlier-scorer'] as const;
export type Detectable = (typeof DETECTABLE)[number];

/** Below the grade nobody is named, or with a reason, or it is shown and nothing follows. */
export const BELOW_GRADE = ['blocks', 'reason', 'shown'] as const;

/** Who assesses, how many must, and what keeps somebody from assessing whom. */
export const PANEL_FILE = z
  .strictObject({
    source,
    /** How many a panel has at least, its chair included; null where no source says. */
    members: z.int().positive().nullable(),
    /** How many must be able to judge a candidate; null: every member there is. */
    quorum: z.int().positive().nullable(),
    /** Whether the chair must be among them. */
    chairNeeded: z.boolean(),
    /** The grade of a member beside that of the post; null where nothing is asked. */
    grade: z
      .strictObject({
        atLeast: z.enum(['post', 'lower-of-the-post']),
        /** What follows where somebody is below it, or cannot be compared; null: no source says, and who names them decides. */
        below: z.enum(BELOW_GRADE).nullable(),
        source,
      })
      .nullable(),
    /** What each signs for a list of candidates. */
    declaration: z.strictObject({ text: localized, source }),
    conflicts: list(
      z.strictObject({
        code,
        name: localized,
        /** What is looked for by itself; null: only ever declared. */
        detected: z.enum(DETECTABLE).nullable(),
        source,
      }),
    ),
  })
  .check(({ value: { members, quorum }, issues }) => {
    if (members !== null && quorum !== null && quorum > members)
      issues.push({ code: 'custom', input: quorum, path: ['quorum'], message: 'A quorum is at most the whole panel' });
  });
