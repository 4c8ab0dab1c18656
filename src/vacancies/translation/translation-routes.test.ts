import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventsOf } from '../../people/event-queries.ts';
import { testApp, type Answer, type Client, type Form, type TestApp } from '../../testing.ts';
import { findVacancy } from '../vacancy-queries.ts';
import { insertVacancy } from '../vacancy-testing.ts';

let app: TestApp;
let translator: Client;
let second: Client;
let recruiter: Client;
let manager: Client;
beforeAll(async () => {
  app = await testApp();
  translator = await app.signedInAs('translator');
  second = await app.signedInAs('translator', 'fr');
  recruiter = await app.signedInAs('recruiter');
  manager = await app.signedInAs('recruitment-manager');
});
afterAll(() => app.close());

let next = 260_500;
const reference = () => String((next += 1));
const address = (ref: string, language = 'fr') => `/en/staff/vacancies/${ref}/translation/${language}`;

/** The hidden fields of a form, as a browser would send them. */
function hiddenOf({ text }: Answer): Form {
  const hidden = [...text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  return Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]));
}

test('a translator translates what is missing, and it is in the history', async () => {
  const ref = reference();
  await insertVacancy(app.db, { reference: ref, notice: { desirable: { en: ['one', 'two', 'three'], fr: ['un'] } } });

  const before = await translator.get(address(ref));
  const answer = await translator.post(address(ref), {
    ...hiddenOf(before),
    'desirable.fr[2]': ' trois\r\n',
    part: 'qualifications',
  });
  const after = await translator.get(answer.location ?? '');

  expect(before.text).toContain('20 of 22 texts translated, 0 checked.');
  expect(answer.location).toBe(`/en/staff/vacancies/${ref}/translation/fr?done=saved#part-qualifications`);
  expect(after.text).toContain('21 of 22 texts translated');
  const vacancy = await findVacancy(app.db, ref);
  expect(vacancy?.notice.desirable).toEqual({ en: ['one', 'two', 'three'], fr: ['un', '', 'trois'] });
  expect(vacancy?.translations).toEqual({
    'desirable.fr[2]': { state: 'translated', original: 'three', by: translator.accountId, at: app.now.toISOString() },
  });
  expect(await eventsOf(app.db, 'vacancy', ref)).toMatchObject([
    { action: 'translate', details: { fields: ['desirable'], language: 'fr' } },
  ]);
});

test('what changed in the original since is marked, in words too, and may be said to be still right', async () => {
  const ref = reference();
  await insertVacancy(app.db, { reference: ref });
  await recruiter.post(`/en/staff/vacancies/${ref}/edit/interrelationships`, {
    'interrelationships.en': 'The incumbent reports to the Director of the Forecasting Section.',
  });

  const page = await translator.get(address(ref));
  const right = await translator.post(address(ref), { ...hiddenOf(page), right: 'interrelationships.fr' });

  expect(page.text).toMatch(/<del>.*taken out:.*Head.*<\/del><ins>.*put in:.*Director.*<\/ins>/);
  expect(page.text).toContain('Needs translation');
  expect(right.status).toBe(303);
  expect((await findVacancy(app.db, ref))?.translations['interrelationships.fr']).toMatchObject({
    state: 'translated',
    by: translator.accountId,
    original: 'The incumbent reports to the Director of the Forecasting Section.',
  });
});

test('somebody else than its translator checks a text, one by one or all on the page', async () => {
  const ref = reference();
  await insertVacancy(app.db, { reference: ref });
  await translator.post(address(ref), { 'title.fr': 'Agente', 'interrelationships.fr': 'Seule.' });
  const page = await second.get(`${address(ref)}?show=check`);

  const own = await translator.post(address(ref), { check: 'title.fr' });
  const one = await second.post(address(ref), { check: 'title.fr' });
  const all = await second.post(address(ref), { ...hiddenOf(page), check: 'all' });

  expect(own.status).toBe(422);
  expect(own.text).toContain('somebody else has to check it');
  expect([one.status, all.status]).toEqual([303, 303]);
  expect(all.location).toContain('checked=19');
  const vacancy = await findVacancy(app.db, ref);
  expect(vacancy?.translations).toMatchObject({
    'title.fr': { state: 'checked' },
    'interrelationships.fr': { state: 'checked' },
  });
  expect((await eventsOf(app.db, 'vacancy', ref)).map(({ action }) => action)).toEqual([
    'translate',
    'check-translation',
    'check-translation',
  ]);
});

test('two who work on different texts are not in each other’s way; on the same text nothing is lost', async () => {
  const ref = reference();
  await insertVacancy(app.db, { reference: ref });
  const seen = hiddenOf(await translator.get(`${address(ref)}?show=all`));

  const first = await second.post(address(ref), { ...seen, 'title.fr': 'La première' });
  const other = await translator.post(address(ref), { ...seen, 'interrelationships.fr': 'Seule.' });
  const same = await translator.post(address(ref), { ...seen, 'title.fr': 'La seconde' });
  const again = await translator.post(address(ref), { ...hiddenOf(same), 'title.fr': 'La seconde' });

  expect([first.status, other.status, same.status, again.status]).toEqual([303, 303, 409, 303]);
  expect(same.text).toContain('La seconde</textarea>');
  expect(same.text).toContain('La première');
  expect((await findVacancy(app.db, ref))?.notice).toMatchObject({
    title: { fr: 'La seconde' },
    interrelationships: { fr: 'Seule.' },
  });
});

test('a text typed for an item that is gone stays on the page', async () => {
  const ref = reference();
  await insertVacancy(app.db, { reference: ref, notice: { desirable: { en: ['one', 'two'], fr: [] } } });
  const seen = hiddenOf(await translator.get(address(ref)));
  await recruiter.post(`/en/staff/vacancies/${ref}/edit/qualifications`, { 'desirable.en': 'one' });

  const answer = await translator.post(address(ref), { ...seen, 'desirable.fr[1]': 'le deuxième' });

  expect(answer.status).toBe(409);
  expect(answer.text).toContain('le deuxième');
});

test('an item put into the original moves the translations along', async () => {
  const ref = reference();
  await insertVacancy(app.db, { reference: ref, notice: { desirable: { en: ['one', 'three'], fr: ['un', 'trois'] } } });

  await recruiter.post(`/en/staff/vacancies/${ref}/edit/qualifications`, { 'desirable.en': 'one\ntwo\nthree' });
  const form = await recruiter.get(`/en/staff/vacancies/${ref}/edit/qualifications`);

  expect((await findVacancy(app.db, ref))?.notice.desirable.fr).toEqual(['un', '', 'trois']);
  expect(form.text).toMatch(/name="desirable\.1\.fr"[^>]*><\/textarea>/);
  expect(form.text).toMatch(/name="desirable\.2\.fr"[^>]*>trois<\/textarea>/);
});

test('once the public sees it, a translation is corrected on the edit page alone; what was typed is not lost', async () => {
  const ref = reference();
  await insertVacancy(app.db, { reference: ref, status: 'published' });

  const read = await translator.get(`${address(ref)}?show=all`);
  const refused = await translator.post(address(ref), { 'title.fr': 'Agente' });
  const byManager = await manager.post(address(ref), { 'title.fr': 'Agente' });

  expect(read.text).not.toContain('<textarea');
  expect(read.text).toContain('changing it takes another role');
  expect(refused.status).toBe(409);
  expect(refused.text).toContain('Agente');
  expect(byManager.status).toBe(409);
  expect((await findVacancy(app.db, ref))?.version).toBe(1);
});

test('a final vacancy, the original’s own language and what is no language have no translation to change', async () => {
  const ref = reference();
  await insertVacancy(app.db, { reference: ref, status: 'filled' });

  expect((await manager.post(address(ref), { 'title.fr': 'Agente' })).status).toBe(409);
  expect((await translator.get(address(ref, 'en'))).status).toBe(404);
  expect((await translator.get(address(ref, 'de'))).status).toBe(404);
});

test('who edits the notice says which language is the original; translators do not', async () => {
  const ref = reference();
  await insertVacancy(app.db, { reference: ref });
  const path = `/en/staff/vacancies/${ref}/original-language`;

  const byTranslator = await translator.post(path, { language: 'fr' });
  const byRecruiter = await recruiter.post(path, { language: 'fr', version: '1' });
  const stale = await recruiter.post(path, { language: 'en', version: '1' });

  expect([byTranslator.status, byRecruiter.status, stale.status]).toEqual([404, 303, 409]);
  expect(byRecruiter.location).toContain(`/${ref}/translation/en`);
  expect((await findVacancy(app.db, ref))?.originalLanguage).toBe('fr');
  expect((await translator.get(address(ref, 'en'))).status).toBe(200);
});

test('the list holds what lacks a translation, the soonest deadline first, and nothing that is finished', async () => {
  const [late, soon, done] = [reference(), reference(), reference()];
  const desirable = { en: ['one'], fr: [] };
  await insertVacancy(app.db, { reference: late, notice: { desirable }, deadlineAt: new Date('2027-03-01T12:00:00Z') });
  await insertVacancy(app.db, { reference: soon, notice: { desirable }, deadlineAt: new Date('2027-02-01T12:00:00Z') });
  await insertVacancy(app.db, { reference: done });

  const { text } = await second.get('/fr/staff/translations');

  expect(text.indexOf(soon)).toBeGreaterThan(0);
  expect(text.indexOf(late)).toBeGreaterThan(text.indexOf(soon));
  expect(text).not.toContain(done);
  expect(text).toContain('1 sur 20');
});

const HOSTILE = `"><script>alert(1)</script>'; drop table vacancies; -- {{7*7}} \u202e \u{1f30a} ${'x'.repeat(5_000)}`;

test('hostile text in every translation is kept as text', async () => {
  const ref = reference();
  await insertVacancy(app.db, { reference: ref });
  const form = await translator.get(`${address(ref)}?show=all`);
  const names = [...form.text.matchAll(/<(?:textarea|input type="text")[^>]* name="([^"]+)"|name="([^"]+\.fr[^"]*)"/g)];
  const fields = Object.fromEntries(names.map(([, one, other]) => [one ?? other ?? '', HOSTILE]));

  const answer = await translator.post(address(ref), { ...fields, ...hiddenOf(form), right: HOSTILE, show: HOSTILE });
  const page = await translator.get(`${address(ref)}?show=all`);

  expect(Object.keys(fields).length).toBeGreaterThan(20);
  expect(answer.status).toBe(303);
  expect(page.text).toContain('&lt;script>alert(1)');
  expect(page.text).not.toContain('<script>alert');
});
