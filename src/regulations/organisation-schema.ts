import { z } from 'zod';
import { isCountryCode } from './countries.ts';

/** Where a value comes from: a regulation and its article, a section of the notice, a published page. */
const source = z.string().min(1);
const text = z.string().trim().min(1);
const localized = z.strictObject({ en: text, fr: text });
/** A name that no source gives stays null, and is asked for where it is needed. */
const nullableName = z.strictObject({ en: text.nullable(), fr: text.nullable() });
const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Expected lower-case words joined by hyphens');
const civilDate = z.iso.date('Expected a date as YYYY-MM-DD');
const country = z.string().refine(isCountryCode, 'Expected an ISO 3166-1 alpha-2 country code');
const zone = z.string().refine(isTimeZone, 'Expected an IANA time zone such as Europe/Brussels');
const language = z.string().regex(/^[a-z]{2}$/, 'Expected an ISO 639-1 language code');

const dutyStation = z.strictObject({ code, country, city: localized, zone });
const body = z.strictObject({ code: text, name: localized, shortName: localized, dutyStation: code });
const clearanceLevel = z.strictObject({ code: text, name: nullableName });

export const MAIN_FILE = z
  .strictObject({
    name: localized,
    shortName: localized,
    wordmark: localized,
    footerNote: localized,
    deadline: z.strictObject({ time: z.iso.time({ precision: 0 }), zone, source }),
    clearances: z.strictObject({ scheme: code, source, levels: list(clearanceLevel) }),
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

const memberNation = z.strictObject({ country, from: civilDate, until: civilDate.nullable().default(null) });
export const MEMBER_NATIONS_FILE = z.strictObject({ rule: text, source, nations: z.array(memberNation).min(1) });

const languageLevel = z.strictObject({ code: text, name: nullableName });
export const LANGUAGES_FILE = z.strictObject({
  official: z.array(language).min(1),
  officialSource: source,
  scheme: code,
  source,
  levels: list(languageLevel),
});

const gradeFamily = z.strictObject({ code: text, name: nullableName, grades: z.array(text).min(1) });
export const GRADES_FILE = z
  .strictObject({ scheme: code, source, order: z.array(text).min(1), families: list(gradeFamily) })
  .check(({ value, issues }) => {
    const inFamilies = value.families.flatMap((family) => family.grades);
    value.order.forEach((input, index) => {
      if (inFamilies.filter((grade) => grade === input).length !== 1)
        issues.push({
          code: 'custom',
          input,
          path: ['order', index],
          message: 'A grade belongs to exactly one family',
        });
    });
    if (inFamilies.some((grade) => !value.order.includes(grade)))
      issues.push({
        code: 'custom',
        input: inFamilies,
        path: ['families'],
        message: 'A family has a grade without rank',
      });
  });

const documentKind = z.strictObject({ code, name: localized, description: localized });
const declaration = z.strictObject({ code, rule: text, source, text: localized });
export const APPLICATIONS_FILE = z.strictObject({
  documents: z.strictObject({
    source,
    formats: z.array(z.enum(['pdf'])).min(1),
    maxBytes: z.int().positive(),
    pageSize: z.enum(['A4']),
    kinds: list(documentKind),
  }),
  declarations: list(declaration),
});

const contractClause = z.strictObject({
  code,
  source,
  name: localized,
  /** One sentence for whoever only skims. */
  headline: localized,
  nonSeconded: localized,
  seconded: localized,
  servingStaff: localized,
});
export const CONTRACTS_FILE = z.strictObject({ clauses: list(contractClause) });

/** A list that is not empty, in the order of the text, in which each code stands once. */
function list<Item extends z.ZodType<{ code: string }>>(item: Item) {
  return z
    .array(item)
    .min(1)
    .check(({ value, issues }) => {
      const codes = value.map((entry) => entry.code);
      codes.forEach((entry, index) => {
        if (codes.indexOf(entry) < index)
          issues.push({ code: 'custom', input: entry, path: [index, 'code'], message: `“${entry}” stands here twice` });
      });
    });
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
