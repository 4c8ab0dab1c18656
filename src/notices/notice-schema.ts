import { z } from 'zod';
import { ATTACHMENT_FORMATS, ATTACHMENT_KINDS, type NoticeRecord } from './notice.ts';

const text = z.string();
const translated = z.strictObject({ en: z.exactOptional(text), fr: z.exactOptional(text) });
const both = <Item extends z.ZodType>(item: Item) => z.strictObject({ en: z.array(item), fr: z.array(item) });
const texts = both(text);
const code = z.string().regex(/^[A-Za-z0-9][\w .+/-]{0,39}$/);
const wholeNumber = z.number().int().nonnegative();
const clause = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

const attachment = z.strictObject({
  kind: z.enum(ATTACHMENT_KINDS),
  maxPages: z.number().int().positive().nullable(),
  pageSize: z.literal('A4').nullable(),
  formats: z.array(z.enum(ATTACHMENT_FORMATS)),
});

const salary = z.strictObject({
  amountMinor: wholeNumber.nullable(),
  currency: z.string().regex(/^[A-Z]{3}$/),
  period: z.enum(['monthly', 'annual', 'hourly']).nullable(),
});

const otherText = z.strictObject({
  preamble: texts,
  requirements: texts,
  contract: texts,
  application: texts,
  additional: texts,
});

/** What the database and the edit form accept as a notice: the shape of `NoticeRecord` and nothing more. */
export const noticeSchema: z.ZodType<NoticeRecord> = z.strictObject({
  reference: z
    .string()
    .regex(/^\d{6}$/)
    .nullable(),
  title: translated,
  location: z
    .strictObject({
      country: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .nullable(),
      city: text,
    })
    .nullable(),
  body: code.nullable(),
  schedule: code.nullable(),
  deadline: z.strictObject({ date: z.iso.date(), time: z.iso.time({ precision: 0 }).nullable() }).nullable(),
  salary: salary.nullable(),
  grades: z.array(code).max(2),
  posts: z.exactOptional(z.array(z.strictObject({ count: wholeNumber.min(1), grades: z.array(code).max(2) }))),
  openEnded: z.exactOptional(z.literal(true)),
  clearance: code.nullable(),
  budgetPending: z.boolean(),
  fastTrack: z.boolean(),
  attachments: z.array(attachment),
  summary: texts,
  challenges: texts,
  essential: texts,
  desirable: texts,
  languages: z.strictObject({ one: code, other: code }).nullable(),
  accountabilities: both(z.strictObject({ heading: text, text })),
  interrelationships: translated,
  directReports: z.strictObject({
    count: wholeNumber.nullable(),
    breakdown: z.array(z.strictObject({ unit: text, count: wholeNumber })),
  }),
  indirectReports: z.strictObject({ count: wholeNumber.nullable() }),
  competencies: both(z.strictObject({ name: text, indicator: text })),
  contract: z.strictObject({ clause: clause.nullable(), twinGradeNote: z.boolean() }),
  provisionalSchedule: z.array(translated),
  closingDuty: translated,
  introductions: z.strictObject({ essential: translated, desirable: translated, competencies: translated }),
  otherText,
  otherFields: both(z.strictObject({ label: text, value: text })),
  otherSections: both(z.strictObject({ heading: text, paragraphs: z.array(text) })),
  links: texts,
});
