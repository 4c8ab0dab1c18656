import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openWindow } from '../browser-testing.ts';
import { servedApp, type ServedApp } from '../journey-app-testing.ts';
import { WALKED_PAGES } from './page-list-testing.ts';
import { makePageWorld, type PageWorld } from './page-world-testing.ts';

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

const nothingRead = () => app.db.updateTable('messages').set({ readAt: null }).execute();

/** What somebody who has a message is answered with that is not the page as it was opened. */
const ANSWERS = WALKED_PAGES.filter(
  ({ viewer, name, prepare }) => viewer === 'candidate' && prepare !== undefined && name.endsWith('-errors'),
);

test('there are such pages', () => {
  expect(ANSWERS.length).toBeGreaterThan(5);
});

test.for(ANSWERS)('the head says how many messages wait: $name', async ({ path, viewer, prepare, before }) => {
  const context = await openWindow(browser, { language: 'en', width: 1280, javaScript: true });
  const cookies = Object.entries(world.cookies[viewer]);
  await context.addCookies(cookies.map(([cookie, value]) => ({ name: cookie, value, url: app.origin })));
  const page = await context.newPage();
  const statuses: number[] = [];
  page.on('response', (answer) => {
    if (answer.request().isNavigationRequest()) statuses.push(answer.status());
  });
  await before?.(world);
  await page.goto(`${app.origin}/en${path(world.found)}`);
  await nothingRead();
  await prepare?.(page);

  expect(statuses.at(-1)).toBe(422);
  expect(await page.locator('header .waiting').count()).toBe(1);
  await context.close();
});

test.for(['/nothing', '/my/applications/A-000000-00000'])('and where there is nothing: %s', async (path) => {
  await nothingRead();
  const cookie = Object.entries(world.cookies.candidate).map(([name, value]) => `${name}=${value}`);
  const answer = await fetch(`${app.origin}/en${path}`, {
    headers: { cookie: cookie.join('; '), accept: 'text/html' },
  });

  expect(answer.status).toBe(404);
  expect(await answer.text()).toMatch(/<header.*class="waiting"/s);
});
