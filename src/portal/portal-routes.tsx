import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import type { Context } from '../people/context.ts';
import { pageContext, sendHtml } from '../people/page.ts';
import { renderPage } from '../site/render.ts';
import { rulesDay } from '../vacancies/vacancy.ts';
import { findVacancy } from '../vacancies/vacancy-queries.ts';
import { audienceRefusal, isShownTo } from '../vacancies/publication/audience.ts';
import { offerView, type OfferAsked } from './offer-view.ts';
import { remembering } from './remembering.ts';
import { askedBy, searchPage } from './search/search-routes.tsx';
import { VacancyPage } from './vacancy-page.tsx';
import { vacancyView } from './vacancy-view.ts';

type Asked = [FastifyRequest, FastifyReply, () => Promise<VNode | undefined>, personal?: boolean];

/** For so long a visitor may see a page as it was: on the last evening thousands read the same few. */
const FRESH_MS = 1_000;

/** The public portal: the open vacancies, and each vacancy that was ever published, at its address. */
export function portalRoutes(web: FastifyInstance, context: Context): void {
  const remembered = remembering<string | undefined>(FRESH_MS, context.clock);
  /** All visitors read the same page, unless it is `personal`; those who are signed in have their name on it. */
  const answer = async (...[request, reply, show, personal = false]: Asked) => {
    const html = async () => {
      const content = await show();
      return content && renderPage(content);
    };
    const text = request.actor || personal ? await html() : await remembered(request.url, html);
    return text === undefined ? reply.callNotFound() : sendHtml(reply, text);
  };

  web.get('/vacancies', (request, reply) => {
    const asked = askedBy(request);
    return answer(request, reply, () => searchPage(request, context, { asked }), asked.mine);
  });

  web.get<{ Params: { reference: string } }>('/vacancies/:reference', (request, reply) =>
    answer(request, reply, () => onePage(request, request.params.reference, context)),
  );
}

async function onePage(request: FastifyRequest, reference: string, context: Context): Promise<VNode | undefined> {
  const now = context.clock();
  const vacancy = await findVacancy(context.db, reference);
  const view = vacancy && isShownTo(vacancy, request.actor) ? vacancyView(vacancy, context, now) : undefined;
  if (!vacancy || !view) return undefined;
  const mayApply = audienceRefusal(vacancy, request.actor) === undefined;
  const applyHref = mayApply ? `/${request.language}/vacancies/${view.reference}/eligibility` : undefined;
  const offered = { notice: view.notice, deadlineAt: view.deadlineAt ?? now, on: rulesDay(vacancy, now) };
  const offer = offerView(offered, context.organisation, request.query as OfferAsked);
  return <VacancyPage page={pageContext(request, context)} vacancy={view} {...{ now, offer, applyHref }} />;
}
