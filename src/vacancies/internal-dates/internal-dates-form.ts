import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { typedDate, type DateParts } from '../../site/date-field.tsx';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { valueOf, type FormValues } from '../editing/section-form.ts';
import { time } from '../facts-schema.ts';
import type { Vacancy } from '../vacancy.ts';
import type { InternalDates } from './internal-dates.ts';

/** The two dates of the form; each with a time beside it. */
export const DATE_FIELDS = ['deadline', 'opening'] as const;
export type DateFieldName = (typeof DATE_FIELDS)[number];
export type DateProblem = { field: string; kind: 'date' | 'time' };

const DATE = z.iso.date();

/** The form as it stands before anybody has typed. */
export function shownDates({ internalDeadlineAt, publicFrom, deadlineZone }: Vacancy): FormValues {
  return { ...partsOf('deadline', internalDeadlineAt, deadlineZone), ...partsOf('opening', publicFrom, deadlineZone) };
}

function partsOf(name: DateFieldName, at: Date | null, zone: string): FormValues {
  if (at === null) return {};
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  const [year = '', month = '', day = ''] = local.toPlainDate().toString().split('-');
  const clock = local.toPlainTime().toString({ smallestUnit: local.second === 0 ? 'minute' : 'second' });
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year, [`${name}-time`]: clock };
}

export const datePartsOf = (values: FormValues, name: DateFieldName): DateParts => ({
  day: valueOf(values, `${name}-day`),
  month: valueOf(values, `${name}-month`),
  year: valueOf(values, `${name}-year`),
});

/**
 * Reads both dates in the zone of the vacancy; a date left empty is none. A time that the change of the clocks repeats or
 * leaps over is read as the later instant, in the applicant's favour.
 */
export function readDates(values: FormValues, zone: string): Result<InternalDates, DateProblem[]> {
  const [deadline, opening] = DATE_FIELDS.map((name) => readOne(values, name, zone));
  const problems = [deadline, opening].flatMap((read) => (read && !read.ok ? read.refusal : []));
  if (!deadline?.ok || !opening?.ok) return refuse(problems);
  return ok({ internalDeadlineAt: deadline.value, publicFrom: opening.value });
}

function readOne(values: FormValues, name: DateFieldName, zone: string): Result<Date | null, DateProblem[]> {
  const typed = typedDate(datePartsOf(values, name));
  const typedTime = valueOf(values, `${name}-time`).trim();
  if (typed === '' && typedTime === '') return ok(null);
  const [day, clock] = [DATE.safeParse(typed), time.safeParse(typedTime)];
  if (!day.success || !clock.success)
    return refuse([
      ...(day.success ? [] : [{ field: name, kind: 'date' } as const]),
      ...(clock.success ? [] : [{ field: `${name}-time`, kind: 'time' } as const]),
    ]);
  const at = Temporal.ZonedDateTime.from(`${day.data}T${clock.data}[${zone}]`, { disambiguation: 'later' });
  return ok(new Date(at.epochMilliseconds));
}
