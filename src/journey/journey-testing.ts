import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ELIGIBILITY_TEXTS } from '../applications/eligibility/eligibility-texts.ts';
import { RECEIPT_TEXTS } from '../applications/submission/receipt-texts.ts';
import type { Role } from '../people/permissions.ts';
import { insertAccount, TEST_PASSWORD } from '../people/people-testing.ts';
import { languageName } from '../site/language-name.ts';
import { launchBrowser, type Reader } from './browser-testing.ts';
import { APPLICANT, beginsWithNewAccount, changesInTwoTabs, fillsEveryStep } from './candidate-steps.ts';
import { checksReceipt, getsReceiptByMail, submitsTwice, type ReadReceipt } from './receipt-steps.ts';
import { servedApp, type ServedApp } from './journey-app-testing.ts';
import { nationalitiesOf } from './journey-nationalities.ts';
import { journeyVacancy } from './journey-notice.ts';
import type { JourneyOrganisation } from './journey-organisations.ts';
import { accentOf, button, heading, leave, newPerson, opens, reads, type Person } from './person-testing.ts';
import { approvesAll } from '../vacancies/approval/approving-testing.ts';
import { importsNotice, mendsGap, publishes, readsApplication, sendsForReview } from './recruiter-steps.ts';
import { signsIn } from './sign-in-steps.ts';
import { asksWhether, findsVacancy, readsInBothLanguages, readsMemberNations, startsToApply } from './visitor-steps.ts';

/** Walks the whole path in one organisation, once for each reader. */
export function walksTheJourney(organisation: JourneyOrganisation, readers: Reader[]): void {
  let app: ServedApp;
  let browser: Browser;
  beforeAll(async () => {
    [app, browser] = await Promise.all([servedApp({ ORGANISATION: organisation.folder }), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const statusOf = async (reference: string) =>
    (await app.db.selectFrom('vacancies').select('status').where('reference', '=', reference).execute())[0]?.status;

  /** What the one application to a vacancy holds. */
  const answersTo = async (reference: string) =>
    (await app.db.selectFrom('applications').select('answers').where('vacancyReference', '=', reference).execute())[0]
      ?.answers;

  describe.each(readers)('in $language, with JavaScript: $javaScript', { timeout: 120_000 }, (reader) => {
    const { language } = reader;
    const reference = String(260_901 + readers.indexOf(reader));
    const credentials = { email: `ylva.${reference}@people.example`, password: 'eleven rivers meet' };
    const rules = () => app.context.organisation;
    const vacancy = () => journeyVacancy(organisation.notice, { reference, now: app.now });
    const nationalities = () => nationalitiesOf(rules(), app.now);
    let recruiter: Person;
    let manager: Person;
    let candidate: Person;
    let receipt: ReadReceipt;

    /** Somebody at a browser; what a page tells them is of this organisation or of its notice, of no other. */
    const arrives = async (): Promise<Person> => {
      const person = await newPerson(browser, app.origin, reader);
      return { ...person, strange: (line) => organisation.strange.test(line) && !vacancy().text.includes(line) };
    };

    /** Staff, signed in through the page. */
    const signedIn = async (role: Role): Promise<Person> => {
      const { email } = await insertAccount(app.db, { roles: [role], language });
      const person = await arrives();
      await opens(person, `/${language}/sign-in`);
      await signsIn(person, { email, password: TEST_PASSWORD });
      return person;
    };

    beforeAll(async () => {
      recruiter = await signedIn('recruiter');
      manager = await signedIn('recruitment-manager');
      candidate = await arrives();
    });
    afterAll(async () => {
      for (const person of [recruiter, manager, candidate]) await leave(person);
    });

    test('a recruiter imports a notice, mends what it lacks and sends it for review', async () => {
      await importsNotice(recruiter, vacancy());
      await mendsGap(recruiter, organisation.gap);
      await sendsForReview(recruiter);

      expect(await statusOf(reference)).toBe('in-review');
    });

    test('a recruitment manager publishes it, once everybody has approved it', async () => {
      await approvesAll(app, reference);
      await publishes(manager, vacancy());

      expect(await statusOf(reference)).toBe('published');
    });

    test('a visitor finds the vacancy and reads it in both languages', async () => {
      await findsVacancy(candidate, vacancy());
      await readsInBothLanguages(candidate, vacancy());

      expect(await heading(candidate)).toBe(vacancy().title[language]);
    });

    test('sees whose it is, and reads its grade, levels, place and the hour of its deadline', async () => {
      for (const words of organisation.portal[language]) await reads(candidate, words);
      await reads(candidate, rules().wordmark[language]);

      expect(await accentOf(candidate)).toBe(organisation.accent[reader.dark ? 'dark' : 'light']);
    });

    test('is told who may apply before a line is written', async () => {
      const { member, stranger } = nationalities();
      await startsToApply(candidate);
      await readsMemberNations(candidate, rules(), app.now);
      await asksWhether(candidate, stranger, 'mayNotApply');
      await asksWhether(candidate, member, 'mayApply');

      expect(await button(candidate, ELIGIBILITY_TEXTS[language].begin).count()).toBe(1);
    });

    test('creates an account by a confirmed address, and begins', async () => {
      await beginsWithNewAccount(candidate, app, credentials);

      expect(await answersTo(reference)).toMatchObject({ identity: { nationalities: [nationalities().member] } });
    });

    test('changes a step in two tabs and loses neither text', async () => {
      await changesInTwoTabs(candidate);

      expect(await answersTo(reference)).toMatchObject({ identity: { telephone: '+46 8 222 22 22' } });
    });

    test('fills every step, and is told of a letter that is too long', async () => {
      await fillsEveryStep(candidate, { vacancy: vacancy(), rules: rules(), organisation });

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
      for (const code of rules().languages.official)
        await reads(recruiter, new RegExp(languageName(code, language), 'i'));

      expect(await heading(recruiter)).toBe(`${APPLICANT.givenNames} ${APPLICANT.familyName}`);
    });
  });
}
