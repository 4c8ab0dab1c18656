import { createHash } from 'node:crypto';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { insertClosedVacancy } from '../../applications/stages/selection-testing.ts';
import { canonicalJson } from '../../platform/canonical-json.ts';
import { TEST_PASSWORD } from '../../people/people-testing.ts';
import { insertConflict, insertMember } from '../../screening/screening-testing.ts';
import { testApp, type Client } from '../../testing.ts';
import { reportsOf } from '../decision/report-queries.ts';
import { insertInvited } from '../invitations/invitations-testing.ts';
import { meritOf } from '../merit/merit-queries.ts';
import { hidden, signReport } from '../panel-testing.ts';
import { insertReleasedReport } from '../review/review-testing.ts';
import { insertRedoneCase } from './redo-testing.ts';

const app = await testApp();
afterAll(() => app.close());

type Invited = Awaited<ReturnType<typeof insertInvited>>;
const BEFORE = new Date('2026-11-20T12:00:00Z');

let reference = '260780';
let chair: Client;
let first: Invited;
let second: Invited;
beforeEach(async () => {
  reference = String(Number(reference) + 1);
  await insertClosedVacancy(app.db, reference);
  chair = await app.signedInAs('staff-member');
  await insertMember(app.db, { reference, accountId: chair.accountId ?? '', role: 'panel-chair' });
  const stage = { reference, stage: 'panel-interview' };
  [first, second] = [await insertInvited(app.context, stage), await insertInvited(app.context, stage)];
});

const decidedOnAll = (points: [number, number], at = app.now) => {
  const both = [first, second].map(({ applicationId: id, number }, place) => ({
    id,
    number,
    points: points[place] ?? 0,
  }));
  const candidates = both.map((one) => ({ ...one, outcome: 'not-retained' as const }));
  return insertReleasedReport(app.db, { reference, at, by: chair.accountId ?? '', candidates });
};

/** A case in which a step was opened again for one candidate. */
const redone = ({ applicationId }: Invited, decidedAt: Date) =>
  insertRedoneCase(app.db, { applicationId, decidedAt, by: chair.accountId ?? '' });
const caseAt = (id: string) => `/en/staff/vacancies/${reference}/report/cases/${id}`;

test('whom the report on all decided on after the steps were re-done is decided on no second time by that case', async () => {
  const id = await redone(first, BEFORE);
  await decidedOnAll([3, 2]);

  const { text } = await chair.get(caseAt(id));
  const refused = await chair.post(caseAt(id));

  expect([refused.status, refused.text.includes('The report is begun.')]).toEqual([422, false]);
  expect(refused.text).toMatch(/role="status"[^]*Something was decided of this candidate since/);
  expect(text).toContain('Something was decided of this candidate since');
  expect(text).not.toContain('Begin the report');
  expect(await reportsOf(app.db, reference, id)).toEqual([]);
});

test('the rank that a report on one candidate signed stays when another is assessed again after it', async () => {
  await decidedOnAll([3, 2], BEFORE);
  const id = await redone(first, BEFORE);
  const [onAll] = await reportsOf(app.db, reference);
  const own = { candidate: first.applicationId, number: first.number, outcome: 'not-retained', reason: '', why: '' };
  const { order } = JSON.parse(onAll?.content ?? '') as { order: { candidate: { number: string } }[] };
  const content = canonicalJson({
    order: order.filter(({ candidate }) => candidate.number === first.number),
    belowPassMark: [],
  });
  await app.db
    .insertInto('selectionReports')
    .values({
      vacancyReference: reference,
      number: 2,
      reviewId: id,
      status: 'accepted',
      proposals: JSON.stringify([own]),
      content,
      contentSha256: createHash('sha256').update(content).digest(),
      decidedAt: new Date(BEFORE.getTime() + 1),
      decidedBy: chair.accountId ?? '',
      decidedByName: 'Tove Gran',
      decisions: JSON.stringify([own]),
      createdAt: BEFORE,
    })
    .execute();
  await redone(second, app.now);
  const better = { scores: JSON.stringify({ c1: { points: 5, note: '' } }), recordedAt: app.now, version: 2 };
  await app.db.updateTable('consensusSheets').set(better).where('applicationId', '=', second.applicationId).execute();

  const { ranked } = (await meritOf(app.db, reference)).order;

  expect(ranked.map(({ candidate, rank }) => [candidate, rank])).toEqual([
    [second.applicationId, 1],
    [first.applicationId, 1],
  ]);
});

test('who is recused from the candidate of a case neither reads its report, signs nor decides it, nor is waited for', async () => {
  await decidedOnAll([3, 2], BEFORE);
  const id = await redone(first, BEFORE);
  const [member, authority] = [await app.signedInAs('staff-member'), await app.signedInAs('staff-member')];
  const [memberId, authorityId] = [member.accountId ?? '', authority.accountId ?? ''];
  await insertMember(app.db, { reference, accountId: memberId, role: 'panel-member' });
  await insertMember(app.db, { reference, accountId: authorityId, role: 'appointing-authority' });
  const third = await app.signedInAs('staff-member');
  await insertMember(app.db, { reference, accountId: third.accountId ?? '', role: 'panel-member' });
  for (const person of [chair, third])
    await person.post(`/en/staff/vacancies/${reference}/declaration`, { declares: 'yes' });
  for (const accountId of [memberId, authorityId])
    await insertConflict(app.db, { reference, accountId, number: first.number });
  await chair.post(caseAt(id));
  const content = canonicalJson({ order: [], belowPassMark: [] });
  const contentSha256 = createHash('sha256').update(content).digest();
  await app.db
    .updateTable('selectionReports')
    .set({ status: 'signing', content, contentSha256, texts: JSON.stringify({ en: 'Weak on rivers.' }) })
    .where('reviewId', '=', id)
    .execute();

  const signing = { currentPassword: TEST_PASSWORD, sha256: contentSha256.toString('hex') };
  const [read, pdf] = [await member.get(caseAt(id)), await member.get(`${caseAt(id)}.pdf`)];
  const onAll = (await member.get(`/en/staff/vacancies/${reference}/report`)).text;
  const signed = await member.post(`${caseAt(id)}/signature`, signing);
  for (const person of [chair, third]) await person.post(`${caseAt(id)}/signature`, signing);
  const submitted = await chair.post(`${caseAt(id)}/submission`);
  const decided = await authority.post(`${caseAt(id)}/decision`, { action: 'accept', version: '3', ...signing });

  expect([read.status, pdf.status, signed.status, decided.status]).toEqual([404, 404, 404, 404]);
  expect(onAll).not.toContain(`Report on ${first.number}`);
  expect(submitted.location).toBe(`${caseAt(id)}?done=submitted`);
});

test('what somebody read is what they sign: not what was frozen anew since', async () => {
  await decidedOnAll([3, 2], BEFORE);
  const id = await redone(first, BEFORE);
  await chair.post(caseAt(id));
  const freeze = async (text: string) => {
    const content = canonicalJson({ order: [], belowPassMark: [], text });
    const contentSha256 = createHash('sha256').update(content).digest();
    const frozen = { status: 'signing', content, contentSha256 };
    await app.db.updateTable('selectionReports').set(frozen).where('reviewId', '=', id).execute();
  };
  await freeze('Suitable.');
  const read = hidden((await chair.get(caseAt(id))).text, 'sha256');
  await app.db
    .updateTable('selectionReports')
    .set({ status: 'draft', content: null, contentSha256: null })
    .where('reviewId', '=', id)
    .execute();
  await freeze('Not suitable.');

  const signed = await chair.post(`${caseAt(id)}/signature`, { currentPassword: TEST_PASSWORD, sha256: read });

  expect(signed.status).toBe(422);
  expect(
    await app.db
      .selectFrom('reportSignatures')
      .innerJoin('selectionReports', 'id', 'reportId')
      .where('reviewId', '=', id)
      .execute(),
  ).toEqual([]);
  expect((await signReport(chair, caseAt(id))).location).toBe(`${caseAt(id)}?done=signed`);
});
