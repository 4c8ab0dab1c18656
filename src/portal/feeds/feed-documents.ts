import { LANGUAGES, type Language } from '../../platform/language.ts';
import type { Feed, FeedItem } from './feed.ts';
import { element, XML, xmlText } from './xml.ts';

/** Atom (RFC 4287). */
export function atom(feed: Feed): string {
  const { language, organisation, title, page, self, updatedAt, items } = feed;
  const parts = [
    element('id', xmlText(self)),
    element('title', xmlText(title)),
    element('updated', updatedAt.toISOString()),
    element('author', element('name', xmlText(organisation))),
    `<link rel="self" type="application/atom+xml" href="${xmlText(self)}"/>\n`,
    `<link rel="alternate" type="text/html" href="${xmlText(page)}"/>\n`,
    ...items.map(atomEntry),
  ];
  return XML + element(`feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}"`, parts.join(''));
}

const atomEntry = ({ id, url, title, summary, publishedAt, changedAt }: FeedItem): string =>
  element(
    'entry',
    [
      element('id', xmlText(id)),
      element(`title xml:lang="${title.lang}"`, xmlText(title.text)),
      element('published', publishedAt.toISOString()),
      element('updated', changedAt.toISOString()),
      `<link rel="alternate" type="text/html" href="${xmlText(url)}"/>\n`,
      element('summary', xmlText(summary)),
    ].join(''),
  );

/** RSS 2.0, with the link to itself that readers ask for. */
export function rss(feed: Feed): string {
  const { language, title, page, self, updatedAt, items } = feed;
  const parts = [
    element('title', xmlText(title)),
    element('link', xmlText(page)),
    element('description', xmlText(title)),
    element('language', language),
    element('lastBuildDate', updatedAt.toUTCString()),
    `<atom:link rel="self" type="application/rss+xml" href="${xmlText(self)}"/>\n`,
    ...items.map(rssItem),
  ];
  return (
    XML + element('rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"', element('channel', parts.join('')))
  );
}

const rssItem = ({ id, url, title, summary, publishedAt }: FeedItem): string =>
  element(
    'item',
    [
      element('title', xmlText(title.text)),
      element('link', xmlText(url)),
      element('guid isPermaLink="false"', xmlText(id)),
      element('pubDate', publishedAt.toUTCString()),
      element('description', xmlText(summary)),
    ].join(''),
  );

type Place = { path: string; changedAt?: Date };

/** A part of the map of the site (sitemaps.org): each page with its other languages beside it. */
export function siteMap(places: readonly Place[], publicUrl: string): string {
  const at = (language: Language, path: string) => xmlText(`${publicUrl}/${language}${path}`);
  const others = (path: string) =>
    LANGUAGES.map((other) => `<xhtml:link rel="alternate" hreflang="${other}" href="${at(other, path)}"/>\n`).join('');
  const entries = places.flatMap(({ path, changedAt }) =>
    LANGUAGES.map((language) =>
      element(
        'url',
        element('loc', at(language, path)) +
          (changedAt ? element('lastmod', changedAt.toISOString()) : '') +
          others(path),
      ),
    ),
  );
  return XML + element(`urlset ${MAP} xmlns:xhtml="http://www.w3.org/1999/xhtml"`, entries.join(''));
}

const MAP = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** The list of the parts of the map. */
export function siteMapIndex(parts: readonly Place[], publicUrl: string): string {
  const entries = parts.map(({ path, changedAt }) =>
    element(
      'sitemap',
      element('loc', xmlText(publicUrl + path)) + (changedAt ? element('lastmod', changedAt.toISOString()) : ''),
    ),
  );
  return XML + element(`sitemapindex ${MAP}`, entries.join(''));
}
