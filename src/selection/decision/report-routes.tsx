import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Transaction } from 'kysely';
import { fieldsOf, valueOf } from '../../applications/drafting/draft.ts';
import { requiresIn } from '../../competition/competition-guard.ts';
import type { Context } from '../../people/context.ts';
import type { Schema } from '../../schema.ts';
import { findVacancy } from '../../vacancies/vacancy-queries.ts';
import { meritOf, type Merit } from '../merit/merit-queries.ts';
import { lockPlan } from '../plan/plan-queries.ts';
import { findReview } from '../review/review-queries.ts';
import { sendAttachment } from '../../platform/files.ts';
import { freezeReport, notShownTo, type ReportExchange as Exchange } from './report-decisions-queries.ts';
import { beginningOf, by, change, mayNow, placeOf, readForm, reportsAt, show } from './report-exchange-routes.tsx';
import { reportPdf } from './report-pdf-queries.ts';
import { beginReport, keepDraft, recordReopening, type Report } from './report-queries.ts';
import { decideOne, release, signOne, submitOne } from './report-signing-routes.tsx';
import { REPORT_TEXTS } from './report-texts.ts';
import { move, type Proposal } from './report.ts';

/** The report of a panel, on all or on one candidate of whom something was re-done: drafted, signed, submitted, decided on, told. */
export function reportRoutes(web: FastifyInstance, context: Context): void {
  const address = '/staff/vacancies/:reference/report';
  for (const at of [address, `${address}/cases/:case`]) reportAt(web, context, at);
}

function reportAt(web: FastifyInstance, context: Context, address: string): void {
  const to =
    (then: (exchange: Exchange) => Promise<unknown>) => async (request: FastifyRequest, reply: FastifyReply) => {
      const { reference, case: id } = request.params as { reference: string; case?: string };
      const vacancy = await findVacancy(context.db, reference);
      const redo = id === undefined ? undefined : await findReview(context.db, { reference, id });
      if (!vacancy || (id !== undefined && redo?.status !== 'redone')) return reply.callNotFound();
      const exchange = { request, reply: reply.header('cache-control', 'no-store'), context, vacancy, redo };
      // Who is recused from its one candidate neither reads such a report, nor signs or decides it.
      if (redo && (await notShownTo(exchange)).has(redo.number)) return reply.callNotFound();
      return then(exchange);
    };
  const drafts = requiresIn(context, 'report:draft');
  const submits = requiresIn(context, 'report:submit');
  web.get(
    address,
    requiresIn(context, 'report:read'),
    to((exchange) => show(exchange)),
  );
  web.get(`${address}.pdf`, requiresIn(context, 'report:read'), to(pdf));
  web.post(address, drafts, to(begin));
  web.post(`${address}/draft`, drafts, to(draft));
  web.post(`${address}/reopening`, submits, to(reopen));
  web.post(`${address}/signature`, requiresIn(context, 'report:sign'), to(signOne));
  web.post(`${address}/submission`, submits, to(submitOne));
  web.post(`${address}/decision`, requiresIn(context, 'report:decide'), to(decideOne));
  web.post(`${address}/release`, requiresIn(context, 'report:release'), to(release));
}

/** The report as it was frozen, in the language of the address; a draft is not one yet. */
async function pdf(exchange: Exchange) {
  const { request, reply, context, vacancy } = exchange;
  const [report] = await reportsAt(context.db, exchange);
  if (!report || report.content === null || !(await mayNow(exchange, report)).read) return reply.callNotFound();
  const { language } = request;
  const notShown = await notShownTo(exchange);
  const content = await reportPdf(context, report, {
    reference: vacancy.reference,
    language,
    zone: vacancy.deadlineZone,
    notShown,
  });
  const fileName = `report-${vacancy.reference}-${report.number}-${language}.pdf`;
  return sendAttachment(reply, { fileName, mediaType: 'application/pdf', content });
}

async function begin(exchange: Exchange) {
  const { request, reply, context, vacancy } = exchange;
  const t = REPORT_TEXTS[request.language];
  const refused = await context.db.transaction().execute(async (db) => {
    await lockPlan(db, vacancy.reference);
    const [latest] = await reportsAt(db, exchange);
    if (latest && latest.status !== 'returned') return t.begunAlready;
    const { redo } = exchange;
    const beginning = await beginningOf(db, exchange);
    if (beginning !== 'may') return t.noneOfCaseNotes[beginning];
    const proposals =
      latest?.proposals ?? (redo ? [unproposed(redo)] : everybody(await meritOf(db, vacancy.reference)));
    await beginReport(db, { reviewId: redo?.id, proposals }, by(exchange));
    return undefined;
  });
  if (refused !== undefined) return show(exchange, { problem: refused });
  return reply.redirect(`${placeOf(exchange)}?done=begun`, 303);
}

/** Everybody who was scored, by their rank, with nothing proposed. */
function everybody({ order, candidates }: Merit): Proposal[] {
  const ids = [...order.ranked, ...order.belowPassMark, ...order.incomplete].map(({ candidate }) => candidate);
  return ids.map((id) => unproposed({ applicationId: id, number: candidates.get(id)?.number ?? '' }));
}

const unproposed = ({ applicationId, number }: { applicationId: string; number: string }): Proposal => ({
  candidate: applicationId,
  number,
  outcome: null,
  reason: '',
  why: '',
});

async function draft(exchange: Exchange) {
  const { request, context } = exchange;
  const [latest] = await reportsAt(context.db, exchange);
  const notShown = await notShownTo(exchange);
  const { form, proposals } = readForm(request, latest?.proposals ?? [], notShown);
  const texts = { ...(form['text-en'] && { en: form['text-en'] }), ...(form['text-fr'] && { fr: form['text-fr'] }) };
  const freezing = valueOf(fieldsOf(request.body), 'do') === 'freeze';
  const then = async (db: Transaction<Schema>, report: Report) => {
    if (report.status !== 'draft') return 'meanwhile' as const;
    const drafted = { ...report, version: Number(form['version']) };
    if (freezing) return freezeReport(db, drafted, { proposals, texts, exchange });
    return (await keepDraft(db, drafted, { proposals, texts })) ? undefined : ('meanwhile' as const);
  };
  return change(exchange, then, { done: freezing ? 'frozen' : 'kept', form });
}

const reopen = (exchange: Exchange) =>
  change(
    exchange,
    async (db, report) => {
      const moved = move(report.status, 'reopen');
      if (!moved.ok) return moved.refusal;
      return (await recordReopening(db, report, by(exchange))) ? undefined : 'meanwhile';
    },
    { done: 'reopened' },
  );
