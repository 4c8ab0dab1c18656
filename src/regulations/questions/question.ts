import { assertNever } from '../../platform/result.ts';
import { isCivilDate } from '../civil-dates.ts';
import type { Question } from './question-schema.ts';

/**
 * What somebody answered, as it was typed: one text; the codes that were ticked; day, month and year. `details` is what
 * was asked further, `reason` why a person should decide although a rule speaks against it.
 */
export type GivenAnswer = { answer: string[]; details: string; reason: string };

export const NO_ANSWER: GivenAnswer = { answer: [], details: '', reason: '' };

/** What is wrong with an answer, and in which of its fields. */
export type AnswerProblem =
  | { kind: 'missing' | 'unknown-option' | 'no-number' | 'no-date' | 'details-missing' | 'reason-missing' }
  | { kind: 'document-missing' }
  | { kind: 'out-of-range'; min: number | null; max: number | null }
  | { kind: 'too-long'; length: number; limit: number };

/** Characters of details and of reasons. */
export const DETAILS_LIMIT = 1500;

/**
 * What a submission would lack of this answer; an optional question may stay without. Whether a document is there, the
 * documents say.
 */
export function problemsOf(question: Question, given: GivenAnswer): AnswerProblem[] {
  if (question.kind === 'document') return [];
  if (isUnanswered(given)) return question.optional ? [] : [{ kind: 'missing' }];
  const wrong = problemOf(question, given);
  if (wrong) return [wrong];
  const long = [given.details, given.reason].find((text) => text.trim().length > DETAILS_LIMIT);
  return [
    ...(asksDetails(question, given) && given.details.trim() === '' ? [{ kind: 'details-missing' } as const] : []),
    ...(isKnockedOut(question, given) && given.reason.trim() === '' ? [{ kind: 'reason-missing' } as const] : []),
    ...(long ? [{ kind: 'too-long', length: long.trim().length, limit: DETAILS_LIMIT } as const] : []),
  ];
}

export const isUnanswered = ({ answer }: GivenAnswer): boolean => answer.every((part) => part.trim() === '');

function problemOf(question: Question, { answer }: GivenAnswer): AnswerProblem | undefined {
  const [first = ''] = answer;
  switch (question.kind) {
    case 'yes-no':
      return first === 'yes' || first === 'no' ? undefined : { kind: 'unknown-option' };
    case 'choice':
      return choiceProblem(question, answer);
    case 'number':
      return numberProblem(question, first);
    case 'date':
      return dateOf(answer) ? undefined : { kind: 'no-date' };
    case 'text': {
      const { length } = first.trim();
      return length > question.maxCharacters ? { kind: 'too-long', length, limit: question.maxCharacters } : undefined;
    }
    case 'document':
      return undefined;
    default:
      return assertNever(question);
  }
}

function choiceProblem({ options, several }: Question & { kind: 'choice' }, answer: string[]) {
  const known = answer.every((code) => options.some((option) => option.code === code));
  return known && (several || answer.length === 1) ? undefined : ({ kind: 'unknown-option' } as const);
}

function numberProblem({ min, max }: Question & { kind: 'number' }, typed: string): AnswerProblem | undefined {
  const value = numberOf(typed);
  if (value === undefined) return { kind: 'no-number' };
  const inside = (min === null || value >= min) && (max === null || value <= max);
  return inside ? undefined : { kind: 'out-of-range', min, max };
}

/** A whole number as people write one: with a sign, and spaces of any kind between the thousands. */
export function numberOf(typed: string): number | undefined {
  const digits = typed.replaceAll(/[\s’']/g, '');
  return /^[+-]?\d{1,12}$/.test(digits) ? Number(digits) : undefined;
}

/** The date of an answer as `YYYY-MM-DD`; undefined where the three parts are no day of the calendar. */
export function dateOf([day = '', month = '', year = '']: string[]): string | undefined {
  if (![day, month, year].every((part) => /^\d{1,4}$/.test(part.trim()))) return undefined;
  const date = [year.trim().padStart(4, '0'), month.trim().padStart(2, '0'), day.trim().padStart(2, '0')].join('-');
  return isCivilDate(date) ? date : undefined;
}

/** Whether the answer is one after which more is asked. */
export const asksDetails = (question: Question, { answer }: GivenAnswer): boolean =>
  question.kind === 'yes-no' && question.details !== null && answer[0] === question.details.when;

/**
 * Whether a rule with a source probably excludes after this answer. It decides nothing: who says why goes on, and a named
 * person decides.
 */
export function isKnockedOut(question: Question, { answer }: GivenAnswer): boolean {
  if (question.kind === 'text' || question.kind === 'document' || !question.knockOut) return false;
  const [first = ''] = answer;
  switch (question.kind) {
    case 'yes-no':
      return first === question.knockOut.answer;
    case 'choice': {
      const { answers } = question.knockOut;
      return answer.length > 0 && answer.every((code) => answers.includes(code));
    }
    case 'number': {
      const value = numberOf(first);
      return value !== undefined && value < question.knockOut.below;
    }
    case 'date': {
      const date = dateOf(answer);
      return date !== undefined && date > question.knockOut.after;
    }
    default:
      return assertNever(question);
  }
}
