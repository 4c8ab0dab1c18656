import type { z } from 'zod';
import { ATTACHMENT_FORMATS, type AttachmentRequest, type NoticeRecord } from '../../notices/notice.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { typedDate } from '../../site/date-field.tsx';
import { plainAmount } from '../../site/numbers.ts';
import {
  ATTACHMENT,
  CONTRACT,
  FACT_PROBLEM_KINDS,
  HEADER,
  INTERRELATIONSHIPS,
  QUALIFICATIONS,
  type FactProblemKind,
} from '../facts-schema.ts';
import type { Part } from '../notice-fields.ts';
import { typedPosts } from '../posts.ts';
import { valueOf, type FormValues } from './section-form.ts';

/** What is wrong with one field of the form. */
export type FactProblem = { field: string; kind: FactProblemKind };

type FactsForm = {
  typed: (notice: NoticeRecord) => Record<string, string | string[]>;
  read: (values: FormValues, notice: NoticeRecord) => Result<NoticeRecord, FactProblem[]>;
};

/** The parts that hold facts; each as typed, and read back. */
const FORMS: Partial<Record<Part, FactsForm>> = {
  header: {
    typed: (notice) => ({
      ...typedPost(notice),
      ...typedDeadline(notice),
      ...typedPay(notice),
      ...typedAttachments(notice),
    }),
    read: readHeader,
  },
  qualifications: {
    typed: ({ languages }) => ({ 'languages-one': languages?.one ?? '', 'languages-other': languages?.other ?? '' }),
    read: readLanguages,
  },
  interrelationships: {
    typed: ({ directReports, indirectReports }) => ({
      directReports: typedCount(directReports.count),
      indirectReports: typedCount(indirectReports.count),
    }),
    read: readReports,
  },
  contract: {
    typed: ({ contract }) => ({
      'contract.clause': contract.clause ?? '',
      'contract.twinGradeNote': contract.twinGradeNote ? 'yes' : 'no',
    }),
    read: readContract,
  },
};

/** The facts of a part as its form shows them. */
export const typedFacts = (part: Part, notice: NoticeRecord): Record<string, string | string[]> =>
  FORMS[part]?.typed(notice) ?? {};

/** The notice with the facts of a part as they were typed, or what is wrong with each; what was not sent stays. */
export function withFacts(part: Part, values: FormValues, notice: NoticeRecord): Result<NoticeRecord, FactProblem[]> {
  const form = FORMS[part];
  if (!form) return ok(notice);
  // A box that is not ticked is not sent: where the row of a document is, or the deadline, its boxes are as sent.
  const stands = Object.entries(form.typed(notice)).filter(
    ([name]) =>
      (!name.startsWith('attachment-') || values[name.replace(/\w+$/, 'kind')] === undefined) &&
      (name !== 'open-ended' || values['deadline-day'] === undefined),
  );
  return form.read({ ...Object.fromEntries(stands), ...values }, notice);
}

const typedCount = (count: number | null): string => (count === null ? '' : String(count));

const typedPost = ({ body, grades, posts, location, schedule, clearance, budgetPending, fastTrack }: NoticeRecord) => ({
  body: body ?? '',
  grades: grades.join(', '),
  posts: typedPosts(posts),
  city: location?.city ?? '',
  country: location?.country ?? '',
  schedule: schedule ?? '',
  clearance: clearance ?? '',
  budgetPending: budgetPending ? 'yes' : 'no',
  fastTrack: fastTrack ? 'yes' : 'no',
});

function typedDeadline({ deadline, openEnded }: NoticeRecord) {
  const [year = '', month = '', day = ''] = deadline?.date.split('-') ?? [];
  return {
    'deadline-day': day,
    'deadline-month': month,
    'deadline-year': year,
    'deadline-time': deadline?.time ?? '',
    'open-ended': openEnded ? 'yes' : '',
  };
}

const typedPay = ({ salary }: NoticeRecord) => ({
  'salary-amount': salary?.amountMinor == null ? '' : plainAmount(salary.amountMinor, salary.currency),
  'salary-currency': salary?.currency ?? '',
  'salary-period': salary?.period ?? '',
});

/** As many rows as documents are asked for, and one more. */
export const attachmentRows = ({ attachments }: NoticeRecord): number => attachments.length + 1;

const typedAttachments = ({ attachments }: NoticeRecord): Record<string, string | string[]> =>
  Object.fromEntries(
    attachments.flatMap(({ kind, maxPages, pageSize, formats }, index) => [
      [`attachment-${index}-kind`, kind],
      [`attachment-${index}-pages`, typedCount(maxPages)],
      [`attachment-${index}-a4`, pageSize === 'A4' ? 'yes' : 'no'],
      [`attachment-${index}-formats`, [...formats]],
    ]),
  );

function readLanguages(values: FormValues, notice: NoticeRecord): Result<NoticeRecord, FactProblem[]> {
  const read = QUALIFICATIONS.safeParse(pick(values, ['languages-one', 'languages-other']));
  if (!read.success) return refuse(problemsOf(read.error));
  const { 'languages-one': one, 'languages-other': other } = read.data;
  return ok({ ...notice, languages: one && other ? { one, other } : null });
}

function readReports(values: FormValues, notice: NoticeRecord): Result<NoticeRecord, FactProblem[]> {
  const read = INTERRELATIONSHIPS.safeParse(pick(values, ['directReports', 'indirectReports']));
  if (!read.success) return refuse(problemsOf(read.error));
  const directReports = { ...notice.directReports, count: read.data.directReports };
  return ok({ ...notice, directReports, indirectReports: { count: read.data.indirectReports } });
}

function readContract(values: FormValues, notice: NoticeRecord): Result<NoticeRecord, FactProblem[]> {
  const read = CONTRACT.safeParse(pick(values, ['contract.clause', 'contract.twinGradeNote']));
  if (!read.success) return refuse(problemsOf(read.error));
  const { 'contract.clause': clause, 'contract.twinGradeNote': twinGradeNote } = read.data;
  return ok({ ...notice, contract: { clause, twinGradeNote } });
}

function readHeader(values: FormValues, notice: NoticeRecord): Result<NoticeRecord, FactProblem[]> {
  const sent = {
    ...pick(values, Object.keys(HEADER.shape)),
    'deadline-day': dateOf(values),
    'salary-amount': amountOf(values),
  };
  const read = HEADER.safeParse(sent);
  const attachments = readAttachments(values, notice);
  const both = valueOf(values, 'open-ended') === 'yes' && dateOf(values) !== '';
  const problems = [
    ...(read.success ? [] : problemsOf(read.error)),
    ...(both ? [{ field: 'open-ended', kind: 'open-ended' } as const] : []),
    ...(attachments.ok ? [] : attachments.refusal),
  ];
  if (!read.success || !attachments.ok || both) return refuse(problems);
  const { body, schedule, clearance, budgetPending, fastTrack, grades, city, country, ...rest } = read.data;
  const { 'deadline-day': date, 'deadline-time': at, 'open-ended': openEnded, posts } = rest;
  const { 'salary-amount': amountMinor, 'salary-currency': currency, 'salary-period': period } = rest;
  const { openEnded: _, posts: __, ...others } = notice;
  return ok({
    ...others,
    ...(openEnded && { openEnded }),
    ...(posts.length > 0 && { posts }),
    body,
    schedule,
    clearance,
    budgetPending,
    fastTrack,
    grades,
    location: city === '' ? null : { city, country },
    deadline: date === null ? null : { date, time: at },
    salary: amountMinor === null && currency === null ? null : { amountMinor, currency: currency ?? 'EUR', period },
    attachments: attachments.value,
  });
}

/** The amount beside the currency whose decimals it has, euro where none is given. */
function amountOf(values: FormValues) {
  const text = valueOf(values, 'salary-amount');
  const currency = valueOf(values, 'salary-currency');
  return text === '' ? '' : { text, currency: /^[a-z]{3}$/i.test(currency) ? currency : 'EUR' };
}

const dateOf = (values: FormValues): string =>
  typedDate({
    day: valueOf(values, 'deadline-day'),
    month: valueOf(values, 'deadline-month'),
    year: valueOf(values, 'deadline-year'),
  });

function readAttachments(values: FormValues, notice: NoticeRecord): Result<AttachmentRequest[], FactProblem[]> {
  const rows = Array.from({ length: attachmentRows(notice) }, (_, index) => `attachment-${index}`);
  const asked = rows.filter((row) => valueOf(values, `${row}-kind`) !== '');
  const read = asked.map((row) => ({
    row,
    parsed: ATTACHMENT.safeParse({ kind: valueOf(values, `${row}-kind`), pages: valueOf(values, `${row}-pages`) }),
  }));
  const problems = read.flatMap(({ row, parsed }) =>
    parsed.success ? [] : problemsOf(parsed.error).map(({ field, kind }) => ({ field: `${row}-${field}`, kind })),
  );
  if (problems.length > 0) return refuse(problems);
  return ok(
    read.flatMap(({ row, parsed }) => {
      if (!parsed.success) return [];
      const formats = [values[`${row}-formats`] ?? []].flat();
      const pageSize = valueOf(values, `${row}-a4`) === 'yes' ? ('A4' as const) : null;
      const { kind, pages } = parsed.data;
      return [
        { kind, maxPages: pages || null, pageSize, formats: ATTACHMENT_FORMATS.filter((one) => formats.includes(one)) },
      ];
    }),
  );
}

const pick = (values: FormValues, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, valueOf(values, name)]));

/** Each field once, with the first thing that is wrong with it; the schema says the kind as its message. */
function problemsOf(error: z.ZodError): FactProblem[] {
  const first = new Map(error.issues.toReversed().map(({ path, message }) => [String(path[0]), message]));
  return [...first].map(([field, message]) => ({
    field,
    kind: FACT_PROBLEM_KINDS.find((kind) => kind === message) ?? 'choice',
  }));
}
