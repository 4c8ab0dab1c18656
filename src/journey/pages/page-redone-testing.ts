import { createHash } from 'node:crypto';
import { enterReceipts } from '../../applications/receipt-log/receipt-log-tasks.ts';
import { insertClosedVacancy } from '../../applications/stages/selection-testing.ts';
import { canonicalJson } from '../../platform/canonical-json.ts';
import { insertInvited } from '../../selection/invitations/invitations-testing.ts';
import type { ServedApp } from '../journey-app-testing.ts';

type Making = { app: ServedApp; found: Record<string, string> };
type People = { candidateId: string; officerId: string };

const REFERENCE = '260408';
const CODE = 'written-test';
const ITEM = {
  key: 'teamwork',
  kind: 'competency',
  text: { en: 'Teamwork: Cooperates', fr: 'Travail en équipe : coopère' },
  question: { en: 'When did you work with people who disagreed?', fr: 'Quand avez-vous travaillé en désaccord ?' },
  weight: 1,
};
const LETTER = {
  subject: { en: 'Your application', fr: 'Votre candidature' },
  body: { en: 'Your application was not retained.', fr: 'Votre candidature n’a pas été retenue.' },
};

/** Competition 260408: decided and told; then a review opened its written test again for the one who had asked. */
export async function makeRedone({ app, found }: Making, { candidateId, officerId }: People): Promise<void> {
  const { db, now } = app;
  const stageId = (found['redoneStage'] = await makeTest(app));
  const invited = { reference: REFERENCE, stage: CODE, accountId: candidateId };
  const { applicationId, number } = await insertInvited(app.context, invited);
  await enterReceipts(app.context);
  found['redoneFor'] = number;
  const reason = app.context.organisation.selection.reasons.find(({ code }) => code === 'comparison');
  const told = JSON.stringify(reason?.told ?? {});
  const step = { applicationId, actorId: officerId, dueOn: null, stage: null, told };
  await db
    .insertInto('applicationStages')
    .values({ ...step, number: 3, position: 'not-retained', enteredAt: now, reason: 'comparison' })
    .execute();
  const message = { applicationId, sender: 'staff', authorId: officerId, sentAt: now, replies: false, readAt: now };
  const [subject, body] = [JSON.stringify(LETTER.subject), JSON.stringify(LETTER.body)];
  await db
    .insertInto('messages')
    .values({ ...message, subject, body })
    .execute();
  const report = await makeDecided(app, { applicationId, number, officerId });
  const asked = { applicationId, decisionNumber: 3, kind: 'review', words: 'Another’s paper was read.', isLate: false };
  const named = { reviewerId: officerId, reviewerName: 'Olga Ost', assignedAt: now, assignedBy: officerId };
  const decided = { status: 'redone', redoFrom: CODE, redoReach: 'step', decidedAt: now, outcomeReason: 'It was.' };
  const { id: reviewId } = await db
    .insertInto('reviewRequests')
    .values({ ...asked, ...named, ...decided, ...report, askedAt: now, answerBy: '2027-01-21' })
    .returning('id')
    .executeTakeFirstOrThrow();
  found['redone'] = reviewId;
  await db.insertInto('voidedScores').values({ reviewId, stageId }).execute();
  await db
    .insertInto('redoneStages')
    .values({ reviewId, stageId, opensAt: null, closesAt: null, windowSetBy: null })
    .execute();
}

/** The stage, closed, with its test. */
async function makeTest({ db, now, context }: ServedApp): Promise<string> {
  await insertClosedVacancy(db, REFERENCE);
  const scored = { assessedBy: 'panel', weight: 40, passMark: 50, items: JSON.stringify([ITEM]) };
  const closed = {
    status: 'closed',
    openedAt: now,
    closedAt: now,
    scale: JSON.stringify(context.organisation.scoring.scale),
  };
  const { id: stageId } = await db
    .insertInto('selectionStages')
    .values({ vacancyReference: REFERENCE, number: 1, code: CODE, fromOn: '2026-11-16', ...scored, ...closed })
    .returning('id')
    .executeTakeFirstOrThrow();
  const times = { opensAt: new Date('2026-11-16T08:00:00Z'), closesAt: new Date('2026-11-20T17:00:00Z') };
  const questions = JSON.stringify([{ key: ITEM.key, question: ITEM.question }]);
  await db
    .insertInto('writtenTests')
    .values({ stageId, minutes: 60, maxCharacters: 3000, questions, ...times })
    .execute();
  return stageId;
}

type Decided = { applicationId: string; number: string; officerId: string };

/** The report on all, accepted and told, as a case refers to it. */
async function makeDecided({ db, now }: ServedApp, { applicationId, number, officerId }: Decided) {
  const items = [{ key: ITEM.key, points: 2, highest: 5 }];
  const stages = [{ stage: CODE, score: '40', passed: false, items }];
  const content = canonicalJson({
    stages: [{ stage: CODE, items: [{ key: ITEM.key, text: ITEM.text }] }],
    order: [],
    texts: {},
    belowPassMark: [{ candidate: { number, name: 'Ada Marin' }, failed: CODE, stages }],
  });
  const reportSha256 = createHash('sha256').update(content).digest();
  const decision = { candidate: applicationId, number, outcome: 'not-retained', reason: 'comparison', why: '' };
  const decided = { decidedAt: now, decidedBy: officerId, decidedByName: 'Olga Ost', decidedMeans: 'password' };
  const { id: reportId } = await db
    .insertInto('selectionReports')
    .values({
      vacancyReference: REFERENCE,
      number: 1,
      status: 'accepted',
      proposals: JSON.stringify([decision]),
      content,
      contentSha256: reportSha256,
      decisions: JSON.stringify([decision]),
      releasedAt: now,
      releasedBy: officerId,
      createdAt: now,
      ...decided,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { reportId, reportSha256 };
}
