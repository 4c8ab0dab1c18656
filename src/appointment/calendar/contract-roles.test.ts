import { afterAll, beforeAll, expect, test } from 'vitest';
import { permits, ROLES, type Permission, type Role } from '../../people/permissions.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { insertAppointed } from './appointed-testing.ts';
import { CONTRACT_ACTIONS } from './contract-step.ts';

const REFERENCE = '260551';
const EVERYBODY = [...ROLES, 'applicant'] as const;
type Person = (typeof EVERYBODY)[number];

let app: TestApp;
let people: Map<Person, Client>;
let candidate: Client;
let number: string;

beforeAll(async () => {
  app = await testApp();
  people = new Map();
  for (const role of EVERYBODY) people.set(role, await app.signedInAs(role));
  candidate = await app.signedInAs('applicant');
  const by = {
    accountId: people.get('recruitment-manager')?.accountId ?? '',
    sessionId: '',
    name: 'Olga Ost',
    email: 'olga@people.example',
    language: 'en',
    roles: [],
    method: 'password',
    serving: false,
  } as const;
  const choice = { startsOn: '2027-03-01' };
  const accountId = candidate.accountId ?? '';
  number = await insertAppointed(app.context, { reference: REFERENCE, accountId, by, at: app.now, choice });
});
afterAll(() => app.close());

const contractIn = (language: string) => `/${language}/staff/vacancies/${REFERENCE}/appointments/${number}/contract`;
const may = (role: Person, permission: Permission): boolean => role !== 'applicant' && permits([role], permission);
const steps = () => app.db.selectFrom('contractSteps').selectAll().execute();

test('each page of contracts is there for exactly those whose it is, in both languages', async () => {
  const pages = [
    [(language: string) => contractIn(language), 'contracts:read'],
    [(language: string) => `${contractIn(language)}/calendar.ics`, 'contracts:read'],
    [(language: string) => `${contractIn(language)}/steps/end`, 'contracts:decide'],
    [(language: string) => `/${language}/staff/contracts`, 'contracts:find'],
    [(language: string) => `/${language}/staff/contracts/calendar`, 'contracts:find'],
  ] as const;
  const wrong: string[] = [];
  const inBoth = pages.flatMap(([addressIn, permission]) =>
    ['en', 'fr'].map((language) => ({ address: addressIn(language), permission })),
  );
  for (const [role, client] of people)
    for (const { address, permission } of inBoth) {
      const { status, text } = await client.get(address);
      if ((status === 200) !== may(role, permission)) wrong.push(`${role} ${address}: ${status}`);
      // A page that is not there leads back to where somebody was, and to nothing else.
      if (status !== 200 && text.includes('End of probation')) wrong.push(`${role} is told of it at ${address}`);
    }

  expect(wrong).toEqual([]);
});

test('no step is taken by whoever may not take it, nor by the person, whatever they are entrusted with', async () => {
  await app.db
    .insertInto('accountRoles')
    .values(
      (['recruitment-manager', 'contract-officer'] satisfies Role[]).map((role) => ({
        accountId: candidate.accountId ?? '',
        role,
        grantedAt: app.now,
      })),
    )
    .execute();
  const wrong: string[] = [];
  for (const [who, client] of [...people, ['candidate', candidate] as const])
    for (const action of CONTRACT_ACTIONS) {
      if (who !== 'candidate' && may(who, 'contracts:decide')) continue;
      const { status } = await client.post(`${contractIn('fr')}/steps/${action}`, { seen: '0', reason: 'Why' });
      if (status !== 404) wrong.push(`${who} ${action}: ${status}`);
    }

  expect(wrong).toEqual([]);
  expect(await steps()).toEqual([]);
});

test('a contract of somebody else is nobody’s own, nor asked to become indefinite by another', async () => {
  const other = await app.signedInAs('applicant');
  const mine = `/en/my/applications/${number}/contract`;

  expect((await other.get(mine)).status).toBe(404);
  expect((await other.get(`${mine}/${REFERENCE}/calendar.ics`)).status).toBe(404);
  expect((await other.post(`${mine}/${REFERENCE}/request`, {})).status).toBe(404);
  expect((await candidate.get(`${mine}/${REFERENCE}/calendar.ics`)).status).toBe(200);
  expect((await candidate.get(`${mine}/260999/calendar.ics`)).status).toBe(404);
  expect(await steps()).toEqual([]);
});
