import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings, launchBrowser } from './browser-testing.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const page = (colour: string, body: string) => `<!doctype html><html lang="en"><title>A page</title>
  <style>.pale { color: ${colour} } body { background: #fff }</style><main><h1>A page</h1>${body}</main></html>`;

test('what was found too pale is found again, and so is what is new beside what was seen', async () => {
  const window = await browser.newPage();
  const findings = async (html: string) => {
    await window.setContent(html);
    return (await axeFindings(window)).map(({ rule, where }) => [rule, where.length]);
  };

  const plain = await findings(page('#ddd', '<p>Words</p>'));
  const pale = await findings(page('#ddd', '<p>Words</p><p class="pale">Pale</p>'));
  const again = await findings(page('#ddd', '<p>Other words</p><p class="pale">Pale again</p>'));
  const empty = await findings(page('#ddd', '<p>Words</p><div class="pale"></div>'));
  const filled = await findings(page('#ddd', '<p>Words</p><div class="pale">Said later</div>'));

  expect([plain, pale, again, empty, filled]).toEqual([
    [],
    [['color-contrast', 1]],
    [['color-contrast', 1]],
    [],
    [['color-contrast', 1]],
  ]);
});
