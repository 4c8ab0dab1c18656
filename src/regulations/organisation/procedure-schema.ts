import { z } from 'zod';
import { QUESTION } from '../questions/question-schema.ts';
import { code, dated, list, listOrNone, localized, months, rule, source } from './schema-parts.ts';
import { DAY_UNITS } from './working-days-schema.ts';

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
    /** Used to tell applications of one person from those of a namesake; shown to nobody who screens. */
    birthDate: z.strictObject({ asked, source }),
  }),
  documents: z.strictObject({
    source,
    /** What is taken where a notice names no format. */
    formats: z.array(z.enum(['pdf', 'word'])).min(1),
    maxBytes: z.int().positive(),
    pageSize: z.enum(['A4']),
    kinds: list(documentKind),
    /** What follows from a document that is missing or too long, told before submission; null where nobody has said. */
    consequence: z.strictObject({ rule, source, missing: localized.nullable(), tooLong: localized.nullable() }),
  }),
  declarations: list(declaration),
  /** What every applicant is asked, whatever the vacancy. */
  questions: listOrNone(QUESTION).check(({ value, issues }) => {
    value.forEach((question, index) => {
      if (question.source === null)
        issues.push({
          code: 'custom',
          input: question,
          path: [index, 'source'],
          message: 'What everybody is asked says by what it is asked',
        });
    });
  }),
  /** How long before the deadline those who have begun and not submitted are reminded. */
  reminders: z.strictObject({
    source,
    hoursBefore: z.array(
      z
        .int()
        .positive()
        .max(24 * 60),
    ),
  }),
});

/** The steps from closing date to decision, in their order, and what an applicant is told on the way. */
const stage = z.strictObject({
  code,
  name: localized,
  channel: z.enum(['online', 'remote', 'on-site']).nullable(),
  /** Whether people are invited to it; the form that everybody fills in is no such stage. */
  invitation: z.boolean(),
  /** What it means for the applicant. */
  meaning: localized,
  source,
  /** At this stage people are asked for references: how many, and after how many days each is reminded. */
  references: z.exactOptional(
    z.strictObject({ wanted: z.int().min(1).max(10), daysToReminder: z.array(z.int().min(1).max(60)).max(3) }),
  ),
});
/** Whole hours, at most two months ahead. */
const hoursAhead = z
  .int()
  .positive()
  .max(60 * 24);
const hoursBefore = z.array(hoursAhead);
const daysFromDue = z.array(z.int().min(1).max(90)).max(5);
/** What people do with the applications, and how many days after the closing date it is done; null where no source says. */
const stretch = z.strictObject({
  source,
  meaning: localized,
  withinDays: z.int().positive().max(999).nullable(),
  unit: z.enum(DAY_UNITS),
});
/** Where an application can stand once it is submitted; `applications/stages/` has the moves between them. */
export const POSITIONS = ['received', 'under-review', 'invited', 'reserve-listed', 'selected', 'not-retained'] as const;
/** What may be asked for against a decision: why it was so, or that it is looked at again. */
export const REVIEW_KINDS = ['reasons', 'review'] as const;
const template = z.strictObject({
  code,
  position: z.enum(POSITIONS),
  subject: localized,
  body: localized,
  source,
});
/** Of a screening that hides nothing. */
export const NOT_ANONYMOUS = 'not-anonymous';
export const SELECTION_FILE = z.strictObject({
  rule,
  stages: list(stage),
  screening: stretch.extend({
    /** How many people look at each application without one seeing the other's findings; null: a person decides it. */
    screeners: z.strictObject({ count: z.union([z.literal(1), z.literal(2)]).nullable(), source }),
    /** The stage until which screeners do not see whose an application is; null: a person decides it. */
    anonymous: z.strictObject({ until: z.union([z.literal(NOT_ANONYMOUS), code]).nullable(), source }),
    /** How many days before and after the day it is to be done those are reminded who have something left to do; none: nobody is. */
    reminders: z.strictObject({ daysBefore: daysFromDue, daysAfter: daysFromDue, source }),
    /** The reasons that are offered where a hard rule, or an essential requirement, is not met. */
    reasons: z.strictObject({ eligibility: code, requirement: code }),
  }),
  decision: stretch,
  /** What may be told to somebody who is not retained: its name for staff, and the sentence the person reads. */
  reasons: list(z.strictObject({ code, name: localized, told: localized, source })),
  /** What may be asked for against a decision, within so many days of it; null where no source gives such a right. */
  review: z
    .strictObject({
      source,
      withinDays: z.int().positive(),
      kinds: z.array(z.enum(REVIEW_KINDS)).min(1),
      /** Within how many days it is answered, and by whom; null where no source says. */
      answer: z.strictObject({ source, withinDays: z.int().positive().nullable(), by: localized.nullable() }),
      text: localized,
    })
    .nullable(),
  withdrawalReasons: listOrNone(z.strictObject({ code, name: localized, source })),
  messages: z.strictObject({ source, replies: z.boolean(), templates: listOrNone(template) }),
  /**
   * How long before a time of a stage, before the last moment to choose one, and before the last to begin a written test those
   * invited are reminded. Of a test nobody is reminded in the first half of the time in which it may be begun.
   */
  invitations: z.strictObject({
    source,
    hoursBeforeSlot: hoursBefore,
    hoursBeforeChoice: hoursBefore,
    hoursBeforeTestCloses: hoursAhead,
  }),
});

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

const RETENTION_STARTS = [
  'closing-date',
  'decision',
  'end-of-appointment',
  'last-sign-in',
  'event',
  'accommodation-decision',
  'end-of-selection',
  'end-of-competition',
] as const;
const retention = z.strictObject({
  code,
  name: localized,
  /** Null where the organisation has not decided: kept until it has. */
  months: months.nullable(),
  counts: z.enum(RETENTION_STARTS),
  /** Before it ends, the person is warned so many days: of accounts that nobody uses. */
  warningDays: z.int().positive().optional(),
  source,
});
export const RETENTION_FILE = z.strictObject({ periods: listOrNone(retention) });

/** What somebody may ask for who is at a disadvantage in a selection, and what goes with it (A9). */
export const ACCOMMODATION_FILE = z.strictObject({
  rule,
  source,
  /** What the organisation says of it, to the applicant. */
  text: localized,
  kinds: list(z.strictObject({ code, name: localized, source })),
  evidence: z.strictObject({
    source,
    text: localized,
    maxFiles: z.int().positive(),
    maxBytes: z.int().positive(),
  }),
});

/** What is asked for the sake of equal access, counted and never kept; an organisation that asks nothing has no questions. */
export const EQUALITY_FILE = z.strictObject({
  rule,
  source,
  /** Why it is asked, and who sees the counts. */
  why: localized,
  seenBy: localized,
  /** Counts below this are not shown, nor those that would tell them. */
  smallestShown: z.int().min(3),
  /** For how many days after the closing date it may be answered; the counts are shown afterwards. */
  daysAfterClosing: z.int().positive(),
  /** Whether somebody may agree to be counted by how far applications got; which ratio is marked for a person to look at. */
  byStage: z.discriminatedUnion('offered', [
    z.strictObject({ offered: z.literal(false), source }),
    z.strictObject({
      offered: z.literal(true),
      /** Whose rate a group's is divided by. */
      comparison: z.enum(['highest-group', 'everybody']),
      markBelow: z.number().positive().max(1),
      source,
    }),
  ]),
  questions: listOrNone(
    z.strictObject({ code, question: localized, answers: list(z.strictObject({ code, text: localized })), source }),
  ),
});
