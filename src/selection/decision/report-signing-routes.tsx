import type { Transaction } from 'kysely';
import { conflictsIn } from '../../competition/conflict-queries.ts';
import { recordDetections } from '../../competition/detection-queries.ts';
import { membersOf } from '../../competition/member-queries.ts';
import type { Member } from '../../competition/member.ts';
import { onPanel } from '../../competition/panel.ts';
import { findAccount } from '../../people/account-queries.ts';
import { actorOf } from '../../people/guard.ts';
import { stepUp, type SteppedUp } from '../../people/step-up/step-up-hooks.ts';
import type { Db, Schema } from '../../schema.ts';
import { screenedBefore } from '../../screening/earlier-judgement-queries.ts';
import { releaseDecisions } from './release-queries.ts';
import { decideOn, notShownTo, type ReportExchange as Exchange } from './report-decisions-queries.ts';
import { by, change, readForm, reportsAt, show } from './report-exchange-routes.tsx';
import { recordSignature, recordSubmission, signaturesOf, type Report } from './report-queries.ts';
import { quorumOn } from './report-quorum-queries.ts';
import { belowQuorum } from './report-quorum.ts';
import { REPORT_TEXTS } from './report-texts.ts';
import { sign, submitReport } from './report.ts';

/** Asks who signs or decides to show once more who they are; what they show is bound to the content as it is. */
async function shownBy(exchange: Exchange): Promise<SteppedUp> {
  const { request, context } = exchange;
  const account = await findAccount(context.db, actorOf(request).accountId);
  if (!account) throw new Error('Somebody is signed in to an account that is not there.');
  const [latest] = await reportsAt(context.db, exchange);
  return stepUp(exchange, account, { strict: true, bound: latest?.sha256 ?? '' });
}

/** The panel or, for a report on one candidate, those of it who are not recused from them. */
async function signersOf(db: Db, { vacancy: { reference }, redo }: Exchange): Promise<Member[]> {
  const panel = onPanel(await membersOf(db, reference));
  const bars = redo ? await conflictsIn(db, reference) : [];
  const isBarred = ({ accountId }: Member) =>
    bars.some((bar) => bar.accountId === accountId && bar.candidate === redo?.number && !bar.cleared);
  return panel.filter((member) => !isBarred(member));
}

export async function signOne(exchange: Exchange) {
  const { request, context } = exchange;
  const { form } = readForm(request, []);
  const shown = await shownBy(exchange);
  if (shown.kind === 'refused') return show(exchange, { form, ...shown.problem });
  if (shown.kind === 'elsewhere') return exchange.reply.redirect(shown.address, 303);
  const { proof } = shown;
  const actor = actorOf(request);
  const panel = await signersOf(context.db, exchange);
  const own = panel.find(({ accountId }) => accountId === actor.accountId);
  const then = async (db: Transaction<Schema>, report: Report) => {
    const ids = panel.map(({ accountId }) => accountId);
    const signatures = await signaturesOf(db, report.id);
    const signed = sign({ status: report.status, by: actor.accountId, panel: ids, signatures });
    if (!signed.ok) return signed.refusal;
    // What they read is what they sign, though it went back to the draft meanwhile and was frozen anew.
    if (form['sha256'] !== report.sha256) return 'meanwhile';
    const { name = actor.name, role = '' } = own ?? {};
    await recordSignature(db, report, { name, role, dissent: form['dissent'] ?? '', proof, ...by(exchange) });
    return undefined;
  };
  return change(exchange, then, { done: 'signed', form });
}

export const submitOne = (exchange: Exchange) =>
  change(
    exchange,
    async (db, report) => {
      const panel = await signersOf(db, exchange);
      const signatures = await signaturesOf(db, report.id);
      const submitting = { status: report.status, panel, signatures };
      const signed = submitReport({ ...submitting, belowQuorum: [] });
      if (!signed.ok) return signed.refusal;
      const { context, vacancy } = exchange;
      const { reference } = vacancy;
      const { panel: rules } = context.organisation;
      // Who decides may have been named before these candidates applied, and signs no list. What is found stays, submitted or not.
      await recordDetections(db, { reference, panel: rules, at: context.clock(), earlier: screenedBefore });
      const standings = await quorumOn(db, report, { reference, rules });
      const moved = submitReport({ ...submitting, belowQuorum: belowQuorum(standings) });
      if (!moved.ok) return moved.refusal;
      return (await recordSubmission(db, report, by(exchange))) ? undefined : 'meanwhile';
    },
    { done: 'submitted' },
  );

export async function decideOne(exchange: Exchange) {
  const { request, context } = exchange;
  const [latest] = await reportsAt(context.db, exchange);
  const { form, proposals } = readForm(request, latest?.proposals ?? [], await notShownTo(exchange));
  const action = (['accept', 'depart', 'return'] as const).find((known) => known === form['action']);
  const message = REPORT_TEXTS[request.language].actionMissing;
  if (!action) return show(exchange, { form, errors: [{ field: 'action', message }] });
  const shown = await shownBy(exchange);
  if (shown.kind === 'refused') return show(exchange, { form, ...shown.problem });
  if (shown.kind === 'elsewhere') return exchange.reply.redirect(shown.address, 303);
  const { proof } = shown;
  const then = (db: Transaction<Schema>, report: Report) => {
    const reason = form['decision-reason'] ?? '';
    const held = { ...report, version: Number(form['version']) };
    return decideOn(db, held, { action, reason, decisions: proposals, proof, exchange });
  };
  return change(exchange, then, { done: 'decided', form });
}

export const release = (exchange: Exchange) =>
  change(exchange, (db, report) => releaseDecisions(db, report, exchange), { done: 'released' });
