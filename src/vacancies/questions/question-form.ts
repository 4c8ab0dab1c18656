import type { z } from 'zod';
import { LANGUAGES, type Language, type Localized } from '../../platform/language.ts';
import { assertNever, ok, refuse, type Result } from '../../platform/result.ts';
import {
  knockOutOf as knockOutOfQuestion,
  QUESTION,
  type Question,
  type QuestionKind,
} from '../../regulations/questions/question-schema.ts';
import { valueOf, type FormValues } from '../editing/section-form.ts';
import type { Vacancy } from '../vacancy.ts';

/** What is wrong with one field of the form. */
export type QuestionProblem = {
  field: string;
  problem: 'missing' | 'no-number' | 'range' | 'options' | 'option-numbers' | 'no-date' | 'source';
};

/** Questions are settled before others read the vacancy: who applies is asked the same as everybody. */
export const questionsOpen = ({ status }: Pick<Vacancy, 'status'>): boolean => status === 'draft';

/** What a form says of a question of that kind and code, or what is wrong with it, each with its field. */
export function readQuestion(
  values: FormValues,
  { kind, code }: { kind: QuestionKind; code: string },
): Result<Question, QuestionProblem[]> {
  const problems = [...missingTexts(values, 'text'), ...KIND_PROBLEMS[kind](values), ...knockOutProblems(values, kind)];
  if (problems.length > 0) return refuse(problems);
  const typed: z.input<typeof QUESTION> = {
    code,
    kind,
    text: textsOf(values, 'text'),
    hint: hasAny(values, 'hint') ? textsOf(values, 'hint') : null,
    optional: valueOf(values, 'optional') === 'yes',
    ...OF_KIND[kind](values),
  } as z.input<typeof QUESTION>;
  const read = QUESTION.safeParse(typed);
  if (read.success) return ok(read.data);
  return refuse(
    read.error.issues.map(({ path }) => ({ field: FIELD_OF[String(path[0])] ?? 'text.en', problem: 'range' })),
  );
}

const FIELD_OF: Record<string, string> = {
  max: 'max',
  min: 'min',
  options: 'options.en',
  maxCharacters: 'maxCharacters',
  maxPages: 'maxPages',
};

const textsOf = (values: FormValues, name: string): Localized => ({
  en: valueOf(values, `${name}.en`),
  fr: valueOf(values, `${name}.fr`),
});
const hasAny = (values: FormValues, name: string): boolean =>
  LANGUAGES.some((language) => valueOf(values, `${name}.${language}`) !== '');

const missingTexts = (values: FormValues, name: string): QuestionProblem[] =>
  LANGUAGES.filter((language) => valueOf(values, `${name}.${language}`) === '').map((language) => ({
    field: `${name}.${language}`,
    problem: 'missing',
  }));

/** A text in one language alone is a text missing in the other. */
const halfTexts = (values: FormValues, name: string): QuestionProblem[] =>
  hasAny(values, name) ? missingTexts(values, name) : [];

export const optionLines = (values: FormValues, language: Language): string[] =>
  valueOf(values, `options.${language}`)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const wholeNumber = (values: FormValues, field: string): QuestionProblem[] =>
  /^(-?\d{1,9})?$/.test(valueOf(values, field)) ? [] : [{ field, problem: 'no-number' }];

const KIND_PROBLEMS: Record<QuestionKind, (values: FormValues) => QuestionProblem[]> = {
  'yes-no': (values) => [...halfTexts(values, 'hint'), ...halfTexts(values, 'details')],
  choice: (values) => {
    const [en, fr] = [optionLines(values, 'en'), optionLines(values, 'fr')];
    const alike = en.length === fr.length && en.length >= 2;
    return [...halfTexts(values, 'hint'), ...(alike ? [] : [{ field: 'options.en', problem: 'options' } as const])];
  },
  number: (values) => [...halfTexts(values, 'hint'), ...['min', 'max'].flatMap((field) => wholeNumber(values, field))],
  date: (values) => halfTexts(values, 'hint'),
  text: (values) => [...halfTexts(values, 'hint'), ...wholeNumber(values, 'maxCharacters')],
  document: (values) => [...halfTexts(values, 'hint'), ...wholeNumber(values, 'maxPages')],
};

/** Which field of each kind says after which answers a rule probably excludes; a text has none. */
export const KNOCK_OUT_FIELD: Record<QuestionKind, string | null> = {
  'yes-no': 'knockOut.answer',
  choice: 'knockOut.options',
  number: 'knockOut.below',
  date: 'knockOut.after',
  text: null,
  document: null,
};

/** An answer knocks out only by a rule that has a source. */
function knockOutProblems(values: FormValues, kind: QuestionKind): QuestionProblem[] {
  const field = KNOCK_OUT_FIELD[kind];
  const typed = field === null ? '' : valueOf(values, field);
  if (field === null || typed === '') return [];
  const source = missingTexts(values, 'knockOut.source').map(({ field: name }) => ({
    field: name,
    problem: 'source' as const,
  }));
  const rule = /^[A-Za-z][\w.-]*$/.test(valueOf(values, 'knockOut.rule'))
    ? []
    : [{ field: 'knockOut.rule', problem: 'source' as const }];
  return [...WRONG_TYPED[kind](values, field), ...rule, ...source];
}

const numbersIn = (typed: string): number[] =>
  typed
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(Number);

const WRONG_TYPED: Record<QuestionKind, (values: FormValues, field: string) => QuestionProblem[]> = {
  'yes-no': () => [],
  choice: (values, field) => {
    const count = optionLines(values, 'en').length;
    const known = numbersIn(valueOf(values, field)).every(
      (number) => Number.isInteger(number) && number >= 1 && number <= count,
    );
    return known ? [] : [{ field, problem: 'option-numbers' }];
  },
  number: wholeNumber,
  date: (values, field) => (/^\d{4}-\d{2}-\d{2}$/.test(valueOf(values, field)) ? [] : [{ field, problem: 'no-date' }]),
  text: () => [],
  document: () => [],
};

function knockOutOf(values: FormValues, kind: QuestionKind, what: (typed: string) => object): object | null {
  const field = KNOCK_OUT_FIELD[kind];
  const typed = field === null ? '' : valueOf(values, field);
  if (typed === '') return null;
  return { rule: valueOf(values, 'knockOut.rule'), source: textsOf(values, 'knockOut.source'), ...what(typed) };
}

const numberOrNull = (values: FormValues, field: string): number | null =>
  valueOf(values, field) === '' ? null : Number(valueOf(values, field));

const OF_KIND: Record<QuestionKind, (values: FormValues) => object> = {
  'yes-no': (values) => ({
    details: hasAny(values, 'details')
      ? { when: valueOf(values, 'details.when') === 'no' ? 'no' : 'yes', text: textsOf(values, 'details') }
      : null,
    knockOut: knockOutOf(values, 'yes-no', (answer) => ({ answer })),
  }),
  choice: (values) => ({
    several: valueOf(values, 'several') === 'yes',
    options: optionLines(values, 'en').map((en, index) => ({
      code: `o${index + 1}`,
      text: { en, fr: optionLines(values, 'fr')[index] ?? '' },
    })),
    knockOut: knockOutOf(values, 'choice', (typed) => ({ answers: numbersIn(typed).map((number) => `o${number}`) })),
  }),
  number: (values) => ({
    min: numberOrNull(values, 'min'),
    max: numberOrNull(values, 'max'),
    knockOut: knockOutOf(values, 'number', (typed) => ({ below: Number(typed) })),
  }),
  date: (values) => ({ knockOut: knockOutOf(values, 'date', (after) => ({ after })) }),
  text: (values) => {
    const most = numberOrNull(values, 'maxCharacters');
    return most === null ? {} : { maxCharacters: most };
  },
  document: (values) => ({ maxPages: numberOrNull(values, 'maxPages') }),
};

/** A question as the fields of its form. */
export function valuesOf(question: Question): FormValues {
  const texts = (name: string, text: Localized | null) =>
    text ? { [`${name}.en`]: text.en, [`${name}.fr`]: text.fr } : {};
  const knockOut = knockOutOfQuestion(question);
  return {
    ...texts('text', question.text),
    ...texts('hint', question.hint),
    ...(question.optional && { optional: 'yes' }),
    ...(knockOut && { 'knockOut.rule': knockOut.rule, ...texts('knockOut.source', knockOut.source) }),
    ...valuesOfKind(question),
  };
}

function valuesOfKind(question: Question): FormValues {
  const shown = (value: number | null) => (value === null ? '' : String(value));
  switch (question.kind) {
    case 'yes-no': {
      const { details, knockOut } = question;
      return {
        ...(details && { 'details.when': details.when, 'details.en': details.text.en, 'details.fr': details.text.fr }),
        ...(knockOut && { 'knockOut.answer': knockOut.answer }),
      };
    }
    case 'choice': {
      const { options, several, knockOut } = question;
      const numbers = knockOut?.answers.map((answer) => options.findIndex(({ code }) => code === answer) + 1) ?? [];
      return {
        'options.en': options.map(({ text }) => text.en).join('\n'),
        'options.fr': options.map(({ text }) => text.fr).join('\n'),
        ...(several && { several: 'yes' }),
        'knockOut.options': numbers.join(', '),
      };
    }
    case 'number':
      return {
        min: shown(question.min),
        max: shown(question.max),
        'knockOut.below': shown(question.knockOut?.below ?? null),
      };
    case 'date':
      return { 'knockOut.after': question.knockOut?.after ?? '' };
    case 'text':
      return { maxCharacters: String(question.maxCharacters) };
    case 'document':
      return { maxPages: shown(question.maxPages) };
    default:
      return assertNever(question);
  }
}

/** The code of the next question of a vacancy: never one that was used before among those there. */
export function nextCode(questions: readonly Question[]): string {
  const used = questions.map(({ code }) => Number(/^q(\d+)$/.exec(code)?.[1] ?? 0));
  return `q${Math.max(0, ...used) + 1}`;
}
