import { newsMail } from '../../applications/stages/news-mail.ts';
import { lockCandidates, recordSteps, type Taken } from '../../applications/stages/stage-queries.ts';
import { positionOf, takeStep, type StageAction } from '../../applications/stages/stage-state.ts';
import { recordMessages } from '../../applications/messages/message-queries.ts';
import { actorOf } from '../../people/guard.ts';
import { queueMails } from '../../platform/mail.ts';
import type { Language } from '../../platform/language.ts';
import type { Schema } from '../../schema.ts';
import { civilDayIn, formatDate } from '../../site/dates.ts';
import type { Transaction } from 'kysely';
import { byLetter, letterFor } from './letters.ts';
import type { ReportExchange } from './report-decisions-queries.ts';
import { recordRelease, type Report } from './report-queries.ts';
import { UNTIL } from './report-texts.ts';
import type { Outcome, ReportRefusal } from './report.ts';

const ACTIONS: Record<Outcome, StageAction> = {
  selected: 'select',
  'reserve-listed': 'reserve',
  'not-retained': 'not-retain',
};

/**
 * Tells everybody what was decided about them: their application takes its step, the letter of their outcome is written to
 * them, and a mail says that there is one. All of it, or nothing; who has withdrawn is told nothing.
 */
export async function releaseDecisions(
  transaction: Transaction<Schema>,
  report: Report,
  { request, context, vacancy }: ReportExchange,
): Promise<ReportRefusal | 'meanwhile' | undefined> {
  const actor = actorOf(request);
  const at = context.clock();
  const { reference } = vacancy;
  const decisions = report.decided?.decisions;
  if (!decisions || report.releasedAt) return { kind: 'already-released' };
  const numbers = decisions.map(({ number }) => number);
  const candidates = (await lockCandidates(transaction, actor, { reference, position: 'any', numbers })) ?? [];
  const taken: Taken[] = [];
  for (const { number, outcome, reason } of decisions) {
    const candidate = candidates.find((one) => one.number === number);
    if (!candidate || outcome === null) continue;
    const step = { action: ACTIONS[outcome], stage: '', reason, dueOn: null, note: {} };
    const { selection } = context.organisation;
    const entry = takeStep(candidate, step, { vacancy, selection, by: actor.accountId, at });
    if (entry.ok) taken.push({ candidate, action: step.action, entry: entry.value });
    // Who stands there already was told on an earlier day.
    else if (positionOf(candidate.entries) !== outcome) return { kind: 'stands-elsewhere', number };
  }
  if (!(await recordRelease(transaction, report, { reference, actor, at }))) return 'meanwhile';
  await recordSteps(transaction, actor, taken);
  const told = taken.map(({ candidate }) => candidate);
  for (const same of byLetter(decisions).values()) {
    const [first] = same;
    const to = told.filter(({ number }) => same.some((one) => one.number === number));
    if (!first?.outcome || to.length === 0) continue;
    const { outcome, reason } = first;
    const text = { ...letterFor({ outcome, reason }, letterFacts(report, { context, vacancy })), replies: false };
    await recordMessages(transaction, { candidates: to, text, actor }, at);
  }
  const mails = told.map((person) => newsMail(person, 'message', context.config.PUBLIC_URL));
  await queueMails(transaction, mails, at);
  return undefined;
}

const letterFacts = (report: Report, { context, vacancy }: Pick<ReportExchange, 'context' | 'vacancy'>) => ({
  organisation: context.organisation,
  reference: vacancy.reference,
  title: vacancy.notice.title,
  decidedOn: civilDayIn(report.decided?.at ?? context.clock(), vacancy.deadlineZone),
  until: (day: string | null, language: Language) =>
    day === null ? UNTIL[language].open : UNTIL[language].day(formatDate(day, language)),
});
