import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../../platform/language.ts';
import { launchBrowser, openWindow } from '../browser-testing.ts';
import { servedApp, type ServedApp } from '../journey-app-testing.ts';
import { accessibilityTree } from './accessible-node.ts';
import { pageScript } from './announced.ts';
import { enlargeText, wrongWith, type Look } from './page-checks.ts';
import { WALKED_PAGES, type WalkedPage } from './page-list-testing.ts';
import { makePageWorld, type PageWorld, type Viewer } from './page-world-testing.ts';

const SCRIPTS = fileURLToPath(new URL('../../../docs/screen-reader', import.meta.url));
const EVERY_LOOK: (Look & { language: Language })[] = LANGUAGES.flatMap((language) =>
  [320, 1280].flatMap((width) =>
    [100, 200].flatMap((textPercent) => [false, true].map((dark) => ({ language, width, textPercent, dark }))),
  ),
);
/** What a change is most likely to break, in each language once. */
const TELLING_LOOKS: typeof EVERY_LOOK = [
  { language: 'en', width: 320, textPercent: 200, dark: true },
  { language: 'fr', width: 1280, textPercent: 100, dark: false },
];
const LOOKS = { all: EVERY_LOOK, scripts: TELLING_LOOKS, undefined: TELLING_LOOKS }[String(process.env['PAGES'])] ?? [];
const SCRIPTS_ALONE = process.env['PAGES'] === 'scripts';

let app: ServedApp;
let browser: Browser;
let world: PageWorld;
beforeAll(async () => {
  [app, browser] = await Promise.all([servedApp(), launchBrowser()]);
  world = await makePageWorld(app);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

describe.each(LOOKS)('$language at $width px, text $textPercent %, dark: $dark', ({ language, ...look }) => {
  const windows = new Map<Viewer, Page>();
  const complaints: string[] = [];
  /** The addresses that somebody finds under one title. */
  const titles = new Map<string, Set<string>>();
  afterAll(async () => {
    for (const page of windows.values()) await page.context().close();
  });

  async function windowOf(viewer: Viewer): Promise<Page> {
    const open = windows.get(viewer);
    if (open) return open;
    const context = await openWindow(browser, { language, javaScript: true, width: look.width, dark: look.dark });
    const cookies = Object.entries(world.cookies[viewer]);
    await context.addCookies(cookies.map(([name, value]) => ({ name, value, url: app.origin })));
    const page = await context.newPage();
    page.on('pageerror', ({ message }) => complaints.push(`script: ${message}`));
    page.on('console', (message) => {
      // That a page answered 404 or 422 is told here as well.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load')) complaints.push(message.text());
    });
    windows.set(viewer, page);
    return page;
  }

  async function comesTo({ viewer, path, status = 200, prepare, before }: WalkedPage): Promise<Page> {
    const page = await windowOf(viewer);
    await before?.(world);
    const answer = await page.goto(`${app.origin}/${language}${path(world.found)}`);
    expect([answer?.status(), new URL(page.url()).pathname]).toEqual([
      status,
      `/${language}${path(world.found)}`.replace(/\?.*/, ''),
    ]);
    await prepare?.(page);
    return page;
  }

  test.for(WALKED_PAGES)('$name', async (walked) => {
    const page = await comesTo(walked);

    const script = pageScript(await accessibilityTree(page), { language, part: walked.part ?? 'main' });
    const heard = complaints.splice(0);
    const title = `${walked.viewer}: ${await page.title()}`;
    titles.set(title, (titles.get(title) ?? new Set()).add(new URL(page.url()).pathname));
    if (!SCRIPTS_ALONE) await enlargeText(page, look.textPercent);
    const wrong = SCRIPTS_ALONE ? [] : await wrongWith(page, { language, width: look.width });
    complaints.splice(0); // axe itself tries what a strict page forbids

    expect.soft([...heard, ...wrong]).toEqual([]);
    await expect(script).toMatchFileSnapshot(`${SCRIPTS}/${language}/${walked.name}.txt`);
  });

  test('no two pages that somebody sees have the same title', () => {
    const shared = [...titles].filter(([, addresses]) => addresses.size > 1);

    expect(shared.map(([title, addresses]) => [title, ...addresses])).toEqual([]);
  });
});

test.each(LANGUAGES)('there is no script of a page that is no more: %s', (language) => {
  const listed = WALKED_PAGES.map(({ name }) => `${name}.txt`);

  expect(readdirSync(`${SCRIPTS}/${language}`).filter((file) => !listed.includes(file))).toEqual([]);
});
