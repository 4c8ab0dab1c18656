import type { Language, Translated } from '../../platform/language.ts';
import { assertNever } from '../../platform/result.ts';
import { dateOf, isKnockedOut, NO_ANSWER, numberOf } from '../../regulations/questions/question.ts';
import {
  documentKindOf,
  knockOutOf,
  type Question,
  type QuestionKind,
} from '../../regulations/questions/question-schema.ts';
import { formatDate } from '../../site/dates.ts';
import { formatNumber } from '../../site/numbers.ts';
import type { Answers } from '../answers.ts';
import { QUESTION_TEXTS } from './question-texts.ts';

/** An answer as a submission keeps it: with the question in its words of that moment, and the answer in words. */
export type StoredAnswer = {
  code: string;
  kind: QuestionKind;
  question: Translated;
  /** As it was given: `yes`, codes of options, digits, `YYYY-MM-DD`, a text, or the name of the file. */
  answer: string[];
  /** The kind among the documents by which the document is kept that answers. */
  document?: string;
  /** The options chosen, in words. */
  chosen?: Translated[];
  details?: string;
  /** The rule that probably excludes after this answer, and why a person should decide all the same. */
  exception?: { rule: string; source: Translated; reason: string };
};

/** The answers given, as a submission keeps them; an optional question without answer is left out. */
export const storedAnswers = (
  questions: readonly Question[],
  answers: Answers['questions'],
  documents: readonly { kind: string; fileName: string }[],
): StoredAnswer[] =>
  questions.flatMap((question) => {
    if (question.kind === 'document') return answeredByDocument(question, documents);
    const { answer, details, reason } = answers[question.code] ?? NO_ANSWER;
    const given = { answer, details, reason };
    const stored = valueTyped(question.kind, answer);
    if (stored.length === 0) return [];
    const knockOut = isKnockedOut(question, given) ? knockOutOf(question) : null;
    const { en, fr } = question.text;
    return [
      {
        code: question.code,
        kind: question.kind,
        question: { en, fr },
        answer: stored,
        ...(question.kind === 'choice' && { chosen: chosenOf(question, stored) }),
        ...(details.trim() !== '' && { details }),
        ...(knockOut && {
          exception: { rule: knockOut.rule, source: { en: knockOut.source.en, fr: knockOut.source.fr }, reason },
        }),
      },
    ];
  });

function answeredByDocument(
  question: Question & { kind: 'document' },
  documents: readonly { kind: string; fileName: string }[],
): StoredAnswer[] {
  const { code, kind, text } = question;
  const document = documentKindOf(question);
  const attached = documents.find((one) => one.kind === document);
  return attached
    ? [{ code, kind, question: { en: text.en, fr: text.fr }, answer: [attached.fileName], document }]
    : [];
}

/** An answer as it is stored: a date as `YYYY-MM-DD`, a number in digits, everything else as it was given. */
export function valueTyped(kind: QuestionKind, answer: string[]): string[] {
  if (answer.every((part) => part.trim() === '')) return [];
  const date = dateOf(answer);
  const number = numberOf(answer[0] ?? '');
  if (kind === 'date') return date ? [date] : [];
  if (kind === 'number') return number === undefined ? [] : [String(number)];
  return answer;
}

const chosenOf = ({ options }: Question & { kind: 'choice' }, codes: string[]): Translated[] =>
  options.filter(({ code }) => codes.includes(code)).map(({ text: { en, fr } }) => ({ en, fr }));

/** A stored answer in words: yes, the options chosen, a number or date as its reader writes it, or the text. */
export function answerTold({ kind, answer, chosen = [] }: StoredAnswer, language: Language): string {
  const [first = ''] = answer;
  switch (kind) {
    case 'yes-no':
      return QUESTION_TEXTS[language][first === 'yes' ? 'yes' : 'no'];
    case 'choice':
      return chosen.map((text) => text[language] ?? text.en ?? '').join(' · ');
    case 'number':
      return formatNumber(Number(first), language);
    case 'date':
      return formatDate(first, language);
    case 'text':
    case 'document':
      return first;
    default:
      return assertNever(kind);
  }
}
