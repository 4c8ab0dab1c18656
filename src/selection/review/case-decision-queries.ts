import type { Transaction } from 'kysely';
import { recordMessages } from '../../applications/messages/message-queries.ts';
import { newsMail } from '../../applications/stages/news-mail.ts';
import { recordSteps, type Candidate, type Taken } from '../../applications/stages/stage-queries.ts';
import { lastStep, takeStep, type StageStep } from '../../applications/stages/stage-state.ts';
import type { Actor } from '../../people/actor.ts';
import type { Context } from '../../people/context.ts';
import { queueMail } from '../../platform/mail.ts';
import type { Schema } from '../../schema.ts';
import type { Vacancy } from '../../vacancies/vacancy.ts';
import { lockPlan, planOf } from '../plan/plan-queries.ts';
import { stageName } from '../plan/stage-name.tsx';
import type { PlannedStage } from '../plan/stage-plan.ts';
import { hasReportUnderWay, openAgain, screenAgain, stagesWithResults } from '../redo/redo-queries.ts';
import { tellAssessors } from '../redo/redo-telling-queries.ts';
import { redoableFrom, stagesRedone } from '../redo/redo.ts';
import {
  findReview,
  involvedIn,
  lockCandidate,
  recordOutcome,
  type CaseAddress,
  type Review,
} from './review-queries.ts';
import { REVIEW_LETTERS, REVIEW_TEXTS } from './review-texts.ts';
import { decideReview, FROM_SCREENING, type Decided, type Redone, type ReviewRefusal } from './review.ts';

type Place = { context: Context; vacancy: Vacancy };
type Deciding = {
  ending: string;
  reason: string;
  from: string;
  reach: string;
  address: CaseAddress;
  version: number;
  actor: Actor;
  at: Date;
};

/** Decides on a case: its outcome, the steps of what is re-done, the letter and its mail; all of it, or nothing. */
export async function decideCase(
  db: Transaction<Schema>,
  { context, vacancy }: Place,
  { address, version, actor, at, ...form }: Deciding,
): Promise<ReviewRefusal | 'gone' | 'meanwhile' | undefined> {
  await lockPlan(db, vacancy.reference);
  const found = await findReview(db, address);
  if (!found) return 'gone';
  const candidate = await lockCandidate(db, found.applicationId);
  const { selection } = context.organisation;
  const invited = selection.stages.filter(({ invitation }) => invitation).map(({ code }) => code);
  const stages = redoableFrom(selection, await planOf(db, vacancy.reference));
  const { status, kind, reviewerId } = found;
  const involved = await involvedIn(db, found);
  const by = actor.accountId;
  const decided = decideReview({ ...form, status, kind, stages, by, involved, reviewer: reviewerId });
  if (!decided.ok) return decided.refusal;
  const { redo } = decided.value;
  if (redo && (await hasReportUnderWay(db, found.applicationId))) return { kind: 'report-under-way' };
  const taken = redo ? sentBack(found, candidate, { redoFrom: redo.from, vacancy, selection, by, at }) : [];
  if (!taken) return { kind: 'not-decided' };
  const opened = redo ? await stagesOpened(db, found, { ...redo, order: invited }) : { stages: [], voided: [] };
  const held = { ...found, version };
  const { voided } = opened;
  if (!(await recordOutcome(db, held, { decided: decided.value, voided, actor, at }))) return 'meanwhile';
  if (redo) await reopen(db, found, { config: context.config, from: redo.from, stages: opened.stages, by, at });
  await recordSteps(db, actor, taken);
  await tell(db, { context, candidate, decided: decided.value }, { actor, at });
  return undefined;
}

type Reopening = { config: Context['config']; from: string; stages: readonly PlannedStage[]; by: string; at: Date };

/** Opens again what is re-done for the candidate of a case, and tells those who assess it anew. */
async function reopen(db: Transaction<Schema>, review: Review, { config, from, stages, by, at }: Reopening) {
  const { reference, applicationId } = review;
  const key = { reviewId: review.id, applicationId, at };
  await openAgain(db, { ...key, stages: stages.map(({ id }) => id) });
  const screeners = from === FROM_SCREENING ? await screenAgain(db, { ...key, by }) : undefined;
  await tellAssessors(db, { reference, applicationId, stages, screeners }, { config, at });
}

/** The stages that are opened again for the candidate of a case, and those among them whose results are void from now on. */
async function stagesOpened(db: Transaction<Schema>, review: Review, redo: Redone & { order: readonly string[] }) {
  const results = await stagesWithResults(db, review.applicationId);
  const found = results.map(({ id }) => id);
  const stages = stagesRedone({ ...redo, planned: await planOf(db, review.reference), found });
  return { stages, voided: stages.filter(({ id }) => found.includes(id)) };
}

type Back = Parameters<typeof takeStep>[2] & { redoFrom: string };

/**
 * The steps of a candidate who goes back, alone: into the review, and from there to the stage that is re-done. Undefined where
 * somebody took another step after the one that was asked about, or the application was withdrawn.
 */
function sentBack(review: Review, candidate: Candidate, { redoFrom, ...by }: Back): Taken[] | undefined {
  if (lastStep(candidate.entries) !== review.decisionNumber) return undefined;
  const step = (action: StageStep['action'], stage = ''): StageStep => ({
    action,
    stage,
    reason: '',
    dueOn: null,
    note: {},
  });
  const steps = [step('reconsider'), ...(redoFrom === FROM_SCREENING ? [] : [step('invite', redoFrom)])];
  const taken: Taken[] = [];
  let stands = candidate;
  for (const each of steps) {
    const entry = takeStep(stands, each, by);
    if (!entry.ok) return undefined;
    taken.push({ candidate: stands, action: each.action, entry: entry.value });
    stands = { ...stands, entries: [...stands.entries, entry.value] };
  }
  return taken;
}

type Told = { context: Context; candidate: Candidate; decided: Decided };

/** Writes the outcome and its reason to the candidate, in their language; a mail says only that there is a message. */
async function tell(
  db: Transaction<Schema>,
  { context, candidate, decided }: Told,
  { actor, at }: Pick<Deciding, 'actor' | 'at'>,
): Promise<void> {
  const { language } = candidate;
  const { subject, body } = REVIEW_LETTERS[decided.ending];
  const redoFrom = decided.redo?.from;
  const named = redoFrom === FROM_SCREENING ? REVIEW_TEXTS[language].screening : '';
  const stage = named || stageName(redoFrom ?? '', context.organisation, language);
  const text = {
    subject: { [language]: subject[language] },
    body: { [language]: `${body[language].replace('[stage]', stage)}\n\n${decided.reason}` },
    replies: false,
  };
  await recordMessages(db, { candidates: [candidate], text, actor }, at);
  await queueMail(db, newsMail(candidate, 'message', context.config.PUBLIC_URL), at);
}
