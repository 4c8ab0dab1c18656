import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openSession } from '../../people/session-queries.ts';
import { testApp, type Answer, type Client, type Form, type TestApp } from '../../testing.ts';
import { insertVacancy } from '../../vacancies/vacancy-testing.ts';
import { requirementsOf } from '../answers.ts';
import { completeDraft, insertDraft } from '../application-testing.ts';

const DEADLINE = new Date('2026-11-23T22:59:59Z');

let app: TestApp;
let ada: Client;
let serial = 260100;
let reference: string;

beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

beforeEach(async () => {
  app.now = new Date('2026-11-22T12:00:00Z');
  reference = String((serial += 1));
  await insertVacancy(app.db, { reference, status: 'published', deadlineAt: DEADLINE });
  ada = await app.signedInAs('applicant');
});

const hidden = (answer: Answer, name: string): string =>
  (new RegExp(`name="${name}" value="([^"]*)"`).exec(answer.text)?.[1] ?? '').replaceAll('&quot;', '"');
/** Sends a step as a form does that was opened just before. */
const send = async (client: Client, address: string, fields: Form): Promise<Answer> =>
  client.post(address, { base: hidden(await client.get(address), 'base'), ...fields });

const accountOf = (client: Client): string => client.accountId ?? '';
const draftOf = (client: Client) => insertDraft(app.db, { accountId: accountOf(client), reference });
const completeDraftOf = async (client: Client): Promise<string> => {
  const number = await draftOf(client);
  await completeDraft(app.db, { accountId: accountOf(client), number, rules: app.context.organisation });
  return number;
};
/** A session of the same person, for requests that no form could send. */
const cookieOf = async (client: Client): Promise<string> =>
  `session=${await openSession(app.db, { accountId: accountOf(client), device: 'test' }, app.now)}`;

describe('eligibility', () => {
  test('is told with its rule and source before anything is written, and leads to the application', async () => {
    const visitor = app.visitor();

    const asked = await visitor.get(`/en/vacancies/${reference}/eligibility`);
    const told = await visitor.post(`/en/vacancies/${reference}/eligibility`, { 'nationality-1': 'FR' });

    expect(asked.status).toBe(200);
    expect(told.status).toBe(200);
    expect(told.text).toContain('You may apply');
    expect(told.text).toContain('Staff Rules, article 4(1)');
    expect(told.text).toContain('Start the application');
  });

  test('says who is probably not eligible by which rule, and lets whoever says why go on to a person', async () => {
    const form = { vacancy: reference, 'nationality-1': 'BR' };

    const told = await ada.post(`/en/vacancies/${reference}/eligibility`, { 'nationality-1': 'BR' });
    const unsaid = await ada.post('/en/my/applications', form);
    const said = await ada.post('/en/my/applications', { ...form, exception: 'I become Belgian in December.' });
    const identity = await ada.get(`${said.location}/identity`);

    expect(told.text).toContain('you are probably not eligible');
    expect(told.text).toContain('Staff Rules, article 4(1)');
    expect(unsaid.status).toBe(422);
    expect(unsaid.text).toContain('Say why you apply all the same');
    expect(said.status).toBe(303);
    expect(identity.text).toContain('>I become Belgian in December.</textarea>');
  });

  test('is told anew once another nationality is stated', async () => {
    const visitor = app.visitor('fr');

    const refused = await visitor.post(`/fr/vacancies/${reference}/eligibility`, { 'nationality-1': 'BR' });
    const another = await visitor.post(`/fr/vacancies/${reference}/eligibility`, {
      'nationality-1': 'BR',
      'nationality-2': 'BE',
    });

    expect(refused.text).toContain('n’est probablement pas recevable');
    expect(refused.text).not.toContain('Commencer la candidature');
    expect(another.text).toContain('Commencer la candidature');
  });

  test('asks for a nationality, and for one that is a country', async () => {
    const none = await app.visitor().post(`/en/vacancies/${reference}/eligibility`, {});
    const unknown = await app.visitor().post(`/en/vacancies/${reference}/eligibility`, { 'nationality-1': '<b>' });

    expect([none.status, unknown.status]).toEqual([422, 422]);
    expect(unknown.text).not.toContain('<b>&');
    expect(none.text).toContain('Choose your nationality.');
  });

  test('says so when the vacancy takes no applications any more', async () => {
    app.now = new Date('2026-11-24T08:00:00Z');

    const late = await app.visitor().get(`/en/vacancies/${reference}/eligibility`);

    expect(late.text).toContain('Deadline missed');
    expect(late.text).not.toContain('name="nationality-1"');
  });

  test('does not show a vacancy that is not public', async () => {
    await insertVacancy(app.db, { reference: `${reference}d`, status: 'draft' });

    expect((await app.visitor().get(`/en/vacancies/${reference}d/eligibility`)).status).toBe(404);
    expect((await app.visitor().get('/en/vacancies/999999/eligibility')).status).toBe(404);
  });
});

describe('a draft', () => {
  test('is begun once for a person and a vacancy, whatever is clicked', async () => {
    const form = { vacancy: reference, 'nationality-1': 'FR' };

    const answers = await Promise.all([1, 2, 3, 4].map(() => ada.post('/en/my/applications', form)));
    const list = await ada.get('/en/my/applications');

    expect(new Set(answers.map(({ location }) => location)).size).toBe(1);
    expect(answers[0]?.location).toMatch(new RegExp(`^/en/my/applications/A-${reference}-\\d{5}$`));
    expect(list.text.match(new RegExp(`>A-${reference}-`, 'g'))).toHaveLength(1);
  });

  test('takes over the nationality that was told to be eligible', async () => {
    const begun = await ada.post('/en/my/applications', { vacancy: reference, 'nationality-1': 'FR' });

    const identity = await ada.get(`${begun.location}/identity`);

    expect(identity.text).toMatch(/<option value="FR" selected>/);
  });

  test('cannot be begun with the nationality of no member nation, nor after the deadline', async () => {
    const foreign = await ada.post('/en/my/applications', { vacancy: reference, 'nationality-1': 'BR' });
    app.now = new Date('2026-11-23T22:59:59.001Z');
    ada = await app.signedInAs('applicant');
    const late = await ada.post('/en/my/applications', { vacancy: reference, 'nationality-1': 'FR' });

    expect([foreign.status, late.status]).toEqual([422, 422]);
    expect((await ada.get('/en/my/applications')).text).toContain('not begun an application yet');
  });

  test('asks somebody who is not signed in to sign in, and keeps the form', async () => {
    const answer = await app.visitor().post('/en/my/applications', { vacancy: reference, 'nationality-1': 'FR' });

    expect(answer.status).toBe(401);
    expect(answer.text).toContain(reference);
  });

  test('is nobody else’s', async () => {
    const number = await completeDraftOf(ada);
    const eve = await app.signedInAs('applicant');
    const recruiter = await app.signedInAs('recruiter');
    const pages = [
      '',
      '/identity',
      '/languages',
      '/requirements',
      '/declarations',
      '/review',
      '/receipt',
      '/withdrawal',
    ];

    const seen = await Promise.all(
      [eve, recruiter].flatMap((other) => pages.map((page) => other.get(`/en/my/applications/${number}${page}`))),
    );
    const sent = await Promise.all(
      ['identity', 'submission', 'withdrawal'].map((page) =>
        eve.post(`/en/my/applications/${number}/${page}`, { base: '{}', confirm: 'yes' }),
      ),
    );

    expect(new Set([...seen, ...sent].map(({ status }) => status))).toEqual(new Set([404]));
  });

  test('says in its task list what is missing', async () => {
    const number = await draftOf(ada);
    const before = await ada.get(`/en/my/applications/${number}`);
    await send(ada, `/en/my/applications/${number}/identity`, { givenNames: 'Ada' });
    const after = await ada.get(`/en/my/applications/${number}`);

    expect(before.text.match(/>To do</g)).toHaveLength(7);
    expect(after.text).toContain('Incomplete');
    expect(after.text).toContain('Enter your family name.');
  });
});

describe('a step', () => {
  const LONG = 'é'.repeat(3001);

  test('keeps what is typed, right or wrong, and says what is to be mended', async () => {
    const number = await draftOf(ada);
    const [first] = requirementsOf((await insertedVacancy()).notice);
    const name = `requirement-${first?.key}`;

    const saved = await send(ada, `/en/my/applications/${number}/requirements`, { [name]: LONG });
    const again = await ada.get(`/en/my/applications/${number}/requirements`);

    expect(saved.status).toBe(422);
    expect(saved.text).toContain('Saved as you typed it');
    expect(again.text).toContain(LONG);
    expect(again.text).toContain('3,001 characters');
  });

  test('goes on to the next step, or back to the list', async () => {
    const number = await draftOf(ada);
    const here = `/fr/my/applications/${number}`;

    const onward = await send(ada, `${here}/languages`, { 'level-en': 'V', 'level-fr': 'II' });
    const back = await send(ada, `${here}/languages`, { 'level-en': 'VI', 'level-fr': 'II', go: 'list' });

    expect([onward.status, onward.location]).toEqual([303, `${here}/requirements`]);
    expect(back.location).toBe(here);
    expect((await ada.get(`${here}/languages`)).text).toContain('Les niveaux déclarés y répondent.');
  });

  test('is saved by scripts, which are told what the next save starts from', async () => {
    const here = `/en/my/applications/${await draftOf(ada)}/identity`;
    const save = async (base: string, givenNames: string) => {
      const answer = await ada.post(here, { base, givenNames }, { accept: 'application/json' });
      return {
        status: answer.status,
        ...(JSON.parse(answer.text) as { base: string; savedAt: string; compare: string }),
      };
    };

    const first = await save('{}', 'Ad');
    const repeated = await save('{}', 'Ad');
    const second = await save(first.base, 'Ada');
    const stale = await save(first.base, 'Eve');

    expect([first.savedAt, repeated.base]).toEqual(['2026-11-22T12:00:00.000Z', first.base]);
    expect([second.status, stale.status]).toEqual([200, 409]);
    expect(stale.compare).toBe(here);
  });

  test('is joined with what another tab saved of other fields, and scripts are told', async () => {
    const here = `/en/my/applications/${await draftOf(ada)}/identity`;
    const json = { accept: 'application/json' };
    await ada.post(here, { base: '{}', givenNames: 'Ada' }, json);

    const joined = await ada.post(here, { base: '{}', familyName: 'Marin' }, json);
    const { base } = JSON.parse(joined.text) as { base: string };
    const onward = await ada.post(here, { base, familyName: 'Marin-Roux' }, json);
    const page = await ada.get(here);

    expect(joined.text).toContain('joined with what was changed in another tab');
    expect(onward.status).toBe(200);
    expect(page.text).toContain('value="Ada"');
    expect(page.text).toContain('value="Marin-Roux"');
  });

  test('shows both texts when the same field was saved from another tab, and takes the one that is kept', async () => {
    const number = await draftOf(ada);
    const here = `/en/my/applications/${number}/identity`;
    await ada.post(here, { base: '{}', givenNames: 'Adelaide', familyName: 'Marin' });

    const stale = await ada.post(here, { base: '{}', givenNames: 'Ada', telephone: '+32 2 000 00 00' });
    const unchanged = await ada.get(here);
    const kept = await ada.post(here, { base: hidden(stale, 'base'), givenNames: 'Ada', familyName: 'Marin' });

    expect(stale.status).toBe(409);
    expect(stale.text).toContain('Adelaide');
    expect(stale.text).toContain('value="Ada"');
    expect(stale.text).toContain('value="Marin"');
    expect(stale.text).toContain('value="+32 2 000 00 00"');
    expect(unchanged.text).toContain('value="Adelaide"');
    expect(kept.status).toBe(303);
    expect((await ada.get(here)).text).toContain('value="Ada"');
  });

  test('does not collide with another step in another tab', async () => {
    const number = await draftOf(ada);
    const here = `/en/my/applications/${number}`;

    const identity = await send(ada, `${here}/identity`, { givenNames: 'Ada' });
    const languages = await send(ada, `${here}/languages`, { 'level-en': 'V' });

    expect([identity.status, languages.status]).toEqual([303, 303]);
  });

  test('keeps an answer with its requirement when the notice is corrected', async () => {
    const number = await draftOf(ada);
    const { notice } = await insertedVacancy();
    const [first, second] = requirementsOf(notice);
    const answers = {
      [`requirement-${first?.key}`]: 'About the first.',
      [`requirement-${second?.key}`]: 'About the second.',
    };
    await send(ada, `/en/my/applications/${number}/requirements`, { ...answers });
    const essential = { en: ['swim', notice.essential.en[1] ?? ''], fr: ['nager', notice.essential.fr[1] ?? ''] };
    await correctNotice({ ...notice, essential });

    const page = await ada.get(`/en/my/applications/${number}/requirements`);
    const openedBefore = await send(ada, `/en/my/applications/${number}/requirements`, {
      ...answers,
      [`requirement-${first?.key}`]: 'More about the first.',
    });
    const after = await ada.get(`/en/my/applications/${number}/requirements`);

    expect(page.text).toMatch(new RegExp(`name="requirement-${second?.key}"[^>]*>About the second\\.`));
    expect(page.text).toContain('Answers to an earlier wording');
    expect(page.text).toContain('About the first.');
    expect(openedBefore.status).toBe(303);
    expect(after.text).toContain('More about the first.');
  });

  test('keeps its text after the deadline, which it says has passed', async () => {
    app.now = new Date('2026-11-23T22:00:00Z');
    ada = await app.signedInAs('applicant');
    const number = await draftOf(ada);
    app.now = new Date('2026-11-24T08:00:00Z');

    const saved = await send(ada, `/en/my/applications/${number}/identity`, { givenNames: 'Ada' });
    const page = await ada.get(`/en/my/applications/${number}`);
    const step = await ada.get(`/en/my/applications/${number}/identity`);

    expect(saved.status).toBe(303);
    expect(page.text).toContain('Deadline missed');
    expect(step.text).toContain('value="Ada"');
    expect(step.text).toContain('can no longer be submitted');
  });

  test('keeps what it has when something comes that is no form', async () => {
    const number = await draftOf(ada);
    const here = `/en/my/applications/${number}/identity`;
    await send(ada, here, { givenNames: 'Ada' });
    const cookie = await cookieOf(ada);
    const bring = (type: string, payload: string) =>
      app.web.inject({ method: 'POST', url: here, payload, headers: { cookie, 'content-type': type } });

    const answers = [
      await bring('application/json', '{"base":1,"givenNames":{"a":1},"nationality-1":[["FR"]]}'),
      await bring('application/json', '[1,2'),
      await bring('text/plain', 'base=1'),
      await bring('application/x-www-form-urlencoded', 'base=1&givenNames=%FF%FE'),
      await bring('application/x-www-form-urlencoded', 'base=1&base=2&givenNames=a%00b'),
      await bring('application/x-www-form-urlencoded', `base=1&givenNames=${'a'.repeat(2_000_000)}`),
    ];
    const after = await ada.get(here);

    expect(answers.filter(({ statusCode }) => statusCode < 400 || statusCode >= 500)).toEqual([]);
    expect(after.text).toContain('value="Ada"');
  });

  test('shows hostile text as text', async () => {
    const number = await draftOf(ada);
    const hostile = `"><script>alert(1)</script>'; drop table applications; --`;

    await send(ada, `/en/my/applications/${number}/identity`, {
      givenNames: hostile,
      'nationality-1': hostile,
      residence: hostile,
      telephone: hostile,
    });
    const pages = await Promise.all(
      ['/identity', '/review', ''].map((page) => ada.get(`/en/my/applications/${number}${page}`)),
    );

    expect(pages.map(({ status }) => status)).toEqual([200, 200, 200]);
    for (const { text } of pages) expect(text).not.toContain('<script>alert');
  });

  const insertedVacancy = async () => {
    const row = await app.db
      .selectFrom('vacancies')
      .selectAll()
      .where('reference', '=', reference)
      .executeTakeFirstOrThrow();
    return { notice: row.notice as Parameters<typeof requirementsOf>[0] & Record<string, unknown> };
  };
  const correctNotice = (notice: object) =>
    app.db
      .updateTable('vacancies')
      .set({ notice: JSON.stringify(notice) })
      .where('reference', '=', reference)
      .execute();
});
