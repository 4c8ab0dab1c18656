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

/** What a group of the provider of sign-in may entrust its members with. Who administers accounts is named by hand. */
export const ROLES_BY_GROUP = [
  'recruiter',
  'recruitment-manager',
  'hiring-manager',
  'translator',
  'budget-officer',
  'auditor',
  'accommodation-officer',
] as const;

/** How people prove who they are, beyond a password. */
const signIn = z.strictObject({
  /** Staff must have a second factor, and so long to set it up after they were entrusted with a task; null: none asked. */
  secondFactor: z.strictObject({ graceDays: z.int().nonnegative(), source }).nullable(),
  /** The organisation's own provider of sign-in, by OpenID Connect; its secret is a setting of the server. */
  outside: z
    .strictObject({
      issuer: z.url({ protocol: /^https?$/ }),
      clientId: text,
      name: localized,
      groupsClaim: text.default('groups'),
      /** Members of these are serving staff, for so many days from each sign-in. */
      servingStaff: z.strictObject({ groups: z.array(text).min(1), days: z.int().positive() }).nullable(),
      /** What members of a group are entrusted with, as long as they are in it at a sign-in. */
      roles: z.array(z.strictObject({ group: text, role: z.enum(ROLES_BY_GROUP) })).default([]),
      source,
    })
    .nullable(),
});

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
    signIn: signIn.default({ secondFactor: null, outside: null }),
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
