import { createHash } from 'node:crypto';
import type { ReceiptContent } from '../applications/submission/receipt.ts';
import type { Organisation } from '../regulations/organisation/organisation.ts';
import { documentKindOf, type Question } from '../regulations/questions/question-schema.ts';
import type { Vacancy } from '../vacancies/vacancy.ts';
import { hashesIn } from './fingerprints.ts';
import type { Finding, ReadText } from './signals.ts';

/** Why the words of a document are not there: it waits for its scan, or the programs that read it gave up. */
export type TextProblem =
  | 'not-open'
  | 'encrypted'
  | 'damaged'
  | 'took-too-long'
  | 'busy'
  | 'not-checked'
  | 'empty'
  | 'too-large'
  | 'not-a-pdf'
  | 'two-in-one';

/** A text as it is kept. */
export type KeptText = ReadText & { sha256: string; problem: TextProblem | null };

/** What was written into the form: statements on requirements, and answers in the applicant's own words. */
export function answerTexts({ requirements, questions = [] }: ReceiptContent): KeptText[] {
  const statements = requirements.map(({ kind, number, answer }) => typed(`requirement:${kind}:${number}`, answer));
  const answers = questions.map(({ code, kind, answer, details, exception }) =>
    typed(
      `question:${code}`,
      [...(kind === 'text' ? answer : []), details ?? '', exception?.reason ?? ''].filter(Boolean).join('\n'),
    ),
  );
  return [...statements, ...answers].filter(({ text }) => text.trim() !== '');
}

function typed(part: string, text: string): KeptText {
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { part, text, hidden: [], links: [], madeWith: [], sha256, problem: null };
}

export const partOfDocument = (kind: string): string => `document:${kind}`;

type Asking = Pick<Vacancy, 'notice' | 'questions'>;

/** Whether a text is a document that answers a question: often a paper that others wrote, alike for many. */
export const answersQuestion = (part: string, questions: readonly Question[]): boolean =>
  questions.some((question) => question.kind === 'document' && part === partOfDocument(documentKindOf(question)));

/** All runs of words that are nobody's own: of the notice, and of what the form and every notice say. */
export function quotedHashes(vacancy: Asking, organisation: Organisation): Set<number> {
  const { standardParagraphs, declarations, questions, documents } = organisation;
  const everywhere = [standardParagraphs, declarations, questions, documents.kinds, vacancy.questions];
  return new Set([...noticeHashes(vacancy), ...hashesIn(stringsIn(everywhere))]);
}

export const noticeHashes = ({ notice }: Pick<Vacancy, 'notice'>): Set<number> => hashesIn(stringsIn(notice));

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** What an applicant declared, in the words they read, that speaks of whose work the application is. */
export const declaredIn = ({ declarations }: ReceiptContent, organisation: Organisation): Finding[] =>
  declarations
    .filter(({ code }) => organisation.declarations.some((one) => one.code === code && /\bA[45]\b/.test(one.rule)))
    .map(({ code, text }) => ({ kind: 'declaration', code, text: { en: text.en, fr: text.fr } }));
