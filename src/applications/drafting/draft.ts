import { z } from 'zod';
import { typedDate } from '../../site/date-field.tsx';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Application } from '../application.ts';
import { holdTheSame, marksOf, merge, type Marks, type StepValues } from './merging.ts';
import type { Question } from '../../regulations/questions/question-schema.ts';
import type { StatedClearance } from '../eligibility/stated-clearance.ts';
import { fieldsOfPart } from '../../people/profile/profile.ts';
import { readEntries } from '../../people/profile/profile-form.ts';
import {
  MAX_NATIONALITIES,
  wordingOf,
  type CareerAnswers,
  type Answers,
  type AnswerStep,
  type Requirement,
} from '../answers.ts';

/** What one step of the form brings: its own part of the answers. */
export type StepAnswers = { [Step in AnswerStep]: { step: Step; values: Answers[Step] } }[AnswerStep];

export type SaveRefusal =
  /** The form changed a field that was changed elsewhere since it was opened: both are shown to their author. */
  { kind: 'changed-meanwhile'; values: Answers[AnswerStep]; conflicts: string[] } | { kind: 'no-draft' | 'discarded' };

/**
 * Saves one step as it was typed, joined with what was saved of it elsewhere since its form was opened. Without what its
 * fields held then, nothing can be joined: it is taken only where it changes nothing.
 */
export function save(
  application: Application,
  { step, values }: StepAnswers,
  base: Marks | undefined,
): Result<Application, SaveRefusal> {
  if (application.status === 'discarded') return refuse({ kind: 'discarded' });
  if (application.status !== 'draft') return refuse({ kind: 'no-draft' });
  const { answers } = application;
  const current = answers.revisions[step] ?? 0;
  if (!base && !(current > 0 && holdTheSame(answers[step], values)))
    return refuse({ kind: 'changed-meanwhile', values, conflicts: [] });
  const merged = merge(base ?? {}, values, answers[step]);
  if (merged.conflicts.length > 0) return refuse({ kind: 'changed-meanwhile', ...merged });
  if (current > 0 && holdTheSame(answers[step], merged.values)) return ok(application);
  const revisions = { ...answers.revisions, [step]: current + 1 };
  return ok({ ...application, answers: { ...answers, [step]: merged.values, revisions } });
}

/** What the fields of a form held when it was opened, as the form brings it back; undefined where it does not. */
export const readMarks = (fields: Fields): Marks | undefined => MARKS.safeParse(valueOf(fields, 'base')).data;

/** As the form carries them. */
export const marksText = (values: StepValues): string => JSON.stringify(marksOf(values));

const MARKS = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue('no JSON');
      return z.NEVER;
    }
  })
  .pipe(z.record(z.string(), z.string()));

const FIELDS = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
/** The fields of a form as the web server reads them. */
export type Fields = z.infer<typeof FIELDS>;

/** The fields of a request's body; a body that is no form has none. */
export function fieldsOf(body: unknown): Fields {
  const fields = FIELDS.safeParse(body);
  return fields.success ? fields.data : {};
}

/** The one value of a field, the first of several; nothing is the empty text. */
export const valueOf = (fields: Fields, name: string): string => [fields[name] ?? ''].flat()[0] ?? '';

/** What was typed in a step, as it was typed; line breaks become the one of every other system. */
export function readStep(
  step: AnswerStep,
  fields: Fields,
  context: { application: Application; asked: Requirement[]; questions: readonly Question[] },
): StepAnswers {
  const steps: { [Step in AnswerStep]: () => Extract<StepAnswers, { step: Step }> } = {
    identity: () => ({ step: 'identity', values: readIdentity(fields) }),
    education: () => ({ step: 'education', values: readCareer('education', fields, context.application) }),
    experience: () => ({ step: 'experience', values: readCareer('experience', fields, context.application) }),
    languages: () => ({ step: 'languages', values: readLevels(fields) }),
    requirements: () => ({ step: 'requirements', values: readRequirements(fields, context) }),
    questions: () => ({ step: 'questions', values: readQuestions(fields, context) }),
    willingness: () => ({ step: 'willingness', values: readWillingness(fields) }),
    declarations: () => ({ step: 'declarations', values: [fields['declarations'] ?? []].flat() }),
  };
  return steps[step]();
}

const readIdentity = (fields: Fields): Answers['identity'] => ({
  givenNames: valueOf(fields, 'givenNames'),
  familyName: valueOf(fields, 'familyName'),
  nationalities: readNationalities(fields),
  residence: valueOf(fields, 'residence'),
  telephone: valueOf(fields, 'telephone'),
  ...('bornOn-day' in fields && { bornOn: readBirthDate(fields) }),
  ...('clearance-level' in fields && { clearance: readClearance(fields) }),
  ...('exception' in fields && { exception: withUnixLines(valueOf(fields, 'exception')) }),
});

const readBirthDate = (fields: Fields): string => {
  const part = (name: string) => valueOf(fields, `bornOn-${name}`).trim();
  return typedDate({ day: part('day'), month: part('month'), year: part('year') });
};

/** The clearance stated, as it was typed. */
export const readClearance = (fields: Fields): StatedClearance => ({
  level: valueOf(fields, 'clearance-level'),
  issuer: valueOf(fields, 'clearance-issuer'),
  day: valueOf(fields, 'clearance-until-day').trim(),
  month: valueOf(fields, 'clearance-until-month').trim(),
  year: valueOf(fields, 'clearance-until-year').trim(),
});

/** The nationalities chosen, each once, in the order they were given. */
export function readNationalities(fields: Fields): string[] {
  const chosen = Array.from({ length: MAX_NATIONALITIES }, (_, index) => valueOf(fields, `nationality-${index + 1}`));
  return [...new Set(chosen.filter((code) => code !== ''))];
}

const readCareer = (
  part: 'education' | 'experience',
  fields: Fields,
  { answers }: Pick<Application, 'answers'>,
): CareerAnswers => ({
  none: valueOf(fields, `${part}-none`) === 'yes',
  entries: readEntries(part, fieldsOfPart(part, []), fields),
  leftOut: answers[part].leftOut,
});

const WILLINGNESS = 'willingness-own-';
const readWillingness = (fields: Fields): Answers['willingness'] =>
  Object.fromEntries(
    Object.keys(fields)
      .filter((name) => name.startsWith(WILLINGNESS))
      .map((name) => [name.slice(WILLINGNESS.length), valueOf(fields, name)]),
  );

const readLevels = (fields: Fields): Answers['languages'] =>
  Object.fromEntries(
    Object.keys(fields)
      .filter((name) => /^level-[a-z]{2}$/.test(name))
      .map((name) => [name.slice('level-'.length), valueOf(fields, name)]),
  );

/** How many answers a draft keeps, those to earlier wordings of the notice included. */
const MAX_ANSWERS = 200;

/**
 * The answers by their requirement. A form opened before the notice was corrected brings answers to what it asked then:
 * they are kept too, under the wording that they were written for where we know it.
 */
function readRequirements(
  fields: Fields,
  { application, asked }: { application: Application; asked: Requirement[] },
): Answers['requirements'] {
  const before = application.answers.requirements;
  const wordings = new Map(asked.map(({ key, text }) => [key, wordingOf(text)]));
  const answered = Object.keys(fields)
    .flatMap((name) => /^requirement-([0-9a-f]{12})$/.exec(name)?.[1] ?? [])
    .filter((key, index) => wordings.has(key) || index < MAX_ANSWERS - Object.keys(before).length)
    .map((key) => {
      const text = withUnixLines(valueOf(fields, `requirement-${key}`));
      const wording = wordings.get(key) ?? before[key]?.wording ?? '';
      const evidence = [fields[`evidence-${key}`] ?? []].flat();
      return [key, { wording, text, ...(evidence.length > 0 && { evidence }) }] as const;
    });
  return { ...before, ...Object.fromEntries(answered) };
}

const withUnixLines = (text: string): string => text.replaceAll(/\r\n?/g, '\n');

/** The answers by their question; those to questions that are asked no more are kept. */
function readQuestions(
  fields: Fields,
  { application, questions }: { application: Application; questions: readonly Question[] },
): Answers['questions'] {
  const answered = questions.map(({ code, kind, text }) => {
    const name = `question-${code}`;
    const parts =
      kind === 'date' ? ['day', 'month', 'year'].map((part) => valueOf(fields, `${name}-${part}`)) : undefined;
    const answer = (parts ?? [fields[name] ?? []].flat()).map(withUnixLines);
    const [details, reason] = ['details', 'reason'].map((part) => withUnixLines(valueOf(fields, `${part}-${code}`)));
    return [code, { wording: wordingOf(text), answer, details: details ?? '', reason: reason ?? '' }] as const;
  });
  return { ...application.answers.questions, ...Object.fromEntries(answered) };
}
