import type { VNode } from 'preact';
import type { Language } from '../platform/language.ts';
import { exampleNotice } from '../notices/notice-testing.ts';
import type { Excerpt } from '../vacancies/search/excerpt.ts';
import { askedOf, queryOf, readAsked } from '../vacancies/search/search-asked.ts';
import { NORTHERN_RIVERS } from '../regulations/regulations-testing.ts';
import { aPage } from '../site/site-testing.tsx';
import { DevelopersPage } from './api/developers-page.tsx';
import { MyBookmarksPage, MySearchesPage } from './follow/my-follow-pages.tsx';
import { ConfirmSearchPage, SaveSearchPage, UnsubscribePage } from './follow/save-search-pages.tsx';
import { offerView } from './offer-view.ts';
import { SearchPage } from './search/search-page.tsx';
import type { FacetGroup } from './search/search-view.ts';
import type { ListedVacancy } from './search/vacancy-item.tsx';
import { VacancyPage } from './vacancy-page.tsx';
import type { VacancyView } from './vacancy-view.ts';

export const NOW = new Date('2026-12-22T09:00:00Z');

/** A published vacancy open for 27 days, complete in both languages. */
export function aView(changes: Partial<VacancyView> = {}): VacancyView {
  return {
    reference: '260114',
    notice: exampleNotice({ budgetPending: true, ...EXTRAS }),
    names: NAMES,
    officialLanguages: ['en', 'fr'],
    open: true,
    deadlineAt: new Date('2027-01-18T22:59:59Z'),
    deadlineZone: 'Europe/Brussels',
    publishedAt: new Date('2026-12-01T08:00:00Z'),
    audience: 'both',
    corrections: [],
    questions: [],
    aboutDegrees: false,
    ...changes,
  };
}

const EXTRAS = {
  attachments: [{ kind: 'cover-letter', maxPages: 2, pageSize: 'A4', formats: ['pdf', 'word'] }],
  challenges: {
    en: ['forecasts that differ between nations', 'gauges that fail in floods'],
    fr: ['des prévisions qui diffèrent d’un pays à l’autre', 'des échelles qui tombent en panne pendant les crues'],
  },
  provisionalSchedule: [
    { en: 'Written test: 8 February 2027, remote', fr: 'Épreuve écrite : 8 février 2027, à distance' },
    { en: 'Interviews: 1 March 2027, Maastricht', fr: 'Entretiens : 1er mars 2027, Maastricht' },
  ],
} as const;

const NAMES: VacancyView['names'] = {
  place: { en: 'Maastricht', fr: 'Maastricht' },
  body: { en: 'Northern Rivers Commission', fr: 'Commission des rivières du Nord' },
  schedule: { en: 'Full-time', fr: 'Temps plein' },
  clearance: { en: 'Northern Secret', fr: 'Nord Secret' },
  contract: {
    headline: {
      en: 'A definite contract of three years, which may be renewed once for up to three more.',
      fr: 'Un contrat d’une durée déterminée de trois ans, qui peut être renouvelé une fois pour trois ans au plus.',
    },
    source: { en: 'Staff Rules, articles 14 to 16', fr: 'Statut du personnel, articles 14 à 16' },
  },
  attachments: { 'cover-letter': { en: 'Cover letter', fr: 'Lettre de motivation' } },
};

const POSTS = [
  { count: 2, grades: ['G17'] },
  { count: 1, grades: ['G15', 'G17'] },
];
const CORRECTIONS = [
  {
    number: 1,
    at: '2026-12-08T10:00:00.000Z',
    fields: ['deadline'],
    note: {
      en: 'The deadline was extended to 18 January 2027 at 23:59:59, Brussels time.',
      fr: 'La date limite est reportée au 18 janvier 2027 à 23 h 59, heure de Bruxelles.',
    },
  },
];

export function AVacancyPage({ language }: { language: Language }) {
  const applyHref = `/${language}/my/applications/260114`;
  const vacancy = aView({
    notice: { ...aView().notice, grades: ['G15', 'G17'], posts: POSTS },
    audience: 'external',
    corrections: CORRECTIONS,
  });
  const offer = offerView({ ...vacancy, deadlineAt: vacancy.deadlineAt ?? NOW, on: '2026-12-01' }, NORTHERN_RIVERS, {});
  return <VacancyPage page={aPage(language)} vacancy={vacancy} {...{ now: NOW, offer, applyHref }} />;
}

/** Closed, its French without accountabilities and with an item left in English. */
export function APartialVacancyPage({ language }: { language: Language }) {
  const { notice } = aView();
  const partial = {
    ...notice,
    title: { en: 'Principal Assistant, Hydrometeorological Telecommunications' },
    accountabilities: { ...notice.accountabilities, fr: notice.accountabilities.en },
    competencies: { ...notice.competencies, fr: [] },
  };
  return <VacancyPage page={aPage(language)} vacancy={aView({ notice: partial, open: false })} now={NOW} />;
}

const TITLES = [
  { en: 'Officer, River Basin Data', fr: 'Administratrice/Administrateur (données fluviales)' },
  { en: 'Senior Translator, English Booth', fr: 'Traductrice/Traducteur principal(e)' },
  { en: 'Hydrologist' },
  {
    en: 'Principal Assistant, Interdepartmental Hydrometeorological Telecommunications',
    fr: 'Assistante principale/Assistant principal, Télécommunications hydrométéorologiques interdépartementales',
  },
];
const DAY_MS = 24 * 3600 * 1000;

const LISTED: ListedVacancy[] = TITLES.map((title, index) => ({
  reference: `26011${index}`,
  title,
  grades: index === 1 ? ['G15', 'G17'] : ['G10'],
  place: { en: 'Brussels', fr: 'Bruxelles' },
  clearance: index === 2 ? null : 'NS',
  deadlineAt: index === 3 ? null : new Date(NOW.getTime() + (index + 1) * 9.4 * DAY_MS - 8 * DAY_MS),
  posts: index === 3 ? POSTS : null,
  deadlineZone: 'Europe/Brussels',
  audience: index === 0 ? 'internal' : 'both',
}));

const GROUPS: FacetGroup[] = [
  {
    id: 'place',
    legend: 'Place',
    type: 'checkbox',
    options: Array.from({ length: 9 }, (_, index) => ({
      name: 'place',
      value: `City ${index}`,
      text: `City ${index}`,
      lang: index === 1 ? 'en' : undefined,
      count: 9 - index,
      chosen: index === 0,
    })),
  },
];

const SHOWN = { pages: { current: 1, total: 3 }, groups: GROUPS, now: NOW } as const;
const MINE = { countries: 'Belgium', count: 2, rule: 'Staff Rules, article 4', from: undefined };

/** Found, after a slip of the finger was mended, in the words of a notice. */
export function AVacanciesPage({ language }: { language: Language }) {
  const page = aPage(language, { path: '/vacancies' });
  const asked = readAsked({ q: 'hydrologits', place: 'City 0', mine: '1' });
  const excerpt: Excerpt = {
    lang: 'en',
    pieces: [
      { text: 'works with the ', hit: false },
      { text: 'hydrologist', hit: true },
    ],
  };
  const vacancies = LISTED.map((vacancy) => ({ ...vacancy, excerpt, unknownClearance: true }));
  const corrections = [{ typed: 'hydrologits', taken: 'hydrologist' }];
  return <SearchPage {...{ page, asked, vacancies, corrections, ...SHOWN }} total={60} mine={MINE} />;
}

/** The list as it answers an address, for a browser to live with. */
export function ALivingListPage({ language, query }: { language: Language; query: URLSearchParams }) {
  const asked = askedOf(query.toString());
  const page = aPage(language, { path: '/vacancies', query: queryOf(asked) });
  const groups = GROUPS.map((group) => ({
    ...group,
    options: group.options.map((option) => ({ ...option, chosen: asked.chosen.place.includes(option.value) })),
  }));
  const vacancies = LISTED.slice(asked.chosen.place.length);
  const shown = { ...SHOWN, groups, pages: { current: 1, total: 1 } };
  return <SearchPage {...{ page, asked, vacancies, ...shown }} corrections={[]} total={vacancies.length} mine={MINE} />;
}

/** What somebody follows, in each of its pages: full, empty, and what a mail leads to. */
export const FOLLOW_PAGES: Record<string, (props: { language: Language }) => VNode> = {
  save: ({ language }) => (
    <SaveSearchPage
      page={aPage(language, { path: '/searches/new' })}
      query="?q=hydro&place=Vienna"
      words="Words: hydro · Place: Vienna"
      mineNotKept
      typed={{ email: 'no', frequency: '' }}
      errors={[{ field: 'email', message: 'Enter an e-mail address, such as name@example.org.' }]}
    />
  ),
  confirm: ({ language }) => <ConfirmSearchPage page={aPage(language)} action="/en/searches/confirmation/1/x" />,
  unsubscribe: ({ language }) => (
    <UnsubscribePage
      page={aPage(language)}
      action="/x"
      language={language}
      searches={['All vacancies', 'Words: hydro']}
      visitor
    />
  ),
  searches: ({ language }) => (
    <MySearchesPage
      page={aPage(language, { notice: 'Saved.' })}
      searches={[
        { id: '1', query: '?q=hydro', frequency: 'daily', confirmedAt: NOW, lookedAt: NOW, words: 'Words: hydro' },
        { id: '2', query: '', frequency: 'never', confirmedAt: NOW, lookedAt: NOW, words: 'All vacancies' },
      ]}
    />
  ),
  bookmarks: ({ language }) => (
    <MyBookmarksPage
      page={aPage(language)}
      bookmarks={(['published', 'closed', 'cancelled'] as const).map((status, index) => ({
        reference: `26011${index}`,
        title: TITLES[index] ?? {},
        deadlineAt: index === 1 ? null : NOW,
        deadlineZone: 'Europe/Brussels',
        updatedAt: NOW,
        version: 1,
        status,
        audience: 'both',
        publishedAt: NOW,
      }))}
    />
  ),
  'no-bookmarks': ({ language }) => <MyBookmarksPage page={aPage(language)} bookmarks={[]} />,
};

export function NoVacanciesPage({ language }: { language: Language }) {
  const page = aPage(language, { path: '/vacancies', query: '?q=x' });
  const asked = readAsked({ q: 'x', mine: '1' });
  const mine = { ...MINE, countries: undefined, count: undefined, from: 'profile' as const };
  const errors = [{ field: 'nationality', message: 'Choose a country of the list.' }];
  return <SearchPage {...{ page, asked, mine, errors, ...SHOWN }} vacancies={[]} corrections={[]} total={0} />;
}

export function ADevelopersPage({ language }: { language: Language }) {
  const page = aPage(language, { path: '/developers' });
  const answer = { vacancies: [{ reference: '260114', title: { en: 'A'.repeat(200) } }], next: null };
  const example = { path: '/api/v1/vacancies?limit=1', answer };
  return <DevelopersPage page={page} examples={{ '/vacancies': example }} misuse={example} />;
}
