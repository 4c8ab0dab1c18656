import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertDraft } from '../../applications/application-testing.ts';
import type { Entry } from '../../people/profile/profile.ts';
import { lockProfile, recordProfileParts } from '../../people/profile/profile-queries.ts';
import { testApp, type TestApp } from '../../testing.ts';
import { insertVacancy } from '../../vacancies/vacancy-testing.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  const at = (city: string, grade: string) => ({ location: { city, country: null }, grades: [grade] });
  const publish = (reference: string, notice: object, audience: 'both' | 'internal' = 'both') =>
    insertVacancy(app.db, { reference, audience, status: 'published', notice });
  await publish('290001', { ...at('Maastricht', 'G15'), title: { en: 'Hydrologist', fr: 'Hydrologue' } });
  await publish('290002', { ...at('Vienna', 'G17'), title: { en: 'Driver', fr: 'Conducteur/trice' } });
  await publish('290003', { ...at('Weirtown', 'G24'), title: { en: 'Cipher Clerk', fr: 'Chiffreur' } }, 'internal');
});
afterAll(() => app.close());

test('values of a facet add up, facets narrow, and the figure of a value is what it would give', async () => {
  const two = await app.visitor().get('/en/vacancies?place=Maastricht&place=Vienna');
  const one = await app.visitor().get('/en/vacancies?place=Maastricht&grade=G17');
  const french = await app.visitor('fr').get('/fr/vacancies?q=conductrice');

  expect([two.text.includes('/vacancies/290001"'), two.text.includes('/vacancies/290002"')]).toEqual([true, true]);
  expect(one.text).toContain('No open vacancy matches');
  expect(one.text).toMatch(/Vienna<\/span> <span class="count">\(1\)/);
  expect(french.text).toContain('/vacancies/290002"');
  expect(french.text).not.toContain('/vacancies/290001"');
});

test('a place is found by its name in the other language, a word in the other says which', async () => {
  const place = await app.visitor().get('/en/vacancies?q=vienne');
  const word = await app.visitor().get('/en/vacancies?q=hydrologue');

  expect(place.text).toContain('/vacancies/290002"');
  expect(word.text).toMatch(/<q lang="fr"><b>Hydrologue<\/b><\/q>/);
});

test('nothing of an internal vacancy is in list, figures, guesses or facets of those it is not for', async () => {
  for (const query of ['', '?q=cipher', '?q=ciphr', '?q=29000', '?place=Maastricht', '?sort=title', '?grade=G20']) {
    const { text } = await app.visitor().get(`/en/vacancies${query}`);
    expect.soft([query, /290003|Weirtown|G24|Cipher|>cipher/.test(text)]).toEqual([query, false]);
  }
  const staff = await app.signedInAs('staff-member');
  expect((await staff.get('/en/vacancies?q=ciphr')).text).toContain('290003');
});

test('what is open to me is asked with a nationality that is posted, kept in the browser and in no address', async () => {
  const visitor = app.visitor();
  const unknown = await visitor.get('/en/vacancies?mine=1');
  const wrong = await visitor.post('/en/vacancies/nationality', { nationality: 'XX', back: '?q=driver&mine=1' });
  const said = await visitor.post('/en/vacancies/nationality', { nationality: 'JP', back: '?mine=1' });
  const none = await visitor.get('/en/vacancies?mine=1');
  await visitor.post('/en/vacancies/nationality', { nationality: 'BE', back: '?mine=1' });
  const all = await visitor.get('/en/vacancies?mine=1');
  const another = await app.visitor().get('/en/vacancies?mine=1');

  expect(unknown.text).toContain('Your nationality is not known here');
  expect(unknown.text).toContain('/vacancies/290001"');
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('value="driver"');
  expect(said.location).toBe('/en/vacancies?mine=1');
  expect(none.text).toContain('No open vacancy matches');
  expect(all.text).toContain('Open to nationals of Belgium');
  expect(all.text).toContain('/vacancies/290001"');
  expect(another.text).toContain('Your nationality is not known here');
});

test('the profile says what somebody’s nationalities are, else their latest application, without asking', async () => {
  const applicant = await app.signedInAs('applicant');
  const number = await insertDraft(app.db, { accountId: applicant.accountId ?? '', reference: '290001' });
  const answers = JSON.stringify({ identity: { nationalities: ['NL', 'JP'] } });
  await app.db.updateTable('applications').set({ answers }).where('number', '=', number).execute();

  const byApplication = await applicant.get('/en/vacancies');
  await app.db.transaction().execute(async (transaction) => {
    const accountId = applicant.accountId ?? '';
    const kept = await lockProfile(transaction, accountId, app.now);
    const nationalities: Entry[] = [
      { id: 'a', fields: { country: 'FR' } },
      { id: 'b', fields: { country: 'JP', until: '2020-01' } },
    ];
    const profile = { ...kept.profile, parts: { ...kept.profile.parts, nationalities } };
    await recordProfileParts(transaction, { accountId, kept: { ...kept, profile } }, app.now);
  });
  const byProfile = await applicant.get('/en/vacancies?mine=1');

  expect(byApplication.text).toContain('Open to nationals of Netherlands or Japan');
  expect(byApplication.text).toContain('Taken from your latest application');
  expect(byProfile.text).toContain('Open to nationals of France <');
  expect(byProfile.text).toContain('Taken from the nationalities in your profile.');
  expect(byProfile.text).not.toContain('name="nationality"');
});

test('search engines keep the list and each vacancy under one address, and nothing of what narrows it', async () => {
  const head = async (path: string) => {
    const { text } = await app.visitor().get(path);
    const [, canonical] = /<link rel="canonical" href="http:\/\/concours.test([^"]+)"/.exec(text) ?? [];
    return [canonical, /<meta name="robots" content="([^"]+)"/.exec(text)?.[1]];
  };

  expect(await head('/en/vacancies')).toEqual(['/en/vacancies', undefined]);
  expect(await head('/fr/vacancies?utm=x')).toEqual(['/fr/vacancies', undefined]);
  for (const query of ['q=driver', 'place=Vienna', 'sort=title', 'closing=7', 'grade=G15&grade=G17'])
    expect([query, ...(await head(`/en/vacancies?${query}`))]).toEqual([query, undefined, 'noindex, follow']);
  expect(await head('/en/vacancies/290001?person=serving-staff')).toEqual(['/en/vacancies/290001', undefined]);
});
