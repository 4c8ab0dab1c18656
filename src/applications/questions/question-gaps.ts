import { NO_ANSWER, problemsOf, type AnswerProblem } from '../../regulations/questions/question.ts';
import type { Question } from '../../regulations/questions/question-schema.ts';
import type { Answers } from '../answers.ts';

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

function fieldOf({ kind }: AnswerProblem, code: string): string {
  if (kind === 'details-missing') return `details-${code}`;
  return kind === 'reason-missing' ? `reason-${code}` : `question-${code}`;
}
