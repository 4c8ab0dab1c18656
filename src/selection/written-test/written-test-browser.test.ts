import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchBrowser, openWindow } from '../../journey/browser-testing.ts';
import { openSession } from '../../people/session-queries.ts';
import { testApp, type TestApp } from '../../testing.ts';
import { recordExtraMinutes } from '../invitations/invitation-queries.ts';
import { ensureSchedule } from '../invitations/schedule-queries.ts';
import { insertInvited, insertStage } from '../invitations/invitations-testing.ts';
import { lengthenPaper } from './more-time-queries.ts';

const REFERENCE = '260732';
const NOW = new Date('2026-11-22T12:00:00Z');
const MINUTE_MS = 60_000;

let app: TestApp;
let browser: Browser;
let page: Page;
let paper: { stageId: string; applicationId: string };
let origin: string;
let stageId: string;

beforeAll(async () => {
  [app, browser] = await Promise.all([testApp(), launchBrowser()]);
  app.now = NOW;
  origin = await app.web.listen({ host: '127.0.0.1', port: 0 });
  stageId = await insertStage(app.db, { reference: REFERENCE, code: 'written-test' });
  await ensureSchedule(app.db, { stageId, zone: 'Europe/Brussels', at: NOW });
  const questions = JSON.stringify([{ key: 'first', question: { en: 'What did you do?' } }]);
  const window = { opensAt: NOW, closesAt: new Date(NOW.getTime() + MINUTE_MS) };
  await app.db
    .insertInto('writtenTests')
    .values({ stageId, minutes: 30, maxCharacters: 500, ...window, questions })
    .execute();
});
afterAll(async () => {
  await browser.close();
  await app.close();
});
beforeEach(async () => {
  app.now = NOW;
  const { number, accountId, applicationId } = await insertInvited(app.context, {
    reference: REFERENCE,
    stage: 'written-test',
  });
  paper = { stageId, applicationId };
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
afterEach(() => page.context().close());

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

test('a later end is learnt by the next save, at the last moments whatever was typed, and it can be written on', async () => {
  const answer = page.locator('textarea');
  await minutesPass(20);
  const by = { kind: 'system' } as const;
  const candidate = { applicationId: paper.applicationId, number: '' };
  const about = { stageId, stage: 'written-test', candidate, by, at: app.now };
  const arranged = { extraMinutes: 15, requestId: paper.applicationId };
  await recordExtraMinutes(app.db, arranged, about);
  await lengthenPaper(app.db, arranged, about);
  expect(await page.locator('[data-time-shown]').textContent()).toBe('10 minutes');

  await minutesPass(9.99);

  await expect.poll(said).toBe('15 minutes left.');
  expect(await page.locator('[data-ends-at] time').textContent()).toContain('13:45:00');
  await minutesPass(5);
  expect(await answer.getAttribute('readonly')).toBeNull();
  await answer.fill('After the first end');
  await page.clock.runFor(1000);
  await expect.poll(kept).toEqual({ first: 'After the first end' });
  await minutesPass(11);
  expect([await said(), await answer.getAttribute('readonly')]).toEqual([
    expect.stringContaining('Your time is over'),
    '',
  ]);
});
