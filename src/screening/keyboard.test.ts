import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertClosedVacancy } from '../applications/stages/selection-testing.ts';
import { launchBrowser, openWindow } from '../journey/browser-testing.ts';
import { servedApp, type ServedApp } from '../journey/journey-app-testing.ts';
import { insertAccount } from '../people/people-testing.ts';
import { openSession } from '../people/session-queries.ts';
import { insertApplicant, insertMember } from './screening-testing.ts';

const REFERENCE = '260721';

let app: ServedApp;
let browser: Browser;
beforeAll(async () => {
  [app, browser] = await Promise.all([servedApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

test('a sheet is filled in and left for the next one by the keyboard alone', async () => {
  await insertClosedVacancy(app.db, REFERENCE);
  const first = await insertApplicant(app.context, REFERENCE);
  const second = await insertApplicant(app.context, REFERENCE);
  const { id: accountId } = await insertAccount(app.db, { roles: ['recruitment-manager'] });
  await insertMember(app.db, { reference: REFERENCE, accountId });
  const secret = await openSession(app.db, { accountId, device: 'browser' }, app.now);
  const window = await openWindow(browser, { language: 'en', javaScript: true });
  await window.addCookies([{ name: 'session', value: secret, url: app.origin }]);
  const page = await window.newPage();
  const here = `${app.origin}/en/staff/vacancies/${REFERENCE}/screening`;
  await page.goto(`${here}/arrangement`);
  for (const name of ['Begin the screening', 'Share out'])
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name }).click()]);
  await page.goto(`${here}/${first.number}`);

  await page.locator('[data-judged] input[type=radio]').first().focus();
  await page.keyboard.press('1');
  await page.keyboard.press('3');
  await page.keyboard.type('To be tested, 2 or 3 times.');
  const rules = await page
    .locator('[data-judged] input:checked')
    .evaluateAll((all) => all.map((one) => (one as unknown as { value: string }).value));
  await page.locator('[data-judged]').nth(3).locator('input[type=radio]').first().focus();
  for (let key = 0; key < 3; key += 1) await page.keyboard.press('1');
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  const next = page.url();
  await page.locator('[data-judged] input[type=radio]').first().focus();
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('p')]);

  expect(rules).toEqual(['met', 'to-judge', 'met']);
  expect(next).toContain(`/screening/${second.number}?done=saved`);
  expect(page.url()).toContain(`/screening/${first.number}`);
  expect(await page.getByText('To be tested, 2 or 3 times.').count()).toBe(1);
});
