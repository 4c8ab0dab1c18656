import { z } from 'zod';
import { code, dated, list, listOrNone, localized, months, rule, source } from './schema-parts.ts';

/** What is kept of a condition beside its state and its dates. */
export const CONDITION_KINDS = ['clearance', 'medical', 'verification', 'other'] as const;
/** Whose work it is to see a condition through, by the role of their accounts. */
export const OFFICES = ['security-officer', 'medical-officer', 'contract-officer', 'recruiter'] as const;
/** Whom an organisation may let appoint without a condition. */
const WAIVING = ['recruitment-manager', ...OFFICES] as const;

const count = z.int('Expected a whole number, one or more').positive().max(1000);
/** So long, from one day to another. */
const span = z.strictObject({ count, unit: z.enum(['days', 'working-days', 'months']), source });
/** One that is counted back, or years ahead, where no closed days are known: never in working days. */
const calendarSpan = z.strictObject({ count, unit: z.enum(['days', 'months']), source });

const condition = z
  .strictObject({
    code,
    rule,
    source,
    name: localized,
    /** Who gives it; null where no source says so. */
    givenBy: localized.nullable(),
    kind: z.enum(CONDITION_KINDS),
    office: z.enum(OFFICES),
    /** How long it usually takes; null where no source says. */
    usual: span.nullable(),
    /** How long an outcome holds, from its day; it must hold on the first day in the post. Null: no such limit is known. */
    holds: span.nullable(),
    /** What the selected candidate is asked to bring. */
    fromCandidate: listOrNone(z.strictObject({ code, name: localized, source })),
    /** Who may let somebody be appointed without it, giving a reason; null: nobody. */
    waiver: z.strictObject({ by: z.enum(WAIVING), source }).nullable(),
  })
  .check(({ value, issues }) => {
    const wrong = (path: string, message: string) =>
      issues.push({ code: 'custom', input: value, path: [path], message });
    const isMedical = value.kind === 'medical';
    if (isMedical !== (value.office === 'medical-officer'))
      wrong('office', 'Medical conditions, and they alone, are the medical office’s');
    if (isMedical && value.waiver && value.waiver.by !== 'medical-officer' && value.waiver.by !== 'contract-officer')
      wrong('waiver', 'Only the medical office and the contract office see the outcome of a medical condition');
    if (isMedical && value.fromCandidate.length > 0)
      wrong('fromCandidate', 'Medical documents go to the medical office, never through Concours');
  });

const day = z.int('Expected a whole number of days, one or more').positive().max(365);

/** Who looks at an offer before it is sent, by the role of their accounts. */
const APPROVING = ['hiring-manager', 'budget-officer', 'contract-officer', 'recruitment-manager'] as const;

const offer = z.strictObject({
  source,
  /** Who approves an offer before it is sent, one after the other; none where whoever prepares it also sends it. */
  approval: listOrNone(z.strictObject({ code, name: localized, by: z.enum(APPROVING), source })),
  /** How long a candidate has for an answer, from the day it is sent; null where no source says. */
  answer: span.nullable(),
  /** Before that day, the candidate is reminded. */
  reminderDaysBefore: z.array(day).max(5),
  /** From the first day; null where no source gives one. */
  probation: calendarSpan.nullable(),
});

/** What becomes due after the first day. */
const calendar = z.strictObject({
  source,
  /** Whose work it is to act on the dates of a contract. */
  by: z.enum(OFFICES),
  /** So long before a contract ends, its renewal is proposed at the latest; null where no source says. */
  renewalProposal: calendarSpan.nullable(),
  /** Before each date, those who must act are reminded. */
  reminderDaysBefore: z.array(day).max(5),
});

export const APPOINTMENT_FILE = z.strictObject({
  conditions: list(condition).refine(
    (conditions) => conditions.filter(({ kind }) => kind === 'verification').length <= 1,
    'Studies and posts are verified under one condition',
  ),
  /** When an office is reminded of what it has to see through, and a candidate of what they were asked for. */
  conditionReminders: z.strictObject({
    source,
    /** Before the usual duration has passed. */
    daysBefore: z.array(day).max(5),
    /** After it, again and again; null: never. */
    everyDays: day.nullable(),
    /** Before an outcome that was recorded runs out. */
    daysBeforeExpiry: z.array(day).max(5),
    /** The candidate, of what has not come: so many days after the appointment was begun. */
    candidateAfter: z.array(day).max(5),
  }),
  /** What the candidate sends for a condition; how large a file may be, the documents of applications say. */
  conditionDocuments: z.strictObject({
    source,
    /** For each thing that is asked for. */
    maxFiles: z.int('Expected a whole number of files, one or more').positive().max(50),
    /** After the condition is settled or the appointment ended; null where the organisation has not decided. */
    keptDays: day.nullable(),
  }),
  offer,
  calendar,
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

export type Waiving = (typeof WAIVING)[number];
export type Approving = (typeof APPROVING)[number];
export type Office = (typeof OFFICES)[number];
/** A time as the data give it. */
export type Span = z.output<typeof span>;
export type Condition = z.output<typeof condition>;
