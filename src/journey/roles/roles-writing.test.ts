import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Db } from '../../schema.ts';
import { testApp, type TestApp } from '../../testing.ts';
import { formFor, keepForms, sendForm, type Forms } from './role-forms-testing.ts';
import { EVERYBODY, type Who } from './role-people-testing.ts';
import { everythingIn, nameOf, secretsOf, type Secret } from './role-secrets-testing.ts';
import {
  expectedOf,
  isOfCompetition,
  permittedTo,
  routesOf,
  shownBy,
  walkOf,
  type Expected,
  type Route,
  type Target,
} from './role-walk-testing.ts';
import { makeRoleWorld, type RoleWorld } from './role-world-testing.ts';

/*
 * Every form there is, sent by everybody who may have to do with a competition: empty, and as it was shown to somebody else
 * who may send it. First by those who may not, who change nothing; then by those who may.
 */
let app: TestApp;
let world: RoleWorld;
let posts: Route[];
let forms: Forms;
let secrets: Secret[];
/** Between them they are shown every form. */
const SHOWN_FORMS: readonly Who[] = [
  'applicant',
  'recruiter',
  'manager',
  'administrator',
  'accommodation-officer',
  'first-screener',
  'second-screener',
  'chair',
  'acting',
  'member',
  'secretary',
  'reviewer',
  'referee',
];
beforeAll(async () => {
  app = await testApp();
  world = await makeRoleWorld(app);
  const routes = routesOf(app.routes);
  posts = routes.filter(({ method }) => method === 'POST');
  const pages = routes.filter(({ method }) => method === 'GET');
  forms = { routes: posts, byPath: new Map(), byRoute: new Map() };
  for (const who of SHOWN_FORMS) {
    const someone = world.people[who];
    for (const target of walkOf({ routes: pages, world, someone }))
      if (permittedTo(target, someone) !== 'not-there')
        keepForms(forms, target.path, await someone.client.get(target.path));
  }
  const own = secretsOf(world.own, { isOwn: true });
  secrets = [...own, ...secretsOf(world.other, { isOwn: false })];
}, 240_000);
afterAll(() => app.close());

/** What is written at every request, whoever asks. */
const OF_EVERY_REQUEST = ['sessions', 'attempts', 'sign_in_steps', 'server_runs', 'refused_requests'];

/** All that is stored, each table by the hash of its rows. */
async function stored(db: Db): Promise<Map<string, string>> {
  const tables = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public'`.execute(db);
  const names = tables.rows.map(({ name }) => name).filter((name) => !OF_EVERY_REQUEST.includes(name));
  const hashes = names.map(async (name): Promise<[string, string]> => {
    const { rows } = await sql<{ hash: string }>`
      select coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as hash from ${sql.table(name)} t`.execute(
      db,
    );
    return [name, rows[0]?.hash ?? ''];
  });
  return new Map(await Promise.all(hashes));
}

/** That a page was looked at is noted though what was sent with it is refused; and so is a sign-in that is. */
const NOTED = ['request-opened', 'evidence-opened', 'application-opened', 'sign-in-refused'];

const countEvents = async ({ db }: TestApp) => {
  const events = db.selectFrom('events').select(({ fn }) => fn.countAll().as('count'));
  return (await events.where('action', 'not in', NOTED).executeTakeFirstOrThrow()).count;
};

const REFUSED: readonly Expected[] = ['signed-out', 'closed', 'not-there'];

test('every form of a competition is known, from a page or by hand', () => {
  const unknown = posts.filter((route) => {
    const { permission = 'vacancies:edit' } = route.config ?? {};
    const ofSelection = isOfCompetition(route) && !permission.startsWith('vacancies:');
    return ofSelection && formFor(forms, { path: '', route }) === undefined;
  });

  expect(unknown.map(({ url }) => url)).toEqual([]);
});

test('the record of a competition under way tells nothing that is not to be read yet', async () => {
  const path = `/en/staff/vacancies/${world.own.reference}/record`;

  for (const who of ['manager', 'auditor'] as const) {
    const answer = await world.people[who].client.post(path);
    expect(answer.headers['content-type']).toBe('application/zip');
    expect(await everythingIn(answer)).toContain(world.own.candidates.agreed.telling[0]?.toLowerCase());
    expect(await tellsTooMuch(who, path, answer)).toEqual([]);
  }
});

test.each(EVERYBODY)(
  'of what %s may not send, nothing is taken and nothing changes',
  async (who) => {
    const someone = world.people[who];
    const before = await stored(app.db);
    const wrong: string[] = [];

    for (const target of walkOf({ routes: posts, world, someone })) {
      const permitted = permittedTo(target, someone);
      if (!REFUSED.includes(expectedOf(target, someone))) continue;
      const form = formFor(forms, target);
      const answers = [await someone.client.post(target.path, {})];
      if (form) answers.push(await sendForm(someone.client, target.path, form));
      for (const answer of answers) {
        // What is gone for somebody who may send such forms is refused in words, or is not there.
        const isRefused = REFUSED.includes(permitted) ? shownBy(answer) === permitted : answer.status >= 400;
        if (!isRefused || answer.status >= 500) wrong.push(`${target.path}: ${answer.status}, not ${permitted}`);
        wrong.push(...(await tellsTooMuch(who, target.path, answer)));
      }
    }

    expect(wrong).toEqual([]);
    expect(await stored(app.db)).toEqual(before);
  },
  120_000,
);

async function tellsTooMuch(who: Who, path: string, answer: Parameters<typeof everythingIn>[0]): Promise<string[]> {
  const all = await everythingIn(answer);
  const told = secrets.filter(({ words, mayKnow }) => !mayKnow.has(who) && words.some((word) => all.includes(word)));
  return told.map((secret) => `${path} tells the ${nameOf(secret)}`);
}

/** Sends somebody’s forms, empty and filled in: what was wrong, and how many were taken. */
async function sendAll(who: Who, isMeant: (target: Target) => boolean) {
  const someone = world.people[who];
  const wrong: string[] = [];
  let taken = 0;
  for (const target of walkOf({ routes: posts, world, someone })) {
    if (REFUSED.includes(expectedOf(target, someone)) || !isMeant(target)) continue;
    for (const form of [{}, formFor(forms, target)]) {
      if (form === undefined) continue;
      const events = await countEvents(app);
      const answer = await sendForm(someone.client, target.path, form);
      if (answer.status < 400) taken += 1;
      if (answer.status >= 500) wrong.push(`${target.path}: ${answer.status}`);
      if (answer.status >= 400 && (await countEvents(app)) !== events)
        wrong.push(`${target.path}: an event, though refused`);
      // What the record tells once stages are closed is more, and is another test's.
      if (!target.path.endsWith('/record')) wrong.push(...(await tellsTooMuch(who, target.path, answer)));
    }
  }
  return { wrong, taken };
}

const isOfTheirOwn = ({ route }: Target) => route.config?.permission === undefined;

test.each(EVERYBODY)(
  'what %s may send is taken, or refused without a trace; never a fault',
  async (who) => {
    expect((await sendAll(who, (target) => !isOfTheirOwn(target))).wrong).toEqual([]);
  },
  120_000,
);

/** What is stored of each person but one, of all who were there at first: by the hash of their rows in each table. */
async function storedOfOthers(db: Db, own: string, known: readonly string[]): Promise<Map<string, string>> {
  const others = known.filter((id) => id !== own);
  const columns = await sql<{ name: string; column: string }>`
    select c.table_name as name, c.column_name as column from information_schema.columns c
    where c.table_schema = 'public'
      and (c.column_name in ('account_id', 'applicant_id') or c.table_name = 'accounts' and c.column_name = 'id')`.execute(
    db,
  );
  const asked = columns.rows.filter(({ name }) => !OF_EVERY_REQUEST.includes(name));
  const hashes = asked.map(async ({ name, column }): Promise<[string, string]> => {
    const { rows } = await sql<{ hash: string }>`
      select coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as hash from ${sql.table(name)} t
      where ${sql.ref(column)}::text = any(${others}::text[])`.execute(db);
    return [`${name}.${column}`, rows[0]?.hash ?? ''];
  });
  return new Map(await Promise.all(hashes));
}

test.each(EVERYBODY)(
  'the forms of their own pages, sent by %s, change nothing that is stored of anybody else',
  async (who) => {
    const { accountId } = world.people[who];
    const known = (await app.db.selectFrom('accounts').select('id').execute()).map(({ id }) => id);
    const before = await storedOfOthers(app.db, accountId, known);

    const { wrong, taken } = await sendAll(who, isOfTheirOwn);

    expect(wrong).toEqual([]);
    expect(taken).toBeGreaterThan(0);
    expect(before.size).toBeGreaterThan(10);
    expect(await storedOfOthers(app.db, accountId, known)).toEqual(before);
  },
  120_000,
);
