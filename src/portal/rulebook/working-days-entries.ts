import type { Language } from '../../platform/language.ts';
import { WEEKDAYS, type Weekday } from '../../regulations/civil-dates.ts';
import { inForce } from '../../regulations/in-force.ts';
import { formatDate } from '../../site/dates.ts';
import { dateTimeFormat } from '../../site/intl.ts';
import { formatNumber, joinList, LOCALES } from '../../site/numbers.ts';
import { rowsInForce } from './rows-in-force.ts';
import type { RuleEntry, RulebookQuestion } from './rule-entry.ts';
import { RULEBOOK_TEXTS } from './rulebook-texts.ts';

/** Within how many days applications are screened, each of them counted or only working days. */
export function screeningEntry({ organisation: { selection }, language }: RulebookQuestion): RuleEntry {
  const t = RULEBOOK_TEXTS[language].screening;
  const { withinDays, unit, source } = selection.screening;
  const within = withinDays === null ? t.open : t.within[unit].replace('{days}', formatNumber(withinDays, language));
  return { rules: [], title: t.title, decides: [within], source: source[language] };
}

/** The weekdays on which nobody works, and the closed days from that year on; nothing where no calendar is kept. */
export function workingDaysEntries({ organisation, on, language }: RulebookQuestion): RuleEntry[] {
  const { workingDays: calendar } = organisation;
  const row = calendar && inForce(calendar.weekdays, on);
  if (!calendar || !row) return [];
  const t = RULEBOOK_TEXTS[language].workingDays;
  const years = calendar.years.filter(({ year }) => year >= Number(on.slice(0, 4)));
  const last = years.at(-1)?.year ?? Number(on.slice(0, 4)) - 1;
  const weekdays = row.closed.map((day) => t.weekday.replace('{day}', weekdayName(day, language)));
  return [
    {
      rules: [],
      title: t.title,
      decides: [
        ...(weekdays.length > 0 ? [t.weekdays.replace('{days}', joinList(weekdays, language))] : []),
        ...(years.length > 0 ? [t.decides] : []),
        t.unknown.replace('{year}', String(last)),
      ],
      ...(years.length > 0 && {
        table: {
          columns: t.columns,
          rows: years.flatMap(({ closed, source }) =>
            closed.map((day) => ({
              cells: [formatDate(day.on, language), day.name[language]],
              source: source[language],
            })),
          ),
        },
      }),
      source: row.source[language],
      rows: rowsInForce(calendar.weekdays, on),
    },
  ];
}

/** 1 January 2024 was a Monday. */
const A_MONDAY = Date.UTC(2024, 0, 1);
const A_DAY_MS = 24 * 3_600_000;

const weekdayName = (day: Weekday, language: Language): string =>
  dateTimeFormat(LOCALES[language], { weekday: 'long', timeZone: 'UTC' }).format(
    A_MONDAY + WEEKDAYS.indexOf(day) * A_DAY_MS,
  );
