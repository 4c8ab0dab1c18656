import { dayBefore } from '../civil-dates.ts';
import { deadlineInstant } from '../deadline.ts';
import { daysBetween, type Draw } from './draw-bench.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { DAY_UNITS } from '../organisation/working-days-schema.ts';
import type { Span } from '../organisation/appointment-schema.ts';
import { afterSpan, endOfCalendarSpan, endOfSpan } from '../spans.ts';
import { countDays, isWorkingDay } from '../working-days.ts';
import type { BenchedRule } from './benched-rule.ts';
import { checkPrintedSalary, salaryOf, type PrintedSalary } from '../pay/salary.ts';
import type { SalaryQuestion } from '../pay/salary-question.ts';
import { compareSimilarPost } from '../pay/similar-post.ts';

const DAYS = daysBetween('2020-01-01', '2029-12-31');
/** Days whose years have closed days in the data, as what is counted from them has. */
const KNOWN_DAYS = daysBetween('2026-01-01', '2027-08-31');

/** What a post pays, until when one may apply for it, and which other may be offered. */
export const POST_RULES: readonly BenchedRule[] = [
  {
    name: 'salary of a grade',
    rule: salaryOf,
    decision(organisation, draw) {
      const { question } = salaryQuestion(organisation, draw);
      return () => salaryOf(organisation, question);
    },
  },
  {
    name: 'salary as printed',
    rule: checkPrintedSalary,
    decision(organisation, draw) {
      const { question, printed } = salaryQuestion(organisation, draw);
      return () => checkPrintedSalary(organisation, printed, question);
    },
  },
  {
    name: 'similar post',
    rule: compareSimilarPost,
    decision(organisation, draw) {
      const question = { notice: gradesOfPost(organisation, draw), target: gradesOfPost(organisation, draw) };
      const asked = { ...question, on: draw(DAYS) };
      return () => compareSimilarPost(organisation, asked);
    },
  },
  {
    name: 'deadline',
    rule: deadlineInstant,
    decision(organisation, draw) {
      const printed = { date: draw(DAYS), time: draw([null, null, '17:00', '02:30', '23:59:00']) };
      const on = draw(DAYS);
      return () => deadlineInstant(printed, organisation, on);
    },
  },
  {
    name: 'so many days',
    rule: countDays,
    decision({ workingDays }, draw) {
      const after = draw(KNOWN_DAYS);
      const unit = workingDays ? draw(DAY_UNITS) : 'calendar-days';
      const count = { days: draw([1, 5, 10, 28, 60]), unit };
      return () => countDays(after, count, workingDays);
    },
  },
  {
    name: 'a working day',
    rule: isWorkingDay,
    decision({ workingDays }, draw) {
      const day = draw(KNOWN_DAYS);
      return () => isWorkingDay(day, workingDays);
    },
  },
  {
    name: 'the day so long after',
    rule: afterSpan,
    decision(organisation, draw) {
      const [day, span] = spanQuestion(organisation, draw);
      return () => afterSpan(day, span, organisation.workingDays);
    },
  },
  {
    name: 'the last day of a time',
    rule: endOfSpan,
    decision(organisation, draw) {
      const [day, span] = spanQuestion(organisation, draw);
      return () => endOfSpan(day, span, organisation.workingDays);
    },
  },
  {
    name: 'the last day of days or months',
    rule: endOfCalendarSpan,
    decision(_, draw) {
      const span = { count: draw([1, 6, 30]), unit: draw(['days', 'months'] as const) };
      const day = draw(DAYS);
      return () => ({ day: endOfCalendarSpan(day, span) });
    },
  },
];

/** A day, and a time as an organisation with or without a calendar may give it. */
function spanQuestion({ workingDays }: Organisation, draw: Draw): [string, Pick<Span, 'count' | 'unit'>] {
  const units = ['days', 'months', ...(workingDays ? (['working-days'] as const) : [])] as const;
  return [draw(KNOWN_DAYS), { count: draw([1, 5, 20, 60]), unit: draw(units) }];
}

/** The grade of one row of the scale, on a day of that row or of another; the amount of one of them, or nearly. */
function salaryQuestion({ salaries }: Organisation, draw: Draw): { question: SalaryQuestion; printed: PrintedSalary } {
  const row = draw(salaries.rows);
  const another = draw(salaries.rows);
  const on = draw([row.from, row.until ?? row.from, another.from, dayBefore(row.from)]);
  const amountMinor = Number(draw([row, row, another]).amount.replace('.', '')) + draw([0, 0, 1]);
  return {
    question: { grades: [row.grade], step: draw([undefined, row.step]), country: row.country, on },
    printed: { amountMinor, currency: row.currency, period: draw([null, row.period]) },
  };
}

/** One grade of a family, or two for one post. */
function gradesOfPost({ grades: { families } }: Organisation, draw: Draw): string[] {
  const { grades } = draw(families);
  const lower = draw(grades.slice(0, -1));
  return draw([[lower], [lower], [lower, draw(grades.slice(grades.indexOf(lower) + 1))]]);
}
