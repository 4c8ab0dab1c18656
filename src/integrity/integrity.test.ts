import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertDraft, submitApplication } from '../applications/application-testing.ts';
import { COVER_LETTER } from '../applications/documents/document-testing.ts';
import { storeDocument } from '../applications/documents/document-queries.ts';
import { findOwnApplication } from '../applications/application-queries.ts';
import { deleteApplication } from '../applications/retention-queries.ts';
import { CLOSED_AT } from '../applications/stages/selection-testing.ts';
import { insertAccount } from '../people/people-testing.ts';
import type { Language } from '../platform/language.ts';
import { A4, pdfOf } from '../platform/pdf/pdf-testing.ts';
import { testApp, type Client, type Form, type TestApp } from '../testing.ts';
import { insertVacancy } from '../vacancies/vacancy-testing.ts';
import { readClosed } from './integrity-tasks.ts';

let app: TestApp;
let recruiter: Client;
let manager: Client;
let other: Client;
let applicant: Client;
beforeAll(async () => {
  app = await testApp();
  recruiter = await app.signedInAs('recruiter');
  manager = await app.signedInAs('recruitment-manager');
  other = await app.signedInAs('recruitment-manager', 'fr');
  applicant = await app.signedInAs('applicant', 'fr');
});
afterAll(() => app.close());

const OWN = `For eleven years I have led the gauging campaigns on the upper river, with two boats, six people
and no accident. When the flood of 2014 came, our figures were the only ones that the town had; I slept in the
station for nine days and phoned the mayor every hour. I would bring that stubbornness to the Commission.`;
const THIRD = `My mother kept the ferry, and I kept her accounts: every crossing, every fare, and the level of the water.`;
const OTHER = `Since my youth I have repaired clocks, and later the clocks of bridges and locks. Precision is a habit
of mine: I note each deviation, however small, and ask where it comes from before I oil anything at all.`;

/** A letter of these lines, as somebody prints it. */
const letterOf = (text: string): Promise<Buffer> =>
  pdfOf([A4], (_, page) => {
    for (const [index, line] of text.split('\n').entries())
      page?.drawText(line, { x: 40, y: 600 - 18 * index, size: 9 });
  });

type Sent = { letter?: string; content?: Buffer; accountId?: string | undefined; language?: Language };

/** A submitted application to this vacancy, with a letter; answers its number. */
async function insertLetter(
  reference: string,
  { letter = 'I would like to work for you.', ...sent }: Sent = {},
): Promise<string> {
  const accountId = sent.accountId ?? (await insertAccount(app.db, { language: sent.language ?? 'en' })).id;
  const number = await insertDraft(app.db, { accountId, reference });
  const application = await findOwnApplication(app.db, { accountId, number });
  if (!application) throw new Error('no draft');
  const content = sent.content ?? (await letterOf(letter));
  const file = { fileName: 'letter.pdf', content, format: 'pdf', pages: 1, remarks: [], scan: 'clean' } as const;
  const at = new Date('2026-11-18T10:00:00Z');
  await app.db.transaction().execute((db) => storeDocument(db, { application, kind: 'cover-letter', file }, at));
  await submitApplication(app.db, { accountId, number, rules: app.context.organisation }, at);
  return number;
}

const insertVacancyWithLetters = (reference: string) =>
  insertVacancy(app.db, {
    reference,
    status: 'closed',
    deadlineAt: CLOSED_AT,
    closedAt: CLOSED_AT,
    notice: { attachments: [COVER_LETTER] },
  });

const pageOf = (number: string, language = 'en') => `/${language}/staff/applications/${number}/integrity`;

/** Opens an application and its letter, and says so. */
async function read(client: Client, number: string): Promise<void> {
  await client.get(`/en/staff/applications/${number}`);
  await client.get(`/en/staff/applications/${number}/documents/cover-letter`);
  await client.post(`${pageOf(number)}/reading`);
}

/** A page without its head, where its reader is greeted by name. */
const mainOf = (text: string) => text.slice(text.indexOf('<main'));
const choices = (text: string) =>
  [...text.matchAll(/name="evidence" value="([\da-f]{64})"/g)].map(([, hash]) => hash ?? '');
const version = (text: string) => /name="version" value="(\d+)"/.exec(text)?.[1] ?? '';
const eventsOf = async (number: string) => {
  const events = app.db.selectFrom('events').select(['action', 'actorId', 'details']).where('subjectId', '=', number);
  return events.where('subject', '=', 'integrity').orderBy('id').execute();
};

describe('before somebody has read a letter', () => {
  let number: string;
  beforeAll(async () => {
    await insertVacancyWithLetters('260501');
    number = await insertLetter('260501', { letter: `${THIRD}\n[Your Name]` });
    await readClosed(app.context);
  });

  test('they see nothing of what was found, and cannot say that they have read what they did not open', async () => {
    const first = await recruiter.get(pageOf(number));
    const unopened = await recruiter.post(`${pageOf(number)}/reading`);
    await recruiter.get(`/en/staff/applications/${number}`);
    const letterUnopened = await recruiter.post(`${pageOf(number)}/reading`);

    expect(first.text).toContain('First read the application yourself');
    expect(unopened).toMatchObject({
      status: 422,
      text: expect.stringContaining('Open the application and read it first.'),
    });
    expect(letterUnopened.text).toContain('Open and read first: Cover letter.');
    for (const { text } of [first, unopened, letterUnopened]) expect(text).not.toContain('[Your Name]');
    for (const path of ['texts', 'cases']) expect((await recruiter.post(`${pageOf(number)}/${path}`)).status).toBe(404);
    expect(await eventsOf(number)).toEqual([]);
  });

  test('and once they have, they alone see it, and each look is recorded first', async () => {
    await read(recruiter, number);
    const seen = await recruiter.get(pageOf(number));
    const notSeen = await manager.get(pageOf(number));

    expect(seen.text).toContain('<mark>[Your Name]</mark>');
    expect(notSeen.text).toContain('First read the application yourself');
    expect(notSeen.text).not.toContain('[Your Name]');
    expect((await eventsOf(number)).map(({ action, actorId }) => [action, actorId])).toEqual([
      ['letter-read', recruiter.accountId],
      ['evidence-opened', recruiter.accountId],
    ]);
  });

  test('nothing of it stands in the list, which is by number, nor anywhere in the selection’s pages', async () => {
    const list = await recruiter.get('/en/staff/vacancies/260501/integrity');
    const applications = await recruiter.get('/en/staff/vacancies/260501/applications');

    expect(list.text).toMatch(new RegExp(`integrity">${number}</a>[\\s\\S]*Read by you[\\s\\S]*None`));
    expect(list.text).toContain('have not been tried on real letters');
    expect(mainOf(list.text)).not.toMatch(/Ada|Marin/);
    for (const { text } of [list, applications]) expect(text).not.toContain('Your Name');
  });

  test('a letter that the program cannot read is told as such, and read again when a person asks', async () => {
    const broken = await insertLetter('260501', { content: Buffer.from('%PDF-1.7 no letter %%EOF') });
    await readClosed(app.context);
    await read(recruiter, broken);
    const { text } = await recruiter.get(pageOf(broken));

    expect(text).toContain('Cover letter · the program that reads it gave up');
    expect((await recruiter.post(`${pageOf(broken)}/texts`)).location).toBe(`${pageOf(broken)}?done=again`);
  });

  test('an examiner’s own application is not there for them', async () => {
    await insertVacancyWithLetters('260502');
    const mine = await insertLetter('260502', { accountId: recruiter.accountId });

    await read(recruiter, mine);
    expect((await recruiter.get(pageOf(mine))).status).toBe(404);
    expect((await recruiter.get('/en/staff/vacancies/260502/integrity')).text).not.toContain(mine);
  });

  test('as long as applications come in, nobody can say so, and nothing is read', async () => {
    const deadlineAt = new Date(app.now.getTime() + 86_400_000);
    await insertVacancy(app.db, {
      reference: '260503',
      status: 'published',
      deadlineAt,
      notice: { attachments: [COVER_LETTER] },
    });
    const early = await insertLetter('260503');

    await readClosed(app.context);
    await read(recruiter, early);
    const said = await recruiter.post(`${pageOf(early)}/reading`);
    expect(said.text).toContain('Applications can still come in.');
    expect(await readClosed(app.context)).toBe(0);
  });
});

describe('a letter of which another holds a half', () => {
  let [first, second, earlier] = ['', '', ''];
  beforeAll(async () => {
    await insertVacancyWithLetters('260511');
    await insertVacancyWithLetters('260512');
    first = await insertLetter('260511', { letter: `${OWN}\n${OTHER}`, accountId: applicant.accountId });
    second = await insertLetter('260511', { letter: OWN.toUpperCase() });
    earlier = await insertLetter('260512', { letter: `${OWN}\n${OTHER}`, accountId: applicant.accountId });
    await readClosed(app.context);
    await read(recruiter, first);
  });

  test('is shown beside it, passage by passage, by numbers and without names', async () => {
    const { text } = await recruiter.get(pageOf(first));

    expect(text).toContain(`Application ${second}, Cover letter`);
    expect(text).toContain('For eleven years I have led the gauging campaigns');
    expect(text).toContain('FOR ELEVEN YEARS I HAVE LED THE GAUGING CAMPAIGNS');
    expect(text).not.toContain(earlier);
    expect(mainOf(text)).not.toMatch(/Ada|Marin/);
    expect(text.slice(text.indexOf('What there is to look at'))).not.toMatch(/\d ?%/);
  });

  test('is shown no more once the other is gone: its words go with it', async () => {
    await deleteApplication(app.db, second);

    const { text } = await recruiter.get(pageOf(first));
    expect(text).not.toContain('FOR ELEVEN YEARS');
    expect(text).toContain('Nothing was found');
  });
});

describe('a case', () => {
  let number: string;
  let seen: string;
  const openWith = (form: Form) => recruiter.post(`${pageOf(number)}/cases`, form);
  const mine = (path = '') => `/fr/my/applications/${number}/integrity${path}`;
  const decideAs = async (client: Client, form: Form) => {
    const { text } = await client.get(pageOf(number));
    return client.post(`${pageOf(number)}/decision`, { version: version(text), ...form });
  };
  beforeAll(async () => {
    await insertVacancyWithLetters('260521');
    number = await insertLetter('260521', { letter: `${OWN}\n[Your Name]`, accountId: applicant.accountId });
    await insertLetter('260521', { letter: OWN });
    await readClosed(app.context);
    for (const client of [recruiter, manager, other]) await read(client, number);
    seen = (await recruiter.get(pageOf(number))).text;
  });

  test('is refused without a reason, or on what is not there now; what was typed is kept', async () => {
    const unreasoned = await openWith({ evidence: choices(seen), reason: '' });
    const unknown = await openWith({ evidence: ['0'.repeat(64)], reason: 'Please explain this.' });

    expect(unreasoned).toMatchObject({
      status: 422,
      text: expect.stringContaining('Say why: the applicant reads it.'),
    });
    expect(unreasoned.text.match(/name="evidence"[^>]*checked/g)).toHaveLength(choices(seen).length);
    expect(unknown.text).toContain('What was found has changed');
    expect(unknown.text).toContain('>Please explain this.</textarea>');
    expect((await applicant.get(mine())).text).toContain('Il n’y a pas de question');
  });

  test('is opened by a named person, and its applicant told by a message and a mail that says nothing', async () => {
    expect(choices(seen)).toHaveLength(2);
    const opened = await openWith({ evidence: choices(seen), reason: 'How did these passages come about?' });
    const mail = (await app.mails()).at(-1);

    expect(opened.location).toBe(`${pageOf(number)}?done=opened`);
    expect((await eventsOf(number)).at(-1)).toMatchObject({ action: 'case-opened', actorId: recruiter.accountId });
    expect(mail?.subject).toBe('Un message vous attend');
    expect(mail?.text).not.toMatch(/propre travail|passage|260521/);
    expect((await applicant.get('/fr/my/messages')).text).toContain('Une question sur votre candidature');
    expect((await applicant.get(`/fr/my/applications/${number}`)).text).toContain(`href="${mine()}"`);
    expect((await openWith({ evidence: choices(seen), reason: 'Again' })).text).toContain('There is an open case.');
  });

  test('shows its applicant each passage of theirs in their language, and nothing of another’s', async () => {
    const { text } = await applicant.get(mine());

    expect(text).toContain('How did these passages come about?');
    expect(text).toContain('Passages communs avec une autre candidature');
    expect(text).toContain('<mark>[Your Name]</mark>');
    expect(text).toContain('2 décembre 2026 à 23');
    expect(mainOf(text)).not.toMatch(/A-260521-00002|A-260511|Application A-/);
    const somebody = await app.signedInAs('applicant');
    expect((await somebody.get(`/en/my/applications/${number}/integrity`)).status).toBe(404);
  });

  test('is answered, replaced and taken back until the day that was told; one too long is kept in the form', async () => {
    const answer = async (text: string) =>
      applicant.post(mine('/answer'), { answer: text, version: version((await applicant.get(mine())).text) });
    const long = await answer('x'.repeat(8001));
    const stale = await applicant.post(mine('/answer'), { answer: 'Ma réponse.', version: '99' });

    expect(long.text).toContain(`>${'x'.repeat(8001)}</textarea>`);
    expect(stale).toMatchObject({ status: 422, text: expect.stringContaining('>Ma réponse.</textarea>') });
    expect((await answer('Nous avons écrit ensemble.')).location).toBe(`${mine()}?done=sent`);
    expect((await recruiter.get(pageOf(number))).text).toContain('Nous avons écrit ensemble.');
    const { text } = await applicant.get(mine());
    expect((await applicant.post(mine('/answer/removal'), { version: version(text) })).location).toContain(
      'done=taken',
    );
    expect((await recruiter.get(pageOf(number))).text).toContain('No answer so far.');
    expect((await answer('Ma sœur a repris ma lettre.')).status).toBe(303);
  });

  test('is decided against nobody before they can answer no more, nor by who opened it, nor by who may not', async () => {
    const early = await decideAs(manager, { outcome: 'noted', decision: 'Seen.' });

    expect(early.text).toContain('Against the applicant nothing is decided before they can answer no more');
    expect((await recruiter.post(`${pageOf(number)}/decision`, { outcome: 'noted' })).status).toBe(404);
    expect((await other.get(pageOf(number, 'fr'))).text).toContain('En défaveur de la personne, seulement');
  });

  test('to consider an application no further is the selection’s step in a person’s name, and waits for a review', async () => {
    // As if the days to answer were over: sessions would be, too, if the clock were set on.
    await sql`update integrity_cases set answer_until = ${new Date(app.now.getTime() - 1000)}`.execute(app.db);
    const asked = { outcome: 'not-considered', decision: 'The answer does not explain the rest.' };
    const unreviewed = await decideAs(manager, asked);
    const selection = '/en/staff/vacancies/260521/selection';
    const review = { position: 'received', numbers: number, action: 'review' };
    const preview = await recruiter.post(selection, { ...review, do: 'preview' });
    const mark = /name="mark" value="([^"]*)"/.exec(preview.text)?.[1] ?? '';
    await recruiter.post(selection, { ...review, mark, do: 'confirm' });
    const decided = await decideAs(manager, asked);
    const again = await decideAs(manager, { ...asked, version: '1' });

    expect(unreviewed.status).toBe(422);
    expect(unreviewed.text).toContain('>The answer does not explain the rest.</textarea>');
    expect(decided.location).toBe(`${pageOf(number)}?done=decided`);
    expect(again.text).toContain('This case has been decided; that is final.');
    expect(again.text).toContain('>The answer does not explain the rest.</blockquote>');
    const stage = await app.db.selectFrom('applicationStages').selectAll().orderBy('number', 'desc').executeTakeFirst();
    expect(stage).toMatchObject({ position: 'not-retained', reason: 'own-work', actorId: manager.accountId });
    expect((await eventsOf(number)).findLast(({ action }) => action === 'case-decided')).toMatchObject({
      actorId: manager.accountId,
      details: { outcome: 'not-considered' },
    });
  });

  test('and its applicant reads what was decided and why, can answer no more, and has it all in their data', async () => {
    const { text } = await applicant.get(mine());
    const late = await applicant.post(mine('/answer'), { answer: 'Encore.', version: '5' });
    const data = app.context.personalData.find(({ name }) => name === 'integrity');
    const { records } = (await data?.export(app.db, applicant.accountId ?? '')) ?? { records: [] };

    expect(text).toContain('Votre candidature n’est plus prise en considération.');
    expect(text).toContain('The answer does not explain the rest.');
    expect(text).not.toContain('<textarea');
    expect(late).toMatchObject({ status: 422, text: expect.stringContaining('>Encore.</blockquote>') });
    const exported = JSON.stringify(records);
    expect(exported).toContain('Ma sœur a repris ma lettre.');
    expect(exported).toContain('[Your Name]');
    expect(exported).not.toMatch(/A-260521-00002|theirs/);
  });

  test('stays with the application when an account goes, and what was read of it does not', async () => {
    const data = app.context.personalData.find(({ name }) => name === 'integrity');
    await data?.erase(app.db, applicant.accountId ?? '', app.now);

    const kept = await app.db.selectFrom('integrityCases').select('status').execute();
    const left = await app.db
      .selectFrom('integrityReadings')
      .innerJoin('applications', 'applications.id', 'integrityReadings.applicationId')
      .select('number')
      .where('applicantId', '=', applicant.accountId ?? '')
      .execute();
    expect(kept).toEqual([{ status: 'not-considered' }]);
    expect(left).toEqual([]);
    expect(await app.db.selectFrom('integrityFingerprints').select('hash').limit(1).execute()).toHaveLength(1);
  });
});

test('an organisation whose rules reserve no examination reads nothing, forgets what was read, and says so', async () => {
  const organisation = {
    ...app.context.organisation,
    integrity: { ...app.context.organisation.integrity, examined: false },
  };
  const forgotten = await readClosed({ ...app.context, organisation });

  expect(forgotten).toBeGreaterThan(0);
  for (const table of ['integrityReadings', 'integrityTexts', 'integrityFingerprints'] as const)
    expect(await app.db.selectFrom(table).selectAll().execute()).toEqual([]);
});
