import { afterAll, beforeAll, expect, test } from 'vitest';
import { findAccount } from '../../people/account-queries.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { insertAppointed } from './appointed-testing.ts';

let app: TestApp;
let officer: Client;
let number: string;
let feed: string;

const REFERENCE = '260541';

beforeAll(async () => {
  app = await testApp();
  officer = await app.signedInAs('contract-officer');
  const person = await app.signedInAs('applicant');
  const account = await findAccount(app.db, officer.accountId ?? '');
  const by = {
    accountId: officer.accountId ?? '',
    sessionId: '',
    name: account?.name ?? '',
    email: account?.email ?? '',
    language: 'en',
    roles: [],
    method: 'password',
    serving: false,
  } as const;
  const at = new Date('2026-11-20T10:00:00Z');
  const chosen = { reference: REFERENCE, accountId: person.accountId ?? '', by, at };
  number = await insertAppointed(app.context, { ...chosen, choice: { startsOn: '2027-03-01' } });
  feed = await made(officer);
});
afterAll(() => app.close());

/** Makes an address on its page, which shows it once. */
async function made(client: Client): Promise<string> {
  const { text } = await client.post('/en/staff/contracts/calendar');
  return /(\/en\/feeds\/contracts\/[\w-]{43}\.ics)/.exec(text)?.[1] ?? '';
}

const unfolded = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n');

test('an address is shown once, and what is kept of it is a hash', async () => {
  const token = /contracts\/([\w-]+)\.ics/.exec(feed)?.[1] ?? '';
  const { text } = await officer.get('/en/staff/contracts/calendar');
  const [row] = await app.db.selectFrom('contractFeeds').selectAll().execute();
  const events = await app.db
    .selectFrom('events')
    .select('details')
    .where('action', 'like', 'contract-calendar%')
    .execute();

  expect(token).toHaveLength(43);
  expect(text).not.toContain(token);
  expect(row?.tokenHash).toHaveLength(32);
  expect(JSON.stringify([row, events])).not.toContain(token);
});

test('a program fetches there the days that stand, all day long, with numbers and nobody’s name', async () => {
  const { status, text, headers } = await app.visitor().get(feed);
  const lines = unfolded(text);

  expect(status).toBe(200);
  expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
  expect(headers['cache-control']).toBe('no-store');
  expect(lines).toContain(`UID:contract-${REFERENCE}-${number}-probation-ends@concours.test`);
  expect(lines).toContain('DTSTART;VALUE=DATE:20270831');
  expect(lines).toContain(String.raw`SUMMARY:End of probation (${REFERENCE}\, ${number})`);
  expect(lines.filter((line) => line.startsWith('UID:'))).toHaveLength(4);
  expect(text).not.toMatch(/Ada|Muster|DTSTART:|TZID/);
  expect(text.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
});

test('the same days are a file for whoever reads the contract', async () => {
  const address = `/en/staff/vacancies/${REFERENCE}/appointments/${number}/contract/calendar.ics`;
  const { status, text, headers } = await officer.get(address);

  expect(status).toBe(200);
  expect(headers['content-disposition']).toContain(`contract-${REFERENCE}-${number}.ics`);
  expect(unfolded(text)).toContain('DTSTART;VALUE=DATE:20300228');
  expect((await app.visitor().get(address)).status).toBe(303);
});

test('a new address ends the one of before, and one that is removed opens nothing', async () => {
  const before = feed;
  feed = await made(officer);

  expect((await app.visitor().get(before)).status).toBe(404);
  expect((await app.visitor().get(feed)).status).toBe(200);
  const removed = await officer.post('/en/staff/contracts/calendar/removal');
  expect(removed.location).toBe('/en/staff/contracts/calendar?done=removed');
  expect((await app.visitor().get(feed)).status).toBe(404);
});

test('roles that were taken away open nothing, nor does an address that was never made', async () => {
  feed = await made(officer);
  const role = { accountId: officer.accountId ?? '', role: 'contract-officer' };
  await app.db.deleteFrom('accountRoles').where('accountId', '=', role.accountId).execute();

  expect((await app.visitor().get(feed)).status).toBe(404);
  await app.db
    .insertInto('accountRoles')
    .values({ ...role, grantedAt: app.now })
    .execute();
  expect((await app.visitor().get(feed)).status).toBe(200);
  expect((await app.visitor().get(`/en/feeds/contracts/${'a'.repeat(43)}.ics`)).status).toBe(404);
  expect((await app.visitor().get('/en/feeds/contracts/.ics')).status).toBe(404);
});

test('of a competition for which its owner applies, nothing is fetched', async () => {
  const accountId = officer.accountId ?? '';
  await app.db
    .updateTable('applications')
    .set({ applicantId: accountId } as never)
    .where('number', '=', number)
    .execute();

  expect(unfolded((await app.visitor().get(feed)).text).filter((line) => line.startsWith('UID:'))).toEqual([]);
});

test('its address is logged by its pattern alone', () => {
  const route = app.routes.find(({ url }) => url.endsWith('/feeds/contracts/:token.ics'));

  expect(route?.config).toMatchObject({ discreet: true });
});
