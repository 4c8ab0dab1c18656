import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { arrivesBy, type Person } from './person-testing.ts';

/** Whether the eye can see where the focus is. */
const FOCUS_IS_SEEN = `['outlineStyle', 'boxShadow'].some((name) => getComputedStyle(document.activeElement)[name] !== 'none')`;

/** Presses Tab until the focus is there, and can be seen. */
export async function tabsTo({ page }: Person, target: Locator): Promise<void> {
  const focused = target.and(page.locator(':focus'));
  for (let tabs = 0; tabs < 100 && (await focused.count()) === 0; tabs += 1) await page.keyboard.press('Tab');
  expect(await focused.count(), `the Tab key reaches ${target.toString()}`).toBe(1);
  expect(await page.evaluate(FOCUS_IS_SEEN)).toBe(true);
}

export async function types(person: Person, target: Locator, text: string): Promise<void> {
  await tabsTo(person, target);
  await person.page.keyboard.type(text);
}

/** Chooses an option of a list, counted from the empty one. */
export async function picks(person: Person, target: Locator, option: number): Promise<void> {
  await tabsTo(person, target);
  for (let pressed = 0; pressed < option; pressed += 1) await person.page.keyboard.press('ArrowDown');
}

export async function pressesEnter(person: Person, target: Locator): Promise<void> {
  await tabsTo(person, target);
  await arrivesBy(person, () => person.page.keyboard.press('Enter'));
}

/** Ticks a box, or chooses a button of several. */
export async function pressesSpace(person: Person, target: Locator): Promise<void> {
  await tabsTo(person, target);
  await person.page.keyboard.press('Space');
}

/** Presses what leads to a page, and waits for the page without looking at it: whoever walks the pages one by one has. */
export async function goesOnBy(person: Person, target: Locator): Promise<void> {
  await tabsTo(person, target);
  const { page } = person;
  const arrived = page.waitForEvent('framenavigated', (frame) => frame === page.mainFrame());
  await Promise.all([arrived, page.keyboard.press('Enter')]);
  await page.waitForLoadState('load');
}

type File = { name: string; mimeType: string; buffer: Buffer };

/**
 * Opens the browser's list of files from the keyboard, and chooses one. It is listened for from before the way there: the browser
 * is told to hand the list over by another message than the key, and a key that comes first opens a list that nobody sees.
 */
export async function choosesFile(person: Person, target: Locator, file: File | string): Promise<void> {
  const [chooser] = await Promise.all([person.page.waitForEvent('filechooser'), pressesSpace(person, target)]);
  await chooser.setFiles(file);
}
