import type { Browser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Language } from '../platform/language.ts';
import { SITE_TEXTS } from '../site/site-texts.ts';
import { axeFindings, axeFindingsWithoutScripts, openWindow, overflow, type Reader } from './browser-testing.ts';

/** The narrowest and the usual width of a window, in CSS pixels; every page is measured at both. */
const WIDTHS = [320, 1280];

/** For a page or words to appear: a busy machine is slow, and how fast pages are is for the bench. */
const LONGEST_WAIT_MS = 30_000;

/** Somebody at a browser. Every page that they arrive at is looked at, and what is wrong with it fails the test. */
export type Person = {
  browser: Browser;
  reader: Reader;
  origin: string;
  page: Page;
  /** What the browser complained of since the last page. */
  complaints: string[];
  /** Whether a line of a page does not belong here. */
  strange?: (line: string) => boolean;
};

/** Opens a window of a browser that has never been here. */
export async function newPerson(browser: Browser, origin: string, reader: Reader): Promise<Person> {
  const window = await openWindow(browser, reader);
  window.setDefaultTimeout(LONGEST_WAIT_MS);
  return inNewTab({ browser, reader, origin, complaints: [] }, await window.newPage());
}

/** The same person with a second tab beside the first. */
export const secondTab = async (person: Person): Promise<Person> =>
  inNewTab({ ...person, complaints: [] }, await person.page.context().newPage());

function inNewTab(person: Omit<Person, 'page'>, page: Page): Person {
  const { complaints, origin } = person;
  page.on('console', (message) => {
    // A refusal such as 422 is told here as well; what it may be is checked below.
    const isStatus = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isStatus) complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`));
  page.on('response', (response) => {
    const { pathname, origin: from } = new URL(response.url());
    const missing = response.status() === 404 && !response.request().isNavigationRequest();
    if (from === origin && (response.status() >= 500 || missing))
      complaints.push(`status ${response.status()}: ${pathname}`);
  });
  return { ...person, page };
}

/** Closes their window; on a busy machine a browser has hung over a page that was still at work. */
export async function leave({ page }: Person): Promise<void> {
  await page.goto('about:blank');
  await page.context().close();
}

/** Goes to an address, as from a bookmark or a mail. */
export const opens = (person: Person, path: string): Promise<void> =>
  arrivesBy(person, () => person.page.goto(person.origin + path));

/** Follows a link of the page, known by its whole name. */
export const follows = (person: Person, name: string | RegExp): Promise<void> =>
  arrivesBy(person, () => link(person, name).click());

/** Presses a button that leads to a page. */
export const presses = (person: Person, name: string | RegExp): Promise<void> =>
  arrivesBy(person, () => button(person, name).click());

export const link = ({ page }: Person, name: string | RegExp): Locator =>
  page.getByRole('link', { name, exact: true }).first();

export const button = ({ page }: Person, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: true }).first();

/** Does something that leads to a page, and looks at the page. */
export async function arrivesBy(person: Person, step: () => Promise<unknown>): Promise<void> {
  const { page } = person;
  const arrived = page.waitForEvent('framenavigated', (frame) => frame === page.mainFrame());
  await Promise.all([arrived, step()]);
  await page.waitForLoadState('load');
  await looksRight(person);
}

/** What every page promises: its language, no finding of axe, no sideways scrolling, no complaint of the browser, no strange word. */
export async function looksRight(person: Person): Promise<void> {
  const { page, browser, reader, complaints } = person;
  const { pathname } = new URL(page.url());
  const heard = complaints.splice(0);
  const lang = await page.locator('html').getAttribute('lang');
  const axe = reader.javaScript ? await axeFindings(page) : await axeFindingsWithoutScripts(page, browser);
  const tooWide = await tooWideAt(page);
  const strange = await strangeLines(person);

  const findings = { heard, axe, tooWide, strange };
  expect({ pathname, lang, ...findings }).toEqual({
    pathname,
    lang: languageOf(pathname, reader.language),
    heard: [],
    axe: [],
    tooWide: [],
    strange: [],
  });
  complaints.splice(0); // axe itself tries what a strict page forbids
}

const languageOf = (pathname: string, otherwise: Language): Language =>
  pathname.startsWith('/fr') ? 'fr' : pathname.startsWith('/en') ? 'en' : otherwise;

async function strangeLines({ page, strange = () => false }: Person): Promise<string[]> {
  const lines = (await page.locator('body').innerText()).split('\n').map((line) => line.trim());
  return [...new Set(lines)].filter(strange);
}

async function tooWideAt(page: Page): Promise<string[]> {
  const usual = page.viewportSize() ?? { width: 1280, height: 900 };
  const found: string[] = [];
  for (const width of [...WIDTHS.filter((other) => other !== usual.width), usual.width]) {
    await page.setViewportSize({ ...usual, width });
    const pixels = await overflow(page);
    if (pixels > 0) found.push(`${pixels} px too wide at ${width} px`);
  }
  return found;
}

/** Types into a field in place of what stands in it. */
export const fills = (person: Person, label: string, text: string): Promise<void> => field(person, label).fill(text);

/** Chooses from a list by the words of the option. */
export async function chooses(person: Person, label: string, option: string): Promise<void> {
  await field(person, label).selectOption({ label: option });
}

/** Gives a field its value: from its list, where it has one. */
export async function answers(person: Person, label: string, value: string): Promise<void> {
  const isList = (await field(person, label).locator('option').count()) > 0;
  await (isList ? chooses : fills)(person, label, value);
}

export const ticks = (person: Person, label: string): Promise<void> => field(person, label).check();

/** A field by its label, with or without “(optional)”. */
export function field({ page, reader }: Person, label: string): Locator {
  const { optional } = SITE_TEXTS[reader.language];
  const named = (name: string) => page.getByLabel(name, { exact: true });
  return named(label)
    .or(named(`${label} ${optional}`))
    .first();
}

/** Waits until these words stand on the page, in a place that can be seen. */
export const reads = ({ page }: Person, words: string | RegExp): Promise<void> =>
  page.getByText(words).filter({ visible: true }).first().waitFor();

/** The words of the page's one main heading. */
export const heading = ({ page }: Person): Promise<string> => page.getByRole('heading', { level: 1 }).innerText();

/** The colour that the organisation’s style gives to what can be pressed. */
export const accentOf = ({ page }: Person): Promise<string> =>
  page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--accent').trim()");
