import { ok, refuse, type Result } from '../platform/result.ts';
import { isCivilDate } from '../regulations/civil-dates.ts';
import { PERSONS } from '../regulations/organisation/contracts-schema.ts';
import type { Organisation } from '../regulations/organisation/organisation.ts';
import { typedDate, type DateParts } from '../site/date-field.tsx';
import type { PlannedOffer } from './contract-planner.ts';

/** The dates of the form, each in three fields. */
export const DATE_FIELDS = ['start', 'on', 'request', 'born'] as const;
export type DateFieldName = (typeof DATE_FIELDS)[number];
const TEXT_FIELDS = ['clause', 'person', 'renewal', 'earlier', 'grade', 'higher', 'country'] as const;
export type TextFieldName = (typeof TEXT_FIELDS)[number];

/** What was typed, as it was typed. */
export type Typed = Record<TextFieldName, string> & Record<DateFieldName, DateParts>;

export type PlannerProblem = {
  field: TextFieldName | DateFieldName;
  kind: 'missing' | 'no-such-day' | 'no-months' | 'unknown' | 'lower-missing' | 'in-the-future';
};

const PARTS = ['day', 'month', 'year'] as const;
/** A field is never longer: what is longer was not typed by a person. */
const LONGEST = 40;

/** The fields of the form as they came in an address or a body; absent ones are empty. */
export function typedIn(fields: Readonly<Record<string, unknown>>): Typed {
  const text = (name: string) => {
    const [value] = [fields[name]].flat();
    return typeof value === 'string' ? value.trim().slice(0, LONGEST) : '';
  };
  const date = (name: DateFieldName): DateParts => ({
    day: text(`${name}-day`),
    month: text(`${name}-month`),
    year: text(`${name}-year`),
  });
  return {
    ...(Object.fromEntries(TEXT_FIELDS.map((name) => [name, text(name)])) as Record<TextFieldName, string>),
    ...(Object.fromEntries(DATE_FIELDS.map((name) => [name, date(name)])) as Record<DateFieldName, DateParts>),
  };
}

/** The offer that was typed, or all that has to be mended. The day of the offer is today's unless another is given. */
export function readOffer(
  typed: Typed,
  organisation: Organisation,
  today: string,
): Result<PlannedOffer, PlannerProblem[]> {
  const problems = [...textProblems(typed, organisation), ...dateProblems(typed, today)];
  if (problems.length > 0) return refuse(problems);
  const { clause, grade, higher, country } = typed;
  const date = (name: DateFieldName) => typedDate(typed[name]) || undefined;
  const months = (text: string) => (text === '' ? undefined : Number(text));
  return ok({
    clause,
    person: PERSONS.find((person) => person === typed.person) ?? 'non-seconded',
    startsOn: typedDate(typed.start),
    on: date('on') ?? today,
    renewalMonths: months(typed.renewal),
    earlierMonths: months(typed.earlier),
    grades: [grade, higher].filter((each) => each !== ''),
    country: country === '' ? undefined : country,
    requestedOn: date('request'),
    bornOn: date('born'),
  });
}

function textProblems(typed: Typed, { contractClauses, grades, dutyStations }: Organisation): PlannerProblem[] {
  const problems: PlannerProblem[] = [];
  const known = (field: TextFieldName, values: readonly string[]) => {
    if (typed[field] !== '' && !values.includes(typed[field])) problems.push({ field, kind: 'unknown' });
  };
  if (typed.clause === '') problems.push({ field: 'clause', kind: 'missing' });
  known(
    'clause',
    contractClauses.map(({ code }) => code),
  );
  known('person', PERSONS);
  known('grade', grades.order);
  known('higher', grades.order);
  known(
    'country',
    dutyStations.map(({ country }) => country),
  );
  if (typed.higher !== '' && typed.grade === '') problems.push({ field: 'grade', kind: 'lower-missing' });
  for (const field of ['renewal', 'earlier'] as const)
    if (!/^\d{0,3}$/.test(typed[field])) problems.push({ field, kind: 'no-months' });
  return problems;
}

function dateProblems(typed: Typed, today: string): PlannerProblem[] {
  return DATE_FIELDS.flatMap((field): PlannerProblem[] => {
    const date = typedDate(typed[field]);
    if (date === '') return field === 'start' ? [{ field, kind: 'missing' }] : [];
    if (!isCivilDate(date)) return [{ field, kind: 'no-such-day' }];
    return field === 'born' && date > today ? [{ field, kind: 'in-the-future' }] : [];
  });
}

/** What was typed as the query of an address, without what is personal: the date of birth. */
export function queryOf(typed: Typed): string {
  const texts = TEXT_FIELDS.map((name) => [name, typed[name]]);
  const dates = DATE_FIELDS.filter((name) => name !== 'born').flatMap((name) =>
    PARTS.map((part) => [`${name}-${part}`, typed[name][part]]),
  );
  return `?${new URLSearchParams([...texts, ...dates].filter(([, value]) => value !== '')).toString()}`;
}
