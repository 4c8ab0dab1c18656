import type { LanguageScheme } from './organisation.ts';
import type { Reason } from './reason.ts';

/** “V in one, II in the other”: which is the stronger is the candidate's choice. */
export interface LanguageRequirement {
  one: string;
  other: string;
}

/** The level in each official language, by its ISO 639-1 code; `null` or absent is none. */
export type LanguageLevels = Readonly<Partial<Record<string, string | null>>>;

export interface LanguageComparison {
  /** What the levels say of the requirement. It informs a person, and excludes nobody. */
  outcome: 'met' | 'not-met' | 'not-comparable';
  reasons: readonly [Reason<{ requirement: LanguageRequirement; levels: LanguageLevels }>];
}

/** Compares levels with a requirement, either way round (b3, E5). A level that the scheme lacks is for a person to judge. */
export function compareLanguages(
  scheme: LanguageScheme,
  requirement: LanguageRequirement,
  levels: LanguageLevels,
): LanguageComparison {
  const stated = scheme.official.flatMap((language) => levels[language] ?? []);
  const comparable = [requirement.one, requirement.other, ...stated].every((level) => rank(scheme, level) >= 0);
  const met = comparable && meetsLanguage(scheme, requirement, levels);
  const outcome = met ? 'met' : comparable ? 'not-met' : 'not-comparable';
  return { outcome, reasons: [{ rule: 'E5', source: scheme.source, values: { requirement, levels } }] };
}

/** True where one official language reaches the one level and a second language the other (b3). */
export function meetsLanguage(
  scheme: LanguageScheme,
  requirement: LanguageRequirement,
  levels: LanguageLevels,
): boolean {
  const reaches = (language: string, level: string) => {
    const held = levels[language] ?? null;
    return held !== null && rank(scheme, level) >= 0 && rank(scheme, held) >= rank(scheme, level);
  };
  return scheme.official.some(
    (first) =>
      reaches(first, requirement.one) &&
      scheme.official.some((second) => second !== first && reaches(second, requirement.other)),
  );
}

const rank = ({ levels }: LanguageScheme, code: string) => levels.findIndex((level) => level.code === code);
