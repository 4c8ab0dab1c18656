import { entryProblems, type EntryProblem } from '../../people/profile/entry-problems.ts';
import { choicesIn } from '../../people/profile/entry-words.ts';
import { fieldName, SINGLE_ID } from '../../people/profile/profile-form.ts';
import { fieldsOfPart, isBlank, type Entry } from '../../people/profile/profile.ts';
import type { ApplicationRules } from '../application.ts';
import type { Answers, StepName } from '../answers.ts';

export type CareerStep = 'education' | 'experience';
export const CAREER_STEPS = ['education', 'experience'] as const satisfies StepName[];
export const isCareer = (step: StepName): step is CareerStep => step === 'education' || step === 'experience';

/** The entries of a step that are submitted: what was left empty is none. */
export const statedEntries = (answers: Answers, step: CareerStep): Entry[] =>
  answers[step].entries.filter((entry) => !isBlank(entry));

export type EntryGap = { step: CareerStep; field: string; problem: 'entry'; name: string; found: EntryProblem };
export type AnswerGap = { step: CareerStep | 'willingness'; field: string; problem: 'missing' };

/** What education and experience lack, by what the organisation asks for (E6, E7): never how much of it there is. */
export function careerGaps(answers: Answers, rules: ApplicationRules): (EntryGap | AnswerGap)[] {
  return CAREER_STEPS.flatMap((step): (EntryGap | AnswerGap)[] => {
    const { asked } = rules.form[step];
    if (asked === 'no') return [];
    const entries = statedEntries(answers, step);
    const nothing = entries.length === 0 && !answers[step].none && asked === 'required';
    if (nothing) return [{ step, field: `${step}-none`, problem: 'missing' }];
    return entries.flatMap((entry) =>
      entryProblems(entry, fieldsOfPart(step, []), choicesIn(rules)).map(({ field, problem }) => {
        return {
          step,
          field: fieldName(step, entry.id, field),
          problem: 'entry',
          name: field,
          found: problem,
        } as const;
      }),
    );
  });
}

/** The declarations of willingness without an answer, where each needs one (E8). A “no” is an answer. */
export function willingnessGaps({ willingness }: Answers, rules: ApplicationRules): AnswerGap[] {
  if (rules.form.willingness.asked !== 'required') return [];
  return rules.eligibility.willingness.declarations
    .filter(({ code }) => (willingness[code] ?? '') === '')
    .map(({ code }) => ({ step: 'willingness', field: fieldName('willingness', SINGLE_ID, code), problem: 'missing' }));
}
