import { formatInstantToMinute, formatZone } from '../../site/dates.ts';
import { dateTimeFormat } from '../../site/intl.ts';
import { LOCALES } from '../../site/numbers.ts';
import type { Typed } from './asked.ts';
import { FIGURES_TEXTS } from './figures-texts.ts';
import type { Figures, Reading, Report } from './report.ts';

/** A report as it is read, on its page and in its files. */
export type ShownReport = Figures & {
  code: string;
  title: string;
  /** What was counted, in words; and as of when. */
  counted: string;
  asOf: string;
};

export async function shownReport(report: Report, reading: Reading, typed: Typed): Promise<ShownReport> {
  const { language, now, zone } = reading;
  const t = FIGURES_TEXTS[language];
  const { notes, tables } = await report.figures(reading);
  return {
    code: report.code,
    title: report.title[language],
    counted: t.askedFor(askedInWords(reading, typed)),
    asOf: t.asOf(formatInstantToMinute(now, zone, language)),
    notes: [...notes, t.period, t.zone(formatZone(zone, language)), t.own],
    tables,
  };
}

/** What is asked for, part by part; a part that limits nothing is left out. */
function askedInWords({ asked, organisation, language }: Reading, { kind, grade }: Typed): string {
  const t = FIGURES_TEXTS[language];
  const family = organisation.grades.families.find(({ code }) => code === kind);
  const clause = organisation.contractClauses.find(({ code }) => code === asked.clause);
  const parts = [
    ...(asked.from === undefined ? [] : [t.fromMonth(monthName(asked.from, language))]),
    ...(asked.until === undefined ? [] : [t.untilMonth(monthName(asked.until, language))]),
    ...(family ? [familyName(family, language)] : []),
    ...(organisation.grades.order.includes(grade) ? [grade] : []),
    ...(clause ? [clause.name[language]] : []),
    ...(asked.body === undefined ? [] : [asked.body]),
  ];
  return parts.length === 0 ? t.everything : parts.join(', ');
}

type Family = Reading['organisation']['grades']['families'][number];
/** A family by its name, or by its letter where it has none. */
export const familyName = ({ code, name }: Family, language: Reading['language']): string => name?.[language] ?? code;

/** A month `YYYY-MM` in words: `March 2026`. */
const monthName = (month: string, language: Reading['language']): string =>
  dateTimeFormat(LOCALES[language], { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-15T12:00:00Z`),
  );
