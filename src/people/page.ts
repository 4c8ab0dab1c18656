import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { LANGUAGES } from '../platform/language.ts';
import type { PageContext } from '../site/page-context.ts';
import { renderPage } from '../site/render.ts';
import type { Context } from './context.ts';
import { permits } from './permissions.ts';

/** Sends a page. */
export function page(reply: FastifyReply, content: VNode, status = 200): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').send(renderPage(content));
}

/** What the layout of a page needs to know of the request. */
export function pageContext(request: FastifyRequest, { organisation, config }: Context): PageContext {
  const [path = '/'] = request.url.split('?');
  const withoutLanguage = path.replace(new RegExp(`^/(${LANGUAGES.join('|')})(?=/|$)`), '') || '/';
  return {
    language: request.language,
    path: withoutLanguage,
    organisation,
    actor: request.actor && {
      name: request.actor.name,
      staff: request.actor.roles.length > 0,
      readsVacancies: permits(request.actor.roles, 'vacancies:read'),
    },
    publicUrl: config.PUBLIC_URL,
    development: config.MODE === 'development',
  };
}
