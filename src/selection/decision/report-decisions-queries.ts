import type { FastifyReply, FastifyRequest } from 'fastify';
import { panelFactsOf } from '../panel-state-queries.ts';
import type { Member } from '../../competition/member.ts';
import { standingFor } from '../../competition/panel.ts';
import { conflictsIn } from '../../competition/conflict-queries.ts';
import type { Conflict } from '../../competition/conflict.ts';
import type { Context } from '../../people/context.ts';
import { actorOf } from '../../people/guard.ts';
import type { Translated } from '../../platform/language.ts';
import type { Proof } from '../../people/step-up/step-up.ts';
import type { Db } from '../../schema.ts';
import type { FieldError } from '../../site/forms.tsx';
import type { Vacancy } from '../../vacancies/vacancy.ts';
import { levelsFoundIn } from '../language-tests/language-result-queries.ts';
import { belowLevel, languageStandings } from '../language-tests/language-standing.ts';
import { missingLevels, type MissingLevel } from '../language-tests/missing-level-queries.ts';
import type { MeritOrder } from '../merit/merit-order.ts';
import { meritOf, type Merit } from '../merit/merit-queries.ts';
import { stageName } from '../plan/stage-name.tsx';
import { redoneStages, unsettledAgain } from '../redo/redo-queries.ts';
import type { Review } from '../review/review-queries.ts';
import { reportContent, type Redone } from './report-content.ts';
import type { NotShown } from './report-recusal.ts';
import { decisionsIn, recordDecision, recordFreezing, reportsOf, whoTookPart, type Report } from './report-queries.ts';
import { explainProblem, explainReport } from './report-texts.ts';
import { decide } from './report-decision.ts';
import { authorityOn } from './report-people-queries.ts';
import { quorumOn } from './report-quorum-queries.ts';
import { belowQuorum } from './report-quorum.ts';
import { freeze, postsOf, type Proposal, type ReportProblem, type ReportRefusal } from './report.ts';

export type ReportExchange = {
  request: FastifyRequest;
  reply: FastifyReply;
  context: Context;
  vacancy: Vacancy;
  /** The case whose candidate alone is decided on anew; undefined for the report on all. */
  redo: Review | undefined;
};

/** The order of merit as a report has it: on one candidate, what is missing of others is no matter. */
export async function meritFor(db: Db, { vacancy, redo }: ReportExchange): Promise<Merit> {
  const merit = await meritOf(db, vacancy.reference);
  if (!redo) return merit;
  const { ranked, belowPassMark, incomplete } = merit.order;
  const id = redo.applicationId;
  const placed = [...ranked, ...belowPassMark].some(({ candidate }) => candidate === id);
  const missing = incomplete.find(({ candidate }) => candidate === id) ?? { candidate: id, missing: [] };
  return { ...merit, order: { ranked, belowPassMark, incomplete: placed ? [] : [missing] } };
}

/** How the candidates stand to the languages of the notice, by the tests of the competition. */
export const languagesIn = async (db: Db, { context, vacancy }: ReportExchange) =>
  languageStandings(await levelsFoundIn(db, vacancy.reference), {
    scheme: context.organisation.languages,
    required: vacancy.notice.languages,
  });

/** The figures of one candidate, with the rank beside those that were signed. */
const orderOf = ({ ranked, belowPassMark }: MeritOrder, id: string): MeritOrder => ({
  ranked: ranked.filter(({ candidate }) => candidate === id),
  belowPassMark: belowPassMark.filter(({ candidate }) => candidate === id),
  incomplete: [],
});

/** What is decided of all others and stays, where one candidate is decided on anew. */
async function settledFor(db: Db, { vacancy, redo }: ReportExchange): Promise<Proposal[]> {
  const decided = redo ? await decisionsIn(db, vacancy.reference) : [];
  return decided.filter(({ candidate }) => candidate !== redo?.applicationId);
}

async function redoneFor(db: Db, { vacancy, redo }: ReportExchange): Promise<Redone | undefined> {
  const [signed] = redo ? await reportsOf(db, vacancy.reference) : [];
  if (!redo || !signed?.sha256) return undefined;
  const opened = await redoneStages(db, redo.id);
  return { report: signed.number, sha256: signed.sha256, from: redo.redoFrom ?? '', stages: opened };
}

/** Where each problem of a form stands, in the reader's language. */
export function problemFields(refusal: ReportRefusal, { request, context }: ReportExchange): FieldError[] {
  const { language } = request;
  const nameOf = (code: string) => ({
    en: stageName(code, context.organisation, 'en'),
    fr: stageName(code, context.organisation, 'fr'),
  });
  if (refusal.kind !== 'problems') {
    const field = FIELDS[refusal.kind] ?? 'text-en';
    return [{ field, message: explainReport(refusal, nameOf)[language] }];
  }
  return refusal.problems.map((problem) => ({ field: fieldOf(problem), message: explainProblem(problem)[language] }));
}

const FIELDS: Partial<Record<ReportRefusal['kind'], string>> = {
  'reason-missing': 'decision-reason',
  'nothing-changed': 'action',
};

function fieldOf(problem: ReportProblem): string {
  if (problem.kind === 'too-many') return 'text-en';
  const names = {
    'outcome-missing': 'outcome',
    'below-pass-mark': 'outcome',
    'reason-missing': 'reason',
    'why-missing': 'why',
    'level-reason-missing': 'level',
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
  const merit = await meritFor(db, exchange);
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
    screenedAgain: await unsettledAgain(
      db,
      proposals.map(({ candidate }) => candidate),
    ),
    levelsMissing: (await levelsMissingOf(db, proposals, { exchange, order: merit.order })).map(({ number }) => number),
    belowQuorum: standings.filter(({ reached }) => !reached).map(({ candidate }) => candidate.number),
    proposals,
    order: merit.order,
    posts: postsOf(notice),
    reasons: organisation.selection.reasons.map(({ code }) => code),
    settled: await settledFor(db, exchange),
    belowLevel: belowLevel(await languagesIn(db, exchange)),
  });
  if (!frozen.ok) return frozen.refusal;
  const content = await contentOf(db, { proposals, texts, exchange, merit, members: facts.members });
  return (await recordFreezing(db, report, { proposals, texts, content, ...by(exchange) }))
    ? undefined
    : ('meanwhile' as const);
}

type Asked = { exchange: ReportExchange; order: MeritOrder };

/** Levels to be recorded again of those in a report; who is below a pass mark came to no later test. */
export async function levelsMissingOf(
  db: Db,
  proposals: readonly Proposal[],
  { exchange, order }: Asked,
): Promise<MissingLevel[]> {
  const isFailed = (id: string) => order.belowPassMark.some(({ candidate }) => candidate === id);
  return (await missingLevels(db, exchange.vacancy)).filter(
    ({ applicationId }) => !isFailed(applicationId) && proposals.some(({ candidate }) => candidate === applicationId),
  );
}

type Frozen = Drafted & { merit: Merit; members: readonly Member[] };

/** All that is signed, as it is now. */
async function contentOf(db: Db, { proposals, texts, exchange, merit, members }: Frozen): Promise<string> {
  const { reference, notice } = exchange.vacancy;
  return reportContent({
    reference,
    title: notice.title,
    posts: postsOf(notice),
    panel: members.filter(({ role }) => role !== 'screener'),
    recusals: (await conflictsIn(db, reference)).filter(({ cleared }) => !cleared),
    stages: merit.stages,
    order: exchange.redo ? orderOf(merit.order, exchange.redo.applicationId) : merit.order,
    candidates: merit.candidates,
    proposals,
    texts,
    redone: await redoneFor(db, exchange),
    languages: await languagesIn(db, exchange),
    required: notice.languages,
  });
}

type Deciding = {
  action: 'accept' | 'depart' | 'return';
  reason: string;
  decisions: Proposal[];
  proof: Proof;
  exchange: ReportExchange;
};

/** What the appointing authority decides on a submitted report. */
export async function decideOn(db: Db, report: Report, { action, reason, decisions, proof, exchange }: Deciding) {
  const { request, context, vacancy } = exchange;
  const { order } = await meritFor(db, exchange);
  const { accountId } = actorOf(request);
  const { able, recused, tookPart } = await authorityOn(db, vacancy.reference, report.proposals);
  const named = [...able, ...tookPart, ...recused.map(({ member }) => member)];
  // Their task may have ended since they asked.
  if (!named.some((member) => member.accountId === accountId)) return 'meanwhile' as const;
  const decided = decide({
    status: report.status,
    action,
    reason,
    by: accountId,
    tookPart: await whoTookPart(db, vacancy.reference),
    belowQuorum: belowQuorum(
      await quorumOn(db, report, { reference: vacancy.reference, rules: context.organisation.panel }),
    ),
    recusedFrom: recused.find(({ member }) => member.accountId === accountId)?.candidates ?? [],
    decisions,
    proposals: report.proposals,
    order,
    posts: postsOf(vacancy.notice),
    reasons: context.organisation.selection.reasons.map(({ code }) => code),
    settled: await settledFor(db, exchange),
    belowLevel: belowLevel(await languagesIn(db, exchange)),
  });
  if (!decided.ok) return decided.refusal;
  const status = ({ accept: 'accepted', depart: 'departed', return: 'returned' } as const)[action];
  const written = await recordDecision(db, report, {
    decided: { ...decided.value, status },
    reason: reason.trim(),
    proof,
    ...by(exchange),
  });
  return written ? undefined : ('meanwhile' as const);
}

/** What keeps a reader from judging candidates. */
export async function recusalsOf({ request, context, vacancy }: ReportExchange): Promise<Conflict[]> {
  const { accountId } = actorOf(request);
  const conflicts = await conflictsIn(context.db, vacancy.reference);
  return conflicts.filter((one) => one.accountId === accountId && !one.cleared);
}

/** Whom a reader is recused from, by number: of what others judged of these, the report shows them nothing, whatever its state. */
export const notShownTo = async (exchange: ReportExchange): Promise<NotShown> =>
  new Set((await recusalsOf(exchange)).map(({ candidate }) => candidate));
