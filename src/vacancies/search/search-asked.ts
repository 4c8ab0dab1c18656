/** The facets in which several values may be chosen; `family` counts as its grades, so it is one facet with `grade`. */
export const CHOICES = ['body', 'place', 'grade', 'family', 'clause', 'level'] as const;
export type Choice = (typeof CHOICES)[number];

/** Within so many days: the deadline to come, the publication past. */
export const CLOSING_DAYS = [3, 7, 14] as const;
export const SINCE_DAYS = [1, 7, 30] as const;

export const SORTS = ['relevance', 'deadline', 'newest', 'grade', 'title'] as const;
export type Sort = (typeof SORTS)[number];

/** What is asked of the list of vacancies: all of it stands in the address, by codes, the same in every language. */
export type SearchAsked = {
  text: string;
  chosen: Readonly<Record<Choice, readonly string[]>>;
  closing: number | undefined;
  since: number | undefined;
  /** Only what is open to somebody of my nationality; which that is never stands in an address. */
  mine: boolean;
  /** As asked; else the most relevant first where there is a text, the soonest deadline where there is none. */
  sort: Sort | undefined;
  page: number;
};

const MOST_VALUES = 50;
const LONGEST_TEXT = 200;
const LONGEST_VALUE = 80;
const LAST_PAGE = 100_000;

/** Reads an address; what it doesn't know, or knows otherwise, it leaves alone. */
export function readAsked(query: Readonly<Record<string, unknown>>): SearchAsked {
  const days = (name: string, known: readonly number[]) => known.find((each) => String(each) === lastOf(query[name]));
  const page = Number(lastOf(query['page']));
  const text = (lastOf(query['q']) ?? '').slice(0, LONGEST_TEXT).trim();
  const sort = SORTS.find((each) => each === lastOf(query['sort']));
  return {
    text,
    chosen: perChoice((name) => valuesOf(query[name])),
    closing: days('closing', CLOSING_DAYS),
    since: days('since', SINCE_DAYS),
    mine: lastOf(query['mine']) === '1',
    sort: sort === defaultSort(text) ? undefined : sort,
    page: Number.isInteger(page) && page > 1 ? Math.min(page, LAST_PAGE) : 1,
  };
}

const textsOf = (value: unknown): string[] =>
  [value].flat().filter((each): each is string => typeof each === 'string' && !each.includes('\0'));

const lastOf = (value: unknown): string | undefined => textsOf(value).at(-1);

const valuesOf = (value: unknown): string[] => {
  const values = textsOf(value).filter((each) => each !== '' && each.length <= LONGEST_VALUE);
  return [...new Set(values)].slice(0, MOST_VALUES);
};

const perChoice = <Value>(value: (choice: Choice) => Value): Record<Choice, Value> => ({
  body: value('body'),
  place: value('place'),
  grade: value('grade'),
  family: value('family'),
  clause: value('clause'),
  level: value('level'),
});

/** The same as a query of an address, always in one order: `?q=hydro&grade=G15`; empty where nothing is asked. */
export function queryOf({ text, chosen, closing, since, mine, sort, page }: SearchAsked): string {
  const pairs: [string, string | number | undefined | false][] = [
    ['q', text],
    ...CHOICES.flatMap((choice) => chosen[choice].toSorted().map((value): [string, string] => [choice, value])),
    ['closing', closing],
    ['since', since],
    ['mine', mine && 1],
    ['sort', sort],
    ['page', page > 1 && page],
  ];
  const said = pairs.filter(([, value]) => Boolean(value)).map(([name, value]) => [name, String(value)]);
  return said.length === 0 ? '' : `?${new URLSearchParams(said).toString()}`;
}

/** What an address query asks, for a search that was kept as one. */
export function askedOf(query: string): SearchAsked {
  const fields: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(query)) fields[name] = [...(fields[name] ?? []), value];
  return readAsked(fields);
}

/** Whether anything narrows the list. */
export const isNarrowed = (asked: SearchAsked): boolean => queryOf({ ...asked, sort: undefined, page: 1 }) !== '';

/** The same search without one of its values. */
export function without(asked: SearchAsked, choice: Choice, value: string): SearchAsked {
  const left = asked.chosen[choice].filter((each) => each !== value);
  return { ...asked, chosen: { ...asked.chosen, [choice]: left }, page: 1 };
}

/** The order of an answer if none is asked for. */
export const defaultSort = (text: string): Sort => (text === '' ? 'deadline' : 'relevance');

/** In which order the answer comes. */
export const sortOf = ({ sort, text }: Pick<SearchAsked, 'sort' | 'text'>): Sort =>
  sort === undefined || (sort === 'relevance' && text === '') ? defaultSort(text) : sort;
