import { compareLanguageParts, type LanguageLevels, type LanguageOutcome } from './language-requirement.ts';
import type { LanguageScheme } from '../organisation/organisation.ts';
import type { Reason } from '../reason.ts';

export type { LanguageLevels } from './language-requirement.ts';

/** “V in one, II in the other”: which is the stronger is the candidate's choice. The form that notices have. */
export interface LanguageRequirement {
  one: string;
  other: string;
}

export interface LanguageComparison {
  /** What the levels say of the requirement. It informs a person, and excludes nobody. */
  outcome: LanguageOutcome;
  reasons: readonly [Reason<{ requirement: LanguageRequirement; levels: LanguageLevels }>];
}

/** Compares levels with a requirement, either way round (b3, E5). A level that the scheme lacks is for a person to judge. */
export function compareLanguages(
  scheme: LanguageScheme,
  requirement: LanguageRequirement,
  levels: LanguageLevels,
): LanguageComparison {
  const { outcome } = compareLanguageParts(scheme, [{ kind: 'either', ...requirement }], levels);
  return { outcome, reasons: [{ rule: 'E5', source: scheme.source, values: { requirement, levels } }] };
}

/** True where one official language reaches the one level and a second language the other (b3). */
export const meetsLanguage = (
  scheme: LanguageScheme,
  requirement: LanguageRequirement,
  levels: LanguageLevels,
): boolean => compareLanguages(scheme, requirement, levels).outcome === 'met';
