import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { examplePost } from '../../applications/application-testing.ts';
import { insertClosedVacancy } from '../../applications/stages/selection-testing.ts';
import { conflictsIn } from '../../competition/conflict-queries.ts';
import { TEST_PASSWORD } from '../../people/people-testing.ts';
import { canonicalJson } from '../../platform/canonical-json.ts';
import { testApp, type Client } from '../../testing.ts';
import { insertInvited } from '../invitations/invitations-testing.ts';
import { hidden, nameMember, signReport } from '../panel-testing.ts';
import { reportsOf } from './report-queries.ts';

const app = await testApp();
afterAll(() => app.close());

type Invited = Awaited<ReturnType<typeof insertInvited>>;
let reference = '260840';
let manager: Client;
let chair: Client;
let member: Client;
let authority: Client;
let candidate: Invited;
const base = (language = 'en') => `/${language}/staff/vacancies/${reference}`;
const report = (language = 'en') => `${base(language)}/report`;
const textOf = (pdf: Buffer): string =>
  execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });
const status = async () => (await reportsOf(app.db, reference))[0]?.status;
const version = async () => String((await reportsOf(app.db, reference))[0]?.version);
const called = (person: Client, name: string, role: string) =>
  nameMember(app, { manager, person, name, role, reference });

beforeEach(async () => {
  reference = String(Number(reference) + 1);
  await insertClosedVacancy(app.db, reference);
  manager = await app.signedInAs('recruitment-manager');
  [chair, member, authority] = [
    await app.signedInAs('staff-member'),
    await app.signedInAs('staff-member'),
    await app.signedInAs('staff-member'),
  ];
  candidate = await insertInvited(app.context, { reference, stage: 'panel-interview' });
  await called(chair, 'Ellen Dahl', 'panel-chair');
  await called(member, 'Rolf Engen', 'panel-member');
  await called(authority, 'Tove Gran', 'appointing-authority');
  for (const person of [chair, member]) await person.post(`${base()}/declaration`, { declares: 'yes' });
  await insertReport();
  for (const person of [chair, member]) await signReport(person, report());
});

async function insertReport(): Promise<void> {
  const { applicationId, number } = candidate;
  const proposal = { candidate: applicationId, number, outcome: 'not-retained', reason: 'comparison', why: '' };
  const content = canonicalJson({
    reference,
    title: { en: 'Hydrologist' },
    posts: 1,
    panel: [],
    recusals: [],
    stages: [],
    order: [],
    belowPassMark: [],
    proposals: [],
    texts: {},
  });
  await app.db
    .insertInto('selectionReports')
    .values({
      vacancyReference: reference,
      number: 1,
      status: 'signing',
      proposals: JSON.stringify([proposal]),
      content,
      contentSha256: createHash('sha256').update(content).digest(),
      createdAt: app.now,
    })
    .execute();
}

/** Somebody who signed enters in their profile where they worked: beside the candidate. */
const entersPosts = (person: Client) =>
  app.db
    .insertInto('profiles')
    .values({
      accountId: person.accountId ?? '',
      content: JSON.stringify({ parts: { experience: [examplePost] } }),
      updatedAt: app.now,
    })
    .execute();
const decides = async (action: string) =>
  authority.post(`${report()}/decision`, {
    action,
    'decision-reason': 'Its panel is too small for one candidate.',
    currentPassword: TEST_PASSWORD,
    version: await version(),
  });

test('a conflict that submission finds is written down, and what is signed below the quorum is not submitted', async () => {
  app.now = new Date(app.now.getTime() + 60_000);
  await entersPosts(member);

  const refused = await chair.post(`${report()}/submission`);
  const [english, french] = [await chair.get(report()), await chair.get(report('fr'))];

  expect(refused.status).toBe(422);
  expect(refused.text).toContain(`The panel is below its quorum for ${candidate.number}`);
  expect(await status()).toBe('signing');
  expect(await conflictsIn(app.db, reference)).toMatchObject([{ candidate: candidate.number, foundBy: 'detected' }]);
  expect(english.text).toContain(
    'Signed before a conflict of interest with this candidate was known, so that the signature does not count for them: Rolf Engen.',
  );
  expect(english.text).toContain('May judge this candidate: 1, of 2 needed. One more member has to be named.');
  expect(english.text).toContain('takes it back to the draft and closes it again');
  expect(french.text).toContain('rien ne peut être décidé');
  expect(french.text).toContain('Peuvent juger cette candidature\u00a0: 1, sur 2 nécessaires.');
});

test('it is submitted once a named person has decided, with a reason, that what was found keeps nobody from judging', async () => {
  await entersPosts(member);
  await chair.post(`${report()}/submission`);
  const [found] = await conflictsIn(app.db, reference);

  await manager.post(`${base()}/people/conflicts/${found?.id}`, { reason: 'A common name.' });
  const submitted = await chair.post(`${report()}/submission`);

  expect(submitted.location).toBe(`${report()}?done=submitted`);
  expect((await chair.get(report())).text).not.toContain('below its quorum');
});

test('a conflict that is declared once it is submitted lets the authority return it, and decide nothing else', async () => {
  await chair.post(`${report()}/submission`);
  app.now = new Date(app.now.getTime() + 60_000);
  await member.post(`${base()}/declaration`, {
    [`kind-${candidate.number}`]: 'friendship',
    [`why-${candidate.number}`]: 'My neighbour.',
    declares: 'yes',
  });

  const page = await authority.get(report());
  const refused = await decides('accept');
  const stands = await status();
  const returned = await decides('return');

  expect(page.text).toContain('The appointing authority returns the report with this as its reason.');
  expect(hidden(page.text, 'version')).not.toBe('');
  expect([refused.status, stands]).toEqual([422, 'submitted']);
  expect(refused.text).toContain(`The panel is below its quorum for ${candidate.number}`);
  expect(refused.text).toContain('>Its panel is too small for one candidate.</textarea>');
  expect(returned.location).toBe(`${report()}?done=decided`);
  expect(await status()).toBe('returned');
});

test('where the others are enough, it is decided, and says whose signature does not count for whom', async () => {
  const third = await app.signedInAs('staff-member');
  await called(third, 'Inge Lunde', 'panel-member');
  await third.post(`${base()}/declaration`, { declares: 'yes' });
  await signReport(third, report());
  app.now = new Date(app.now.getTime() + 60_000);
  await entersPosts(member);

  const submitted = await chair.post(`${report()}/submission`);
  const page = await authority.get(report());
  const decided = await decides('accept');
  const pdf = textOf((await authority.get(`${report()}.pdf`)).body);

  expect(submitted.location).toBe(`${report()}?done=submitted`);
  expect(page.text).toContain('A signature that does not count for a candidate');
  expect(page.text).not.toContain('nothing can be decided');
  expect(pdf).toContain(`Does not count for ${candidate.number}`);
  expect(decided.location).toBe(`${report()}?done=decided`);
});
