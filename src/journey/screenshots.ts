/**
 * Takes a picture of every page of the organisation that `ORGANISATION` names into a folder of its own in
 * `data/screenshots`: narrow and wide, light and dark, in each language; its `index.html` shows them all. Names of pages,
 * as `npm run screenshots -- vacancy receipt`, limit it to those. With `--readme` it takes only the two pictures of the
 * README, into `docs/images`.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { configFrom } from '../installation.ts';
import { LANGUAGES, type Language } from '../platform/language.ts';
import { temporaryDirectories } from '../platform/postgres/cluster-testing.ts';
import { launchBrowser, overflow } from './browser-testing.ts';
import { shotsOf, VIEWERS, type Shot } from './screenshot-pages.ts';
import { makeApplications, openWindows, type Windows } from './screenshot-people.ts';
import { subjectOf } from './screenshot-subject.ts';
import { startServer, stopServer } from './server-process-testing.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const WIDTHS = [320, 1280];
const SCHEMES = ['light', 'dark'] as const;
const HEIGHT = 900;

type Look = { width: number; scheme: (typeof SCHEMES)[number] };
const LOOKS: Look[] = WIDTHS.flatMap((width) => SCHEMES.map((scheme) => ({ width, scheme })));

const { ORGANISATION } = configFrom(process.env);
const subject = subjectOf(join(ROOT, 'organisations', ORGANISATION), new Date());
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const folders = temporaryDirectories();
const server = await startServer(folders.make());
const browser = await launchBrowser();
try {
  await (process.argv.includes('--readme') ? takeForReadme() : takeAll());
} finally {
  await browser.close();
  await stopServer(server);
  await folders.remove();
}

async function takeAll(): Promise<void> {
  const folder = join(ROOT, 'data/screenshots', ORGANISATION);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const windows = await openWindows(browser, server, subject);
  const applications = await makeApplications(windows.candidate, server.origin, subject);
  const shots = shotsOf(subject, applications).filter(({ name }) => isWanted(name));
  for (const viewer of VIEWERS) {
    const page = await windows[viewer].newPage();
    for (const shot of shots.filter((one) => one.viewer === viewer)) await takeShot(page, shot, folder);
    await page.close();
  }
  if (isWanted('outbox')) shots.push(await takeOutbox(windows, folder));
  writeFileSync(join(folder, 'index.html'), indexOf(shots.map(({ name }) => name)));
  process.stdout.write(`Pictures of ${shots.length} pages: ${join(folder, 'index.html')}\n`);
}

function isWanted(name: string): boolean {
  return wanted.length === 0 || wanted.includes(name);
}

async function takeShot(page: Page, { name, path, prepare }: Shot, folder: string): Promise<void> {
  for (const language of LANGUAGES) {
    await page.setViewportSize({ width: 1280, height: HEIGHT });
    await page.goto(`${server.origin}/${language}${path}`);
    await prepare?.(page);
    await photograph(page, { name, language, folder });
  }
}

/** The one page without a language in its address. */
async function takeOutbox(windows: Windows, folder: string): Promise<Shot> {
  const shot: Shot = { name: 'outbox', viewer: 'visitor', path: '/outbox' };
  const page = await windows.visitor.newPage();
  for (const language of LANGUAGES) {
    await page.setExtraHTTPHeaders({ 'accept-language': language });
    await page.goto(server.origin + shot.path);
    await photograph(page, { name: shot.name, language, folder });
  }
  await page.close();
  return shot;
}

type Picture = { name: string; language: Language; folder: string };

async function photograph(page: Page, { name, language, folder }: Picture): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT });
    // As high as the page, so that what stays in sight while it is scrolled covers nothing.
    const height = await page.evaluate<number>('document.documentElement.scrollHeight');
    await page.setViewportSize({ width, height });
    const pixels = await overflow(page);
    if (pixels > 0) process.stdout.write(`${name} in ${language}: ${pixels} px too wide at ${width} px\n`);
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      const path = join(folder, fileName(name, language, { width, scheme: colorScheme }));
      await page.screenshot({ path, fullPage: true, animations: 'disabled' });
    }
  }
}

function fileName(name: string, language: Language, { width, scheme }: Look): string {
  return `${name}-${language}-${width}-${scheme}.png`;
}

/** All pictures on one page, to be looked at in a row. */
function indexOf(names: string[]): string {
  const pictures = (name: string) =>
    LANGUAGES.flatMap((language) => LOOKS.map((look) => fileName(name, language, look)))
      .map((file) => `<a href="${file}"><img src="${file}" alt="${file}" loading="lazy" height="420"></a>`)
      .join('\n');
  const sections = names.map((name) => `<h2>${name}</h2>\n<p>${pictures(name)}</p>`);
  return `<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>Screenshots</title>\n${sections.join('\n')}\n</html>\n`;
}

async function takeForReadme(): Promise<void> {
  const folder = join(ROOT, 'docs/images');
  mkdirSync(folder, { recursive: true });
  const windows = await openWindows(browser, server, subject);
  const take = async (...[window, path, file, prepare]: [keyof Windows, string, string, Shot['prepare']?]) => {
    const page = await windows[window].newPage();
    await page.setViewportSize({ width: 1280, height: HEIGHT });
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(`${server.origin}/en${path}`);
    await prepare?.(page);
    await page.screenshot({ path: join(folder, file), animations: 'disabled' });
    await page.close();
  };
  await take('visitor', '/vacancies', 'portal.png');
  // Where the first finding stands, as its link in the bar leads to it.
  await take('recruiter', `/staff/vacancies/${subject.inDoubt}`, 'review.png', (page) =>
    page.locator('.review-bar a').first().click(),
  );
}
