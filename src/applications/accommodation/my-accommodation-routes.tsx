import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { doerOf } from '../../people/actor.ts';
import type { Context } from '../../people/context.ts';
import { actorOf, signedIn } from '../../people/guard.ts';
import { formPageContext, page, pageContext } from '../../people/page.ts';
import { receivedFile, sendAttachment } from '../../platform/files.ts';
import { scannerOf } from '../../platform/malware/scanner.ts';
import { queueMails } from '../../platform/mail.ts';
import { isCivilDate } from '../../regulations/civil-dates.ts';
import { announcingZone } from '../../regulations/deadline.ts';
import { typedDate } from '../../site/date-field.tsx';
import type { FieldError } from '../../site/forms.tsx';
import type { Db } from '../../schema.ts';
import { applicationsOf, findOwnApplication, lockDossier } from '../application-queries.ts';
import type { Application } from '../application.ts';
import { placeOfDiscarded } from '../discarding/discard.ts';
import { fieldsOf, valueOf, type Fields } from '../drafting/draft.ts';
import { askedProblems, type AccommodationRequest } from './accommodation.ts';
import {
  findEvidence,
  findOwnRequest,
  looksAt,
  recordEvidence,
  recordRequest,
  removeEvidence,
  removeRequest,
  statusesOf,
} from './accommodation-queries.ts';
import { officersFor } from './officer-queries.ts';
import { ACCOMMODATION_TEXTS, explainAsked, explainEvidence } from './accommodation-texts.ts';
import { checkEvidence } from './evidence.ts';
import { AccommodationPage } from './my-accommodation-pages.tsx';
import { MyAccommodationPage } from './my-requests-pages.tsx';
import type { TypedRequest } from './request-parts.tsx';

type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context };

const REQUEST = '/my/applications/:number/accommodation';

/** What somebody asks for who needs an arrangement: theirs to write, to add to, to read and to take back. */
export function myAccommodationRoutes(web: FastifyInstance, context: Context): void {
  const guard = signedIn();
  const to = (then: (exchange: Exchange) => Promise<unknown>) => (request: FastifyRequest, reply: FastifyReply) =>
    then({ request, reply: reply.header('cache-control', 'no-store'), context });
  web.get('/my/accommodation', guard, to(list));
  web.get(REQUEST, guard, to(show));
  web.post(REQUEST, guard, to(ask));
  web.post(`${REQUEST}/removal`, guard, to(takeBack));
  web.post(`${REQUEST}/evidence`, guard, to(addEvidence));
  web.get(`${REQUEST}/evidence/:id`, guard, to(download));
  web.post(`${REQUEST}/evidence/:id/removal`, guard, to(removeOne));
}

const paramsOf = ({ params }: FastifyRequest) => params as { number: string; id: string };
const ownOf = (request: FastifyRequest) => ({
  accountId: actorOf(request).accountId,
  number: paramsOf(request).number,
});
const addressOf = (request: FastifyRequest) =>
  `/${request.language}/my/applications/${encodeURIComponent(paramsOf(request).number)}/accommodation`;

async function list({ request, reply, context }: Exchange) {
  const { accountId } = actorOf(request);
  const applications = (await applicationsOf(context.db, accountId)).filter(({ status }) => status !== 'discarded');
  const statuses = await statusesOf(context.db, accountId);
  return page(reply, <MyAccommodationPage page={pageContext(request, context)} {...{ applications, statuses }} />);
}

type Found = { application: Application; asked: AccommodationRequest | undefined };

async function find(db: Db, { request, context }: Exchange): Promise<Found | undefined> {
  const own = ownOf(request);
  const application = await findOwnApplication(db, own);
  if (!application || application.status === 'discarded') return undefined;
  return { application, asked: await findOwnRequest(db, context.accommodationKeys, own) };
}

async function show(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const found = await find(context.db, exchange);
  return found ? requestPage(exchange, found) : nothingHere(request, reply, context);
}

/** Nothing is asked for with a draft that was thrown away: it is put back first. */
async function nothingHere(request: FastifyRequest, reply: FastifyReply, { db }: Context) {
  const application = await findOwnApplication(db, ownOf(request));
  const elsewhere = application && placeOfDiscarded(application, request.language);
  return elsewhere ? reply.redirect(elsewhere, 303) : reply.callNotFound();
}

type Typed = { typed?: TypedRequest; errors?: FieldError[] };

async function requestPage({ request, reply, context }: Exchange, { application, asked }: Found, form: Typed = {}) {
  const { db, organisation } = context;
  const { done } = request.query as { done?: string };
  const t = ACCOMMODATION_TEXTS[request.language];
  const told: Record<string, string> = { saved: t.saved, added: t.added, removed: t.removed, taken: t.takenBack };
  const { number } = application;
  const shown = {
    page: formPageContext(request, context, {
      path: `/my/applications/${number}/accommodation`,
      notice: done && told[done],
    }),
    number,
    organisation,
    zone: announcingZone(organisation, request.receivedAt),
    request: asked,
    looks: asked ? await looksAt(db, asked.id) : [],
    typed: form.typed ?? typedOf(asked),
    ...(form.errors && { errors: form.errors }),
  };
  return page(reply, <AccommodationPage {...shown} />, form.errors ? 422 : 200);
}

function typedOf(request: AccommodationRequest | undefined): TypedRequest {
  const { kinds = [], words = '', neededUntil = '' } = request?.asked ?? {};
  const [year = '', month = '', day = ''] = neededUntil.split('-');
  return { kinds, words, until: { day, month, year } };
}

function readTyped(fields: Fields, { organisation }: Context): TypedRequest {
  const known = organisation.accommodation.kinds.map(({ code }) => code);
  const part = (name: string) => valueOf(fields, `until-${name}`).trim();
  return {
    kinds: [fields['kinds'] ?? []].flat().filter((code) => known.includes(code)),
    words: valueOf(fields, 'words').replaceAll(/\r\n?/g, '\n').trim(),
    until: { day: part('day'), month: part('month'), year: part('year') },
  };
}

async function ask(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const { db, accommodationKeys: keys, clock, config } = context;
  const fields = fieldsOf(request.body);
  const typed = readTyped(fields, context);
  const asked = { kinds: typed.kinds, words: typed.words, neededUntil: typedDate(typed.until) };
  const errors = askedProblems(asked, isCivilDate).map((problem) => ({
    field: problem.field,
    message: explainAsked(problem)[request.language],
  }));
  const done = await db.transaction().execute(async (transaction) => {
    // Held, so that two tabs ask one after the other.
    if (!(await lockDossier(transaction, ownOf(request), context.organisation))) return undefined;
    const found = await find(transaction, exchange);
    if (!found || errors.length > 0) return found;
    const now = clock();
    const by = doerOf(actorOf(request));
    const about = { applicationId: found.application.id, asked, before: found.asked };
    await recordRequest(transaction, keys, { ...about, by, at: now });
    const officers = await officersFor(transaction, found.application.id);
    const mails = officers.map(({ name, address, language }) => {
      const { subject, text } = ACCOMMODATION_TEXTS[language].mailOfficer;
      const link = `${config.PUBLIC_URL}/${language}/staff/accommodation`;
      return { to: { name, address }, subject, text: `${text}\n\n${link}\n`, language };
    });
    if (found.asked?.status !== 'requested') await queueMails(transaction, mails, now);
    return 'saved' as const;
  });
  if (!done) return nothingHere(request, reply, context);
  if (done === 'saved') return reply.redirect(`${addressOf(request)}?done=saved`, 303);
  return requestPage(exchange, done, { typed, errors });
}

async function takeBack(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const found = await find(context.db, exchange);
  if (!found?.asked) return reply.callNotFound();
  const { id } = found.asked;
  if (valueOf(fieldsOf(request.body), 'confirm') !== 'yes') {
    const message = ACCOMMODATION_TEXTS[request.language].takeBackMissing;
    return requestPage(exchange, found, { errors: [{ field: 'confirm', message }] });
  }
  const by = doerOf(actorOf(request));
  await context.db.transaction().execute((transaction) => removeRequest(transaction, { id, by, at: context.clock() }));
  return reply.redirect(`${addressOf(request)}?done=taken`, 303);
}

async function addEvidence(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const { db, accommodationKeys: keys, organisation } = context;
  const found = await find(db, exchange);
  const file = await receivedFile(request); // read to its end in any case: a browser shows no answer before it has sent
  if (!found?.asked) return reply.callNotFound();
  const { maxBytes, maxFiles } = organisation.accommodation.evidence;
  const refused = (refusal: Parameters<typeof explainEvidence>[0]) =>
    requestPage(exchange, found, {
      errors: [{ field: 'file', message: explainEvidence(refusal)[request.language] }],
    });
  if (found.asked.evidence.length >= maxFiles) return refused({ kind: 'too-many', maxFiles });
  const checked = await checkEvidence(file, {
    maxBytes,
    owner: actorOf(request).accountId,
    scanner: scannerOf(context.config),
  });
  if (!checked.ok) return refused(checked.refusal);
  const kept = { requestId: found.asked.id, file: checked.value, by: doerOf(actorOf(request)), at: context.clock() };
  await db.transaction().execute((transaction) => recordEvidence(transaction, keys, kept));
  return reply.redirect(`${addressOf(request)}?done=added`, 303);
}

async function download(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const found = await find(context.db, exchange);
  const { id } = paramsOf(request);
  const there = found?.asked?.evidence.some((file) => file.id === id);
  const which = { requestId: found?.asked?.id ?? '', id };
  const file = there ? await findEvidence(context.db, context.accommodationKeys, which) : undefined;
  return file ? sendAttachment(reply, file) : reply.callNotFound();
}

async function removeOne(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const found = await find(context.db, exchange);
  const { id } = paramsOf(request);
  if (!found?.asked?.evidence.some((file) => file.id === id)) return reply.callNotFound();
  const which = { requestId: found.asked.id, id, by: doerOf(actorOf(request)), at: context.clock() };
  await context.db.transaction().execute((transaction) => removeEvidence(transaction, which));
  return reply.redirect(`${addressOf(request)}?done=removed`, 303);
}
