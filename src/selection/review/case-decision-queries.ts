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
import { stageName } from '../plan/stage-name.tsx';
import { scoredStages } from './record-queries.ts';
import {
  findReview,
  involvedIn,
  lockCandidate,
  recordOutcome,
  type CaseAddress,
  type Review,
} from './review-queries.ts';
import { REVIEW_LETTERS, REVIEW_TEXTS } from './review-texts.ts';
import { decideReview, FROM_SCREENING, voidedBy, type Decided, type ReviewRefusal } from './review.ts';

type Place = { context: Context; vacancy: Vacancy };
type Deciding = {
  ending: string;
  reason: string;
  from: string;
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
  const found = await findReview(db, address);
  if (!found) return 'gone';
  const candidate = await lockCandidate(db, found.applicationId);
  const { selection } = context.organisation;
  const invited = selection.stages.filter(({ invitation }) => invitation).map(({ code }) => code);
  const { status, kind, reviewerId } = found;
  const involved = await involvedIn(db, found);
  const by = actor.accountId;
  const decided = decideReview({ ...form, status, kind, stages: invited, by, involved, reviewer: reviewerId });
  if (!decided.ok) return decided.refusal;
  const { redoFrom } = decided.value;
  const taken = redoFrom === null ? [] : sentBack(found, candidate, { redoFrom, vacancy, selection, by, at });
  if (!taken) return { kind: 'not-decided' };
  const scored = redoFrom === null ? [] : await scoredStages(db, found.applicationId);
  const codes =
    redoFrom === null
      ? []
      : voidedBy(
          redoFrom,
          scored.map(({ code }) => code),
          invited,
        );
  const voided = scored.filter(({ code }) => codes.includes(code));
  const held = { ...found, version };
  if (!(await recordOutcome(db, held, { decided: decided.value, voided, actor, at }))) return 'meanwhile';
  await recordSteps(db, actor, taken);
  await tell(db, { context, candidate, decided: decided.value }, { actor, at });
  return undefined;
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
  const { redoFrom } = decided;
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
