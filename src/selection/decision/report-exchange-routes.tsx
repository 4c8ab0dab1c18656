import type { FastifyRequest } from 'fastify';
import type { Transaction } from 'kysely';
import { fieldsOf, valueOf } from '../../applications/drafting/draft.ts';
import { membersOf } from '../../competition/member-queries.ts';
import { onPanel } from '../../competition/panel.ts';
import { findAccount } from '../../people/account-queries.ts';
import { offeredTo } from '../../people/step-up/step-up-hooks.ts';
import { actorOf } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import type { Db, Schema } from '../../schema.ts';
import type { FieldError } from '../../site/forms.tsx';
import { lockPlan } from '../plan/plan-queries.ts';
import { mayIn } from '../plan/plan-routes.tsx';
import { goesOn } from '../redo/redo-queries.ts';
import { reviewsOf } from '../review/review-queries.ts';
import {
  languagesIn,
  levelsMissingOf,
  meritFor,
  problemFields,
  recusalsOf,
  type ReportExchange as Exchange,
} from './report-decisions-queries.ts';
import { ReportPage } from './report-pages.tsx';
import { authorityOn, draftingOn } from './report-people-queries.ts';
import type { Beginning, ReportForm } from './report-props.ts';
import { quorumOn } from './report-quorum-queries.ts';
import { reportsOf, signaturesOf, type Report } from './report-queries.ts';
import type { NotShown } from './report-recusal.ts';
import { REPORT_TEXTS } from './report-texts.ts';
import { OUTCOMES, type Proposal, type ReportRefusal } from './report.ts';

const pathOf = ({ vacancy, redo }: Exchange) =>
  `/staff/vacancies/${vacancy.reference}/report${redo ? `/cases/${redo.id}` : ''}`;
export const placeOf = (exchange: Exchange) => `/${exchange.request.language}${pathOf(exchange)}`;

/** The reports that an address is about, the last first. */
export const reportsAt = (db: Db, { vacancy, redo }: Exchange) => reportsOf(db, vacancy.reference, redo?.id);
export const by = ({ request, context, vacancy }: Exchange) => ({
  reference: vacancy.reference,
  actor: actorOf(request),
  at: context.clock(),
});

const DONE = ['begun', 'kept', 'frozen', 'reopened', 'signed', 'submitted', 'decided', 'released'] as const;

export type Shown = {
  form?: ReportForm;
  errors?: FieldError[];
  problem?: string | undefined;
  /** Of the answer; by itself, whether something was refused. */
  status?: number;
};

async function offeredToReader(exchange: Exchange) {
  const account = await findAccount(exchange.context.db, actorOf(exchange.request).accountId);
  if (!account) throw new Error('Somebody is signed in to an account that is not there.');
  return offeredTo(exchange, account, { strict: true });
}

/** The page of a report as it stands for its reader. */
export async function show(exchange: Exchange, { form, errors = [], problem, ...answer }: Shown = {}) {
  const { request, reply, context, vacancy } = exchange;
  const { db, organisation } = context;
  const t = REPORT_TEXTS[request.language];
  const [latest, ...earlier] = await reportsAt(db, exchange);
  const returned = latest?.status === 'returned';
  const may = await mayNow(exchange, latest);
  const recusals = await recusalsOf(exchange);
  const notShown: NotShown = new Set(recusals.map(({ candidate }) => candidate));
  const merit = await meritFor(db, exchange);
  const authority = await authorityOn(db, vacancy.reference, latest?.proposals ?? []);
  // Who decides reads nothing of it before it is submitted to them.
  const hidden = latest !== undefined && !may.read;
  const done = DONE.find((known) => known === (request.query as { done?: string }).done);
  const shown = {
    page: {
      ...pageContext(request, context),
      path: pathOf(exchange),
      ...(done && { notice: t.done[done] }),
    },
    reference: vacancy.reference,
    vacancyTitle: vacancy.notice.title,
    zone: vacancy.deadlineZone,
    organisation,
    report: hidden ? undefined : latest,
    earlier: (returned && latest ? [latest, ...earlier] : earlier).filter(({ decided }) => decided !== null),
    signatures: latest ? await signaturesOf(db, latest.id) : [],
    merit,
    missing: (await levelsMissingOf(db, latest?.proposals ?? [], { exchange, order: merit.order })).filter(
      ({ number }) => !notShown.has(number),
    ),
    redo: exchange.redo,
    languages: await languagesIn(db, exchange),
    offered: await offeredToReader(exchange),
    beginning: await beginningOf(db, exchange),
    redone: exchange.redo
      ? []
      : (await reviewsOf(db, vacancy.reference)).filter((one) => one.status === 'redone' && !notShown.has(one.number)),
    may,
    notShown,
    recusals,
    authority,
    quorum: hidden ? [] : await quorumOn(db, latest, { reference: vacancy.reference, rules: organisation.panel }),
    drafting: await draftingOn(db, vacancy.reference, latest?.proposals ?? []),
    mayNotDecide: authority.recused.some(({ member }) => member.accountId === actorOf(request).accountId),
    form,
    errors,
    problem,
  };
  const { status = errors.length > 0 || problem ? 422 : 200 } = answer;
  return page(reply, <ReportPage {...shown} />, status);
}

/**
 * Whether a report can be begun. Until the report on all is decided, who is assessed again is in that one; and once something was
 * decided of them since, nothing is decided anew without another review.
 */
export async function beginningOf(db: Db, { vacancy, redo }: Exchange): Promise<Beginning> {
  if (!redo) return 'may';
  if ((await reportsOf(db, vacancy.reference))[0]?.decided?.decisions == null) return 'not-decided';
  return (await goesOn(db, redo.id)) ? 'may' : 'over';
}

/** What somebody may do with a report as it stands. */
export async function mayNow(exchange: Exchange, report: Report | undefined) {
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
    decide: decides && status === 'submitted' && (await decidesOn(exchange, report)),
    release: releases && report?.decided?.decisions != null && report.releasedAt === null,
  };
}

/** Whether the reader is among those who may decide on it: recused from nobody in it, and without a part in it. */
async function decidesOn({ request, context, vacancy }: Exchange, report: Report | undefined): Promise<boolean> {
  const { able } = await authorityOn(context.db, vacancy.reference, report?.proposals ?? []);
  return able.some((member) => member.accountId === actorOf(request).accountId);
}

/** What is no matter of a field: the page may have no form for who reads it. */
const WITHOUT_FIELD: readonly ReportRefusal['kind'][] = [
  'illegal-move',
  'unsigned',
  'signed-below-quorum',
  'already-signed',
  'not-on-panel',
  'took-part',
  'recused',
  'already-released',
  'stands-elsewhere',
];

/** Does something to the report that is under way, held; what it refuses is told on the page. */
export async function change(
  exchange: Exchange,
  then: (db: Transaction<Schema>, report: Report) => Promise<ReportRefusal | 'meanwhile' | undefined>,
  { done, form }: { done: string; form?: ReportForm },
) {
  const { request, reply, context, vacancy } = exchange;
  const refused = await context.db.transaction().execute(async (db) => {
    await lockPlan(db, vacancy.reference);
    const [report] = await reportsAt(db, exchange);
    return report ? then(db, report) : ('gone' as const);
  });
  if (refused === 'gone') return reply.callNotFound();
  if (refused === 'meanwhile') return show(exchange, { problem: REPORT_TEXTS[request.language].changedMeanwhile });
  if (refused) {
    const errors = problemFields(refused, exchange);
    const told = WITHOUT_FIELD.includes(refused.kind) ? { problem: errors[0]?.message } : { errors };
    return show(exchange, { ...(form && { form }), ...told });
  }
  return reply.redirect(`${placeOf(exchange)}?done=${done}`, 303);
}

const MAX_TEXT = 20_000;

/** The form of a draft or of a decision, and the proposals in it; those that are not shown to its sender stay as they are. */
export function readForm({ body }: FastifyRequest, proposals: readonly Proposal[], notShown: NotShown = new Set()) {
  const fields = fieldsOf(body);
  const text = (name: string) => valueOf(fields, name).replaceAll(/\r\n?/g, '\n').trim().slice(0, MAX_TEXT);
  const form: ReportForm = {};
  for (const name of ['text-en', 'text-fr', 'dissent', 'action', 'decision-reason', 'version', 'sha256'])
    form[name] = text(name);
  const read = proposals.map((one): Proposal => {
    if (notShown.has(one.number)) return one;
    for (const name of ['outcome', 'reason', 'why', 'level'])
      form[`${name}-${one.number}`] = text(`${name}-${one.number}`);
    const outcome = OUTCOMES.find((known) => known === form[`outcome-${one.number}`]) ?? null;
    const reason = outcome === 'not-retained' ? (form[`reason-${one.number}`] ?? '') : '';
    const { belowLevel: _, ...rest } = one;
    const level = form[`level-${one.number}`];
    return { ...rest, outcome, reason, why: form[`why-${one.number}`] ?? '', ...(level && { belowLevel: level }) };
  });
  return { form, proposals: read };
}
