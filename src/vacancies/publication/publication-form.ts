import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { typedDate } from '../../site/date-field.tsx';
import { time } from '../facts-schema.ts';
import { valueOf, type FormValues } from '../editing/section-form.ts';
import { AUDIENCES, type Audience, type Vacancy } from '../vacancy.ts';

/** What is asked for on the page of the publication: for whom, and when; `null` is now. */
export type PublicationAsked = { audience: Audience; publishAt: Date | null };
export type PublicationProblem = { field: 'publish' | 'publish-time'; kind: 'date' | 'time' };

const DATE = z.iso.date();
const LATER = 'later';

/** The fields as they stand before anybody has typed: now, unless a day is set already. */
export function typedPublication({ publishAt, audience }: Vacancy, zone: string): Record<string, string> {
  if (!publishAt) return { audience, when: 'now' };
  const at = Temporal.Instant.fromEpochMilliseconds(publishAt.getTime()).toZonedDateTimeISO(zone);
  const [year = '', month = '', day = ''] = at.toPlainDate().toString().split('-');
  const clock = at.toPlainTime().toString({ smallestUnit: 'minute' });
  return {
    audience,
    when: LATER,
    'publish-day': day,
    'publish-month': month,
    'publish-year': year,
    'publish-time': clock,
  };
}

/**
 * Reads the form; a day without a choice, or an audience that there is not, leaves what stands. A time that the change of
 * the clocks leaps over is read as the later instant, one that it repeats as the earlier.
 */
export function readPublication(
  values: FormValues,
  vacancy: Pick<Vacancy, 'audience'>,
  zone: string,
): Result<PublicationAsked, PublicationProblem[]> {
  const typed = valueOf(values, 'audience');
  const audience = AUDIENCES.find((one) => one === typed) ?? vacancy.audience;
  if (valueOf(values, 'when') !== LATER) return ok({ audience, publishAt: null });
  const part = (name: string) => valueOf(values, `publish-${name}`);
  const day = DATE.safeParse(typedDate({ day: part('day'), month: part('month'), year: part('year') }));
  const clock = time.safeParse(part('time'));
  if (!day.success || !clock.success)
    return refuse([
      ...(day.success ? [] : [{ field: 'publish', kind: 'date' } as const]),
      ...(clock.success ? [] : [{ field: 'publish-time', kind: 'time' } as const]),
    ]);
  const at = Temporal.ZonedDateTime.from(`${day.data}T${clock.data}[${zone}]`, { disambiguation: 'compatible' });
  return ok({ audience, publishAt: new Date(at.epochMilliseconds) });
}
