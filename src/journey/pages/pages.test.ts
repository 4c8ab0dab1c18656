import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../../platform/language.ts';
import { launchBrowser, openWindow } from '../browser-testing.ts';
import { servedApp, type ServedApp } from '../journey-app-testing.ts';
import { accessibilityTree } from './accessible-node.ts';
import { pageScript } from './announced.ts';
import { enlargeText, wrongWith, wrongWithoutScripts, type Look } from './page-checks.ts';
import { WALKED_PAGES, type WalkedPage } from './page-list-testing.ts';
import { makePageWorld, type PageWorld, type Viewer } from './page-world-testing.ts';

const SCRIPTS = fileURLToPath(new URL('../../../docs/screen-reader', import.meta.url));
type Walk = Look & { language: Language };

const WIDTHS = [320, 1280];
const EVERY_LOOK: Walk[] = LANGUAGES.flatMap((language) => [
  ...WIDTHS.flatMap((width) =>
    [100, 200].flatMap((textPercent) =>
      [false, true].map((dark) => ({ language, width, textPercent, dark, javaScript: true })),
    ),
  ),
  ...WIDTHS.map((width) => ({ language, width, textPercent: 100, dark: false, javaScript: false })),
]);
/** What a change is most likely to break, in each language once. */
const TELLING_LOOKS: typeof EVERY_LOOK = [
  { language: 'en', width: 320, textPercent: 200, dark: true, javaScript: true },
  { language: 'fr', width: 1280, textPercent: 100, dark: false, javaScript: true },
  { language: 'fr', width: 320, textPercent: 100, dark: false, javaScript: false },
];
const LOOKS =
  { all: EVERY_LOOK, scripts: TELLING_LOOKS.filter(({ javaScript }) => javaScript), undefined: TELLING_LOOKS }[
    String(process.env['PAGES'])
  ] ?? [];
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

/** Walks in windows that have one look, one for each viewer. */
function walker({ language, ...look }: Walk) {
  const windows = new Map<Viewer, Page>();
  const complaints: string[] = [];

  async function windowOf(viewer: Viewer): Promise<Page> {
    const open = windows.get(viewer);
    if (open) return open;
    const context = await openWindow(browser, { language, ...look });
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

  /** What is wrong with a page, and what the browser complained of on the way to it. */
  async function wrong(page: Page): Promise<string[]> {
    const heard = complaints.splice(0);
    if (SCRIPTS_ALONE) return heard;
    await enlargeText(page, look.textPercent);
    const looks = look.javaScript ? wrongWith : wrongWithoutScripts;
    const found = await looks(page, { language, width: look.width });
    complaints.splice(0); // axe itself tries what a strict page forbids
    return [...heard, ...found];
  }

  const leave = async () => {
    for (const page of windows.values()) await page.context().close();
  };
  return { comesTo, wrong, leave };
}

describe.each(LOOKS.filter(({ javaScript }) => javaScript))(
  '$language at $width px, text $textPercent %, dark: $dark',
  (look) => {
    const { comesTo, wrong, leave } = walker(look);
    /** The addresses that somebody finds under one title. */
    const titles = new Map<string, Set<string>>();
    afterAll(leave);

    test.for(WALKED_PAGES)('$name', async (walked) => {
      const page = await comesTo(walked);
      const title = `${walked.viewer}: ${await page.title()}`;
      titles.set(title, (titles.get(title) ?? new Set()).add(new URL(page.url()).pathname));

      const { language } = look;
      const script = pageScript(await accessibilityTree(page), { language, part: walked.part ?? 'main' });

      expect.soft(await wrong(page)).toEqual([]);
      await expect(script).toMatchFileSnapshot(`${SCRIPTS}/${language}/${walked.name}.txt`);
    });

    test('no two pages that somebody sees have the same title', () => {
      const shared = [...titles].filter(([, addresses]) => addresses.size > 1);

      expect(shared.map(([title, addresses]) => [title, ...addresses])).toEqual([]);
    });
  },
);

describe.each(LOOKS.filter(({ javaScript }) => !javaScript))('$language at $width px, without JavaScript', (look) => {
  const { comesTo, wrong, leave } = walker(look);
  afterAll(leave);

  test.for(WALKED_PAGES)('$name', async (walked) => {
    expect(await wrong(await comesTo(walked))).toEqual([]);
  });
});

test.each(LANGUAGES)('there is no script of a page that is no more: %s', (language) => {
  const listed = WALKED_PAGES.map(({ name }) => `${name}.txt`);

  expect(readdirSync(`${SCRIPTS}/${language}`).filter((file) => !listed.includes(file))).toEqual([]);
});
