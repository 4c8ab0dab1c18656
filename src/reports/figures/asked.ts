import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';

/** A month as `YYYY-MM`. */
export type Asked = {
  /** The first month of the period and the last, both with it; none is no limit. */
  from?: string | undefined;
  until?: string | undefined;
  /** The grades that are looked for: those of a kind of post, or one alone. */
  grades?: readonly string[] | undefined;
  clause?: string | undefined;
  body?: string | undefined;
};

const MONTHS = ['from', 'until'] as const;
export type MonthName = (typeof MONTHS)[number];
const CHOICES = ['kind', 'grade', 'clause', 'body'] as const;
export type ChoiceName = (typeof CHOICES)[number];

/** What was typed and chosen, as it was; absent ones are empty. */
export type Typed = Record<MonthName, { month: string; year: string }> & Record<ChoiceName, string>;

export type AskedProblem = { field: MonthName; kind: 'no-month' | 'before-beginning' };

/** A field is never longer: what is longer was not typed by a person. */
const LONGEST = 200;

/** The fields of the form as they came in an address. */
export function typedIn(query: Readonly<Record<string, unknown>>): Typed {
  const text = (name: string): string => {
    const [value] = [query[name]].flat();
    return typeof value === 'string' ? value.trim().slice(0, LONGEST) : '';
  };
  const month = (name: MonthName) => ({ month: text(`${name}-month`), year: text(`${name}-year`) });
  const [kind, grade, clause, body] = [text('kind'), text('grade'), text('clause'), text('body')];
  return { from: month('from'), until: month('until'), kind, grade, clause, body };
}

type Known = Pick<Organisation, 'grades' | 'contractClauses'> & {
  /** The bodies that vacancies have. */
  bodies: readonly string[];
};

/** What is asked for, or what has to be mended. A choice that is not offered, as in an old address, limits nothing. */
export function readAsked(typed: Typed, known: Known): Result<Asked, AskedProblem[]> {
  const problems: AskedProblem[] = [];
  const monthOf = (field: MonthName): string | undefined => {
    const { month, year } = typed[field];
    if (month + year === '') return undefined;
    const text = `${year}-${month.padStart(2, '0')}`;
    if (/^[12]\d{3}-(0[1-9]|1[0-2])$/.test(text)) return text;
    problems.push({ field, kind: 'no-month' });
    return undefined;
  };
  const [from, until] = [monthOf('from'), monthOf('until')];
  if (from !== undefined && until !== undefined && until < from)
    problems.push({ field: 'until', kind: 'before-beginning' });
  if (problems.length > 0) return refuse(problems);
  return ok({ from, until, ...choicesOf(typed, known) });
}

function choicesOf(typed: Typed, { grades, contractClauses, bodies }: Known): Omit<Asked, MonthName> {
  const family = grades.families.find(({ code }) => code === typed.kind);
  const grade = grades.order.find((known) => known === typed.grade);
  return {
    // Of a kind and a grade that is not of it, nothing is found, and that is what was asked.
    grades: grade === undefined ? family?.grades : [grade].filter((one) => family?.grades.includes(one) ?? true),
    clause: contractClauses.find(({ code }) => code === typed.clause)?.code,
    body: bodies.find((known) => known === typed.body),
  };
}

/** What was asked for as the query of an address, without what is empty; nothing personal is ever in it. */
export function queryOf(typed: Typed): string {
  const months = MONTHS.flatMap((name) => [
    [`${name}-month`, typed[name].month],
    [`${name}-year`, typed[name].year],
  ]);
  const given = [...months, ...CHOICES.map((name) => [name, typed[name]])].filter(([, value]) => value !== '');
  return new URLSearchParams(given.map(([name = '', value = '']): [string, string] => [name, value])).toString();
}

/** The month after one: `2026-12` > `2027-01`. */
export function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
