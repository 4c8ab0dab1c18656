import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { findOwnApplication, lockDossier } from '../../applications/application-queries.ts';
import type { Application } from '../../applications/application.ts';
import { fieldsOf, valueOf } from '../../applications/drafting/draft.ts';
import { entriesOf } from '../../applications/stages/stage-queries.ts';
import { MAY_ASK, reviewUntil } from '../../applications/stages/situation.ts';
import { doerOf } from '../../people/actor.ts';
import type { Context } from '../../people/context.ts';
import { actorOf, signedIn } from '../../people/guard.ts';
import { holdersOf } from '../../people/holder-queries.ts';
import { formPageContext, page } from '../../people/page.ts';
import { queueMails } from '../../platform/mail.ts';
import type { Db } from '../../schema.ts';
import { civilDayIn } from '../../site/dates.ts';
import type { FieldError } from '../../site/forms.tsx';
import { findVacancy } from '../../vacancies/vacancy-queries.ts';
import { ownRecord } from './frozen-record.ts';
import { MyReviewPage, type ReviewForm } from './my-review-pages.tsx';
import { findLetter } from '../decision/letter-pdf-queries.ts';
import { voidedIn } from '../redo/redo-queries.ts';
import { decidingReport } from './record-queries.ts';
import { recordRequest, recordTakingBack, reviewsOfApplication, type Review } from './review-queries.ts';
import { explainReview, REVIEW_TEXTS } from './review-texts.ts';
import { askForReview, move, type ReviewRefusal } from './review.ts';

type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context };

/** What a candidate asks about a decision: theirs to write, to read and to take back. */
export function myReviewRoutes(web: FastifyInstance, context: Context): void {
  const address = '/my/applications/:number/decision-review';
  const to = (then: (exchange: Exchange) => Promise<unknown>) => (request: FastifyRequest, reply: FastifyReply) =>
    then({ request, reply: reply.header('cache-control', 'no-store'), context });
  web.get(address, signedIn(), to(show));
  web.post(address, signedIn(), to(ask));
  web.post(`${address}/:case/taking-back`, signedIn(), to(takeBack));
}

const paramsOf = ({ params }: FastifyRequest) => params as { number: string; case: string };
const ownOf = (request: FastifyRequest) => ({
  accountId: actorOf(request).accountId,
  number: paramsOf(request).number,
});
const addressOf = (request: FastifyRequest) =>
  `/${request.language}/my/applications/${encodeURIComponent(paramsOf(request).number)}/decision-review`;

/** All that a request is decided from, and what the page shows of it. */
async function standingOf(db: Db, { context }: Exchange, application: Application) {
  const { organisation } = context;
  const vacancy = await findVacancy(db, application.vacancyReference);
  const zone = vacancy?.deadlineZone ?? 'UTC';
  const last = (await entriesOf(db, application.id)).at(-1);
  const decision = last && MAY_ASK.includes(last.position) ? last : undefined;
  const report = decision ? await decidingReport(db, application.vacancyReference, application.number) : undefined;
  const reviews = await reviewsOfApplication(db, application.id);
  const asked = reviews
    .filter(({ status, decisionNumber }) => status !== 'taken-back' && decisionNumber === decision?.number)
    .map(({ kind }) => kind);
  const today = civilDayIn(context.clock(), zone);
  const until = reviewUntil(decision, zone, organisation.selection) ?? null;
  return { zone, decision, report, reviews, asked, today, until };
}

async function findOwn(db: Db, { request }: Exchange): Promise<Application | undefined> {
  const application = await findOwnApplication(db, ownOf(request));
  return application?.status === 'submitted' ? application : undefined;
}

const EMPTY: ReviewForm = { kind: '', words: '', 'late-reason': '' };
type Shown = { form?: ReviewForm; errors?: FieldError[]; problem?: string };

async function show(exchange: Exchange, { form = EMPTY, errors = [], problem }: Shown = {}) {
  const { request, reply, context } = exchange;
  const { db, organisation } = context;
  const application = await findOwn(db, exchange);
  if (!application) return reply.callNotFound();
  const { number } = application;
  const { decision, report, reviews, asked, ...days } = await standingOf(db, exchange, application);
  const t = REVIEW_TEXTS[request.language];
  const done = (['asked', 'taken'] as const).find((known) => known === (request.query as { done?: string }).done);
  const kinds = organisation.selection.review?.kinds ?? [];
  const decided = decision && {
    decision,
    zone: days.zone,
    record: report?.content ? ownRecord(report.content, number) : undefined,
    sha256: report?.sha256 ?? null,
    until: days.until,
    open: kinds.filter((kind) => !asked.includes(kind)),
  };
  const told = (await decidingReport(db, application.vacancyReference, number))?.releasedAt;
  const shown = {
    page: formPageContext(request, context, {
      path: `/my/applications/${number}/decision-review`,
      notice: done && t.done[done],
    }),
    number,
    organisation,
    decided,
    letter: told ? (await findLetter(db, application.id, told)) !== undefined : false,
    zone: days.zone,
    today: days.today,
    reviews: await withVoided(db, reviews),
    form,
    errors,
    problem,
  };
  return page(reply, <MyReviewPage {...shown} />, errors.length > 0 || problem ? 422 : 200);
}

const withVoided = (db: Db, reviews: readonly Review[]) =>
  Promise.all(reviews.map(async (one) => ({ ...one, voided: await voidedIn(db, one.id) })));

const FIELDS: Partial<Record<ReviewRefusal['kind'], keyof ReviewForm>> = {
  'words-missing': 'words',
  'too-long': 'words',
  'late-reason-missing': 'late-reason',
};

async function ask(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const fields = fieldsOf(request.body);
  const text = (name: string) => valueOf(fields, name).replaceAll(/\r\n?/g, '\n').trim();
  const form: ReviewForm = { kind: text('kind'), words: text('words'), 'late-reason': text('late-reason') };
  const done = await context.db.transaction().execute(async (db) => {
    // Held, so that two tabs ask one after the other.
    await lockDossier(db, ownOf(request), context.organisation);
    const application = await findOwn(db, exchange);
    if (!application) return 'gone' as const;
    const { decision, report, asked, zone, today } = await standingOf(db, exchange, application);
    const { selection } = context.organisation;
    const { kind, words } = form;
    const taken = askForReview({
      selection,
      decision,
      asked,
      zone,
      today,
      kind,
      words,
      lateReason: form['late-reason'],
    });
    if (!taken.ok) return taken.refusal;
    const { id: applicationId, number, vacancyReference } = application;
    const at = context.clock();
    const by = doerOf(actorOf(request));
    const decisionNumber = decision?.number ?? 0;
    await recordRequest(db, taken.value, { applicationId, number, decisionNumber, report, by, at });
    await queueMails(db, await mailsToArrange(db, context, vacancyReference), at);
    return undefined;
  });
  if (done === 'gone') return reply.callNotFound();
  if (!done) return reply.redirect(`${addressOf(request)}?done=asked`, 303);
  const message = explainReview(done)[request.language];
  return show(exchange, { form, errors: [{ field: FIELDS[done.kind] ?? 'kind', message }] });
}

/** To those who name a reviewer: that there is a request, and where; not whose. */
async function mailsToArrange(db: Db, { config }: Context, reference: string) {
  const people = await holdersOf(db, 'reviews:arrange');
  return people.map(({ name, address, language }) => {
    const t = REVIEW_TEXTS[language].mail;
    const link = `${config.PUBLIC_URL}/${language}/staff/vacancies/${reference}/reviews`;
    const text = `${t.arrangeText}\n\n${link}\n`;
    return { to: { name, address }, subject: t.arrangeSubject(reference), text, language };
  });
}

async function takeBack(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const application = await findOwn(context.db, exchange);
  const version = Number(valueOf(fieldsOf(request.body), 'version'));
  const found = application
    ? (await reviewsOfApplication(context.db, application.id)).find(({ id }) => id === paramsOf(request).case)
    : undefined;
  if (!found) return reply.callNotFound();
  const { language } = request;
  const moved = move(found.status, 'take-back');
  if (!moved.ok) return show(exchange, { problem: explainReview(moved.refusal)[language] });
  const by = { by: doerOf(actorOf(request)), at: context.clock() };
  const done = await context.db.transaction().execute((db) => recordTakingBack(db, { ...found, version }, by));
  if (!done) return show(exchange, { problem: REVIEW_TEXTS[language].changed });
  return reply.redirect(`${addressOf(request)}?done=taken`, 303);
}
