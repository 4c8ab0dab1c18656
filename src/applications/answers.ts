import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Translated } from '../platform/language.ts';
import type { NoticeRecord } from '../notices/notice.ts';
import { entriesSchema } from '../people/profile/profile.ts';

/** The steps of the form that hold answers up to the documents, in the order of the task list. */
const BEFORE_DOCUMENTS = [
  'identity',
  'education',
  'experience',
  'languages',
  'requirements',
  'questions',
  'willingness',
] as const;
/** Those that hold answers; documents are a step with a table of their own. */
export const ANSWER_STEPS = [...BEFORE_DOCUMENTS, 'declarations'] as const;
export type AnswerStep = (typeof ANSWER_STEPS)[number];
export const STEPS = [...BEFORE_DOCUMENTS, 'documents', 'declarations'] as const;
export type StepName = (typeof STEPS)[number];

/** How many nationalities the form has room for. */
export const MAX_NATIONALITIES = 3;
/** Characters that are accepted at submission; a draft keeps more. */
export const LIMITS = { name: 100, telephone: 30, requirement: 3000, exception: 1500 } as const;
/** “None”, beside the levels of the organisation's scale. */
export const NO_LEVEL = 'none';

const identity = z.strictObject({
  givenNames: z.string(),
  familyName: z.string(),
  /** ISO 3166-1 alpha-2, as chosen. */
  nationalities: z.array(z.string()).max(MAX_NATIONALITIES),
  residence: z.string(),
  telephone: z.string(),
  /** `YYYY-MM-DD` as typed; only where the organisation's form asks for it. */
  bornOn: z.string().optional(),
  /** Only where the vacancy is for holders of a security clearance. */
  clearance: z
    .strictObject({ level: z.string(), issuer: z.string(), day: z.string(), month: z.string(), year: z.string() })
    .optional(),
  /** Why a person should decide, where the rules say that this one is probably not eligible. */
  exception: z.string().optional(),
});
/**
 * A copy of a part of the profile: later changes there change nothing here. What is left out of this application stays
 * at hand; `none` says that there is nothing to state.
 */
const career = z.strictObject({ none: z.boolean(), entries: entriesSchema, leftOut: entriesSchema });
/** Level by official language (ISO 639-1): a code of the organisation's scale, or `none`. */
const languages = z.record(z.string(), z.string());
/** By the requirement's key, with its wording when it was answered: a corrected notice moves no answer. */
const requirements = z.record(
  z.string(),
  z.strictObject({
    wording: z.string(),
    text: z.string(),
    /** The ids of the entries of education and experience that show it. */
    evidence: z.array(z.string()).optional(),
  }),
);
/** By the question's code, with its wording when it was answered. */
const questions = z.record(
  z.string(),
  z.strictObject({ wording: z.string(), answer: z.array(z.string()), details: z.string(), reason: z.string() }),
);
/** `yes` or `no` by the code of what a person may be willing to do (E8). */
const willingness = z.record(z.string(), z.string());
/** Codes of the declarations made. */
const declarations = z.array(z.string());

/**
 * What a draft keeps: whatever was typed, as it was typed, right or wrong. What is missing or to be mended is said by
 * `steps.ts`, and only a submission demands that there be nothing. The web server's limit on a form bounds it all.
 */
export const answersSchema = z.strictObject({
  identity,
  education: career,
  experience: career,
  languages,
  requirements,
  questions,
  willingness,
  declarations,
  /** How often each step was saved: a form that started from an older count is told so. */
  revisions: z.record(z.enum(ANSWER_STEPS), z.int().nonnegative()),
  /** How often each part of the profile had been saved when it was copied, so that a later one can be offered. */
  fromProfile: z.record(z.string(), z.int().nonnegative()),
  /** The steps that their author does not want kept in the profile. */
  notKept: z.array(z.string()),
});
export type Answers = z.infer<typeof answersSchema>;
export type CareerAnswers = Answers['education'];

const NO_CAREER: CareerAnswers = { none: false, entries: [], leftOut: [] };

export const NO_ANSWERS: Answers = {
  identity: { givenNames: '', familyName: '', nationalities: [], residence: '', telephone: '' },
  education: NO_CAREER,
  experience: NO_CAREER,
  languages: {},
  requirements: {},
  questions: {},
  willingness: {},
  declarations: [],
  revisions: {
    identity: 0,
    education: 0,
    experience: 0,
    languages: 0,
    requirements: 0,
    questions: 0,
    willingness: 0,
    declarations: 0,
  },
  fromProfile: {},
  notKept: [],
};

/** Answers as they were kept, with the steps that came later: a draft that was begun before goes on. */
export const withLaterSteps = (kept: Partial<Answers>): Answers => ({
  ...NO_ANSWERS,
  ...kept,
  revisions: { ...NO_ANSWERS.revisions, ...kept.revisions },
});

export type Requirement = {
  /** Stays the same while the text does, wherever it stands in the list. */
  key: string;
  kind: 'essential' | 'desirable';
  /** Its place among its kind, from 1. */
  number: number;
  text: Translated;
};

/** The requirements of a notice, essential ones first, each with the key its answer is kept by. */
export function requirementsOf(notice: Pick<NoticeRecord, 'essential' | 'desirable'>): Requirement[] {
  const seen = new Map<string, number>();
  const keyOf = (text: Translated): string => {
    const wording = wordingOf(text);
    const times = seen.get(wording) ?? 0;
    seen.set(wording, times + 1);
    return createHash('sha256').update(`${times}:${wording}`).digest('hex').slice(0, 12);
  };
  return (['essential', 'desirable'] as const).flatMap((kind) => {
    const { en, fr } = notice[kind];
    return Array.from({ length: Math.max(en.length, fr.length) }, (_, index) => {
      const text = withoutAbsent({ en: en[index], fr: fr[index] });
      return { key: keyOf(text), kind, number: index + 1, text };
    });
  });
}

/** The text that a requirement is known by: the English one, else the French one. */
export const wordingOf = (text: Translated): string => (text.en ?? text.fr ?? '').replaceAll(/\s+/g, ' ').trim();

const withoutAbsent = ({ en, fr }: { en: string | undefined; fr: string | undefined }): Translated => ({
  ...(en === undefined ? {} : { en }),
  ...(fr === undefined ? {} : { fr }),
});

/** Answers to requirements that the notice no longer has, or words otherwise now: kept, and shown to their author. */
export function strayAnswers(answers: Answers, asked: Requirement[]): { wording: string; text: string }[] {
  const keys = new Set(asked.map(({ key }) => key));
  return Object.entries(answers.requirements)
    .filter(([key, { text }]) => !keys.has(key) && text.trim() !== '')
    .map(([, answer]) => answer);
}

/** Characters as the browser counts them down beside the field: UTF-16 units, a line break being one. */
export const countCharacters = (text: string): number => text.length;
