import { createHash } from 'node:crypto';
import { requestedDocuments } from '../applications/documents/document.ts';
import type { ReceiptContent } from '../applications/submission/receipt.ts';
import type { Organisation } from '../regulations/organisation/organisation.ts';
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

/** The kinds of document that are letters: what the notice asks for, and nothing that answers a question (a diploma). */
export function letterKinds(kinds: readonly string[], vacancy: Asking, organisation: Organisation): string[] {
  const answering = requestedDocuments(vacancy, organisation).flatMap(({ kind, answers }) => (answers ? [kind] : []));
  return kinds.filter((kind) => !answering.includes(kind));
}

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
