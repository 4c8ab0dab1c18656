import { z } from 'zod';
import { code, dated, listOrNone, localized, source, text } from './schema-parts.ts';

/** The roles that a step of the approval path may belong to. */
export const APPROVING_ROLES = ['hiring-manager', 'translator', 'recruitment-manager', 'budget-officer'] as const;

const step = z.strictObject({
  code,
  name: localized,
  role: z.enum(APPROVING_ROLES),
  source,
  /** “Pending” may be answered in place of a yes: the notice says so, is published, and nobody is appointed before. */
  mayPend: z.boolean().default(false),
  /** An edit of the notice leaves this step as it was taken. */
  outlastsEdits: z.boolean().default(false),
});

/** The contract clause as notices print it: what is offered, then its paragraphs. */
const printedClause = z.strictObject({ code, offered: localized, paragraphs: z.array(localized).min(1) });

const attachment = z.strictObject({ code, text: localized });

/** How notices are written, approved and published. */
export const NOTICES_FILE = z.strictObject({
  /** For how many days at least a notice is open; no row where no rule says so. */
  minimumOpen: dated({ days: z.int().positive() }),
  approval: z.strictObject({
    source,
    /** After how many days whoever must act is reminded by mail; null: never. */
    remindAfterDays: z.int().positive().nullable(),
    steps: listOrNone(step),
  }),
  printed: z.strictObject({
    source,
    introductions: z.strictObject({ essential: localized, desirable: localized, competencies: localized }),
    closingDuty: localized,
    /** The first sentence of a notice begun from a post; `{unit}` is its office. */
    unit: localized,
    /** The item that asks for languages; `{one}` and `{other}` are the levels, `{oneName}` and `{otherName}` their names. */
    languageRequirement: localized,
    budgetPending: localized,
    /** Null where there is no fast track, or no two grades for one post. */
    fastTrack: localized.nullable(),
    twinGradeNote: localized.nullable(),
    /** What asks for a document of a kind; `{pages}` is the most it may have. */
    attachments: listOrNone(attachment),
    clauseHeading: localized,
    /** A clause that is not here is printed in the words of contracts.yaml. */
    clauses: listOrNone(printedClause),
  }),
});

const post = z.strictObject({
  code,
  title: localized,
  /** The office it belongs to, with its article, as it stands in a sentence. */
  unit: localized,
  body: text,
  dutyStation: code,
  grades: z
    .array(text)
    .min(1)
    .refine((grades) => grades.length <= 2, 'Expected one grade, or the two of a twin grade'),
  clause: code,
  clearance: text.nullable(),
  languages: z.strictObject({ one: text, other: text }),
  /** Competencies of the catalogue, each with the number of its indicator, counted from 1. */
  competencies: z.array(z.strictObject({ code, indicator: z.int().positive() })),
  /** Headings of the catalogue. */
  accountabilities: z.array(code),
});
/** The posts that a vacancy may be begun from. */
export const POSTS_FILE = z.strictObject({ posts: listOrNone(post) });
export type Post = z.output<typeof post>;
export type ApprovalStep = z.output<typeof step>;
