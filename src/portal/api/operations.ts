import { z } from 'zod';
import { isCivilDate } from '../../regulations/civil-dates.ts';
import { isShownTo } from '../../vacancies/publication/audience.ts';
import { findVacancy } from '../../vacancies/vacancy-queries.ts';
import { standsUntil } from '../stands-until.ts';
import { inEachLanguage } from './addresses.ts';
import { INDEX, REGULATIONS, VACANCY } from './answer-schemas.ts';
import { vacancyForMachines } from './api-vacancy.ts';
import { API, operation, type Operation } from './operation.ts';
import { regulationsIndex } from './regulations-index.ts';
import { VACANCIES } from './vacancies-operation.ts';

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
export const ask = ({ inPath, inQuery, misused }: Operation, given: Record<string, unknown>) =>
  z
    .strictObject({ ...inPath, ...inQuery })
    .superRefine((asked, refusing) => {
      for (const name of misused?.(asked) ?? []) refusing.addIssue({ code: 'custom', path: [name] });
    })
    .safeParse(given);
