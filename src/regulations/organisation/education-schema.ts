import { z } from 'zod';
import { code, country, language, list, localized, rule, source, text } from './schema-parts.ts';

/** Levels of a scale, as it writes them. */
const levels = z.array(text).min(1);

/** What somebody chooses who cannot tell, or whose degree is of no kind; always offered, beside the kinds of the data. */
export const OTHER_KIND = 'other';

const kind = z.strictObject({
  code: code.refine((value) => value !== OTHER_KIND, 'This code is always there, for what is of no kind'),
  name: localized,
  isced: levels,
  eqf: levels,
  /** In plain words: how many years, after what. */
  meaning: localized,
});

/** The names of one degree as they are printed, each by the language it is in. */
const called = z.array(z.record(language, text)).min(1);

const degree = z.strictObject({
  called,
  /** Where the same name was another degree at another time. */
  when: localized.nullable().default(null),
  /** Usually the nearest: several where it depends, none where the name is that of no full degree. */
  kinds: z.array(code),
  /** Names above, or parts of them, that no public page has confirmed: said beside them until one does. */
  unchecked: z.array(text).default([]),
  note: localized.nullable().default(null),
});

const countries = z.strictObject({
  code,
  name: localized,
  countries: z.array(country).min(1),
  source,
  degrees: z.array(degree).min(1),
});

/**
 * The kinds of education that applicants choose among, and what degrees are usually called where. Help to choose the
 * nearest: nothing is decided from it, and every degree is judged by a person in its own words (E7).
 */
export const EDUCATION_FILE = z
  .strictObject({
    rule,
    source,
    /** Beginnings of words, in small letters without accents, by which a requirement is seen to speak of a degree. */
    spokenOfAs: z.record(language, z.array(text).min(1)),
    scales: z.strictObject({ isced: localized, eqf: localized, source }),
    /** From the highest to the lowest. */
    kinds: list(kind),
    countries: list(countries),
  })
  .check(({ value, issues }) => {
    const known = value.kinds.map((one) => one.code);
    const seen = new Set<string>();
    value.countries.forEach((group, at) => {
      group.countries.forEach((input, index) => {
        if (seen.has(input))
          issues.push({
            code: 'custom',
            input,
            path: ['countries', at, 'countries', index],
            message: 'This country stands in a group above',
          });
        seen.add(input);
      });
      group.degrees.forEach(({ called: printed, kinds, unchecked }, index) => {
        const names = printed.flatMap((one) => Object.values(one));
        const stray = unchecked.findIndex((one) => !names.some((name) => name.includes(one)));
        if (stray >= 0)
          issues.push({
            code: 'custom',
            input: unchecked[stray],
            path: ['countries', at, 'degrees', index, 'unchecked', stray],
            message: 'No such name above',
          });
        const unknown = kinds.findIndex((one) => !known.includes(one));
        if (unknown >= 0)
          issues.push({
            code: 'custom',
            input: kinds[unknown],
            path: ['countries', at, 'degrees', index, 'kinds', unknown],
            message: 'No such kind above',
          });
      });
    });
  });
