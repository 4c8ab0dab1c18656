import { writeFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  axeFindings,
  axeFindingsWithoutScripts,
  launchBrowser,
  openWindow,
  overflow,
  type Reader,
} from '../journey/browser-testing.ts';
import { servedApp, type ServedApp } from '../journey/journey-app-testing.ts';
import { insertAccount } from '../people/people-testing.ts';
import type { Role } from '../people/permissions.ts';
import { openSession } from '../people/session-queries.ts';
import { pdfOfPages } from '../platform/pdf/pdf-testing.ts';
import { insertVacancy } from '../vacancies/vacancy-testing.ts';
import { insertDraft, submitApplication } from './application-testing.ts';
import { COVER_LETTER, ESSAY } from './documents/document-testing.ts';

let app: ServedApp;
let browser: Browser;
let folder: string;
let applicant: string;
let draft: string;
let submitted: string;
const REFERENCE = '260601';

beforeAll(async () => {
  [app, browser, folder] = await Promise.all([
    servedApp(),
    launchBrowser(),
    mkdtemp(join(tmpdir(), 'concours-files-')),
  ]);
  const deadlineAt = new Date(app.now.getTime() + 30 * 24 * 3_600_000);
  const notice = { attachments: [COVER_LETTER, ESSAY] };
  await insertVacancy(app.db, { reference: REFERENCE, status: 'published', deadlineAt, notice });
  applicant = (await insertAccount(app.db)).id;
  draft = await insertDraft(app.db, { accountId: applicant, reference: REFERENCE });
  const other = (await insertAccount(app.db, { name: 'Zoé Lefèvre' })).id;
  submitted = await insertDraft(app.db, { accountId: other, reference: REFERENCE });
  await submitApplication(app.db, { accountId: other, number: submitted, rules: app.context.organisation }, app.now);
  await writeFile(join(folder, 'two.pdf'), await pdfOfPages(2));
  await writeFile(join(folder, 'three.pdf'), await pdfOfPages(3));
  await writeFile(join(folder, 'large.pdf'), Buffer.alloc(50_000_000, '%PDF-1.7 '));
});
afterAll(async () => {
  await browser.close();
  await app.close();
  await rm(folder, { recursive: true });
});

/** A window of somebody who has signed in already. */
async function windowOf(accountId: string, reader: Reader): Promise<Page> {
  const context = await openWindow(browser, reader);
  const secret = await openSession(app.db, { accountId, device: 'browser' }, app.now);
  await context.addCookies([{ name: 'session', value: secret, url: app.origin }]);
  return context.newPage();
}

const staff = async (reader: Reader, role: Role = 'recruiter') =>
  windowOf((await insertAccount(app.db, { roles: [role] })).id, reader);

/** Nothing for axe to find, and nothing to scroll for sideways. */
async function expectGood(page: Page, { javaScript }: Reader): Promise<void> {
  expect(await (javaScript ? axeFindings(page) : axeFindingsWithoutScripts(page, browser))).toEqual([]);
  expect(await overflow(page)).toBe(0);
}

const READERS: Reader[] = [
  { language: 'en', javaScript: true, width: 320 },
  { language: 'fr', javaScript: false, width: 1280, dark: true },
];

test.for(READERS)(
  'documents are attached, refused and removed in a browser: %j',
  { timeout: 120_000 },
  async (reader) => {
    const page = await windowOf(applicant, reader);
    const address = `${app.origin}/${reader.language}/my/applications/${draft}/documents`;
    const form = page.locator('form[action$="/cover-letter"]');
    const send = async (file: string) => {
      await form.locator('input[type=file]').setInputFiles(join(folder, file));
      await form.locator('button').click();
    };
    await page.goto(address);
    await expectGood(page, reader);

    await send('three.pdf');
    expect(await page.locator('.error-summary').innerText()).toMatch(/3 pages/);
    await expectGood(page, reader);

    await send('two.pdf');
    await page.waitForURL(/\?stored=cover-letter$/);
    expect(await page.locator('[role=status]').first().innerText()).toMatch(/Cover letter|Lettre de motivation/);
    await expectGood(page, reader);

    await send('large.pdf');
    expect(await page.locator('.error-summary').innerText()).toMatch(/5\sM[Bo]/);

    await page.goto(`${address}/cover-letter/removal`);
    await expectGood(page, reader);
    await page.locator('form[action$="/removal"] button').click();
    expect(page.url()).toContain('?removed=cover-letter');
    await page.context().close();
  },
);

test.for(READERS)('staff read applications in a browser: %j', { timeout: 120_000 }, async (reader) => {
  const page = await staff(reader);

  await page.goto(`${app.origin}/${reader.language}/staff/vacancies/${REFERENCE}/applications`);
  await expectGood(page, reader);
  await page.goto(`${app.origin}/${reader.language}/staff/vacancies/${REFERENCE}/applications?status=withdrawn`);
  await expectGood(page, reader);
  await page.locator('.empty-state a').click();
  await page.locator(`a[href$="/applications/${submitted}"]`).click();
  expect(await page.locator('h1').innerText()).toBe('Ada Marin');
  await expectGood(page, reader);
  await page.context().close();
});
