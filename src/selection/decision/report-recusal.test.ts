import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertInvited } from '../invitations/invitations-testing.ts';
import { insertClosedVacancy } from '../../applications/stages/selection-testing.ts';
import { insertConflict, insertMember } from '../../screening/screening-testing.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { insertReleasedReport } from '../review/review-testing.ts';
import { reportsOf } from './report-queries.ts';

const [RELEASED, DRAFTED] = ['260435', '260436'];
const reportAt = (reference: string, language = 'en') => `/${language}/staff/vacancies/${reference}/report`;

let app: TestApp;
let chair: Client;
let member: Client;
type Invited = Awaited<ReturnType<typeof insertInvited>>;
const invited: Record<string, [Invited, Invited]> = {};
beforeAll(async () => {
  app = await testApp();
  [chair, member] = [await app.signedInAs('staff-member'), await app.signedInAs('staff-member')];
  for (const reference of [RELEASED, DRAFTED]) {
    await insertClosedVacancy(app.db, reference);
    const stage = { reference, stage: 'panel-interview' };
    invited[reference] = [await insertInvited(app.context, stage), await insertInvited(app.context, stage)];
    await insertMember(app.db, { reference, accountId: chair.accountId ?? '', role: 'panel-chair' });
    await insertMember(app.db, { reference, accountId: member.accountId ?? '', role: 'panel-member' });
  }
});
afterAll(() => app.close());

const pair = (reference: string): [Invited, Invited] => invited[reference] ?? expect.fail('Nobody there');
const isRecused = ({ accountId = '' }: Client, { number }: Invited, reference: string) =>
  insertConflict(app.db, { reference, accountId, number });
const textOf = (pdf: Buffer): string =>
  execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });

test('who is recused reads the report without what was judged of that candidate, and the fingerprint of the whole', async () => {
  const [other, friend] = pair(RELEASED);
  const candidates = [
    { id: other.applicationId, number: other.number, points: 3, outcome: 'reserve-listed' as const },
    { id: friend.applicationId, number: friend.number, points: 5, outcome: 'selected' as const },
  ];
  const by = chair.accountId ?? '';
  const sha256 = await insertReleasedReport(app.db, { reference: RELEASED, at: app.now, by, candidates });
  await isRecused(member, friend, RELEASED);

  const [narrowed, whole] = [await member.get(reportAt(RELEASED)), await chair.get(reportAt(RELEASED))];
  const pdf = textOf((await member.get(`${reportAt(RELEASED)}.pdf`)).body);
  const french = textOf((await member.get(`${reportAt(RELEASED, 'fr')}.pdf`)).body);
  const ofAll = textOf((await chair.get(`${reportAt(RELEASED)}.pdf`)).body);

  expect(narrowed.text).toContain('Not shown to you: you are recused');
  expect(narrowed.text).toContain(friend.number);
  expect(narrowed.text).toContain(sha256);
  expect(narrowed.text).not.toContain('Selected');
  expect(narrowed.text).toContain('Reserve list');
  expect(pdf).toContain('Not shown to you: you are recused');
  expect(pdf).toContain(friend.number);
  expect(pdf.replaceAll(/[\s\u200b]/g, '')).toContain(sha256);
  expect(pdf).not.toMatch(/Selected|100\.00|5 of 5/);
  expect(pdf).toContain('60.00');
  expect(french).toContain('vous êtes récusé');
  expect(whole.text).not.toContain('Not shown to you');
  expect(whole.text).toContain('Selected');
  expect(ofAll).toMatch(/Selected/);
  expect(ofAll).toContain('100.00');
});

test('who is recused and drafts the report proposes nothing for that candidate, whatever they send', async () => {
  const [other, friend] = pair(DRAFTED);
  const proposals = [other, friend].map(({ applicationId: candidate, number }) => ({
    candidate,
    number,
    outcome: 'not-retained' as const,
    reason: 'comparison',
    why: 'Written by the secretary.',
  }));
  await app.db
    .insertInto('selectionReports')
    .values({ vacancyReference: DRAFTED, number: 1, proposals: JSON.stringify(proposals), createdAt: app.now })
    .execute();
  await isRecused(chair, friend, DRAFTED);

  const { text } = await chair.get(reportAt(DRAFTED));
  const sent = [other, friend].flatMap(({ number }) => [
    [`outcome-${number}`, 'selected'],
    [`reason-${number}`, ''],
    [`why-${number}`, 'Changed.'],
  ]);
  const kept = await chair.post(`${reportAt(DRAFTED)}/draft`, {
    ...Object.fromEntries(sent),
    version: '1',
    do: 'keep',
  });

  expect(text).toContain(`name="outcome-${other.number}"`);
  expect(text).not.toContain(`name="outcome-${friend.number}"`);
  expect(text).toContain('Somebody else who drafts the report proposes an outcome for them.');
  expect(kept.location).toBe(`${reportAt(DRAFTED)}?done=kept`);
  expect((await reportsOf(app.db, DRAFTED))[0]?.proposals).toEqual([
    { ...proposals[0], outcome: 'selected', reason: '', why: 'Changed.' },
    proposals[1],
  ]);
});
