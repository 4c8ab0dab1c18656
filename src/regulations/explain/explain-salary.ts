import { z } from 'zod';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { hasAllDecimals, minorAmount, minorDigits } from '../../site/numbers.ts';
import { inBoth, topic, worded, type Told } from './explain-topic.ts';
import { civilDay, country, currency, gradesIn, wholeNumber } from './explain-values.ts';
import { explainSalary } from '../pay/salary-texts.ts';
import { checkPrintedSalary, salaryOf, type SalaryAnswer, type SalaryCheck } from '../pay/salary.ts';

/** What a grade pays on a day, or what a printed amount is. */
export const SALARY_TOPIC = topic({
  help: `usage: concours explain salary --grade GRADE --country CC --on DATE [OPTION …]

The basic salary of the scale in force on a day; with --printed, whether an amount is that one, or of which other scale.
  --grade GRADE         G20, or G10-G12 for a twin grade; older names such as A.4 are understood, and
                        Unclassified for a post that has no grade
  --country CC          where the post is (ISO 3166-1)
  --on DATE             the day that counts, YYYY-MM-DD
  --step N              by default the step at which appointments are made
  --printed AMOUNT      an amount as 8754.21, with --currency EUR
  --currency CODE       of the amount printed (EUR)
`,
  options: {
    grade: z.string(),
    country,
    on: civilDay,
    step: wholeNumber.optional(),
    printed: z
      .string()
      .regex(/^\d+(\.\d+)?$/, 'Expected an amount such as 8754.21')
      .optional(),
    currency: currency.default('EUR'),
  },
  answer(asked, organisation): Result<Told, string[]> {
    const grades = UNGRADED.test(asked.grade) ? ok([]) : gradesIn(asked.grade, organisation);
    if (!grades.ok) return grades;
    const question = { grades: grades.value, step: asked.step, country: asked.country, on: asked.on };
    if (asked.printed === undefined) return ok(told(salaryOf(organisation, question)));
    const amountMinor = minorAmount(asked.printed, asked.currency);
    if (amountMinor === undefined || !hasAllDecimals(asked.printed, asked.currency))
      return refuse([
        `--printed: Expected an amount with ${minorDigits(asked.currency) || 'no'} decimals, as ${asked.currency} has`,
      ]);
    const printed = { amountMinor, currency: asked.currency, period: null };
    return ok(told(checkPrintedSalary(organisation, printed, question)));
  },
});

/** A post without a grade of the scale, as notices print it: the scale gives no amount for it. */
const UNGRADED = /^\s*(?:nato\s+grade\s+)?unclassified\s*$/i;

function told(found: SalaryAnswer | SalaryCheck): Told {
  const { reasons, ...answer } = found;
  const explained = explainSalary(found);
  const outcome = inBoth((language) => explained[language].slice(0, 1).map(({ sentence }) => sentence));
  return { refused: found.kind === 'no-twin-grades', answer, outcome, reasons: worded(reasons, explained) };
}
