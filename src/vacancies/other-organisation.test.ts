import { afterEach, expect, test } from 'vitest';
import { testApp, type TestApp } from '../testing.ts';
import { insertVacancy } from './vacancy-testing.ts';

let app: TestApp;
afterEach(() => app.close());

/** A page on a vacancy that a recruiter sees in an organisation. */
async function recruiterPage(organisation: string, path: string): Promise<string> {
  app = await testApp({ ORGANISATION: organisation });
  const notice = { clearance: null, fastTrack: false };
  const { reference } = await insertVacancy(app.db, { status: 'draft', notice });
  const recruiter = await app.signedInAs('recruiter');
  const { status, text } = await recruiter.get(`/en/staff/vacancies/${reference}${path}`);
  expect(status).toBe(200);
  return text;
}

test('the header is edited by the hour, the grades and the names of the organisation', async () => {
  const text = await recruiterPage('northern-rivers', '/edit/header');

  expect(text).toContain('As 23:59 or 23:59:59; leave it empty where the notice prints none');
  expect(text).toContain('23:59:59, Brussels time');
  expect(text).toMatch(/with a comma between: G\d+, G\d+\./);
  expect(text).toContain('Clearance level');
  expect(text).toContain('Fast track');
});

test('nothing is asked about what the organisation does not have', async () => {
  const text = await recruiterPage('rivers-commission', '/edit/header');

  expect(text).toContain('As 12:00 or 12:00:00; leave it empty where the notice prints none');
  expect(text).toContain('12:00:00, Lisbon time');
  expect(text).toContain('Letter of motivation');
  expect(text).not.toMatch(/clearance|fast track|twin/i);
});

test.each(['', '/edit/contract'])(
  'nothing is said of clearances and twin grades where there are none: %s',
  async (path) => {
    expect(await recruiterPage('rivers-commission', path)).not.toMatch(/clearance|fast track|twin/i);
  },
);
