import { isDeepStrictEqual } from 'node:util';
import { ok, refuse, type Result } from '../platform/result.ts';
import type { Application } from './application.ts';
import { MAX_NATIONALITIES, wordingOf, type Answers, type AnswerStep, type Requirement } from './answers.ts';

/** What one step of the form brings: its own part of the answers. */
export type StepAnswers = { [Step in AnswerStep]: { step: Step; values: Answers[Step] } }[AnswerStep];

export type SaveRefusal =
  /** The step was saved from elsewhere since this form was opened: both texts are shown to their author. */
  { kind: 'changed-meanwhile' } | { kind: 'no-draft' };

/**
 * Saves one step as it was typed. `revision` is the count the form started from: an older one is refused, unless it
 * brings just what is there (a request sent twice). Other steps are left alone, so two tabs on two steps never collide.
 */
export function save(
  application: Application,
  { step, values }: StepAnswers,
  revision: number,
): Result<Application, SaveRefusal> {
  if (application.status !== 'draft') return refuse({ kind: 'no-draft' });
  const { answers } = application;
  const current = answers.revisions[step] ?? 0;
  if (current > 0 && isDeepStrictEqual(answers[step], values)) return ok(application);
  if (revision !== current) return refuse({ kind: 'changed-meanwhile' });
  const revisions = { ...answers.revisions, [step]: current + 1 };
  return ok({ ...application, answers: { ...answers, [step]: values, revisions } });
}

/** The fields of a form as the web server reads them. */
export type Fields = Record<string, string | string[]>;

const one = (fields: Fields, name: string): string => [fields[name] ?? ''].flat()[0] ?? '';

/** What was typed in a step, as it was typed; line breaks become the one of every other system. */
export function readStep(
  step: AnswerStep,
  fields: Fields,
  context: { application: Application; asked: Requirement[] },
): StepAnswers {
  switch (step) {
    case 'identity':
      return { step, values: readIdentity(fields) };
    case 'languages':
      return { step, values: readLevels(fields) };
    case 'requirements':
      return { step, values: readRequirements(fields, context) };
    case 'declarations':
      return { step, values: [fields['declarations'] ?? []].flat() };
  }
}

const readIdentity = (fields: Fields): Answers['identity'] => ({
  givenNames: one(fields, 'givenNames'),
  familyName: one(fields, 'familyName'),
  nationalities: readNationalities(fields),
  residence: one(fields, 'residence'),
  telephone: one(fields, 'telephone'),
});

/** The nationalities chosen, each once, in the order they were given. */
export function readNationalities(fields: Fields): string[] {
  const chosen = Array.from({ length: MAX_NATIONALITIES }, (_, index) => one(fields, `nationality-${index + 1}`));
  return [...new Set(chosen.filter((code) => code !== ''))];
}

const readLevels = (fields: Fields): Answers['languages'] =>
  Object.fromEntries(
    Object.keys(fields)
      .filter((name) => /^level-[a-z]{2}$/.test(name))
      .map((name) => [name.slice('level-'.length), one(fields, name)]),
  );

/** Answers to what the notice asks now; those to what it asked before stay as they are. */
function readRequirements(
  fields: Fields,
  { application, asked }: { application: Application; asked: Requirement[] },
): Answers['requirements'] {
  const answered = asked.flatMap(({ key, text }) => {
    const value = fields[`requirement-${key}`];
    if (value === undefined) return [];
    return [[key, { wording: wordingOf(text), text: one(fields, `requirement-${key}`).replaceAll(/\r\n?/g, '\n') }]];
  });
  return { ...application.answers.requirements, ...(Object.fromEntries(answered) as Answers['requirements']) };
}
