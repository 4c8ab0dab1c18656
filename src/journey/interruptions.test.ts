import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { completeDraft, insertDraft } from '../applications/application-testing.ts';
import { APPLICATION_TEXTS, STANDING_TEXTS } from '../applications/application-texts.ts';
import { RECEIPT_TEXTS } from '../applications/submission/receipt-texts.ts';
import { insertAccount, TEST_PASSWORD } from '../people/people-testing.ts';
import { SIGN_IN_TEXTS } from '../people/sign-in-texts.ts';
import { SITE_TEXTS } from '../site/site-texts.ts';
import { insertVacancy } from '../vacancies/vacancy-testing.ts';
import { launchBrowser, type Reader } from './browser-testing.ts';
import { ANSWER } from './candidate-steps.ts';
import { servedApp, type ServedApp } from './journey-app-testing.ts';
import {
  button,
  field,
  fills,
  leave,
  newPerson,
  opens,
  presses,
  reads,
  secondTab,
  type Person,
} from './person-testing.ts';
import { signsIn } from './sign-in-steps.ts';

const HOUR = 3_600_000;

let app: ServedApp;
let browser: Browser;
beforeAll(async () => {
  [app, browser] = await Promise.all([servedApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const READERS: Reader[] = [
  { language: 'en', javaScript: true, width: 1280 },
  { language: 'fr', javaScript: false, width: 320 },
];

describe.each(READERS)('in $language, with JavaScript: $javaScript', { timeout: 90_000 }, (reader) => {
  const t = APPLICATION_TEXTS[reader.language];
  const started = new Date();
  let candidate: Person;
  let here: string;
  let credentials: { email: string; password: string };

  /** A candidate with a draft that lacks nothing, an hour before the deadline. */
  beforeEach(async () => {
    app.now = started;
    const account = await insertAccount(app.db, { language: reader.language });
    const reference = String(260_100 + (await countVacancies()));
    const deadlineAt = new Date(started.getTime() + HOUR);
    await insertVacancy(app.db, { reference, status: 'published', deadlineAt });
    const number = await insertDraft(app.db, { accountId: account.id, reference });
    await completeDraft(app.db, { accountId: account.id, number, rules: app.context.organisation });
    credentials = { email: account.email, password: TEST_PASSWORD };
    here = `/${reader.language}/my/applications/${number}`;
    candidate = await newPerson(browser, app.origin, reader);
    await opens(candidate, `${here}/requirements`);
    await signsIn(candidate, credentials);
    return () => leave(candidate);
  });

  const countVacancies = async () => (await app.db.selectFrom('vacancies').select('reference').execute()).length;

  test('the deadline passes while a step is open: the text is kept, and the page says so', async () => {
    app.now = new Date(started.getTime() + 2 * HOUR);
    await fills(candidate, t.requirement(1), ANSWER);
    await presses(candidate, t.saveAndContinue);
    await opens(candidate, `${here}/requirements`);

    await reads(candidate, t.tooLateNote);
    expect(await field(candidate, t.requirement(1)).inputValue()).toBe(ANSWER);
  });

  test('the deadline passes while the review page is open: nothing is submitted, nothing is lost', async () => {
    const late = await secondTab(candidate);
    await opens(late, `${here}/review`);
    app.now = new Date(started.getTime() + 2 * HOUR);
    await presses(late, RECEIPT_TEXTS[reader.language].submit);

    await reads(late, STANDING_TEXTS[reader.language]['deadline-missed'].label);
    await reads(late, 'How I meet requirement 1.');
    expect(await button(late, RECEIPT_TEXTS[reader.language].submit).count()).toBe(0);
  });

  test('the session ends in the middle of a form: the sign-in page keeps what was typed until it is saved', async () => {
    await app.db.updateTable('sessions').set({ revokedAt: app.now }).execute();
    await fills(candidate, t.requirement(1), ANSWER);
    if (reader.javaScript) await reads(candidate, SITE_TEXTS[reader.language].signedOut);
    await presses(candidate, t.saveAndContinue);
    await reads(candidate, SIGN_IN_TEXTS[reader.language].endedTitle);
    await reads(candidate, SIGN_IN_TEXTS[reader.language].endedForm);
    await signsIn(candidate, credentials);
    await presses(candidate, SIGN_IN_TEXTS[reader.language].againButton);
    await opens(candidate, `${here}/requirements`);

    expect(await field(candidate, t.requirement(1)).inputValue()).toBe(ANSWER);
  });
});
