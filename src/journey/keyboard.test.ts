import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COVER_LETTER } from '../applications/documents/document-testing.ts';
import { insertDraft } from '../applications/application-testing.ts';
import { requirementsOf } from '../applications/answers.ts';
import { APPLICATION_TEXTS } from '../applications/application-texts.ts';
import { CAREER_TEXTS } from '../applications/career/career-texts.ts';
import { DOCUMENT_TEXTS } from '../applications/documents/document-texts.ts';
import { QUESTION_TEXTS } from '../applications/questions/question-texts.ts';
import { RECEIPT_TEXTS } from '../applications/submission/receipt-texts.ts';
import { insertAccount, TEST_PASSWORD } from '../people/people-testing.ts';
import { SIGN_IN_TEXTS } from '../people/sign-in-texts.ts';
import { insertVacancy } from '../vacancies/vacancy-testing.ts';
import { launchBrowser } from './browser-testing.ts';
import { letterFile } from './candidate-steps.ts';
import { servedApp, type ServedApp } from './journey-app-testing.ts';
import { choosesFile, picks, pressesEnter, tabsTo, types } from './keyboard-steps.ts';
import { button, field, heading, leave, link, newPerson, opens, reads } from './person-testing.ts';

let app: ServedApp;
let browser: Browser;
beforeAll(async () => {
  [app, browser] = await Promise.all([servedApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

test('an application is made from sign-in to receipt with the keyboard alone', { timeout: 180_000 }, async () => {
  const account = await insertAccount(app.db);
  const deadlineAt = new Date(app.now.getTime() + 30 * 24 * 3_600_000);
  const notice = { attachments: [COVER_LETTER] };
  const vacancy = await insertVacancy(app.db, { status: 'published', deadlineAt, notice });
  const { reference } = vacancy;
  const number = await insertDraft(app.db, { accountId: account.id, reference });
  const essential = requirementsOf(vacancy.notice).filter(({ kind }) => kind === 'essential');
  const person = await newPerson(browser, app.origin, { language: 'en', javaScript: true, width: 1280 });
  const t = APPLICATION_TEXTS.en;

  await opens(person, `/en/my/applications/${number}`);
  await types(person, field(person, SIGN_IN_TEXTS.en.email), account.email);
  await types(person, field(person, SIGN_IN_TEXTS.en.password), TEST_PASSWORD);
  await pressesEnter(person, button(person, SIGN_IN_TEXTS.en.submit));

  await pressesEnter(person, link(person, t.steps.identity));
  await types(person, field(person, t.fields.givenNames.label), 'Ylva');
  await types(person, field(person, t.fields.familyName.label), 'Ström');
  await types(person, field(person, t.nationality(1)), 'Swed');
  await types(person, field(person, t.fields.residence.label), 'Swed');
  await pressesEnter(person, button(person, t.saveAndContinue));

  for (const step of ['education', 'experience'] as const) {
    await tabsTo(person, field(person, CAREER_TEXTS.en.none[step]));
    await person.page.keyboard.press('Space');
    await pressesEnter(person, button(person, t.saveAndContinue));
  }

  await picks(person, field(person, t.levelIn('English')), 5);
  await picks(person, field(person, t.levelIn('French')), 2);
  await pressesEnter(person, button(person, t.saveAndContinue));

  for (const requirement of essential) await types(person, field(person, t.requirement(requirement.number)), 'Yes.');
  await pressesEnter(person, button(person, t.saveAndContinue));

  for (const { text } of app.context.organisation.questions) {
    const group = person.page.getByRole('group', { name: text.en });
    await tabsTo(person, group.getByLabel(QUESTION_TEXTS.en.yes, { exact: true }));
    await person.page.keyboard.press('ArrowRight');
  }
  await pressesEnter(person, button(person, t.saveAndContinue));
  await pressesEnter(person, button(person, t.saveAndContinue));

  await choosesFile(person, field(person, DOCUMENT_TEXTS.en.chooseFile), await letterFile(2));
  await pressesEnter(person, button(person, new RegExp(`^${DOCUMENT_TEXTS.en.attach}`)));

  await pressesEnter(person, link(person, DOCUMENT_TEXTS.en.goOn));
  for (const { text } of app.context.organisation.declarations) {
    await tabsTo(person, field(person, text.en));
    await person.page.keyboard.press('Space');
  }
  await pressesEnter(person, button(person, t.saveAndContinue));
  await pressesEnter(person, button(person, RECEIPT_TEXTS.en.submit));

  await reads(person, 'Sweden');
  expect(await heading(person)).toContain(RECEIPT_TEXTS.en.title);
  await leave(person);
});
