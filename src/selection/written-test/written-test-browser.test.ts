import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openWindow } from '../../journey/browser-testing.ts';
import { openSession } from '../../people/session-queries.ts';
import { testApp, type TestApp } from '../../testing.ts';
import { insertInvited, insertStage } from '../invitations/invitations-testing.ts';

const REFERENCE = '260732';
const NOW = new Date('2026-11-22T12:00:00Z');
const MINUTE_MS = 60_000;

let app: TestApp;
let browser: Browser;
let page: Page;
let paper: { stageId: string; applicationId: string };

beforeAll(async () => {
  [app, browser] = await Promise.all([testApp(), launchBrowser()]);
  app.now = NOW;
  const origin = await app.web.listen({ host: '127.0.0.1', port: 0 });
  const stageId = await insertStage(app.db, { reference: REFERENCE, code: 'written-test' });
  const { number, accountId, applicationId } = await insertInvited(app.context, {
    reference: REFERENCE,
    stage: 'written-test',
  });
  paper = { stageId, applicationId };
  const questions = JSON.stringify([{ key: 'first', question: { en: 'What did you do?' } }]);
  const window = { opensAt: NOW, closesAt: new Date(NOW.getTime() + MINUTE_MS) };
  await app.db
    .insertInto('writtenTests')
    .values({ stageId, minutes: 30, maxCharacters: 500, ...window, questions })
    .execute();
  const endsAt = new Date(NOW.getTime() + 30 * MINUTE_MS);
  await app.db
    .insertInto('writtenPapers')
    .values({ ...paper, begunAt: NOW, endsAt, savedAt: null, handedInAt: null })
    .execute();
  const context = await openWindow(browser, { language: 'en', javaScript: true });
  const session = await openSession(app.db, { accountId, device: 'Firefox on Linux' }, NOW);
  await context.addCookies([{ name: 'session', value: session, url: origin }]);
  page = await context.newPage();
  await page.clock.install();
  await page.goto(`${origin}/en/my/applications/${number}/written-test`);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const kept = async () =>
  (
    await app.db
      .selectFrom('writtenPapers')
      .select('texts')
      .where('applicationId', '=', paper.applicationId)
      .executeTakeFirstOrThrow()
  ).texts;
const said = () => page.locator('[data-time-said]').textContent();

/** Time goes on, for the page and for the server, as if nobody touched anything. */
async function minutesPass(minutes: number): Promise<void> {
  app.now = new Date(app.now.getTime() + minutes * MINUTE_MS);
  await page.clock.runFor(minutes * MINUTE_MS);
}

test('a countdown says few words, what is typed without a pause is saved, and what is late stays to be copied', async () => {
  const answer = page.locator('textarea');

  await minutesPass(14);
  expect(await said()).toBe('');
  await minutesPass(1.02);
  expect(await said()).toBe('15 minutes left.');
  await answer.fill('In time');
  await page.clock.runFor(1000);
  await expect.poll(kept).toEqual({ first: 'In time' });
  await minutesPass(14.5);
  expect(await said()).toBe('1 minute left.');

  app.now = new Date(NOW.getTime() + 31 * MINUTE_MS);
  await answer.fill('In time, and too late');
  await page.clock.runFor(MINUTE_MS);

  await expect.poll(() => page.locator('[data-save-state]').textContent()).toContain('Your time is over');
  expect(await said()).toContain('Your time is over');
  expect([await answer.inputValue(), await answer.getAttribute('readonly')]).toEqual(['In time, and too late', '']);
  expect(await kept()).toEqual({ first: 'In time' });
});
