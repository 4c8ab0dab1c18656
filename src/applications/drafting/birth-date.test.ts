import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SINGLE_ID } from '../../people/profile/profile-form.ts';
import { emptyProfile, type Entry } from '../../people/profile/profile.ts';
import { ORGANISATIONS, NATO_IS, NORTHERN_RIVERS } from '../../regulations/regulations-testing.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { insertVacancy } from '../../vacancies/vacancy-testing.ts';
import { NO_ANSWERS } from '../answers.ts';
import { exampleDossier, insertDraft } from '../application-testing.ts';
import { begunFrom } from '../career/profile-copy.ts';
import { contentOf } from '../submission/receipt.ts';
import { gapsOf } from './steps.ts';

let app: TestApp;
let ada: Client;
let here: string;
beforeAll(async () => {
  app = await testApp({ ORGANISATION: 'nato-is' });
  const deadlineAt = new Date(app.now.getTime() + 30 * 24 * 3_600_000);
  const { reference } = await insertVacancy(app.db, { status: 'published', deadlineAt });
  ada = await app.signedInAs('applicant');
  const number = await insertDraft(app.db, { accountId: ada.accountId ?? '', reference });
  here = `/en/my/applications/${number}`;
});
afterAll(() => app.close());

const born = (day: string, month: string, year: string) => ({
  base: '{}',
  givenNames: 'Ada',
  familyName: 'Marin',
  'bornOn-day': day,
  'bornOn-month': month,
  'bornOn-year': year,
});

test('the form asks for it where the organisation does, says what it is for, and keeps it as typed', async () => {
  const empty = await ada.get(`${here}/identity`);
  const wrong = await ada.post(`${here}/identity`, born('31', '2', '1980'));
  const shown = await ada.get(`${here}/identity?check`);

  expect(empty.text).toContain('It tells you from somebody of the same name');
  expect(empty.text).toContain('autocomplete="bday-year"');
  expect(wrong.status).toBe(422);
  expect(shown.text).toContain('Enter the day, month and year of your birth');
  expect(shown.text).toMatch(/name="bornOn-day"[^>]*value="31"/);
});

test('its author reads it again, and finds it in their profile and in the copy of their data', async () => {
  const { text } = await ada.get(`${here}/identity`);
  const base = /name="base" value="([^"]*)"/.exec(text)?.[1]?.replaceAll('&quot;', '"') ?? '{}';
  const saved = await ada.post(`${here}/identity`, { ...born('1', '2', '1980'), base, 'keep-asked': '1', keep: 'yes' });
  const review = await ada.get(`${here.replace('/en/', '/fr/')}/review`);
  const profile = await ada.get('/en/my/profile/person');
  const exports = app.context.personalData.map((part) => part.export(app.db, ada.accountId ?? ''));

  expect(saved.status).toBe(303);
  expect(review.text).toContain('1er février 1980');
  expect(profile.text).toMatch(/name="person-own-bornOn-year"[^>]*value="1980"/);
  expect(JSON.stringify(await Promise.all(exports))).toContain('1980-02-01');
});

describe('a date of birth', () => {
  const gapsIn = (bornOn: string | undefined, rules = NATO_IS) => {
    const dossier = exampleDossier(rules);
    const { application } = dossier;
    const identity = { ...application.answers.identity, ...(bornOn !== undefined && { bornOn }) };
    return gapsOf({
      ...dossier,
      application: { ...application, answers: { ...application.answers, identity } },
    }).filter(({ field }) => field === 'bornOn');
  };

  test('is some day, at an age at which people apply; the age itself is no matter of the form', () => {
    expect(gapsIn('1944-02-29')).toEqual([]);
    expect(gapsIn('')).toEqual([]);
    expect(gapsIn(undefined)).toEqual([]);
    for (const wrong of ['2026-11-20', '2090-01-01', '1890-01-01', '1990-02-30', '90-1-1', '31 December'])
      expect(gapsIn(wrong)).toMatchObject([{ problem: 'no-birth-date' }]);
  });

  test('is missed only where the organisation requires it, and never asked where it asks for none', () => {
    const required = {
      ...NATO_IS,
      form: { ...NATO_IS.form, birthDate: { ...NATO_IS.form.birthDate, asked: 'required' } },
    };

    expect(gapsIn('', required as typeof NATO_IS)).toMatchObject([{ problem: 'missing' }]);
    expect(gapsIn('2090-01-01', NORTHERN_RIVERS)).toEqual([]);
    expect(ORGANISATIONS.map(({ form }) => form.birthDate.asked)).toContain('no');
  });

  test('stands in what is submitted where it was given, and leaves no trace where it was not', () => {
    fc.assert(
      fc.property(fc.constantFrom(undefined, '', '1980-02-01'), (bornOn) => {
        const dossier = exampleDossier(NATO_IS);
        const { answers } = dossier.application;
        const identity = { ...answers.identity, ...(bornOn !== undefined && { bornOn }) };
        const application = { ...dossier.application, answers: { ...answers, identity } };

        expect('bornOn' in contentOf({ ...dossier, application }, 'en').identity).toBe(Boolean(bornOn));
      }),
    );
  });

  const beginsWith = (fields: Entry['fields']) => {
    const profile = emptyProfile();
    return begunFrom({ ...profile, parts: { ...profile.parts, person: [{ id: SINGLE_ID, fields }] } }, NO_ANSWERS);
  };

  test('is copied from the profile, and an application without it begins as before', () => {
    expect(beginsWith({ bornOn: '1980-02-01' }).identity).toMatchObject({ bornOn: '1980-02-01' });
    expect(beginsWith({}).identity).toEqual(NO_ANSWERS.identity);
  });
});
