import type { LanguageRequirement } from '../../regulations/eligibility/language-levels.ts';
import type { LanguageOutcome } from '../../regulations/eligibility/language-requirement.ts';
import type { LanguageScheme } from '../../regulations/organisation/organisation.ts';
import { foundOutcome, type FoundLevel } from './language-result.ts';

export type StandingLevel = { language: string; level: string; corrected: boolean };

/** What was found of one candidate in the languages that the notice asks for, beside what it asks. */
export type LanguageStanding = {
  levels: StandingLevel[];
  /** Undefined until every official language is tested. */
  outcome: LanguageOutcome | undefined;
};

type Found = FoundLevel & { corrected: boolean };

/** How each candidate of whom a level is recorded stands to the notice: by the application's id. */
export function languageStandings(
  found: readonly Found[],
  { scheme, required }: { scheme: LanguageScheme; required: LanguageRequirement | null },
): Map<string, LanguageStanding> {
  return new Map(
    [...Map.groupBy(found, ({ candidate }) => candidate)].map(([candidate, own]) => [
      candidate,
      {
        levels: own.map(({ language, level, corrected }) => ({ language, level, corrected })),
        outcome: foundOutcome(scheme, required, own),
      },
    ]),
  );
}

/** Those below what the notice asks for: a person says why one of them is found suitable all the same. */
export const belowLevel = (standings: ReadonlyMap<string, LanguageStanding>): Set<string> =>
  new Set([...standings].flatMap(([candidate, { outcome }]) => (outcome === 'not-met' ? [candidate] : [])));
