import { areOrdered, lowerFirst } from './grade-order.ts';
import { inForce } from '../in-force.ts';
import type { Grades, Organisation } from '../organisation/organisation.ts';
import type { Reason } from '../reason.ts';

export interface SimilarPostQuestion {
  /** The grades of the post applied for: one, or the two of a twin grade, in either order. */
  notice: readonly string[];
  /** The grades of the post that might be offered. */
  target: readonly string[];
  /** The day of the offer. */
  on: string;
}

export type SimilarPostDoubt = 'unknown-grade' | 'too-many-grades' | 'twin-grade' | 'other-family' | 'no-rule';

export interface SimilarPostAnswer {
  /** A lower grade is no way out where the rule asks for the same. Possible as far as the grade goes: whether the requirements are met, a person checks again in any case. */
  outcome: 'possible' | 'higher' | 'lower' | 'for-a-person';
  doubts: SimilarPostDoubt[];
  /** With the grades of each post, the lower first. */
  reasons: [Reason<{ notice: readonly string[]; target: readonly string[]; on: string }>];
}

/** Whether another post may be offered to somebody who was not chosen, as far as its grade goes (O1). */
export function compareSimilarPost(
  { grades, appointment }: Pick<Organisation, 'grades' | 'appointment'>,
  { on, ...posts }: SimilarPostQuestion,
): SimilarPostAnswer {
  const row = inForce(appointment.similarPost, on);
  const notice = lowerFirst(grades, posts.notice);
  const target = lowerFirst(grades, posts.target);
  const values = { notice, target, on };
  const [first] = appointment.similarPost;
  const { rule, source } = row ?? first ?? { rule: 'O1', source: grades.source };
  const reasons: SimilarPostAnswer['reasons'] = [{ rule, source, values }];
  if (!row) return { outcome: 'for-a-person', doubts: ['no-rule'], reasons };

  const compared = { notice: comparedGrade(notice, row), target: comparedGrade(target, row) };
  const doubts = doubtsOf(grades, { notice, target }, compared);
  const { notice: asked, target: offered } = compared;
  if (doubts.length > 0 || asked === null || offered === null) return { outcome: 'for-a-person', doubts, reasons };
  const [from, to] = [grades.order.indexOf(asked), grades.order.indexOf(offered)];
  if (to > from) return { outcome: 'higher', doubts: [], reasons };
  return { outcome: to < from && row.grade === 'same' ? 'lower' : 'possible', doubts: [], reasons };
}

type Row = Organisation['appointment']['similarPost'][number];
type Compared = { notice: string | null; target: string | null };

/** The grade that counts: a post's only one, or that of a twin-graded post which the rule names. */
function comparedGrade(grades: readonly string[], { twinGradeCountsAs }: Row): string | null {
  if (grades.length <= 1) return grades[0] ?? null;
  if (twinGradeCountsAs === null) return null;
  return (twinGradeCountsAs === 'lower' ? grades[0] : grades.at(-1)) ?? null;
}

function doubtsOf(
  grades: Grades,
  { notice, target }: Pick<SimilarPostQuestion, 'notice' | 'target'>,
  compared: Compared,
): SimilarPostDoubt[] {
  const all = [...notice, ...target];
  const doubts: SimilarPostDoubt[] = [];
  if (notice.length === 0 || target.length === 0 || all.some((grade) => !grades.order.includes(grade)))
    doubts.push('unknown-grade');
  else if (notice.length > 2 || target.length > 2) doubts.push('too-many-grades');
  else if (compared.notice === null || compared.target === null) doubts.push('twin-grade');
  if (!areOrdered(grades, all)) doubts.push('other-family');
  return doubts;
}
