import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../../people/context.ts';
import type { PublicAnswer } from '../../platform/answer-memory.ts';
import { LANGUAGES } from '../../platform/language.ts';
import { sendPublic } from '../../platform/send-public.ts';
import { queryOf, readAsked, type SearchAsked } from '../../vacancies/search/search-asked.ts';
import { deadlineCalendar } from '../deadline-calendar.ts';
import { searchInWords } from '../follow/search-words.ts';
import { nextOwnChange } from '../own-change-queries.ts';
import { searchFor } from '../search/search-of.ts';
import { standsUntil } from '../stands-until.ts';
import { cityName, inLanguage } from '../vacancy-view.ts';
import { atom, rss, siteMap, siteMapIndex } from './feed-documents.ts';
import { addressesIn, feedVacancies, mapParts, type FeedVacancy } from './feed-queries.ts';
import { feedOf, type Feed } from './feed.ts';

/** What programs follow in a language, narrowed as the list is; the last published comes first. */
const FEEDS: Record<string, { type: string; write: (feed: Feed) => string }> = {
  'vacancies.atom': { type: 'application/atom+xml; charset=utf-8', write: atom },
  'vacancies.rss': { type: 'application/rss+xml; charset=utf-8', write: rss },
};
const DEADLINES = 'deadlines.ics';

export function feedRoutes(web: FastifyInstance, context: Context): void {
  for (const [name, { type, write }] of Object.entries(FEEDS)) {
    web.get(`/${name}`, async (request, reply) => {
      const asked = askedFor(request);
      return sendKept({ request, reply, context }, keyOf(request, name, asked), async (now) => {
        const vacancies = await foundBy(asked, { request, context, now });
        return { type, body: write(feedFor(vacancies, asked, { request, context, name })) };
      });
    });
  }
  web.get(`/${DEADLINES}`, async (request, reply) => {
    const asked = askedFor(request);
    return sendKept({ request, reply, context }, keyOf(request, DEADLINES, asked), async (now) => {
      const vacancies = await foundBy(asked, { request, context, now });
      const dated = vacancies.map((vacancy) => ({ ...vacancy, title: vacancy.notice.title }));
      const { organisation, config } = context;
      const about = { language: request.language, publicUrl: config.PUBLIC_URL, organisation: organisation.name };
      return { type: 'text/calendar; charset=utf-8', body: deadlineCalendar(dated, { ...about, reminder: false }) };
    });
  });
}

/** What narrows the list narrows its feeds, but for what is open to somebody: a feed is nobody's. */
const askedFor = (request: FastifyRequest): SearchAsked => ({
  ...readAsked(request.query as Record<string, unknown>),
  mine: false,
  sort: 'newest',
  page: 1,
});

const narrowingOf = (asked: SearchAsked): string => queryOf({ ...asked, sort: undefined });
const keyOf = ({ language }: FastifyRequest, name: string, asked: SearchAsked): string =>
  `${language} ${name}${narrowingOf(asked)}`;

type Asking = { request: FastifyRequest; context: Context };

function foundBy(asked: SearchAsked, { request, context, now }: Asking & { now: Date }): Promise<FeedVacancy[]> {
  const seeker = { internal: false, memberships: undefined };
  const { language } = request;
  return feedVacancies(context.db, searchFor(asked, { book: context, seeker, now, language }));
}

function feedFor(
  vacancies: FeedVacancy[],
  asked: SearchAsked,
  { request: { language }, context, name }: Asking & { name: string },
): Feed {
  const { organisation, config, vocabulary } = context;
  const query = narrowingOf(asked);
  return feedOf(vacancies, {
    language,
    query,
    narrowed: query === '' ? undefined : searchInWords(asked, context, language),
    path: `/${language}/${name}`,
    organisation: organisation.name[language],
    publicUrl: config.PUBLIC_URL,
    placeOf: ({ notice: { location } }) =>
      location === null ? undefined : inLanguage(cityName(location.city, vocabulary), language)?.text,
  });
}

/** The pages that are always there; those of vacancies come after them. */
const PAGES = ['/vacancies', '/regulations', '/help/education', '/developers', '/accessibility', '/data-protection'];

const XML_TYPE = 'application/xml; charset=utf-8';

/** What search engines look for at the root of a site. */
export function searchEngineRoutes(web: FastifyInstance, context: Context): void {
  const { db, config } = context;
  web.get('/sitemap.xml', (request, reply) =>
    sendKept({ request, reply, context }, 'sitemap.xml', async (now) => {
      const parts = await mapParts(db, now);
      const places = parts.map(({ part, changedAt }) => ({ path: `/sitemap-${part}.xml`, changedAt }));
      return { type: XML_TYPE, body: siteMapIndex([{ path: '/sitemap-pages.xml' }, ...places], config.PUBLIC_URL) };
    }),
  );
  web.get('/sitemap-pages.xml', (request, reply) =>
    sendKept({ request, reply, context }, 'sitemap-pages.xml', async () => ({
      type: XML_TYPE,
      body: siteMap(
        PAGES.map((path) => ({ path })),
        config.PUBLIC_URL,
      ),
    })),
  );
  web.get<{ Params: { part: string } }>('/sitemap-:part(^[1-9]\\d{0,4}$).xml', (request, reply) =>
    sendKept({ request, reply, context }, `sitemap-${request.params.part}.xml`, async (now) => {
      const vacancies = await addressesIn(db, Number(request.params.part), now);
      if (vacancies.length === 0) return undefined;
      const places = vacancies.map(({ reference, updatedAt }) => ({
        path: `/vacancies/${reference}`,
        changedAt: updatedAt,
      }));
      return { type: XML_TYPE, body: siteMap(places, config.PUBLIC_URL) };
    }),
  );
  web.get('/robots.txt', (request, reply) =>
    sendKept({ request, reply, context }, 'robots.txt', async () => ({
      type: 'text/plain; charset=utf-8',
      body: robots(config.PUBLIC_URL),
    })),
  );
}

/** What is somebody's own, or leads there: nothing a search engine could read. Internal vacancies are not named anywhere. */
const NOT_FOR_ROBOTS = ['my', 'staff', 'searches', 'sign-in', 'sign-up', 'sign-out', 'password'];

const robots = (publicUrl: string): string =>
  [
    'User-agent: *',
    ...LANGUAGES.flatMap((language) => NOT_FOR_ROBOTS.map((path) => `Disallow: /${language}/${path}`)),
    'Disallow: /outbox',
    '',
    `Sitemap: ${publicUrl}/sitemap.xml`,
    '',
  ].join('\n');

type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context };

/** From memory, until the list of what is open changes. */
async function sendKept(
  { request, reply, context }: Exchange,
  key: string,
  make: (now: Date) => Promise<PublicAnswer | undefined>,
): Promise<FastifyReply | void> {
  const kept = await context.memory(`feed ${key}`, async (now) => {
    const made = await make(now);
    return made && { ...made, until: standsUntil(now, [], await nextOwnChange(context.db, now)) };
  });
  return kept ? sendPublic({ request, reply }, kept) : reply.callNotFound();
}
