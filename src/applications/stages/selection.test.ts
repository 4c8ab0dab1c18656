import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testApp, type Client, type Form, type TestApp } from '../../testing.ts';
import { insertVacancy } from '../../vacancies/vacancy-testing.ts';
import { insertDraft, submitApplication } from '../application-testing.ts';
import { insertClosedVacancy, insertSubmitted } from './selection-testing.ts';

let app: TestApp;
let recruiter: Client;
let manager: Client;
let ada: Client;
beforeAll(async () => {
  app = await testApp();
  recruiter = await app.signedInAs('recruiter');
  manager = await app.signedInAs('recruitment-manager');
  ada = await app.signedInAs('applicant', 'fr');
});
afterAll(() => app.close());

const hidden = (text: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';
const address = (reference: string) => `/en/staff/vacancies/${reference}/selection`;

/** Previews a step and takes it, as one does on the two pages. */
async function take(by: Client, reference: string, form: Form) {
  const preview = await by.post(address(reference), { ...form, do: 'preview' });
  const mark = hidden(preview.text, 'mark');
  return { preview, done: await by.post(address(reference), { ...form, mark, do: 'confirm' }) };
}

const eventsOf = (number: string) =>
  app.db
    .selectFrom('events')
    .select(['action', 'actorId', 'details'])
    .where('subjectId', '=', number)
    .orderBy('id')
    .execute();

describe('from submission to a decision', () => {
  let number: string;
  const here = () => `/fr/my/applications/${number}`;
  beforeAll(async () => {
    await insertClosedVacancy(app.db, '260301');
    ({ number } = await insertSubmitted(app.context, { accountId: ada.accountId, reference: '260301' }));
  });

  test('the applicant sees what is behind, what is now, and what is next until when', async () => {
    const page = await ada.get(here());

    expect(page.text).toContain('Le dépôt des candidatures est clos');
    expect(page.text).toContain('aria-current="step"');
    expect(page.text).toMatch(/Aujourd’hui.{1,10}22 novembre 2026/);
    expect(page.text).toContain('Entretien vidéo asynchrone');
    expect(page.text).toContain('d’ici au 4 janvier 2027');
    expect(page.text).toContain('Statut du personnel, article 12');
    expect(page.text).toContain('Inutile de téléphoner');
  });

  test('a step is previewed in the words of its reader, and taken by a named person with an event and a mail that says nothing', async () => {
    const { preview, done } = await take(recruiter, '260301', {
      position: 'received',
      numbers: number,
      action: 'review',
    });
    const mail = (await app.mails()).at(-1);

    expect(preview.text).toContain('En cours d’examen');
    expect(done.location).toBe(`${address('260301')}?position=under-review&done=1`);
    expect((await eventsOf(number)).at(-1)).toMatchObject({ action: 'review', actorId: recruiter.accountId });
    expect(mail?.subject).toBe('Il y a du nouveau au sujet de votre candidature');
    expect(mail?.text).not.toMatch(/examen|260301|A-/);
    expect((await ada.get('/fr/my/applications')).text).toContain('En cours d’examen');
  });

  test('an invitation names the stage and its day', async () => {
    const form = { position: 'under-review', numbers: number, action: 'invite', stage: 'written-test' };
    const without = await recruiter.post(address('260301'), {
      ...form,
      'due-day': '31',
      'due-month': '2',
      'due-year': '2027',
    });
    await take(recruiter, '260301', { ...form, 'due-day': '3', 'due-month': '2', 'due-year': '2027' });
    const page = (await ada.get(here())).text;

    expect(without.status).toBe(422);
    expect(page).toContain('Vous êtes invité(e).');
    expect(page).toMatch(/Date.{1,3}3 février 2027/);
    expect(page).not.toContain('Entretien vidéo asynchrone');
  });

  test('a decision is not a recruiter’s, and never without its reason', async () => {
    const form = { position: 'invited', numbers: number, action: 'not-retain' };
    const recruiters = await recruiter.post(address('260301'), { ...form, reason: 'comparison', do: 'preview' });
    const without = await manager.post(address('260301'), { ...form, do: 'preview' });

    expect(recruiters.status).toBe(404);
    expect((await recruiter.get(`${address('260301')}?position=invited`)).text).not.toContain('Do not retain');
    expect(without.status).toBe(422);
    expect(without.text).toMatch(/href="#[^"]*reason"/);
  });

  test('somebody not retained reads why, what was added, until when to ask for a review, and of other posts', async () => {
    const form = { position: 'invited', numbers: number, action: 'not-retain', reason: 'test-result' };
    await take(manager, '260301', { ...form, 'note-en': 'The language test was at level III.' });
    const page = (await ada.get(here())).text;

    expect(page).toContain('Le résultat d’une épreuve est inférieur');
    expect(page).toMatch(/lang="en">\s*The language test was at level III/);
    expect(page).toContain('Jusqu’au 22 décembre 2026');
    expect(page).toContain('Un poste semblable');
    expect(page).not.toContain('/withdrawal"');
    expect((await ada.post(`${here()}/withdrawal`, { confirm: 'yes' })).status).toBe(303);
    expect((await ada.get(here())).text).toContain('Non retenue');
  });
});

describe('a step for many', () => {
  test('is for those previewed or for nobody: who withdrew meanwhile stops it', async () => {
    await insertClosedVacancy(app.db, '260302');
    const people = [
      await insertSubmitted(app.context, { reference: '260302' }),
      await insertSubmitted(app.context, { reference: '260302', language: 'fr' }),
    ];
    const form = { position: 'received', whom: 'all', action: 'review' };
    const preview = await recruiter.post(address('260302'), { ...form, do: 'preview' });
    const mark = hidden(preview.text, 'mark');
    await app.db
      .updateTable('applications')
      .set({ status: 'withdrawn' })
      .where('number', '=', people[0]?.number ?? '')
      .execute();

    const late = await recruiter.post(address('260302'), { ...form, mark, do: 'confirm' });
    const again = await take(recruiter, '260302', form);

    expect(preview.text).toContain('What they read in English');
    expect(preview.text).toContain('What they read in French');
    expect(late.status).toBe(422);
    expect(late.text).toContain('Something changed after the preview');
    expect(again.done.location).toContain('done=1');
  });

  test('taken twice from the same preview counts once', async () => {
    await insertClosedVacancy(app.db, '260303');
    const { number } = await insertSubmitted(app.context, { reference: '260303' });
    const form = { position: 'received', whom: 'all', action: 'review' };
    const mark = hidden((await recruiter.post(address('260303'), { ...form, do: 'preview' })).text, 'mark');

    const both = await Promise.all(
      [1, 2].map(() => recruiter.post(address('260303'), { ...form, mark, do: 'confirm' })),
    );

    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([303, 422]));
    expect((await eventsOf(number)).filter(({ action }) => action === 'review')).toHaveLength(1);
  });

  test('is refused while the vacancy still takes applications', async () => {
    await insertVacancy(app.db, { reference: '260304', status: 'published' });
    const { number } = await insertSubmitted(app.context, { reference: '260304' });

    const early = await recruiter.post(address('260304'), {
      position: 'received',
      numbers: number,
      action: 'review',
      do: 'preview',
    });

    expect(early.status).toBe(422);
    expect(early.text).toContain('still takes applications');
  });
});

describe('a withdrawal', () => {
  test('says what it means from there, and can be taken back within half an hour', async () => {
    const { accountId = '' } = ada;
    await insertVacancy(app.db, { reference: '260305', status: 'published' });
    const number = await insertDraft(app.db, { accountId, reference: '260305' });
    await submitApplication(app.db, { accountId, number, rules: app.context.organisation });
    const here = `/en/my/applications/${number}`;

    const asked = await ada.get(`${here}/withdrawal`);
    await ada.post(`${here}/withdrawal`, { confirm: 'yes', reason: 'other-post' });
    const withdrawn = await ada.get(here);
    const undone = await ada.post(`${here}/withdrawal/undo`);
    const stands = await ada.get(`${here}?withdrawal=undone`);

    expect(asked.text).toContain('Nobody has looked at it yet');
    expect(withdrawn.text).toContain('Take the withdrawal back');
    expect(undone.location).toBe(`${here}?withdrawal=undone`);
    expect(stands.text).toContain('stands again as it was');
    expect((await eventsOf(number)).map(({ action }) => action).slice(-2)).toEqual(['withdraw', 'withdrawal-undone']);
    await ada.post(`${here}/withdrawal`, { confirm: 'yes' });
    app.now = new Date(app.now.getTime() + 31 * 60_000);
    expect((await ada.post(`${here}/withdrawal/undo`)).location).toBe(`${here}?withdrawal=too-late`);
  });
});
