import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveAxe } from '../journey/axe-testing.ts';
import {
  axeFindings,
  axeFindingsWithoutScripts,
  launchBrowser,
  openWindow,
  overflow,
} from '../journey/browser-testing.ts';
import type { Language } from '../platform/language.ts';
import { testApp, type TestApp } from '../testing.ts';
import { lastMailTo, linkIn, TEST_PASSWORD } from './people-testing.ts';

let app: TestApp;
let browser: Browser;
let origin: string;
beforeAll(async () => {
  [app, browser] = await Promise.all([testApp(), launchBrowser()]);
  origin = await app.web.listen({ host: '127.0.0.1', port: 0 });
  serveAxe(app.web.server, origin);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const READERS: { language: Language; javaScript: boolean; width: number; dark: boolean }[] = [
  { language: 'en', javaScript: true, width: 1280, dark: false },
  { language: 'fr', javaScript: false, width: 320, dark: true },
];

test.each(READERS)(
  'from no account to a form kept through the sign-in: $language, JavaScript $javaScript',
  { timeout: 180_000 },
  async (reader) => {
    const window = await openWindow(browser, reader);
    const page = await window.newPage();
    const { language } = reader;
    const findings: unknown[] = [];
    const check = async (name: string) => {
      findings.push(...(reader.javaScript ? await axeFindings(page) : await axeFindingsWithoutScripts(page, browser)));
      if ((await overflow(page)) > 0) findings.push(`${name} is wider than the window`);
    };
    const email = `browser-${language}@people.example`;
    const press = () => page.locator('main form button[type=submit]').first().click();

    await page.goto(`${origin}/${language}/accounts/new`);
    await press();
    await check('sign-up-errors');
    await page.fill('[name=givenNames]', 'Ana');
    await page.fill('[name=familyName]', 'Lindqvist');
    await page.fill('[name=email]', email);
    await page.fill('[name=password]', TEST_PASSWORD);
    await press();
    await check('sent');
    await page.goto(origin + linkIn((await lastMailTo(app, email))?.text));
    await check('confirm');
    await press();
    await page.goto(`${origin}/${language}/my/account`);
    await check('my-account');
    await window.clearCookies();
    await page.fill('[name=name]', 'Ana\u00a0Lindqvist-Roy');
    await press();
    await check('signed-out');
    await page.fill('[name=email]', email);
    await page.fill('[name=password]', 'certainly another one');
    await press();
    await check('refused');
    await page.fill('[name=password]', TEST_PASSWORD);
    await press();
    await check('again');
    await press();
    await check('saved');

    expect(await page.inputValue('[name=name]')).toBe('Ana Lindqvist-Roy');
    expect(findings).toEqual([]);
    await window.close();
  },
);
