import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { kindOf, limitOf, rankOf } from './app-priorities.ts';
import { APP_TEXTS, BUSY_TEXTS, ERROR_TEXTS, type ErrorKind } from './app-texts.ts';
import { ROUTES, SINGLE_ROUTES } from './app-routes.ts';
import { unreadHooks } from './applications/messages/unread-hooks.ts';
import type { Context } from './people/context.ts';
import { page, pageContext } from './people/page.ts';
import { peopleHooks } from './people/people-hooks.tsx';
import { LANGUAGES } from './platform/language.ts';
import { shedLoad } from './platform/overload.ts';
import { BadRequest, createWeb } from './platform/web.ts';
import { anonymityHooks } from './screening/anonymity-hooks.tsx';
import { PublicLayout } from './site/layout.tsx';

/** The whole web application on its context: not yet listening. `onRoute` is told of each route as it is added. */
export async function createApp(context: Context, onRoute?: (route: RouteOptions) => void): Promise<FastifyInstance> {
  const web = await createWeb(context.config, context.clock);
  if (onRoute) web.addHook('onRoute', onRoute);
  if (context.load) shedOn(web, context, context.load);
  peopleHooks(web, context);
  unreadHooks(web, context);
  anonymityHooks(web, context);
  web.setErrorHandler<FastifyError>((error, request, reply) => answerError(error, { request, reply, context }));
  web.setNotFoundHandler((request, reply) => errorPage('not-found', 404, { request, reply, context }));
  for (const routes of SINGLE_ROUTES) routes(web, context);
  for (const language of LANGUAGES) {
    await web.register(
      async (localized) => {
        for (const routes of ROUTES) routes(localized, context);
      },
      { prefix: `/${language}` },
    );
  }
  return web;
}

/** Before anybody is asked who they are: what is sent away costs nothing. */
function shedOn(web: FastifyInstance, context: Context, { gauge, refused }: NonNullable<Context['load']>): void {
  shedLoad(web, {
    gauge,
    kindOf,
    limitOf,
    rankOf,
    sendAway: (request, reply, seconds) => busyPage(seconds, { request, reply, context }),
    onRefused: (kind) => void refused.set(kind, (refused.get(kind) ?? 0) + 1),
  });
}

/** Says how long to wait and loads itself again by then, without a script; the way to one's drafts stays open. */
function busyPage(seconds: number, { request, reply, context }: Place): FastifyReply {
  const { language } = request;
  const t = BUSY_TEXTS[language];
  reply.header('retry-after', seconds).header('cache-control', 'no-store');
  if (request.url.startsWith('/api/') || request.headers.accept?.includes('application/json'))
    return reply.code(503).send({ kind: 'busy', retryAfterSeconds: seconds });
  const shown = { ...pageContext(request, context), actor: undefined };
  return page(
    reply,
    <PublicLayout page={shown} title={t.title} head={<meta http-equiv="refresh" content={String(seconds)} />}>
      <h1>{t.title}</h1>
      <p class="lede">{t.wait.replace('{n}', String(seconds))}</p>
      <p>{t.drafts}</p>
      <p>
        <a href={`/${language}/my/applications`}>{t.toDrafts}</a>
      </p>
    </PublicLayout>,
    503,
  );
}

type Place = { request: FastifyRequest; reply: FastifyReply; context: Context };

/** Bad requests are explained; a fault is logged once, under a reference that the person sees too. */
function answerError(error: FastifyError, place: Place): FastifyReply {
  if (error instanceof BadRequest) return errorPage(error.kind, error.statusCode, place);
  const status = error.statusCode ?? 500;
  if (status === 413) return errorPage('too-large', 413, place);
  if (status === 415) return errorPage('unsupported-form', 415, place);
  if (status >= 400 && status < 500) return errorPage(status === 404 ? 'not-found' : 'not-understood', status, place);
  place.request.log.error({ err: { type: error.name, code: error.code, stack: withoutMessage(error) } }, 'fault');
  return errorPage('fault', 500, place);
}

/** Where a fault happened. Its message may quote what a person wrote, so it stays out of the log. */
const withoutMessage = (error: Error): string =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');

function errorPage(kind: ErrorKind, status: number, { request, reply, context }: Place): FastifyReply {
  const text = ERROR_TEXTS[request.language][kind];
  const t = APP_TEXTS[request.language];
  if (request.headers.accept?.includes('application/json')) return reply.code(status).send({ kind, ...text });
  return page(
    reply,
    <PublicLayout page={{ ...pageContext(request, context), path: '/vacancies', query: undefined }} title={text.title}>
      <h1>{text.title}</h1>
      <p>{text.message}</p>
      {status === 500 && (
        <p>
          {t.reference} <code>{request.id}</code>
        </p>
      )}
      <p>
        <a href={`/${request.language}/vacancies`}>{t.vacancies}</a>
      </p>
    </PublicLayout>,
    status,
  );
}
