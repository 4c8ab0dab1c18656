import { afterAll, beforeAll, expect, test } from 'vitest';
import { testApp, type TestApp } from '../testing.ts';
import { insertVacancy } from '../vacancies/vacancy-testing.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const later = (hours: number) => new Date(app.now.getTime() + hours * 3_600_000);

test('lists what is open, the soonest deadline first, and nothing else', async () => {
  await insertVacancy(app.db, { reference: '270001', status: 'published', deadlineAt: later(48) });
  await insertVacancy(app.db, { reference: '270002', status: 'published', deadlineAt: later(24) });
  await insertVacancy(app.db, { reference: '270003', status: 'draft', deadlineAt: later(24) });

  const { status, text } = await app.visitor().get('/en/vacancies');

  expect(status).toBe(200);
  expect(text.indexOf('270002')).toBeGreaterThan(0);
  expect(text.indexOf('270002')).toBeLessThan(text.indexOf('270001'));
  expect(text).not.toContain('270003');
});

test('what is open until filled stands last, says so, and takes applications without an end', async () => {
  const notice = { openEnded: true, posts: [{ count: 3, grades: ['G99'] }] } as const;
  await insertVacancy(app.db, { reference: '270008', status: 'published', deadlineAt: null, notice });

  const list = await app.visitor().get('/en/vacancies?q=27000');
  const french = await app.visitor('fr').get('/fr/vacancies/270008');

  expect(list.text.indexOf('270008')).toBeGreaterThan(list.text.indexOf('270001'));
  expect(list.text).toContain('Open until filled');
  expect(list.text).toContain('3 posts · G99');
  expect((await app.visitor().get('/en/vacancies?grade=G99')).text).toContain('270008');
  expect(french.text).toContain('jusqu’à ce que le poste soit pourvu');
  expect(french.text).toContain('/fr/vacancies/270008/eligibility"');
  expect(french.text).toContain('"totalJobOpenings":3');
  expect(french.text).not.toContain('validThrough');
});

test('a vacancy leaves the list at its deadline, to the second, though its page stays', async () => {
  await insertVacancy(app.db, { reference: '270004', status: 'published', deadlineAt: later(0.0001) });
  const before = app.now;
  app.now = later(0.001);

  const list = await app.visitor().get('/en/vacancies');
  const own = await app.visitor().get('/en/vacancies/270004');
  app.now = before;

  expect(list.text).not.toContain('270004');
  expect(own.status).toBe(200);
  expect(own.text).not.toContain('/eligibility"');
});

test('what a visitor is shown for a moment from memory has nobody’s name on it', async () => {
  const staff = await app.signedInAs('recruiter');

  const own = await staff.get('/en/vacancies');
  const visitors = await app.visitor().get('/en/vacancies');

  expect(own.text).toContain('Ada Marin');
  expect(visitors.text).not.toContain('Ada Marin');
  expect(visitors.text).toContain('/en/sign-in');
});

test('what was never published has no public page, nor has what never was', async () => {
  await insertVacancy(app.db, { reference: '270005', status: 'in-review', deadlineAt: later(24) });

  for (const reference of ['270005', '999999', '..%2f..%2fetc', "1'%20or%201=1", '%00', 'é'.repeat(30)]) {
    expect.soft((await app.visitor().get(`/fr/vacancies/${encodeURI(reference)}`)).status, reference).toBe(404);
  }
});

test.each(['en', 'fr'] as const)('a vacancy’s page in %s names its language and the other', async (language) => {
  await insertVacancy(app.db, {
    reference: `27001${language.length}`,
    status: 'published',
    deadlineAt: later(24),
  }).catch(() => undefined);

  const { text } = await app.visitor().get(`/${language}/vacancies/270012`);

  expect(text).toContain(`<html lang="${language}"`);
  expect(text).toMatch(/hreflang="en"[^>]*\/en\/vacancies\/270012|\/en\/vacancies\/270012"[^>]*hreflang="en"/);
  expect(text).toMatch(/hreflang="fr"[^>]*\/fr\/vacancies\/270012|\/fr\/vacancies\/270012"[^>]*hreflang="fr"/);
  expect(text).toContain('"@type":"JobPosting"');
});

test('what the reader of notices did not know is shown as it was printed; only addresses of the web are links', async () => {
  const notice = {
    otherFields: { en: [{ label: 'Requisition #', value: '77 <b>' }], fr: [] },
    links: { en: ['https://rivers.example/leaflet.pdf', 'javascript:alert(1)'], fr: [] },
  };
  await insertVacancy(app.db, { reference: '270020', status: 'published', deadlineAt: later(24), notice });

  const { text } = await app.visitor('fr').get('/fr/vacancies/270020');

  expect(text).toContain('Requisition #: 77 &lt;b>');
  expect(text).toContain('href="https://rivers.example/leaflet.pdf"');
  expect(text).toContain('javascript:alert(1)');
  expect(text).not.toContain('href="javascript:');
});

test('filters stay in the address and narrow the list; strange ones harm nothing', async () => {
  const ask = (query: string) => app.visitor().get(`/en/vacancies?${query}`);

  expect((await ask('q=270001')).text).not.toContain('270002');
  expect((await ask('q=%25')).status).toBe(200);
  expect((await app.visitor().get('/api/v1/vacancies?text=%25')).status).toBe(200);
  expect((await ask('q=<script>alert(1)</script>')).text).not.toContain('<script>alert');
  expect((await ask('grade=a&grade=b')).status).toBe(200);
  expect((await ask(`q=${encodeURIComponent("'; drop table vacancies; --")}`)).status).toBe(200);
  expect((await ask('q=%00')).status).toBe(400);
});
