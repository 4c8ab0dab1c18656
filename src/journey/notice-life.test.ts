import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertAccount } from '../people/people-testing.ts';
import type { Role } from '../people/permissions.ts';
import { openSession } from '../people/session-queries.ts';
import { APPROVAL_TEXTS } from '../vacancies/approval/approval-texts.ts';
import { CORRECTION_TEXTS } from '../vacancies/editing/correction-texts.ts';
import { findVacancy } from '../vacancies/vacancy-queries.ts';
import { VACANCY_TEXTS } from '../vacancies/vacancy-texts.ts';
import { launchBrowser, type Reader } from './browser-testing.ts';
import { servedApp, type ServedApp } from './journey-app-testing.ts';
import {
  approvesFromMail,
  begins,
  putsDeadlineOff,
  readsThePublicNotice,
  translates,
  writes,
  type LivingNotice,
} from './notice-life-steps.ts';
import { heading, leave, newPerson, opens, presses, reads, type Person } from './person-testing.ts';
import { publishes, sendsForReview } from './recruiter-steps.ts';

const DAY_MS = 24 * 3_600_000;
/** Longer than a visitor may see a page as it was. */
const A_MOMENT_MS = 2_000;
const NOTE = {
  en: 'The deadline was put off by two weeks.',
  fr: 'La date limite est reportée de deux semaines.',
};
const READERS: Reader[] = [
  { language: 'en', javaScript: true, width: 1280 },
  { language: 'fr', javaScript: false, width: 320, dark: true },
];

let app: ServedApp;
let browser: Browser;
beforeAll(async () => {
  [app, browser] = await Promise.all([servedApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

describe.each(READERS)(
  'the life of a notice, in $language, with JavaScript: $javaScript',
  { timeout: 120_000 },
  (reader) => {
    const { language } = reader;
    const t = APPROVAL_TEXTS[language];
    const reference = String(260_981 + READERS.indexOf(reader));
    const people = new Map<Role | 'visitor', Person>();
    const notice: LivingNotice = {
      reference,
      post: 'hyd-014',
      title: { en: 'Officer, Flood Forecasting', fr: 'Administratrice/Administrateur (prévision des crues)' },
      original: language,
    };
    const review = `/${language}/staff/vacancies/${reference}`;
    const stands = () => findVacancy(app.db, reference);

    /** Each comes with a browser of their own, the first time they are needed. */
    async function the(who: Role | 'visitor'): Promise<Person> {
      const person = people.get(who) ?? (await newPerson(browser, app.origin, reader));
      people.set(who, person);
      return person;
    }
    /** A member of staff, with the address that mails reach them at. */
    async function arrives(role: Role): Promise<string> {
      const { id, email } = await insertAccount(app.db, { roles: [role], language, name: `Ylva ${role}` });
      const secret = await openSession(app.db, { accountId: id, device: 'test' }, app.now);
      const { page } = await the(role);
      await page.context().addCookies([{ name: 'session', value: secret, url: app.origin }]);
      return email;
    }
    const addresses = new Map<Role, string>();
    const lastMail = async (role: Role): Promise<string> =>
      (await app.mails()).findLast(({ to }) => to.address === addresses.get(role))?.text ?? '';
    const approves = async (role: Role, wanted: string) =>
      approvesFromMail(await the(role), await lastMail(role), wanted);

    beforeAll(async () => {
      for (const role of [
        'recruiter',
        'hiring-manager',
        'translator',
        'recruitment-manager',
        'budget-officer',
      ] as const)
        addresses.set(role, await arrives(role));
    });
    afterAll(async () => {
      for (const person of people.values()) await leave(person);
    });

    test('a recruiter begins it from a post, writes it in one language and sends it for review', async () => {
      const recruiter = await the('recruiter');
      await begins(recruiter, notice);
      await writes(recruiter, notice, new Date(app.now.getTime() + 60 * DAY_MS));
      await sendsForReview(recruiter);

      expect(await stands()).toMatchObject({ status: 'in-review', composed: true, originalLanguage: language });
    });

    test('the hiring manager comes by the mail and approves it', async () => {
      await approves('hiring-manager', t.approve);

      expect((await stands())?.approvals.map(({ step }) => step)).toEqual(['hiring-manager']);
    });

    test('a translator translates what is left, and approves the translation', async () => {
      await translates(await the('translator'), notice);
      await approves('translator', t.approve);

      expect((await stands())?.approvals).toHaveLength(2);
    });

    test('human resources approve; the budget is still pending, which the notice then says', async () => {
      await approves('recruitment-manager', t.approve);
      await approves('budget-officer', t.pend);

      expect((await stands())?.notice.budgetPending).toBe(true);
    });

    test('it is published, and nothing is found in it', async () => {
      const manager = await the('recruitment-manager');
      await opens(manager, review);
      await reads(manager, VACANCY_TEXTS[language].review.nothingOpen);
      await publishes(manager, notice);

      expect((await stands())?.status).toBe('published');
    });

    test('a visitor reads it in both languages, and takes it away as a PDF', async () => {
      const visitor = await the('visitor');
      await readsThePublicNotice(visitor, notice, app.context.organisation.notices.printed.budgetPending);

      expect(await heading(visitor)).toBe(notice.title[language]);
    });

    test('the budget is approved, and the notice no longer says that it is pending', async () => {
      const officer = await the('budget-officer');
      await opens(officer, review);
      await presses(officer, t.approveBudget);

      expect((await stands())?.notice.budgetPending).toBe(false);
    });

    test('its deadline is put off, and the public is told', async () => {
      const manager = await the('recruitment-manager');
      const visitor = await the('visitor');
      await opens(manager, review);
      await putsDeadlineOff(manager, new Date(app.now.getTime() + 74 * DAY_MS), NOTE);
      app.now = new Date(app.now.getTime() + A_MOMENT_MS);
      await opens(visitor, `/${language}/vacancies/${reference}`);
      await reads(visitor, CORRECTION_TEXTS[language].publicTitle);
      await reads(visitor, NOTE[language]);

      expect((await stands())?.corrections.at(-1)?.note).toEqual(NOTE);
    });
  },
);
