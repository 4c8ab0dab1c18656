import type { FastifyReply, FastifyRequest } from 'fastify';
import { panelFactsOf } from '../panel-state-queries.ts';
import { standingFor } from '../../competition/panel.ts';
import { conflictsIn } from '../../competition/conflict-queries.ts';
import type { Context } from '../../people/context.ts';
import { actorOf } from '../../people/guard.ts';
import type { Translated } from '../../platform/language.ts';
import type { Db } from '../../schema.ts';
import type { FieldError } from '../../site/forms.tsx';
import type { Vacancy } from '../../vacancies/vacancy.ts';
import { meritOf } from '../merit/merit-queries.ts';
import { stageName } from '../plan/stage-name.tsx';
import { reportContent } from './report-content.ts';
import type { NotShown } from './report-recusal.ts';
import { recordDecision, recordFreezing, whoTookPart, type Report } from './report-queries.ts';
import { explainProblem, explainReport } from './report-texts.ts';
import { decide, freeze, postsOf, type Proposal, type ReportProblem, type ReportRefusal } from './report.ts';

export type ReportExchange = { request: FastifyRequest; reply: FastifyReply; context: Context; vacancy: Vacancy };

/** Where each problem of a form stands, in the reader's language. */
export function problemFields(refusal: ReportRefusal, { request, context }: ReportExchange): FieldError[] {
  const { language } = request;
  const nameOf = (code: string) => ({
    en: stageName(code, context.organisation, 'en'),
    fr: stageName(code, context.organisation, 'fr'),
  });
  if (refusal.kind !== 'problems') {
    const field = refusal.kind === 'reason-missing' ? 'decision-reason' : 'text-en';
    return [{ field, message: explainReport(refusal, nameOf)[language] }];
  }
  return refusal.problems.map((problem) => ({ field: fieldOf(problem), message: explainProblem(problem)[language] }));
}

function fieldOf(problem: ReportProblem): string {
  if (problem.kind === 'too-many') return 'text-en';
  const names = {
    'outcome-missing': 'outcome',
    'below-pass-mark': 'outcome',
    'reason-missing': 'reason',
    'why-missing': 'why',
  };
  return `${names[problem.kind]}-${problem.number}`;
}

const by = ({ request, context, vacancy }: ReportExchange) => ({
  reference: vacancy.reference,
  actor: actorOf(request),
  at: context.clock(),
});

type Drafted = { proposals: Proposal[]; texts: Translated; exchange: ReportExchange };

/** Freezes a draft with all it rests on, as it is now; below the quorum nothing is proposed of anybody. */
export async function freezeReport(db: Db, report: Report, { proposals, texts, exchange }: Drafted) {
  const { context, vacancy } = exchange;
  const { organisation } = context;
  const { reference, notice } = vacancy;
  const merit = await meritOf(db, reference);
  const facts = await panelFactsOf(db, reference);
  const standings = proposals.map(({ candidate, number }) =>
    standingFor({ applicationId: candidate, number }, facts, organisation.panel),
  );
  const { stages } = merit;
  const frozen = freeze({
    status: report.status,
    stages: {
      scored: stages.length,
      open: stages.filter(({ status }) => status !== 'closed').map(({ code }) => code),
    },
    belowQuorum: standings.filter(({ reached }) => !reached).map(({ candidate }) => candidate.number),
    proposals,
    order: merit.order,
    posts: postsOf(notice),
    reasons: organisation.selection.reasons.map(({ code }) => code),
  });
  if (!frozen.ok) return frozen.refusal;
  const recusals = (await conflictsIn(db, reference)).filter(({ cleared }) => !cleared);
  const content = reportContent({
    reference,
    title: notice.title,
    posts: postsOf(notice),
    panel: facts.members.filter(({ role }) => role !== 'screener'),
    recusals,
    stages,
    order: merit.order,
    candidates: merit.candidates,
    proposals,
    texts,
  });
  return (await recordFreezing(db, report, { proposals, texts, content, ...by(exchange) }))
    ? undefined
    : ('meanwhile' as const);
}

type Deciding = {
  action: 'accept' | 'depart' | 'return';
  reason: string;
  decisions: Proposal[];
  exchange: ReportExchange;
};

/** What the appointing authority decides on a submitted report. */
export async function decideOn(db: Db, report: Report, { action, reason, decisions, exchange }: Deciding) {
  const { request, context, vacancy } = exchange;
  const { order } = await meritOf(db, vacancy.reference);
  const decided = decide({
    status: report.status,
    action,
    reason,
    by: actorOf(request).accountId,
    tookPart: await whoTookPart(db, vacancy.reference),
    decisions,
    proposals: report.proposals,
    order,
    posts: postsOf(vacancy.notice),
    reasons: context.organisation.selection.reasons.map(({ code }) => code),
  });
  if (!decided.ok) return decided.refusal;
  const status = ({ accept: 'accepted', depart: 'departed', return: 'returned' } as const)[action];
  const written = await recordDecision(db, report, {
    decided: { ...decided.value, status },
    reason: reason.trim(),
    ...by(exchange),
  });
  return written ? undefined : ('meanwhile' as const);
}

/** Whom a reader is recused from, by number: of what others judged of these, the report shows them nothing, whatever its state. */
export async function notShownTo({ request, context, vacancy }: ReportExchange): Promise<NotShown> {
  const { accountId } = actorOf(request);
  const conflicts = await conflictsIn(context.db, vacancy.reference);
  const own = conflicts.filter((one) => one.accountId === accountId && !one.cleared);
  return new Set(own.map(({ candidate }) => candidate));
}
