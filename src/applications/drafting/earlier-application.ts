import { ANSWER_STEPS, type Answers, type AnswerStep, type Requirement } from '../answers.ts';

/** What is made anew for every vacancy. */
const NEVER_COPIED: AnswerStep[] = ['declarations'];

/**
 * Begins a draft from an earlier application: steps that nobody has touched yet take its answers, requirements theirs
 * where the wording is the same. What was stated for this vacancy stays.
 */
export function beginFromEarlier(answers: Answers, earlier: Answers, asked: Requirement[]): Answers {
  const steps = ANSWER_STEPS.filter((step) => answers.revisions[step] === 0 && !NEVER_COPIED.includes(step));
  const copied: Partial<Answers> = Object.fromEntries(
    steps.map((step) => [step, copyOf(step, { answers, earlier, asked })]),
  );
  const revisions = Object.fromEntries(steps.map((step) => [step, 1]));
  return { ...answers, ...copied, revisions: { ...answers.revisions, ...revisions } };
}

type Copy = { answers: Answers; earlier: Answers; asked: Requirement[] };

function copyOf(step: AnswerStep, { answers, earlier, asked }: Copy): unknown {
  if (step === 'identity') {
    const { nationalities, clearance } = answers.identity;
    const { clearance: _, ...identity } = earlier.identity;
    return { ...identity, ...(nationalities.length > 0 && { nationalities }), ...(clearance && { clearance }) };
  }
  if (step !== 'requirements') return earlier[step];
  const keys = new Set(asked.map(({ key }) => key));
  const same = Object.entries(earlier.requirements).filter(([key]) => keys.has(key));
  return { ...answers.requirements, ...Object.fromEntries(same) };
}
