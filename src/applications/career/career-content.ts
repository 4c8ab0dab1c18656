import { valueIn, type Entry } from '../../people/profile/profile.ts';
import type { Localized } from '../../platform/language.ts';
import { kindOf } from '../../regulations/education/education.ts';
import { CAREER_STEPS, statedEntries } from './career-gaps.ts';
import type { ApplicationRules } from '../application.ts';
import type { Answers } from '../answers.ts';

/** What a submission stores of a career: the application's own copy, whole, and nothing where nothing was stated. */
export type CareerContent = {
  education?: Entry[];
  /** What the kinds that were chosen were called that day, and their level: the choice of the person, judged by nobody. */
  degreeKinds?: { code: string; name: Localized; isced: string[] }[];
  experience?: Entry[];
  /** Each with its wording, in the languages it was asked in. */
  willingness?: { code: string; text: Localized; answer: string }[];
};

export function careerContent(answers: Answers, rules: ApplicationRules): CareerContent {
  const { form, eligibility } = rules;
  const [education = [], experience = []] = CAREER_STEPS.map((step) =>
    form[step].asked === 'no' ? [] : statedEntries(answers, step).map(withoutEmpty),
  );
  const degreeKinds = degreeKindsOf(education, rules);
  const declarations = form.willingness.asked === 'no' ? [] : eligibility.willingness.declarations;
  const willingness = declarations
    .map(({ code, text }) => ({ code, text: { en: text.en, fr: text.fr }, answer: answers.willingness[code] ?? '' }))
    .filter(({ answer }) => answer !== '');
  return {
    ...(education.length > 0 && { education }),
    ...(degreeKinds.length > 0 && { degreeKinds }),
    ...(experience.length > 0 && { experience }),
    ...(willingness.length > 0 && { willingness }),
  };
}

function degreeKindsOf(
  education: readonly Entry[],
  rules: ApplicationRules,
): NonNullable<CareerContent['degreeKinds']> {
  const codes = [...new Set(education.map((entry) => valueIn(entry, 'kind')))].toSorted();
  return codes.flatMap((code) => {
    const kind = kindOf(rules.education, code);
    return kind ? [{ code, name: { en: kind.name.en, fr: kind.name.fr }, isced: kind.isced }] : [];
  });
}

export const withoutEmpty = ({ id, fields }: Entry): Entry => ({
  id,
  fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')),
});

/** The degrees and posts that were named for a requirement and are still stated. */
export function evidenceFor(answers: Answers, key: string): { evidence?: string[] } {
  const ids = new Set(CAREER_STEPS.flatMap((step) => statedEntries(answers, step).map(({ id }) => id)));
  const evidence = (answers.requirements[key]?.evidence ?? []).filter((id) => ids.has(id));
  return evidence.length > 0 ? { evidence } : {};
}
