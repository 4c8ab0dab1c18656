import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../../people/context.ts';
import type { PublicAnswer } from '../../platform/answer-memory.ts';
import { LANGUAGES } from '../../platform/language.ts';
import { sendPublic } from '../../platform/send-public.ts';
import { filtersOf } from '../list-filters.ts';
import { nextOwnChange } from '../own-change-queries.ts';
import { standsUntil } from '../stands-until.ts';
import { cityName, inLanguage } from '../vacancy-view.ts';
import { atom, deadlines, rss, siteMap } from './feed-documents.ts';
import { feedVacancies, publicAddresses } from './feed-queries.ts';
import { feedOf, type Feed } from './feed.ts';

/** What programs follow in a language, narrowed as the list is. */
const DOCUMENTS: Record<string, { type: string; write: (feed: Feed) => string }> = {
  'vacancies.atom': { type: 'application/atom+xml; charset=utf-8', write: atom },
  'vacancies.rss': { type: 'application/rss+xml; charset=utf-8', write: rss },
  'deadlines.ics': { type: 'text/calendar; charset=utf-8', write: deadlines },
};

export function feedRoutes(web: FastifyInstance, context: Context): void {
  for (const [name, { type, write }] of Object.entries(DOCUMENTS)) {
    web.get(`/${name}`, async (request, reply) => {
      const { language } = request;
      const filters = filtersOf(request.query as Record<string, unknown>);
      const query = queryOf(filters);
      return sendKept({ request, reply, context }, `${language} ${name}${query}`, async (now) => {
        const { organisation, config, db, vocabulary } = context;
        const feed = feedOf(await feedVacancies(db, now, filters), {
          language,
          filters,
          query,
          path: `/${language}/${name}`,
          organisation: organisation.name[language],
          publicUrl: config.PUBLIC_URL,
          placeOf: ({ location }) =>
            location === null ? undefined : inLanguage(cityName(location.city, vocabulary), language)?.text,
        });
        return { type, body: write(feed) };
      });
    });
  }
}

function queryOf(filters: Record<string, string | undefined>): string {
  const given = Object.entries(filters).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return given.length > 0 ? `?${new URLSearchParams(given).toString()}` : '';
}

/** The pages that are always there; those of vacancies come after them. */
const PAGES = ['/vacancies', '/regulations', '/help/education', '/developers', '/accessibility', '/data-protection'];

/** What search engines look for at the root of a site. */
export function searchEngineRoutes(web: FastifyInstance, context: Context): void {
  const { db, config } = context;
  web.get('/sitemap.xml', (request, reply) =>
    sendKept({ request, reply, context }, 'sitemap.xml', async (now) => {
      const vacancies = await publicAddresses(db, now);
      const places = vacancies.map(({ reference, updatedAt }) => ({
        path: `/vacancies/${reference}`,
        changedAt: updatedAt,
      }));
      const body = siteMap([...PAGES.map((path) => ({ path })), ...places], config.PUBLIC_URL);
      return { type: 'application/xml; charset=utf-8', body };
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
const NOT_FOR_ROBOTS = ['my', 'staff', 'sign-in', 'sign-up', 'sign-out', 'password'];

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
  make: (now: Date) => Promise<PublicAnswer>,
): Promise<FastifyReply> {
  const kept = await context.memory(`feed ${key}`, async (now) => ({
    ...(await make(now)),
    until: standsUntil(now, [], await nextOwnChange(context.db, now)),
  }));
  if (!kept) throw new Error('What is made is there');
  return sendPublic({ request, reply }, kept);
}
