import { z } from 'zod';
import type { Context } from '../../people/context.ts';
import { isCivilDate } from '../../regulations/civil-dates.ts';
import { isShownTo } from '../../vacancies/publication/audience.ts';
import { openPage } from '../../vacancies/open-page-queries.ts';
import { findVacancy } from '../../vacancies/vacancy-queries.ts';
import { nextOwnChange } from '../own-change-queries.ts';
import { standsUntil } from '../stands-until.ts';
import { inEachLanguage } from './addresses.ts';
import { INDEX, REGULATIONS, VACANCY, VACANCY_LIST } from './answer-schemas.ts';
import type { OperationName, ParameterName } from './api-texts.ts';
import { vacancyForMachines, vacancySummary } from './api-vacancy.ts';
import { cursorAt, placeAt } from './cursor.ts';
import { regulationsIndex } from './regulations-index.ts';

export const API = '/api/v1';

/** When a part of the interface was said to go, and when it does: in its headers, and in the description. */
export type Leaving = { announcedOn: Date; goesOn: Date };

type Parameters = Partial<Record<ParameterName, z.ZodType>>;
export type Found = { value: unknown; until?: Date | undefined };

/** Something a machine can ask for: what checks the question, what checks the answer, and what finds it. */
export type Operation = {
  name: OperationName;
  path: string;
  inPath: Parameters;
  inQuery: Parameters;
  answer: z.ZodType;
  find: (context: Context, asked: Record<string, unknown>, now: Date) => Promise<Found | undefined>;
  leaving?: Leaving;
};

/** Ties what is found to the schemas of the question and of the answer. */
function operation<Path extends z.ZodRawShape, Query extends z.ZodRawShape, Answer extends z.ZodType>(
  given: Omit<Operation, 'inPath' | 'inQuery' | 'answer' | 'find'> & {
    inPath: Path;
    inQuery: Query;
    answer: Answer;
    find: (
      context: Context,
      asked: z.output<z.ZodObject<Path & Query>>,
      now: Date,
    ) => Promise<{ value: z.input<Answer>; until?: Date | undefined } | undefined>;
  },
): Operation {
  // What is asked has passed these very schemas before it comes here.
  return given as unknown as Operation;
}

const WORDS = z.string().trim().min(1).max(200);
const INSTANT = z.iso.datetime({ offset: true });
export const DEFAULT_LIMIT = 20;
const MOST = 100;

const VACANCIES = operation({
  name: 'vacancies',
  path: '/vacancies',
  inPath: {},
  inQuery: {
    text: WORDS.optional(),
    body: WORDS.optional(),
    place: WORDS.optional(),
    grade: WORDS.optional(),
    clause: WORDS.optional(),
    level: WORDS.optional(),
    closingBefore: INSTANT.optional(),
    publishedSince: INSTANT.optional(),
    changedSince: INSTANT.optional(),
    limit: z.coerce.number().int().min(1).max(MOST).default(DEFAULT_LIMIT),
    cursor: WORDS.refine((cursor) => placeAt(cursor) !== undefined).optional(),
  },
  answer: VACANCY_LIST,
  find: async (context, { limit, cursor, closingBefore, publishedSince, changedSince, ...filters }, now) => {
    const instants = {
      closingBefore: instant(closingBefore),
      publishedSince: instant(publishedSince),
      changedSince: instant(changedSince),
    };
    const after = cursor === undefined ? undefined : placeAt(cursor);
    // One more than is shown tells whether the list goes on.
    const rows = await openPage(context.db, now, { ...filters, ...instants, after, limit: limit + 1 });
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    const given = { ...filters, closingBefore, publishedSince, changedSince, limit: String(limit) };
    return {
      value: {
        vacancies: shown.flatMap((vacancy) => vacancySummary(vacancy, context, now) ?? []),
        next: last ? addressOf(context, { ...given, cursor: cursorAt(last) }) : null,
      },
      until: standsUntil(now, [], await nextOwnChange(context.db, now)),
    };
  },
});

const instant = (text: string | undefined): Date | undefined => (text === undefined ? undefined : new Date(text));

function addressOf({ config }: Context, query: Record<string, string | undefined>): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return `${config.PUBLIC_URL}${API}/vacancies?${new URLSearchParams(given).toString()}`;
}

const ONE_VACANCY = operation({
  name: 'vacancy',
  path: '/vacancies/:reference',
  inPath: { reference: z.string() },
  inQuery: {},
  answer: VACANCY,
  find: async (context, { reference }, now) => {
    const vacancy = await findVacancy(context.db, reference);
    if (!vacancy?.publishedAt || !isShownTo(vacancy, undefined)) return undefined;
    const value = vacancyForMachines(vacancy, context, now);
    return value && { value, until: standsUntil(now, [{ ...vacancy, publishedAt: vacancy.publishedAt }]) };
  },
});

const RULES = operation({
  name: 'regulations',
  path: '/regulations',
  inPath: {},
  inQuery: { on: z.iso.date().refine(isCivilDate).optional() },
  answer: REGULATIONS,
  find: async (context, { on }, now) => ({
    value: regulationsIndex(context, on ?? now.toISOString().slice(0, 10)),
    until: standsUntil(now, []),
  }),
});

const INDEX_OF_ALL = operation({
  name: 'index',
  path: '/',
  inPath: {},
  inQuery: {},
  answer: INDEX,
  find: async ({ config: { PUBLIC_URL }, organisation }) => ({
    value: {
      version: '1',
      organisation: organisation.name,
      openapi: `${PUBLIC_URL}${API}/openapi.json`,
      documentation: inEachLanguage((language) => `${PUBLIC_URL}/${language}/developers`),
      vacancies: `${PUBLIC_URL}${API}/vacancies`,
      regulations: `${PUBLIC_URL}${API}/regulations`,
    },
  }),
});

/** Everything there is to ask for; the description and the page for people are made from it too. */
export const OPERATIONS: readonly Operation[] = [INDEX_OF_ALL, VACANCIES, ONE_VACANCY, RULES];

/** What was asked, checked; or each parameter that cannot be used. */
export const ask = ({ inPath, inQuery }: Operation, given: Record<string, unknown>) =>
  z.strictObject({ ...inPath, ...inQuery }).safeParse(given);
