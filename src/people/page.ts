import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { LANGUAGES, type Language } from '../platform/language.ts';
import { plural } from '../site/numbers.ts';
import type { PageContext, PageLink } from '../site/page-context.ts';
import { renderPage } from '../site/render.ts';
import type { Actor } from './actor.ts';
import type { Context } from './context.ts';
import { PAGE_TEXTS, UNREAD } from './page-texts.ts';
import { permits, type Permission } from './permissions.ts';

/** Sends a page. */
export function page(reply: FastifyReply, content: VNode, status = 200): FastifyReply {
  return reply.code(status).type(HTML).send(renderPage(content));
}

export const HTML = 'text/html; charset=utf-8';

/** What the layout of a page needs to know of the request. */
export function pageContext(request: FastifyRequest, { organisation, config }: Context): PageContext {
  const { language, actor, unread } = request;
  const [path = '/', query] = request.url.split('?');
  const withoutLanguage = path.replace(new RegExp(`^/(${LANGUAGES.join('|')})(?=/|$)`), '') || '/';
  return {
    language,
    path: withoutLanguage,
    section: sectionOf(withoutLanguage, language),
    query: query ? `?${query}` : undefined,
    organisation: { ...organisation, wordmark: organisation.wordmark[language] },
    actor: actor && { name: actor.name, staff: actor.roles.length > 0, links: linksOf(actor, { language, unread }) },
    publicUrl: config.PUBLIC_URL,
    development: config.MODE === 'development',
  };
}

/** The same where a form was sent: the page is the one it stands on, since a form's address is no page of its own. */
export const formPageContext = (
  request: FastifyRequest,
  context: Context,
  { path, notice }: Pick<PageContext, 'path' | 'notice'>,
): PageContext => ({ ...pageContext(request, context), path, query: undefined, notice });

/** Pages whose address does not begin with that of the link they stand under. */
const SECTIONS: [pages: RegExp, section: string][] = [
  [/^\/my\/applications\/[^/]+\/messages/, '/my/messages'],
  [/^\/my\/accommodation/, '/my/applications'],
  [/^\/my\/(bookmarks|searches)/, '/my/bookmarks'],
  [/^\/staff\/(screenings|reviews)$/, '/staff/competitions'],
  [/^\/staff\/applications\//, '/staff/vacancies'],
  [/^\/my\/data/, '/my/account'],
];

function sectionOf(path: string, language: Language): string | undefined {
  const found = SECTIONS.find(([pages]) => pages.test(path));
  return found && `/${language}${found[1]}`;
}

type Shown = { language: Language; unread: number };

function linksOf(actor: Actor, { language, unread }: Shown): PageLink[] {
  const t = PAGE_TEXTS[language];
  const to = (path: string, text: string): PageLink => ({ href: `/${language}${path}`, text });
  const may = (permission: Permission, path: string, text: string): PageLink[] =>
    permits(actor.roles, permission) ? [to(path, text)] : [];
  const ofStaff = [
    to('/staff/competitions', t.competitions),
    to('/internal/vacancies', t.internalVacancies),
    to('/regulations', t.regulations),
  ];
  const own = [
    to('/my/applications', t.myApplications),
    { ...to('/my/messages', t.messages), waiting: waitingOf(unread, language) },
    to('/my/bookmarks', t.saved),
    to('/my/profile', t.myProfile),
  ];
  return [
    ...may('vacancies:read', '/staff/vacancies', t.staffVacancies),
    ...may('vacancies:translate', '/staff/translations', t.translations),
    ...may('vacancies:read', '/staff/incidents', t.incidents),
    ...may('figures:read', '/staff/figures', t.figures),
    ...may('contracts:plan', '/staff/contract-planner', t.contractPlanner),
    ...may('appointments:find', '/staff/appointments', t.appointments),
    ...may('contracts:find', '/staff/contracts', t.contracts),
    ...may('hand-over:find', '/staff/hand-over', t.handOver),
    ...may('accommodation:handle', '/staff/accommodation', t.accommodation),
    ...may('serving-staff:verify', '/staff/serving-staff', t.servingStaff),
    ...may('second-factors:reset', '/staff/second-factors', t.secondFactors),
    ...(actor.roles.length > 0 ? ofStaff : []),
    // Who has no other task here may still apply for what is internal.
    ...(actor.roles.every((role) => role === 'staff-member') ? own : []),
  ];
}

const waitingOf = (count: number, language: Language): PageLink['waiting'] =>
  count === 0 ? undefined : { count, words: plural(count, UNREAD[language], language) };
