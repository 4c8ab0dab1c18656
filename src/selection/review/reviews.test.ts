import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertClosedVacancy, insertSubmitted } from '../../applications/stages/selection-testing.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { hidden, invite, later, nameMember, takeStep } from '../panel-testing.ts';
import { insertReleasedReport } from './review-testing.ts';

const REFERENCE = '260441';
const BASE = `/en/staff/vacancies/${REFERENCE}`;
const STAGE = 'panel-interview';

let app: TestApp;
let manager: Client;
let member: Client;
let outsider: Client;
let reviewer: Client;
let sha256: string;
const people: { client: Client; number: string; id: string }[] = [];
const one = (at: number) => {
  const person = people[at];
  if (!person) throw new Error('Nobody there');
  return person;
};
const pageOf = (at: number) => `/fr/my/applications/${one(at).number}/decision-review`;
const emailOf = async ({ accountId = '' }: Client) =>
  (await app.db.selectFrom('accounts').select('email').where('id', '=', accountId).executeTakeFirstOrThrow()).email;
const requests = () => app.db.selectFrom('reviewRequests').selectAll().orderBy('askedAt').orderBy('kind').execute();
const positionsOf = async (at: number) =>
  (
    await app.db
      .selectFrom('applicationStages')
      .select(['position', 'stage'])
      .where('applicationId', '=', one(at).id)
      .orderBy('number')
      .execute()
  ).map(({ position, stage }) => stage ?? position);

beforeAll(async () => {
  app = await testApp();
  await insertClosedVacancy(app.db, REFERENCE);
  for (let count = 0; count < 3; count += 1) {
    const client = await app.signedInAs('applicant', 'fr');
    const { number } = await insertSubmitted(app.context, { reference: REFERENCE, accountId: client.accountId });
    const { id } = await app.db
      .selectFrom('applications')
      .select('id')
      .where('number', '=', number)
      .executeTakeFirstOrThrow();
    people.push({ client, number, id });
  }
  manager = await app.signedInAs('recruitment-manager');
  [member, outsider, reviewer] = [
    await app.signedInAs('staff-member'),
    await app.signedInAs('staff-member'),
    await app.signedInAs('staff-member'),
  ];
  await nameMember(app, { manager, person: member, name: 'Rolf Engen', role: 'panel-member', reference: REFERENCE });
  await invite(manager, REFERENCE, { numbers: people.map(({ number }) => number), stage: STAGE });
  const at = app.now;
  const outcomes = ['selected', 'reserve-listed', 'not-retained'] as const;
  const candidates = people.map(({ id, number }, index) => ({
    id,
    number,
    points: 5 - index,
    outcome: outcomes[index] ?? null,
  }));
  sha256 = await insertReleasedReport(app.db, { reference: REFERENCE, at, by: member.accountId ?? '', candidates });
  for (const [index, action] of (['select', 'reserve', 'not-retain'] as const).entries()) {
    const step = { position: 'invited', numbers: [one(index).number], action };
    await takeStep(manager, REFERENCE, { ...step, ...(action === 'not-retain' && { reason: 'comparison' }) });
  }
});
afterAll(() => app.close());

test('a candidate reads their own scores and the fingerprint of what was signed, and nothing of others', async () => {
  const { text } = await one(2).client.get(pageOf(2));

  expect(text).toContain('3 sur 5');
  expect(text).toContain(sha256);
  expect(text).not.toMatch(/Secret|Name of|5 sur 5|4 sur 5/);
  expect(text).not.toContain(one(0).number);
  expect((await one(1).client.get(pageOf(2))).status).toBe(404);
  expect((await one(0).client.get(pageOf(0))).text).toContain('Rien n’a encore été décidé');
});

test('who was not selected asks in words, once of each kind; those who name a reviewer are told by a mail that says no more', async () => {
  expect((await one(2).client.post(pageOf(2), { kind: 'review', words: ' ' })).text).toContain(
    'Dites ce que vous voulez',
  );
  expect((await one(0).client.post(pageOf(0), { kind: 'review', words: 'Pourquoi ?' })).status).toBe(422);
  expect(await requests()).toEqual([]);

  const asked = await one(2).client.post(pageOf(2), { kind: 'review', words: 'Mon second diplôme a été négligé.' });
  await one(1).client.post(pageOf(1), { kind: 'reasons', words: 'Pourquoi la liste de réserve ?' });

  expect(asked.location).toBe(`${pageOf(2)}?done=asked`);
  expect((await one(2).client.post(pageOf(2), { kind: 'review', words: 'Encore.' })).text).toContain('déjà demandé');
  const [reasons, review] = await requests();
  expect(review).toMatchObject({ kind: 'review', isLate: false, answerBy: '2027-01-21', status: 'requested' });
  expect(review?.reportSha256?.toString('hex')).toBe(sha256);
  expect(reasons).toMatchObject({ kind: 'reasons', applicationId: one(1).id });
  const told = (await app.mails()).filter(({ subject }) => subject.includes('request about a decision'));
  expect(told.map(({ text }) => text).join()).not.toMatch(/diplôme|A-2604/);
});

test('what was asked stays as it was asked', async () => {
  await expect(
    app.db
      .updateTable('reviewRequests')
      .set({ version: 2, words: 'Autre.' } as object)
      .execute(),
  ).rejects.toThrow('what was asked is never changed');
});

test('staff see who asked and until when, never what was written; nobody who had a part is named', async () => {
  const list = await manager.get(`${BASE}/reviews`);
  expect(list.text).toContain('Nobody yet');
  expect(list.text).not.toContain('diplôme');
  await later(app, '2027-02-01T12:00:00Z');
  expect((await manager.get(`${BASE}/reviews`)).text).toContain('Overdue');

  const [, review] = await requests();
  const naming = async (person: Client) =>
    manager.post(`${BASE}/reviews/${review?.id}/reviewer`, {
      [`email-${review?.id}`]: await emailOf(person),
      version: '1',
    });
  expect((await naming(member)).text).toContain('had a part in this competition');
  expect((await naming(manager)).text).toContain('had a part in this competition');
  expect((await naming(one(0).client)).text).toContain('Nobody of the organisation has this address');
  expect((await naming(reviewer)).location).toBe(`${BASE}/reviews?done=named`);
});

test('a case is there for the person named for it alone', async () => {
  const [, review] = await requests();
  const address = `${BASE}/reviews/${review?.id}`;
  for (const person of [manager, member, outsider, one(2).client]) expect((await person.get(address)).status).toBe(404);

  const { text } = await reviewer.get(address);
  expect(text).toContain('Mon second diplôme a été négligé.');
  expect(text).toContain('A strong field.');
  expect(text).toContain('The application as it was received');
  expect(text).toContain(one(0).number);
  expect(text).not.toContain('Secret');
  const opened = await app.db
    .selectFrom('events')
    .select(['actorId', 'subjectId'])
    .where('action', '=', 'application-opened')
    .execute();
  expect(opened).toEqual([{ actorId: reviewer.accountId, subjectId: one(2).number }]);
  expect((await reviewer.get('/en/staff/reviews')).text).toContain(one(2).number);
  expect((await outsider.get('/en/staff/reviews')).text).toContain('No review waits for you');
});

test('re-done from a stage, that candidate alone goes back; their scores are void and stay, and a message tells them why', async () => {
  const [, review] = await requests();
  const address = `${BASE}/reviews/${review?.id}`;
  const version = hidden((await reviewer.get(address)).text, 'version');
  const reason = 'Le second diplôme n’a pas été pris en compte.';
  const form = { ending: 'redo', from: STAGE, reach: 'step', reason, version };
  const before = await Promise.all([positionsOf(0), positionsOf(1)]);
  const select = /<select[^>]*name="from"[^]*?<\/select>/.exec((await reviewer.get(address)).text)?.[0];
  expect([...(select ?? '').matchAll(/value="([^"]+)"/g)].map(([, value]) => value)).toEqual(['screening', STAGE]);
  for (const from of ['written-test', 'invented']) {
    const refused = await reviewer.post(`${address}/decision`, { ...form, from });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('The plan of this competition does not have this stage');
    expect(refused.text).toContain(reason);
  }
  expect((await reviewer.post(`${address}/decision`, { ...form, reason: '' })).text).toContain('Give your reason');
  expect((await reviewer.post(`${address}/decision`, { ...form, from: '' })).text).toContain('from which stage');
  expect((await reviewer.post(`${address}/decision`, { ...form, reach: '' })).text).toContain('done again as well');

  expect((await reviewer.post(`${address}/decision`, form)).location).toBe(`${address}?done=decided`);

  expect(await positionsOf(2)).toEqual(['under-review', STAGE, 'not-retained', 'under-review', STAGE]);
  expect(await Promise.all([positionsOf(0), positionsOf(1)])).toEqual(before);
  expect(await app.db.selectFrom('consensusSheets').select('applicationId').execute()).toHaveLength(2);
  const aside = await app.db.selectFrom('voidedResults').select(['kind', 'applicationId', 'content']).execute();
  expect(aside).toMatchObject([
    { kind: 'agreed-scores', applicationId: one(2).id, content: { scores: { c1: { points: 3 } } } },
  ]);
  await expect(app.db.updateTable('voidedResults').set({ content: '{}' }).execute()).rejects.toThrow('kept as it was');
  expect(await app.db.selectFrom('voidedScores').select('reviewId').execute()).toEqual([{ reviewId: review?.id }]);
  const messages = await app.db.selectFrom('messages').select(['subject', 'body']).execute();
  expect(messages).toHaveLength(1);
  expect(JSON.stringify(messages)).toContain('second diplôme n’a pas été pris en compte');
  expect((await app.mails()).map(({ text }) => text).join()).not.toMatch(/diplôme|reprise/);
  expect((await one(2).client.get(pageOf(2))).text).toContain('Notes sans effet');
  expect((await reviewer.post(`${address}/decision`, form)).text).toContain('does not follow from there');
});

test('a request taken back is over, and asking late needs a reason that a person judges', async () => {
  const [reasons] = await requests();
  expect((await one(2).client.post(`${pageOf(2)}/${reasons?.id}/taking-back`, { version: '1' })).status).toBe(404);
  const taken = await one(1).client.post(`${pageOf(1)}/${reasons?.id}/taking-back`, { version: '1' });
  expect(taken.location).toBe(`${pageOf(1)}?done=taken`);

  const late = { kind: 'review', words: 'Je n’ai pu écrire plus tôt.' };
  expect((await one(1).client.get(pageOf(1))).text).toContain('Le dernier jour pour le demander était le');
  expect((await one(1).client.post(pageOf(1), late)).text).toContain(
    'Dites pourquoi vous ne le demandez que maintenant',
  );
  await one(1).client.post(pageOf(1), { ...late, 'late-reason': 'J’étais à l’hôpital.' });
  expect((await requests()).filter(({ isLate }) => isLate)).toHaveLength(1);
  expect((await manager.get(`${BASE}/reviews`)).text).toContain('Asked late');
});

test('the record says what happened by the number, and holds no word of what was written', async () => {
  const events = await app.db
    .selectFrom('events')
    .select(['action', 'details'])
    .where('subjectId', 'in', [one(1).number, one(2).number])
    .where('action', 'like', 'review%')
    .orderBy('id')
    .execute();

  expect(events.map(({ action }) => action)).toEqual([
    'review', // into the review, before the invitation
    'review',
    'review-requested',
    'review-requested',
    'reviewer-named',
    'review-decided',
    'review-taken-back',
    'review-requested',
  ]);
  expect(events.find(({ action }) => action === 'review-decided')?.details).toEqual({
    kind: 'review',
    outcome: 'redone',
    from: STAGE,
    reach: 'step',
    voided: [STAGE],
    held: [expect.stringMatching(/^[0-9a-f]{64}$/)],
  });
  expect(JSON.stringify(events)).not.toMatch(/diplôme|hôpital/);
});
