import type { Language } from '../../platform/language.ts';
import { countriesByName } from '../../regulations/organisation/countries.ts';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { controlProps, Labelled } from '../../site/field.tsx';
import { errorOf, Select, SubmitButton, TextField, type FieldError } from '../../site/forms.tsx';
import { Canonical } from '../../site/canonical.tsx';
import { PublicLayout } from '../../site/layout.tsx';
import { FeedLinks } from '../feeds/feed-links.tsx';
import { plural } from '../../site/numbers.ts';
import type { PageContext } from '../../site/page-context.ts';
import { EmptyState, Notice, Pagination, Why } from '../../site/parts.tsx';
import {
  defaultSort,
  isNarrowed,
  queryOf,
  SORTS,
  sortOf,
  without,
  type Choice,
  type SearchAsked,
} from '../../vacancies/search/search-asked.ts';
import type { Correction } from '../../vacancies/search/search-answer-queries.ts';
import { PORTAL_TEXTS } from '../portal-texts.ts';
import { Facets, SEARCH_FORM } from './facet-fields.tsx';
import { SEARCH_TEXTS } from './search-texts.ts';
import type { KnownNationality } from './seeker-queries.ts';
import type { FacetGroup } from './search-view.ts';
import { VacancyItem, type ListedVacancy } from './vacancy-item.tsx';

/** What is known of the reader's nationality, and what the organisation's rule makes of it. */
export type MineShown = {
  countries: string | undefined;
  /** The code of the first of them. */
  first?: string | undefined;
  count: number | undefined;
  rule: string;
  from: KnownNationality['from'];
};

export type SearchPageProps = {
  page: PageContext;
  asked: SearchAsked;
  vacancies: ListedVacancy[];
  total: number;
  pages: { current: number; total: number };
  groups: FacetGroup[];
  corrections: readonly Correction[];
  mine: MineShown;
  errors?: FieldError[];
  now: Date;
};

export function SearchPage(props: SearchPageProps) {
  const { page, asked, errors = [] } = props;
  const { language } = page;
  const t = SEARCH_TEXTS[language];
  const title = PORTAL_TEXTS[language].vacancies;
  return (
    <PublicLayout
      page={page}
      title={title}
      description={t.lede}
      modules={['search']}
      inError={errors.length > 0}
      head={<Head page={page} asked={asked} />}
    >
      <ErrorSummary errors={errors} />
      <h1>{title}</h1>
      <p class="lede">{t.lede}</p>
      <Ask page={page} asked={asked} />
      <div class="split search">
        <section id="results" aria-label={t.results}>
          <Results {...props} />
        </section>
        <aside class="aside" id="narrow" aria-labelledby="narrow-title">
          <h2 id="narrow-title">{t.narrow}</h2>
          <Facets groups={props.groups} language={language} mine={mineOption(props)} />
          <Nationality {...props} />
        </aside>
      </div>
    </PublicLayout>
  );
}

/** Search engines are given the list as it is; of what it can be narrowed to there is no end. */
function Head({ page, asked }: Pick<SearchPageProps, 'page' | 'asked'>) {
  const isItself = !isNarrowed(asked) && asked.sort === undefined;
  return (
    <>
      {isItself ? <Canonical page={page} query={queryOf(asked)} /> : <meta name="robots" content="noindex, follow" />}
      <FeedLinks page={page} />
    </>
  );
}

function mineOption({ page, asked, mine }: SearchPageProps) {
  const t = SEARCH_TEXTS[page.language];
  const text = mine.countries === undefined ? t.mine : t.mineOf.replace('{countries}', mine.countries);
  return { chosen: asked.mine, text, count: mine.count };
}

function Ask({ page, asked }: { page: PageContext; asked: SearchAsked }) {
  const { language } = page;
  const t = SEARCH_TEXTS[language];
  const sorts = SORTS.filter((sort) => sort !== 'relevance' || asked.text !== '');
  return (
    <search>
      <form id={SEARCH_FORM} class="filters" method="get" action={`/${language}/vacancies`} data-search>
        <TextField name="q" label={t.text} hint={t.textHint} type="search" value={asked.text} maxlength={200} />
        <Labelled field={{ name: 'sort', label: t.sortBy }}>
          <select {...controlProps({ name: 'sort', label: t.sortBy })} class="input select" autocomplete="off">
            {sorts.map((sort) => (
              // What is usual has no name in the address, so that words typed next are answered with the best match first.
              <option key={sort} value={sort === defaultSort(asked.text) ? '' : sort} selected={sort === sortOf(asked)}>
                {t.sorts[sort]}
              </option>
            ))}
          </select>
        </Labelled>
        <SubmitButton>{PORTAL_TEXTS[language].show}</SubmitButton>
      </form>
    </search>
  );
}

function Results(props: SearchPageProps) {
  const { page, asked, vacancies, pages, now } = props;
  const { language } = page;
  const href = (number: number) => `/${language}/vacancies${queryOf({ ...asked, page: number })}`;
  return (
    <>
      <Said {...props} />
      {vacancies.length === 0 && <Nothing page={page} narrowed={isNarrowed(asked)} />}
      {vacancies.length > 0 && (
        <ul class="vacancies">
          {vacancies.map((vacancy) => (
            <VacancyItem key={vacancy.reference} vacancy={vacancy} language={language} now={now} />
          ))}
        </ul>
      )}
      <Pagination current={pages.current} total={pages.total} href={href} />
    </>
  );
}

/** How many there are, of what, and what was made of the question. */
function Said({ page, asked, total, pages, corrections, groups, mine }: SearchPageProps) {
  const { language } = page;
  const t = SEARCH_TEXTS[language];
  const { open, found, showAll } = PORTAL_TEXTS[language];
  const narrowed = isNarrowed(asked);
  const of = t.shown.replace('{page}', String(pages.current)).replace('{pages}', String(pages.total));
  return (
    <>
      {corrections.map(({ typed, taken }) => (
        <p key={typed}>{t.taken.replace('{typed}', typed).replace('{taken}', taken)}</p>
      ))}
      {asked.mine && mine.countries === undefined && (
        <Notice tone="info">
          <p>
            {t.mineUnknown} <a href="#f-nationality">{t.nationality}</a>
          </p>
        </Notice>
      )}
      <p class="count">
        <span data-count>{plural(total, narrowed ? found : open, language)}</span>
        {pages.total > 1 && ` · ${of}`}
        {' · '}
        <a href="#narrow">{t.narrow}</a>
        {narrowed && ' · '}
        {narrowed && <a href={`/${language}/vacancies`}>{showAll}</a>}
        {' · '}
        <a href={`/${language}/searches/new${queryOf({ ...asked, page: 1 })}`}>{t.save}</a>
      </p>
      <Chosen asked={asked} groups={groups} language={language} />
    </>
  );
}

/** What was chosen, each with the way to take it back. */
function Chosen({ asked, groups, language }: { asked: SearchAsked; groups: FacetGroup[]; language: Language }) {
  const t = SEARCH_TEXTS[language];
  const chosen = groups.flatMap(({ options }) => options.filter((option) => option.chosen));
  if (chosen.length === 0) return null;
  return (
    <p class="count">
      {t.chosen}{' '}
      {chosen.map(({ name, value, text, lang }, index) => (
        <span key={name + value}>
          {index > 0 && ', '}
          <a href={`/${language}/vacancies${queryOf(takenBack(asked, name, value))}`} lang={lang}>
            <span class="hidden" lang={language}>
              {t.remove.replace('{choice}', '')}
            </span>
            {text} <span aria-hidden="true">×</span>
          </a>
        </span>
      ))}
    </p>
  );
}

const takenBack = (asked: SearchAsked, name: Choice | 'closing' | 'since', value: string): SearchAsked =>
  name === 'closing' || name === 'since' ? { ...asked, [name]: undefined, page: 1 } : without(asked, name, value);

function Nothing({ page, narrowed }: { page: PageContext; narrowed: boolean }) {
  const t = PORTAL_TEXTS[page.language];
  return (
    <EmptyState title={narrowed ? t.noneFound : t.noneOpen}>
      <p>{narrowed ? SEARCH_TEXTS[page.language].noneFoundNext : t.noneOpenNext}</p>
      {narrowed && (
        <p>
          <a href={`/${page.language}/vacancies`}>{t.showAll}</a>
        </p>
      )}
    </EmptyState>
  );
}

/** Where a reader says a nationality; it is posted, and kept in a cookie. */
function Nationality({ page, asked, mine, errors = [] }: SearchPageProps) {
  const { language } = page;
  const t = SEARCH_TEXTS[language];
  const options = countriesByName(language).map(({ code, name }) => ({ value: code, text: name }));
  const back = (
    <input type="hidden" name="back" value={queryOf({ ...asked, mine: true, page: 1 })} autocomplete="off" />
  );
  const action = `/${language}/vacancies/nationality`;
  return (
    <section>
      {(mine.from === undefined || mine.from === 'browser') && (
        <form method="post" action={action}>
          {back}
          <Select
            name="nationality"
            label={t.nationality}
            hint={t.nationalityHint}
            empty={t.choose}
            options={options}
            value={mine.first}
            error={errorOf(errors, 'nationality')}
            autocomplete="off"
          />
          <SubmitButton tone="quiet">{t.takeNationality}</SubmitButton>
        </form>
      )}
      {mine.from === 'browser' && (
        <form method="post" action={action}>
          {back}
          <SubmitButton tone="quiet" name="forget" value="1">
            {t.forgetNationality}
          </SubmitButton>
        </form>
      )}
      <Why>
        {mine.from && mine.from !== 'browser' && (
          <p>
            {t.mineFrom[mine.from]} <a href={`/${language}/my/profile`}>{t.profile}</a>
          </p>
        )}
        <p>{t.mineWhy.replace('{rule}', mine.rule)}</p>
      </Why>
    </section>
  );
}
