import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventsOf } from '../../people/event-queries.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { NOTE_FIELD } from '../editing/correction-form.ts';
import { findVacancy } from '../vacancy-queries.ts';
import { exampleVacancy, insertVacancy } from '../vacancy-testing.ts';
import { AUDIENCES } from '../vacancy.ts';
import { VACANCY_STATUSES } from '../vacancy-state.ts';
import { canBeOpened, openToEverybody } from './opening.ts';

const NOTE = { en: 'Now open to everybody.', fr: 'Désormais ouvert à toutes et à tous.' };
const NOW = new Date('2026-11-22T12:00:00Z');

test('what is published for some people alone is opened to everybody, and nothing else is', () => {
  for (const status of VACANCY_STATUSES)
    for (const audience of AUDIENCES) {
      const vacancy = exampleVacancy({ status, audience });
      const opened = openToEverybody(vacancy, NOTE, NOW);

      expect([status, audience, opened.ok]).toEqual([status, audience, canBeOpened(vacancy)]);
      expect(opened).toMatchObject(
        status === 'published' && audience !== 'both'
          ? { value: { vacancy: { audience: 'both', corrections: [{ number: 1, fields: ['audience'], note: NOTE }] } } }
          : { refusal: { kind: 'cannot-be-opened' } },
      );
    }
});

test('the public is told in every language', () => {
  expect(
    openToEverybody(exampleVacancy({ status: 'published', audience: 'internal' }), { en: 'Now open.', fr: ' ' }, NOW),
  ).toMatchObject({ refusal: { kind: 'no-note', languages: ['fr'] } });
});

let app: TestApp;
let manager: Client;
beforeAll(async () => {
  app = await testApp();
  manager = await app.signedInAs('recruitment-manager');
});
afterAll(() => app.close());

const here = (reference: string, rest = '') => `/en/staff/vacancies/${reference}${rest}`;
const sent = (note: { en: string; fr: string }) => ({ [NOTE_FIELD.en]: note.en, [NOTE_FIELD.fr]: note.fr });

test('an internal vacancy is opened by its manager: visitors find it, with what they are told, and no other way back', async () => {
  await insertVacancy(app.db, { reference: '260921', status: 'published', audience: 'internal' });
  const before = await app.visitor().get('/en/vacancies/260921');
  const page = (await manager.get(here('260921'))).text;
  const drafted = (await manager.get(here('260921', '/opening'))).text;

  const silent = await manager.post(here('260921', '/opening'), sent({ en: 'Kept as typed', fr: '' }));
  const opened = await manager.post(here('260921', '/opening'), sent(NOTE));
  app.now = new Date(app.now.getTime() + 2_000); // a visitor may see a page as it was for a second
  const after = await app.visitor().get('/fr/vacancies/260921');

  expect(page).toContain(here('260921', '/opening'));
  expect(drafted).toContain('was for serving staff; it is now open');
  expect([before.status, silent.status, opened.status, after.status]).toEqual([404, 422, 303, 200]);
  expect(silent.text).toContain('Kept as typed');
  expect(after.text).toContain(NOTE.fr);
  expect((await manager.get(here('260921', '/opening'))).status).toBe(404);
  expect(await eventsOf(app.db, 'vacancy', '260921')).toMatchObject([
    { action: 'open-to-everybody', details: { audience: 'both', note: NOTE, files: { pdf: expect.any(String) } } },
  ]);
  expect((await manager.get(here('260921'))).text).toContain('opened it to everybody');
});

test('of two who open it at once one does, and a recruiter cannot', async () => {
  await insertVacancy(app.db, { reference: '260922', status: 'published', audience: 'external' });
  const recruiter = await app.signedInAs('recruiter');

  const refused = await recruiter.post(here('260922', '/opening'), sent(NOTE));
  await Promise.all([1, 2].map(() => manager.post(here('260922', '/opening'), sent(NOTE))));

  expect(refused.status).toBe(404);
  expect((await findVacancy(app.db, '260922'))?.corrections).toHaveLength(1);
});
