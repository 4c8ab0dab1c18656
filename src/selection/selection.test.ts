import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertClosedVacancy, insertSubmitted } from '../applications/stages/selection-testing.ts';
import { testApp, type Client, type Form, type TestApp } from '../testing.ts';
import { invite, nameMember } from './panel-testing.ts';
import { planOf } from './plan/plan-queries.ts';

const REFERENCE = '260421';
const BASE = `/en/staff/vacancies/${REFERENCE}`;

let app: TestApp;
let manager: Client;
let chair: Client;
let one: Client;
let two: Client;
const numbers: string[] = [];
let stage = { id: '', keys: ['', ''] };

beforeAll(async () => {
  app = await testApp();
  await insertClosedVacancy(app.db, REFERENCE);
  for (let count = 0; count < 3; count += 1)
    numbers.push((await insertSubmitted(app.context, { reference: REFERENCE })).number);
  manager = await app.signedInAs('recruitment-manager');
  [chair, one, two] = [
    await app.signedInAs('staff-member'),
    await app.signedInAs('staff-member'),
    await app.signedInAs('staff-member'),
  ];
  for (const [person, name, role] of [
    [chair, 'Ellen Dahl', 'panel-chair'],
    [one, 'Rolf Engen', 'panel-member'],
    [two, 'Siri Foss', 'panel-member'],
  ] as const)
    await nameMember(app, { manager, person, name, role, reference: REFERENCE });
});
afterAll(() => app.close());

const sheetOf = (number: string | undefined) => `${BASE}/stages/${stage.id}/scores/${number}`;
const given = (points: [number, number], note = 'Led it herself.'): Form =>
  Object.fromEntries(
    stage.keys.flatMap((key, at) => [
      [`points-${key}`, String(points[at])],
      [`note-${key}`, note],
    ]),
  );
const agreed = (points: [number, number], note: string): Form =>
  Object.fromEntries(
    stage.keys.flatMap((key, at) => [
      [`agreed-points-${key}`, String(points[at])],
      [`agreed-note-${key}`, note],
    ]),
  );

describe('a plan', () => {
  test('is made of what the notice asks for, and opens once every question is written', async () => {
    expect((await manager.get(`${BASE}/stages`)).text).toContain('No stage is planned yet');
    const added = await manager.post(`${BASE}/stages`, { code: 'panel-interview' });
    const [planned] = await planOf(app.db, REFERENCE);
    expect(added.location).toBe(`${BASE}/stages/${planned?.id}?done=planned`);

    const { text } = await manager.get(`${BASE}/stages/${planned?.id}`);
    const keys = [...text.matchAll(/name="weight-(c\w+)"/g)].map(([, key = '']) => key);
    expect(keys.length).toBeGreaterThan(1);
    stage = { id: planned?.id ?? '', keys: keys.slice(0, 2) };
    const form: Form = { version: '1', weight: '100', 'pass-mark': '40', 'assessed-by': 'panel', 'place-en': 'Room 3' };
    for (const [at, key] of stage.keys.entries()) Object.assign(form, { [`weight-${key}`]: String(2 - at) });

    await manager.post(`${BASE}/stages/${stage.id}`, form);
    expect((await manager.post(`${BASE}/stages/${stage.id}/opening`)).text).toContain(
      'Write the question that everybody is asked',
    );
    for (const key of stage.keys)
      Object.assign(form, { [`question-en-${key}`]: 'When did you?', [`question-fr-${key}`]: 'Quand ?' });
    const wrong = await manager.post(`${BASE}/stages/${stage.id}`, { ...form, version: '2', weight: 'much' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('value="much"');
    await manager.post(`${BASE}/stages/${stage.id}`, { ...form, version: '2' });

    expect((await manager.post(`${BASE}/stages/${stage.id}/opening`)).location).toBe(`${BASE}/stages?done=opened`);
  });

  test('changes with a reason once it is open, and is held to that by the database', async () => {
    const { text } = await manager.get(`${BASE}/stages/${stage.id}`);
    const form: Form = Object.fromEntries(
      [...text.matchAll(/name="([^"]+)"[^>]* value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
    );
    const moved = { ...form, fixed: '', 'assessed-by': 'panel', 'place-en': 'Room 5' };

    expect((await manager.post(`${BASE}/stages/${stage.id}`, moved)).text).toContain('Say why it changes');
    const done = await manager.post(`${BASE}/stages/${stage.id}`, { ...moved, reason: 'Room 3 is flooded.' });
    expect(done.location).toBe(`${BASE}/stages?done=saved`);
    expect((await manager.get(`${BASE}/stages/${stage.id}`)).text).toContain('Room 3 is flooded.');
    await expect(
      app.db.updateTable('selectionStages').set({ weight: 1 }).where('id', '=', stage.id).execute(),
    ).rejects.toThrow('with its reason alone');
  });
});

describe('scores', () => {
  test('are for those who declared, and of nobody from whom one is recused', async () => {
    await invite(manager, REFERENCE, { numbers, stage: 'panel-interview' });
    expect((await one.post(sheetOf(numbers[0]), given([3, 3]))).text).toContain('Sign your declaration of interests');

    await chair.post(`${BASE}/declaration`, { declares: 'yes' });
    await one.post(`${BASE}/declaration`, { declares: 'yes' });
    await two.post(`${BASE}/declaration`, {
      declares: 'yes',
      [`kind-${numbers[2]}`]: 'friendship',
      [`why-${numbers[2]}`]: 'We sail together.',
    });

    expect((await two.get(sheetOf(numbers[2]))).status).toBe(404);
    expect((await two.post(sheetOf(numbers[2]), { ...given([5, 5]), do: 'sign' })).status).toBe(404);
    expect((await two.get(sheetOf(numbers[0]))).status).toBe(200);
  });

  test('of others are in no page before one has signed one’s own', async () => {
    const secret = 'She named three floods.';
    const signed = await chair.post(sheetOf(numbers[0]), { ...given([5, 4], secret), do: 'sign' });
    expect(signed.location).toBe(`${sheetOf(numbers[0])}?done=signed`);

    await one.post(sheetOf(numbers[0]), { ...given([3, 3], 'Begun.'), do: 'keep' });
    for (const address of [sheetOf(numbers[0]), `${BASE}/stages/${stage.id}/scores`, `${BASE}/merit`])
      expect((await one.get(address)).text).not.toContain(secret);
    expect((await manager.get(sheetOf(numbers[0]))).text).not.toContain(secret);
    const missing = await one.post(sheetOf(numbers[0]), { ...given([3, 3], ''), do: 'sign' });
    expect(missing.text).toContain('Write the note');
    expect((await chair.get(sheetOf(numbers[0]))).text).not.toContain('Begun.');

    await one.post(sheetOf(numbers[0]), { ...given([2, 4], 'Heard two.'), version: '1', do: 'sign' });

    expect((await one.get(sheetOf(numbers[0]))).text).toContain(secret);
    expect((await two.get(sheetOf(numbers[0]))).text).not.toContain(secret);
  });

  test('once signed stay as they are, in the application and in the database', async () => {
    expect((await chair.post(sheetOf(numbers[0]), { ...given([1, 1]), version: '1', do: 'sign' })).status).toBe(422);
    await expect(
      app.db.updateTable('scoreSheets').set({ version: 9 }).where('signedAt', 'is not', null).execute(),
    ).rejects.toThrow('signed scores are never changed');
  });

  test('are agreed on by the panel once all have signed, with a note where they differ', async () => {
    const early = await chair.post(`${sheetOf(numbers[0])}/agreement`, agreed([4, 4], 'x'));
    expect(early.text).toContain('Has yet to sign: Siri Foss.');
    await two.post(sheetOf(numbers[0]), { ...given([4, 4]), do: 'sign' });

    expect((await one.post(`${sheetOf(numbers[0])}/agreement`, agreed([4, 4], 'x'))).status).toBe(404);
    expect((await chair.post(`${sheetOf(numbers[0])}/agreement`, agreed([4, 4], ''))).text).toContain('Write the note');
    const done = await chair.post(`${sheetOf(numbers[0])}/agreement`, agreed([4, 4], 'Two examples of five.'));
    expect(done.location).toBe(`${sheetOf(numbers[0])}?done=agreed`);
    expect((await chair.get(`${BASE}/stages/${stage.id}/scores`)).text).toMatch(/Rolf Engen.*2 beside 4\.5/s);
  });

  test('are not agreed on below the quorum', async () => {
    const { id } = await app.db
      .selectFrom('applications')
      .select('id')
      .where('number', '=', numbers[1] ?? '')
      .executeTakeFirstOrThrow();
    const bars = [one, two].map(({ accountId = '' }) => ({
      vacancyReference: REFERENCE,
      accountId,
      applicationId: id,
      kind: 'friendship',
      foundBy: 'declared',
      foundAt: app.now,
    }));
    await app.db.insertInto('conflictsOfInterest').values(bars).execute();
    await chair.post(sheetOf(numbers[1]), { ...given([4, 4]), do: 'sign' });

    const refused = await chair.post(`${sheetOf(numbers[1])}/agreement`, agreed([4, 4], ''));
    expect(refused.text).toContain('below its quorum');

    await app.db.deleteFrom('conflictsOfInterest').where('applicationId', '=', id).execute();
  });

  test('of a language are levels, corrected with a reason, and never those of whom one is recused from', async () => {
    const levels = `${BASE}/stages/${stage.id}/languages`;
    const [number = ''] = numbers;
    const typed = { [`level-${number}-en`]: 'V', [`level-${number}-fr`]: 'II' };

    expect((await chair.post(levels, typed)).status).toBe(404);
    expect((await manager.post(levels, typed)).location).toBe(`${levels}?done=2`);
    const wrong = await manager.post(levels, { ...typed, [`level-${number}-fr`]: 'IV' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('say below why it is corrected');
    const corrected = await manager.post(levels, {
      ...typed,
      [`level-${number}-fr`]: 'IV',
      reason: 'Sheets were mixed up.',
    });
    expect(corrected.location).toBe(`${levels}?done=1`);

    expect((await chair.get(levels)).text).toContain('the notice asks for');
    expect((await two.get(levels)).text).not.toContain(numbers[2]);
    expect(await app.db.selectFrom('languageResults').select('level').execute()).toHaveLength(3);
  });

  test('keep a stage open until nobody waits for the panel', async () => {
    expect((await manager.post(`${BASE}/stages/${stage.id}/closing`)).text).toContain(
      'has yet to agree on 2 of those invited',
    );
    for (const [who, number] of [
      [one, 1],
      [two, 1],
      [chair, 2],
      [one, 2],
    ] as const)
      await who.post(sheetOf(numbers[number]), { ...given(number === 1 ? [4, 4] : [1, 2]), do: 'sign' });
    await chair.post(`${sheetOf(numbers[1])}/agreement`, agreed([4, 4], ''));
    await chair.post(`${sheetOf(numbers[2])}/agreement`, agreed([1, 2], ''));

    expect((await manager.post(`${BASE}/stages/${stage.id}/closing`)).location).toBe(`${BASE}/stages?done=closed`);
  });
});

test('the order of merit says the same rank for the same score, who ended where, and how each figure comes about', async () => {
  const { text } = await manager.get(`${BASE}/merit`);

  expect([...text.matchAll(/80\.00/g)].length).toBeGreaterThan(1);
  expect(text).toContain('tied');
  expect(text).toContain('Ended at: Panel interview');
  expect(text).toContain('4 of 5, weight 2');
  expect((await two.get(`${BASE}/merit`)).text).not.toContain(numbers[2]);
  expect((await manager.get(`/fr/staff/vacancies/${REFERENCE}/merit`)).text).toContain('80,00');
});
