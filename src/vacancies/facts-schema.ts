import { z } from 'zod';
import { ATTACHMENT_KINDS } from '../notices/notice.ts';
import { minorAmount, minorDigits } from '../site/numbers.ts';
import { readPosts } from './posts.ts';

/** What can be wrong with a field; each schema here says one of them as its message. */
export const FACT_PROBLEM_KINDS = [
  'code',
  'grades',
  'posts',
  'open-ended',
  'city',
  'country',
  'date',
  'time',
  'amount',
  'currency',
  'number',
  'choice',
] as const;
export type FactProblemKind = (typeof FACT_PROBLEM_KINDS)[number];

const emptyOr = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? null : value), schema.nullable());
const code = (kind: FactProblemKind) => z.string().regex(/^[A-Za-z0-9][\w .+/-]{0,39}$/, kind);
const yes = z.string().transform((value) => value === 'yes');
const wholeNumber = z
  .string()
  .regex(/^\d{1,5}$/, 'number')
  .transform(Number);
const oneOf = <const Values extends readonly string[]>(values: Values) => z.enum(values, 'choice');

/** `23:59` is the whole minute's start, as printed. */
export const time = z
  .string()
  .regex(/^([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, 'time')
  .transform((value) => {
    const [hours = '', minutes = '', seconds = '00'] = value.split(':');
    return `${hours.padStart(2, '0')}:${minutes}:${seconds}`;
  });

/** An amount as people of either language write it, `6212.40` or `6 212,40`, in the minor unit of its currency. */
const amount = z.object({ text: z.string(), currency: z.string() }).transform(({ text, currency }, context) => {
  // What stands before three digits parts thousands, unless these are the decimals that the currency has.
  const thousands = minorDigits(currency) === 3 ? /[.,](?=\d{3}[.,])/g : /[.,](?=\d{3}(?!\d))/g;
  const plain = text
    .replaceAll(/[\s’']/g, '')
    .replace(thousands, '')
    .replace(',', '.');
  const minor = /^\d{1,9}(\.|$)/.test(plain) ? minorAmount(plain, currency) : undefined;
  if (minor === undefined) context.addIssue({ code: 'custom', message: 'amount' });
  return minor ?? z.NEVER;
});

const grades = z
  .string()
  .transform((value) =>
    value
      .split(/[,;]/)
      .map((grade) => grade.trim())
      .filter(Boolean),
  )
  .pipe(z.array(code('grades')).max(2, 'grades'));

/** Groups of posts, one a line; where there are none, the notice announces one post. */
const posts = z.string().transform((text, context) => {
  const groups = readPosts(text);
  if (!groups) context.addIssue({ code: 'custom', message: 'posts' });
  return groups ?? z.NEVER;
});

export const HEADER = z.object({
  body: emptyOr(code('code')),
  grades,
  posts,
  'open-ended': yes,
  city: z.string().max(100, 'city'),
  country: emptyOr(
    z
      .string()
      .toUpperCase()
      .regex(/^[A-Z]{2}$/, 'country'),
  ),
  schedule: emptyOr(code('code')),
  'deadline-day': emptyOr(z.iso.date('date')),
  'deadline-time': emptyOr(time),
  'salary-amount': emptyOr(amount),
  'salary-currency': emptyOr(
    z
      .string()
      .toUpperCase()
      .regex(/^[A-Z]{3}$/, 'currency'),
  ),
  'salary-period': emptyOr(oneOf(['monthly', 'annual', 'hourly'])),
  clearance: emptyOr(code('code')),
  budgetPending: yes,
  fastTrack: yes,
});

/** Which levels and clauses there are is the organisation's to say: the form offers those. */
const level = emptyOr(code('choice'));
export const QUALIFICATIONS = z
  .object({ 'languages-one': level, 'languages-other': level })
  .superRefine((value, issues) => {
    const { 'languages-one': one, 'languages-other': other } = value;
    if ((one === null) !== (other === null))
      issues.addIssue({
        code: 'custom',
        path: [one === null ? 'languages-one' : 'languages-other'],
        message: 'choice',
      });
  });
export const INTERRELATIONSHIPS = z.object({
  directReports: emptyOr(wholeNumber),
  indirectReports: emptyOr(wholeNumber),
});
export const CONTRACT = z.object({
  'contract.clause': emptyOr(code('choice')),
  'contract.twinGradeNote': yes,
});
export const ATTACHMENT = z.object({ kind: oneOf(ATTACHMENT_KINDS), pages: emptyOr(wholeNumber) });
