import { z } from 'zod';
import { COMPETITION_ROLES } from '../people/permissions.ts';

/** A text in the one language in which somebody wrote it. */
const words = z.string().min(1);
const month = z.string().regex(/^\d{4}-\d{2}$/, 'Expected a month, such as 2014-09');
const points = z.array(z.int().positive());

/** What one screener finds: the place of the essential requirement that is not shown (1 is the first), and why. */
const finding = z.strictObject({ lacks: z.int().positive(), reason: words });

const applicant = z.strictObject({
  givenNames: words,
  familyName: words,
  email: z.email(),
  language: z.enum(['en', 'fr']),
  nationality: z.string().length(2),
  residence: z.string().length(2),
  /** How long before the last instant it was submitted. */
  hoursBeforeClosing: z.int().positive(),
  degree: z.strictObject({
    degree: words,
    kind: words,
    institution: words,
    country: z.string().length(2),
    from: month,
    to: month,
  }),
  posts: z
    .array(
      z.strictObject({
        title: words,
        employer: words,
        country: z.string().length(2),
        from: month,
        to: month.or(z.literal('')),
        tasks: words,
      }),
    )
    .min(1),
  /** Levels by language, of the organisation's scale. */
  languages: z.record(z.string(), words),
  /** One for each essential requirement, in the notice's order. */
  statements: z.array(words).min(1),
  /** What the screeners found, by their order; null of one who has not judged it yet, true where all is met. */
  found: z.array(finding.or(z.literal(true)).nullable()).max(2),
  /** Of a difference: what a third person holds. */
  settled: z.strictObject({ met: z.boolean(), reason: words }).optional(),
  /** Points by the stage's items: what each member of the panel gives alone, and what they agree on. */
  alone: z.array(points).optional(),
  agreed: points.optional(),
});
export type DemonstrationApplicant = z.output<typeof applicant>;

const item = z.strictObject({
  /** How the competency begins in the English notice. */
  competency: words,
  weight: z.int().positive(),
  question: z.strictObject({ en: words, fr: words }),
});

/** So many days before the demonstration begins. */
const daysAgo = z.int().positive();

/** How far somebody who was chosen has come towards their first day. */
const appointment = z.strictObject({
  /** The address of the applicant. */
  of: z.email(),
  selected: daysAgo,
  begun: daysAgo,
  /** The first of the month that comes so many days after the demonstration begins, or later. */
  firstDay: z.strictObject({ inDays: z.int().positive() }),
  conditions: z.array(
    z.strictObject({
      code: words,
      begun: daysAgo.optional(),
      met: daysAgo.optional(),
      /** Of a clearance. */
      level: words.optional(),
      authority: words.optional(),
      /** Of a verification: what was answered, for each study and post. */
      answer: words.optional(),
    }),
  ),
  offer: z
    .strictObject({
      clause: words,
      person: words,
      grade: words,
      higher: words.optional(),
      country: z.string().length(2),
      prepared: daysAgo,
      sent: daysAgo,
      /** Only of somebody whose password the demonstration knows. */
      accepted: daysAgo.optional(),
    })
    .optional(),
  appointed: daysAgo.optional(),
});
export type DemonstrationAppointment = z.output<typeof appointment>;

const competition = z.strictObject({
  reference: z.string().regex(/^\d{6}$/, 'Expected six figures'),
  /** Who works on it, by their address in `demonstration.yaml`. */
  people: z.array(
    z.strictObject({
      email: z.email(),
      role: z.enum(COMPETITION_ROLES),
      grade: z.string().default(''),
      unit: z.string().default(''),
    }),
  ),
  /** How much later than the closing each part of the work was done, in hours. */
  hoursAfterClosing: z.strictObject({ named: z.int(), screened: z.int(), settled: z.int(), scored: z.int() }),
  /** The stage before the panel; without it the screening is as far as it goes. */
  stage: z
    .strictObject({
      code: words,
      passMark: z.int(),
      place: z.strictObject({ en: words, fr: words }),
      /** Whoever meets everything is invited to it. */
      items: z.array(item).min(1),
      /** What assessors note, by the points that they give. */
      notes: z.strictObject({
        en: z.record(z.string(), words),
        fr: z.record(z.string(), words),
      }),
    })
    .optional(),
  applicants: z.array(applicant).min(1),
  /** Those who were chosen outright: nobody screens or assesses in such a competition of the demonstration. */
  appointments: z.array(appointment).optional(),
});
export type DemonstrationCompetition = z.output<typeof competition>;

/** The competitions that are under way in a demonstration: `demonstration/competitions.yaml`. */
export const COMPETITIONS_FILE = z.strictObject({ competitions: z.array(competition) });
