import type { PageContext } from '../../site/page-context.ts';
import { FEED_TEXTS } from './feed-texts.ts';

/** How programs find the feeds of the list, narrowed as it is. */
export function FeedLinks({ page: { language, publicUrl, query = '' } }: { page: PageContext }) {
  const t = FEED_TEXTS[language];
  const at = (name: string) => `${publicUrl}/${language}/${name}${query}`;
  return (
    <>
      <link rel="alternate" type="application/atom+xml" title={t.atom} href={at('vacancies.atom')} />
      <link rel="alternate" type="application/rss+xml" title={t.rss} href={at('vacancies.rss')} />
    </>
  );
}
