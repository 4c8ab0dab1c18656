import { z } from 'zod';
import type { Context } from '../../people/context.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { changesSince, CHANGE_PARTS, type Change } from '../../vacancies/search/change-queries.ts';
import { wholeVacancies } from '../../vacancies/search/listed-queries.ts';
import { answerSearch } from '../../vacancies/search/search-answer-queries.ts';
import { CLOSING_DAYS, SINCE_DAYS, SORTS, sortOf, type SearchAsked } from '../../vacancies/search/search-asked.ts';
import { ORDER_PARTS, type PartType, type PlaceInOrder } from '../../vacancies/search/search-order-queries.ts';
import type { Search } from '../../vacancies/search/search.ts';
import { nextOwnChange } from '../own-change-queries.ts';
import { searchFor } from '../search/search-of.ts';
import { standsUntil } from '../stands-until.ts';
import { VACANCY_LIST } from './answer-schemas.ts';
import { vacancySummary } from './api-vacancy.ts';
import { cursorAt, placeAt } from './cursor.ts';
import { facetsForMachines } from './facets-for-machines.ts';
import { API, operation } from './operation.ts';

const WORDS = z.string().trim().min(1).max(200);
const INSTANT = z.iso.datetime({ offset: true });
const VALUE = z.string().trim().min(1).max(80);
/** One value, or several of which one is enough. */
const VALUES = z.union([VALUE, z.array(VALUE).min(1).max(50)]).optional();
const days = (known: readonly number[]) => z.enum(known.map(String)).optional();
export const DEFAULT_LIMIT = 20;
const MOST = 100;

const QUERY = {
  text: WORDS.optional(),
  body: VALUES,
  place: VALUES,
  grade: VALUES,
  family: VALUES,
  clause: VALUES,
  level: VALUES,
  closing: days(CLOSING_DAYS),
  since: days(SINCE_DAYS),
  closingBefore: INSTANT.optional(),
  publishedSince: INSTANT.optional(),
  changedSince: INSTANT.optional(),
  sort: z.enum(SORTS).optional(),
  limit: z.coerce.number().int().min(1).max(MOST).default(DEFAULT_LIMIT),
  cursor: z.string().trim().min(1).max(2_000).optional(),
};
type Asked = z.output<z.ZodObject<typeof QUERY>>;

/** The list of vacancies: the same search as the page of the list, or what changed of what it finds. */
export const VACANCIES = operation({
  name: 'vacancies',
  path: '/vacancies',
  inPath: {},
  inQuery: QUERY,
  misused: ({ cursor, changedSince, sort, ...asked }) => {
    const parts = partsOf({ ...asked, sort, changedSince });
    return [
      ...(changedSince !== undefined && sort !== undefined ? (['sort'] as const) : []),
      ...(cursor !== undefined && !placeAt(cursor, parts) ? (['cursor'] as const) : []),
    ];
  },
  answer: VACANCY_LIST,
  find: async (context, asked, now) => ({
    value: await (asked.changedSince === undefined ? listOf(context, asked, now) : changesOf(context, asked, now)),
    until: standsUntil(now, [], await nextOwnChange(context.db, now)),
  }),
});

type List = z.input<typeof VACANCY_LIST>;

async function listOf(context: Context, asked: Asked, now: Date): Promise<List> {
  const search = searchOf(context, asked, now);
  const wanted = { size: asked.limit, after: placeOf(asked) };
  const { references, end, figures, corrections } = await answerSearch(context.db, search, wanted);
  return {
    vacancies: await summaries(context, references, now),
    gone: [],
    next: nextOf(context, asked, end),
    total: figures.total,
    corrections: [...corrections],
    facets: facetsForMachines(context, { asked: search.asked, figures }),
  };
}

async function changesOf(context: Context, asked: Asked, now: Date): Promise<List> {
  const { limit } = asked;
  const since = instant(asked.changedSince) ?? now;
  // One more than is shown tells whether the list goes on.
  const wanted = { since, size: limit + 1, after: placeOf(asked) };
  const rows = await changesSince(context.db, searchOf(context, asked, now), wanted);
  const shown = rows.slice(0, limit);
  const found = shown.filter(({ gone }) => gone === null).map(({ reference }) => reference);
  return {
    vacancies: await summaries(context, found, now),
    gone: shown.flatMap((change) => goneOf(change, context)),
    next: nextOf(context, asked, rows.length > limit ? shown.at(-1)?.place : undefined),
    total: null,
    corrections: [],
    facets: null,
  };
}

const goneOf = ({ reference, changedAt, gone }: Change, { config }: Context): List['gone'] =>
  gone === null
    ? []
    : [
        {
          reference,
          reason: gone,
          changedAt: changedAt.toISOString(),
          self: `${config.PUBLIC_URL}${API}/vacancies/${encodeURIComponent(reference)}`,
        },
      ];

async function summaries(context: Context, references: readonly string[], now: Date): Promise<List['vacancies']> {
  const vacancies = await wholeVacancies(context.db, references);
  return vacancies.flatMap((vacancy) => vacancySummary(vacancy, context, now) ?? []);
}

function searchOf(context: Context, asked: Asked, now: Date): Search {
  // Programs are nobody: they are shown what everybody is. What a text is sorted by is the same in both languages but the title.
  const seeker = { internal: false, memberships: undefined };
  const search = searchFor(askedOf(asked, context.organisation), { book: context, seeker, now, language: 'en' });
  return {
    ...search,
    within: { closingBefore: instant(asked.closingBefore), publishedSince: instant(asked.publishedSince) },
  };
}

function askedOf(asked: Asked, { languages }: Pick<Organisation, 'languages'>): SearchAsked {
  const { text = '', body, place, grade, family, clause, level, closing, since, sort } = asked;
  const number = (value: string | undefined) => (value === undefined ? undefined : Number(value));
  const levels = valuesOf(level).flatMap((value) => levelsWith(value, languages.levels));
  return {
    text,
    chosen: {
      body: valuesOf(body),
      place: valuesOf(place),
      grade: valuesOf(grade),
      family: valuesOf(family),
      clause: valuesOf(clause),
      level: levels,
    },
    closing: number(closing),
    since: number(since),
    mine: false,
    sort,
    page: 1,
  };
}

const valuesOf = (values: z.output<typeof VALUES>): string[] => [...new Set([values ?? []].flat())];

/** A pair of levels as it is, `V-I`; a single level is every pair that it is one of. */
const levelsWith = (value: string, levels: readonly { code: string }[]): string[] =>
  value.includes('-') ? [value] : levels.flatMap(({ code }) => [`${value}-${code}`, `${code}-${value}`]);

const instant = (text: string | undefined): Date | undefined => (text === undefined ? undefined : new Date(text));

const partsOf = ({
  changedSince,
  sort,
  text = '',
}: Pick<Asked, 'changedSince' | 'sort' | 'text'>): readonly PartType[] =>
  changedSince === undefined ? ORDER_PARTS[sortOf({ sort, text })] : CHANGE_PARTS;

const placeOf = ({ cursor, ...asked }: Asked): PlaceInOrder | undefined =>
  cursor === undefined ? undefined : placeAt(cursor, partsOf(asked));

/** The address at which the list goes on. */
function nextOf({ config }: Context, asked: Asked, end: PlaceInOrder | undefined): string | null {
  if (!end) return null;
  const given = Object.entries({ ...asked, cursor: cursorAt(end) }).flatMap(([name, values]) =>
    [values ?? []].flat().map((value): [string, string] => [name, String(value)]),
  );
  return `${config.PUBLIC_URL}${API}/vacancies?${new URLSearchParams(given).toString()}`;
}
