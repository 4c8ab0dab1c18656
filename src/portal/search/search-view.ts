import type { Language, Translated } from '../../platform/language.ts';
import type { Vocabulary } from '../../notices/vocabulary.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { collator, plural } from '../../site/numbers.ts';
import { gradesThatOccur, ofGrades, type Figures } from '../../vacancies/search/facets.ts';
import { CLOSING_DAYS, SINCE_DAYS, type Choice, type SearchAsked } from '../../vacancies/search/search-asked.ts';
import { bodyMark, placeMark } from '../../vacancies/search/search-document.ts';
import { namedIn, type Named } from '../../vacancies/search/search-terms.ts';
import { cityName, inLanguage } from '../vacancy-view.ts';
import { SEARCH_TEXTS } from './search-texts.ts';

/** What can be chosen in a facet, with how many vacancies choosing it would give. */
export type FacetOption = {
  /** The name in the address. */
  name: Choice | 'closing' | 'since';
  value: string;
  text: string;
  lang: Language | undefined;
  count: number;
  chosen: boolean;
};
export type FacetGroup = { id: string; legend: string; type: 'checkbox' | 'radio'; options: FacetOption[] };

export type SearchBook = { organisation: Organisation; vocabulary: Pick<Vocabulary, 'data'> };

/** What places and bodies are called, so that they are found by any of their names in either language. */
export const namedThings = ({ organisation, vocabulary }: SearchBook): Named[] => [
  ...Object.entries(vocabulary.data.cities).flatMap(([city, forms]): Named[] => [
    { mark: placeMark(city), names: [...(forms.en ?? []), ...(forms.fr ?? [])] },
  ]),
  ...organisation.bodies.map(({ code, name }) => namedIn(bodyMark(code), name)),
];

/** The grades of the families that were chosen. */
export const gradesOfFamilies = ({ organisation }: SearchBook, codes: readonly string[]): string[] =>
  organisation.grades.families.filter(({ code }) => codes.includes(code)).flatMap(({ grades }) => [...grades]);

type Shown = { asked: SearchAsked; figures: Figures; language: Language };

/** The facets of a search: only those in which there is something to choose between, or something was chosen. */
export const facetGroups = (book: SearchBook, shown: Shown): FacetGroup[] =>
  allFacets(book, shown).filter(({ options }) => options.length > 1 || options.some(({ chosen }) => chosen));

/** Every value of every facet. */
export const facetOptions = (book: SearchBook, shown: Shown): FacetOption[] =>
  allFacets(book, shown).flatMap(({ options }) => options);

function allFacets(book: SearchBook, shown: Shown): FacetGroup[] {
  const t = SEARCH_TEXTS[shown.language].facets;
  const group = (id: keyof typeof t, type: FacetGroup['type'], options: FacetOption[]): FacetGroup => ({
    id,
    legend: t[id],
    type,
    options,
  });
  return [
    group('grade', 'checkbox', gradeOptions(book, shown)),
    group(
      'place',
      'checkbox',
      optionsOf('place', shown, (city) => cityName(city, book.vocabulary)),
    ),
    group(
      'body',
      'checkbox',
      optionsOf('body', shown, (code) => bodyName(book, code)),
    ),
    group(
      'clause',
      'checkbox',
      optionsOf('clause', shown, (code) => clauseName(book, code)),
    ),
    group('level', 'checkbox', levelOptions(book, shown)),
    group('closing', 'radio', dayOptions('closing', CLOSING_DAYS, shown)),
    group('since', 'radio', dayOptions('since', SINCE_DAYS, shown)),
  ];
}

const bodyName = ({ organisation }: SearchBook, code: string) =>
  organisation.bodies.find((body) => body.code === code)?.name;
const clauseName = ({ organisation }: SearchBook, code: string) =>
  organisation.contractClauses.find((clause) => clause.code === code)?.name;

type Names = Partial<Record<Language, string | null | undefined>>;

/** Names as far as they are given. */
const given = (names: Names | undefined): Translated =>
  Object.fromEntries(Object.entries(names ?? {}).filter(([, name]) => Boolean(name)));

/** What something is called in the reader's language, or in the other and marked so, or else its code. */
function called(names: Names | undefined, code: string, language: Language): Pick<FacetOption, 'text' | 'lang'> {
  const name = inLanguage(given(names), language);
  return { text: name?.text ?? code, lang: name === undefined || name.lang === language ? undefined : name.lang };
}

/** The values that occur or were chosen, those with the most vacancies first. */
function optionsOf(
  name: 'place' | 'body' | 'clause',
  { asked, figures, language }: Shown,
  nameOf: (value: string) => Names | undefined,
): FacetOption[] {
  const values = new Set([...figures[name].keys(), ...asked.chosen[name]]);
  const { compare } = collator(language);
  return [...values]
    .map((value): FacetOption => ({
      name,
      value,
      ...called(nameOf(value), value, language),
      count: figures[name].get(value) ?? 0,
      chosen: asked.chosen[name].includes(value),
    }))
    .toSorted((a, b) => b.count - a.count || compare(a.text, b.text));
}

/** The families of the organisation's scheme, then the grades, highest first. */
function gradeOptions({ organisation }: SearchBook, { asked, figures, language }: Shown): FacetOption[] {
  const { families, order } = organisation.grades;
  const occur = new Set([...gradesThatOccur(figures), ...asked.chosen.grade]);
  const ofFamily = families.map(({ code, name, grades }): FacetOption => ({
    name: 'family',
    value: code,
    ...called(name, code, language),
    count: ofGrades(figures, grades),
    chosen: asked.chosen.family.includes(code),
  }));
  const single = [...occur]
    .toSorted((a, b) => order.indexOf(b) - order.indexOf(a))
    .map((grade): FacetOption => ({
      name: 'grade',
      value: grade,
      text: grade,
      lang: undefined,
      count: ofGrades(figures, [grade]),
      chosen: asked.chosen.grade.includes(grade),
    }));
  return [...ofFamily.filter(({ count, chosen }) => count > 0 || chosen), ...single];
}

/** Pairs of levels, the least that is asked for first: what somebody has to have. */
function levelOptions({ organisation }: SearchBook, { asked, figures, language }: Shown): FacetOption[] {
  const codes = organisation.languages.levels.map(({ code }) => code);
  const rank = (value: string) => {
    const [one = '', other = ''] = value.split('-');
    return codes.indexOf(one) * codes.length + codes.indexOf(other);
  };
  return [...new Set([...figures.level.keys(), ...asked.chosen.level])]
    .toSorted((a, b) => rank(a) - rank(b))
    .map((value) => ({
      name: 'level',
      value,
      text: levelsText(value, language),
      lang: undefined,
      count: figures.level.get(value) ?? 0,
      chosen: asked.chosen.level.includes(value),
    }));
}

function levelsText(value: string, language: Language): string {
  const [one = '', other = ''] = value.split('-');
  return SEARCH_TEXTS[language].levels.replace('{one}', one).replace('{other}', other);
}

function dayOptions(
  name: 'closing' | 'since',
  known: readonly number[],
  { asked, figures, language }: Shown,
): FacetOption[] {
  const options = known.map((days): FacetOption => {
    const text = plural(days, SEARCH_TEXTS[language][name], language);
    const count = figures[name].get(days) ?? 0;
    return { name, value: String(days), text, lang: undefined, count, chosen: asked[name] === days };
  });
  return options.filter(({ count, chosen }) => count > 0 || chosen);
}
