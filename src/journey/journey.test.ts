import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ELIGIBILITY_TEXTS } from '../applications/eligibility-texts.ts';
import { RECEIPT_TEXTS } from '../applications/receipt-texts.ts';
import type { Role } from '../people/permissions.ts';
import { insertAccount, TEST_PASSWORD } from '../people/people-testing.ts';
import { LANGUAGES } from '../platform/language.ts';
import { launchBrowser, type Reader } from './browser-testing.ts';
import {
  APPLICANT,
  beginsWithNewAccount,
  changesInTwoTabs,
  checksReceipt,
  fillsEveryStep,
  getsReceiptByMail,
  submitsTwice,
  type ReadReceipt,
} from './candidate-steps.ts';
import { servedApp, type ServedApp } from './journey-app-testing.ts';
import { journeyVacancy } from './journey-notice.ts';
import { button, heading, leave, newPerson, opens, type Person } from './person-testing.ts';
import { importsNotice, mendsClearance, publishes, readsApplication, sendsForReview } from './recruiter-steps.ts';
import { signsIn } from './sign-in-steps.ts';
import { asksWhether, findsVacancy, readsInBothLanguages, startsToApply } from './visitor-steps.ts';

let app: ServedApp;
let browser: Browser;
beforeAll(async () => {
  [app, browser] = await Promise.all([servedApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

/** Each language in a wide window with JavaScript and in a narrow one without, in the light and in the dark. */
const READERS: Reader[] = LANGUAGES.flatMap((language) => [
  { language, javaScript: true, width: 1280, dark: language === 'fr' },
  { language, javaScript: false, width: 320, dark: language === 'en' },
]);

/** Staff at a browser, signed in through the page. */
async function signedIn(role: Role, reader: Reader): Promise<Person> {
  const { email } = await insertAccount(app.db, { roles: [role], language: reader.language });
  const person = await newPerson(browser, app.origin, reader);
  await opens(person, `/${reader.language}/sign-in`);
  await signsIn(person, { email, password: TEST_PASSWORD });
  return person;
}

const statusOf = async (reference: string) =>
  (await app.db.selectFrom('vacancies').select('status').where('reference', '=', reference).execute())[0]?.status;

/** What the one application to a vacancy holds. */
const answersTo = async (reference: string) =>
  (await app.db.selectFrom('applications').select('answers').where('vacancyReference', '=', reference).execute())[0]
    ?.answers;

describe.each(READERS)('in $language, with JavaScript: $javaScript', { timeout: 120_000 }, (reader) => {
  const { language } = reader;
  const reference = String(260_901 + READERS.indexOf(reader));
  const credentials = { email: `ylva.${reference}@people.example`, password: 'eleven rivers meet' };
  const vacancy = () => journeyVacancy(reference, app.now);
  let recruiter: Person;
  let manager: Person;
  let candidate: Person;
  let receipt: ReadReceipt;
  beforeAll(async () => {
    recruiter = await signedIn('recruiter', reader);
    manager = await signedIn('recruitment-manager', reader);
    candidate = await newPerson(browser, app.origin, reader);
  });
  afterAll(async () => {
    for (const person of [recruiter, manager, candidate]) await leave(person);
  });

  test('a recruiter imports a notice, mends what it lacks and sends it for review', async () => {
    await importsNotice(recruiter, vacancy());
    await mendsClearance(recruiter);
    await sendsForReview(recruiter);

    expect(await statusOf(reference)).toBe('in-review');
  });

  test('a recruitment manager publishes it', async () => {
    await publishes(manager, vacancy());

    expect(await statusOf(reference)).toBe('published');
  });

  test('a visitor finds the vacancy and reads it in both languages', async () => {
    await findsVacancy(candidate, vacancy());
    await readsInBothLanguages(candidate, vacancy());

    expect(await heading(candidate)).toBe(vacancy().title[language]);
  });

  test('is told who may apply before a line is written', async () => {
    await startsToApply(candidate);
    await asksWhether(candidate, 'JP', 'mayNotApply');
    await asksWhether(candidate, 'SE', 'mayApply');

    expect(await button(candidate, ELIGIBILITY_TEXTS[language].begin).count()).toBe(1);
  });

  test('creates an account by a confirmed address, and begins', async () => {
    await beginsWithNewAccount(candidate, app, credentials);

    expect(await answersTo(reference)).toMatchObject({ identity: { nationalities: ['SE'] } });
  });

  test('changes a step in two tabs and loses neither text', async () => {
    await changesInTwoTabs(candidate);

    expect(await answersTo(reference)).toMatchObject({ identity: { telephone: '+46 8 222 22 22' } });
  });

  test('fills every step, and is told of a letter that is too long', async () => {
    await fillsEveryStep(candidate, vacancy(), app.context.organisation);

    expect(await heading(candidate)).toBe(RECEIPT_TEXTS[language].reviewTitle);
  });

  test('submits twice and has one receipt, which holds what was stored', async () => {
    receipt = await submitsTwice(candidate);
    await checksReceipt(candidate, receipt);
    await getsReceiptByMail(candidate, app, { ...credentials, ...receipt });

    expect(receipt.number).toContain(reference);
  });

  test('the recruiter reads the application, its letter and its history', async () => {
    await readsApplication(recruiter, vacancy(), receipt.number);

    expect(await heading(recruiter)).toBe(`${APPLICANT.givenNames} ${APPLICANT.familyName}`);
  });
});
