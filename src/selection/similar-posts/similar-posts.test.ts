import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertDraft } from '../../applications/application-testing.ts';
import { insertClosedVacancy, insertSubmitted } from '../../applications/stages/selection-testing.ts';
import { exampleNotice } from '../../notices/notice-testing.ts';
import { insertMember } from '../../screening/screening-testing.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { insertVacancy } from '../../vacancies/vacancy-testing.ts';
import { hidden, invite, later, takeStep } from '../panel-testing.ts';

const EARLIER = '260451';
const LATER = '260452';
const HIGHER = '260453';
const LIST = `/en/staff/vacancies/${LATER}/similar-posts`;

let app: TestApp;
let manager: Client;
let recruiter: Client;
const people: { client: Client; number: string }[] = [];
const one = (at: number) => {
  const person = people[at];
  if (!person) throw new Error('Nobody there');
  return person;
};
const pageOf = (at: number) => `/fr/my/applications/${one(at).number}/similar-posts`;

beforeAll(async () => {
  app = await testApp();
  await insertClosedVacancy(app.db, EARLIER);
  await insertVacancy(app.db, { reference: LATER, status: 'published' });
  const order = app.context.organisation.grades.order;
  const above = order[order.indexOf('G17') + 1] ?? '';
  await insertVacancy(app.db, {
    reference: HIGHER,
    status: 'published',
    notice: { ...exampleNotice(), grades: [above] },
  });
  for (let count = 0; count < 3; count += 1) {
    const client = await app.signedInAs('applicant', 'fr');
    people.push({
      client,
      ...(await insertSubmitted(app.context, { reference: EARLIER, accountId: client.accountId })),
    });
  }
  manager = await app.signedInAs('recruitment-manager');
  recruiter = await app.signedInAs('recruiter');
  await invite(manager, EARLIER, { numbers: people.map(({ number }) => number), stage: 'panel-interview' });
});
afterAll(() => app.close());

test('nothing is asked before it was decided; then nobody agrees unless they say so', async () => {
  expect((await one(0).client.get(pageOf(0))).text).toContain('Une fois cette candidature décidée');
  expect((await one(0).client.post(pageOf(0), { agrees: 'yes' })).status).toBe(404);

  const numbers = [one(0).number, one(1).number];
  await takeStep(manager, EARLIER, { position: 'invited', numbers: [one(2).number], action: 'reserve' });
  await takeStep(manager, EARLIER, { position: 'invited', numbers, action: 'not-retain', reason: 'comparison' });

  expect((await one(0).client.get(pageOf(0))).text).toContain('Vous n’avez pas donné votre accord.');
  expect((await manager.get(LIST)).text).toContain('Nobody on the lists can be offered this post');
});

test('those who agreed are shown by list, then by number, with what the rules say and what is for a person', async () => {
  for (const at of [0, 1, 2])
    expect((await one(at).client.post(pageOf(at), { agrees: 'yes' })).location).toBe(`${pageOf(at)}?done=saved`);
  await one(1).client.post(pageOf(1), { agrees: 'no' });

  const { text } = await recruiter.get(LIST);

  expect(text).not.toContain(one(1).number);
  expect(text.indexOf(one(2).number)).toBeGreaterThan(0);
  expect(text.indexOf(one(2).number)).toBeLessThan(text.indexOf(one(0).number));
  expect(text).toContain('For a person to judge');
  expect(text).toContain('22 May 2028');
  expect(text).not.toContain('name="reason-');
});

test('a post at a higher grade is offered to nobody', async () => {
  const address = `/en/staff/vacancies/${HIGHER}/similar-posts`;
  const { text } = await manager.get(address);

  expect(text).toContain('2 more who agreed applied for another grade.');
  const refused = await manager.post(`${address}/${one(2).number}`, { [`reason-${one(2).number}`]: 'Good.' });
  expect(refused.status).toBe(422);
  expect(await app.db.selectFrom('similarPostOffers').select('id').execute()).toEqual([]);
});

test('an offer is a named person’s, with a reason; the candidate is told, and accepts to be considered or declines', async () => {
  const { number, client } = one(2);
  const reason = 'Led the same kind of team.';
  expect((await recruiter.post(`${LIST}/${number}`, { [`reason-${number}`]: reason })).status).toBe(404);
  expect((await manager.post(`${LIST}/${number}`, {})).text).toContain('Say why to this person');
  expect((await manager.post(`${LIST}/${one(1).number}`, { [`reason-${one(1).number}`]: reason })).status).toBe(404);

  expect((await manager.post(`${LIST}/${number}`, { [`reason-${number}`]: reason })).location).toBe(
    `${LIST}?done=offered`,
  );
  expect((await manager.post(`${LIST}/${number}`, { [`reason-${number}`]: reason })).text).toContain(
    'offered to them already',
  );

  const messages = await app.db.selectFrom('messages').select(['subject', 'body']).execute();
  expect(JSON.stringify(messages)).toContain('Un poste semblable');
  expect(JSON.stringify(messages)).not.toContain(reason);
  const { text } = await client.get(pageOf(2));
  const offer = /similar-posts\/([\w-]{36})"/.exec(text)?.[1] ?? '';
  const version = hidden(text, 'version');
  expect((await one(0).client.post(`${pageOf(0)}/${offer}`, { answer: 'accept', version })).status).toBe(404);
  const accepted = await client.post(`${pageOf(2)}/${offer}`, { answer: 'accept', version });
  expect(accepted.location).toBe(`${pageOf(2)}?done=answered`);
  expect((await manager.get(LIST)).text).toContain('Wants to be considered');
  const there = await app.db
    .selectFrom('applications')
    .select('number')
    .where('vacancyReference', '=', LATER)
    .execute();
  expect(there).toEqual([]);
});

test('an offer that is answered while it is taken back stays answered, and nobody is told otherwise', async () => {
  const { number } = one(0);
  await manager.post(`${LIST}/${number}`, { [`reason-${number}`]: 'Knows the river.' });
  const told = () => app.db.selectFrom('messages').select('id').execute();
  const before = (await told()).length;

  const answers: ReturnType<Client['post']>[] = [];
  await app.db.transaction().execute(async (transaction) => {
    const { id } = await transaction
      .selectFrom('applications')
      .select('id')
      .where('number', '=', number)
      .executeTakeFirstOrThrow();
    await transaction
      .updateTable('similarPostOffers')
      .set({ status: 'accepted', endedAt: app.now, version: 2 })
      .where('applicationId', '=', id)
      .execute();
    answers.push(manager.post(`${LIST}/${number}/taking-back`));
    await somebodyWaits();
  });
  const [refused] = await Promise.all(answers);

  expect([refused?.status, refused?.text.includes('This was changed meanwhile')]).toEqual([422, true]);
  expect((await told()).length).toBe(before);
  await app.db.deleteFrom('similarPostOffers').where('status', '=', 'accepted').execute();
});

async function somebodyWaits(): Promise<void> {
  const { rows } = await sql`select from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(app.db);
  if (rows.length === 0) await somebodyWaits();
}

test('nobody is shown of a competition in which the reader applies, or screens without seeing whose it is', async () => {
  const applicant = await app.signedInAs('recruitment-manager');
  await insertDraft(app.db, { accountId: applicant.accountId ?? '', reference: EARLIER });
  const screener = await app.signedInAs('recruitment-manager');
  await insertMember(app.db, { reference: EARLIER, accountId: screener.accountId ?? '' });
  const { number } = one(0);

  for (const reader of [applicant, screener]) {
    expect((await reader.get(LIST)).text).not.toContain(number);
    const offered = await reader.post(`${LIST}/${number}`, { [`reason-${number}`]: 'Good.' });
    expect(offered.status).toBe(404);
  }
  expect((await recruiter.get(LIST)).text).toContain(number);
});

test('a list that has ended is shown as ended, and nobody is offered anything from it', async () => {
  await app.db.deleteFrom('similarPostOffers').execute();
  await later(app, '2028-05-23T12:00:00Z');
  const { number } = one(2);

  expect((await manager.get(LIST)).text).toContain('Expired');
  const refused = await manager.post(`${LIST}/${number}`, { [`reason-${number}`]: 'Good.' });
  expect(refused.text).toContain('Their list ended on 22 May 2028');
  expect((await one(2).client.get(pageOf(2))).text).toContain('Votre liste a pris fin le');
});

test('the record says who agreed and what was offered, by numbers alone', async () => {
  const events = await app.db
    .selectFrom('events')
    .select(['subjectId', 'action', 'details'])
    .where('action', 'like', 'similar-post%')
    .orderBy('id')
    .execute();

  expect(events.map(({ action }) => action)).toEqual([
    'similar-posts-agreed',
    'similar-posts-agreed',
    'similar-posts-agreed',
    'similar-posts-refused',
    'similar-post-offered',
    'similar-post-offered',
    'similar-post-accepted',
    'similar-post-offered',
    'similar-post-offered',
  ]);
  expect(JSON.stringify(events)).not.toMatch(/same kind of team|Marin/);
});
