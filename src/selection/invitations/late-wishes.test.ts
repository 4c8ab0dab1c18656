import { afterAll, beforeAll, expect, test } from 'vitest';
import { wordsHash } from '../../people/held-words.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { insertInvited, insertStage } from './invitations-testing.ts';
import { INVITATIONS_DATA } from './own-data-queries.ts';
import { MAX_LATE_WISHES } from './late-wish.ts';

const REFERENCE = '260737';
const STAGE = 'panel-interview';
const NOW = new Date('2026-11-22T12:00:00Z');
const hoursLater = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
const TIMES = (language = 'en') => `/${language}/staff/vacancies/${REFERENCE}/invitations/${STAGE}`;
const WORDS = 'My child fell ill this morning.\nI could come on any other day.';

let app: TestApp;
let recruiter: Client;
let ada: Client;
let number: string;
let stageId: string;
const mine = (language = 'en') => `/${language}/my/applications/${number}/invitations`;
const asks = (words: string) => ada.post(`${mine()}/${STAGE}/request`, { [`reason-${STAGE}`]: words });
const wishes = () => app.db.selectFrom('lateWishes').select(['kind', 'words', 'lateBy']).execute();

beforeAll(async () => {
  app = await testApp();
  app.now = NOW;
  stageId = await insertStage(app.db, { reference: REFERENCE, code: STAGE });
  recruiter = await app.signedInAs('recruiter');
  ada = await app.signedInAs('applicant');
  const wanted = { reference: REFERENCE, stage: STAGE, accountId: ada.accountId };
  const invited = await insertInvited(app.context, wanted);
  const { applicationId } = invited;
  ({ number } = invited);
  const schedule = { stageId, kind: 'slots', zone: 'Europe/Brussels', offeredAt: NOW, offeredBy: recruiter.accountId };
  await app.db
    .insertInto('stageSchedules')
    .values({ ...schedule, chooseBy: hoursLater(-1), changeBy: hoursLater(-1) })
    .execute();
  const { id } = await app.db
    .insertInto('stageSlots')
    .values({ stageId, startsAt: hoursLater(2), minutes: 45, capacity: 1, place: '{}', link: '' })
    .returning('id')
    .executeTakeFirstOrThrow();
  await app.db
    .insertInto('stageAttendances')
    .values({ stageId, applicationId, slotId: id, reply: 'confirmed', repliedAt: NOW })
    .execute();
});
afterAll(() => app.close());

test('what somebody wrote stands on the page again where a request is refused that has no form any more', async () => {
  expect((await asks('I am on a mission.')).location).toContain('done=asked');

  const again = await asks('And my train is late.');

  expect(again.status).toBe(422);
  expect(again.text).toContain('What you wrote was not sent');
  expect(again.text).toContain('<p class="as-typed">And my train is late.</p>');
  expect(await wishes()).toEqual([]);
});

test('another time that is asked for once it has begun is kept as it was typed, once, and shown to its author', async () => {
  app.now = hoursLater(3);

  const refused = await asks(WORDS);
  await asks(WORDS);
  const [english, french] = [await ada.get(mine()), await ada.get(mine('fr'))];

  expect(refused.status).toBe(422);
  for (const { text } of [refused, english]) {
    expect(text).toContain('This came too late, and changed nothing');
    expect(text).toContain(WORDS);
    expect(text).toContain('The time had begun by then.');
    expect(text).toContain(`href="/en/my/applications/${number}/messages"`);
  }
  expect(refused.text).toContain(`id="f-reason-${STAGE}"`);
  expect(french.text).toContain('Ceci est arrivé trop tard et n’a rien changé');
  expect(await wishes()).toEqual([{ kind: 'time', words: WORDS, lateBy: 'slot-begun' }]);
  const events = app.db.selectFrom('events').select(['subjectId', 'actorId', 'details']);
  const { nonce } = await app.db.selectFrom('lateWishes').select('nonce').executeTakeFirstOrThrow();
  const held = [wordsHash('late-wish', { application: number, stage: STAGE, words: WORDS }, nonce ?? '')];
  expect(await events.where('action', '=', 'another-time-asked-late').execute()).toEqual([
    { subjectId: number, actorId: ada.accountId, details: { stage: STAGE, lateBy: 'slot-begun', held } },
  ]);
});

test('those who hold the stage see whose it is, in their words, and what they can do; nobody else of the panel does', async () => {
  const member = await app.signedInAs('staff-member');
  const { text } = await recruiter.get(TIMES());
  const french = (await recruiter.get(TIMES('fr'))).text;

  expect(text).toContain('What came too late');
  expect(text).toContain(WORDS);
  expect(text).toContain('you can give another time under “People”');
  expect(text).toContain(`href="/en/staff/applications/${number}/messages"`);
  expect(french).toContain('Ce qui est arrivé trop tard');
  expect((await member.get(TIMES())).status).toBe(404);
});

test('a stage that is over keeps it too; an empty request and one more than are kept are not', async () => {
  await app.db.updateTable('selectionStages').set({ status: 'closed', closedAt: app.now }).execute();

  await asks('   ');
  for (let count = 1; count < MAX_LATE_WISHES; count += 1) await asks(`Please, ${count}.`);
  const over = await asks('One too many.');

  const kept = await wishes();
  expect(kept).toHaveLength(MAX_LATE_WISHES);
  expect(kept.at(-1)).toMatchObject({ lateBy: 'closed' });
  expect(over.text).toContain('<p class="as-typed">One too many.</p>');
});

test('it is handed out with what is kept of its author, and is never changed', async () => {
  const records = JSON.stringify(await INVITATIONS_DATA.export(app.db, ada.accountId ?? ''));

  expect(records).toContain('My child fell ill');
  await expect(
    app.db
      .updateTable('lateWishes')
      .set({ madeAt: NOW } as never)
      .execute(),
  ).rejects.toThrow('stays as it was made');
});
