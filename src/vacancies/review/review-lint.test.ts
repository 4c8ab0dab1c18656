import { afterAll, beforeAll, expect, test } from 'vitest';
import { exampleNotice } from '../../notices/notice-testing.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { insertVacancy } from '../vacancy-testing.ts';

let app: TestApp;
let recruiter: Client;
beforeAll(async () => {
  app = await testApp();
  recruiter = await app.signedInAs('recruiter');
});
afterAll(() => app.close());

/** What the scale of the tests’ organisation pays for the grade of the example. */
const ON_SCALE = { salary: { amountMinor: 784_515, currency: 'EUR', period: 'monthly' } } as const;
const FAULTY = {
  ...ON_SCALE,
  essential: {
    en: ['have at least 3 years of experience of the the lock service', 'hold a university degree in hydrology'],
    fr: [
      'avoir au moins cinq ans d’expérience du service des écluses',
      'hold a degree of a university in the field of hydrology',
    ],
  },
};
const CLEAN = exampleNotice();
const pageOf = async (reference: string, language = 'en') =>
  (await recruiter.get(`/${language}/staff/vacancies/${reference}`)).text;

test('the review page tells what the linter finds, in the reader’s language, and how to mend what is certain', async () => {
  await insertVacancy(app.db, { reference: '260801', status: 'in-review', notice: FAULTY });

  const english = await pageOf('260801');
  const french = await pageOf('260801', 'fr');

  expect(english).toContain('The numbers differ: 3 in English, 5 in French.');
  expect(english).toContain('In the French part, this text is in the other language');
  expect(english).toContain('<del>the the</del>');
  expect(english).toContain('<ins>the</ins>');
  expect(english).toContain('2 errors');
  expect(english).toContain('1 finding of the check');
  expect(french).toContain('Les nombres diffèrent');
  expect(french).toContain('Acquis essentiels\u00A0: Des nombres qui diffèrent');
  expect(french).toContain('Dans la partie en français, ce texte est dans l’autre langue');
});

test('what is mended is found no more', async () => {
  await insertVacancy(app.db, { reference: '260802', status: 'in-review', notice: FAULTY });
  const before = await pageOf('260802');
  const [english, french] = [CLEAN.essential.en.join('\n'), CLEAN.essential.fr.join('\n')];

  const { status } = await recruiter.post('/en/staff/vacancies/260802/edit/qualifications', {
    version: '1',
    'essential.en': english,
    'essential.fr': french,
  });
  const after = await pageOf('260802');

  expect(status).toBe(303);
  expect(before).toContain('of the check');
  expect(after).not.toContain('of the check');
});

test('a complete notice has nothing to check, and what is over is not checked', async () => {
  await insertVacancy(app.db, { reference: '260803', status: 'in-review', notice: ON_SCALE });
  await insertVacancy(app.db, { reference: '260804', status: 'cancelled', notice: FAULTY });

  expect(await pageOf('260803')).not.toContain('of the check');
  expect(await pageOf('260804')).not.toContain('of the check');
});
