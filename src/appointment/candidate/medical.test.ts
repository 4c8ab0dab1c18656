import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { permits, ROLES, type Role } from '../../people/permissions.ts';
import { later } from '../../selection/panel-testing.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { selectSomebody, stepOn } from '../conditions/appointment-testing.ts';
import { remindOfConditions } from '../conditions/condition-tasks.ts';
import { mailCandidates } from './candidate-tasks.ts';

const REFERENCE = '260487';
/** What says something of the medical condition of a person: its name, its code, its office, and days that nothing else has. */
const MEDICAL =
  /approval of the medical file|approbation du dossier médical|medical-file|medical office|service médical/i;
const ITS_DAYS = /2027-07-13|13 July 2027|13 juillet 2027/;

let app: TestApp;
let staff: string;
let number: string;
let candidate: Client;
let medical: Client;
let people: Map<Role, Client>;

beforeAll(async () => {
  app = await testApp();
  people = new Map();
  for (const role of ROLES) people.set(role, await app.signedInAs(role));
  candidate = await app.signedInAs('applicant');
  medical = as('medical-officer');
  number = await selectSomebody(app, { reference: REFERENCE, manager: as('recruitment-manager'), candidate });
  staff = `/en/staff/vacancies/${REFERENCE}/appointments/${number}`;
  await as('recruiter').post(staff);
  await stepOn(medical, `${staff}/conditions/medical-file/begin`, { on: '2026-11-22' });
  await stepOn(medical, `${staff}/conditions/medical-file/fail`, { on: '2026-11-22' });
  await stepOn(medical, `${staff}/conditions/medical-file/reopen`, { on: '2026-11-22' });
  await stepOn(medical, `${staff}/conditions/medical-file/meet`, { on: '2026-11-22', until: '2027-07-13' });
});
afterAll(() => app.close());

function as(role: Role): Client {
  const client = people.get(role);
  if (!client) throw new Error(`nobody is ${role}`);
  return client;
}

const linksIn = (text: string) =>
  [...text.matchAll(/href="(\/en\/staff[^"#]*)/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));

/** Every staff page that somebody comes to from the list of appointments and from the case, in both languages. */
async function crawl(client: Client): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  const waiting = ['/en/staff/appointments', staff];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (seen.has(path)) continue;
    const answer = await client.get(path);
    seen.set(path, answer.status === 200 ? answer.text : '');
    if (answer.status !== 200 || !String(answer.headers['content-type']).startsWith('text/html')) continue;
    waiting.push(...linksIn(answer.text));
    const french = await client.get(path.replace(/^\/en/, '/fr'));
    seen.set(path.replace(/^\/en/, '/fr'), french.text);
  }
  return seen;
}

const tells = (pages: Map<string, string>) =>
  [...pages].filter(([, text]) => MEDICAL.test(text) || ITS_DAYS.test(text)).map(([path]) => path);

describe('what is medical', () => {
  const seesIt = (role: Role) => permits([role], 'conditions:medical');

  test('is for the medical and the contract office', () => {
    expect(ROLES.filter(seesIt)).toEqual(['medical-officer', 'contract-officer']);
  });

  test.for(ROLES.filter(seesIt))('stands on the page of the appointment for a %s', async (role) => {
    expect(tells(await crawl(as(role)))).toContain(staff);
  });

  test.for(ROLES.filter((role) => !seesIt(role)))(
    'stands on no page that a %s comes to from the appointments',
    { timeout: 60_000 },
    async (role) => {
      const pages = await crawl(as(role));

      expect(tells(pages)).toEqual([]);
      expect(pages.get('/en/staff/appointments') !== '').toBe(permits([role], 'appointments:find'));
    },
  );

  test('is the candidate’s own to read: its state and its days, and nobody else’s', async () => {
    const own = `/en/my/applications/${number}/appointment`;
    const stranger = await app.signedInAs('applicant');

    expect((await candidate.get(own)).text).toMatch(ITS_DAYS);
    expect((await stranger.get(own)).status).toBe(404);
  });

  test('is in no mail and no message, to whomever', async () => {
    await mailCandidates(app.context, app.now);
    await later(app, '2027-07-01T09:00:00Z');
    await remindOfConditions(app.context, app.now);
    await mailCandidates(app.context, app.now);

    const mails = await app.mails();
    const messages = await app.db.selectFrom('messages').select(['subject', 'body']).execute();

    expect(mails.filter(({ subject }) => /Appointments:/.test(subject)).length).toBeGreaterThan(0);
    expect(mails.filter(({ subject }) => subject === 'There is news on your appointment').length).toBeGreaterThan(0);
    for (const text of [...mails.map(({ subject, text: words }) => `${subject}\n${words}`), JSON.stringify(messages)]) {
      expect(text).not.toMatch(/medical|médical/i);
      expect(text).not.toMatch(ITS_DAYS);
    }
  });

  test('is in no event, and in no address that is logged', async () => {
    const events = JSON.stringify(await app.db.selectFrom('events').selectAll().execute());
    const told = app.routes.filter(({ url }) => /:condition/.test(url) || /\/appointments\/:number/.test(url));

    expect(events).not.toMatch(/medical-file|2027-07-13/);
    expect(told.length).toBeGreaterThan(10);
    expect(told.filter(({ config }) => config?.discreet !== true).map(({ url }) => url)).toEqual([]);
  });

  test('is in the copy of data of the person, and in no other export', async () => {
    const textOf = (zip: Buffer) =>
      Object.entries(unzipSync(zip))
        .filter(([name]) => /\.(json|jsonl|csv|txt|html)$/.test(name))
        .map(([name, content]) => `${name}\n${strFromU8(content)}`)
        .join('\n');
    const own = textOf((await candidate.post('/en/my/data/export')).body);
    const theirs = textOf((await medical.post('/en/my/data/export')).body);
    const record = await as('auditor').post(`/en/staff/vacancies/${REFERENCE}/record`);

    expect(own).toContain('medical-file');
    expect(theirs).not.toMatch(/medical-file|2027-07-13/);
    expect(record.status).toBe(200);
    expect(textOf(record.body)).not.toMatch(/medical-file|2027-07-13/);
  });

  test('is found by no search', async () => {
    const found = [
      await app.visitor().get('/en/vacancies?q=medical-file'),
      await app.visitor().get(`/en/vacancies?q=${number}`),
      await app.visitor().get('/api/v1/vacancies?q=2027-07-13'),
    ];

    for (const { text } of found) {
      expect(text.replaceAll(/value="[^"]*"|q=[^"&]*/g, '')).not.toContain(number);
      expect(text).not.toMatch(/approval of the medical file/i);
    }
  });
});
