import { NO_ANSWER, problemsOf, type AnswerProblem } from '../../regulations/questions/question.ts';
import { documentKindOf, type Question } from '../../regulations/questions/question-schema.ts';
import { fileField } from '../documents/document.ts';
import type { Answers } from '../answers.ts';

/** The documents of an application that a question needs to know: of which kind each is. */
type Attached = readonly { kind: string }[];

export type QuestionGap = { field: string; number: number; wrong: AnswerProblem };

/** What the answers lack; the questions are numbered as they stand on the page. */
export const questionGaps = (questions: readonly Question[], answers: Answers['questions']): QuestionGap[] =>
  questions.flatMap((question, index) =>
    problemsOf(question, answers[question.code] ?? NO_ANSWER).map((wrong) => ({
      field: fieldOf(wrong, question.code),
      number: index + 1,
      wrong,
    })),
  );

/** The questions that a document answers, where it is needed and not attached; it is attached among the documents. */
export const unansweredByDocument = (questions: readonly Question[], documents: Attached): QuestionGap[] =>
  questions.flatMap((question, index) => {
    const kind = documentKindOf(question);
    const attached = documents.some((document) => document.kind === kind);
    return question.kind !== 'document' || question.optional || attached
      ? []
      : [{ field: fileField(kind), number: index + 1, wrong: { kind: 'document-missing' } as const }];
  });

function fieldOf({ kind }: AnswerProblem, code: string): string {
  if (kind === 'details-missing') return `details-${code}`;
  return kind === 'reason-missing' ? `reason-${code}` : `question-${code}`;
}
