import type { Translated } from '../../platform/language.ts';
import type { Education } from '../organisation/organisation.ts';

export type DegreeNames = Education['countries'][number];
export type EducationKind = Education['kinds'][number];

/** What degrees are usually called in a country (ISO 3166-1 alpha-2); undefined where the organisation has not said. */
export const namesIn = ({ countries }: Pick<Education, 'countries'>, country: string): DegreeNames | undefined =>
  countries.find((group) => group.countries.includes(country));

/** The kind that a code names; undefined for the one that is of no kind, and for a code of other days. */
export const kindOf = ({ kinds }: Pick<Education, 'kinds'>, code: string): EducationKind | undefined =>
  kinds.find((kind) => kind.code === code);

/** What a degree is called: the names, each with the language it is in. */
export const calledIn = ({ called }: DegreeNames['degrees'][number]): { name: string; language: string }[] =>
  called.flatMap((names) => Object.entries(names).map(([language, name]) => ({ language, name })));

/** The names of a degree that no public page has confirmed yet, each with the language it is in. */
export const uncheckedIn = (degree: DegreeNames['degrees'][number]): { name: string; language: string }[] =>
  degree.unchecked.flatMap((name) =>
    calledIn(degree)
      .filter((called) => called.name.includes(name))
      .slice(0, 1)
      .map(({ language }) => ({ name, language })),
  );

/** Whether there is more to say of a degree than its names and kinds. */
export const hasRemarks = ({ note, unchecked }: DegreeNames['degrees'][number]): boolean =>
  note !== null || unchecked.length > 0;

/** Small letters without accents. */
const fold = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/**
 * Whether a requirement speaks of a degree, by the words the organisation names: to show it beside the question, where
 * one too many harms nobody. What it asks for is for people to read.
 */
export function speaksOfDegree(text: Translated, { spokenOfAs }: Pick<Education, 'spokenOfAs'>): boolean {
  return Object.entries(text).some(([language, words]) => {
    const folded = ` ${fold(words).replaceAll(/[^\p{L}\p{N}]+/gu, ' ')}`;
    return (spokenOfAs[language] ?? []).some((beginning) => folded.includes(` ${fold(beginning)}`));
  });
}
