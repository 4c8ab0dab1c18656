import { Radios, SubmitButton } from '../../site/forms.tsx';
import { Instant } from '../../site/instant.tsx';
import { PublicLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { EmptyState } from '../../site/parts.tsx';
import { inLanguage } from '../vacancy-view.ts';
import type { Bookmark } from './bookmark-queries.ts';
import type { SavedSearch } from './follower-queries.ts';
import { FREQUENCIES } from './follower.ts';
import { FOLLOW_TEXTS } from './follow-texts.ts';

type MySearchesProps = { page: PageContext; searches: (SavedSearch & { words: string })[] };

export function MySearchesPage({ page, searches }: MySearchesProps) {
  const { language } = page;
  const t = FOLLOW_TEXTS[language];
  return (
    <PublicLayout page={page} title={t.mySearches}>
      <h1>{t.mySearches}</h1>
      <p class="lede">{t.mySearchesLede}</p>
      <p>
        <a href={`/${language}/my/bookmarks`}>{t.myBookmarks}</a>
      </p>
      {searches.length === 0 && (
        <EmptyState title={t.noSearches}>
          <p>{t.noSearchesNext}</p>
          <p>
            <a href={`/${language}/vacancies`}>{t.vacancies}</a>
          </p>
        </EmptyState>
      )}
      {searches.map(({ id, query, frequency, words }) => (
        <section key={id}>
          <h2>{words}</h2>
          <p>
            <a href={`/${language}/vacancies${query}`}>
              {t.show}
              <span class="hidden"> ({words})</span>
            </a>
          </p>
          <form method="post" action={`/${language}/my/searches/${id}`}>
            <Radios
              name={`frequency-${id}`}
              label={t.frequency}
              options={FREQUENCIES.map((value) => ({ value, text: t.frequencies[value] }))}
              value={frequency}
            />
            <SubmitButton tone="quiet">
              {t.change}
              <span class="hidden"> ({words})</span>
            </SubmitButton>
          </form>
          <form method="post" action={`/${language}/my/searches/${id}/removal`}>
            <button type="submit" class="link">
              {t.remove}
              <span class="hidden"> ({words})</span>
            </button>
          </form>
        </section>
      ))}
    </PublicLayout>
  );
}

export function MyBookmarksPage({ page, bookmarks }: { page: PageContext; bookmarks: Bookmark[] }) {
  const { language } = page;
  const t = FOLLOW_TEXTS[language];
  return (
    <PublicLayout page={page} title={t.myBookmarks}>
      <h1>{t.myBookmarks}</h1>
      <p class="lede">{t.myBookmarksLede}</p>
      <p>
        <a href={`/${language}/my/searches`}>{t.mySearches}</a>
      </p>
      {bookmarks.length === 0 && (
        <EmptyState title={t.noBookmarks}>
          <p>{t.noBookmarksNext}</p>
          <p>
            <a href={`/${language}/vacancies`}>{t.vacancies}</a>
          </p>
        </EmptyState>
      )}
      {bookmarks.length > 0 && (
        <>
          <ul class="vacancies">
            {bookmarks.map((bookmark) => (
              <BookmarkItem key={bookmark.reference} page={page} bookmark={bookmark} />
            ))}
          </ul>
          <p>
            <a href={`/${language}/my/bookmarks.ics`}>{t.calendarAll}</a>
          </p>
        </>
      )}
    </PublicLayout>
  );
}

function BookmarkItem({ page, bookmark }: { page: PageContext; bookmark: Bookmark }) {
  const { language } = page;
  const t = FOLLOW_TEXTS[language];
  const { reference, deadlineAt, deadlineZone, status } = bookmark;
  const title = inLanguage(bookmark.title, language);
  const what = title?.text ?? reference;
  return (
    <li>
      <p class="reference">{reference}</p>
      <div>
        <h2>
          <a
            href={`/${language}/vacancies/${reference}`}
            lang={title === undefined || title.lang === language ? undefined : title.lang}
          >
            {what}
          </a>
        </h2>
        <form method="post" action={`/${language}/my/bookmarks/${reference}/removal`}>
          <button type="submit" class="link">
            {t.remove}
            <span class="hidden"> {what}</span>
          </button>
        </form>
      </div>
      <p class="until">
        {status !== 'published' && <b>{status === 'cancelled' ? t.cancelled : t.closed}</b>}{' '}
        {deadlineAt && <Instant at={deadlineAt} zone={deadlineZone} toMinute />}
      </p>
    </li>
  );
}
