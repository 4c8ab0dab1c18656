import type { Page } from 'playwright-core';
import { axeFindings, axeFindingsWithoutScripts, overflow, type Finding } from '../browser-testing.ts';

/** How a page is looked at: its width in CSS pixels, how large its text is, its colours, and whether our scripts run. */
export type Look = { width: number; textPercent: number; dark: boolean; javaScript: boolean };

/** Only the size of the text, as the setting of a browser changes it: the root's size is what everything else follows. */
export const enlargeText = (page: Page, percent: number): Promise<unknown> =>
  page.evaluate(`document.documentElement.style.fontSize = ${percent === 100 ? "''" : `'${percent}%'`}`);

type LookedAt = Pick<Look, 'width'> & { language: string };
const ALSO = { 'target-size': { enabled: true } } as const;

/** What is wrong with the page as it stands, a line each; nothing where all is well. */
export const wrongWith = async (page: Page, look: LookedAt): Promise<string[]> =>
  problems(page, look, await axeFindings(page, ALSO));

/** The same for a window without JavaScript, where what needs a script must not be seen either. */
export async function wrongWithoutScripts(page: Page, look: LookedAt): Promise<string[]> {
  const browser = page.context().browser();
  if (!browser) throw new Error('A page of a browser that was launched is needed.');
  const found = await problems(page, look, await axeFindingsWithoutScripts(page, browser, ALSO));
  return [...found, ...(await page.evaluate<string[]>(`(${DEAD_ENDS})()`))];
}

async function problems(page: Page, { width, language }: LookedAt, axe: Finding[]): Promise<string[]> {
  const pixels = await overflow(page);
  const seen = await page.evaluate<string[]>(`(${LOOK_AT_PAGE})(${JSON.stringify(language)})`);
  return [
    ...axe.map(({ rule, where }) => `axe ${rule}: ${where.join(' ')}`),
    ...(pixels > 0 ? [`${pixels} px too wide at ${width} px`] : []),
    ...seen,
  ];
}

/** What is there to be pressed and does nothing without a script, and forms that cannot be sent. */
const DEAD_ENDS = `() => {
  const seen = (element) => element.checkVisibility({ visibilityProperty: true });
  const told = (element) => element.outerHTML.slice(0, 120);
  const buttons = [...document.querySelectorAll('button[type=button]')].filter(seen);
  const forms = [...document.forms].filter(
    (form) => seen(form) && [...form.querySelectorAll('input, select, textarea')].some(seen) && ![...form.elements].some(
      (element) => ['submit', 'image'].includes(element.type) && seen(element),
    ),
  );
  return [
    ...buttons.map((button) => 'does nothing without a script: ' + told(button)),
    ...forms.map((form) => 'cannot be sent without a script: ' + told(form)),
  ];
}`;

/** Run in the page, where only text can be sent. */
const LOOK_AT_PAGE = String.raw`(language) => {
  const found = [];
  const told = (element) => element.outerHTML.slice(0, 120);
  const titles = document.querySelectorAll('h1');
  if (titles.length !== 1) found.push(titles.length + ' main headings');
  if (document.documentElement.lang !== language) found.push('not in ' + language);
  if (!document.title.trim()) found.push('no title');

  const edge = document.documentElement.clientWidth + 1;
  const over = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > edge);
  if (document.documentElement.scrollWidth > edge)
    for (const element of over.filter((one) => !over.some((other) => one !== other && one.contains(other))).slice(0, 3))
      found.push('reaches too far: ' + told(element));

  // Words that their box cuts off: hidden on purpose are only those that no eye is to read.
  const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.clientWidth > 1;
  for (const element of document.querySelectorAll('body *')) {
    if (!element.textContent.trim() || !shown(element) || element.closest('svg, .hidden')) continue;
    const { overflowX, overflowY } = getComputedStyle(element);
    const cutAcross = ['hidden', 'clip'].includes(overflowX) && element.scrollWidth > element.clientWidth + 1;
    const cutBelow = ['hidden', 'clip'].includes(overflowY) && element.scrollHeight > element.clientHeight + 1;
    if (cutAcross || cutBelow) found.push('cut off: ' + told(element));
  }

  // Lines of different texts that lie over each other; what stays in sight while the page is scrolled does so on purpose.
  const stays = (element) => element && (['sticky', 'fixed'].includes(getComputedStyle(element).position) || stays(element.parentElement));
  const lines = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode, parent = text.parentElement;
    if (!text.data.trim() || !shown(parent) && getComputedStyle(parent).display !== 'inline') continue;
    if (!parent.checkVisibility({ visibilityProperty: true }) || parent.closest('svg, .hidden, select') || stays(parent)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const box of range.getClientRects()) lines.push({ box, text, parent });
  }
  lines.sort((one, other) => one.box.top - other.box.top);
  for (const [index, one] of lines.entries())
    for (let next = index + 1; next < lines.length && lines[next].box.top < one.box.bottom; next += 1) {
      const other = lines[next];
      if (one.text === other.text || one.parent.contains(other.parent) || other.parent.contains(one.parent)) continue;
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      const half = Math.min(one.box.height, other.box.height) / 2;
      if (across > 2 && down > half) found.push('over each other: ' + one.text.data.trim().slice(0, 40) + ' / ' + other.text.data.trim().slice(0, 40));
    }

  // The eye sees where the focus is, wherever the keyboard can take it.
  const before = document.activeElement;
  for (const element of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')) {
    if (element.disabled || !element.checkVisibility({ visibilityProperty: true })) continue;
    element.focus({ preventScroll: true, focusVisible: true });
    const { outlineStyle, boxShadow } = getComputedStyle(element);
    if (document.activeElement === element && outlineStyle === 'none' && boxShadow === 'none')
      found.push('focus not seen: ' + told(element));
  }
  before.focus?.({ preventScroll: true });
  return [...new Set(found)];
}`;
