import { z } from 'zod';
import { localized, source } from './schema-parts.ts';

const anchor = z.strictObject({
  /** Whole points, the more the better. */
  points: z.int().nonnegative().max(100),
  name: localized,
  /** What somebody shows who is given these points: written before anybody is assessed. */
  shows: localized,
});

/** How those who are invited are scored: one anchored scale for all that is scored by people. */
export const SCORING_FILE = z.strictObject({
  source,
  /** Lowest first. */
  scale: z
    .array(anchor)
    .min(2)
    .check(({ value, issues }) => {
      value.forEach(({ points }, index) => {
        if (index > 0 && points <= (value[index - 1]?.points ?? 0))
          issues.push({
            code: 'custom',
            input: points,
            path: [index, 'points'],
            message: 'Points stand lowest first, each once',
          });
      });
    }),
  /** Hundredths of the highest possible score of a stage that a plan begins from; null where no source says. */
  passMark: z.int().min(0).max(100).nullable(),
  agreement: z.strictObject({
    /** Krippendorff’s alpha below which the chair is asked to look, in thousandths. */
    alphaBelowThousandths: z.int().min(0).max(1000),
    /** A score that lies so many points from the middle of the others’ is shown to the chair. */
    outlierPoints: z.int().positive(),
    source,
  }),
});
