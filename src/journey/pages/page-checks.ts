import type { Page } from 'playwright-core';
import { axeFindings, overflow } from '../browser-testing.ts';

/** How a page is looked at: its width in CSS pixels, how large its text is, and its colours. */
export type Look = { width: number; textPercent: number; dark: boolean };

/** Only the size of the text, as the setting of a browser changes it: the root's size is what everything else follows. */
export const enlargeText = (page: Page, percent: number): Promise<unknown> =>
  page.evaluate(`document.documentElement.style.fontSize = ${percent === 100 ? "''" : `'${percent}%'`}`);

/** What is wrong with the page as it stands, a line each; nothing where all is well. */
export async function wrongWith(
  page: Page,
  { width, language }: { width: number; language: string },
): Promise<string[]> {
  const axe = await axeFindings(page, { 'target-size': { enabled: true } });
  const pixels = await overflow(page);
  const seen = await page.evaluate<string[]>(`(${LOOK_AT_PAGE})(${JSON.stringify(language)})`);
  return [
    ...axe.map(({ rule, where }) => `axe ${rule}: ${where.join(' ')}`),
    ...(pixels > 0 ? [`${pixels} px too wide at ${width} px`] : []),
    ...seen,
  ];
}

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
