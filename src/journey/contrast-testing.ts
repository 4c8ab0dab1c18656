import type { Page } from 'playwright-core';

/**
 * What decides the colours of an element: its place in the tree, with everything that a style asks for. Two of the same
 * number look alike, whatever they say.
 */
const NUMBER_THE_KINDS = `(() => {
  const STATES = /^(class|type|disabled|checked|open|hidden|dir|aria-(current|invalid|disabled|expanded|pressed|selected|sort))$/;
  const root = getComputedStyle(document.documentElement);
  const of = (text) => {
    let [a, b] = [0xdeadbeef, 0x41c6ce57];
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      a = Math.imul(a ^ code, 2654435761);
      b = Math.imul(b ^ code, 1597334677);
    }
    return 4294967296 * (2097151 & b) + (a >>> 0);
  };
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  const setting = [dark, innerWidth, root.fontSize, root.getPropertyValue('--accent')];
  setting.push(...[...document.styleSheets].map(({ href }) => new URL(href ?? location.href).pathname));
  window.kinds = new Map();
  for (const element of document.querySelectorAll('body, body *')) {
    const above = window.kinds.get(element.parentElement) ?? setting.join();
    const states = [...element.attributes].filter(({ name }) => STATES.test(name)).map(({ name, value }) => name + value);
    const places = [':nth-child(even)', ':first-child', ':last-child'].map((place) => element.matches(place));
    const speaks = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '');
    window.kinds.set(element, of([above, element.tagName, states, places, speaks].join('|')));
  }
  return [...new Set(window.kinds.values())];
})()`;

/** The kinds of elements whose contrast was found good, in this process. */
const seen = new Set<number>();

/**
 * Lets axe look at the contrast of what no page has shown before, by the expression of its options: half of its time goes
 * into contrast, and most of a page is what the one before it showed. A kind with a finding is looked at again.
 */
export async function onlyNewContrast<Of>(page: Page, look: (context: string) => Promise<Of[]>): Promise<Of[]> {
  const fresh = (await page.evaluate<number[]>(NUMBER_THE_KINDS)).filter((kind) => !seen.has(kind));
  if (fresh.length === 0) return [];
  await page.evaluate(`(() => {
    const fresh = new Set(${JSON.stringify(fresh)});
    for (const [element, kind] of window.kinds) if (fresh.has(kind)) element.setAttribute('data-fresh', '');
  })()`);
  const found = await look("{ include: ['[data-fresh]'] }");
  await page.evaluate(`for (const element of window.kinds.keys()) element.removeAttribute('data-fresh')`);
  if (found.length === 0) for (const kind of fresh) seen.add(kind);
  return found;
}
