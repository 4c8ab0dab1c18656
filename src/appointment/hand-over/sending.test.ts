import type { Kysely } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '../../people/actor.ts';
import { open } from '../../platform/sealing.ts';
import type { Schema } from '../../schema.ts';
import { later } from '../../selection/panel-testing.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { hidden } from '../../selection/panel-testing.ts';
import { recordContractStep } from '../calendar/contract-record-queries.ts';
import { contractSteps } from '../calendar/contract-steps-queries.ts';
import { MAX_TRIES } from './hand-over.ts';
import { HAND_OVER_MESSAGE } from './hand-over-record.ts';
import { byWebhook, eraseSettled, sendHandOvers } from './hand-over-tasks.ts';
import {
  appoint,
  insertAccepted,
  openReceiver,
  setAddress,
  verified,
  type Accepting,
  type Receiver,
} from './hand-over-testing.ts';
import { aboutPayload } from './queueing-queries.ts';

const REFERENCE = '260841';

let app: TestApp;
let administrator: Client;
let badges: Receiver;
let payroll: Receiver;
let secret: string;
let person: Accepting;
let appointmentId: string;

beforeAll(async () => {
  app = await testApp({ INNER_HOSTS: 'localhost' });
  administrator = await app.signedInAs('administrator', 'en');
  badges = await openReceiver();
  payroll = await openReceiver();
  person = await insertAccepted(app, REFERENCE);
  appointmentId = await appoint(app, person);
  await app.mails();
});
afterAll(async () => {
  badges.close();
  payroll.close();
  await app.close();
});
beforeEach(() => {
  badges.received.splice(0);
  payroll.received.splice(0);
});

const send = () => sendHandOvers(app.context);
const messages = (neighbour?: string) =>
  app.db
    .selectFrom('handOvers')
    .selectAll()
    .$if(neighbour !== undefined, (query) => query.where('neighbour', '=', neighbour ?? ''))
    .orderBy('number')
    .execute();
const attempts = (neighbour: string) =>
  app.db
    .selectFrom('handOverAttempts')
    .innerJoin('handOvers', 'handOvers.id', 'handOverId')
    .select(['status', 'problem'])
    .where('neighbour', '=', neighbour)
    .orderBy('handOverAttempts.number')
    .execute();
const eventsOf = async (subject: string) =>
  (
    await app.db
      .selectFrom('events')
      .select(['action', 'details'])
      .where('subject', '=', subject)
      .where('action', 'like', 'hand-over%')
      .orderBy('id')
      .execute()
  ).map(({ action, details }) => `${action} ${(details as { neighbour?: string }).neighbour ?? ''}`.trim());

describe('somebody who is appointed', () => {
  test('is queued for each neighbour in the same transaction, sealed, with what stands then', async () => {
    const queued = await messages();

    expect(queued.map(({ neighbour, event, state }) => `${neighbour} ${event} ${state}`)).toEqual([
      'personnel-records appointment.made waiting',
      'payroll appointment.made waiting',
      'performance-review appointment.made waiting',
      'badge-office appointment.made waiting',
    ]);
    for (const { id, payload } of queued) {
      expect(payload?.includes('Maastricht')).toBe(false);
      const said = open(payload ?? Buffer.of(), app.context.accommodationKeys, aboutPayload(id)).toString('utf8');
      expect(HAND_OVER_MESSAGE.parse(JSON.parse(said))).toMatchObject({ timestamp: '2026-11-22T12:00:00.000Z' });
    }
    expect(await eventsOf('appointment')).toEqual([
      'hand-over-queued personnel-records',
      'hand-over-queued payroll',
      'hand-over-queued performance-review',
      'hand-over-queued badge-office',
    ]);
  });

  test('is told to nobody whose address is not set', async () => {
    expect(await send()).toBe(0);
    expect(await attempts('payroll')).toEqual([]);
  });
});

describe('a message', () => {
  test('arrives signed, with what the mapping of its neighbour names and nothing else', async () => {
    secret = await setAddress(administrator, 'badge-office', badges.url);

    expect(await send()).toBe(1);

    const [got] = badges.received;
    const [message] = await messages('badge-office');
    expect(got?.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'webhook-id': message?.id,
      'webhook-timestamp': String(app.now.getTime() / 1000),
    });
    expect(got && verified(got, secret, app.now)).toEqual({
      type: 'appointment.made',
      timestamp: '2026-11-22T12:00:00.000Z',
      data: {
        application: person.number,
        given_names: expect.any(String),
        family_name: expect.any(String),
        first_day: '2027-03-01',
        valid_until: '2030-02-28',
        ended_on: null,
        city: 'Maastricht',
        clearance: 'NS',
        clearance_until: '2031-11-21',
      },
    });
    expect(message).toMatchObject({ state: 'delivered', tries: 1, nextTryAt: null, settledAt: app.now });
    expect(await send()).toBe(0);
    expect(badges.received).toHaveLength(1);
  });

  test('that is refused is tried again under the same id with the same bytes, signed at its own time', async () => {
    payroll.answers.push(503, 307, 'nothing');
    const key = await setAddress(administrator, 'payroll', payroll.url);
    const short = byWebhook(app.context);

    await send();
    expect(await send()).toBe(0);
    await later(app, '2026-11-22T12:01:07Z');
    await send();
    await later(app, '2026-11-25T09:00:00Z');
    await sendHandOvers(app.context, async (message) =>
      Promise.race([
        short(message),
        new Promise<{ problem: 'timed-out' }>((done) => {
          setTimeout(() => done({ problem: 'timed-out' }), 200);
        }),
      ]),
    );
    await later(app, '2026-11-25T10:00:00Z');
    expect(await send()).toBe(1);

    const { received } = payroll;
    expect(received.map(({ path }) => path)).toEqual(Array(4).fill('/concours'));
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(new Set(received.map(({ body }) => body)).size).toBe(1);
    expect(received.map(({ headers }) => headers['webhook-timestamp'])).toEqual(
      ['2026-11-22T12:00:00Z', '2026-11-22T12:01:07Z', '2026-11-25T09:00:00Z', '2026-11-25T10:00:00Z'].map((at) =>
        String(Date.parse(at) / 1000),
      ),
    );
    const last = received.at(-1);
    expect(last && verified(last, key, new Date('2026-11-25T10:04:59Z'))).toMatchObject({
      // The scale of that year is not adopted yet.
      data: { salary_minor: null, currency: null, step: 1, grade: 'G10' },
    });
    expect(() => last && verified(last, key, new Date('2026-11-25T10:05:02Z'))).toThrow('too old');
    expect(() => last && verified(last, key, new Date('2026-11-25T09:54:58Z'))).toThrow('too new');
    expect(await attempts('payroll')).toMatchObject([
      { status: 503, problem: null },
      { status: 307, problem: null },
      { status: null, problem: 'timed-out' },
      { status: 204, problem: null },
    ]);
  });

  test('goes out once where two processes look for it at the same time', async () => {
    const reviews = await openReceiver();
    await setAddress(administrator, 'performance-review', reviews.url);

    const delivered = await Promise.all([send(), send(), send()]);

    expect(delivered.toSorted()).toEqual([0, 0, 1]);
    expect(reviews.received).toHaveLength(1);
    reviews.close();
  });

  test('goes out again, under the same id, where a process ended before it could write that it was sent', async () => {
    const records = await openReceiver();
    const key = await setAddress(administrator, 'personnel-records', records.url);
    const deliver = byWebhook(app.context);

    const cut = sendHandOvers(app.context, async (message) => {
      await deliver(message);
      throw new Error('cut');
    });
    await expect(cut).rejects.toThrow('cut');
    expect(await attempts('personnel-records')).toEqual([]);
    expect(await send()).toBe(1);

    const said = records.received.map((one) => verified(one, key, app.now));
    expect(said).toHaveLength(2);
    expect(said[0]).toEqual(said[1]);
    expect(records.received[0]?.headers['webhook-id']).toBe(records.received[1]?.headers['webhook-id']);
    records.close();
  });
});

describe('a contract that changes', () => {
  const staff: Actor = {
    accountId: '00000000-0000-4000-8000-00000000000a',
    sessionId: '',
    name: 'Ada Marin',
    email: 'ada@people.example',
    language: 'en',
    roles: ['contract-officer'],
    method: 'password',
    serving: false,
  };
  /** That it ends on a day, as it is recorded whatever its rules say. */
  const endsOn = async (db: Kysely<Schema>, onDay: string) => {
    const seen = (await contractSteps(db, [appointmentId])).get(appointmentId)?.length ?? 0;
    const nothing = { months: null, authority: '', agreedOn: null, terms: null };
    const step = { ...nothing, action: 'end', onDay, ground: 'other', reason: 'So.' } as const;
    const by = { outside: app.context, actor: staff, at: app.now };
    await recordContractStep(db, { appointmentId, seen }, { step, ...by });
  };

  test('is told to those who are told of changes, with what changed, and nothing where it is undone', async () => {
    const before = await messages();
    const undone = app.db.transaction().execute(async (transaction) => {
      await endsOn(transaction, '2033-02-28');
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await messages()).toHaveLength(before.length);

    await endsOn(app.db, '2033-02-28');

    const queued = (await messages()).slice(before.length);
    expect(queued.map(({ neighbour }) => neighbour)).toEqual(['personnel-records', 'payroll', 'performance-review']);
    await send();
    expect(JSON.parse(payroll.received[0]?.body ?? '')).toMatchObject({
      type: 'contract.changed',
      data: { contract_end: '2033-02-28', grade: 'G10' },
    });
  });

  test('is told after what was told of the same appointment before, however often that is tried', async () => {
    for (const day of ['2034-02-28', '2035-02-28']) await endsOn(app.db, day);
    payroll.answers.push(500);

    expect(await send()).toBe(0);
    expect(await send()).toBe(0);
    await later(app, new Date(app.now.getTime() + 70_000).toISOString());
    expect(await send()).toBe(2);

    const ends = payroll.received.map(
      ({ body }) => (JSON.parse(body) as { data: { contract_end: string } }).data.contract_end,
    );
    expect(ends).toEqual(['2034-02-28', '2034-02-28', '2035-02-28']);
  });
});

describe('a message that is given up', () => {
  const until = async () => {
    for (let tried = 0; tried < MAX_TRIES; tried += 1) {
      await later(app, new Date(app.now.getTime() + 5 * 24 * 3_600_000).toISOString());
      await send();
    }
  };

  test('is told to administrators, once for a neighbour, without whose it is', async () => {
    await app.mails();
    payroll.answers.push(...Array(20).fill(500));
    await person.staff.post(`${person.address}/hand-over/neighbours/payroll`);
    await person.staff.post(`${person.address}/hand-over/neighbours/payroll`);

    await until();
    await until();

    expect((await messages('payroll')).map(({ state }) => state).slice(-2)).toEqual(['given-up', 'given-up']);
    const mails = (await app.mails()).filter(({ subject }) => subject === 'Hand-over to Payroll does not arrive');
    expect(mails).toHaveLength(1);
    expect(JSON.stringify(mails)).not.toMatch(new RegExp(`${person.number}|${REFERENCE}`));
  });

  test('stands in the list with what can be done, and is sent again by a person', async () => {
    const list = await person.staff.get('/en/staff/hand-over?state=given-up');
    payroll.answers.splice(0);
    const [, path = ''] = /action="([^"]+\/sending)"/.exec(list.text) ?? [];

    const sent = await person.staff.post(path, { version: hidden(list.text, 'version'), back: 'queue' });
    await send();

    expect(list.text).toContain('Answered with 500. The neighbour failed: ask whoever runs it.');
    expect(sent.location).toBe('/en/staff/hand-over?done=sent');
    expect((await messages('payroll')).filter(({ state }) => state === 'given-up')).toHaveLength(1);
    expect(payroll.received).toHaveLength(1);
  });

  test('is stopped with a reason, by whoever read it last alone', async () => {
    const [message] = (await messages('payroll')).filter(({ state }) => state === 'given-up');
    const path = `${person.address}/hand-over/messages/${message?.id}/stopping`;
    const version = String(message?.version);

    const empty = await person.contracts.post(path, { version, reason: ' ' });
    const stale = await person.contracts.post(path, { version: '1', reason: 'Entered by hand' });
    const done = await person.contracts.post(path, { version, reason: 'Entered by hand' });

    expect(empty.status).toBe(422);
    expect(empty.text).toContain('href="#f-reason"');
    expect(stale.status).toBe(422);
    expect(stale.text).toContain('Somebody changed this meanwhile');
    expect(done.location).toBe(`${person.address}/hand-over?done=stopped`);
    expect((await person.contracts.get(`${person.address}/hand-over`)).text).toContain('Entered by hand');
    const events = await app.db.selectFrom('events').selectAll().where('action', '=', 'hand-over-stopped').execute();
    expect(JSON.stringify(events)).toMatch(/"held":\["[0-9a-f]{64}"\]/);
    expect(JSON.stringify(events)).not.toContain('by hand');
  });

  test('is not touched in the moment in which it is sent', async () => {
    await person.staff.post(`${person.address}/hand-over/neighbours/badge-office`);
    const [message] = (await messages('badge-office')).filter(({ state }) => state === 'waiting');
    const path = `${person.address}/hand-over/messages/${message?.id}/sending`;

    let answer = '';
    await sendHandOvers(app.context, async () => {
      answer = (await person.staff.post(path, { version: String(message?.version) })).text;
      return { status: 200 };
    });

    expect(answer).toContain('It is being sent in this moment');
  });
});

describe('what was handed over', () => {
  test('is kept so many days, then only that it was', async () => {
    await later(app, new Date(app.now.getTime() + 29 * 24 * 3_600_000).toISOString());
    const before = await eraseSettled(app.context);
    await later(app, new Date(app.now.getTime() + 2 * 24 * 3_600_000).toISOString());

    expect(await eraseSettled(app.context)).toBeGreaterThan(0);

    expect(before).toBeGreaterThan(0);
    const settled = (await messages()).filter(({ settledAt }) => settledAt !== null);
    expect(settled.length).toBeGreaterThan(5);
    expect(settled.filter(({ payload }) => payload !== null)).toEqual([]);
    expect((await person.staff.get(`${person.address}/hand-over`)).text).toContain('What it said is kept no longer');
    expect(await eventsOf('appointment')).toContain('hand-over-expired badge-office');
  });

  test('goes with the application', async () => {
    await app.db.deleteFrom('appointments').where('id', '=', appointmentId).execute();

    expect(await messages()).toEqual([]);
    expect(await app.db.selectFrom('handOverAttempts').selectAll().execute()).toEqual([]);
  });
});
