import { sql } from 'kysely';
import { LANGUAGES, type Localized } from '../../platform/language.ts';
import type { Db } from '../../schema.ts';
import { deadlineFor } from '../internal-dates/internal-dates.ts';
import { wordsIn } from './folding.ts';
import { gradesIn, passagesIn, levelCode } from './search-document.ts';
import type { SearchAsked } from './search-asked.ts';
import type { Stems, Terms } from './search-terms.ts';
import type { Vacancy } from '../vacancy.ts';

type Given = {
  asked: SearchAsked;
  terms: Terms;
  stems: Stems;
  stemsIn: Localized<Stems>;
  now: Date;
  internal: boolean;
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
export function reference(vacancy: Vacancy, { asked, terms, stems, stemsIn, now, internal }: Given) {
  const { notice, publishedAt, audience, status } = vacancy;
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
    },
  };
}

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
