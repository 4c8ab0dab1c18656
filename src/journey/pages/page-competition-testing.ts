import { createHash } from 'node:crypto';
import { insertAccount } from '../../people/people-testing.ts';
import type { ServedApp } from '../journey-app-testing.ts';

type Making = { app: ServedApp; found: Record<string, string> };

const STAGE = '00000000-0000-4000-8000-0000000000a1';

/** The people of competition 260401: a panel that lacks a member, the officer as its chair, and a conflict of interest. */
export async function makeCompetition({ app: { db, now }, found }: Making, officerId: string): Promise<void> {
  const member = await insertAccount(db, { name: 'Ove Lind', email: 'ove@people.example', roles: ['staff-member'] });
  const person = { vacancyReference: '260401', addedAt: now, addedBy: officerId };
  const rows = [
    { ...person, accountId: officerId, name: 'Olga Ost', role: 'panel-chair', grade: 'G17', unit: 'Human Resources' },
    { ...person, accountId: member.id, name: member.name, role: 'panel-member', grade: 'G8', gender: 'man' },
  ];
  const [, second] = await db.insertInto('competitionMembers').values(rows).returning('id').execute();
  found['member'] = second?.id ?? '';
  const { id: applicationId } = await db
    .selectFrom('applications')
    .select('id')
    .where('number', '=', found['invited'] ?? '')
    .executeTakeFirstOrThrow();
  const { id } = await db
    .insertInto('conflictsOfInterest')
    .values({
      vacancyReference: '260401',
      accountId: member.id,
      applicationId,
      kind: 'same-employer',
      foundBy: 'detected',
      reason: 'River Authority',
      foundAt: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  found['conflict'] = id;
  await makeReview({ db, now }, found, officerId);
}

/** Somebody not retained who asks for a review, which the officer is named for, and agrees to be considered for similar posts. */
async function makeReview({ db, now }: Pick<ServedApp, 'db' | 'now'>, found: Making['found'], officerId: string) {
  const { id: applicationId } = await db
    .selectFrom('applications')
    .select('id')
    .where('number', '=', found['refused'] ?? '')
    .executeTakeFirstOrThrow();
  const asked = {
    applicationId,
    decisionNumber: 2,
    reportId: null,
    reportSha256: null,
    kind: 'review',
    words: 'My gauging campaign of 2019 was overlooked.',
    isLate: false,
    askedAt: now,
    answerBy: '2027-01-21',
  };
  const named = { status: 'assigned', reviewerId: officerId, reviewerName: 'Olga Ost', assignedAt: now };
  const { id } = await db
    .insertInto('reviewRequests')
    .values({ ...asked, ...named, assignedBy: officerId })
    .returning('id')
    .executeTakeFirstOrThrow();
  found['review'] = id;
  await db.insertInto('similarPostConsents').values({ applicationId, agreedAt: now }).execute();
}

const ITEM = {
  key: 'teamwork',
  kind: 'competency',
  text: { en: 'Teamwork: Cooperates', fr: 'Travail en équipe : coopère' },
  question: { en: 'When did you work with people who disagreed?', fr: 'Quand avez-vous travaillé en désaccord ?' },
  weight: 1,
};

/** A stage of it that is open, scored by the officer and agreed on, one that is planned, and the draft of a report. */
export async function makeSelection({ app, found }: Making, officerId: string): Promise<void> {
  const { db, now, context } = app;
  const number = found['invited'] ?? '';
  const { id } = await db
    .selectFrom('applications')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  const stage = { vacancyReference: '260401', assessedBy: 'panel', weight: 40, passMark: 50 };
  const scale = JSON.stringify(context.organisation.scoring.scale);
  const open = { id: STAGE, code: 'written-test', number: 1, items: JSON.stringify([ITEM]) };
  await db
    .insertInto('selectionStages')
    .values({ ...stage, ...open, fromOn: '2027-02-03', status: 'open', scale, openedAt: now })
    .execute();
  found['stage'] = STAGE;
  await db
    .insertInto('writtenTests')
    .values({
      stageId: STAGE,
      minutes: 60,
      opensAt: new Date('2026-11-22T08:00:00Z'),
      closesAt: new Date('2026-11-27T17:00:00Z'),
      maxCharacters: 3000,
      questions: JSON.stringify([{ key: ITEM.key, question: ITEM.question }]),
    })
    .execute();
  const planned = { ...stage, code: 'panel-interview', number: 2 };
  const { id: next } = await db.insertInto('selectionStages').values(planned).returning('id').executeTakeFirstOrThrow();
  found['planned'] = next;
  const text = context.organisation.panel.declaration.text;
  const textSha256 = createHash('sha256').update(JSON.stringify(text)).digest();
  const declaration = { vacancyReference: '260401', accountId: officerId, candidates: [number], textSha256 };
  await db
    .insertInto('competitionDeclarations')
    .values({ ...declaration, signedAt: now })
    .execute();
  const scores = JSON.stringify({ teamwork: { points: 4, note: 'Named two campaigns.' } });
  const about = { stageId: STAGE, applicationId: id, scores };
  await db
    .insertInto('consensusSheets')
    .values({ ...about, members: [officerId], recordedBy: officerId, recordedAt: now })
    .execute();
  const proposal = { candidate: id, number, outcome: null, reason: '', why: '' };
  await db
    .insertInto('selectionReports')
    .values({ vacancyReference: '260401', number: 1, proposals: JSON.stringify([proposal]), createdAt: now })
    .execute();
}

/** Puts the paper of the one who is invited there as it is wanted: none, under way for an hour yet, or handed in. */
export const paperIs =
  (wanted: 'none' | 'under-way' | 'handed-in') =>
  async ({ app: { db, now }, found }: Making): Promise<void> => {
    await db.deleteFrom('writtenPapers').where('stageId', '=', STAGE).execute();
    if (wanted === 'none') return;
    const { id: applicationId } = await db
      .selectFrom('applications')
      .select('id')
      .where('number', '=', found['invited'] ?? '')
      .executeTakeFirstOrThrow();
    const endsAt = new Date(now.getTime() + 3_630_000);
    const texts = JSON.stringify({ teamwork: 'In 2024 we gauged two rivers together.' });
    const handedInAt = wanted === 'handed-in' ? now : null;
    const paper = { begunAt: now, endsAt, texts, savedAt: now, handedInAt };
    await db
      .insertInto('writtenPapers')
      .values({ stageId: STAGE, applicationId, ...paper })
      .execute();
  };
