import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { permits, ROLES, type Role } from '../../people/permissions.ts';
import { TEST_PASSWORD } from '../../people/people-testing.ts';
import { isSealedByFirst, newKey, readKeys } from '../../platform/sealing.ts';
import { hidden, later } from '../../selection/panel-testing.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { sendHandOvers } from './hand-over-tasks.ts';
import {
  appoint,
  insertAccepted,
  openReceiver,
  secretIn,
  setAddress,
  verified,
  type Accepting,
  type Receiver,
} from './hand-over-testing.ts';
import { handOverData } from './own-data-queries.ts';
import { resealHandOvers } from './retention-queries.ts';

const REFERENCE = '260842';
const BADGES = '/en/staff/hand-over/neighbours/badge-office';

let app: TestApp;
let administrator: Client;
let badges: Receiver;
let person: Accepting;
let page: string;

beforeAll(async () => {
  app = await testApp({ INNER_HOSTS: 'localhost' });
  administrator = await app.signedInAs('administrator');
  badges = await openReceiver();
  person = await insertAccepted(app, REFERENCE);
  page = `${person.address}/hand-over`;
});
afterAll(async () => {
  badges.close();
  await app.close();
});
beforeEach(() => void badges.received.splice(0));

const applicant = async () => {
  const { applicantId } = await app.db
    .selectFrom('applications')
    .select('applicantId')
    .where('number', '=', person.number)
    .executeTakeFirstOrThrow();
  return applicantId;
};
const actions = async () =>
  (await app.db.selectFrom('events').select('action').where('subject', '=', 'hand-over').orderBy('id').execute()).map(
    ({ action }) => action,
  );

describe('the list of what is handed over', () => {
  test('says what will be there, before anything is', async () => {
    const { text } = await administrator.get('/en/staff/hand-over');

    expect(text).toContain('No message');
    expect(text).toContain('no address yet');
    expect((await administrator.get('/fr/staff/hand-over')).text).toContain('Aucun message');
  });

  test('says that nothing is handed over where the organisation names nobody', async () => {
    const { handOver } = app.context.organisation;
    app.context.organisation.handOver = { ...handOver, neighbours: [] };

    const { text } = await administrator.get('/en/staff/hand-over');
    app.context.organisation.handOver = handOver;

    expect(text).toContain('Nothing is handed over');
  });
});

describe('the address of a neighbour', () => {
  test('is refused where it would carry data unencrypted, or a password, and kept as it was typed', async () => {
    const version = hidden((await administrator.get(BADGES)).text, 'version');

    const plain = await administrator.post(BADGES, { version, url: 'http://badges.example/in' });
    const secretive = await administrator.post(BADGES, { version, url: 'https://a:b@badges.example/in' });

    expect([plain.status, secretive.status]).toEqual([422, 422]);
    expect(plain.text).toContain('href="#f-url"');
    expect(plain.text).toContain('value="http://badges.example/in"');
    expect(await actions()).toEqual([]);
  });

  test('is taken from nobody who did not show once more who they are', async () => {
    const form = { version: '0', url: badges.url };

    const without = await administrator.post(BADGES, form);
    const wrong = await administrator.post(BADGES, { ...form, currentPassword: 'not mine at all' });

    expect([without.status, wrong.status]).toEqual([422, 422]);
    expect(wrong.text).toContain('href="#f-currentPassword"');
    expect(wrong.text).toContain(`value="${badges.url}"`);
    expect(await app.db.selectFrom('handOverEndpoints').selectAll().execute()).toEqual([]);
  });

  test('comes with a secret that is shown once', async () => {
    const secret = await setAddress(administrator, 'badge-office', badges.url);

    expect(secret).toMatch(/^whsec_/);
    expect((await administrator.get(BADGES)).text).not.toContain('whsec_');
    expect(await actions()).toEqual(['hand-over-address-set', 'hand-over-secret-made']);
    const rows = await app.db.selectFrom('handOverSecrets').selectAll().execute();
    expect(rows.map((row) => row.secret.includes(secret))).toEqual([false]);
    const events = await app.db.selectFrom('events').selectAll().where('subject', '=', 'hand-over').execute();
    expect(JSON.stringify(events)).not.toMatch(/whsec_|\/concours/);
  });

  test('is changed by whoever read it last alone', async () => {
    const form = { url: 'https://other.example/', currentPassword: TEST_PASSWORD };
    const answer = await administrator.post(BADGES, { version: '7', ...form });
    const first = await administrator.post(BADGES, { version: '0', ...form });

    expect([answer.status, first.status]).toEqual([422, 422]);
    expect(answer.text).toContain('Somebody changed this meanwhile');
    expect(answer.text).toContain('value="https://other.example/"');
  });

  test('is tried with a message that says nothing of anybody', async () => {
    badges.answers.push(204, 401);

    const accepted = await administrator.post(`${BADGES}/test`);
    const refused = await administrator.post(`${BADGES}/test`);

    expect(accepted.text).toContain('The test message was accepted');
    expect(refused.text).toContain('check that it has the secret in use');
    expect(JSON.parse(badges.received[0]?.body ?? '')).toEqual({
      type: 'concours.test',
      timestamp: '2026-11-22T12:00:00.000Z',
      data: {},
    });
  });

  test('in a private network is closed unless the configuration names its host', async () => {
    const { INNER_HOSTS } = app.context.config;
    app.context.config.INNER_HOSTS = [];

    const { text } = await administrator.post(`${BADGES}/test`);
    app.context.config.INNER_HOSTS = INNER_HOSTS;

    expect(text).toContain('names its host in INNER_HOSTS');
    expect(badges.received).toEqual([]);
  });
});

describe('a secret', () => {
  test('is changed without a moment in which a message is refused', async () => {
    const old = secretIn((await administrator.post(`${BADGES}/secret`)).text);
    const fresh = secretIn((await administrator.post(`${BADGES}/secret`)).text);
    await administrator.post(`${BADGES}/test`);
    await later(app, '2026-11-29T12:00:01Z');
    await administrator.post(`${BADGES}/test`);

    const [both, after] = badges.received;
    expect(both && verified(both, old, new Date('2026-11-22T12:00:00Z'))).toMatchObject({ type: 'concours.test' });
    expect(both && verified(both, fresh, new Date('2026-11-22T12:00:00Z'))).toMatchObject({ type: 'concours.test' });
    expect(after && verified(after, fresh, app.now)).toMatchObject({ type: 'concours.test' });
    expect(() => after && verified(after, old, app.now)).toThrow('No matching signature');
  });

  test('that is old is ended at once where somebody else may have it', async () => {
    const old = secretIn((await administrator.post(`${BADGES}/secret`)).text);
    await administrator.post(`${BADGES}/secret`);

    expect((await administrator.post(`${BADGES}/old-secret`)).location).toBe(`${BADGES}?done=ended`);
    await administrator.post(`${BADGES}/test`);

    const [got] = badges.received;
    expect(() => got && verified(got, old, app.now)).toThrow('No matching signature');
    expect((await actions()).at(-1)).toBe('hand-over-secret-ended');
  });

  test('is sealed anew when the keys change, with what waits', async () => {
    await appoint(app, person);
    const [old] = app.context.accommodationKeys;
    const keys = readKeys(`${newKey()},${old.toString('base64')}`);

    expect(await resealHandOvers(app.db, keys)).toBe(5);
    expect(await resealHandOvers(app.db, keys)).toBe(0);

    const payloads = await app.db.selectFrom('handOvers').select('payload').execute();
    expect(payloads.every(({ payload }) => payload && isSealedByFirst(payload, keys))).toBe(true);
    app.context.accommodationKeys = [keys[0]];
    expect((await administrator.post(`${BADGES}/test`)).text).toContain('The test message was accepted');
  });
});

describe('the page of an appointment', () => {
  test('shows what each neighbour gets, field by field, and what waits', async () => {
    const { text } = await person.staff.get(page);

    expect(text).toContain('<code>clearance_until</code>');
    expect(text).toContain('2031-11-21');
    expect(text).toContain('No address is set for this neighbour');
    expect((await person.staff.get(page.replace('/en/', '/fr/'))).text).toContain('En l’état actuel');
    expect((await person.staff.get(person.address)).text).toContain(`href="${page}"`);
  });

  test('hands out files with what the mapping names, and says who took them', async () => {
    const json = await person.contracts.get(`${page}/badge-office.json`);
    const csv = await person.contracts.get(`${page}/personnel-records.csv`);

    expect(Object.keys(JSON.parse(json.text) as object)).toEqual([
      'application',
      'given_names',
      'family_name',
      'first_day',
      'valid_until',
      'ended_on',
      'city',
      'clearance',
      'clearance_until',
    ]);
    expect(csv.headers['content-disposition']).toContain(`hand-over-${person.number}-personnel-records.csv`);
    expect(csv.text.split('\r\n')[0]).toMatch(/^\uFEFFapplication,vacancy,post\.en,post\.fr,given_names/);
    expect(csv.text.split('\r\n')).toHaveLength(3);
    const taken = await app.db
      .selectFrom('events')
      .select(['actorId', 'details'])
      .where('action', '=', 'hand-over-downloaded')
      .orderBy('id')
      .execute();
    expect(taken).toEqual([
      { actorId: person.contracts.accountId, details: { neighbour: 'badge-office', format: 'json' } },
      { actorId: person.contracts.accountId, details: { neighbour: 'personnel-records', format: 'csv' } },
    ]);
    expect((await person.contracts.get(`${page}/nobody.json`)).status).toBe(404);
  });

  test('is told to the neighbours when the appointment is ended, after what was told before', async () => {
    const ending = `${person.address}/ending`;
    const version = hidden((await person.staff.get(ending)).text, 'version');
    await person.staff.post(ending, { version, reason: 'They do not take it up.' });

    await sendHandOvers(app.context);

    const types = badges.received.map(({ body }) => JSON.parse(body) as { type: string; data: { ended_on: string } });
    expect(types.map(({ type, data }) => `${type} ${data.ended_on}`)).toEqual([
      'appointment.made null',
      'appointment.ended 2026-11-29',
    ]);
    expect(JSON.stringify(types)).not.toContain('take it up');
  });
});

describe('who sees what', () => {
  test.each(ROLES)('%s', async (role: Role) => {
    const client = await app.signedInAs(role);
    const there = async (path: string) => (await client.get(path)).status === 200;

    const [waiting] = await app.db.selectFrom('handOvers').select('id').where('state', '=', 'waiting').execute();

    expect({
      stop: await there(`${page}/messages/${waiting?.id}/stopping`),
      send: (await client.post(`${page}/messages/${waiting?.id}/sending`, { version: '0' })).status === 422,
      queue: (await client.post(`${page}/neighbours/nobody`)).status,
      list: await there('/en/staff/hand-over'),
      read: await there(page),
      file: await there(`${page}/payroll.csv`),
      configure: await there(BADGES),
    }).toEqual({
      stop: permits([role], 'hand-over:send'),
      send: permits([role], 'hand-over:send'),
      queue: 404,
      list: permits([role], 'hand-over:find'),
      read: permits([role], 'hand-over:read'),
      file: permits([role], 'hand-over:read'),
      configure: permits([role], 'hand-over:configure'),
    });
  });

  test('the list names nobody, and shows an administrator no way to a person', async () => {
    const { text } = await administrator.get('/en/staff/hand-over');
    const { answers } = await app.db
      .selectFrom('applications')
      .select('answers')
      .where('number', '=', person.number)
      .executeTakeFirstOrThrow();
    const { familyName } = (answers as { identity: { familyName: string } }).identity;

    expect(text).toContain(person.number);
    expect(familyName).not.toBe('');
    expect(text.replaceAll(/<header[^]*?<\/header>/g, '')).not.toContain(familyName);
    expect(text).not.toContain('/appointments/');
  });

  test('nobody finds their own appointment, or one of a competition in which they apply', async () => {
    const applicantId = await applicant();
    const belongsTo = (id: string) =>
      sql`update applications set applicant_id = ${id} where number = ${person.number}`.execute(app.db);
    await belongsTo(person.staff.accountId ?? '');

    const list = await person.staff.get('/en/staff/hand-over');
    const own = await person.staff.get(page);
    await belongsTo(applicantId);

    expect(list.text).not.toContain(person.number);
    expect(own.status).toBe(404);
  });
});

test('an address that is removed takes its secrets along, and what is queued waits', async () => {
  await person.staff.post(`${page}/neighbours/badge-office`);

  expect((await administrator.post(`${BADGES}/removal`)).location).toBe('/en/staff/hand-over?done=removed');

  expect(await app.db.selectFrom('handOverSecrets').selectAll().execute()).toEqual([]);
  expect(await sendHandOvers(app.context)).toBe(0);
  expect((await administrator.get('/en/staff/hand-over?neighbour=badge-office')).text).toContain('No address is set');
});

test('the copy of a person’s data holds what was handed over of them, and to whom', async () => {
  const { records } = await handOverData(app.context.accommodationKeys).export(app.db, await applicant());

  expect(records).toContainEqual(
    expect.objectContaining({
      application: person.number,
      neighbour: 'badge-office',
      event: 'appointment.made',
      said: expect.objectContaining({ data: expect.objectContaining({ clearance: 'NS' }) }),
    }),
  );
  expect(app.context.personalData.map(({ name }) => name)).toContain('hand-overs');
});

test('the schema is there for everybody', async () => {
  const { status, headers, text } = await app.visitor().get('/schemas/hand-over-1.json');

  expect(status).toBe(200);
  expect(headers['content-type']).toContain('application/schema+json');
  expect(JSON.parse(text)).toMatchObject({ $id: 'http://concours.test/schemas/hand-over-1.json', type: 'object' });
});
