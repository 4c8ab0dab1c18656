import { z } from 'zod';
import type { Language } from '../../platform/language.ts';
import type { PROBLEM } from './answer-schemas.ts';
import { API_TEXTS, PARAMETER_TEXTS, PROBLEM_TEXTS, type ParameterName, type ProblemKind } from './api-texts.ts';

export type Problem = z.input<typeof PROBLEM>;
export type Misuse = NonNullable<Problem['errors']>;

export const PROBLEM_STATUSES: Record<ProblemKind, number> = {
  'invalid-parameter': 400,
  'not-found': 404,
  'read-only': 405,
  'not-understood': 400,
  fault: 500,
};
export const PROBLEM_KINDS = Object.keys(PROBLEM_STATUSES) as ProblemKind[];

type Place = { language: Language; publicUrl: string; path: string };

/** What went wrong in the reader's language, under a name that leads to the page for people (RFC 9457). */
export function problemOf(kind: ProblemKind, { language, publicUrl, path }: Place, errors?: Misuse): Problem {
  return {
    type: `${publicUrl}/en/developers#${kind}`,
    ...PROBLEM_TEXTS[kind][language],
    status: PROBLEM_STATUSES[kind],
    instance: path,
    ...(errors && { errors }),
  };
}

/** Each parameter that cannot be used, and how it is written. */
export function misuseOf(error: z.ZodError, known: readonly string[], language: Language): Misuse {
  const t = API_TEXTS[language];
  const unknown = known.length > 0 ? t.noSuchParameter.replace('{names}', known.join(', ')) : t.noParameters;
  const told = error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') return issue.keys.map((parameter) => ({ parameter, detail: unknown }));
    const parameter = String(issue.path[0]);
    return [{ parameter, detail: PARAMETER_TEXTS[parameter as ParameterName].mend[language] }];
  });
  return told.filter(({ parameter }, index) => told.findIndex((one) => one.parameter === parameter) === index);
}
