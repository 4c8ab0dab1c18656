import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answers } from '../../applications/answers.ts';
import { insertClosedVacancy, insertSubmitted } from '../../applications/stages/selection-testing.ts';
import { pdfOfPages } from '../../platform/pdf/pdf-testing.ts';
import { isSealedByFirst, newKey, readKeys } from '../../platform/sealing.ts';
import { hidden, later } from '../../selection/panel-testing.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { selectSomebody, stepOn } from '../conditions/appointment-testing.ts';
import { eraseSettled } from './candidate-tasks.ts';
import { resealDocuments } from './condition-document-queries.ts';

const REFERENCE = '260481';
const SIMILAR = '260482';
const TODAY = '2026-11-22';

let app: TestApp;
let recruiter: Client;
let manager: Client;
let security: Client;
let contracts: Client;
let medical: Client;
let auditor: Client;
let candidate: Client;
let other: Client;
let number: string;
let address: string;
let staff: string;
let degree: Buffer;

beforeAll(async () => {
  app = await testApp();
  degree = await pdfOfPages(1);
  manager = await app.signedInAs('recruitment-manager');
  recruiter = await app.signedInAs('recruiter');
  security = await app.signedInAs('security-officer');
  contracts = await app.signedInAs('contract-officer');
  medical = await app.signedInAs('medical-officer');
  auditor = await app.signedInAs('auditor');
  candidate = await app.signedInAs('applicant');
  other = await app.signedInAs('applicant');
  number = await selectSomebody(app, { reference: REFERENCE, manager, candidate });
  address = `/en/my/applications/${number}/appointment`;
  staff = `/en/staff/vacancies/${REFERENCE}/appointments/${number}`;
});
afterAll(() => app.close());

const itemOf = (condition: string, item: string) => `${address}/${REFERENCE}/conditions/${condition}/${item}`;
const send = (who: Client, name: string, place = itemOf('verification', 'diplomas')) =>
  who.upload(place, {}, { field: 'file', name, type: 'application/pdf', content: degree });
const fileIds = (text: string) => [...text.matchAll(/documents\/([0-9a-f-]{36})"/g)].map(([, id]) => id ?? '');
const sectionOf = (text: string, title: string) => text.split(/<h3/).find((part) => part.includes(title)) ?? '';
const plain = (text: string) => text.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

describe('before anything has begun', () => {
  test('the page says what will be there, and the page of the application leads to it', async () => {
    const page = await candidate.get(address);

    expect(page.status).toBe(200);
    expect(page.text).toContain('Nothing of your appointment has begun yet');
    expect((await candidate.get(`/en/my/applications/${number}`)).text).toContain(`href="${address}"`);
    expect((await send(candidate, 'degree.pdf')).status).toBe(404);
  });

  test('somebody else’s, a draft’s and one that is not there are not found; who is not signed in is asked to', async () => {
    await insertClosedVacancy(app.db, '260483');
    const submitted = await insertSubmitted(app.context, { accountId: other.accountId, reference: '260483' });

    expect((await other.get(address)).status).toBe(404);
    expect((await other.get(`/en/my/applications/${submitted.number}/appointment`)).status).toBe(200);
    expect((await candidate.get('/en/my/applications/A-260481-99999/appointment')).status).toBe(404);
    expect((await app.visitor().get(address)).status).toBe(303);
  });
});

describe('once it has begun', () => {
  beforeAll(async () => {
    await recruiter.post(staff);
    const version = hidden((await contracts.get(staff)).text, 'version');
    await contracts.post(`${staff}/first-day`, { version, 'day-day': '1', 'day-month': '3', 'day-year': '2027' });
    await stepOn(medical, `${staff}/conditions/medical-file/begin`, { on: TODAY });
    await stepOn(medical, `${staff}/conditions/medical-file/meet`, { on: TODAY, until: '2027-09-30' });
  });

  test('the candidate sees every condition: its state, who gives it, how long it takes and by which source', async () => {
    const { text } = await candidate.get(address);
    const clearance = plain(sectionOf(text, 'Security clearance'));

    expect(text).toContain('1 March 2027');
    expect(clearance).toContain('Not begun yet');
    expect(clearance).toContain('the national authorities of the selected candidate');
    expect(clearance).toContain('5 months');
    expect(clearance).toContain('Staff Rules, article 13(2)');
    expect(clearance).toContain('Level of the post Northern Secret');
    expect(clearance).not.toContain('Stated in the application');
    expect(plain(sectionOf(text, 'Accreditation'))).toContain('Nothing is needed from you for this condition.');
    expect(plain(text)).toContain('Needed from you now');
  });

  test('and that the clearance they stated is to be raised, as the office sees it too', async () => {
    const stated = { level: 'NC', issuer: 'national-security-authority', day: '31', month: '12', year: '2030' };
    const kept = app.db.selectFrom('applications').select('answers').where('number', '=', number);
    const answers = (await kept.executeTakeFirstOrThrow()).answers as Answers;
    const withClearance = { ...answers, identity: { ...answers.identity, clearance: stated } };
    const answer = (given: object) =>
      app.db
        .updateTable('applications')
        .set({ answers: JSON.stringify(given) })
        .where('number', '=', number)
        .execute();
    await answer(withClearance);
    const [own, offices] = await Promise.all([candidate.get(address), security.get(staff)]);
    await answer(answers);

    for (const { text } of [own, offices]) {
      expect(plain(text)).toContain('Stated in the application Northern Confidential, until 31 December 2030');
      expect(plain(text)).toContain('To be raised to the level of the post');
    }
  });

  test('and their own medical track with its days, where nothing medical can be sent', async () => {
    const track = sectionOf((await candidate.get(address)).text, 'Approval of the medical file');

    expect(plain(track)).toContain('Done');
    expect(plain(track)).toContain('until 30 September 2027');
    expect(plain(track)).toContain('What is medical goes to the medical office, and never here');
    expect(track).not.toContain('type="file"');
    expect((await send(candidate, 'a.pdf', itemOf('medical-file', 'diplomas'))).status).toBe(404);
  });

  test('in French as in English, without a word or a name of the staff', async () => {
    await contracts.post(`${staff}/verification/education/degree/confirm`, {
      'on-day': '22',
      'on-month': '11',
      'on-year': '2026',
      seen: '0',
      words: 'The registrar knows the degree',
    });

    const { text } = await candidate.get(address.replace('/en/', '/fr/'));
    const english = await candidate.get(address);

    expect(text).toContain('Votre nomination');
    expect(plain(sectionOf(text, 'Vérification des études'))).toContain('Études confirmées 1 sur 1');
    expect(plain(sectionOf(text, 'Vérification des études'))).toContain('Emplois confirmés 0 sur 1');
    for (const page of [text, english.text]) expect(page).not.toMatch(/registrar|contract-officer-|medical-officer-/);
  });
});

describe('a file for a condition', () => {
  test('is sent to what was asked, and stands on the page of the candidate with its time', async () => {
    expect((await send(candidate, 'degree.pdf')).location).toBe(`${address}?done=sent`);

    const { text } = await candidate.get(address);
    const [id = ''] = fileIds(text);
    const file = await candidate.get(`${address}/documents/${id}`);

    expect(plain(text)).toContain('degree.pdf');
    expect(plain(text)).toContain('22 November 2026');
    expect(file.headers['content-disposition']).toContain('degree.pdf');
    expect(file.headers['content-type']).toBe('application/pdf');
    expect(file.body.equals(degree)).toBe(true);
  });

  test('of something that nobody asked for, or sent by somebody else, is taken nowhere', async () => {
    expect((await send(candidate, 'a.pdf', itemOf('verification', 'passport'))).status).toBe(404);
    expect((await send(candidate, 'a.pdf', itemOf('accreditation', 'diplomas'))).status).toBe(404);
    expect((await send(other, 'a.pdf')).status).toBe(404);
    const [id = ''] = fileIds((await candidate.get(address)).text);
    expect((await other.get(`${address}/documents/${id}`)).status).toBe(404);
    expect((await other.post(`${address}/documents/${id}/removal`)).status).toBe(404);
    expect((await candidate.get(`${address}/documents/nothing`)).status).toBe(404);
  });

  test('is opened by the office of the condition alone, with an event that does not name it', async () => {
    const [id = ''] = fileIds((await candidate.get(address)).text);
    const file = `${staff}/conditions/verification/documents/${id}`;

    expect((await contracts.get(staff)).text).toContain('degree.pdf');
    expect((await contracts.get(file)).status).toBe(200);
    for (const person of [security, medical, recruiter, manager, auditor, candidate]) {
      expect((await person.get(file)).status).toBe(404);
      expect((await person.get(staff)).text).not.toContain('degree.pdf');
    }
    expect((await contracts.get(file.replace('/verification/', '/security-clearance/'))).status).toBe(404);
    const events = await app.db
      .selectFrom('events')
      .select(['action', 'details'])
      .where('subject', '=', 'appointment')
      .execute();
    expect(events.filter(({ action }) => action === 'condition-document-opened')).toHaveLength(1);
    expect(JSON.stringify(events)).not.toContain('degree');
  });

  test('is missing until it comes, and then it is the office’s turn', async () => {
    const listed = async () => plain((await security.get('/en/staff/appointments')).text);
    expect(await listed()).toMatch(/Security clearance To be begun waits for the candidate/);

    await send(candidate, 'questionnaire.pdf', itemOf('security-clearance', 'questionnaire'));

    expect(await listed()).not.toMatch(/Security clearance To be begun waits for the candidate/);
    expect(await listed()).toMatch(/Verification of studies and work experience To be begun waits for the candidate/);
    expect(plain((await recruiter.get(staff)).text)).toContain('waits for the candidate Certificates of employment');
  });

  test('is kept sealed, and sealed anew when the key changes', async () => {
    const rows = () => app.db.selectFrom('conditionDocuments').select(['name', 'content']).execute();
    const fresh = newKey();
    const [old] = app.context.accommodationKeys;
    const both = readKeys(`${fresh},${old.toString('base64')}`);

    for (const { name, content } of await rows()) {
      expect(name.toString('latin1')).not.toMatch(/degree|questionnaire/);
      expect(content.toString('latin1')).not.toContain('%PDF');
    }
    expect(await resealDocuments(app.db, both)).toBe(2);
    expect(await resealDocuments(app.db, both)).toBe(0);
    expect(
      (await rows()).every(({ name, content }) => isSealedByFirst(name, both) && isSealedByFirst(content, both)),
    ).toBe(true);
    app.context.accommodationKeys = both;
    expect((await candidate.get(address)).text).toContain('degree.pdf');
    app.context.accommodationKeys = readKeys(`${old.toString('base64')},${fresh}`);
    await resealDocuments(app.db, app.context.accommodationKeys);
  });

  test('is taken back while the condition is open', async () => {
    const { text } = await candidate.get(address);
    const [id = ''] = fileIds(sectionOf(text, 'Security clearance'));

    expect((await candidate.post(`${address}/documents/${id}/removal`)).location).toBe(`${address}?done=taken-back`);

    expect((await candidate.get(address)).text).not.toContain('questionnaire.pdf');
    expect((await candidate.get(`${address}/documents/${id}`)).status).toBe(404);
  });

  test('is one of as many as the organisation takes', async () => {
    const { maxFiles } = app.context.organisation.appointment.conditionDocuments;
    for (let sent = 1; sent < maxFiles; sent += 1) await send(candidate, `degree ${sent}.pdf`);

    const answer = await send(candidate, 'one more.pdf');

    expect(answer.status).toBe(422);
    expect(answer.text).toContain(`At most ${maxFiles} files; remove one first.`);
    expect(answer.text).toContain(`You have sent ${maxFiles} files`);
  });

  test('is in the copy of their data that a person takes along', async () => {
    const files = unzipSync((await candidate.post('/en/my/data/export')).body);

    expect(Object.keys(files)).toContain(`files/${number}/appointment/1-degree.pdf`);
    expect(strFromU8(files['my-data.json'] ?? new Uint8Array())).toContain('"fileName": "degree.pdf"');
    expect(Object.keys(unzipSync((await other.post('/en/my/data/export')).body)).join()).not.toContain('appointment');
  });

  test('can neither be sent nor taken back once the condition is settled', async () => {
    await app.db.deleteFrom('conditionDocuments').where('condition', '=', 'security-clearance').execute();
    await stepOn(security, `${staff}/conditions/accreditation/meet`, { on: TODAY });
    await stepOn(manager, `${staff}/conditions/verification/waive`, { on: TODAY, reason: 'Nobody answers.' });
    const { text } = await candidate.get(address);
    const [id = ''] = fileIds(text);

    expect(plain(sectionOf(text, 'Verification of studies'))).toContain('Not required of you');
    expect(text).not.toContain('Nobody answers.');
    expect(sectionOf(text, 'Verification of studies')).not.toContain('<form');
    const late = await send(candidate, 'late.pdf');
    expect([late.status, late.text.includes('nothing is awaited here any more')]).toEqual([422, true]);
    expect((await candidate.post(`${address}/documents/${id}/removal`)).status).toBe(422);
    expect((await candidate.get(`${address}/documents/${id}`)).status).toBe(200);
  });

  test('is erased so many days after the condition was settled, and no sooner', async () => {
    const { keptDays } = app.context.organisation.appointment.conditionDocuments;
    const after = (days: number) => new Date(app.now.getTime() + days * 86_400_000);
    const left = async () => (await app.db.selectFrom('conditionDocuments').select('condition').execute()).length;
    await send(candidate, 'questionnaire.pdf', itemOf('security-clearance', 'questionnaire'));
    const { maxFiles } = app.context.organisation.appointment.conditionDocuments;
    const undecided = structuredClone(app.context.organisation);
    undecided.appointment.conditionDocuments.keptDays = null;

    expect(keptDays).toBe(90);
    expect(await eraseSettled(app.context, after(89))).toBe(0);
    expect(await eraseSettled({ ...app.context, organisation: undecided }, after(900))).toBe(0);
    expect(await eraseSettled(app.context, after(90))).toBe(maxFiles);
    expect(await left()).toBe(1);
    const [event] = await app.db
      .selectFrom('events')
      .select('details')
      .where('action', '=', 'condition-documents-expired')
      .execute();
    expect(event?.details).toEqual({ condition: 'verification', files: maxFiles });
  });
});

describe('a similar post that was accepted', () => {
  test('has its own appointment on the page of the application, with uploads of its own', async () => {
    await insertClosedVacancy(app.db, SIMILAR);
    const { id } = await app.db
      .selectFrom('applications')
      .select('id')
      .where('number', '=', number)
      .executeTakeFirstOrThrow();
    await app.db
      .insertInto('similarPostOffers')
      .values({
        applicationId: id,
        vacancyReference: SIMILAR,
        status: 'accepted',
        offeredAt: app.now,
        offeredBy: manager.accountId ?? '',
        offeredByName: 'Somebody',
        reason: 'The same work.',
        endedAt: app.now,
      })
      .execute();
    await recruiter.post(staff.replace(REFERENCE, SIMILAR));

    const { text } = await candidate.get(address);

    expect(text).toContain(`id="post-${REFERENCE}"`);
    expect(text).toContain(`id="post-${SIMILAR}"`);
    expect(text).toContain(`${address}/${SIMILAR}/conditions/verification/diplomas`);
    expect(new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, one]) => one)).size).toBe(
      [...text.matchAll(/ id="([^"]+)"/g)].length,
    );
    expect((await candidate.get(`/en/my/applications/${number}/similar-posts`)).text).toContain(`href="${address}"`);
  });
});

describe('an appointment that was ended', () => {
  test('says so without the reason, asks for nothing, and its files are erased in time', async () => {
    const version = hidden((await contracts.get(`${staff}/ending`)).text, 'version');
    await contracts.post(`${staff}/ending`, { version, reason: 'They declined.' });

    const { text } = await candidate.get(address);
    const answer = await send(candidate, 'again.pdf', itemOf('security-clearance', 'questionnaire'));

    expect(plain(text)).toContain('This appointment was ended on 22 November 2026');
    expect(text).not.toContain('They declined.');
    expect(text).not.toContain(`/${REFERENCE}/conditions/`);
    expect(answer.status).toBe(422);
    expect(await eraseSettled(app.context, new Date(app.now.getTime() + 90 * 86_400_000))).toBe(1);
  });

  test('what was sent is erased with the account', async () => {
    await later(app, '2026-11-23T12:00:00Z');
    const place = `${address}/${SIMILAR}/conditions/verification/diplomas`;
    const file = { field: 'file', name: 'a.pdf', type: 'application/pdf', content: degree };
    await candidate.upload(place, {}, file);
    const part = app.context.personalData.find(({ name }) => name === 'appointments');

    await part?.erase(app.db, candidate.accountId ?? '', app.now);

    expect(await app.db.selectFrom('conditionDocuments').select('id').execute()).toEqual([]);
  });
});
