import { Client as Connection } from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { insertDraft } from '../applications/application-testing.ts';
import { testApp, type Client, type TestApp } from '../testing.ts';
import { recordInternalDates } from '../vacancies/internal-dates/internal-dates-queries.ts';
import { findVacancy } from '../vacancies/vacancy-queries.ts';
import { isStaff } from '../vacancies/publication/audience.ts';
import { insertVacancy } from '../vacancies/vacancy-testing.ts';
import type { Audience } from '../vacancies/vacancy.ts';

const INTERNAL = '260991';
const NONE = '260992';
const TITLE = 'Keeper of the Weir';

let app: TestApp;
let staff: Client;
let applicant: Client;
beforeAll(async () => {
  app = await testApp();
  staff = await app.signedInAs('staff-member');
  applicant = await app.signedInAs('applicant');
  await published(INTERNAL, 'internal', TITLE);
  const dates = { publicFrom: inDays(7), internalDeadlineAt: inDays(14) };
  await app.db.updateTable('vacancies').set(dates).where('reference', '=', INTERNAL).execute();
  await insertDraft(app.db, { accountId: staff.accountId ?? '', reference: INTERNAL });
});
afterAll(() => app.close());

const inDays = (days: number) => new Date(app.now.getTime() + days * 24 * 3_600_000);

const published = (reference: string, audience: Audience, title: string) =>
  insertVacancy(app.db, {
    reference,
    audience,
    status: 'published',
    notice: { title: { en: title, fr: title }, location: { city: 'Weirtown', country: 'BE' }, grades: ['G3'] },
  });

/** What is asked in an address beside its path: a new way to search, list or follow vacancies gets a line here. */
const ASKED: readonly string[] = [
  '/en/vacancies?text=Weir',
  '/fr/vacancies?text=Weir',
  '/en/vacancies?grade=G3',
  '/en/vacancies?city=Weirtown',
  '/en/vacancies?text=:reference',
];

/** Every address outside the staff pages, for a vacancy and for an application of its. */
const addresses = (reference: string) => [
  ...ASKED.map((path) => ({ method: 'GET', path: path.replace(':reference', reference) })),
  ...routesFor(reference),
];

const routesFor = (reference: string) =>
  app.routes.flatMap(({ method, url }) =>
    /^\/[a-z]{2}\/staff\b|\/sign-out$|\*$/.test(url)
      ? []
      : [method].flat().flatMap((one) => {
          const path = url
            .replace(':reference', reference)
            .replace(':number', `A-${reference}-00001`)
            .replaceAll(/:\w+/g, '1');
          return one === 'GET' || one === 'POST' ? [{ method: one, path }] : [];
        }),
  );

/**
 * The challenge of a passkey and the name of an entry not yet kept are another each time; what was asked stands in the
 * links of the page again.
 */
const withoutChance = (text: string): string =>
  text.replaceAll(/ data-options="[^"]*"|city=Weirtown|(?<![0-9a-f])[0-9a-f]{10}(?![0-9a-f])/g, '');

async function told(client: Client, { method, path }: { method: string; path: string }, reference: string) {
  const { status, location, text } =
    method === 'GET' ? await client.get(path) : await client.post(path, { vacancy: reference });
  return {
    status,
    location: location?.replaceAll(reference, '#'),
    text: withoutChance(text).replaceAll(reference, '#'),
  };
}

async function existing(reference: string) {
  const vacancy = await findVacancy(app.db, reference);
  if (!vacancy) throw new Error('no vacancy');
  return vacancy;
}

test.each(['visitor', 'applicant'] as const)(
  'no address tells a %s of an internal vacancy: each answers as if there was none',
  async (who) => {
    await staff.get(`/en/vacancies/${INTERNAL}`);
    await staff.get('/en/vacancies');
    const client = who === 'visitor' ? app.visitor() : applicant;
    const none = addresses(NONE);

    expect(none.length).toBeGreaterThan(80);
    for (const [index, address] of addresses(INTERNAL).entries()) {
      const there = await told(client, address, INTERNAL);
      const nothing = await told(client, none[index] ?? address, NONE);
      const name = `${address.method} ${address.path}`;
      expect.soft([name, there.status, there.location]).toEqual([name, nothing.status, nothing.location]);
      expect.soft([name, there.text.includes(TITLE), there.text.includes('Weirtown')]).toEqual([name, false, false]);
      expect.soft(there.text === nothing.text ? name : `${name} differs`).toBe(name);
    }
  },
);

test('the dates of serving staff change nothing that a visitor reads', async () => {
  const client = app.visitor();
  const reference = '260981';
  await published(reference, 'both', 'Keeper of the Lock');
  const asked = addresses(reference).filter(({ method }) => method === 'GET');
  const read = async () => {
    const answers = [];
    for (const address of asked) answers.push(await told(client, address, reference));
    return answers;
  };

  const before = await read();
  await recordInternalDates(
    app.db,
    {
      vacancy: { ...(await existing(reference)), internalDeadlineAt: inDays(3) },
      moved: { previousAt: inDays(9), extendedTo: inDays(3) },
    },
    { by: { kind: 'system' }, at: app.now },
  );
  app.now = new Date(app.now.getTime() + 1);
  const after = await read();

  for (const [index, { path }] of asked.entries()) expect.soft([path, after[index]]).toEqual([path, before[index]]);
});

test('nor does the work behind an answer: an internal vacancy is looked for by the very queries that look for none', async () => {
  const queriesFor = async (reference: string) => {
    const query = vi.spyOn(Connection.prototype, 'query');
    await applicant.get(`/en/vacancies/${reference}`);
    await applicant.get(`/en/vacancies/${reference}/eligibility`);
    const asked = query.mock.calls.map(([asking]) => JSON.stringify(asking).replaceAll(reference, '#'));
    query.mockRestore();
    return asked;
  };
  await queriesFor(NONE);

  const [there, nothing] = [await queriesFor(INTERNAL), await queriesFor(NONE)];

  expect(there).toEqual(nothing);
  expect(nothing.length).toBeGreaterThan(1);
});

test('a page remembered for visitors holds nothing of what staff saw a moment before, nor the other way round', async () => {
  const visitor = app.visitor();
  const path = `/en/vacancies/${INTERNAL}`;

  const statuses = [];
  for (const client of [staff, visitor, staff, applicant, visitor]) statuses.push((await client.get(path)).status);
  const lists = [];
  for (const client of [visitor, staff, visitor]) lists.push((await client.get('/en/vacancies')).text.includes(TITLE));

  expect(statuses).toEqual([200, 404, 200, 404, 404]);
  expect(lists).toEqual([false, true, false]);
});

test('an internal vacancy says that it is one, and nothing of it is for search engines', async () => {
  const english = await staff.get(`/en/vacancies/${INTERNAL}`);
  const french = await staff.get(`/fr/vacancies/${INTERNAL}`);

  expect(english.text).toContain('Internal vacancy: only serving staff');
  expect(french.text).toContain('Poste interne\u00a0: seul le personnel en fonction');
  expect(english.text).toContain('<meta name="robots" content="noindex"');
  expect(english.text).not.toContain('application/ld+json');
});

test('every role may see and apply for what is internal, and an account without one may not', async () => {
  for (const role of ['staff-member', 'administrator', 'translator'] as const) {
    const client = await app.signedInAs(role);

    expect((await client.get(`/en/vacancies/${INTERNAL}/eligibility`)).status).toBe(200);
    expect((await client.post('/en/my/applications', { vacancy: INTERNAL })).location).toContain(`A-${INTERNAL}-`);
  }
  expect((await applicant.post('/en/my/applications', { vacancy: INTERNAL })).status).toBe(404);
  expect([isStaff(undefined), isStaff({ roles: [] }), isStaff({ roles: ['staff-member'] })]).toEqual([
    false,
    false,
    true,
  ]);
});

test('an external vacancy is read by everybody; serving staff are told why they cannot apply', async () => {
  await published('260993', 'external', 'Ferry Pilot');
  const page = `/en/vacancies/260993`;

  const byStaff = await staff.get(page);
  const asked = await staff.get(`${page}/eligibility`);
  const begun = await staff.post('/en/my/applications', { vacancy: '260993' });

  expect((await app.visitor().get(page)).text).toContain('serving staff cannot apply');
  expect([byStaff.status, asked.status, begun.status]).toEqual([200, 422, 422]);
  expect(byStaff.text).not.toContain(`${page}/eligibility`);
  expect(asked.text).toContain('This vacancy is for external candidates');
  expect((await applicant.post('/en/my/applications', { vacancy: '260993' })).status).toBe(303);
});
