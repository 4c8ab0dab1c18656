import { z } from 'zod';
import { localized, source } from './schema-parts.ts';

/** A letter: in it, `[title]`, `[reference]`, `[reason]` and `[until]` are filled in. */
const letter = z.strictObject({ subject: localized, body: localized });

/** What candidates are written once it was decided, after release alone. */
export const DECISION_FILE = z.strictObject({
  source,
  letters: z.strictObject({ selected: letter, 'reserve-listed': letter, 'not-retained': letter }),
});
