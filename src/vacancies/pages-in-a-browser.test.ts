import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings, launchBrowser, openWindow, overflow, type Reader } from '../journey/browser-testing.ts';
import { servedApp, type ServedApp } from '../journey/journey-app-testing.ts';
import { DOUBT_KINDS } from '../notices/notice.ts';
import { insertAccount } from '../people/people-testing.ts';
import type { Role } from '../people/permissions.ts';
import { openSession } from '../people/session-queries.ts';
import { approvesAll } from './approval/approving-testing.ts';
import { noticeText } from './notice-text-testing.ts';
import { openDoubt } from './review/review.ts';
import { findVacancy, recordVacancy } from './vacancy-queries.ts';
import { insertVacancy } from './vacancy-testing.ts';

let app: ServedApp;
let browser: Browser;
let deadlineAt: Date;
beforeAll(async () => {
  [app, browser] = await Promise.all([servedApp(), launchBrowser()]);
  deadlineAt = new Date(app.now.getTime() + 30 * 24 * 3_600_000);
  const doubts = DOUBT_KINDS.map((kind, index) =>
    openDoubt({ kind, field: FIELDS[index % FIELDS.length] ?? 'title', lines: { from: 8, to: 9 }, values: ['1', '2'] }),
  );
  const notice = { desirable: { en: ['knowledge of locks'], fr: [] } };
  const vacancy = await insertVacancy(app.db, { reference: '260701', status: 'in-review', deadlineAt, doubts, notice });
  const changed = {
    ...vacancy.notice,
    interrelationships: { en: 'Reports to the Director.', fr: 'Relève de la direction.' },
  };
  const made = { state: 'translated', original: 'Reports to nobody.', by: null, at: app.now.toISOString() } as const;
  await recordVacancy(
    app.db,
    { ...vacancy, notice: changed, translations: { 'interrelationships.fr': made } },
    { action: 'edit', by: { kind: 'system' }, at: app.now },
  );
  await insertVacancy(app.db, { reference: '260702', status: 'published', audience: 'internal', deadlineAt });
  const publishAt = new Date(app.now.getTime() + 24 * 3_600_000);
  await insertVacancy(app.db, { reference: '260704', status: 'scheduled', publishAt, deadlineAt });
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const FIELDS = ['title', 'salary', 'essential.fr[1]', 'accountabilities', 'competencies.en[0]', 'nowhere', 'deadline'];

async function windowOf(role: Role, reader: Reader): Promise<BrowserContext> {
  const account = await insertAccount(app.db, { roles: [role], language: reader.language });
  const secret = await openSession(app.db, { accountId: account.id, device: 'test' }, app.now);
  const window = await openWindow(browser, reader);
  await window.addCookies([{ name: 'session', value: secret, url: app.origin }]);
  return window;
}

const READERS: Reader[] = [
  { language: 'en', javaScript: true },
  { language: 'fr', javaScript: true, width: 320 },
  { language: 'en', javaScript: true, width: 320, dark: true },
];
const PAGES = [
  '',
  '/import',
  '/260701',
  '/260702',
  '/260701/edit/header',
  '/260701/edit/qualifications',
  '/260701/publication',
  '/260704/publication',
  '/260702/cancellation',
  '/260702/opening',
  '/../check-rules/parity/numbers',
  '/260701/translation/fr?show=all',
  '/260701/versions/comparison?from=2&to=1',
];

test.for(READERS)('the staff pages have no axe finding and fit: %j', { timeout: 120_000 }, async (reader) => {
  const window = await windowOf('recruitment-manager', reader);
  const page = await window.newPage();

  for (const path of PAGES) {
    await page.goto(`${app.origin}/${reader.language}/staff/vacancies${path}`);

    expect([path, await axeFindings(page), await overflow(page)]).toEqual([path, [], 0]);
  }
  await page.goto(`${app.origin}/${reader.language}/staff/vacancies/260702/edit/header`);
  await page.fill('[name=deadline-year]', '2031');
  await page.click('.edit-form .actions button');
  await page.waitForSelector('#correction');

  expect(['correction', await axeFindings(page), await overflow(page)]).toEqual(['correction', [], 0]);
  await window.close();
});

test(
  'without JavaScript a notice is imported, looked at, mended, submitted and published',
  { timeout: 120_000 },
  async () => {
    const recruiter = await (await windowOf('recruiter', { language: 'en', javaScript: false })).newPage();
    const manager = await (await windowOf('recruitment-manager', { language: 'fr', javaScript: false })).newPage();
    const date = new Intl.DateTimeFormat('en-GB', { day: '2-digit', month: 'short', year: 'numeric' });
    const deadline = date.format(deadlineAt).replaceAll(' ', '-');

    await recruiter.goto(`${app.origin}/en/staff/vacancies/import`);
    await recruiter.fill('[name=text]', noticeText({ reference: '260703', deadline }));
    await recruiter.click('main form button');
    expect(recruiter.url()).toBe(`${app.origin}/en/staff/vacancies/260703`);
    for (let left = 40; left > 0 && (await recruiter.locator('.finding form button').count()) > 0; left -= 1)
      await recruiter.locator('.finding form button').first().click();
    await recruiter.click('a.edit >> nth=1');
    await recruiter.fill('[name="summary.0.en"]', 'The Division keeps the record of eleven rivers.');
    await recruiter.click('.edit-form .actions button');
    await recruiter.click('#moves button');
    await approvesAll(app, '260703');
    await manager.goto(`${app.origin}/fr/staff/vacancies/260703`);
    await manager.click('#moves a.button >> nth=0');
    if ((await manager.locator('[name=reason]').count()) > 0)
      await manager.fill('[name=reason]', 'La suite est en traduction.');
    await manager.click('main form button.button');

    expect(await findVacancy(app.db, '260703')).toMatchObject({ status: 'published' });
    expect(await manager.textContent('#history')).toContain('a publié');
    await recruiter.context().close();
    await manager.context().close();
  },
);
