import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings, launchBrowser, openWindow, overflow } from '../journey/browser-testing.ts';
import { LANGUAGES } from '../platform/language.ts';
import { serveSite } from './site-server-testing.ts';
import { AReceipt, EveryPart, StaffParts } from './site-testing.tsx';

const PARTS = { parts: EveryPart, staff: StaffParts, receipt: AReceipt };
const WINDOWS = LANGUAGES.flatMap((language) =>
  [320, 1280].flatMap((width) => [false, true].map((dark) => ({ language, width, dark }))),
);

let browser: Browser;
let site: Awaited<ReturnType<typeof serveSite>>;

beforeAll(async () => {
  const pages = LANGUAGES.flatMap((language) =>
    Object.entries(PARTS).map(([name, Part]) => [`/${language}/${name}`, () => <Part language={language} />] as const),
  );
  site = await serveSite({ pages: Object.fromEntries(pages) });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  site.close();
});

test.each(WINDOWS)('nobody is kept out: $language, $width px wide, dark $dark', async (reader) => {
  const window = await openWindow(browser, { ...reader, javaScript: true });
  const page = await window.newPage();
  const found: Record<string, unknown> = {};
  for (const name of Object.keys(PARTS)) {
    await page.goto(`${site.address}/${reader.language}/${name}`);
    found[name] = [await axeFindings(page), await overflow(page)];
  }

  expect(found).toEqual({ parts: [[], 0], staff: [[], 0], receipt: [[], 0] });
  await window.close();
});

test('what can be pressed is large enough for a thumb', async () => {
  const window = await openWindow(browser, { language: 'fr', width: 320, javaScript: false });
  const page = await window.newPage();
  await page.goto(`${site.address}/fr/parts`);

  const heights = await page
    .locator('button, input:not([type=radio], [type=checkbox], [type=hidden]), select, nav a, .choice label')
    .evaluateAll((controls) => controls.map((control) => Math.round(control.getBoundingClientRect().height)));

  expect(heights.length).toBeGreaterThan(15);
  expect(heights.filter((height) => height < 44)).toEqual([]);
  await window.close();
});

test('a form that came back takes the reader to its errors, and from there to the field', async () => {
  const window = await openWindow(browser, { language: 'en', javaScript: true });
  const page = await window.newPage();
  await page.goto(`${site.address}/en/parts`);
  const focused = () => page.evaluate('document.activeElement.id || document.activeElement.className');

  expect(await focused()).toBe('error-summary');
  await page.click('.error-summary a');
  expect(await focused()).toBe('f-born');

  await window.close();
});

test('characters are counted down, and too many are said to be', async () => {
  const window = await openWindow(browser, { language: 'fr', javaScript: true });
  const page = await window.newPage();
  await page.goto(`${site.address}/fr/parts`);
  const count = page.locator('#f-text-count');

  await page.fill('#f-text', 'a'.repeat(399));
  expect(await count.textContent()).toBe('1 caractère restant');
  await page.fill('#f-text', 'a'.repeat(402));
  expect(await count.textContent()).toBe('2 caractères de trop');

  await window.close();
});
