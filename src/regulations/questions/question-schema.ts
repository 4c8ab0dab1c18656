import { z } from 'zod';
import { civilDate, code, localized, rule, source } from '../organisation/schema-parts.ts';

/** Characters of an answer in words, where a question says nothing else. */
export const TEXT_LIMIT = 1500;

/** Answers after which a rule probably excludes: it needs a source, and the last word is a person's. */
const knockOut = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z
    .strictObject({ rule, source, ...shape })
    .nullable()
    .default(null);

const asked = {
  code,
  text: localized,
  hint: localized.nullable().default(null),
  optional: z.boolean().default(false),
  /** By what the organisation asks it; a question of one vacancy is asked by those who wrote it. */
  source: source.nullable().default(null),
};

const option = z.strictObject({ code, text: localized });
const yesOrNo = z.enum(['yes', 'no']);

const yesNo = z.strictObject({
  ...asked,
  kind: z.literal('yes-no'),
  /** What is asked further after one of the two answers, in words. */
  details: z.strictObject({ when: yesOrNo, text: localized }).nullable().default(null),
  knockOut: knockOut({ answer: yesOrNo }),
});
const choice = z.strictObject({
  ...asked,
  kind: z.literal('choice'),
  several: z.boolean().default(false),
  options: z.array(option).min(2),
  knockOut: knockOut({ answers: z.array(code).min(1) }),
});
const number = z.strictObject({
  ...asked,
  kind: z.literal('number'),
  /** Whole numbers; both ends are allowed. */
  min: z.int().nullable().default(null),
  max: z.int().nullable().default(null),
  knockOut: knockOut({ below: z.int() }),
});
const date = z.strictObject({
  ...asked,
  kind: z.literal('date'),
  knockOut: knockOut({ after: civilDate }),
});
const words = z.strictObject({
  ...asked,
  kind: z.literal('text'),
  maxCharacters: z.int().min(50).max(10_000).default(TEXT_LIMIT),
});

/** Answered by a file, which is checked as every other document of an application is. */
const file = z.strictObject({
  ...asked,
  kind: z.literal('document'),
  maxPages: z.int().min(1).max(200).nullable().default(null),
});

/** What an answer is kept by among the documents of an application. */
export const documentKindOf = ({ code: of }: Pick<Question, 'code'>): string => `question-${of}`;

/** A question to applicants: the organisation's own, of every vacancy, or one of a single vacancy. */
export const QUESTION = z
  .discriminatedUnion('kind', [yesNo, choice, number, date, words, file])
  .check(({ value, issues }) => {
    for (const { path, message } of inconsistencies(value))
      issues.push({ code: 'custom', input: value, path, message });
  });
export type Question = z.infer<typeof QUESTION>;
export type QuestionKind = Question['kind'];
export const QUESTION_KINDS = [
  'yes-no',
  'choice',
  'number',
  'date',
  'text',
  'document',
] as const satisfies readonly QuestionKind[];

export type KnockOut = NonNullable<Extract<Question, { knockOut: unknown }>['knockOut']>;
/** The rule that may exclude after an answer; a text and a document have none. */
export const knockOutOf = (question: Question): KnockOut | null => ('knockOut' in question ? question.knockOut : null);

type Inconsistency = { path: string[]; message: string };

function inconsistencies(value: Question): Inconsistency[] {
  if (value.kind === 'number' && value.min !== null && value.max !== null && value.min > value.max)
    return [{ path: ['max'], message: 'The largest number allowed is smaller than the smallest' }];
  if (value.kind !== 'choice') return [];
  const codes = value.options.map((one) => one.code);
  const twice = codes.some((one, index) => codes.indexOf(one) < index);
  const unknown = value.knockOut?.answers.find((answer) => !codes.includes(answer));
  return [
    ...(twice ? [{ path: ['options'], message: 'Each option needs a code of its own' }] : []),
    ...(unknown ? [{ path: ['knockOut', 'answers'], message: `“${unknown}” is none of the options` }] : []),
  ];
}
