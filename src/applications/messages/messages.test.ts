import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testApp, type Client, type Form, type TestApp } from '../../testing.ts';
import { insertClosedVacancy, insertSubmitted } from '../stages/selection-testing.ts';
import { MAX_BODY, textProblems } from './message.ts';

let app: TestApp;
let recruiter: Client;
let ada: Client;
let number: string;
beforeAll(async () => {
  app = await testApp();
  recruiter = await app.signedInAs('recruiter');
  ada = await app.signedInAs('applicant', 'fr');
  await insertClosedVacancy(app.db, '260401');
  ({ number } = await insertSubmitted(app.context, { accountId: ada.accountId, reference: '260401' }));
  await insertSubmitted(app.context, { reference: '260401' });
});
afterAll(() => app.close());

const compose = '/en/staff/vacancies/260401/messages';
const hidden = (text: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';
const SECRET = 'bring your passport';

async function send(form: Form) {
  app.now = new Date(app.now.getTime() + 60_000);
  const preview = await recruiter.post(compose, { ...form, step: 'preview' });
  const sent = await recruiter.post(compose, { ...form, mark: hidden(preview.text, 'mark'), step: 'send' });
  return { preview, sent };
}

const english = (subject: string, body: string): Form => ({ 'subject-en': subject, 'body-en': body });
const unread = async () => (await ada.get('/fr/my/messages')).text;

describe('a message to many', () => {
  test('shows before it goes out who gets it, and who reads it in a language that is not theirs', async () => {
    const { preview } = await send({ ...english('The interview', SECRET), replies: 'yes' });

    expect(preview.text).toContain('It goes to 2 people');
    expect(preview.text).toContain(number);
    expect(preview.text).toContain('1 person reads it in French');
    expect(preview.text).toContain('In English, since there is no text in French');
  });

  test('is announced by a mail that holds nothing of it, and by an event that does not either', async () => {
    const mail = (await app.mails()).at(-1);
    const events = await app.db.selectFrom('events').selectAll().where('action', '=', 'message-sent').execute();

    expect(`${mail?.subject} ${mail?.text}`).not.toMatch(/passport|interview|260401/i);
    const told = { recipients: 2, held: [expect.stringMatching(/^[0-9a-f]{64}$/)] };
    expect(events.map(({ details }) => details)).toEqual([told, told]);
    expect(JSON.stringify(events)).not.toContain('passport');
  });

  test('is unread until its reader opens it, in the language it was written in, and staff see when that was', async () => {
    const before = await unread();
    const elsewhere = (await ada.get('/en/my/data')).text;
    const thread = await ada.get(`/fr/my/applications/${number}/messages`);
    const seen = await recruiter.get(`/en/staff/applications/${number}/messages`);

    expect(before).toContain('Non lu');
    expect(before).toMatch(/aria-current="page">Messages<span[^>]*>1<\/span><span[^>]*> \(1 message non lu\)</);
    expect(elsewhere).toContain(' (1 unread message)<');
    expect(elsewhere).toMatch(/class="who" href="\/en\/my\/account" aria-current="true"/);
    expect(thread.text).toMatch(/aria-current="true">Messages<\/a>/);
    expect(thread.text).toMatch(/lang="en">\s*bring your passport/);
    expect(await unread()).not.toContain('Non lu');
    expect(seen.text).toContain('Read on');
  });

  test('can be answered where that is allowed, and the answer stands first for staff', async () => {
    const here = `/fr/my/applications/${number}/messages`;
    const empty = await ada.post(here, { answer: ' ' });
    const answered = await ada.post(here, { answer: 'Entendu.' });

    expect(empty.status).toBe(422);
    expect(answered.location).toBe(`${here}?sent`);
    expect((await recruiter.get(compose)).text).toContain('1 new');
    expect((await recruiter.get(`/en/staff/applications/${number}/messages`)).text).toContain('Entendu.');
    expect((await recruiter.get(compose)).text).not.toContain('1 new');
  });

  test('is not sent to others than those previewed', async () => {
    const form = english('Again', 'More.');
    const mark = hidden((await recruiter.post(compose, { ...form, step: 'preview' })).text, 'mark');
    await insertSubmitted(app.context, { reference: '260401' });

    const late = await recruiter.post(compose, { ...form, mark, step: 'send' });

    expect(late.status).toBe(422);
    expect(late.text).toContain('has changed since the preview');
  });
});

describe('a message to one', () => {
  test('begins from the organisation’s text, and cannot be answered unless that is said', async () => {
    const begun = await recruiter.post(compose, { number, template: 'practical-details', step: 'template' });
    const { sent } = await send({ number, ...english('Practical details', 'Room 3.') });
    const thread = await ada.get(`/fr/my/applications/${number}/messages`);

    expect(begun.text).toContain('Indications pratiques');
    expect(sent.location).toBe(`${compose}?sent=1`);
    expect(thread.text).toContain('Il n’est pas possible de répondre');
    expect((await ada.post(`/fr/my/applications/${number}/messages`, { answer: 'Hello' })).text).not.toContain('Hello');
  });

  test('is nobody else’s to read', async () => {
    const other = await app.signedInAs('applicant');
    const hiring = await app.signedInAs('hiring-manager');

    expect((await other.get(`/en/my/applications/${number}/messages`)).status).toBe(404);
    expect((await hiring.get(`/en/staff/applications/${number}/messages`)).status).toBe(404);
  });
});

test('a text is whole in each language that it has, and has one', () => {
  const part = fc.constantFrom(undefined, 'text', 'x'.repeat(MAX_BODY + 1));
  const translated = fc.record({ en: part, fr: part }, { requiredKeys: [] });
  const made = ({ en, fr }: { en?: string | undefined; fr?: string | undefined }) => ({
    ...(en !== undefined && { en }),
    ...(fr !== undefined && { fr }),
  });
  fc.assert(
    fc.property(translated, translated, (subject, body) => {
      const fits = (text: string | undefined) => text === 'text';
      const pairs = (['en', 'fr'] as const).map((language) => [subject[language], body[language]]);
      const whole = pairs.every(([one, other]) => (fits(one) && fits(other)) || (!one && !other));
      const some = pairs.some(([one]) => one !== undefined);

      expect(textProblems({ subject: made(subject), body: made(body) }).length === 0).toBe(whole && some);
    }),
  );
});
