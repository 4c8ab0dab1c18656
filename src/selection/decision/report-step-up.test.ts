import { createHash, createPublicKey, verify } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertClosedVacancy } from '../../applications/stages/selection-testing.ts';
import { testProvider, type OutsidePerson, type TestProvider } from '../../people/outside/outside-testing.ts';
import { challengeIn, create, get, newDevice } from '../../people/passkeys/passkey-testing.ts';
import { TEST_PASSWORD } from '../../people/people-testing.ts';
import { codeAt, setUpApp } from '../../people/second-factor/second-factor-testing.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { nameMember } from '../panel-testing.ts';

const REFERENCE = '260781';
const REPORT = `/en/staff/vacancies/${REFERENCE}/report`;
const STEP = '/en/my/account/step-up';
const CONTENT = JSON.stringify({
  reference: REFERENCE,
  title: { en: 'Hydrologist' },
  posts: 1,
  panel: [],
  recusals: [],
  stages: [],
  order: [],
  belowPassMark: [],
  proposals: [],
  texts: {},
});
const digest = (text: string) => createHash('sha256').update(text).digest();
const sha256 = digest(CONTENT).toString('hex');
const olga: OutsidePerson = {
  sub: 'olga',
  email: 'olga@house.example',
  email_verified: true,
  name: 'Olga Outside',
  groups: [],
};

let app: TestApp;
let provider: TestProvider;
let manager: Client;
const signatures = () =>
  app.db
    .selectFrom('reportSignatures')
    .select(['accountId', 'name', 'means', 'evidence'])
    .orderBy('signedAt')
    .execute();
const fieldsIn = (text: string) =>
  Object.fromEntries(
    [...text.matchAll(/<input type="hidden" name="([^"]+)"(?: value(?:="([^"]*)")?)?/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );

beforeAll(async () => {
  app = await testApp({ OIDC_CLIENT_SECRET: 'a secret' });
  app.now = new Date();
  provider = await testProvider('http://concours.test/sign-in/outside/answer');
  app.context.organisation.signIn = {
    secondFactor: null,
    outside: {
      issuer: provider.issuer,
      clientId: 'concours',
      name: { en: 'House account', fr: 'Compte de la maison' },
      groupsClaim: 'groups',
      servingStaff: null,
      roles: [],
      source: { en: 'Rule 1', fr: 'Règle 1' },
    },
  };
  await insertClosedVacancy(app.db, REFERENCE);
  manager = await app.signedInAs('recruitment-manager');
  await app.db
    .insertInto('selectionReports')
    .values({
      vacancyReference: REFERENCE,
      number: 1,
      status: 'signing',
      createdAt: app.now,
      content: CONTENT,
      contentSha256: digest(CONTENT),
    })
    .execute();
});
afterAll(() => Promise.all([app.close(), provider.close()]));

async function onPanel(person: Client, name: string): Promise<void> {
  await nameMember(app, { manager, person, name, role: 'panel-member', reference: REFERENCE });
}

async function outsider(): Promise<Client> {
  const client = app.visitor();
  await comeBack(client, (await client.get('/en/sign-in/outside')).location ?? '', olga);
  const { id } = await app.db
    .selectFrom('accounts')
    .select('id')
    .where('email', '=', olga.email)
    .executeTakeFirstOrThrow();
  await app.db.insertInto('accountRoles').values({ accountId: id, role: 'staff-member', grantedAt: app.now }).execute();
  return Object.assign(client, { accountId: id });
}

async function comeBack(client: Client, address: string, person: OutsidePerson) {
  const back = new URL(await provider.goThrough(address, person));
  return client.get(back.pathname + back.search);
}

test('a member signs by a passkey, whose device signs the fingerprint of the report; anybody can check it', async () => {
  const member = await app.signedInAs('staff-member');
  await onPanel(member, 'Rolf Engen');
  await member.post('/en/my/account/security', { currentPassword: TEST_PASSWORD, action: 'passkey' });
  const device = newDevice();
  const made = challengeIn((await member.get('/en/my/account/passkeys')).text);
  await member.post('/en/my/account/passkeys', { name: 'Key', credential: create(device, { challenge: made }) });

  expect((await member.post(`${REPORT}/signature`, { dissent: 'Not the tie.' })).text).toContain('Choose how you show');
  const sent = await member.post(`${REPORT}/signature`, { sha256, dissent: 'Not the tie.', 'step-up': 'passkey' });
  expect(sent.location).toBe(STEP);
  expect(await signatures()).toEqual([]);
  await member.post(STEP, { credential: get(device, { challenge: challengeIn((await member.get(STEP)).text) }) });
  const signed = await member.post(`${REPORT}/signature`, fieldsIn((await member.get(STEP)).text));

  expect(signed.location).toBe(`${REPORT}?done=signed`);
  const [own] = await signatures();
  expect(own).toMatchObject({ name: 'Rolf Engen', means: 'passkey' });
  const { statement, publicKey, response } = (own?.evidence ?? {}) as {
    statement: string;
    publicKey: string;
    response: Record<'clientDataJSON' | 'authenticatorData' | 'signature', string>;
  };
  expect(statement.split('\n')).toContain(`content ${sha256}`);
  const bytes = (text: string) => Buffer.from(text, 'base64url');
  const clientData = bytes(response.clientDataJSON);
  expect(JSON.parse(clientData.toString())).toMatchObject({ challenge: digest(statement).toString('base64url') });
  const key = isoCBOR.decodeFirst<Map<number, Uint8Array>>(new Uint8Array(bytes(publicKey)));
  const point = (at: number) => Buffer.from(key.get(at) ?? []).toString('base64url');
  const jwk = { kty: 'EC', crv: 'P-256', x: point(-2), y: point(-3) };
  const over = Buffer.concat([bytes(response.authenticatorData), createHash('sha256').update(clientData).digest()]);
  expect(verify('sha256', over, createPublicKey({ key: jwk, format: 'jwk' }), bytes(response.signature))).toBe(true);
});

test('a member without a password signs by signing in anew at the provider, for this report alone', async () => {
  const member = await outsider();
  await onPanel(member, 'Olga Outside');
  const page = (await member.get(REPORT)).text;
  expect(page).toContain('By signing in anew: House account');
  expect(page).not.toContain('name="currentPassword"');
  const sign = { sha256, dissent: '', 'step-up': 'provider' };

  const sent = new URL((await member.post(`${REPORT}/signature`, sign)).location ?? '');

  expect([sent.searchParams.get('prompt'), sent.searchParams.get('max_age')]).toEqual(['login', '0']);
  const somebodyElse = { ...olga, sub: 'other', email: 'other@house.example' };
  expect((await comeBack(member, sent.href, somebodyElse)).status).toBe(400);
  const again = (await member.post(`${REPORT}/signature`, sign)).location ?? '';
  expect((await comeBack(member, again, olga)).location).toBe(STEP);
  const waiting = fieldsIn((await member.get(STEP)).text);
  expect(waiting).toMatchObject({ 'step-up': 'proved' });
  expect((await signatures()).map(({ name }) => name)).not.toContain('Olga Outside');
  expect((await member.post(`${REPORT}/signature`, waiting)).location).toBe(`${REPORT}?done=signed`);
  const own = (await signatures()).find(({ name }) => name === 'Olga Outside');
  expect(own).toMatchObject({ means: 'provider', evidence: { issuer: provider.issuer } });
  expect(JSON.stringify(own?.evidence)).not.toContain(olga.email);
});

test('who has an app gives its code with the password; row and event say by which means each signed', async () => {
  const member = await app.signedInAs('staff-member', 'fr');
  await onPanel(member, 'Una Holt');
  const { secret, codes } = await setUpApp(app, member);
  const fr = REPORT.replace('/en/', '/fr/');
  expect((await member.get(fr)).text).toContain('Code de votre application');
  const typed = { sha256, dissent: '', currentPassword: TEST_PASSWORD };

  expect((await member.post(`${fr}/signature`, typed)).text).toContain('Saisissez le code');
  const used = { ...typed, currentCode: codeAt(secret, app.now) };
  expect((await member.post(`${fr}/signature`, used)).status).toBe(422);
  expect((await member.post(`${fr}/signature`, { ...typed, currentCode: codes[0] ?? '' })).location).toBe(
    `${fr}?done=signed`,
  );

  expect((await signatures()).map(({ means }) => means)).toEqual(['passkey', 'provider', 'password-and-code']);
  const events = await app.db.selectFrom('events').select('details').where('action', '=', 'report-signed').execute();
  expect(events.map(({ details }) => (details as { means: string }).means)).toEqual([
    'passkey',
    'provider',
    'password-and-code',
  ]);
});

test('after too many wrong passwords signing answers when to try again, and the right one is not asked', async () => {
  const person = await app.signedInAs('staff-member');
  await onPanel(person, 'Per Vik');
  const sign = (currentPassword: string) =>
    person.post(`${REPORT}/signature`, { currentPassword, sha256, dissent: 'X' });
  const before = await signatures();

  const wrong = [];
  for (let count = 0; count < 10; count += 1) wrong.push((await sign('wrong')).status);
  const kept = await sign(TEST_PASSWORD);
  const inFrench = await person.post(`${REPORT.replace('/en/', '/fr/')}/signature`, {
    currentPassword: 'wrong',
    sha256,
  });

  expect(new Set(wrong)).toEqual(new Set([422]));
  expect([kept.status, inFrench.status]).toEqual([429, 429]);
  expect(Number(kept.headers['retry-after'])).toBeGreaterThan(0);
  expect(kept.text).toMatch(/Too many attempts\. Try again in \d+ minutes?/);
  expect(kept.text).toContain('>X</textarea>');
  expect(inFrench.text).toContain('Trop de tentatives');
  expect(await signatures()).toEqual(before);
});
