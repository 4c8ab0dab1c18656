import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { eventsOf } from '../../people/event-queries.ts';
import { pdfOfPages } from '../../platform/pdf/pdf-testing.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { insertVacancy } from '../../vacancies/vacancy-testing.ts';
import { completeDraft, insertDraft, submissionForm, submitApplication } from '../application-testing.ts';
import { insertDraftAskingDocuments } from '../documents/document-testing.ts';
import { tellExtensions } from '../news/extension-tasks.ts';
import { remind, tellNews } from '../news/news-tasks.ts';
import { saveAnswers, saveSubmission } from '../deadline-day-queries.ts';
import { recordInfected } from '../documents/quarantine-queries.ts';
import { APPLICATION_DATA } from '../personal-data-queries.ts';
import { contentOf, reviewMark } from '../submission/receipt.ts';
import { submit } from '../submission/submission.ts';
import { discardTasks } from './discard-tasks.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const DEADLINE = new Date('2026-12-18T22:59:59Z');
const daysLater = (days: number) => new Date(NOW.getTime() + days * 24 * 3_600_000);

let app: TestApp;
let ada: Client;
let reference: string;
let serial = 262_100;
beforeAll(async () => {
  app = await testApp();
  ada = await app.signedInAs('applicant');
});
afterAll(() => app.close());
beforeEach(async () => {
  app.now = NOW;
  reference = String((serial += 1));
  await insertVacancy(app.db, { reference, status: 'published', deadlineAt: DEADLINE });
});

const accountOf = (client: Client) => client.accountId ?? '';
const ownDraft = (client = ada) => insertDraft(app.db, { accountId: accountOf(client), reference });
const here = (number: string, language = 'en') => `/${language}/my/applications/${number}`;
const actionsOf = async (number: string) => (await eventsOf(app.db, 'application', number)).map(({ action }) => action);
const statusOf = (number: string) =>
  app.db.selectFrom('applications').select(['status', 'discardedAt']).where('number', '=', number).executeTakeFirst();
const clean = async () => {
  for (const { run } of discardTasks({ db: app.db, clock: () => app.now })) await run();
};

async function thrownAway(client = ada): Promise<string> {
  const number = await ownDraft(client);
  await completeDraft(app.db, { accountId: accountOf(client), number, rules: app.context.organisation });
  await client.post(`${here(number)}/discard`);
  return number;
}

describe('a draft is thrown away', () => {
  test.for([
    ['en', 'Throw this draft away', 'You threw this draft away', 'Put it back', 'Your draft is back as it was.'],
    ['fr', 'Jeter ce brouillon', 'Vous avez jeté ce brouillon', 'Le reprendre', 'Votre brouillon est de nouveau là'],
  ] as const)('and put back, as it was, with the events of both (%s)', async ([language, link, gone, back, isBack]) => {
    const client = await app.signedInAs('applicant', language);
    const number = await ownDraft(client);
    const own = { accountId: accountOf(client), number, rules: app.context.organisation };
    const { application } = await completeDraft(app.db, own);
    const address = here(number, language);

    const open = await client.get(address);
    const question = await client.get(`${address}/discard`);
    const thrown = await client.post(`${address}/discard`);
    const after = await client.get(address);
    const list = await client.get(`/${language}/my/applications`);
    const undone = await client.post(`${address}/discard/undo`);

    expect(open.text).toContain(`href="${address}/discard">${link}</a>`);
    expect(question.text).toMatch(/7\sjours|7 days/);
    expect([thrown.status, thrown.location]).toEqual([303, address]);
    expect(after.text).toContain(gone);
    expect(after.text).toContain(back);
    expect(list.text).toMatch(new RegExp(`<h2>[^<]+</h2><h3>.*${number}.*${address}/discard/undo`, 's'));
    expect(undone.location).toBe(`${address}?done=put-back`);
    expect((await client.get(undone.location ?? '')).text).toContain(isBack);
    expect(await actionsOf(number)).toEqual(['begin', 'discard', 'put-back']);
    const { answers } = await app.db
      .selectFrom('applications')
      .select('answers')
      .where('number', '=', number)
      .executeTakeFirstOrThrow();
    expect(answers).toEqual(application.answers);
  });

  test('pressed twice it is one event, and nobody else’s is touched', async () => {
    const number = await thrownAway();
    const other = await app.signedInAs('applicant');

    await ada.post(`${here(number)}/discard`);
    const answers = await Promise.all(
      ['/discard', '/discard/undo'].map((action) => other.post(`${here(number)}${action}`)),
    );

    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    expect(await actionsOf(number)).toEqual(['begin', 'discard']);
  });

  test('what was submitted is not: it is withdrawn', async () => {
    const number = await ownDraft();
    await submitApplication(app.db, { accountId: accountOf(ada), number, rules: app.context.organisation });

    const asked = await ada.get(`${here(number)}/discard`);
    await ada.post(`${here(number)}/discard`);

    expect(asked.location).toBe(here(number));
    expect(await statusOf(number)).toEqual({ status: 'submitted', discardedAt: null });
  });

  test('its pages lead to where it is put back', async () => {
    const number = await thrownAway();
    const pages = ['identity', 'requirements', 'documents', 'kept-documents', 'review', 'receipt', 'accommodation'];

    const answers = await Promise.all(pages.map((one) => ada.get(`${here(number)}/${one}`)));

    expect(answers.map(({ location }) => location)).toEqual(pages.map(() => here(number)));
  });

  test('whoever applies to the same vacancy again is led to it, and begins anew once it is too late to put it back', async () => {
    const number = await thrownAway();

    const soon = await ada.post('/en/my/applications', { vacancy: reference, 'nationality-1': 'SE' });
    await app.db
      .updateTable('applications')
      .set({ discardedAt: daysLater(-7.01) })
      .where('number', '=', number)
      .execute();
    const late = await ada.get(here(number));
    const undo = await ada.post(`${here(number)}/discard/undo`);
    const anew = await ada.post('/en/my/applications', { vacancy: reference, 'nationality-1': 'SE' });

    expect(soon.location).toBe(here(number));
    expect(late.text).toContain('The time to put it back is over');
    expect(undo.location).toBe(here(number));
    expect(anew.location).toMatch(/A-\d+-\d+$/);
    expect(anew.location).not.toBe(here(number));
    expect(await actionsOf(number)).toEqual(['begin', 'discard', 'discarded-draft-deleted']);
  });
});

describe('what is sent to a draft that was thrown away', () => {
  test.for([
    ['en', 'You threw this draft away', 'Put it back'],
    ['fr', 'Vous avez jeté ce brouillon', 'Le reprendre'],
  ] as const)('is refused plainly, and stands in the form (%s)', async ([language, gone, back]) => {
    const client = await app.signedInAs('applicant', language);
    const number = await thrownAway(client);
    const form = { givenNames: 'Adelaide-Typed', familyName: 'Marin', base: '{}' };
    const address = `${here(number, language)}/identity`;

    const autosave = await client.post(address, form, { accept: 'application/json' });
    const sent = await client.post(address, form);

    expect([autosave.status, sent.status]).toEqual([409, 409]);
    expect(JSON.parse(autosave.text)).toMatchObject({ kind: 'discarded', text: gone, link: back });
    expect(sent.text).toContain(gone);
    expect(sent.text).toContain('value="Adelaide-Typed"');
    expect(sent.text).toContain(`href="${here(number, language)}">${back}</a>`);
  });

  test('is not submitted, nor attached, nor asked for', async () => {
    const number = await thrownAway();
    const form = await submissionForm(app.db, { accountId: accountOf(ada), number, rules: app.context.organisation });
    const { number: asking } = await insertDraftAskingDocuments(app.db, { applicantId: accountOf(ada) });
    await ada.post(`${here(asking)}/discard`);
    const letter = { field: 'file', name: 'a.pdf', type: 'application/pdf', content: await pdfOfPages(1) };

    const submitted = await ada.post(`${here(number)}/submission`, form);
    const attached = await ada.upload(`${here(asking)}/documents/cover-letter`, {}, letter);
    const asked = await ada.post(`${here(number)}/accommodation`, { words: 'A lift', kinds: 'more-time' });

    expect([submitted.status, attached.status, asked.location]).toEqual([422, 422, here(number)]);
    expect(submitted.text).toContain('What you just sent is not saved');
    expect(attached.text).toContain('What you just sent is not saved');
    expect(await actionsOf(number)).toEqual(['begin', 'discard']);
  });
});

test('the statements of the last evening write nothing into it, even where the draft was read as open before', async () => {
  const number = await ownDraft();
  const own = { accountId: accountOf(ada), number, rules: app.context.organisation };
  const dossier = await completeDraft(app.db, own);
  const reviewed = reviewMark(contentOf(dossier, 'en'));
  const submitted = submit(dossier, { reviewed, language: 'en', receivedAt: NOW, roles: [] });
  if (!submitted.ok) throw new Error(submitted.refusal.kind);
  await ada.post(`${here(number)}/discard`);
  const version = dossier.application.version + 1; // that of the draft as it now lies there
  const { application, receipt } = submitted.value;

  const saved = await saveAnswers(app.db, { ...dossier.application, version }, NOW);
  const taken = await saveSubmission(app.db, { application: { ...application, version }, receipt }, NOW);

  expect([saved, taken]).toEqual([false, false]);
  expect(await actionsOf(number)).toEqual(['begin', 'discard']);
});

describe('nobody hears of a draft that was thrown away', () => {
  test('neither reminders, nor news, nor more time are mailed to its author', async () => {
    const [manager, client] = await Promise.all([app.signedInAs('recruitment-manager'), app.signedInAs('applicant')]);
    await thrownAway(client);
    const before = (await app.mails()).length;
    const edit = `/en/staff/vacancies/${reference}/edit/header`;
    const words = { 'correction.en': 'There is more time.', 'correction.fr': 'Le délai est prolongé.' };
    const later = { 'deadline-day': '22', 'deadline-month': '12', 'deadline-year': '2026' };

    const extended = await manager.post(edit, { ...later, ...words, 'correction.reason': 'Few applications.' });
    await tellExtensions(app.context, app.now);
    await tellNews(app.context, app.now);
    app.now = new Date('2026-12-22T12:00:00Z');
    await remind(app.context, app.now);

    expect(extended.status).toBe(303);
    expect((await app.mails()).slice(before)).toEqual([]);
  });

  test('staff see neither it nor what was asked for with it, and it is counted nowhere', async () => {
    const [recruiter, officer] = await Promise.all([
      app.signedInAs('recruiter'),
      app.signedInAs('accommodation-officer'),
    ]);
    const number = await ownDraft();
    await ada.post(`${here(number)}/accommodation`, { words: 'A lift', kinds: 'more-time' });
    const waiting = await officer.get('/en/staff/accommodation');
    await ada.post(`${here(number)}/discard`);

    const list = await recruiter.get(`/en/staff/vacancies/${reference}/applications`);
    const opened = await recruiter.get(`/en/staff/applications/${number}`);
    const asked = await officer.get('/en/staff/accommodation');

    expect(waiting.text).toContain(number);
    expect(asked.text).not.toContain(number);
    expect(opened.status).toBe(404);
    expect(list.text).not.toContain(number);
    expect(list.status).toBe(200);
  });

  test('its documents are scanned still, and go without a mail where malware is found', async () => {
    const client = await app.signedInAs('applicant');
    const { id, number } = await insertDraftAskingDocuments(app.db, { applicantId: accountOf(client) });
    const letter = { field: 'file', name: 'a.pdf', type: 'application/pdf', content: await pdfOfPages(1) };
    await client.upload(`${here(number)}/documents/cover-letter`, {}, letter);
    await client.post(`${here(number)}/discard`);
    const document = await app.db
      .selectFrom('applicationDocuments')
      .select(['id', 'sha256', 'content'])
      .where('applicationId', '=', id)
      .executeTakeFirstOrThrow();
    const told: string[] = [];

    await recordInfected(
      app.db,
      { ...document, content: document.content ?? Buffer.alloc(0) },
      { now: app.now, tell: async (_, infected) => void told.push(infected.number) },
    );

    expect(told).toEqual([]);
    expect(await app.db.selectFrom('applicationDocuments').where('applicationId', '=', id).execute()).toEqual([]);
    expect((await actionsOf(number)).at(-1)).toBe('document-infected');
  });
});

describe('it is deleted', () => {
  test('after its days, with its documents, those set aside, and the request and evidence that belong to it', async () => {
    const client = await app.signedInAs('applicant');
    const { id, number } = await insertDraftAskingDocuments(app.db, { applicantId: accountOf(client) });
    const file = { field: 'file', name: 'a.pdf', type: 'application/pdf', content: await pdfOfPages(1) };
    await client.upload(`${here(number)}/documents/cover-letter`, {}, file);
    await client.upload(`${here(number)}/documents/cover-letter`, {}, { ...file, content: await pdfOfPages(2) });
    await client.post(`${here(number)}/accommodation`, { words: 'A lift', kinds: 'more-time' });
    await client.upload(`${here(number)}/accommodation/evidence`, {}, file);
    const left = async () => ({
      documents: await countOf('applicationDocuments', id),
      setAside: await countOf('documentsSetAside', id),
      requests: await countOf('accommodationRequests', id),
      evidence: Number((await app.db.selectFrom('accommodationEvidence').select('id').execute()).length > 0),
    });
    await client.post(`${here(number)}/discard`);

    app.now = daysLater(7);
    await clean();
    const kept = await left();
    app.now = daysLater(7.001);
    await clean();

    expect(kept).toEqual({ documents: 1, setAside: 1, requests: 1, evidence: 1 });
    expect(await left()).toEqual({ documents: 0, setAside: 0, requests: 0, evidence: 0 });
    expect(await statusOf(number)).toBeUndefined();
    expect((await actionsOf(number)).at(-1)).toBe('discarded-draft-deleted');
  });

  test('with the account at once; until then the file of a person’s data tells of it', async () => {
    const client = await app.signedInAs('applicant');
    const number = await thrownAway(client);

    const files = unzipSync((await client.post('/en/my/data/export')).body);
    await APPLICATION_DATA.erase(app.db, accountOf(client), app.now);

    const data = JSON.parse(strFromU8(files['my-data.json'] ?? new Uint8Array())) as Record<string, object[]>;
    expect(data['applications']).toEqual([
      expect.objectContaining({ number, status: 'discarded', discardedAt: NOW.toISOString() }),
    ]);
    expect(await statusOf(number)).toBeUndefined();
  });
});

const countOf = async (
  table: 'applicationDocuments' | 'documentsSetAside' | 'accommodationRequests',
  applicationId: string,
) =>
  (await app.db.selectFrom(table).select('applicationId').where('applicationId', '=', applicationId).execute()).length;

describe('what happens to the vacancy while a draft lies thrown away', () => {
  const change = (fields: Record<string, string>) =>
    manager.post(`/en/staff/vacancies/${reference}/edit/header`, {
      'correction.en': 'The post is in Ghent.',
      'correction.fr': 'Le poste est à Gand.',
      ...fields,
    });
  const later = { 'deadline-day': '22', 'deadline-month': '12', 'deadline-year': '2026' };
  const tellAll = async () => {
    await tellNews(app.context, app.now);
    await tellExtensions(app.context, app.now);
  };
  const mailsTo = async ({ accountId = '' }: Client) => {
    const person = app.db.selectFrom('accounts').select('email').where('id', '=', accountId);
    const { email } = await person.executeTakeFirstOrThrow();
    return (await app.mails()).filter(({ to }) => to.address === email).map(({ subject }) => subject.split(':')[0]);
  };
  let manager: Client;
  let person: Client;
  beforeEach(async () => {
    manager = await app.signedInAs('recruitment-manager');
    person = await app.signedInAs('applicant');
  });

  test('is told by a mail each and on the page once it is put back, and shown before', async () => {
    const number = await thrownAway(person);
    await change({ city: 'Ghent' });
    await change({
      ...later,
      'correction.en': 'More time.',
      'correction.fr': 'Plus de temps.',
      'correction.reason': 'Few.',
    });
    await tellAll();

    const meanwhile = await mailsTo(person);
    const before = await person.get(here(number));
    const undone = await person.post(`${here(number)}/discard/undo`);
    const back = await person.get(undone.location ?? '');
    await tellAll();

    expect(meanwhile).toEqual([]);
    expect(before.text).toMatch(/What happened in the meantime.*“The post is in Ghent\.”.*22 December 2026/s);
    expect(back.text).toMatch(/What happened in the meantime.*“The post is in Ghent\.”.*22 December 2026/s);
    expect(await mailsTo(person)).toEqual(['Notice corrected', 'New deadline']);
    expect((await person.get(here(number))).text).not.toContain('in the meantime');
  });

  test('is told once, however often the draft is thrown away again, and what others were not told yet by the same mail as theirs', async () => {
    const number = await thrownAway(person);
    await change({ city: 'Ghent' });
    await tellAll();
    await person.post(`${here(number)}/discard/undo`);
    app.now = new Date(NOW.getTime() + 60_000);
    await person.post(`${here(number)}/discard`);
    const again = await person.get((await person.post(`${here(number)}/discard/undo`)).location ?? '');
    await person.post(`${here(number)}/discard`);
    await change({ city: 'Lyon' });
    await person.post(`${here(number)}/discard/undo`);
    await tellAll();

    expect(again.text).toContain('Your draft is back as it was.');
    expect(await mailsTo(person)).toEqual(['Notice corrected', 'Notice corrected']);
  });

  test('whenever it is put back while the news is told, it is told exactly once', async () => {
    const people = await Promise.all(Array.from({ length: 6 }, () => app.signedInAs('applicant')));
    const numbers: string[] = [];
    for (const each of people) numbers.push(await thrownAway(each));
    await change({ city: 'Ghent' });

    await Promise.all([
      tellAll(),
      ...people.map((each, index) => each.post(`${here(numbers[index] ?? '')}/discard/undo`)),
    ]);
    await tellAll();

    for (const each of people) expect(await mailsTo(each)).toEqual(['Notice corrected']);
  });

  test('is told no more if it came to nothing: more time for what was cancelled since', async () => {
    const number = await thrownAway(person);
    await change({ ...later, 'correction.reason': 'Few.' });
    await tellAll();
    await app.db.updateTable('vacancies').set({ status: 'cancelled' }).where('reference', '=', reference).execute();

    const back = await person.get((await person.post(`${here(number)}/discard/undo`)).location ?? '');

    expect(back.text).not.toContain('in the meantime');
    expect(await mailsTo(person)).toEqual([]);
  });
});
