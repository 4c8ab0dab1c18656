import { z } from 'zod';
import { code, dated, list, listOrNone, localized, months, rule, source } from './schema-parts.ts';

const documentKind = z.strictObject({ code, name: localized, description: localized });
const declaration = z.strictObject({ code, rule: z.string().min(1), source, text: localized });

/** What the form asks for beside what every application has: `no` leaves the step out. */
const asked = z.enum(['required', 'optional', 'no']);

export const APPLICATIONS_FILE = z.strictObject({
  form: z.strictObject({
    education: z.strictObject({ asked, source }),
    experience: z.strictObject({
      asked,
      source,
      /** Hours of a full-time week, which make a share of weekly hours; null where nobody has said. */
      fullTimeHours: z.number().positive().max(168).nullable(),
    }),
    willingness: z.strictObject({ asked, source }),
  }),
  documents: z.strictObject({
    source,
    formats: z.array(z.enum(['pdf'])).min(1),
    maxBytes: z.int().positive(),
    pageSize: z.enum(['A4']),
    kinds: list(documentKind),
    /** What follows from a document that is missing or too long, told before submission; null where nobody has said. */
    consequence: z.strictObject({ rule, source, missing: localized.nullable(), tooLong: localized.nullable() }),
  }),
  declarations: list(declaration),
});

/** The steps from closing date to decision, in their order. */
const stage = z.strictObject({
  code,
  name: localized,
  channel: z.enum(['online', 'remote', 'on-site']).nullable(),
  source,
});
export const SELECTION_FILE = z.strictObject({ rule, stages: list(stage) });

const condition = z.strictObject({
  code,
  rule,
  source,
  name: localized,
  /** Who gives it; null where no source says so. */
  givenBy: localized.nullable(),
});
export const APPOINTMENT_FILE = z.strictObject({
  conditions: list(condition),
  budget: z.strictObject({ rule, source, text: localized }),
  reserveList: z.strictObject({ source, months: months.nullable() }),
  /** Another post for those who were not chosen. */
  similarPost: dated({
    rule,
    grade: z.enum(['same-or-lower', 'same']),
    /** Which of a twin-graded post's grades is compared; null where no source says so. */
    twinGradeCountsAs: z.enum(['lower', 'higher']).nullable(),
  }),
});

const SECTIONS = ['contract', 'application', 'additional'] as const;
const paragraph = z.strictObject({
  code,
  rule,
  source,
  section: z.enum(SECTIONS),
  /** Printed for this clause alone; null for every notice. */
  clause: code.nullable().default(null),
  text: localized,
});
/** Our own wording of what every notice says, per language. */
export const PARAGRAPHS_FILE = z.strictObject({ paragraphs: list(paragraph) });

const RETENTION_STARTS = ['closing-date', 'decision', 'end-of-appointment', 'last-sign-in', 'event'] as const;
const retention = z.strictObject({
  code,
  name: localized,
  /** Null where the organisation has not decided: kept until it has. */
  months: months.nullable(),
  counts: z.enum(RETENTION_STARTS),
  source,
});
export const RETENTION_FILE = z.strictObject({ periods: listOrNone(retention) });
