import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PLANNER_TEXTS } from '../appointment/contract-planner-texts.ts';
import { insertAccount, TEST_PASSWORD } from '../people/people-testing.ts';
import { OFFER_TEXTS } from '../portal/offer-texts.ts';
import { RULEBOOK_TEXTS } from '../portal/rulebook/rulebook-texts.ts';
import { PERSON_NAMES } from '../regulations/contracts/contract-texts.ts';
import { TIMELINE_TEXTS } from '../regulations/contracts/contract-timeline-texts.ts';
import { formatDate } from '../site/dates.ts';
import { SITE_TEXTS } from '../site/site-texts.ts';
import { insertVacancy } from '../vacancies/vacancy-testing.ts';
import { launchBrowser, type Reader } from './browser-testing.ts';
import { servedApp, type ServedApp } from './journey-app-testing.ts';
import { chooses, follows, leave, link, newPerson, opens, presses, reads, type Person } from './person-testing.ts';
import { signsIn } from './sign-in-steps.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const READERS: Reader[] = [
  { language: 'en', javaScript: true, width: 1280 },
  { language: 'fr', javaScript: false, width: 320, dark: true },
];
const CASES = ['nato-is', 'rivers-commission'].flatMap((folder) => READERS.map((reader) => ({ folder, ...reader })));

describe.each(CASES)(
  'the rules of $folder, in $language, with JavaScript: $javaScript',
  { timeout: 120_000 },
  ({ folder, ...reader }) => {
    const { language } = reader;
    let app: ServedApp;
    let person: Person;
    beforeAll(async () => {
      app = await servedApp({ ORGANISATION: folder });
      person = await newPerson(browser, app.origin, reader);
    });
    afterAll(async () => {
      await leave(person);
      await app.close();
    });
    const clause = () => {
      const [first] = app.context.organisation.contractClauses;
      if (!first) throw new Error('An organisation has a clause');
      return first;
    };

    test('are read by anybody, as in force today or on another day', async () => {
      await opens(person, `/${language}/vacancies`);
      await follows(person, SITE_TEXTS[language].regulations);
      await reads(person, RULEBOOK_TEXTS[language].chapters.contracts);
      // The longest page there is has been looked at; its other days are only read.
      await person.page.goto(`${person.origin}/${language}/regulations?on=2019-06-01`);
      await reads(person, RULEBOOK_TEXTS[language].inForceOn.replace('{date}', formatDate('2019-06-01', language)));
      await link(person, RULEBOOK_TEXTS[language].today).click();
      await person.page.waitForURL(/regulations$/);

      expect(new URL(person.page.url()).search).toBe('');
    });

    test('stand behind every date on a vacancy, for the day and the person that a reader chooses', async () => {
      const deadlineAt = new Date(app.now.getTime() + 20 * 24 * 3_600_000);
      const notice = { contract: { clause: clause().code, twinGradeNote: false } };
      await insertVacancy(app.db, { reference: '260751', status: 'published', deadlineAt, notice });
      await opens(person, `/${language}/vacancies/260751`);
      await chooses(person, OFFER_TEXTS[language].person, PERSON_NAMES['serving-staff'][language]);
      await presses(person, OFFER_TEXTS[language].show);
      const [row] = clause().terms.slice(-1);
      await reads(
        person,
        TIMELINE_TEXTS[language].ask(
          row?.['serving-staff'].regulations[language] ?? '',
          row?.['serving-staff'].ask[language] ?? '',
        ),
      );
      await person.page.goto(`${person.origin}/${language}/vacancies/260751`);
      const rule = row?.['non-seconded']?.first.rule ?? '';
      await link(person, rule).click();
      await person.page.waitForURL(/regulations#/);

      expect(new URL(person.page.url()).hash).toBe(`#${rule}`);
      expect(await person.page.locator(`#${rule}`).innerText()).toBe(rule);
    });

    test('plan a contract for whoever works here', async () => {
      const { email } = await insertAccount(app.db, { roles: ['recruiter'], language });
      const address = `/${language}/staff/contract-planner?clause=${clause().code}&start-day=1&start-month=3&start-year=2027&renewal=6`;
      await opens(person, address);
      await signsIn(person, { email, password: TEST_PASSWORD });
      await reads(person, PLANNER_TEXTS[language].result);
      await presses(person, PLANNER_TEXTS[language].plan);
      await reads(person, PLANNER_TEXTS[language].openPoints);
      const other = language === 'en' ? 'fr' : 'en';
      await follows(person, SITE_TEXTS[other].languageName);

      expect(await person.page.locator('[name=start-year]').inputValue()).toBe('2027');
      expect(await person.page.getByText(PLANNER_TEXTS[other].result).count()).toBe(1);
    });
  },
);
