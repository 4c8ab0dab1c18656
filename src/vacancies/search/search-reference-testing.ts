import { sql } from 'kysely';
import { LANGUAGES, type Localized } from '../../platform/language.ts';
import type { Db } from '../../schema.ts';
import { deadlineFor } from '../internal-dates/internal-dates.ts';
import { wordsIn } from './folding.ts';
import { gradesIn, passagesIn, levelCode } from './search-document.ts';
import { ofGrades, type Figures } from './facets.ts';
import { CLOSING_DAYS, SINCE_DAYS, type SearchAsked } from './search-asked.ts';
import type { Seeker } from './search.ts';
import type { Stems, Terms } from './search-terms.ts';
import type { Vacancy } from '../vacancy.ts';

type Given = {
  asked: SearchAsked;
  terms: Terms;
  stems: Stems;
  stemsIn: Localized<Stems>;
  now: Date;
  seeker: Seeker;
};

/** What each language's own stemmer makes of words: a notice's words are cut by the stemmer of their language alone. */
export async function stemsByLanguage(db: Db, words: readonly string[]): Promise<Localized<Stems>> {
  const { rows } = await sql<{ word: string; en: string[]; fr: string[] }>`
    select word, ts_lexize('english_stem', word) as en, ts_lexize('french_stem', word) as fr
    from unnest(${words}::text[]) as words (word)`.execute(db);
  return {
    en: new Map(rows.map(({ word, en }) => [word, en])),
    fr: new Map(rows.map(({ word, fr }) => [word, fr])),
  };
}

/** What search answers, by looking at one vacancy after another: whether it is found, and by each facet whether it stays. */
export function reference(vacancy: Vacancy, { asked, terms, stems, stemsIn, now, seeker }: Given) {
  const { notice, publishedAt, audience, status } = vacancy;
  const { internal, memberships } = seeker;
  const deadlineAt = deadlineFor(vacancy, internal ? 'internal' : 'public');
  const { chosen, closing, since } = asked;
  const isThere =
    status === 'published' &&
    publishedAt !== null &&
    publishedAt <= now &&
    (deadlineAt === null || deadlineAt >= now) &&
    (internal || audience !== 'internal');
  const one = (values: readonly string[], value: string | null | undefined) =>
    values.length === 0 || (value !== null && value !== undefined && values.includes(value));
  return {
    found: isThere && (asked.text === '' || holds(vacancy, { terms, stems, stemsIn })),
    stays: {
      body: one(chosen.body, notice.body),
      place: one(chosen.place, notice.location?.city),
      clause: one(chosen.clause, notice.contract.clause),
      level: one(chosen.level, notice.languages && levelCode(notice.languages)),
      grade: chosen.grade.length === 0 || gradesIn(notice).some((grade) => chosen.grade.includes(grade)),
      closing: closing === undefined || (deadlineAt !== null && days(deadlineAt, now) <= closing),
      since: since === undefined || (publishedAt !== null && days(now, publishedAt) <= since),
      mine: !asked.mine || memberships === undefined || isOpenTo(vacancy, seeker),
    },
  };
}

/** Staff are shut out of what is for others, others of what is internal; a civil day counts to its end (UTC). */
const isOpenTo = ({ publishedAt, audience }: Vacancy, { internal, memberships = [] }: Seeker): boolean =>
  audience !== (internal ? 'external' : 'internal') &&
  memberships.some(({ from, until }) => {
    const day = publishedAt?.toISOString().slice(0, 10) ?? '';
    return from <= day && (until === null || day <= until);
  });

type Values = Record<'body' | 'place' | 'clause' | 'level' | 'grade', readonly string[]>;

/** The figure beside each of these values, and all others of a search: by looking at one vacancy after another. */
export function referenceFigures(all: readonly Vacancy[], given: Given, values: Values) {
  const { now, seeker } = given;
  const seen = all.map((vacancy) => ({ vacancy, ...reference(vacancy, given) })).filter(({ found }) => found);
  const count = (facet: keyof (typeof seen)[number]['stays'] | 'none', has: (vacancy: Vacancy) => boolean): number =>
    seen.filter(
      ({ stays, vacancy }) => Object.entries(stays).every(([name, kept]) => kept || name === facet) && has(vacancy),
    ).length;
  const closesIn = (vacancy: Vacancy) => {
    const last = deadlineFor(vacancy, seeker.internal ? 'internal' : 'public');
    return last === null ? Infinity : days(last, now);
  };
  return {
    references: seen.filter(({ stays }) => Object.values(stays).every(Boolean)).map((each) => each.vacancy.reference),
    total: count('none', () => true),
    body: values.body.map((value) => count('body', ({ notice }) => notice.body === value)),
    place: values.place.map((value) => count('place', ({ notice }) => notice.location?.city === value)),
    clause: values.clause.map((value) => count('clause', ({ notice }) => notice.contract.clause === value)),
    level: values.level.map((value) =>
      count('level', ({ notice }) => notice.languages !== null && levelCode(notice.languages) === value),
    ),
    grade: values.grade.map((value) => count('grade', ({ notice }) => gradesIn(notice).includes(value))),
    closing: CLOSING_DAYS.map((most) => count('closing', (vacancy) => closesIn(vacancy) <= most)),
    since: SINCE_DAYS.map((most) =>
      count('since', ({ publishedAt }) => publishedAt !== null && days(now, publishedAt) <= most),
    ),
    mine: count('mine', (vacancy) => isOpenTo(vacancy, seeker)),
  };
}

/** The figures of an answer in the same form. */
export const figuresOf = (figures: Figures, values: Values) => ({
  total: figures.total,
  body: values.body.map((value) => figures.body.get(value) ?? 0),
  place: values.place.map((value) => figures.place.get(value) ?? 0),
  clause: values.clause.map((value) => figures.clause.get(value) ?? 0),
  level: values.level.map((value) => figures.level.get(value) ?? 0),
  grade: values.grade.map((value) => ofGrades(figures, [value])),
  closing: CLOSING_DAYS.map((most) => figures.closing.get(most)),
  since: SINCE_DAYS.map((most) => figures.since.get(most)),
  mine: figures.mine,
});

const days = (later: Date, earlier: Date): number => (later.getTime() - earlier.getTime()) / 86_400_000;

/** Every word, in any of its forms, begins a word of the notice or has a word's stem; or the reference begins so. */
function holds(
  { notice, reference: own }: Vacancy,
  { terms, stems, stemsIn }: Pick<Given, 'terms' | 'stems' | 'stemsIn'>,
): boolean {
  const read = LANGUAGES.map((language) => ({
    language,
    words: [...wordsIn(passagesIn(notice, language).join('\n')), own],
  }));
  const written = read.flatMap(({ words }) => words);
  const stemmed = new Set(
    read.flatMap(({ language, words }) => words.flatMap((word) => stemsIn[language].get(word) ?? [])),
  );
  const all = terms.words.every(({ forms }) =>
    forms.some(
      (form) =>
        (form.length > 2 && written.some((word) => word.startsWith(form))) ||
        written.includes(form) ||
        (stems.get(form) ?? []).some((stem) => stemmed.has(stem) || written.includes(stem)) ||
        stemmed.has(form) ||
        (form.length > 2 && [...stemmed].some((stem) => stem.startsWith(form))),
    ),
  );
  return (terms.words.length > 0 && all) || (terms.reference !== undefined && own.startsWith(terms.reference));
}
