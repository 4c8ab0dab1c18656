import { PageSizes, PDFDocument } from 'pdf-lib';
import { expect } from 'vitest';
import { APPLICATION_TEXTS } from '../applications/application-texts.ts';
import { explainDocument } from '../applications/documents/document-refusal-texts.ts';
import { DOCUMENT_TEXTS } from '../applications/documents/document-texts.ts';
import { CAREER_TEXTS } from '../applications/career/career-texts.ts';
import { ELIGIBILITY_TEXTS } from '../applications/eligibility/eligibility-texts.ts';
import { QUESTION_TEXTS } from '../applications/questions/question-texts.ts';
import { languageName } from '../site/language-name.ts';
import { ACCOUNT_TEXTS } from '../people/account-texts.ts';
import { lastMailTo, linkIn } from '../people/people-testing.ts';
import { PART_TEXTS, PROFILE_TEXTS } from '../people/profile/profile-texts.ts';
import { SIGN_IN_TEXTS } from '../people/sign-in-texts.ts';
import { countryName } from '../regulations/organisation/countries.ts';
import type { Organisation } from '../regulations/organisation/organisation.ts';
import { SITE_TEXTS } from '../site/site-texts.ts';
import type { Credentials } from './sign-in-steps.ts';
import type { ServedApp } from './journey-app-testing.ts';
import type { JourneyVacancy } from './journey-notice.ts';
import type { JourneyOrganisation } from './journey-organisations.ts';
import {
  chooses,
  field,
  fills,
  follows,
  opens,
  presses,
  reads,
  secondTab,
  ticks,
  type Person,
} from './person-testing.ts';

/** What the applicant writes everywhere, with letters and signs that are easily lost on the way. */
export const APPLICANT = { givenNames: 'Ylva Margareta', familyName: 'Ström' };
export const ANSWER = 'From 2015 to 2023, at the gauge of Torneälven: “ÅÄÖ” & <b>.';
export const LETTER = 'lettre-ström.pdf';

/** Begins to apply, is asked who they are, and makes an account; what they were sending waits until the address is confirmed. */
export async function beginsWithNewAccount(person: Person, app: ServedApp, credentials: Credentials): Promise<void> {
  const { language } = person.reader;
  await presses(person, ELIGIBILITY_TEXTS[language].begin);
  await createsAccount(person, app, credentials);
  await presses(person, SIGN_IN_TEXTS[language].againButton);
  await reads(person, APPLICATION_TEXTS[language].tasksHint);
}

async function createsAccount(person: Person, app: ServedApp, { email, password }: Credentials): Promise<void> {
  const { language } = person.reader;
  const t = ACCOUNT_TEXTS[language];
  const { fields } = PART_TEXTS[language].person;
  await presses(person, SIGN_IN_TEXTS[language].create);
  await fills(person, fields['givenNames']?.label ?? '', APPLICANT.givenNames);
  await fills(person, fields['familyName']?.label ?? '', APPLICANT.familyName);
  await fills(person, t.email, email);
  await fills(person, t.password, password);
  await presses(person, t.create);
  await reads(person, t.sentTitle);
  await opens(person, linkIn((await lastMailTo(app, email))?.text));
  await presses(person, t.confirm);
}

type Filled = { vacancy: JourneyVacancy; rules: Organisation; organisation: JourneyOrganisation };

/** The steps of the form, one after the other, as the buttons lead. */
export async function fillsEveryStep(person: Person, { vacancy, rules, organisation }: Filled): Promise<void> {
  const t = APPLICATION_TEXTS[person.reader.language];
  await follows(person, t.steps.identity);
  await fillsIdentity(person);
  await presses(person, t.saveAndContinue);
  await statesCareer(person);
  await choosesLevels(person, rules, organisation);
  await presses(person, t.saveAndContinue);
  await answersRequirements(person, vacancy);
  await presses(person, t.saveAndContinue);
  await answersQuestions(person, rules);
  await presses(person, t.saveAndContinue);
  await saysWillingness(person, rules);
  await presses(person, t.saveAndContinue);
  await attachesLetter(person, organisation);
  await follows(person, DOCUMENT_TEXTS[person.reader.language].goOn);
  await declaresEverything(person, rules);
  await presses(person, t.saveAndContinue);
  if (organisation.leftOut) await reads(person, organisation.leftOut[person.reader.language]);
}

export async function fillsIdentity(person: Person): Promise<void> {
  const { language } = person.reader;
  const { fields } = APPLICATION_TEXTS[language];
  // The name that was given with the account is there already.
  expect(await field(person, fields.givenNames.label).inputValue()).toBe(APPLICANT.givenNames);
  expect(await field(person, fields.familyName.label).inputValue()).toBe(APPLICANT.familyName);
  await chooses(person, fields.residence.label, countryName('SE', language));
  await fills(person, fields.telephone.label, '+46 8 555 01 23');
  await seesItSaved(person);
}

/** Where there is JavaScript, what was typed is saved without a button, and the page says so. */
export async function seesItSaved(person: Person): Promise<void> {
  if (!person.reader.javaScript) return;
  await reads(person, new RegExp(SITE_TEXTS[person.reader.language].saved.replace('{time}', '\\d')));
}

/** A person at the beginning of a career says that there is nothing to state, and goes on. */
async function statesCareer(person: Person): Promise<void> {
  const { language } = person.reader;
  for (const step of ['education', 'experience'] as const) {
    await ticks(person, CAREER_TEXTS[language].none[step]);
    await seesItSaved(person);
    await presses(person, APPLICATION_TEXTS[language].saveAndContinue);
  }
}

/** Answers each declaration of the organisation. */
async function saysWillingness(person: Person, { eligibility }: Organisation): Promise<void> {
  const { language } = person.reader;
  const { yes } = PROFILE_TEXTS[language];
  for (const { text } of eligibility.willingness.declarations)
    await person.page.getByRole('group', { name: text[language] }).getByLabel(yes, { exact: true }).check();
  await seesItSaved(person);
}

/** Is asked for a level in each official language, and in no other, each on the organisation’s own scale. */
async function choosesLevels(
  person: Person,
  { languages }: Organisation,
  { levels }: JourneyOrganisation,
): Promise<void> {
  const { language } = person.reader;
  const t = APPLICATION_TEXTS[language];
  const names = languages.levels.map(({ code, name }) => (name[language] ? `${code} · ${name[language]}` : code));
  expect(Object.keys(levels)).toEqual(languages.official);
  expect(await person.page.locator('main select').count()).toBe(languages.official.length);
  for (const [code, option] of Object.entries(levels)) {
    const label = t.levelIn(languageName(code, language));
    expect(await field(person, label).locator('option').allInnerTexts()).toEqual(expect.arrayContaining(names));
    await chooses(person, label, option[language]);
  }
  await seesItSaved(person);
}

async function answersRequirements(person: Person, { essential }: JourneyVacancy): Promise<void> {
  const t = APPLICATION_TEXTS[person.reader.language];
  for (let number = 1; number <= essential; number += 1)
    await fills(person, t.requirement(number), `${number}. ${ANSWER}`);
  await seesItSaved(person);
}

/** Answers no to each question that the organisation asks everybody. */
async function answersQuestions(person: Person, { questions }: Organisation): Promise<void> {
  const { language } = person.reader;
  for (const { text } of questions)
    await person.page
      .getByRole('group', { name: text[language] })
      .getByLabel(QUESTION_TEXTS[language].no, { exact: true })
      .check();
  await seesItSaved(person);
}

/** First a letter that is too long, which is refused with the figures; then one that is right. */
async function attachesLetter(person: Person, { letterPages, leftOut }: JourneyOrganisation): Promise<void> {
  const { language } = person.reader;
  const t = DOCUMENT_TEXTS[language];
  const tooLong = { kind: 'too-many-pages', pages: letterPages + 1, maxPages: letterPages, format: 'pdf' } as const;
  await attaches(person, tooLong.pages);
  await reads(person, explainDocument(tooLong)[language]);
  await attaches(person, letterPages);
  await reads(person, t.found);
  await reads(person, LETTER);
  if (leftOut) await reads(person, leftOut[language]);
}

async function attaches(person: Person, pages: number): Promise<void> {
  const t = DOCUMENT_TEXTS[person.reader.language];
  await field(person, t.chooseFile).setInputFiles(await letterFile(pages));
  await presses(person, new RegExp(`^${t.attach}`));
}

/** A letter of so many A4 pages, as a file to choose. */
export async function letterFile(pages: number) {
  const pdf = await PDFDocument.create();
  for (let page = 1; page <= pages; page += 1) pdf.addPage(PageSizes.A4).drawText(`Page ${page}`);
  return { name: LETTER, mimeType: 'application/pdf', buffer: Buffer.from(await pdf.save()) };
}

async function declaresEverything(person: Person, { declarations }: Organisation): Promise<void> {
  expect(await person.page.locator('main [name=declarations]').count()).toBe(declarations.length);
  for (const { text } of declarations) await ticks(person, text[person.reader.language]);
  await seesItSaved(person);
}

/** Has one step open in two tabs and changes it in both: the later one is told, shown both texts, and decides. */
export async function changesInTwoTabs(person: Person): Promise<void> {
  const t = APPLICATION_TEXTS[person.reader.language];
  const { label } = t.fields.telephone;
  await follows(person, t.steps.identity);
  const later = await secondTab(person);
  await opens(later, new URL(person.page.url()).pathname);
  await fills(person, label, '+46 8 111 11 11');
  await presses(person, t.saveAndReturn);
  await fills(later, label, '+46 8 222 22 22');
  await isToldOfNewerVersion(later);
  await presses(later, t.saveAndContinue);
  await reads(later, t.changedTitle);
  await reads(later, '+46 8 111 11 11');
  await presses(later, t.keepBelow);
  await later.page.close();
}

async function isToldOfNewerVersion(person: Person): Promise<void> {
  if (!person.reader.javaScript) return;
  await reads(person, SITE_TEXTS[person.reader.language].changedElsewhere);
}
