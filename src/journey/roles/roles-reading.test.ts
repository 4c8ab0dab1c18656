import { afterAll, beforeAll, expect, test } from 'vitest';
import { testApp, type TestApp } from '../../testing.ts';
import { EVERYBODY } from './role-people-testing.ts';
import { everythingIn, nameOf, secretsOf, type Secret } from './role-secrets-testing.ts';
import { expectedOf, isOfCompetition, routesOf, shownBy, walkOf, type Route } from './role-walk-testing.ts';
import { makeRoleWorld, type RoleWorld } from './role-world-testing.ts';

/*
 * Every page there is, asked for by everybody who may have to do with a competition, in that competition and in another.
 * What is there for whom, the tables of the product say; what anybody may learn, `role-secrets-testing.ts` says apart.
 */
let app: TestApp;
let world: RoleWorld;
let pages: Route[];
let own: Secret[];
let secrets: Secret[];
const opened = new Set<string>();
const openedIn = new Set<string>();
const found = new Set<Secret>();
beforeAll(async () => {
  app = await testApp();
  world = await makeRoleWorld(app);
  pages = routesOf(app.routes).filter(({ method }) => method === 'GET');
  own = secretsOf(world.own, { isOwn: true });
  secrets = [...own, ...secretsOf(world.other, { isOwn: false })];
}, 120_000);
afterAll(() => app.close());

test.each(EVERYBODY)(
  '%s finds what the tables give, and learns of nobody what is not theirs to know',
  async (who) => {
    const someone = world.people[who];
    const wrong: string[] = [];

    for (const target of walkOf({ routes: pages, world, someone, inBoth: true })) {
      const answer = await someone.client.get(target.path);
      const [expected, shown] = [expectedOf(target, someone), shownBy(answer)];
      if (answer.status === 200) opened.add(target.route.url);
      if (answer.status === 200) openedIn.add(`${target.path.slice(1, 3)} ${target.route.url}`);
      const isAsExpected = expected === 'as-it-stands' ? answer.status < 500 : shown === expected;
      if (!isAsExpected) wrong.push(`${target.path} (${target.part ?? '–'}): ${shown}, not ${expected}`);
      const all = await everythingIn(answer);
      for (const secret of secrets.filter(({ words }) => words.some((word) => all.includes(word)))) {
        found.add(secret);
        if (!secret.mayKnow.has(who)) wrong.push(`${target.path} tells the ${nameOf(secret)}`);
      }
    }

    expect(wrong).toEqual([]);
  },
  120_000,
);

/**
 * What no state of these competitions shows: a file as it was sent, to who screens without knowing whose it is; figures and
 * a report that nobody has made; an appointment, its offer and its contract, since nobody is chosen yet (`appointment-roles.test.ts`, `offer-roles.test.ts` and
 * `contract-roles.test.ts` walk these).
 */
const NEVER_OPENED = [
  '/…/staff/vacancies/:reference/screening/:number/files/:kind',
  '/…/staff/vacancies/:reference/report/cases/:case.pdf',
  '/…/staff/vacancies/:reference/balance/by-stage.csv',
  ...['', '/ending', '/conditions/:condition/:action', '/verification/:part/:entry/:action'].map(
    (rest) => `/…/staff/vacancies/:reference/appointments/:number${rest}`,
  ),
  '/…/staff/vacancies/:reference/appointments/:number/verification/:part/:entry/letter.pdf',
  '/…/staff/vacancies/:reference/appointments/:number/conditions/:condition/documents/:document',
  ...['', '/:neighbour.json', '/:neighbour.csv', '/messages/:message/stopping'].map(
    (rest) => `/…/staff/vacancies/:reference/appointments/:number/hand-over${rest}`,
  ),
  ...['', '/draft', '/:offer/offer.pdf'].map(
    (rest) => `/…/staff/vacancies/:reference/appointments/:number/offer${rest}`,
  ),
  ...['', '/calendar.ics', '/steps/:action'].map(
    (rest) => `/…/staff/vacancies/:reference/appointments/:number/contract${rest}`,
  ),
];

test('every page of a competition was opened by somebody: none was walked past', () => {
  const closed = pages.filter(({ url, config }) => {
    const { permission = 'vacancies:read' } = config ?? {};
    return isOfCompetition({ url }) && !permission.startsWith('vacancies:') && !opened.has(url);
  });

  expect(closed.map(({ url }) => url).toSorted()).toEqual(NEVER_OPENED.toSorted());
});

test('every page of a competition was read in both languages', () => {
  const ofCompetition = pages.filter(
    ({ url }) => isOfCompetition({ url }) && opened.has(url) && url.startsWith('/…/staff'),
  );
  const once = ofCompetition.filter(({ url }) => ['en', 'fr'].some((language) => !openedIn.has(`${language} ${url}`)));

  expect(ofCompetition.length).toBeGreaterThan(40);
  expect(once.map(({ url }) => url)).toEqual([]);
});

test('all that was looked for was there to be found', () => {
  expect(own.filter((secret) => !found.has(secret)).map(nameOf)).toEqual([]);
});
