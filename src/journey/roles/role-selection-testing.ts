import { createHash } from 'node:crypto';
import { hashSecret } from '../../people/session.ts';
import { reportContent } from '../../selection/decision/report-content.ts';
import type { Proposal } from '../../selection/decision/report.ts';
import { meritOf } from '../../selection/merit/merit-queries.ts';
import { planOf } from '../../selection/plan/plan-queries.ts';
import { referenceToken } from '../../selection/references/reference.ts';
import { membersOf } from '../../competition/member-queries.ts';
import { conflictsIn } from '../../competition/conflict-queries.ts';
import { AT, wordFor, type Making, type Part } from './role-competition-testing.ts';

const hours = (count: number) => new Date(AT.getTime() + count * 3_600_000);
const ITEM = {
  key: 'teamwork',
  kind: 'competency',
  text: { en: 'Teamwork: cooperates', fr: 'Travail en équipe : coopère' },
  question: { en: 'When did you disagree?', fr: 'Quand avez-vous été en désaccord ?' },
  weight: 1,
};

const REVIEW = { position: 'under-review' };
const TOLD = JSON.stringify({ en: 'Others had led more campaigns.', fr: 'D’autres avaient mené plus de campagnes.' });
const CALLED = [
  REVIEW,
  ...['written-test', 'panel-interview', 'reference-check'].map((stage) => ({ position: 'invited', stage })),
];
const STEPS: Record<Part, { position: string; stage?: string; reason?: string; told?: string }[]> = {
  agreed: CALLED,
  'half-scored': CALLED,
  barred: CALLED,
  reviewed: [REVIEW, { position: 'not-retained', reason: 'comparison', told: TOLD }],
  differing: [],
  'half-screened': [],
};

export type Stages = { test: string; interview: string; checks: string; planned: string };

/** A test, an interview and references under way, and a stage that is planned; three have been invited, one was not retained. */
export async function makeStages({ app, reference, staff, candidates }: Making): Promise<Stages> {
  const { db, context } = app;
  const open = { status: 'open', scale: JSON.stringify(context.organisation.scoring.scale), openedAt: AT };
  const scored = { ...open, assessedBy: 'panel', weight: 50, passMark: null, items: JSON.stringify([ITEM]) };
  const planned = { assessedBy: 'panel', weight: 50, passMark: null, items: JSON.stringify([ITEM]) };
  const stages = [
    { ...scored, code: 'written-test' },
    { ...scored, code: 'panel-interview' },
    { ...open, code: 'reference-check', assessedBy: 'nobody', weight: 0, passMark: null },
    { ...planned, code: 'video-interview' },
  ];
  const ids: string[] = [];
  for (const [at, stage] of stages.entries()) {
    const row = { ...stage, vacancyReference: reference, number: at + 1 };
    ids.push((await db.insertInto('selectionStages').values(row).returning('id').executeTakeFirstOrThrow()).id);
  }
  for (const { applicationId, part } of Object.values(candidates)) {
    const steps = STEPS[part].map((step, at) => ({
      dueOn: null,
      reason: null,
      told: null,
      stage: null,
      ...step,
      applicationId,
      actorId: staff.manager.accountId,
      enteredAt: AT,
      number: at + 1,
    }));
    if (steps.length > 0) await db.insertInto('applicationStages').values(steps).execute();
  }
  const [test = '', interview = '', checks = '', last = ''] = ids;
  return { test, interview, checks, planned: last };
}

/** All who may have judged two; of the third the chair has signed, and nobody else. */
export async function makeScores(making: Making, { test, interview }: Stages): Promise<void> {
  const { app, staff, candidates } = making;
  const sheet = (who: 'chair' | 'member' | 'recused' | 'acting', part: Part, signedAt: Date | null = AT) => ({
    stageId: interview,
    applicationId: candidates[part].applicationId,
    accountId: staff[who].accountId,
    scores: JSON.stringify({ teamwork: { points: 4, note: wordFor(`${who}note`, making, part) } }),
    updatedAt: AT,
    signedAt,
  });
  await app.db
    .insertInto('scoreSheets')
    .values([
      ...(['chair', 'member', 'recused', 'acting'] as const).map((who) => sheet(who, 'agreed')),
      ...(['chair', 'member', 'acting'] as const).map((who) => sheet(who, 'barred')),
      sheet('chair', 'half-scored'),
      sheet('member', 'half-scored', null),
    ])
    .execute();
  const agreed = [test, interview].flatMap((stageId) =>
    (['agreed', 'barred'] as const).map((part) => ({
      stageId,
      applicationId: candidates[part].applicationId,
      scores: JSON.stringify({ teamwork: { points: 4, note: wordFor('agreednote', making, part) } }),
      members: [staff.chair.accountId, staff.member.accountId, staff.acting.accountId],
      recordedBy: staff.chair.accountId,
      recordedAt: AT,
    })),
  );
  await app.db.insertInto('consensusSheets').values(agreed).execute();
}

/** A test in the product, with two papers handed in, and times of an interview that somebody asks to change. */
export async function makeMeetings(making: Making, { test, interview }: Stages): Promise<string> {
  const { app, staff, candidates } = making;
  const { db } = app;
  const questions = JSON.stringify([{ key: ITEM.key, question: ITEM.question }]);
  const settings = { minutes: 60, opensAt: hours(-9), closesAt: hours(99), maxCharacters: 3000, questions };
  await db
    .insertInto('writtenTests')
    .values({ stageId: test, ...settings })
    .execute();
  const papers = (['agreed', 'barred'] as const).map((part) => ({
    stageId: test,
    applicationId: candidates[part].applicationId,
    begunAt: hours(-5),
    endsAt: hours(-4),
    texts: JSON.stringify({ teamwork: wordFor('paper', making, part) }),
    savedAt: hours(-4),
    handedInAt: hours(-4),
  }));
  await db.insertInto('writtenPapers').values(papers).execute();
  const offered = { offeredAt: AT, offeredBy: staff.secretary.accountId };
  const choice = { zone: 'Europe/Brussels', chooseBy: hours(96), changeBy: hours(120) };
  await db
    .insertInto('stageSchedules')
    .values({ stageId: interview, kind: 'slots', ...choice, ...offered })
    .execute();
  const place = JSON.stringify({ en: 'Room 7', fr: 'Salle 7' });
  const slot = { stageId: interview, minutes: 45, capacity: 1, place, link: 'https://meet.example.int/7' };
  const slots = await db
    .insertInto('stageSlots')
    .values([240, 241, 264].map((after) => ({ ...slot, startsAt: hours(after) })))
    .returning('id')
    .execute();
  const came = (part: Part, at: number, request: string | null) => ({
    stageId: interview,
    applicationId: candidates[part].applicationId,
    slotId: slots[at]?.id ?? null,
    reply: 'confirmed',
    repliedAt: AT,
    request,
    requestedAt: request === null ? null : AT,
  });
  await db
    .insertInto('stageAttendances')
    .values([came('barred', 0, null), came('agreed', 1, wordFor('request', making, 'agreed'))])
    .execute();
  return slots[2]?.id ?? '';
}

/** References that were given, and one that is asked for: answers the link of its referee. */
export async function makeReferences(
  making: Making,
  { checks }: Stages,
): Promise<{ referee: string[]; token: string }> {
  const { app, candidates } = making;
  const asked = {
    relation: 'Head of unit',
    language: 'en',
    namedAt: AT,
    consentedAt: AT,
    askedAt: AT,
    stageId: checks,
  };
  const referee = (part: Part) => ({
    ...asked,
    applicationId: candidates[part].applicationId,
    name: wordFor('refereename', making, part),
    email: `${wordFor('refereename', making, part)}@river.example`,
  });
  const given = (part: Part) => ({
    ...referee(part),
    status: 'given',
    answeredAt: AT,
    given: JSON.stringify({
      know: wordFor('reference', making, part),
      from: '2019',
      to: '2023',
      other: '',
      items: [{ text: ITEM.text, answer: wordFor('reference', making, part) }],
    }),
  });
  const gave = await app.db
    .insertInto('referees')
    .values([given('agreed'), given('barred')])
    .returning('id')
    .execute();
  const open = { ...referee('half-scored'), status: 'named', askedAt: null };
  const { id } = await app.db.insertInto('referees').values(open).returning('id').executeTakeFirstOrThrow();
  const token = referenceToken({ id, askedAt: AT }, app.context.secret);
  const linked = { status: 'asked', askedAt: AT, tokenHash: hashSecret(token) };
  await app.db.updateTable('referees').set(linked).where('id', '=', id).execute();
  return { referee: gave.map((one) => one.id), token };
}

/** The report as it waits for signatures, frozen as its form freezes it. */
export async function makeReport(making: Making): Promise<void> {
  const { app, reference, candidates } = making;
  const { db } = app;
  const merit = await meritOf(db, reference);
  const proposals = (['agreed', 'barred'] as const).map((part): Proposal => {
    const { applicationId: candidate, number } = candidates[part];
    return { candidate, number, outcome: 'reserve-listed', reason: '', why: wordFor('why', making, part) };
  });
  const texts = { en: wordFor('reporttext', making) };
  const content = reportContent({
    reference,
    title: { en: 'Hydrologist' },
    posts: 1,
    panel: await membersOf(db, reference),
    recusals: await conflictsIn(db, reference),
    stages: await planOf(db, reference),
    order: merit.order,
    candidates: merit.candidates,
    proposals,
    texts,
  });
  await db
    .insertInto('selectionReports')
    .values({
      vacancyReference: reference,
      number: 1,
      status: 'signing',
      proposals: JSON.stringify(proposals),
      texts: JSON.stringify(texts),
      content,
      contentSha256: createHash('sha256').update(content).digest(),
      createdAt: AT,
    })
    .execute();
}

/** Somebody not retained who asks for a review, which one person is named for, and who may be offered a similar post. */
export async function makeReview(
  making: Making,
  { other }: { other: string },
): Promise<{ review: string; redone: string; offer: string }> {
  const { app, staff, candidates } = making;
  const { applicationId } = candidates.reviewed;
  const { id } = await app.db
    .insertInto('reviewRequests')
    .values({
      applicationId,
      decisionNumber: 2,
      reportId: null,
      reportSha256: null,
      kind: 'review',
      words: wordFor('review', making, 'reviewed'),
      isLate: false,
      askedAt: AT,
      answerBy: '2027-01-21',
      status: 'assigned',
      reviewerId: staff.reviewer.accountId,
      reviewerName: staff.reviewer.name,
      assignedAt: AT,
      assignedBy: staff.manager.accountId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const redone = await app.db
    .insertInto('reviewRequests')
    .values({
      applicationId,
      decisionNumber: 1,
      reportId: null,
      reportSha256: null,
      kind: 'review',
      words: wordFor('review', making, 'reviewed'),
      isLate: false,
      askedAt: AT,
      answerBy: '2027-01-21',
      status: 'redone',
      redoFrom: 'panel-interview',
      redoReach: 'onward',
      outcomeReason: wordFor('review', making, 'reviewed'),
      decidedAt: AT,
      reviewerId: staff.reviewer.accountId,
      reviewerName: staff.reviewer.name,
      assignedAt: AT,
      assignedBy: staff.manager.accountId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await app.db.insertInto('similarPostConsents').values({ applicationId, agreedAt: AT }).execute();
  const by = { offeredBy: staff.manager.accountId, offeredByName: staff.manager.name, offeredAt: AT };
  const offer = await app.db
    .insertInto('similarPostOffers')
    .values({ vacancyReference: other, applicationId, reason: wordFor('offer', making, 'reviewed'), ...by })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { review: id, redone: redone.id, offer: offer.id };
}
