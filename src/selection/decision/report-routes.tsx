import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fieldsOf, valueOf } from '../../applications/drafting/draft.ts';
import { requiresIn } from '../../competition/competition-guard.ts';
import { membersOf } from '../../competition/member-queries.ts';
import { onPanel } from '../../competition/panel.ts';
import { findAccount } from '../../people/account-queries.ts';
import type { Context } from '../../people/context.ts';
import { wrongPassword } from '../../people/current-password.ts';
import { actorOf } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import type { Transaction } from 'kysely';
import type { Schema } from '../../schema.ts';
import type { FieldError } from '../../site/forms.tsx';
import { findVacancy } from '../../vacancies/vacancy-queries.ts';
import { meritOf, type Merit } from '../merit/merit-queries.ts';
import { lockPlan } from '../plan/plan-queries.ts';
import { mayIn } from '../plan/plan-routes.tsx';
import {
  decideOn,
  freezeReport,
  notShownTo,
  problemFields,
  type ReportExchange as Exchange,
} from './report-decisions-queries.ts';
import { sendAttachment } from '../../platform/files.ts';
import type { NotShown } from './report-recusal.ts';
import { reportPdf } from './report-pdf-queries.ts';
import { ReportPage } from './report-pages.tsx';
import type { ReportForm } from './report-forms.tsx';
import {
  beginReport,
  keepDraft,
  recordReopening,
  recordSignature,
  recordSubmission,
  reportsOf,
  signaturesOf,
  type Report,
} from './report-queries.ts';
import { releaseDecisions } from './release-queries.ts';
import { REPORT_TEXTS } from './report-texts.ts';
import { move, OUTCOMES, sign, submitReport, type Proposal, type ReportRefusal } from './report.ts';

/** The report of a panel: drafted, signed, submitted, decided on, and told. */
export function reportRoutes(web: FastifyInstance, context: Context): void {
  const address = '/staff/vacancies/:reference/report';
  const to =
    (then: (exchange: Exchange) => Promise<unknown>) => async (request: FastifyRequest, reply: FastifyReply) => {
      const vacancy = await findVacancy(context.db, (request.params as { reference: string }).reference);
      if (!vacancy) return reply.callNotFound();
      return then({ request, reply: reply.header('cache-control', 'no-store'), context, vacancy });
    };
  const drafts = requiresIn(context, 'report:draft');
  const submits = requiresIn(context, 'report:submit');
  web.get(address, requiresIn(context, 'report:read'), to(show));
  web.get(`${address}.pdf`, requiresIn(context, 'report:read'), to(pdf));
  web.post(address, drafts, to(begin));
  web.post(`${address}/draft`, drafts, to(draft));
  web.post(`${address}/reopening`, submits, to(reopen));
  web.post(`${address}/signature`, requiresIn(context, 'report:sign'), to(signOne));
  web.post(`${address}/submission`, submits, to(submitOne));
  web.post(`${address}/decision`, requiresIn(context, 'report:decide'), to(decideOne));
  web.post(`${address}/release`, requiresIn(context, 'report:release'), to(release));
}

const placeOf = ({ request, vacancy }: Exchange) => `/${request.language}/staff/vacancies/${vacancy.reference}/report`;
const by = ({ request, context, vacancy }: Exchange) => ({
  reference: vacancy.reference,
  actor: actorOf(request),
  at: context.clock(),
});

const DONE = ['begun', 'kept', 'frozen', 'reopened', 'signed', 'submitted', 'decided', 'released'] as const;

type Shown = { form?: ReportForm; errors?: FieldError[]; problem?: string };

async function show(exchange: Exchange, { form, errors = [], problem }: Shown = {}) {
  const { request, reply, context, vacancy } = exchange;
  const { db, organisation } = context;
  const t = REPORT_TEXTS[request.language];
  const [latest, ...earlier] = await reportsOf(db, vacancy.reference);
  const returned = latest?.status === 'returned';
  const may = await mayNow(exchange, latest);
  // Who decides reads nothing of it before it is submitted to them.
  const hidden = latest !== undefined && !may.read;
  const done = DONE.find((known) => known === (request.query as { done?: string }).done);
  const shown = {
    page: {
      ...pageContext(request, context),
      path: `/staff/vacancies/${vacancy.reference}/report`,
      ...(done && { notice: t.done[done] }),
    },
    reference: vacancy.reference,
    zone: vacancy.deadlineZone,
    organisation,
    report: hidden ? undefined : latest,
    earlier: (returned && latest ? [latest, ...earlier] : earlier).filter(({ decided }) => decided !== null),
    signatures: latest ? await signaturesOf(db, latest.id) : [],
    merit: await meritOf(db, vacancy.reference),
    may,
    notShown: await notShownTo(exchange),
    form,
    errors,
    problem,
  };
  return page(reply, <ReportPage {...shown} />, errors.length > 0 || problem ? 422 : 200);
}

/** The report as it was frozen, in the language of the address; a draft is not one yet. */
async function pdf(exchange: Exchange) {
  const { request, reply, context, vacancy } = exchange;
  const [report] = await reportsOf(context.db, vacancy.reference);
  if (!report || report.content === null || !(await mayNow(exchange, report)).read) return reply.callNotFound();
  const { language } = request;
  const notShown = await notShownTo(exchange);
  const content = await reportPdf(context, report, { language, zone: vacancy.deadlineZone, notShown });
  const fileName = `report-${vacancy.reference}-${report.number}-${language}.pdf`;
  return sendAttachment(reply, { fileName, mediaType: 'application/pdf', content });
}

/** What somebody may do with a report as it stands. */
async function mayNow(exchange: Exchange, report: Report | undefined) {
  const { request, context, vacancy } = exchange;
  const status = report?.status;
  const { accountId } = actorOf(request);
  const [drafts, submits, decides, releases] = [
    await mayIn(exchange, 'report:draft'),
    await mayIn(exchange, 'report:submit'),
    await mayIn(exchange, 'report:decide'),
    await mayIn(exchange, 'report:release'),
  ];
  const panel = onPanel(await membersOf(context.db, vacancy.reference));
  const signed = report
    ? (await signaturesOf(context.db, report.id)).some((one) => one.accountId === accountId)
    : false;
  return {
    read: !decides || (status !== 'draft' && status !== 'signing'),
    begin: drafts && (status === undefined || status === 'returned'),
    draft: drafts && status === 'draft',
    sign: status === 'signing' && !signed && panel.some((member) => member.accountId === accountId),
    submit: submits && status === 'signing',
    decide: decides && status === 'submitted',
    release: releases && report?.decided?.decisions != null && report.releasedAt === null,
  };
}

/** Does something to the report that is under way, held; what it refuses is told on the page. */
async function change(
  exchange: Exchange,
  then: (db: Transaction<Schema>, report: Report) => Promise<ReportRefusal | 'meanwhile' | undefined>,
  { done, form }: { done: string; form?: ReportForm },
) {
  const { request, reply, context, vacancy } = exchange;
  const refused = await context.db.transaction().execute(async (db) => {
    await lockPlan(db, vacancy.reference);
    const [report] = await reportsOf(db, vacancy.reference);
    return report ? then(db, report) : ('gone' as const);
  });
  if (refused === 'gone') return reply.callNotFound();
  if (refused === 'meanwhile') return show(exchange, { problem: REPORT_TEXTS[request.language].changedMeanwhile });
  if (refused) return show(exchange, { ...(form && { form }), errors: problemFields(refused, exchange) });
  return reply.redirect(`${placeOf(exchange)}?done=${done}`, 303);
}

async function begin(exchange: Exchange) {
  const { reply, context, vacancy } = exchange;
  await context.db.transaction().execute(async (db) => {
    await lockPlan(db, vacancy.reference);
    const [latest] = await reportsOf(db, vacancy.reference);
    if (latest && latest.status !== 'returned') return;
    const proposals = latest?.proposals ?? everybody(await meritOf(db, vacancy.reference));
    await beginReport(db, { number: (latest?.number ?? 0) + 1, proposals }, by(exchange));
  });
  return reply.redirect(`${placeOf(exchange)}?done=begun`, 303);
}

/** Everybody who was scored, by their rank, with nothing proposed. */
function everybody({ order, candidates }: Merit): Proposal[] {
  const ids = [...order.ranked, ...order.belowPassMark, ...order.incomplete].map(({ candidate }) => candidate);
  return ids.map((candidate) => ({
    candidate,
    number: candidates.get(candidate)?.number ?? '',
    outcome: null,
    reason: '',
    why: '',
  }));
}

const MAX_TEXT = 20_000;

/** The form of a draft or of a decision, and the proposals in it; those that are not shown to its sender stay as they are. */
function readForm({ body }: FastifyRequest, proposals: readonly Proposal[], notShown: NotShown = new Set()) {
  const fields = fieldsOf(body);
  const text = (name: string) => valueOf(fields, name).replaceAll(/\r\n?/g, '\n').trim().slice(0, MAX_TEXT);
  const form: ReportForm = {};
  for (const name of ['text-en', 'text-fr', 'dissent', 'action', 'decision-reason', 'version']) form[name] = text(name);
  const read = proposals.map((one): Proposal => {
    if (notShown.has(one.number)) return one;
    for (const name of ['outcome', 'reason', 'why']) form[`${name}-${one.number}`] = text(`${name}-${one.number}`);
    const outcome = OUTCOMES.find((known) => known === form[`outcome-${one.number}`]) ?? null;
    const reason = outcome === 'not-retained' ? (form[`reason-${one.number}`] ?? '') : '';
    return { ...one, outcome, reason, why: form[`why-${one.number}`] ?? '' };
  });
  return { form, proposals: read };
}

async function draft(exchange: Exchange) {
  const { request, context, vacancy } = exchange;
  const [latest] = await reportsOf(context.db, vacancy.reference);
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

/** What is wrong with the password: who signs or decides is asked who they are once more. */
async function passwordProblem(exchange: Exchange): Promise<FieldError[]> {
  const { request, context } = exchange;
  const account = await findAccount(context.db, actorOf(request).accountId);
  if (!account) return [{ field: 'currentPassword', message: REPORT_TEXTS[request.language].password }];
  const typed = valueOf(fieldsOf(request.body), 'currentPassword');
  return (await wrongPassword(exchange, account, typed))?.errors ?? [];
}

async function signOne(exchange: Exchange) {
  const { request, context, vacancy } = exchange;
  const { form } = readForm(request, []);
  const errors = await passwordProblem(exchange);
  if (errors.length > 0) return show(exchange, { form, errors });
  const actor = actorOf(request);
  const panel = onPanel(await membersOf(context.db, vacancy.reference));
  const own = panel.find(({ accountId }) => accountId === actor.accountId);
  const then = async (db: Transaction<Schema>, report: Report) => {
    const ids = panel.map(({ accountId }) => accountId);
    const signatures = await signaturesOf(db, report.id);
    const signed = sign({ status: report.status, by: actor.accountId, panel: ids, signatures });
    if (!signed.ok) return signed.refusal;
    const { name = actor.name, role = '' } = own ?? {};
    await recordSignature(db, report, { name, role, dissent: form['dissent'] ?? '', ...by(exchange) });
    return undefined;
  };
  return change(exchange, then, { done: 'signed', form });
}

const submitOne = (exchange: Exchange) =>
  change(
    exchange,
    async (db, report) => {
      const panel = onPanel(await membersOf(db, exchange.vacancy.reference));
      const moved = submitReport(report.status, panel, await signaturesOf(db, report.id));
      if (!moved.ok) return moved.refusal;
      return (await recordSubmission(db, report, by(exchange))) ? undefined : 'meanwhile';
    },
    { done: 'submitted' },
  );

async function decideOne(exchange: Exchange) {
  const { request, context, vacancy } = exchange;
  const [latest] = await reportsOf(context.db, vacancy.reference);
  const { form, proposals } = readForm(request, latest?.proposals ?? [], await notShownTo(exchange));
  const action = (['accept', 'depart', 'return'] as const).find((known) => known === form['action']);
  const message = REPORT_TEXTS[request.language].actionMissing;
  if (!action) return show(exchange, { form, errors: [{ field: 'action', message }] });
  const errors = await passwordProblem(exchange);
  if (errors.length > 0) return show(exchange, { form, errors });
  const then = (db: Transaction<Schema>, report: Report) => {
    const reason = form['decision-reason'] ?? '';
    const held = { ...report, version: Number(form['version']) };
    return decideOn(db, held, { action, reason, decisions: proposals, exchange });
  };
  return change(exchange, then, { done: 'decided', form });
}

const release = (exchange: Exchange) =>
  change(exchange, (db, report) => releaseDecisions(db, report, exchange), { done: 'released' });
