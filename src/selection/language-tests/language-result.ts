import { NO_LEVEL } from '../../applications/answers.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { compareLanguages, type LanguageRequirement } from '../../regulations/eligibility/language-levels.ts';
import type { LanguageOutcome } from '../../regulations/eligibility/language-requirement.ts';
import type { LanguageScheme } from '../../regulations/organisation/organisation.ts';

/** A level that a test found, by the organisation's code, or `none`. */
export type FoundLevel = { candidate: string; language: string; level: string };

export type LanguageProblem =
  /** No level of the organisation's scale. */
  | { kind: 'unknown-level'; candidate: string; language: string }
  /** Something else was recorded before: a correction says why. */
  | { kind: 'reason-missing'; candidate: string; language: string };

type Recording = {
  before: readonly FoundLevel[];
  /** What was typed; an empty level is left as it is. */
  typed: readonly FoundLevel[];
  reason: string;
  scheme: LanguageScheme;
};

/** What is new or corrected among the levels typed, or all that is wrong with them. */
export function recordLevels({ before, typed, reason, scheme }: Recording): Result<FoundLevel[], LanguageProblem[]> {
  const codes = [NO_LEVEL, ...scheme.levels.map(({ code }) => code)];
  const problems: LanguageProblem[] = [];
  const changes = typed.filter(({ candidate, language, level }) => {
    if (level === '') return false;
    const earlier = before.find((one) => one.candidate === candidate && one.language === language);
    if (!codes.includes(level)) problems.push({ kind: 'unknown-level', candidate, language });
    else if (earlier && earlier.level !== level && reason.trim() === '')
      problems.push({ kind: 'reason-missing', candidate, language });
    return earlier?.level !== level;
  });
  return problems.length > 0 ? refuse(problems) : ok(changes);
}

/** What the levels found of one candidate say of what the notice asks (E5); undefined until every official one is tested. */
export function foundOutcome(
  scheme: LanguageScheme,
  required: LanguageRequirement | null,
  found: readonly FoundLevel[],
): LanguageOutcome | undefined {
  if (!required || !scheme.official.every((language) => found.some((one) => one.language === language)))
    return undefined;
  const levels = found.map(({ language, level }) => [language, level === NO_LEVEL ? null : level]);
  return compareLanguages(scheme, required, Object.fromEntries(levels)).outcome;
}
