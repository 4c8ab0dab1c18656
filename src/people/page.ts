import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { LANGUAGES, type Language } from '../platform/language.ts';
import type { PageContext, PageLink } from '../site/page-context.ts';
import { renderPage } from '../site/render.ts';
import type { Actor } from './actor.ts';
import type { Context } from './context.ts';
import { PAGE_TEXTS } from './page-texts.ts';
import { permits, type Permission } from './permissions.ts';

/** Sends a page. */
export function page(reply: FastifyReply, content: VNode, status = 200): FastifyReply {
  return reply.code(status).type(HTML).send(renderPage(content));
}

export const HTML = 'text/html; charset=utf-8';

/** What the layout of a page needs to know of the request. */
export function pageContext(request: FastifyRequest, { organisation, config }: Context): PageContext {
  const { language, actor } = request;
  const [path = '/', query] = request.url.split('?');
  const withoutLanguage = path.replace(new RegExp(`^/(${LANGUAGES.join('|')})(?=/|$)`), '') || '/';
  return {
    language,
    path: withoutLanguage,
    query: query ? `?${query}` : undefined,
    organisation: { ...organisation, wordmark: organisation.wordmark[language] },
    actor: actor && { name: actor.name, staff: actor.roles.length > 0, links: linksOf(actor, language) },
    publicUrl: config.PUBLIC_URL,
    development: config.MODE === 'development',
  };
}

function linksOf(actor: Actor, language: Language): PageLink[] {
  const t = PAGE_TEXTS[language];
  const link = (path: string, text: string): PageLink => ({ href: `/${language}/${path}`, text });
  const forWhom = (permission: Permission, path: string, text: string): PageLink[] =>
    permits(actor.roles, permission) ? [link(`staff/${path}`, text)] : [];
  const staff = actor.roles.length > 0;
  // Who has no other task here may still apply for what is internal.
  const applies = actor.roles.every((role) => role === 'staff-member');
  return [
    ...forWhom('vacancies:read', 'vacancies', t.staffVacancies),
    ...forWhom('vacancies:translate', 'translations', t.translations),
    ...forWhom('vacancies:read', 'incidents', t.incidents),
    ...forWhom('contracts:plan', 'contract-planner', t.contractPlanner),
    ...forWhom('accommodation:handle', 'accommodation', t.accommodation),
    ...forWhom('serving-staff:verify', 'serving-staff', t.servingStaff),
    ...forWhom('second-factors:reset', 'second-factors', t.secondFactors),
    ...(staff ? [link('internal/vacancies', t.internalVacancies), link('regulations', t.regulations)] : []),
    ...(applies
      ? [
          link('my/applications', t.myApplications),
          link('my/bookmarks', t.myBookmarks),
          link('my/searches', t.mySearches),
          link('my/profile', t.myProfile),
        ]
      : []),
    link('my/account', t.myAccount),
  ];
}
