import type { Language, Translated } from '../platform/language.ts';
import { Breakable } from '../site/breakable.tsx';
import { remaining } from '../site/dates.ts';
import { Select, SubmitButton, TextField } from '../site/forms.tsx';
import { Instant } from '../site/instant.tsx';
import { PublicLayout } from '../site/layout.tsx';
import { plural } from '../site/numbers.ts';
import { addressIn, type PageContext } from '../site/page-context.ts';
import { EmptyState } from '../site/parts.tsx';
import type { PostGroup } from '../notices/notice.ts';
import { gradesOf, postsTotal } from '../vacancies/posts.ts';
import { postsText } from '../vacancies/posts-texts.ts';
import { OPEN_ENDED } from '../vacancies/publication/publication-texts.ts';
import type { Audience } from '../vacancies/vacancy.ts';
import type { OpenFilters } from '../vacancies/vacancy-queries.ts';
import { LIFE_TEXTS } from './life-texts.ts';
import { FeedLinks } from './feeds/feed-links.tsx';
import { PORTAL_TEXTS } from './portal-texts.ts';
import { inLanguage, type TextIn } from './vacancy-view.ts';

/** A vacancy in the list, its codes already in words. */
export type ListedVacancy = {
  reference: string;
  title: Translated;
  grades: readonly string[];
  posts?: readonly PostGroup[] | null;
  audience: Audience;
  place: Translated | undefined;
  clearance: string | null;
  deadlineAt: Date | null;
  deadlineZone: string;
};

type VacanciesPageProps = {
  page: PageContext;
  vacancies: ListedVacancy[];
  /** What was asked for; the list holds its answer. */
  filters: OpenFilters;
  /** The grades and places there are to choose from, cities by their English name. */
  choices: { grades: readonly string[]; places: { city: string; name: Translated }[] };
  now: Date;
};

/** Less than this is left: the deadline is shown as near. */
const SOON_MS = 3 * 24 * 3600 * 1000;

export function VacanciesPage({ page, vacancies, filters, choices, now }: VacanciesPageProps) {
  const { language } = page;
  const t = PORTAL_TEXTS[language];
  const filtered = Boolean(filters.text ?? filters.grade ?? filters.city);
  const count = plural(vacancies.length, filtered ? t.found : t.open, language);
  return (
    <PublicLayout page={page} title={t.vacancies} description={t.vacanciesLede} head={<FeedLinks page={page} />}>
      <h1>{t.vacancies}</h1>
      <p class="lede">{t.vacanciesLede}</p>
      <Filters page={page} filters={filters} choices={choices} />
      {vacancies.length > 0 && (
        <p class="count">
          {count}
          {filtered && (
            <>
              {' · '}
              <a href={addressIn(page, language)}>{t.showAll}</a>
            </>
          )}
        </p>
      )}
      {vacancies.length === 0 && <Nothing page={page} filtered={filtered} />}
      {vacancies.length > 0 && (
        <ul class="vacancies">
          {vacancies.map((vacancy) => (
            <VacancyItem key={vacancy.reference} vacancy={vacancy} language={language} now={now} />
          ))}
        </ul>
      )}
    </PublicLayout>
  );
}

function Filters({ page, filters, choices }: Pick<VacanciesPageProps, 'page' | 'filters' | 'choices'>) {
  const { language } = page;
  const t = PORTAL_TEXTS[language];
  const places = choices.places.map(({ city, name }) => ({ value: city, ...textOf(name, language, city) }));
  const grades = choices.grades.map((grade) => ({ value: grade, text: grade }));
  return (
    <search>
      <form class="filters" method="get" action={addressIn(page, language)} aria-label={t.filter}>
        <TextField name="text" label={t.search} type="search" value={filters.text} />
        <Select name="grade" label={t.grade} empty={t.anyGrade} options={grades} value={filters.grade} />
        <Select name="city" label={t.place} empty={t.anyPlace} options={places} value={filters.city} />
        <SubmitButton tone="quiet">{t.show}</SubmitButton>
      </form>
    </search>
  );
}

function Nothing({ page, filtered }: { page: PageContext; filtered: boolean }) {
  const t = PORTAL_TEXTS[page.language];
  return (
    <EmptyState title={filtered ? t.noneFound : t.noneOpen}>
      <p>{filtered ? t.noneFoundNext : t.noneOpenNext}</p>
      {filtered && (
        <p>
          <a href={addressIn(page, page.language)}>{t.showAll}</a>
        </p>
      )}
    </EmptyState>
  );
}

function VacancyItem({ vacancy, language, now }: { vacancy: ListedVacancy; language: Language; now: Date }) {
  const t = PORTAL_TEXTS[language];
  const { reference, place, clearance, deadlineAt, deadlineZone, audience } = vacancy;
  const posts = postsTotal(vacancy);
  const title = textOf(vacancy.title, language, reference);
  const soon = deadlineAt !== null && deadlineAt.getTime() - now.getTime() < SOON_MS;
  return (
    <li>
      <p class="reference">
        <span class="hidden">{t.reference} </span>
        {reference}
      </p>
      <div>
        <h2>
          <a href={`/${language}/vacancies/${reference}`} lang={title.lang}>
            <Breakable text={title.text} />
          </a>
        </h2>
        <p class="about">
          {[
            posts > 1 && postsText(posts, language),
            gradesOf(vacancy).join(', '),
            inLanguage(place, language)?.text,
            clearance,
            audience === 'internal' && LIFE_TEXTS[language].internal,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <p class="until">
        {deadlineAt ? (
          <>
            <b class={soon ? 'soon' : undefined}>{remaining(now, deadlineAt, language)}</b>
            <span>
              {t.until} <Instant at={deadlineAt} zone={deadlineZone} toMinute />
            </span>
          </>
        ) : (
          <b>{OPEN_ENDED[language]}</b>
        )}
      </p>
    </li>
  );
}

/** A text with its `lang` where it isn't the page's; the code in its place where there is none. */
function textOf(
  texts: Translated,
  language: Language,
  otherwise: string,
): { text: string; lang: TextIn['lang'] | undefined } {
  const found = inLanguage(texts, language);
  return { text: found?.text ?? otherwise, lang: found?.lang === language ? undefined : found?.lang };
}
