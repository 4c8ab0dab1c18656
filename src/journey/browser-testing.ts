import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { Language } from '../platform/language.ts';
import { EMPTY_PAGE, loadAxe } from './axe-testing.ts';
import { onlyNewContrast } from './contrast-testing.ts';

const CANDIDATES = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** The browser of this machine, without a window. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = CANDIDATES.find((path) => path !== undefined && existsSync(path));
  if (executablePath === undefined)
    throw new Error('No Chromium here: install Debian’s package chromium, or set CHROMIUM.');
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

export type Reader = { language: Language; javaScript: boolean; width?: number; dark?: boolean };

/** Somebody's browser window. Without JavaScript nothing of ours runs; axe still can, since the window's owner runs it. */
export function openWindow(browser: Browser, reader: Reader): Promise<BrowserContext> {
  return browser.newContext({
    locale: reader.language === 'fr' ? 'fr-FR' : 'en-GB',
    timezoneId: 'Europe/Lisbon',
    javaScriptEnabled: reader.javaScript,
    colorScheme: reader.dark ? 'dark' : 'light',
    viewport: { width: reader.width ?? 1280, height: 900 },
  });
}

const CONTRAST = 'color-contrast';
/** What passed or does not apply is not written out in full, and no selectors are made: nobody reads them. */
const ONLY_VIOLATIONS = { resultTypes: ['violations'], selectors: false };

type MoreRules = Record<string, { enabled: true }>;
export type Finding = { rule: string; impact: string; where: string[] };

/**
 * What axe finds wrong on the page as it stands (WCAG 2.0 to 2.2, A and AA, and best practice), with rules that are off by
 * default where they are named.
 */
export async function axeFindings(page: Page, more: MoreRules = {}): Promise<Finding[]> {
  await loadAxe(page);
  const look = (context: string, options: object) => violations(page, { context, options });
  const others = await look('document', { rules: { ...more, [CONTRAST]: { enabled: false } } });
  const contrast = await onlyNewContrast(page, (context) => look(context, { runOnly: [CONTRAST] }));
  return [...others, ...contrast].map(({ id, impact, nodes }) => ({
    rule: id,
    impact,
    where: nodes.map(({ html }) => html.slice(0, 200)),
  }));
}

type Violation = { id: string; impact: string; nodes: { html: string }[] };

const violations = (page: Page, { context, options }: { context: string; options: object }): Promise<Violation[]> =>
  page.evaluate<Violation[]>(
    `axe.run(${context}, ${JSON.stringify({ ...ONLY_VIOLATIONS, ...options })})
      .then(({ violations }) => JSON.parse(JSON.stringify(violations)))`,
  );

/**
 * The same for a window without JavaScript, where axe cannot run: its page as it stands, written without our scripts into
 * a window that has JavaScript, at the same address.
 */
export async function axeFindingsWithoutScripts(
  page: Page,
  browser: Browser,
  more: MoreRules = {},
): Promise<Finding[]> {
  const html = (await page.content()).replaceAll(/<script type="module"[^>]*><\/script>|<\/?noscript>/g, '');
  const copy = await copyingPage(browser);
  await copy.setViewportSize(page.viewportSize() ?? { width: 1280, height: 900 });
  await copy.emulateMedia({ colorScheme: await colourScheme(page) });
  const { origin, href } = new URL(page.url());
  if (!copy.url().startsWith(origin)) await copy.goto(origin + EMPTY_PAGE);
  await copy.evaluate(`new Promise((resolve) => {
    history.replaceState(null, '', ${JSON.stringify(href)});
    document.open();
    addEventListener('load', () => resolve(), { once: true });
    document.write(${JSON.stringify(html)});
    document.close();
  })`);
  return axeFindings(copy, more);
}

const copyingPages = new WeakMap<Browser, Promise<Page>>();

/** One page in a window of its own, kept for the next copy: opening a window takes longer than looking at a page. */
function copyingPage(browser: Browser): Promise<Page> {
  const page = copyingPages.get(browser) ?? browser.newContext().then((window) => window.newPage());
  copyingPages.set(browser, page);
  return page;
}

const colourScheme = async (page: Page): Promise<'light' | 'dark'> =>
  (await page.evaluate<boolean>("matchMedia('(prefers-color-scheme: dark)').matches")) ? 'dark' : 'light';

/** How many pixels the page is wider than its window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
