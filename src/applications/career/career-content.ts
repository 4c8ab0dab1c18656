import type { Entry } from '../../people/profile/profile.ts';
import type { Localized } from '../../platform/language.ts';
import { CAREER_STEPS, statedEntries } from './career-gaps.ts';
import type { ApplicationRules } from '../application.ts';
import type { Answers } from '../answers.ts';

/** What a submission stores of a career: the application's own copy, whole, and nothing where nothing was stated. */
export type CareerContent = {
  education?: Entry[];
  experience?: Entry[];
  /** Each with its wording, in the languages it was asked in. */
  willingness?: { code: string; text: Localized; answer: string }[];
};

export function careerContent(answers: Answers, rules: ApplicationRules): CareerContent {
  const { form, eligibility } = rules;
  const [education = [], experience = []] = CAREER_STEPS.map((step) =>
    form[step].asked === 'no' ? [] : statedEntries(answers, step).map(withoutEmpty),
  );
  const declarations = form.willingness.asked === 'no' ? [] : eligibility.willingness.declarations;
  const willingness = declarations
    .map(({ code, text }) => ({ code, text: { en: text.en, fr: text.fr }, answer: answers.willingness[code] ?? '' }))
    .filter(({ answer }) => answer !== '');
  return {
    ...(education.length > 0 && { education }),
    ...(experience.length > 0 && { experience }),
    ...(willingness.length > 0 && { willingness }),
  };
}

const withoutEmpty = ({ id, fields }: Entry): Entry => ({
  id,
  fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')),
});

/** The degrees and posts that were named for a requirement and are still stated. */
export function evidenceFor(answers: Answers, key: string): { evidence?: string[] } {
  const ids = new Set(CAREER_STEPS.flatMap((step) => statedEntries(answers, step).map(({ id }) => id)));
  const evidence = (answers.requirements[key]?.evidence ?? []).filter((id) => ids.has(id));
  return evidence.length > 0 ? { evidence } : {};
}
