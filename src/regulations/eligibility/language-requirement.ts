import type { LanguageScheme } from '../organisation/organisation.ts';
import type { Reason } from '../reason.ts';

/** One thing asked of a person's languages; a requirement is a list of them, each of which must be met. */
export type LanguagePart =
  /** “V in one, II in the other”: two different official languages, the candidate choosing which is the stronger. */
  | { kind: 'either'; one: string; other: string }
  /** “VI in both”: the level in two official languages. */
  | { kind: 'both'; level: string }
  /** “VI in French”: an official language by name. */
  | { kind: 'fixed'; language: string; level: string }
  /** A further language, which need not be official: “IV in Russian”. */
  | { kind: 'extra'; language: string; level: string };

/** The level held in each language, by its ISO 639-1 code; `null` or absent is none. */
export type LanguageLevels = Readonly<Partial<Record<string, string | null>>>;

export type LanguageOutcome = 'met' | 'not-met' | 'not-comparable';
export type LanguageReason = Reason<{ part: LanguagePart; held: LanguageLevels; outcome: LanguageOutcome }>;

export interface LanguagesCompared {
  /** What the levels say of the requirement as a whole. They are the candidate's own estimate, and tested later. */
  outcome: LanguageOutcome;
  /** One for each part, in order. */
  reasons: readonly LanguageReason[];
}

/** Compares levels with every part of a requirement (b3, E5). A level that the scheme lacks is for a person to compare. */
export function compareLanguageParts(
  scheme: LanguageScheme,
  parts: readonly LanguagePart[],
  levels: LanguageLevels,
): LanguagesCompared {
  const reasons = parts.map((part): LanguageReason => {
    const concerned = part.kind === 'fixed' || part.kind === 'extra' ? [part.language] : scheme.official;
    const held = Object.fromEntries(concerned.map((language) => [language, levels[language] ?? null]));
    return { rule: 'E5', source: scheme.source, values: { part, held, outcome: outcomeOf(scheme, part, held) } };
  });
  const outcomes = reasons.map(({ values }) => values.outcome);
  const outcome = outcomes.includes('not-met')
    ? 'not-met'
    : outcomes.includes('not-comparable')
      ? 'not-comparable'
      : 'met';
  return { outcome, reasons };
}

/** The levels that a part of a requirement names. */
export const levelsOf = (part: LanguagePart): string[] =>
  part.kind === 'either' ? [part.one, part.other] : [part.level];

function outcomeOf(scheme: LanguageScheme, part: LanguagePart, held: LanguageLevels): LanguageOutcome {
  const asked = ranksOf(scheme, levelsOf(part));
  const reached = ranksOf(scheme, Object.values(held));
  if (asked.includes(UNKNOWN) || reached.includes(UNKNOWN)) return 'not-comparable';
  return reaches(part, asked, reached) ? 'met' : 'not-met';
}

const UNKNOWN = -1;

/** The places of levels on the scale, as far as there are any; that of a level which the scheme lacks is unknown. */
const ranksOf = ({ levels }: LanguageScheme, codes: readonly (string | null | undefined)[]): number[] =>
  codes.filter((code) => typeof code === 'string').map((code) => levels.findIndex((level) => level.code === code));

/** Whether levels reached in different languages are those that a part asks for: one of them, or two. */
function reaches({ kind }: LanguagePart, [one = UNKNOWN, other = one]: readonly number[], reached: readonly number[]) {
  if (kind === 'fixed' || kind === 'extra') return reached.some((level) => level >= one);
  return reached.some(
    (first, index) => first >= one && reached.some((second, place) => place !== index && second >= other),
  );
}
