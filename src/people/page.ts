import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { LANGUAGES, type Language } from '../platform/language.ts';
import type { PageContext, PageLink } from '../site/page-context.ts';
import { renderPage } from '../site/render.ts';
import type { Actor } from './actor.ts';
import type { Context } from './context.ts';
import { PAGE_TEXTS } from './page-texts.ts';
import { permits } from './permissions.ts';

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
  const readers = permits(actor.roles, 'vacancies:read');
  const staff = readers ? [{ href: `/${language}/staff/vacancies`, text: t.staffVacancies }] : [];
  const incidents = readers ? [{ href: `/${language}/staff/incidents`, text: t.incidents }] : [];
  const translations = permits(actor.roles, 'vacancies:translate')
    ? [{ href: `/${language}/staff/translations`, text: t.translations }]
    : [];
  const planner = permits(actor.roles, 'contracts:plan')
    ? [{ href: `/${language}/staff/contract-planner`, text: t.contractPlanner }]
    : [];
  const requests = permits(actor.roles, 'accommodation:handle')
    ? [{ href: `/${language}/staff/accommodation`, text: t.accommodation }]
    : [];
  const internal =
    actor.roles.length > 0 ? [{ href: `/${language}/internal/vacancies`, text: t.internalVacancies }] : [];
  const serving = permits(actor.roles, 'serving-staff:verify')
    ? [{ href: `/${language}/staff/serving-staff`, text: t.servingStaff }]
    : [];
  const rules = actor.roles.length > 0 ? [{ href: `/${language}/regulations`, text: t.regulations }] : [];
  // Who has no other task here may still apply for what is internal.
  const own = actor.roles.every((role) => role === 'staff-member')
    ? [
        { href: `/${language}/my/applications`, text: t.myApplications },
        { href: `/${language}/my/bookmarks`, text: t.myBookmarks },
        { href: `/${language}/my/searches`, text: t.mySearches },
        { href: `/${language}/my/profile`, text: t.myProfile },
      ]
    : [];
  return [
    ...staff,
    ...translations,
    ...incidents,
    ...planner,
    ...requests,
    ...serving,
    ...internal,
    ...rules,
    ...own,
    { href: `/${language}/my/account`, text: t.myAccount },
  ];
}
