import type { Language } from '../../platform/language.ts';
import { countryName } from '../../regulations/organisation/countries.ts';
import { formatMoney, joinList } from '../../site/numbers.ts';
import type { NoticeDeadline, NoticeRecord, NoticeSalary } from '../notice.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { HeaderLabel } from '../vocabulary-schema.ts';
import type { House, PrintedField } from './printed-notice.ts';
import { formOf } from './printed-form.ts';

const NO_BREAK = '\u00a0';

/** The header: the facts a notice gives under the labels of the organisation, and the lines that have a label of their own. */
export function headerFields(record: NoticeRecord, house: House, language: Language): PrintedField[] {
  const values = headerValues(record, house, language);
  const known = LABELLED.flatMap((name): PrintedField[] => {
    const value = values[name];
    return value === undefined ? [] : [{ label: labelOf(name, house.vocabulary, language), value }];
  });
  // The last label we know ends the header, so what we don't know stands before it.
  return [...known.slice(0, -1), ...record.otherFields[language], ...known.slice(-1)];
}

/** The facts of the header in the order they are printed. */
const LABELLED = ['location', 'body', 'schedule', 'deadline', 'salary', 'grade', 'clearance'] as const;
type Labelled = (typeof LABELLED)[number];

function labelOf(name: HeaderLabel, { data }: Vocabulary, language: Language): string {
  return formOf(data.labels[name], language, data.misleadingLabels) ?? name;
}

function headerValues(
  record: NoticeRecord,
  house: House,
  language: Language,
): Readonly<Partial<Record<Labelled, string | undefined>>> {
  const { data } = house.vocabulary;
  const named = (code: string | null, table: Readonly<Record<string, Parameters<typeof formOf>[0]>>) =>
    code === null ? undefined : (formOf(table[code], language) ?? code);
  return {
    location: record.location ? locationText(record.location, house, language) : undefined,
    body: named(record.body, data.bodies),
    schedule: named(record.schedule, data.schedules),
    deadline: record.openEnded
      ? formOf(data.openDeadlines, language)
      : record.deadline
        ? deadlineText(record.deadline, house.vocabulary, language)
        : undefined,
    salary: record.salary ? salaryText(record.salary, house.vocabulary, language) : undefined,
    grade: gradeText(record, house.vocabulary, language),
    clearance: named(record.clearance, data.clearances),
  };
}

/** “Brussels, Belgium”, « Bruxelles, Belgique ». */
function locationText(
  { city, country }: NonNullable<NoticeRecord['location']>,
  { vocabulary, organisation }: House,
  language: Language,
): string {
  const station = organisation.dutyStations.find((each) => each.city.en === city);
  const name = formOf(vocabulary.data.cities[city], language) ?? station?.city[language] ?? city;
  return [name, country === null ? '' : countryName(country, language)].filter((part) => part !== '').join(', ');
}

/** “19 December 2026, 12:00”, « 1er janvier 2027, 12 h 00 ». */
function deadlineText({ date, time }: NoticeDeadline, { data }: Vocabulary, language: Language): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const name = data.months[language][Number(month) - 1] ?? month;
  const first = language === 'fr' && Number(day) === 1;
  const printed = `${Number(day)}${first ? 'er' : ''}${NO_BREAK}${name}${NO_BREAK}${year}`;
  return time === null ? printed : `${printed}, ${clockText(time, language)}`;
}

function clockText(time: string, language: Language): string {
  const [hours = '', minutes = '', seconds = ''] = time.split(':');
  if (seconds !== '00') return time;
  return language === 'fr' ? `${hours}${NO_BREAK}h${NO_BREAK}${minutes}` : `${hours}:${minutes}`;
}

/** “EUR 6,212.40 (Monthly)”, « 6 212,40 EUR (Mensuelle) »; the currency alone where no amount is given. */
function salaryText({ amountMinor, currency, period }: NoticeSalary, { data }: Vocabulary, language: Language): string {
  const amount = amountMinor === null ? currency : formatMoney(amountMinor, currency, language);
  const each = period === null ? undefined : (formOf(data.periods[period], language) ?? period);
  return each === undefined ? amount : `${amount} (${each})`;
}

/** “G10–G12”; of several posts “two G17 and one G15–G17”. */
function gradeText({ grades, posts }: NoticeRecord, { data }: Vocabulary, language: Language): string | undefined {
  const gradesText = (of: readonly string[]) =>
    of.map((grade) => formOf(data.gradeWords[grade], language) ?? grade).join('–');
  if (!posts || posts.length === 0) return grades.length === 0 ? undefined : gradesText(grades);
  const groups = posts.map(
    (group) => `${data.numbers[language][group.count - 1] ?? group.count} ${gradesText(group.grades)}`,
  );
  return joinList(groups, language);
}
