import { sql } from 'kysely';
import type { FastifyInstance } from 'fastify';
import { isLanguage, LANGUAGES } from '../platform/language.ts';
import { siteAssets } from '../site/assets.ts';
import type { Context } from '../people/context.ts';

const A_YEAR_IN_SECONDS = 365 * 24 * 3600;

/** The way in: `/` chooses a language and remembers it, the files of the look, and whether we are alive. */
export function entranceRoutes(web: FastifyInstance, { db, config }: Context): void {
  web.get('/', async (request, reply) =>
    reply.header('vary', 'accept-language, cookie').redirect(`/${request.language}/vacancies`, 303),
  );
  for (const language of LANGUAGES) {
    web.get(`/${language}`, async (_, reply) => reply.redirect(`/${language}/vacancies`, 303));
  }

  // A reader who opens a page in a language has chosen it: `/` leads there from now on.
  web.addHook('onSend', async (request, reply) => {
    const chosen = request.url.slice(1, 3);
    if (request.method !== 'GET' || reply.statusCode !== 200 || !isLanguage(chosen)) return;
    if (request.cookies['language'] === chosen || !request.headers['accept']?.includes('text/html')) return;
    const secure = config.PUBLIC_URL.startsWith('https');
    reply.setCookie('language', chosen, { path: '/', maxAge: A_YEAR_IN_SECONDS, sameSite: 'lax', secure });
  });

  const assets = siteAssets();
  web.get<{ Params: { '*': string } }>('/assets/*', async (request, reply) => {
    const asset = assets.get(`/assets/${request.params['*']}`);
    if (!asset) return reply.callNotFound();
    const forever = `public, max-age=${A_YEAR_IN_SECONDS}, immutable`;
    return reply.type(asset.type).header('cache-control', forever).send(asset.body);
  });

  web.get('/healthz', async (_, reply) => {
    await sql`select 1`.execute(db);
    return reply.type('text/plain').send('ok\n');
  });
}
