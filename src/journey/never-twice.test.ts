import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { requirementsOf } from '../applications/answers.ts';
import { testApp, type TestApp } from '../testing.ts';
import { insertVacancy } from '../vacancies/vacancy-testing.ts';
import { follows, goes, opensMail, teller, tells, type Teller } from './telling-testing.ts';

let app: TestApp;
const essential: string[] = [];
beforeAll(async () => {
  app = await testApp();
  for (const [reference, fastTrack] of [
    ['260701', false],
    ['260702', true],
    ['260703', true],
  ] as const) {
    const notice = { fastTrack, clearance: 'NS' };
    const vacancy = await insertVacancy(app.db, { reference, status: 'published', notice });
    essential.push(...requirementsOf(vacancy.notice).map(({ key }) => key));
  }
});
afterAll(() => app.close());

/** Everything that the person could be asked, each fact another word. */
const knowledge = (email: string): Record<string, string> => ({
  q: 'hydrologist',
  givenNames: 'Ylva Margareta',
  familyName: 'Ström',
  email,
  password: 'seven herons over the lock',
  nationality: 'SE',
  residence: 'FI',
  telephone: '+358 9 555 01 23',
  'education.degree': 'MSc in Hydrology',
  'education.institution': 'Luleå University of Technology',
  'education.country': 'SE',
  'education.kind': 'master',
  'education.from-month': '9',
  'education.from-year': '2008',
  'education.to-month': '6',
  'education.to-year': '2013',
  'education.completed': 'yes',
  'experience.title': 'Gauge keeper',
  'experience.employer': 'River Authority of Torneälven',
  'experience.country': 'FI',
  'experience.from-month': '2',
  'experience.from-year': '2015',
  'experience.to-month': '11',
  'experience.to-year': '2023',
  'experience.workingTime': 'full-time',
  'experience.tasks': 'Kept the gauges of the lower river.',
  'language.en': 'V',
  'language.fr': 'IV',
  'clearance.level': 'NS',
  'clearance.issuer': 'national-security-authority',
  'clearance.until-day': '31',
  'clearance.until-month': '5',
  'clearance.until-year': '2029',
  'willingness.non-permissive-environments': 'no',
  'willingness.travel': 'yes',
  'willingness.outside-office-hours': 'yes',
  'willingness.medically-fit': 'yes',
  'question.relatives': 'no',
  ...Object.fromEntries(essential.map((key, at) => [`requirement-${key}`, `How requirement ${at} is met.`])),
});

const STEPS = ['identity', 'education', 'experience', 'languages', 'requirements', 'questions', 'willingness'];

/** From the list of vacancies to the page of one, and whether one may apply. */
async function asksWhetherTheyMay(person: Teller, reference: string): Promise<void> {
  await goes(person, `/${person.language}/vacancies?q=${reference}`);
  await follows(person, new RegExp(`/vacancies/${reference}$`));
  await follows(person, /\/eligibility$/);
  await tells(person, { form: /\/eligibility$/ });
}

async function makesAnAccount(person: Teller): Promise<void> {
  await tells(person, { form: /\/accounts\/new$/ });
  await opensMail(person);
  await tells(person, { form: /\/verification\// });
}

/** Every step as the buttons lead, the declarations, the review, and the receipt. */
async function appliesToTheReceipt(person: Teller): Promise<void> {
  await follows(person, /\/identity$/);
  for (const step of STEPS) await tells(person, { form: new RegExp(`/${step}$`) });
  await follows(person, /\/declarations$/);
  await declares(person);
  await tells(person, { form: /\/submission$/ });
  expect(person.page.address).toMatch(/\/receipt/);
}

async function declares(person: Teller): Promise<void> {
  const form = person.page.forms.find(({ action }) => action.endsWith('/declarations'));
  const field = form?.fields.find(({ name }) => name === 'declarations');
  field?.values.push(...field.options);
  await tells(person, { form: /\/declarations$/ });
}

describe('a new person, from the search to the receipt', () => {
  test('who fills the profile first types no fact twice (in English)', async () => {
    const language = 'en';
    const person = teller(app, language, knowledge(`profile-first-${language}@people.example`));
    await goes(person, `/${language}/vacancies?mine=1`);
    await tells(person, { form: /\/vacancies\/nationality$/ });
    await goes(person, `/${language}/vacancies?q=hydrologist`);
    await tells(person, { form: /\/vacancies\/nationality$/ });
    expect(person.page.address).toContain('mine=1');
    await asksWhetherTheyMay(person, '260701');

    await follows(person, /\/sign-in$/);
    await follows(person, /\/accounts\/new$/);
    await makesAnAccount(person);
    for (const part of [
      'person',
      'nationalities',
      'education',
      'experience',
      'languages',
      'clearances',
      'willingness',
    ]) {
      await goes(person, `/${language}/my/profile/${part}`);
      await tells(person, { form: new RegExp(`/profile/${part}$`) });
    }
    await goes(person, `/${language}/my/profile/languages`);
    await tells(person, { form: /\/profile\/languages$/, value: 'add' });
    await tells(person, { form: /\/profile\/languages$/ });
    await asksWhetherTheyMay(person, '260701');
    await tells(person, { form: /\/my\/applications$/ });
    await appliesToTheReceipt(person);

    expect(person.twice).toEqual([]);
    expect(Object.keys(person.knows).filter((fact) => !person.told.has(fact) && fact !== 'q')).toEqual([]);
  });

  test('who applies straight away types no fact twice, in the second application and in the profile neither (in French)', async () => {
    const language = 'fr';
    const person = teller(app, language, knowledge(`straight-${language}@people.example`));
    await asksWhetherTheyMay(person, '260702');

    await tells(person, { form: /\/my\/applications$/, status: 401 });
    await tells(person, { form: /\/accounts\/new\/form$/ });
    await makesAnAccount(person);
    await tells(person, { form: /\/my\/applications$/ });
    await appliesToTheReceipt(person);
    const first = person.page.address;
    await asksWhetherTheyMay(person, '260703');
    await tells(person, { form: /\/my\/applications$/ });
    await tells(person, { form: /\/copy$/ });
    await appliesToTheReceipt(person);
    for (const part of ['person', 'nationalities', 'education', 'experience', 'languages', 'clearances', 'willingness'])
      await goes(person, `/${language}/my/profile/${part}`);

    expect(person.twice).toEqual([]);
    expect(person.page.address).not.toBe(first);
    expect(Object.keys(person.knows).filter((fact) => !person.told.has(fact) && fact !== 'q')).toEqual([]);
  });
});
