import { checkPrintedSalary } from '../../regulations/pay/salary.ts';
import type { Finding } from './finding.ts';
import { SAYS } from './finding-texts.ts';
import { placesOf, type Subject } from './subject.ts';

/** Grade and salary against the organisation's scale. */
export function salaryFindings(subject: Subject): Finding[] {
  return [...grades(subject), ...salary(subject)];
}

/** A grade that the organisation does not have. */
function grades(subject: Subject): Finding[] {
  const { record, organisation, vocabulary } = subject;
  const unknown = record.grades.filter(
    (grade) => !organisation.grades.order.includes(grade) && !(grade in vocabulary.data.gradeWords),
  );
  return unknown.map((grade) => ({
    rule: 'completeness/salary',
    severity: 'error',
    lines: placesOf(subject, 'grades'),
    field: 'grades',
    message: SAYS.gradeUnknown(grade),
  }));
}

/** The printed amount against the scale on the day of publication or, where that is not known, on the day applications close. */
function salary(subject: Subject): Finding[] {
  const { salary: printed, grades: named, location, deadline } = subject.record;
  const { organisation } = subject;
  const on = subject.publishedOn ?? deadline?.date;
  const amount = printed?.amountMinor;
  if (
    !printed ||
    amount === null ||
    amount === undefined ||
    !location?.country ||
    on === undefined ||
    named.length === 0
  )
    return [];
  if (named.some((grade) => !organisation.grades.order.includes(grade))) return [];
  const check = checkPrintedSalary(
    organisation,
    { ...printed, amountMinor: amount },
    { grades: named, country: location.country, on },
  );
  const { currency } = printed;
  const message = (...expected: number[]) => SAYS.salaryDiffers({ amount, expected, currency }, named.join('-'));
  const where = { rule: 'completeness/salary', lines: placesOf(subject, 'salary'), field: 'salary' } as const;
  if (check.kind === 'differs') return [{ ...where, severity: 'error', message: message(check.expectedMinor) }];
  if (check.kind !== 'inconsistent') return [];
  // What follows from the amounts of other grades is less sure than an amount that is printed somewhere.
  const { leastMinor, mostMinor } = check.derived;
  return [{ ...where, severity: 'info', message: message(leastMinor, mostMinor) }];
}
