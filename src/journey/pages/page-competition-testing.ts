import { insertAccount } from '../../people/people-testing.ts';
import type { ServedApp } from '../journey-app-testing.ts';

type Making = { app: ServedApp; found: Record<string, string> };

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
