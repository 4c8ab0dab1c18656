import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Translated } from '../../platform/language.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { SCHEDULE_KINDS, type Schedule, type ScheduleKind } from './invitation.ts';

export type FormProblem = { field: string; kind: ProblemKind };
export type ProblemKind = 'date' | 'time' | 'zone' | 'number' | 'past' | 'link' | 'place' | 'one-slot';
type Fields = Readonly<Record<string, string>>;

const DATE = z.iso.date();
const TIME = z.string().regex(/^([01]?\d|2[0-3])[:h.]([0-5]\d)$/);

/** The zones that a stage or its reader may have: those of the IANA, by the names that programs know them by. */
export const ZONES: readonly string[] = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];
const KNOWN_ZONES = new Set(ZONES);
export const isZone = (zone: string): boolean => KNOWN_ZONES.has(zone);

/** A day and a time as somebody types them on a wall clock of a zone; one that the clocks leap over is the later instant. */
export function readInstant(fields: Fields, name: string, zone: string): Result<Date, FormProblem> {
  const part = (which: string) => (fields[`${name}-${which}`] ?? '').trim();
  const day = DATE.safeParse(`${part('year')}-${part('month').padStart(2, '0')}-${part('day').padStart(2, '0')}`);
  if (!day.success) return refuse({ field: name, kind: 'date' });
  const clock = TIME.safeParse(part('time'));
  if (!clock.success) return refuse({ field: `${name}-time`, kind: 'time' });
  const time = clock.data.replace(/[h.]/, ':').padStart(5, '0');
  const at = Temporal.ZonedDateTime.from(`${day.data}T${time}[${zone}]`, { disambiguation: 'later' });
  return ok(new Date(at.epochMilliseconds));
}

/** An instant as the fields of `readInstant`. */
export function shownInstant(name: string, at: Date, zone: string): Record<string, string> {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  return {
    [`${name}-day`]: `${local.day}`,
    [`${name}-month`]: `${local.month}`,
    [`${name}-year`]: `${local.year}`,
    [`${name}-time`]: local.toPlainTime().toString({ smallestUnit: 'minute' }),
  };
}

export type ScheduleAsked = { kind: ScheduleKind; zone: string; chooseBy: Date; changeBy: Date };

/** The last moments to choose and to change are in the zone of the stage, and to come. */
export function readSchedule(fields: Fields, now: Date): Result<ScheduleAsked, FormProblem[]> {
  const zone = fields['zone'] ?? '';
  if (!isZone(zone)) return refuse([{ field: 'zone', kind: 'zone' }]);
  const kind = SCHEDULE_KINDS.find((one) => one === fields['kind']) ?? 'slots';
  const choose = readInstant(fields, 'choose', zone);
  const change = readInstant(fields, 'change', zone);
  const problems = [choose, change].flatMap((read) => (read.ok ? [] : [read.refusal]));
  if (!choose.ok || !change.ok) return refuse(problems);
  if (choose.value <= now) return refuse([{ field: 'choose', kind: 'past' }]);
  return ok({ kind, zone, chooseBy: choose.value, changeBy: change.value });
}

/** One slot as it is to be made. */
export type NewSlot = { startsAt: Date; minutes: number; capacity: number | null; place: Translated; link: string };

export const MOST_SLOTS = 50;
const MOST_MINUTES = 1440;

/** Slots one after the other from a first time: their length, the pause between two, how many people each takes. */
export function readSlots(
  fields: Fields,
  { zone, kind }: Pick<Schedule, 'zone' | 'kind'>,
  now: Date,
): Result<NewSlot[], FormProblem[]> {
  const first = readInstant(fields, 'first', zone);
  const number = (name: string, least: number, most: number) => {
    const typed = (fields[name] ?? '').trim();
    const value = /^\d{1,4}$/.test(typed) ? Number(typed) : -1;
    return value >= least && value <= most ? value : undefined;
  };
  const minutes = number('minutes', 5, MOST_MINUTES);
  const oneTime = kind === 'one-time';
  const count = oneTime ? 1 : number('count', 1, MOST_SLOTS);
  const pause = oneTime ? 0 : number('pause', 0, MOST_MINUTES);
  const capacity = oneTime ? null : number('capacity', 1, 1000);
  const link = (fields['link'] ?? '').trim();
  const place = placeOf(fields);
  const problems: FormProblem[] = [
    ...(first.ok ? [] : [first.refusal]),
    ...(first.ok && first.value <= now ? [{ field: 'first', kind: 'past' } as const] : []),
    ...Object.entries({ minutes, count, pause, capacity }).flatMap(([field, value]) =>
      value === undefined ? [{ field, kind: 'number' } as const] : [],
    ),
    ...(link === '' || isWebAddress(link) ? [] : [{ field: 'link', kind: 'link' } as const]),
    ...((place.en === undefined) === (place.fr === undefined) ? [] : [{ field: 'place-en', kind: 'place' } as const]),
  ];
  if (!first.ok || minutes === undefined || count === undefined || pause === undefined || capacity === undefined)
    return refuse(problems);
  if (problems.length > 0) return refuse(problems);
  const startOf = (index: number) => new Date(first.value.getTime() + index * (minutes + pause) * 60_000);
  return ok(
    Array.from({ length: count }, (_, index) => ({ startsAt: startOf(index), minutes, capacity, place, link })),
  );
}

const isWebAddress = (text: string): boolean => URL.canParse(text) && /^https:\/\//i.test(text) && !/\s/.test(text);

function placeOf(fields: Fields): Translated {
  const [en, fr] = [(fields['place-en'] ?? '').trim(), (fields['place-fr'] ?? '').trim()];
  return { ...(en !== '' && { en }), ...(fr !== '' && { fr }) };
}
