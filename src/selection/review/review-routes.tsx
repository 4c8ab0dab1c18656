import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fieldsOf, valueOf } from '../../applications/drafting/draft.ts';
import { recordOpening } from '../../applications/staff/staff-queries.ts';
import { requiresIn } from '../../competition/competition-guard.ts';
import { findStaff } from '../../competition/member-queries.ts';
import type { Context } from '../../people/context.ts';
import { readAddress } from '../../people/email-address.ts';
import { actorOf, requires } from '../../people/guard.ts';
import { formPageContext, page, pageContext } from '../../people/page.ts';
import { permits } from '../../people/permissions.ts';
import { queueMail } from '../../platform/mail.ts';
import { announcingZone } from '../../regulations/deadline.ts';
import { civilDayIn } from '../../site/dates.ts';
import type { FieldError } from '../../site/forms.tsx';
import { findVacancy } from '../../vacancies/vacancy-queries.ts';
import type { Vacancy } from '../../vacancies/vacancy.ts';
import { planOf } from '../plan/plan-queries.ts';
import { redoableFrom } from '../redo/redo.ts';
import { CasePage, type CaseForm } from './case-pages.tsx';
import { decideCase } from './case-decision-queries.ts';
import { ownRecord, signedOrder, signedTexts } from './frozen-record.ts';
import { requiresInCase } from './review-guard.ts';
import { OwnReviewsPage, ReviewsPage } from './review-pages.tsx';
import { voidedIn } from '../redo/redo-queries.ts';
import { receivedContent } from './record-queries.ts';
import { everyReportOf } from '../decision/report-queries.ts';
import {
  candidateOf,
  findReview,
  involvedIn,
  recordReviewer,
  reviewsFor,
  reviewsOf,
  type Review,
} from './review-queries.ts';
import { explainReview, REVIEW_TEXTS } from './review-texts.ts';
import { nameReviewer, type ReviewRefusal } from './review.ts';

type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context; vacancy: Vacancy };

/** Requests for reasons and reviews: listed with their days, given to a person who had no part, and decided by that person. */
export function reviewRoutes(web: FastifyInstance, context: Context): void {
  const address = '/staff/vacancies/:reference/reviews';
  const to =
    (then: (exchange: Exchange) => Promise<unknown>) => async (request: FastifyRequest, reply: FastifyReply) => {
      const vacancy = await findVacancy(context.db, paramsOf(request).reference);
      if (!vacancy) return reply.callNotFound();
      return then({ request, reply: reply.header('cache-control', 'no-store'), context, vacancy });
    };
  web.get('/staff/reviews', requires('competitions:own'), async (request, reply) => {
    const reviews = await reviewsFor(context.db, actorOf(request).accountId);
    const today = civilDayIn(context.clock(), announcingZone(context.organisation, request.receivedAt));
    return page(reply, <OwnReviewsPage page={pageContext(request, context)} {...{ reviews, today }} />);
  });
  web.get(address, requiresIn(context, 'reviews:read'), to(list));
  web.post(`${address}/:case/reviewer`, requiresIn(context, 'reviews:arrange'), to(name));
  web.get(`${address}/:case`, requiresInCase(context), to(look));
  web.post(`${address}/:case/decision`, requiresInCase(context), to(decide));
}

const paramsOf = ({ params }: FastifyRequest) => params as { reference: string; case: string };
const listOf = ({ language, params }: FastifyRequest) =>
  `/${language}/staff/vacancies/${(params as { reference: string }).reference}/reviews`;
const todayIn = ({ context, vacancy }: Exchange) => civilDayIn(context.clock(), vacancy.deadlineZone);
const doneIn = ({ language, query }: FastifyRequest) => {
  const done = (['named', 'decided'] as const).find((known) => known === (query as { done?: string }).done);
  return done ? { notice: REVIEW_TEXTS[language].done[done] } : {};
};

type ListShown = { typed?: Record<string, string>; errors?: FieldError[]; problem?: string };

async function list(exchange: Exchange, { typed = {}, errors = [], problem }: ListShown = {}) {
  const { request, reply, context, vacancy } = exchange;
  const { reference, deadlineZone: zone } = vacancy;
  const shown = {
    page: formPageContext(request, context, { path: `/staff/vacancies/${reference}/reviews`, ...doneIn(request) }),
    reference,
    zone,
    today: todayIn(exchange),
    reviews: await reviewsOf(context.db, reference),
    mayName: permits(actorOf(request).roles, 'reviews:arrange'),
    typed,
    errors,
    problem,
  };
  return page(reply, <ReviewsPage {...shown} />, errors.length > 0 || problem ? 422 : 200);
}

async function name(exchange: Exchange) {
  const { request, reply, context, vacancy } = exchange;
  const { language } = request;
  const { reference } = vacancy;
  const id = paramsOf(request).case;
  const fields = fieldsOf(request.body);
  const email = valueOf(fields, `email-${id}`).trim();
  const done = await context.db.transaction().execute(async (db) => {
    const review = await findReview(db, { reference, id });
    if (!review) return 'gone' as const;
    const person = await findStaff(db, reference, readAddress(email) ?? '');
    const named = nameReviewer({ status: review.status, person, involved: await involvedIn(db, review) });
    if (!named.ok) return named.refusal;
    const at = context.clock();
    const held = { ...review, version: Number(valueOf(fields, 'version')) };
    if (!(await recordReviewer(db, held, { named: named.value, actor: actorOf(request), at })))
      return 'meanwhile' as const;
    if (person) await queueMail(db, mailTo(person, review, context), at);
    return undefined;
  });
  if (done === 'gone') return reply.callNotFound();
  if (done === 'meanwhile') return list(exchange, { problem: REVIEW_TEXTS[language].changed });
  if (!done) return reply.redirect(`${listOf(request)}?done=named`, 303);
  return list(exchange, {
    typed: { [id]: email },
    errors: [{ field: `email-${id}`, message: explainReview(done)[language] }],
  });
}

type Person = NonNullable<Awaited<ReturnType<typeof findStaff>>>;

/** Tells somebody that they are named, and where; not whose case it is. */
function mailTo({ name: own, email, language }: Person, { reference, id }: Review, { config }: Context) {
  const t = REVIEW_TEXTS[language].mail;
  const link = `${config.PUBLIC_URL}/${language}/staff/vacancies/${reference}/reviews/${id}`;
  const to = { name: own, address: email };
  return { to, subject: t.subject(reference), text: `${t.text}\n\n${link}\n`, language };
}

/** The case, with a note of who read the application and when; without the note it is not shown. */
async function look(exchange: Exchange) {
  const { request, context, vacancy } = exchange;
  const address = { reference: vacancy.reference, id: paramsOf(request).case };
  const review = await findReview(context.db, address);
  const actor = actorOf(request);
  if (review) await recordOpening(context.db, { actor, number: review.number }, context.clock());
  return open(exchange);
}

const EMPTY: CaseForm = { ending: '', reason: '', from: '', reach: '' };
type CaseShown = { form?: CaseForm; errors?: FieldError[]; problem?: string };

async function open(exchange: Exchange, { form = EMPTY, errors = [], problem }: CaseShown = {}) {
  const { request, reply, context, vacancy } = exchange;
  const { db, organisation } = context;
  const { reference } = vacancy;
  const review = await findReview(db, { reference, id: paramsOf(request).case });
  if (!review) return reply.callNotFound();
  const candidate = await candidateOf(db, review.applicationId);
  const decision = candidate.entries.find(({ number }) => number === review.decisionNumber);
  // As it was then: what was decided since is another report.
  const content = (await everyReportOf(db, reference)).find(({ id }) => id === review.reportId)?.content;
  const shown = {
    page: formPageContext(request, context, {
      path: `/staff/vacancies/${reference}/reviews/${review.id}`,
      ...doneIn(request),
    }),
    organisation,
    review,
    decided: decision && {
      decision,
      zone: vacancy.deadlineZone,
      record: content ? ownRecord(content, review.number) : undefined,
      sha256: review.sha256,
    },
    order: content ? signedOrder(content) : [],
    texts: content ? signedTexts(content) : {},
    received: await receivedContent(db, review.applicationId),
    voided: await voidedIn(db, review.id),
    redoable: redoableFrom(organisation.selection, await planOf(db, reference)),
    theirs: candidate.language,
    today: todayIn(exchange),
    form,
    errors,
    problem,
  };
  return page(reply, <CasePage {...shown} />, errors.length > 0 || problem ? 422 : 200);
}

const FIELDS: Partial<Record<ReviewRefusal['kind'], keyof CaseForm>> = {
  'reason-missing': 'reason',
  'too-long': 'reason',
  'stage-missing': 'from',
  'stage-not-planned': 'from',
  'reach-missing': 'reach',
};

async function decide(exchange: Exchange) {
  const { request, reply, context, vacancy } = exchange;
  const { language } = request;
  const fields = fieldsOf(request.body);
  const text = (field: string) => valueOf(fields, field).replaceAll(/\r\n?/g, '\n').trim();
  const form: CaseForm = { ending: text('ending'), reason: text('reason'), from: text('from'), reach: text('reach') };
  const address = { reference: vacancy.reference, id: paramsOf(request).case };
  const version = Number(valueOf(fields, 'version'));
  const decided = { ...form, address, version, actor: actorOf(request), at: context.clock() };
  const done = await context.db.transaction().execute((db) => decideCase(db, { context, vacancy }, decided));
  if (done === 'gone') return reply.callNotFound();
  if (done === 'meanwhile') return open(exchange, { form, problem: REVIEW_TEXTS[language].changed });
  if (!done) return reply.redirect(`${listOf(request)}/${address.id}?done=decided`, 303);
  return open(exchange, {
    form,
    errors: [{ field: FIELDS[done.kind] ?? 'ending', message: explainReview(done)[language] }],
  });
}
