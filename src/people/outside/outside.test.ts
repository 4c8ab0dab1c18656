import { afterAll, beforeAll, expect, test } from 'vitest';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { ROLES_BY_GROUP } from '../../regulations/organisation/organisation-schema.ts';
import { recordRoles } from '../account-queries.ts';
import { eventsOf } from '../event-queries.ts';
import { isRole, permits } from '../permissions.ts';
import { insertAccount, TEST_PASSWORD } from '../people-testing.ts';
import { setUpApp, codeAt } from '../second-factor/second-factor-testing.ts';
import { decideOutside, saidBy } from './outside.ts';
import { testProvider, type OutsidePerson, type TestProvider } from './outside-testing.ts';

const REDIRECT = 'http://concours.test/sign-in/outside/answer';
const source = { en: 'Rule 1', fr: 'Règle 1' };

let app: TestApp;
let provider: TestProvider;
beforeAll(async () => {
  app = await testApp({ OIDC_CLIENT_SECRET: 'a secret' });
  app.now = new Date();
  provider = await testProvider(REDIRECT);
  app.context.organisation.signIn = {
    secondFactor: null,
    outside: {
      issuer: provider.issuer,
      clientId: 'concours',
      name: { en: 'Sign in with the house account', fr: 'Compte de la maison' },
      groupsClaim: 'groups',
      servingStaff: { groups: ['civilian-staff'], days: 30 },
      roles: [
        { group: 'hr-officers', role: 'recruiter' },
        { group: 'translators', role: 'translator' },
      ],
      source,
    },
  };
});
afterAll(() => Promise.all([app.close(), provider.close()]));

let next = 0;
const somebody = (more: Partial<OutsidePerson> = {}): OutsidePerson => {
  next += 1;
  const email = `outside-${next}@house.example`;
  return { sub: `person-${next}`, email, email_verified: true, name: 'Olga Outside', groups: [], ...more };
};

/** To the provider and back, in one browser. */
async function comeBy(client: Client, person: OutsidePerson, path = '/en/sign-in/outside') {
  const sent = await client.get(path);
  return comeBack(client, person, sent.location ?? '');
}
async function comeBack(client: Client, person: OutsidePerson, address: string) {
  const back = new URL(await provider.goThrough(address, person));
  return client.get(back.pathname + back.search);
}
const isIn = async (client: Client) => (await client.get('/en/my/account')).status === 200;
const accountAt = (email: string) =>
  app.db.selectFrom('accounts').selectAll().where('email', '=', email).executeTakeFirst();

test('somebody new comes in by the organisation’s provider, with PKCE, state and nonce, and is known the next time', async () => {
  const person = somebody({ given_name: 'Olga', family_name: 'Outside' });
  const [first, second] = [app.visitor(), app.visitor()];
  const page = await first.get('/en/sign-in');
  const sent = new URL((await first.get('/en/sign-in/outside')).location ?? '');

  const came = await comeBy(first, person);
  await comeBy(second, { ...person, email: 'moved@house.example' });

  expect(page.text).toContain('Sign in with the house account');
  expect(sent.searchParams.get('code_challenge_method')).toBe('S256');
  for (const name of ['state', 'nonce', 'code_challenge'])
    expect(sent.searchParams.get(name)?.length).toBeGreaterThan(40);
  expect(came.status).toBe(303);
  expect([await isIn(first), await isIn(second)]).toEqual([true, true]);
  expect(await accountAt('moved@house.example')).toBeUndefined();
  expect((await first.get('/en/my/profile/person')).text).toContain('value="Olga"');
});

test('an answer for another browser, or the same answer twice, opens nothing', async () => {
  const person = somebody();
  const [mine, theirs] = [app.visitor(), app.visitor()];
  const sent = await mine.get('/en/sign-in/outside');
  await theirs.get('/en/sign-in/outside');
  const back = new URL(await provider.goThrough(sent.location ?? '', person));
  const answer = back.pathname + back.search;

  const planted = await theirs.get(answer);
  const right = await mine.get(answer);
  const twice = await mine.get(answer);

  expect([planted.status, right.status, twice.status]).toEqual([400, 303, 400]);
  expect(await isIn(theirs)).toBe(false);
});

test('an answer that names another issuer is refused', async () => {
  const client = app.visitor();
  const sent = await client.get('/en/sign-in/outside');
  const back = new URL(await provider.goThrough(sent.location ?? '', somebody()));
  back.searchParams.set('iss', 'https://evil.example');

  const mixed = await client.get(back.pathname + back.search);

  expect(mixed.status).toBe(400);
  expect(await isIn(client)).toBe(false);
});

test('an address alone opens no account that is there: its owner signs in once more, then the two are tied', async () => {
  const account = await insertAccount(app.db);
  const person = somebody({ email: account.email });
  const client = app.visitor();

  const asked = await comeBy(client, person);
  const before = await isIn(client);
  await client.post('/en/sign-in', { email: account.email, password: TEST_PASSWORD });
  const later = app.visitor();
  await comeBy(later, person);

  expect([asked.location, before]).toEqual(['/en/sign-in?ended=link', false]);
  expect((await later.get('/en/my/account')).text).toContain(account.email);
});

test('the tie waits for the second factor too, where the account has one', async () => {
  const account = await insertAccount(app.db);
  const owner = app.visitor();
  await owner.post('/en/sign-in', { email: account.email, password: TEST_PASSWORD });
  const { secret } = await setUpApp(app, owner);
  app.now = new Date(app.now.getTime() + 60_000);
  const client = app.visitor();
  await comeBy(client, somebody({ email: account.email }));
  const ties = () => app.db.selectFrom('identities').selectAll().where('accountId', '=', account.id).execute();

  await client.post('/en/sign-in', { email: account.email, password: TEST_PASSWORD });
  const half = await ties();
  await client.post('/en/sign-in/second-step', { code: codeAt(secret, app.now) });

  expect([half.length, (await ties()).length]).toEqual([0, 1]);
});

test('who signed up with somebody else’s address beforehand keeps nothing of it once its owner comes by the provider', async () => {
  const person = somebody();
  const thief = app.visitor();
  await thief.post('/en/accounts/new', {
    givenNames: 'Thief',
    email: person.email,
    password: 'eleven otters under ice',
  });

  await comeBy(app.visitor(), person);
  const signIn = await thief.post('/en/sign-in', { email: person.email, password: 'eleven otters under ice' });

  expect(signIn.status).toBe(422);
  expect((await accountAt(person.email))?.name).toBe('Olga Outside');
  expect(JSON.stringify(await app.db.selectFrom('profiles').select('content').execute())).not.toContain('Thief');
});

test('an address that the provider does not vouch for is no address', async () => {
  const answer = await comeBy(app.visitor(), somebody({ email_verified: false }));

  expect(answer.status).toBe(422);
  expect(answer.text).toContain('did not tell us a confirmed');
});

test('the group makes serving staff, and its end ends it at the next sign-in', async () => {
  const person = somebody({ groups: ['civilian-staff'] });
  const client = app.visitor();

  await comeBy(client, person);
  const within = (await client.get('/en/internal/vacancies')).status;
  await comeBy(client, { ...person, groups: [] });

  expect([within, (await client.get('/en/internal/vacancies')).status]).toEqual([200, 404]);
});

test('an account is tied from within by password and provider, and an identity of another account stays where it is', async () => {
  const person = somebody();
  const mine = await insertAccount(app.db);
  const client = app.visitor();
  await client.post('/en/sign-in', { email: mine.email, password: TEST_PASSWORD });
  const begin = async (password: string) =>
    client.post('/en/my/account/security', { currentPassword: password, action: 'link' });
  const addressIn = (text: string) => /class="button" href="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '';

  const guessed = await begin('a guess');
  const tied = await comeBack(client, person, addressIn((await begin(TEST_PASSWORD)).text));
  const other = somebody();
  await comeBy(app.visitor(), other);
  const taken = await comeBack(client, other, addressIn((await begin(TEST_PASSWORD)).text));

  expect([guessed.status, tied.location, taken.status]).toEqual([422, '/en/my/account/security?done=linked', 409]);
});

test('whose account it is depends on proof alone', () => {
  const nobody = { tiedTo: undefined, linking: undefined, atAddress: undefined };
  const email = 'a@b.example';

  expect(decideOutside({ email }, { ...nobody, atAddress: { id: '1', verified: true } }).kind).toBe('prove');
  expect(decideOutside({ email }, { ...nobody, atAddress: { id: '1', verified: false } }).kind).toBe('create');
  expect(decideOutside({ email: undefined }, { ...nobody, tiedTo: '1' })).toEqual({ kind: 'sign-in', accountId: '1' });
  expect(decideOutside({ email }, { ...nobody, tiedTo: '1', linking: '2' }).kind).toBe('taken');
  expect(saidBy({ email, groups: 'one' }, 'groups')).toMatchObject({
    email: undefined,
    name: undefined,
    groups: ['one'],
  });
});

test('groups entrust with roles at each sign-in and take them away again, but never what was given by hand', async () => {
  const person = somebody({ groups: ['hr-officers', 'translators', 'choir'] });
  const rolesOf = async () => {
    const { id = '' } = (await accountAt(person.email)) ?? {};
    const rows = await app.db
      .selectFrom('accountRoles')
      .select('role')
      .where('accountId', '=', id)
      .orderBy('role')
      .execute();
    return { id, roles: rows.map(({ role }) => role) };
  };

  const client = app.visitor();
  await comeBy(client, person);
  const first = await rolesOf();
  const seen = (await client.get('/en/staff/vacancies')).status;
  await recordRoles(
    app.db,
    { id: first.id, roles: ['translator', 'recruiter', 'auditor'], by: { kind: 'command-line' } },
    app.now,
  );
  await comeBy(app.visitor(), { ...person, groups: [] });
  const kept = await rolesOf();
  await recordRoles(app.db, { id: first.id, roles: ['auditor'], by: { kind: 'command-line' } }, app.now);
  await comeBy(app.visitor(), { ...person, groups: ['translators'] });
  await comeBy(app.visitor(), { ...person, groups: ['hr-officers'] });
  const last = await rolesOf();
  const changes = (await eventsOf(app.db, 'account', first.id)).filter(({ action }) => action === 'roles-changed');

  expect(first.roles).toEqual(['recruiter', 'translator']);
  expect(seen).toBe(200);
  expect(kept.roles).toEqual(['auditor', 'recruiter', 'translator']);
  expect(last.roles).toEqual(['auditor', 'recruiter']);
  expect(changes.at(-1)?.details).toEqual({
    before: ['auditor', 'translator'],
    after: ['auditor', 'recruiter'],
    givenBy: 'provider',
  });
});

test('what a group may give is a role that there is, and never the administration of accounts', () => {
  expect(ROLES_BY_GROUP.every(isRole)).toBe(true);
  expect(ROLES_BY_GROUP.some((role) => permits([role], 'accounts:manage'))).toBe(false);
});
