import { typedDate } from '../../site/date-field.tsx';
import { isSingle, type Entry, type FieldRule, type Part } from './profile.ts';

/** The fields of a form, as the web server reads them. */
export type FormFields = Readonly<Record<string, string | string[] | undefined>>;
export type PartRules = readonly [name: string, rule: FieldRule][];

/** How the fields of one entry are named in a form. */
export const fieldName = (part: Part, id: string, field: string): string => `${part}-${id}-${field}`;

/** The id that the one entry of a single part has. */
export const SINGLE_ID = 'own';

/** How many entries one part keeps: more than any career has. */
export const MAX_ENTRIES = 60;

/**
 * The entries that a form brings, in the form's order, each as it was typed. A form names its entries by their ids, so
 * that an entry which is new in it is new here too.
 */
export function readEntries(part: Part, rules: PartRules, fields: FormFields): Entry[] {
  const named = new RegExp(`^${part}-([a-z0-9]{1,12})-`);
  const ids = Object.keys(fields).flatMap((name) => named.exec(name)?.[1] ?? []);
  const known = isSingle(part) ? [SINGLE_ID] : [...new Set(ids)].slice(0, MAX_ENTRIES);
  return known.map((id) => readEntry(part, id, { rules, fields }));
}

/** One entry, by the id that the form gives it. */
export function readEntry(part: Part, id: string, { rules, fields }: { rules: PartRules; fields: FormFields }): Entry {
  const read = rules.map(([field, { kind }]) => [field, readField(fieldName(part, id, field), kind, fields)] as const);
  return { id, fields: Object.fromEntries(read) };
}

function readField(name: string, kind: FieldRule['kind'], fields: FormFields): string {
  const typed = (suffix = '') => clean([fields[`${name}${suffix}`] ?? ''].flat()[0] ?? '', kind === 'lines');
  if (kind === 'month') return typedMonth({ month: typed('-month').trim(), year: typed('-year').trim() });
  if (kind !== 'date' && kind !== 'birth-date') return typed();
  return typedDate({ day: typed('-day').trim(), month: typed('-month').trim(), year: typed('-year').trim() });
}

/** Line breaks are those of every other system, and what cannot be seen is no text. */
const clean = (text: string, lines: boolean): string => {
  const seen = text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\p{Cc}\u2028\u2029]/gu, (mark) => (mark === '\n' || mark === '\t' ? mark : ''));
  return lines ? seen : seen.replaceAll('\n', ' ');
};

export type MonthParts = { month: string; year: string };

/** What was typed as month and year, as `YYYY-MM`, or `YYYY` without a month; empty where nothing was typed. */
export const typedMonth = ({ month, year }: MonthParts): string =>
  month === '' ? year : `${year}-${month.padStart(2, '0')}`;

/** The two again, as they stand in the form. */
export function monthParts(value: string): MonthParts {
  const [, year = value, month = ''] = /^(.*?)-(\d+)$/.exec(value) ?? [];
  return { month: month.replace(/^0(?=\d)/, ''), year };
}

/** The three parts of a date again. */
export function dateParts(value: string): { day: string; month: string; year: string } {
  const [, year = '', month = '', day = ''] = /^(.*)-([^-]*)-([^-]*)$/.exec(value) ?? [];
  return { day, month, year };
}
