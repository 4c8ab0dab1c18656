import { afterAll, beforeAll, expect, test } from 'vitest';
import { permits, ROLES, type Permission, type Role } from '../../people/permissions.ts';
import type { Condition } from '../../regulations/organisation/appointment-schema.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { selectSomebody, stepOn } from './appointment-testing.ts';

const REFERENCE = '260473';
const LANGUAGES = ['en', 'fr'] as const;

let app: TestApp;
let people: Map<Role | 'applicant', Client>;
let number: string;
let routes: { url: string; permission: Permission }[];

beforeAll(async () => {
  app = await testApp();
  people = new Map();
  for (const role of [...ROLES, 'applicant'] as const) people.set(role, await app.signedInAs(role));
  const manager = people.get('recruitment-manager') ?? (await app.signedInAs('recruitment-manager'));
  const candidate = await app.signedInAs('applicant');
  number = await selectSomebody(app, { reference: REFERENCE, manager, candidate });
  await manager.post(addressOf('en', ''));
  await stepOn(await app.signedInAs('medical-officer'), addressOf('en', '/conditions/medical-file/begin'), {
    on: '2026-11-22',
  });
  routes = app.routes
    // Files that a candidate sent are walked by a test of their own, which sends some.
    .filter(({ url }) => url.startsWith('/en/staff/') && url.includes('/appointments') && !url.includes(':document'))
    .filter(({ method }) => method === 'GET')
    // Those of an offer and of a contract are walked by tests of their own; there is no message yet to be handed over.
    .filter(({ url }) => !/\/(offer|contract)|:message/.test(url))
    .map(({ url, config }) => ({ url: url.replace('/en', ''), permission: permissionOf(config) }));
});
afterAll(() => app.close());

function permissionOf(config: { permission?: Permission } | undefined): Permission {
  if (!config?.permission) throw new Error('Every staff page of an appointment needs a permission.');
  return config.permission;
}

const addressOf = (language: string, rest: string) =>
  `/${language}/staff/vacancies/${REFERENCE}/appointments/${number}${rest}`;

/** Every address of a route: each condition with each step that can be taken, each study and post. */
function addressesOf(url: string): { path: string; condition: Condition | undefined }[] {
  const start = url.replace(':reference', REFERENCE).replace(':number', number).replace(':neighbour', 'badge-office');
  const { conditions } = app.context.organisation.appointment;
  const verification = conditions.find(({ kind }) => kind === 'verification');
  if (url.includes(':condition'))
    return conditions.map((condition) => ({
      path: start.replace(':condition', condition.code).replace(':action', 'meet'),
      condition,
    }));
  if (!url.includes(':part')) return [{ path: start, condition: undefined }];
  return ['education/degree', 'experience/post'].map((item) => ({
    path: start.replace(':part/:entry', item).replace(':action', 'confirm'),
    condition: verification,
  }));
}

/** What the permissions and the organisation's data say; the medical file is the medical and the contract office's alone. */
function isThere(role: Role | 'applicant', permission: Permission, condition: Condition | undefined): boolean {
  if (role === 'applicant' || !permits([role], permission)) return false;
  return condition === undefined || condition.office === role;
}

test('every page of an appointment is there for exactly those whose it is, in both languages', async () => {
  const wrong: string[] = [];
  let looked = 0;
  const pages = routes.flatMap(({ url, permission }) => addressesOf(url).map((one) => ({ ...one, permission })));
  for (const [role, client] of people)
    for (const { path, condition, permission } of pages) {
      const language = LANGUAGES[looked % 2] ?? 'en';
      const { status } = await client.get(`/${language}${path}`);
      looked += 1;
      if ((status === 200) !== isThere(role, permission, condition)) wrong.push(`${role} ${path}: ${status}`);
    }

  expect(wrong).toEqual([]);
  expect(looked).toBeGreaterThan(100);
});

test('no form of an appointment changes anything for whoever may not send it', async () => {
  const before = await rows();
  const wrong: string[] = [];
  const forms = ['', '/first-day', '/ending', '/conditions/accreditation/begin', '/verification/education/degree/ask'];
  const may: Record<string, (role: Role) => boolean> = {
    '/conditions/accreditation/begin': (role) => role === 'security-officer',
    '/verification/education/degree/ask': (role) => role === 'contract-officer',
  };
  for (const [role, client] of people)
    for (const form of forms) {
      const allowed = role !== 'applicant' && (may[form]?.(role) ?? permits([role], 'appointments:arrange'));
      if (allowed) continue;
      const { status } = await client.post(addressOf('fr', form), { reason: 'Why', seen: '0', version: '1' });
      if (status !== 404) wrong.push(`${role} ${form}: ${status}`);
    }

  expect(wrong).toEqual([]);
  expect(await rows()).toEqual(before);
});

const rows = async () => ({
  appointments: await app.db.selectFrom('appointments').selectAll().execute(),
  steps: await app.db.selectFrom('conditionSteps').selectAll().execute(),
  letters: await app.db.selectFrom('verificationSteps').selectAll().execute(),
});
