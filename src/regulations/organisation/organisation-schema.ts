import { z } from 'zod';
import {
  code,
  country,
  dated,
  distinct,
  language,
  list,
  localized,
  nullableName,
  source,
  text,
  zone,
} from './schema-parts.ts';

const dutyStation = z.strictObject({ code, country, city: localized, zone });
const body = z.strictObject({ code: text, name: localized, shortName: localized, dutyStation: code });

export const MAIN_FILE = z
  .strictObject({
    name: localized,
    shortName: localized,
    wordmark: localized,
    footerNote: localized,
    /** Completes a deadline printed as a date alone. */
    deadlines: dated({ time: z.iso.time({ precision: 0 }), zone }).min(1),
    dutyStations: list(dutyStation),
    bodies: list(body),
  })
  .check(({ value, issues }) => {
    const stations = new Set(value.dutyStations.map((station) => station.code));
    value.bodies.forEach(({ dutyStation: input }, index) => {
      if (!stations.has(input))
        issues.push({ code: 'custom', input, path: ['bodies', index, 'dutyStation'], message: 'No such duty station' });
    });
  });

const languageLevel = z.strictObject({ code: text, name: nullableName });
export const LANGUAGES_FILE = z.strictObject({
  /** Those in which the organisation works: each of its texts is given in all of them. */
  official: distinct(language),
  officialSource: source,
  scheme: code,
  source,
  levels: list(languageLevel),
});
