import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertClosedVacancy, insertSubmitted } from '../../applications/stages/selection-testing.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';

const REFERENCE = '260402';

let app: TestApp;
let manager: Client;
beforeAll(async () => {
  app = await testApp();
  manager = await app.signedInAs('recruitment-manager');
  await insertClosedVacancy(app.db, REFERENCE);
  await insertSubmitted(app.context, { reference: REFERENCE });
});
afterAll(() => app.close());

const page = async (language: 'en' | 'fr' = 'en') =>
  (await manager.get(`/${language}/staff/vacancies/${REFERENCE}/balance`)).text;

/** So many more like the one that was submitted, of these nationalities, who got so far. */
async function insertMore(count: number, nationalities: string[], position: string): Promise<void> {
  const stage = position === 'invited' ? 'panel-interview' : null;
  await sql`with people as (
      insert into accounts (id, email, password_hash, name, language, verified_at, created_at)
      select gen_random_uuid(), gen_random_uuid() || '@people.example', 'x', 'A Person', 'en', now(), now()
      from generate_series(1, ${count}::int) returning id
    ), sent as (
      insert into applications (number, vacancy_reference, applicant_id, status, answers, created_at, updated_at, submitted_at)
      select 'A-260402-' || nextval('application_numbers') + 90000, ${REFERENCE}, p.id, 'submitted',
        jsonb_set(a.answers, '{identity,nationalities}', ${JSON.stringify(nationalities)}::jsonb), now(), now(), now()
      from people p, (select answers from applications where vacancy_reference = ${REFERENCE} limit 1) a returning id
    ), reached as (
      insert into application_stages (application_id, number, position, stage, entered_at, actor_id)
      select id, 1, ${position}, ${stage}, now(), gen_random_uuid() from sent returning application_id
    )
    insert into application_stages (application_id, number, position, entered_at, actor_id, reason, told)
    select application_id, 2, 'not-retained', now(), gen_random_uuid(), 'x', '{}' from reached
    where ${position} <> 'selected'`.execute(app.db);
}

test('figures wait until everybody has been decided on', async () => {
  expect(await page()).toContain('1 application waits for a decision.');
  expect(await page()).not.toContain('<table');
});

test('how far people of each nationality got, the few of them together, with ratios; and nobody else sees it', async () => {
  await sql`update applications set answers = jsonb_set(answers, '{identity,nationalities}', '["NO"]')`.execute(app.db);
  await insertMore(20, ['BE'], 'under-review');
  await insertMore(10, ['BE'], 'invited');
  await insertMore(5, ['BE'], 'selected');
  await insertMore(40, ['FR'], 'under-review');
  await insertMore(5, ['FR'], 'invited');
  await insertMore(5, ['FR', 'BE'], 'under-review');
  await insertMore(6, ['FR', 'BE'], 'selected');
  await sql`insert into application_stages (application_id, number, position, entered_at, actor_id)
    select id, 1, 'selected', now(), gen_random_uuid() from applications
    where answers #>> '{identity,nationalities,0}' = 'NO'`.execute(app.db);

  const text = (await page()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
  const recruiter = await app.signedInAs('recruiter');

  expect(text).toMatch(/Belgium [^%]*35/);
  expect(text).toContain('Others together');
  expect(text).not.toContain('Norway 1');
  expect(text).toMatch(/\d+(\.\d)?% \(\d\.\d\d\)/);
  expect(await page('fr')).toContain('Taux de sélection');
  expect((await manager.get(`/en/staff/vacancies/${REFERENCE}/applications`)).text).toContain(`${REFERENCE}/balance`);
  expect((await recruiter.get(`/en/staff/vacancies/${REFERENCE}/balance`)).status).toBe(404);
});
