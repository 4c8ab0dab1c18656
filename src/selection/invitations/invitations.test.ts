import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { lastMailTo } from '../../people/people-testing.ts';
import { testApp, type Client, type Form, type TestApp } from '../../testing.ts';
import { freePlaces, remindOfTimes, tellChanges } from './invitation-tasks.ts';
import { insertInvited, insertStage } from './invitations-testing.ts';

const REFERENCE = '260711';
const STAGE = 'panel-interview';
const TIMES = `/en/staff/vacancies/${REFERENCE}/invitations/${STAGE}`;
const NOW = new Date('2026-11-22T12:00:00Z');
const hoursLater = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);

let app: TestApp;
let recruiter: Client;
let secretary: Client;
let ada: Client;
let number: string;
let adaId: string;
let stageId: string;

const day = (name: string, [d, m, y]: [string, string, string], time: string): Form => ({
  [`${name}-day`]: d,
  [`${name}-month`]: m,
  [`${name}-year`]: y,
  [`${name}-time`]: time,
});
const SCHEDULE: Form = {
  kind: 'slots',
  zone: 'Europe/Brussels',
  ...day('choose', ['22', '11', '2026'], '18:00'),
  ...day('change', ['22', '11', '2026'], '19:00'),
};
const LATER: Form = {
  ...SCHEDULE,
  ...day('choose', ['10', '1', '2027'], '18:00'),
  ...day('change', ['20', '1', '2027'], '18:00'),
};
const SLOTS: Form = {
  ...day('first', ['22', '11', '2026'], '20:00'),
  minutes: '45',
  count: '4',
  pause: '15',
  capacity: '1',
  'place-en': 'Room 7',
  'place-fr': 'Salle 7',
};

const emailOf = async (id = '') =>
  (await app.db.selectFrom('accounts').select('email').where('id', '=', id).executeTakeFirstOrThrow()).email;
const slotIds = async () =>
  (await app.db.selectFrom('stageSlots').select('id').where('stageId', '=', stageId).orderBy('startsAt').execute()).map(
    ({ id }) => id,
  );
const mine = (language = 'fr') => `/${language}/my/applications/${number}/invitations`;
const choose = (slot: string, more: Form = {}) =>
  ada.post(`${mine()}/${STAGE}/time`, { [`slot-${STAGE}`]: slot, ...more });
const calendarIn = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

beforeAll(async () => {
  app = await testApp();
  stageId = await insertStage(app.db, { reference: REFERENCE, code: STAGE });
  recruiter = await app.signedInAs('recruiter');
  secretary = await app.signedInAs('staff-member');
  ada = await app.signedInAs('applicant', 'fr');
  const named = { vacancyReference: REFERENCE, addedAt: NOW, addedBy: recruiter.accountId ?? '', name: 'Siri Foss' };
  await app.db
    .insertInto('competitionMembers')
    .values({ ...named, accountId: secretary.accountId ?? '', role: 'panel-secretary' })
    .execute();
  ({ number, applicationId: adaId } = await insertInvited(app.context, {
    reference: REFERENCE,
    stage: STAGE,
    accountId: ada.accountId,
    language: 'fr',
  }));
});
afterAll(() => app.close());
beforeEach(() => {
  app.now = NOW;
});

describe('from an invitation to a time', () => {
  test('times are prepared unseen, then offered with a mail that says nothing', async () => {
    expect((await ada.get(mine())).text).toContain('Les horaires sont encore en préparation');
    const wrong = await secretary.post(`${TIMES}/schedule`, { ...SCHEDULE, 'choose-day': '31' });
    expect(wrong.status).toBe(422);
    expect((await secretary.post(`${TIMES}/schedule`, SCHEDULE)).location).toBe(`${TIMES}?done=saved`);
    expect((await secretary.post(`${TIMES}/times`, SLOTS)).location).toBe(`${TIMES}?done=added`);
    await secretary.post(`${TIMES}/schedule`, { ...SCHEDULE, kind: 'one-time', zone: 'Asia/Tokyo' });
    expect((await ada.get(mine())).text).not.toContain('heure de Bruxelles');

    expect((await secretary.post(`${TIMES}/offer`)).location).toBe(`${TIMES}?done=offered`);
    const twice = await secretary.post(`${TIMES}/offer`);
    expect([twice.status, twice.text.includes('It was changed from elsewhere meanwhile')]).toEqual([422, true]);

    const mail = await lastMailTo(app, await emailOf(ada.accountId));
    expect(mail?.text).not.toMatch(/entretien|2607|Salle/i);
    const page = (await ada.get(`${mine()}?zone=Asia/Tokyo`)).text;
    expect(page).toMatch(/le 22 novembre 2026 à 20.h, heure de Bruxelles/);
    expect(page).toMatch(/Pour vous.: le 23 novembre 2026 à 4.h, heure de Tokyo/);
    expect(page).toContain('Provisoires');
    expect(page).toContain('Maison des jauges');
  });

  test('a time is chosen, with an entry for the calendar in either language', async () => {
    const [first = ''] = await slotIds();

    expect((await choose('')).status).toBe(422);
    expect((await choose(first, { zone: 'Asia/Tokyo' })).location).toBe(`${mine()}?zone=Asia%2FTokyo&done=chosen`);

    const mail = await lastMailTo(app, await emailOf(ada.accountId));
    expect(mail?.text).not.toMatch(/entretien|2607|Salle/i);
    expect(mail?.calendar?.method).toBe('PUBLISH');
    const lines = calendarIn(mail?.calendar?.content ?? '');
    expect(lines).toContain('DTSTART;TZID=Europe/Brussels:20261122T200000');
    expect(lines).toContain('DTEND;TZID=Europe/Brussels:20261122T204500');
    expect(lines).toEqual(expect.arrayContaining(['BEGIN:VTIMEZONE', 'TZID:Europe/Brussels']));
    expect(lines.join('\n')).toMatch(/DESCRIPTION:le 22 novembre 2026 à 20.h\\, heure de Bruxelles/);
    expect(lines).toContain('LOCATION:Salle 7');
    expect(lines).toContain(`UID:stage-${stageId}-${adaId}@concours.test`);
    const english = await ada.get(`${mine('en')}/${STAGE}/calendar.ics`);
    expect(english.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(calendarIn(english.text)).toContain(`SUMMARY:Panel interview (vacancy ${REFERENCE})`);
  });

  test('changed in time, the same entry is sent with a higher number; later it has to be asked for', async () => {
    const [, second = '', third = ''] = await slotIds();
    await choose(second);
    const lines = calendarIn((await lastMailTo(app, await emailOf(ada.accountId)))?.calendar?.content ?? '');
    expect(lines).toContain('SEQUENCE:2');
    expect(lines).toContain('DTSTART;TZID=Europe/Brussels:20261122T210000');
    app.now = new Date('2026-11-22T18:00:01Z');

    expect((await choose(third)).text).toContain('C’était possible jusqu’au terme suivant');
    expect((await ada.post(`${mine()}/${STAGE}/request`, {})).status).toBe(422);
    await ada.post(`${mine()}/${STAGE}/request`, { [`reason-${STAGE}`]: 'Une audience ce jour-là.' });

    expect((await secretary.get(TIMES)).text).toContain('Une audience ce jour-là.');
    expect((await secretary.get(`${TIMES}/people/${number}/answer`)).text).toContain('Another time');
    const answer = await secretary.post(`${TIMES}/people/${number}/answer`, { slot: third, words: 'Entendu.' });
    expect(answer.location).toBe(`${TIMES}?done=answered`);
    const page = (await ada.get(mine())).text;
    expect(page).toContain('Entendu.');
    expect(page).toMatch(/à 22.h/);
  });

  test('a cancelled time frees those who had it and strikes out their entry', async () => {
    const [, , third = ''] = await slotIds();
    expect((await secretary.get(`${TIMES}/times/${third}/cancellation`)).status).toBe(200);

    expect((await secretary.post(`${TIMES}/times/${third}/cancellation`, { reason: '' })).status).toBe(422);
    await secretary.post(`${TIMES}/times/${third}/cancellation`, { reason: 'The room is flooded.' });

    const { calendar } = (await lastMailTo(app, await emailOf(ada.accountId))) ?? {};
    expect(calendar?.method).toBe('CANCEL');
    expect(calendarIn(calendar?.content ?? '')).toEqual(expect.arrayContaining(['STATUS:CANCELLED', 'SEQUENCE:5']));
    expect((await ada.get(mine())).text).toContain('Vous n’avez pas encore d’horaire');
    expect((await secretary.get(TIMES)).text).toContain('The room is flooded.');
  });

  test('nobody else sees or answers it, and a panel member sets no times', async () => {
    const stranger = await app.signedInAs('applicant');
    const member = await app.signedInAs('staff-member');

    expect((await stranger.get(mine('en'))).status).toBe(404);
    expect((await stranger.post(`${mine('en')}/${STAGE}/time`, {})).status).toBe(404);
    expect((await member.get(TIMES)).status).toBe(404);
    expect((await ada.get(`/fr/my/applications/${number}`)).text).toContain(mine());
  });
});

describe('for those ticked', () => {
  test('a time is given, who came is recorded by name, and decides nothing', async () => {
    const [first = ''] = await slotIds();
    expect((await secretary.post(`${TIMES}/people`, { do: 'place', slot: first })).status).toBe(422);
    await secretary.post(`${TIMES}/people`, { numbers: number, do: 'place', slot: first });
    const early = await secretary.post(`${TIMES}/people`, { numbers: number, do: 'outcome', outcome: 'attended' });
    expect(early.text).toContain('Who came is recorded once the time has begun');
    app.now = new Date('2026-11-22T19:10:00Z');

    const mute = await secretary.post(`${TIMES}/people`, { numbers: number, do: 'outcome', outcome: 'absent' });
    expect(mute.status).toBe(422);
    const form = { of: first, do: 'outcome', outcome: 'absent', 'outcome-reason': 'No word from her.' };
    expect((await secretary.post(`${TIMES}/people`, form)).location).toBe(`${TIMES}?done=applied`);

    const events = app.db.selectFrom('events').select(['action', 'actorId', 'details']).where('subjectId', '=', number);
    expect((await events.orderBy('id').execute()).at(-1)).toEqual({
      action: 'attendance-recorded',
      actorId: secretary.accountId,
      details: { stage: STAGE, outcome: 'absent' },
    });
    expect((await secretary.get(TIMES)).text).toContain(`selection?position=invited&amp;number=${number}`);
    expect((await ada.get(mine())).text).toContain('Absence enregistrée');
    const steps = app.db.selectFrom('applicationStages').select('position').where('applicationId', '=', adaId);
    expect((await steps.execute()).map(({ position }) => position)).toEqual(['under-review', 'invited']);
  });

  test('an arrangement shows in neutral words, and gives longer time to nobody else', async () => {
    const bo = await app.signedInAs('applicant');
    const other = await insertInvited(app.context, { reference: REFERENCE, stage: STAGE, accountId: bo.accountId });
    const more = { numbers: other.number, do: 'minutes', 'minutes-more': '80' };
    expect((await secretary.post(`${TIMES}/people`, more)).text).toContain('Nothing is to be arranged for');
    const request = { applicationId: other.applicationId, request: Buffer.from('sealed'), requestedAt: NOW };
    await app.db
      .insertInto('accommodationRequests')
      .values({
        ...request,
        status: 'granted',
        answer: Buffer.from('x'),
        arrangement: 'A third more time',
        decidedAt: NOW,
      })
      .execute();

    await secretary.post(`${TIMES}/people`, more);
    await secretary.post(`${TIMES}/people`, { numbers: other.number, do: 'place', slot: (await slotIds())[1] ?? '' });

    const page = (await secretary.get(TIMES)).text;
    expect(page).toContain('A third more time · 80 minutes more');
    expect(page).toContain('Runs into the next time');
    const { text } = await bo.get(`/en/my/applications/${other.number}/invitations`);
    expect(text).toContain('80 minutes more, as arranged');
    const event = app.db.selectFrom('events').select(['subject', 'details']).where('action', '=', 'time-arranged');
    expect(await event.execute()).toEqual([{ subject: 'accommodation', details: { stage: STAGE } }]);
  });
});

test('of many who choose at once, each gets one time at most and no slot more than its places', async () => {
  const reference = '260712';
  const id = await insertStage(app.db, { reference, code: STAGE });
  const times = `/en/staff/vacancies/${reference}/invitations/${STAGE}`;
  await recruiter.post(`${times}/schedule`, SCHEDULE);
  await recruiter.post(`${times}/times`, { ...SLOTS, count: '2', capacity: '3' });
  await recruiter.post(`${times}/offer`);
  const slots = await app.db.selectFrom('stageSlots').select('id').where('stageId', '=', id).execute();
  const people: { client: Client; number: string }[] = [];
  for (let index = 0; index < 10; index += 1) {
    const client = await app.signedInAs('applicant');
    const invited = await insertInvited(app.context, { reference, stage: STAGE, accountId: client.accountId });
    people.push({ client, number: invited.number });
  }

  const answers = await Promise.all(
    people.flatMap(({ client, number: own }) =>
      slots.map((slot) =>
        client.post(`/en/my/applications/${own}/invitations/${STAGE}/time`, { [`slot-${STAGE}`]: slot.id }),
      ),
    ),
  );

  const held = await app.db.selectFrom('stageAttendances').select(['slotId']).where('stageId', '=', id).execute();
  const counts = slots.map((slot) => held.filter(({ slotId }) => slotId === slot.id).length);
  expect(counts).toEqual([3, 3]);
  expect(held.length).toBe(6);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303, 422]));
  const [taken] = held;
  const [free] = await app.db.selectFrom('applications').select('id').where('number', '=', number).execute();
  await expect(
    app.db
      .insertInto('stageAttendances')
      .values({
        stageId: id,
        applicationId: free?.id ?? '',
        slotId: taken?.slotId ?? null,
        reply: 'confirmed',
        repliedAt: NOW,
      })
      .execute(),
  ).rejects.toThrow('the slot is full');
});

test('each reminder is sent once, changes are told once, and who withdraws frees the place', async () => {
  const reference = '260713';
  const id = await insertStage(app.db, { reference, code: STAGE });
  const times = `/en/staff/vacancies/${reference}/invitations/${STAGE}`;
  const client = await app.signedInAs('applicant');
  const { number: own } = await insertInvited(app.context, { reference, stage: STAGE, accountId: client.accountId });
  await recruiter.post(`${times}/schedule`, LATER);
  await recruiter.post(`${times}/times`, { ...SLOTS, ...day('first', ['1', '2', '2027'], '9:00') });
  await recruiter.post(`${times}/offer`);
  const email = await emailOf(client.accountId);
  const remindAt = (at: string) => remindOfTimes(app.context, new Date(at));
  const mailAt = async (at: string) => {
    app.now = new Date(at);
    const mail = await lastMailTo(app, email);
    app.now = NOW;
    return mail;
  };
  const [slot] = await app.db
    .selectFrom('stageSlots')
    .select('id')
    .where('stageId', '=', id)
    .orderBy('startsAt')
    .execute();

  expect(await remindAt('2027-01-07T16:59:00Z')).toBe(0);
  expect(await remindAt('2027-01-07T17:00:00Z')).toBe(1);
  expect((await mailAt('2027-01-07T17:00:00Z'))?.subject).toBe('A time waits for you to choose it');
  expect(await remindAt('2027-01-07T18:00:00Z')).toBe(0);
  await client.post(`/en/my/applications/${own}/invitations/${STAGE}/time`, { [`slot-${STAGE}`]: slot?.id ?? '' });
  await remindAt('2027-01-30T08:00:00Z');
  expect((await mailAt('2027-01-30T08:00:00Z'))?.subject).toBe('A time of yours is near');
  expect(await remindAt('2027-01-30T09:00:00Z')).toBe(0);

  const change = { stageId: id, at: NOW, actorId: recruiter.accountId ?? '', before: '{}', after: '{}' };
  await app.db
    .insertInto('selectionStageChanges')
    .values({ ...change, reason: 'A strike of trains.' })
    .execute();
  expect([await tellChanges(app.context, NOW), await tellChanges(app.context, NOW)]).toEqual([1, 0]);
  expect((await client.get(`/en/my/applications/${own}/invitations`)).text).toContain('A strike of trains.');

  await client.post(`/en/my/applications/${own}/withdrawal`, { confirm: 'yes' });
  expect([await freePlaces(app.context, hoursLater(1)), await freePlaces(app.context, hoursLater(2))]).toEqual([1, 0]);
  expect((await mailAt('2026-11-22T13:00:00Z'))?.calendar?.method).toBe('CANCEL');
});
