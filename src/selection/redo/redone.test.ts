import { execFileSync } from 'node:child_process';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertClosedVacancy, insertSubmitted } from '../../applications/stages/selection-testing.ts';
import { linkIn, TEST_PASSWORD } from '../../people/people-testing.ts';
import type { Mail } from '../../platform/mail.ts';
import { testApp, type Client, type Form, type TestApp } from '../../testing.ts';
import { reportsOf } from '../decision/report-queries.ts';
import { meritOf } from '../merit/merit-queries.ts';
import { hidden, invite, later, nameMember, takeStep, signReport } from '../panel-testing.ts';
import { exampleItem } from '../selection-testing.ts';
import { tellOfTests } from '../written-test/written-test-tasks.ts';
import { tellAssessors } from './redo-telling-queries.ts';
import { haveRedone } from './redo-testing.ts';

const REFERENCE = '260771';
const BASE = `/en/staff/vacancies/${REFERENCE}`;
const WINDOW = (opens: string, closes: string, number = ''): Form => {
  const part = (name: string, day: string) => ({
    [`${name}${number}-day`]: day,
    [`${name}${number}-month`]: '1',
    [`${name}${number}-year`]: '2027',
    [`${name}${number}-time`]: '9:00',
  });
  return { ...part('opens', opens), ...part('closes', closes) };
};

const byLanguage = (a: { language: string }, b: { language: string }) => (a.language < b.language ? -1 : 1);

let app: TestApp;
let manager: Client;
let chair: Client;
let member: Client;
let authority: Client;
let reviewer: Client;
let written: string;
let interview: string;
let reviewId: string;
let mailsOfRedo: Mail[];
let frozen: { content: string | null; sha256: string | null; decided: unknown };
const people: { client: Client; number: string; id: string }[] = [];
const one = (at: number) => {
  const person = people[at];
  if (!person) throw new Error('Nobody there');
  return person;
};
const THEIRS = 2;
const theirs = () => one(THEIRS);
const sheet = (stage: string, at = THEIRS) => `${BASE}/stages/${stage}/scores/${one(at).number}`;
const report = () => `${BASE}/report/cases/${reviewId}`;
const scored = (points: number, note = 'Read.'): Form => ({ 'points-c1': String(points), 'note-c1': note, do: 'sign' });
const positionsOf = async (at: number) =>
  (
    await app.db
      .selectFrom('applicationStages')
      .select(['position', 'stage'])
      .where('applicationId', '=', one(at).id)
      .orderBy('number')
      .execute()
  ).map(({ position, stage }) => stage ?? position);
/** The figures and ranks of all but the candidate of the case. */
const figuresOfOthers = async () =>
  (await meritOf(app.db, REFERENCE)).order.ranked
    .filter(({ candidate }) => candidate !== theirs().id)
    .map(({ candidate, rank, total, stages }) => ({ candidate, rank, total, stages }));

async function insertStage(code: string, number: number): Promise<string> {
  const counts = { assessedBy: 'panel', weight: 50, items: JSON.stringify([exampleItem('c1')]) };
  const { id } = await app.db
    .insertInto('selectionStages')
    .values({ vacancyReference: REFERENCE, number, code, ...counts })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function scoreAll(stage: string, points: number[]): Promise<void> {
  for (const [at, given] of points.entries()) {
    for (const person of [chair, member]) await person.post(sheet(stage, at), scored(given));
    await chair.post(`${sheet(stage, at)}/agreement`, { 'agreed-points-c1': String(given), 'agreed-note-c1': '' });
  }
  expect((await manager.post(`${BASE}/stages/${stage}/closing`)).location).toBe(`${BASE}/stages?done=closed`);
}

beforeAll(async () => {
  app = await testApp();
  await insertClosedVacancy(app.db, REFERENCE);
  for (let count = 0; count < 3; count += 1) {
    const client = await app.signedInAs('applicant', 'fr');
    const { number } = await insertSubmitted(app.context, { reference: REFERENCE, accountId: client.accountId });
    const row = app.db.selectFrom('applications').select('id').where('number', '=', number);
    people.push({ client, number, id: (await row.executeTakeFirstOrThrow()).id });
  }
  manager = await app.signedInAs('recruitment-manager');
  [chair, member, authority, reviewer] = [
    await app.signedInAs('staff-member'),
    await app.signedInAs('staff-member', 'fr'),
    await app.signedInAs('staff-member', 'fr'),
    await app.signedInAs('staff-member'),
  ];
  const panel = { manager, reference: REFERENCE };
  await nameMember(app, { ...panel, person: chair, name: 'Ellen Dahl', role: 'panel-chair' });
  await nameMember(app, { ...panel, person: member, name: 'Rolf Engen', role: 'panel-member' });
  await nameMember(app, { ...panel, person: authority, name: 'Tove Gran', role: 'appointing-authority' });
  [written, interview] = [await insertStage('written-test', 1), await insertStage('panel-interview', 2)];
  const settings = { version: '0', minutes: '60', 'max-characters': '500', 'by-number': 'yes' };
  await manager.post(`${BASE}/stages/${written}/written-test`, {
    ...settings,
    'opens-day': '1',
    'opens-month': '11',
    'opens-year': '2026',
    'opens-time': '9:00',
    'closes-day': '1',
    'closes-month': '12',
    'closes-year': '2026',
    'closes-time': '9:00',
  });
  await manager.post(`${BASE}/stages/${written}/opening`);
  const numbers = people.map(({ number }) => number);
  await invite(manager, REFERENCE, { numbers, stage: 'written-test' });
  await writes('Mon premier texte.');
  await later(app, '2026-12-05T12:00:00Z');
  for (const person of [chair, member]) await person.post(`${BASE}/declaration`, { declares: 'yes' });
  await scoreAll(written, [5, 4, 2]);
  await manager.post(`${BASE}/stages/${interview}/opening`);
  await takeStep(manager, REFERENCE, { position: 'invited', numbers, action: 'invite', stage: 'panel-interview' });
  await scoreAll(interview, [5, 4, 3]);
  await decideOnAll();
  const { client: candidate, number } = theirs();
  const redo = { from: 'written-test', reach: 'onward' } as const;
  const mailsBefore = (await app.mails()).length;
  reviewId = await haveRedone(app, { reference: REFERENCE, candidate, number, manager, reviewer, ...redo });
  mailsOfRedo = (await app.mails()).slice(mailsBefore);
});
afterAll(() => app.close());

async function writes(text: string) {
  const address = `/fr/my/applications/${theirs().number}/written-test`;
  const begun = await theirs().client.post(`${address}/begin`, { stage: 'written-test' });
  const base = hidden((await theirs().client.get(address)).text, 'base').replaceAll('&quot;', '"');
  await theirs().client.post(address, {
    stage: 'written-test',
    'answer-1': text,
    base,
    do: 'hand-in',
    finished: 'yes',
  });
  return begun;
}

async function decideOnAll(): Promise<void> {
  await chair.post(`${BASE}/report`);
  const outcomes = ['selected', 'reserve-listed', 'not-retained'];
  const proposed = outcomes.map((outcome, at) => ({
    [`outcome-${one(at).number}`]: outcome,
    [`reason-${one(at).number}`]: outcome === 'not-retained' ? 'comparison' : '',
  }));
  await chair.post(`${BASE}/report/draft`, { ...Object.assign({}, ...proposed), version: '1', do: 'freeze' } as Form);
  for (const person of [chair, member]) await signReport(person, `${BASE}/report`);
  await chair.post(`${BASE}/report/submission`);
  const version = hidden((await authority.get(`${BASE}/report`)).text, 'version');
  await authority.post(`${BASE}/report/decision`, { action: 'accept', currentPassword: TEST_PASSWORD, version });
  expect((await manager.post(`${BASE}/report/release`)).location).toBe(`${BASE}/report?done=released`);
  const [signed] = await reportsOf(app.db, REFERENCE);
  frozen = { content: signed?.content ?? null, sha256: signed?.sha256 ?? null, decided: signed?.decided };
}

test('the step is opened for that candidate alone, with nothing of before; of others nothing changes', async () => {
  const others = await figuresOfOthers();

  expect(await positionsOf(THEIRS)).toEqual([
    'under-review',
    'written-test',
    'panel-interview',
    'not-retained',
    'under-review',
    'written-test',
  ]);
  expect(others.map(({ rank }) => rank)).toEqual([1, 2]);
  const list = (await chair.get(`${BASE}/stages/${written}/scores`)).text;
  expect(list.match(/Assessed again/g)).toHaveLength(1);
  expect((await chair.get(sheet(written))).text).not.toContain('Read.');
  expect((await chair.post(sheet(written, 0), scored(1))).text).toMatch(/not open|already/i);
  const kinds = await app.db.selectFrom('voidedResults').select('kind').orderBy('kind').execute();
  expect(kinds.map(({ kind }) => kind)).toEqual([
    'agreed-scores',
    'agreed-scores',
    'scores',
    'scores',
    'scores',
    'scores',
    'written-paper',
  ]);
});

test('those who score again are told once, each in their language, and no mail names the candidate', async () => {
  const rows = app.db.selectFrom('accounts').select(['email', 'language']);
  const ids = [chair, member].map(({ accountId = '' }) => accountId);
  const panel = await rows.where('id', 'in', ids).orderBy('language').execute();
  const mails = mailsOfRedo.filter(({ subject }) => /assessed again|à reprendre/.test(subject));

  expect(mails.map(({ to, language }) => ({ email: to.address, language })).toSorted(byLanguage)).toEqual(panel);
  expect(mails.map(({ text }) => linkIn(text)).toSorted()).toEqual(
    ['en', 'fr'].map((language) => `/${language}/staff/vacancies/${REFERENCE}/stages/${written}/scores`),
  );
  expect(JSON.stringify(mails)).not.toContain(theirs().number);
});

test('the paper is written anew in a time of its own, which is told; nobody scores before it is handed in', async () => {
  const page = `/fr/my/applications/${theirs().number}/written-test`;
  expect((await theirs().client.get(page)).text).toContain('n’est pas encore fixée');
  expect((await chair.post(sheet(written), scored(4))).status).toBe(422);
  const here = `${BASE}/stages/${written}/written-test`;
  const window = { ...WINDOW('10', '12', `-${theirs().number}`), version: '1' };
  expect((await manager.get(here)).text).toContain('Written anew after a review');
  const reversed = { ...WINDOW('12', '10', `-${theirs().number}`), version: '1' };
  expect((await manager.post(`${here}/windows/${theirs().number}`, reversed)).status).toBe(422);
  expect((await manager.post(`${here}/windows/${one(0).number}`, window)).status).not.toBe(303);

  const set = await manager.post(`${here}/windows/${theirs().number}`, window);

  expect(set.location).toBe(`${here}?done=window`);
  const messages = await app.db.selectFrom('messages').select('body').execute();
  expect(JSON.stringify(messages)).toContain('vous pouvez écrire à nouveau cette épreuve');
  expect((await writes('Trop tôt.')).status).toBe(409);
  await later(app, '2027-01-11T12:00:00Z');
  expect([await tellOfTests(app.context, app.now), await tellOfTests(app.context, app.now)]).toEqual([1, 0]);
  expect((await chair.post(sheet(written), scored(4))).status).toBe(422);
  expect(
    (await one(0).client.post(page.replace(theirs().number, one(0).number) + '/begin', { stage: 'written-test' }))
      .status,
  ).toBe(409);

  expect((await writes('Mon second texte.')).location).toBe(`${page}?done=begun`);

  const read = (await member.get(`/fr/staff/vacancies/${REFERENCE}/stages/${written}/tests/${theirs().number}`)).text;
  expect(read).toContain('Mon second texte.');
  expect(read).not.toContain('premier');
});

test('it is scored by the rules of the first time: alone first, then agreed on, by locked weights', async () => {
  await chair.post(sheet(written), scored(5, 'Secret of the chair.'));
  expect((await member.get(sheet(written))).text).not.toContain('Secret of the chair.');
  expect(
    (await chair.post(`${sheet(written)}/agreement`, { 'agreed-points-c1': '5', 'agreed-note-c1': '' })).status,
  ).toBe(422);
  await member.post(sheet(written), scored(5));
  const agreed = await chair.post(`${sheet(written)}/agreement`, { 'agreed-points-c1': '5', 'agreed-note-c1': '' });
  expect(agreed.location).toBe(`${sheet(written)}?done=agreed`);

  expect((await chair.post(sheet(interview), scored(4))).status).toBe(404);
  const step = { position: 'invited', numbers: [theirs().number], action: 'invite', stage: 'panel-interview' };
  await takeStep(manager, REFERENCE, step);
  for (const person of [chair, member]) await person.post(sheet(interview), scored(4));
  await chair.post(`${sheet(interview)}/agreement`, { 'agreed-points-c1': '4', 'agreed-note-c1': '' });

  const { ranked } = (await meritOf(app.db, REFERENCE)).order;
  expect(ranked.map(({ candidate, rank }) => [candidate, rank])).toEqual([
    [one(0).id, 1],
    [theirs().id, 2],
    [one(1).id, 2],
  ]);
  await expect(
    app.db.updateTable('selectionStages').set({ weight: 1 }).where('id', '=', interview).execute(),
  ).rejects.toThrow('with its reason alone');
});

test('a report on that candidate follows: drafted, frozen, signed, submitted, decided on; the first stays as it is', async () => {
  expect((await chair.get(`${BASE}/report`)).text).toContain(`Report on ${theirs().number}`);
  expect((await chair.post(report())).location).toBe(`${report()}?done=begun`);
  const proposed = { [`outcome-${theirs().number}`]: 'selected', version: '1', do: 'freeze' };
  const refused = await chair.post(`${report()}/draft`, proposed);
  expect([refused.status, refused.text.includes('Say why')]).toEqual([422, true]);
  expect(refused.text).toMatch(/1 post/);
  const reserved = {
    ...proposed,
    [`outcome-${theirs().number}`]: 'reserve-listed',
    'text-fr': 'La bonne copie est forte.',
  };

  const levels = { [`level-${theirs().number}-en`]: 'I', [`level-${theirs().number}-fr`]: 'I' };
  const languages = `${BASE}/stages/${written}/languages`;
  expect((await manager.post(languages, levels)).location).toBe(`${languages}?done=2`);
  expect((await chair.get(`${BASE}/merit`)).text).toContain('Below what the notice asks for');
  expect((await chair.post(`${report()}/draft`, reserved)).text).toContain('say why they are found suitable');
  const suitable = { ...reserved, [`level-${theirs().number}`]: 'Learns fast: see the reference.' };

  expect((await chair.post(`${report()}/draft`, suitable)).location).toBe(`${report()}?done=frozen`);

  expect((await chair.post(sheet(written), scored(1))).status).toBe(422);
  const [own] = await reportsOf(app.db, REFERENCE, reviewId);
  const content = JSON.parse(own?.content ?? '{}') as Record<string, unknown>;
  expect(content).toMatchObject({
    order: [{ candidate: { number: theirs().number }, rank: 2, total: '90.00' }],
    redone: { report: 1, sha256: frozen.sha256, from: 'written-test', stages: ['written-test', 'panel-interview'] },
  });
  expect(content).toMatchObject({
    languages: { found: [{ candidate: { number: theirs().number }, outcome: 'not-met' }] },
    proposals: [{ belowLevel: 'Learns fast: see the reference.' }],
  });
  expect(own?.content).not.toContain(one(0).number);
  for (const person of [chair, member]) await signReport(person, report());
  expect((await chair.post(`${report()}/submission`)).location).toBe(`${report()}?done=submitted`);
  const here = report().replace('/en/', '/fr/');
  const { text } = await authority.get(here);
  expect(text).toContain('Rapport sur ce qui a été repris');
  const decision = { action: 'accept', currentPassword: TEST_PASSWORD, version: hidden(text, 'version') };
  expect((await authority.post(`${here}/decision`, decision)).location).toBe(`${here}?done=decided`);
  const [first] = await reportsOf(app.db, REFERENCE);
  expect({ content: first?.content, sha256: first?.sha256, decided: first?.decided }).toEqual(frozen);
});

test('after release the status and the letter follow, for nobody else; the earlier decision stays in the record', async () => {
  const letters = () => app.db.selectFrom('messages').select(['applicationId', 'body']).execute();
  const before = (await letters()).length;
  const others = await Promise.all([positionsOf(0), positionsOf(1)]);

  expect((await manager.post(`${report()}/release`)).location).toBe(`${report()}?done=released`);

  expect((await positionsOf(THEIRS)).filter((position) => /retained|listed/.test(position))).toEqual([
    'not-retained',
    'reserve-listed',
  ]);
  expect(await Promise.all([positionsOf(0), positionsOf(1)])).toEqual(others);
  const told = (await letters()).slice(before);
  expect(told.map(({ applicationId }) => applicationId)).toEqual([theirs().id]);
  expect(JSON.stringify(told)).toContain('liste de réserve');
  const asking = (await theirs().client.get(`/fr/my/applications/${theirs().number}/decision-review`)).text;
  expect(asking).toContain('90');
  expect((await reviewer.get(`${BASE}/reviews/${reviewId}`)).text).toContain(frozen.sha256 ?? 'none');
});

test('the PDF says in each language what it follows, and the record has what is void and what took its place', async () => {
  for (const [language, words] of [
    ['en', /Re-done after a review[^]*Below what the notice asks for[^]*Learns fast/],
    ['fr', /Repris après un réexamen[^]*Inférieur à ce que demande l’avis[^]*Learns fast/],
  ] as const) {
    const { body } = await manager.get(`${report().replace('/en/', `/${language}/`)}.pdf`);
    expect(execFileSync('pdftotext', ['-', '-'], { input: body, encoding: 'utf8' })).toMatch(words);
  }
  const files = unzipSync((await manager.post(`${BASE}/record`)).body);
  const file = (name: string) => Buffer.from(files[name] ?? []).toString();
  expect(file('voided-results.csv')).toContain('Mon premier texte.');
  expect(file('written-papers.csv')).toContain('Mon second texte.');
  expect(file('redone-stages.csv').trim().split('\n')).toHaveLength(3);
  const events = await app.db.selectFrom('events').select(['action', 'details']).execute();
  expect(JSON.stringify(events)).not.toMatch(/texte\.|copie/);
  expect(events.filter(({ action }) => action === 'report-begun')).toHaveLength(2);
});

test('who has a conflict of interest with the candidate is not told that they are assessed again', async () => {
  const before = (await app.mails()).length;
  const found = { kind: 'worked-together', foundBy: 'declared', reason: '', foundAt: app.now };
  await app.db
    .insertInto('conflictsOfInterest')
    .values({ ...found, vacancyReference: REFERENCE, applicationId: theirs().id, accountId: member.accountId ?? '' })
    .execute();
  const stages = [{ id: written, assessedBy: 'panel' as const }];
  const opened = { reference: REFERENCE, applicationId: theirs().id, stages, screeners: undefined };

  await tellAssessors(app.db, opened, { config: app.context.config, at: app.now });

  expect((await app.mails()).slice(before).map(({ language }) => language)).toEqual(['en']);
});
