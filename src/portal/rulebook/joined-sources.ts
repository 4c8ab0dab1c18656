import type { Language, Localized } from '../../platform/language.ts';

/** Where the values of an entry come from, in the reader's language: each source once, those that are none left out. */
export const joinedSources = (sources: readonly (Localized | null | undefined)[], language: Language): string =>
  [...new Set(sources.flatMap((source) => source?.[language] ?? []))].join(' · ');
