import type { LanguageScheme } from './organisation.ts';
import type { Reason } from './reason.ts';

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
  const stated = Object.values(held).filter((level) => typeof level === 'string');
  if ([...levelsOf(part), ...stated].some((level) => rank(scheme, level) < 0)) return 'not-comparable';
  return meetsPart(scheme, part, held) ? 'met' : 'not-met';
}

function meetsPart(scheme: LanguageScheme, part: LanguagePart, held: LanguageLevels): boolean {
  if (part.kind === 'fixed' || part.kind === 'extra') return reaches(scheme, held[part.language], part.level);
  const [one, other] = part.kind === 'both' ? [part.level, part.level] : [part.one, part.other];
  return scheme.official.some(
    (first) =>
      reaches(scheme, held[first], one) &&
      scheme.official.some((second) => second !== first && reaches(scheme, held[second], other)),
  );
}

function reaches(scheme: LanguageScheme, held: string | null | undefined, level: string): boolean {
  return typeof held === 'string' && rank(scheme, level) >= 0 && rank(scheme, held) >= rank(scheme, level);
}

const rank = ({ levels }: LanguageScheme, code: string) => levels.findIndex((level) => level.code === code);
