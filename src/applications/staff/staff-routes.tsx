import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../../people/context.ts';
import { eventsOf } from '../../people/event-queries.ts';
import { actorOf, requires } from '../../people/guard.ts';
import { permits } from '../../people/permissions.ts';
import { page, pageContext } from '../../people/page.ts';
import { sendAttachment } from '../../platform/files.ts';
import { addressIn } from '../../site/page-context.ts';
import { findVacancy } from '../../vacancies/vacancy-queries.ts';
import { readFilters, writeFilters } from './staff-filters.ts';
import { ApplicationsPage } from './staff-list-pages.tsx';
import { StaffApplicationPage } from './staff-pages.tsx';
import { applicationsForStaff, findDocumentForStaff, findForStaff, recordOpening } from './staff-queries.ts';

type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context };

/** The applications received, for those who select. */
export function staffApplicationRoutes(web: FastifyInstance, context: Context): void {
  const guard = requires('applications:read');
  web.get('/staff/vacancies/:reference/applications', guard, (request, reply) =>
    listApplications({ request, reply, context }),
  );
  // A name that is searched for is personal: it comes in a form, never in an address.
  web.post('/staff/vacancies/:reference/applications', guard, (request, reply) =>
    listApplications({ request, reply, context }),
  );
  web.get('/staff/applications/:number', guard, (request, reply) => openApplication({ request, reply, context }));
  web.get('/staff/applications/:number/documents/:kind', guard, (request, reply) =>
    openDocument({ request, reply, context }),
  );
  web.get('/staff/applications/:number/documents/:kind/original', guard, (request, reply) =>
    openDocument({ request, reply, context }, { original: true }),
  );
}

async function listApplications({ request, reply, context }: Exchange) {
  const { db, organisation } = context;
  const { reference } = request.params as { reference: string };
  const vacancy = await findVacancy(db, reference);
  if (!vacancy) return reply.callNotFound();
  const scheme = organisation.languages;
  const searching = request.method === 'POST';
  const filters = searching ? readFilters(request.body, scheme) : { ...readFilters(request.query, scheme), text: '' };
  const shown = pageContext(request, context);
  if (searching && filters.text === '')
    return reply.redirect(addressIn(shown, request.language) + writeFilters(filters), 303);
  const list = await applicationsForStaff(db, actorOf(request), { vacancy, filters, scheme });
  if (!list) return reply.callNotFound();
  const balance = permits(actorOf(request).roles, 'equality:read');
  const equality = balance && organisation.equality.questions.length > 0;
  const integrity = organisation.integrity.examined;
  return page(
    reply,
    <ApplicationsPage page={shown} {...{ vacancy, list, filters, scheme, equality, balance, integrity }} />,
  );
}

async function openApplication({ request, reply, context }: Exchange) {
  const { db, organisation } = context;
  const actor = actorOf(request);
  const { number } = request.params as { number: string };
  const opened = await db.transaction().execute(async (transaction) => {
    const application = await findForStaff(transaction, actor, number);
    if (!application) return undefined;
    const vacancy = await findVacancy(transaction, application.vacancyReference);
    if (!vacancy) throw new Error('An application without its vacancy');
    await recordOpening(transaction, { actor, number }, context.clock());
    return { application, vacancy, history: await eventsOf(transaction, 'application', number) };
  });
  if (!opened) return reply.callNotFound();
  return page(
    reply,
    <StaffApplicationPage page={pageContext(request, context)} organisation={organisation} {...opened} />,
  );
}

async function openDocument({ request, reply, context }: Exchange, { original = false } = {}) {
  const actor = actorOf(request);
  const { number, kind } = request.params as { number: string; kind: string };
  const document = await context.db.transaction().execute(async (transaction) => {
    const found = await findDocumentForStaff(transaction, actor, { number, kind, original });
    if (found) await recordOpening(transaction, { actor, number, document: kind }, context.clock());
    return found;
  });
  return document ? sendAttachment(reply, document) : reply.callNotFound();
}
