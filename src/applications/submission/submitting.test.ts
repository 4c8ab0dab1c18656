import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testApp, type Answer, type Client, type TestApp } from '../../testing.ts';
import { insertVacancy } from '../../vacancies/vacancy-testing.ts';
import { completeDraft, insertDraft, sha256Of, submissionForm, submitApplication } from '../application-testing.ts';

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
  new RegExp(`name="${name}" value="([^"]*)"`).exec(answer.text)?.[1] ?? '';

const accountOf = (client: Client): string => client.accountId ?? '';
const draftOf = (client: Client) => insertDraft(app.db, { accountId: accountOf(client), reference });
const completeDraftOf = async (client: Client): Promise<string> => {
  const number = await draftOf(client);
  await completeDraft(app.db, { accountId: accountOf(client), number, rules: app.context.organisation });
  return number;
};
const reviewedBy = async (client: Client, number: string): Promise<string> =>
  hidden(await client.get(`/en/my/applications/${number}/review`), 'reviewed');

describe('a submission', () => {
  test('is what the review page showed, with a receipt that anybody can check', async () => {
    app.now = new Date('2026-11-22T21:41:08.214Z');
    const number = await completeDraftOf(ada);
    const here = `/en/my/applications/${number}`;
    const review = await ada.get(`${here}/review`);

    const sent = await ada.post(`${here}/submission`, { reviewed: hidden(review, 'reviewed') });
    const receipt = await ada.get(`${here}/receipt`);
    const json = await ada.get(`${here}/content.json`);
    const [mail] = (await app.mails()).filter(({ text }) => text.includes(number));

    expect([sent.status, sent.location]).toEqual([303, `${here}/receipt`]);
    expect(receipt.text).toContain('Received in time');
    expect(receipt.text).toContain('22 November 2026 at 22:41:08.214, Brussels time');
    expect(receipt.text).toContain('25 hours before the deadline');
    expect(receipt.text).toContain('How I meet requirement 3.');
    const fingerprint = sha256Of(json.body);
    expect(receipt.text).toContain((fingerprint.match(/.{4}/g) ?? []).join(' '));
    expect(JSON.parse(json.text)).toMatchObject({ number, receivedAt: '2026-11-22T21:41:08.214Z' });
    expect(mail?.text.replaceAll('\n', '')).toContain(fingerprint);
    expect(mail?.text).toContain('How I meet requirement 3.');
  });

  test('is told in French to whom French is written', async () => {
    const jean = await app.signedInAs('applicant', 'fr');
    const number = await completeDraftOf(jean);
    const review = await jean.get(`/fr/my/applications/${number}/review`);

    await jean.post(`/fr/my/applications/${number}/submission`, { reviewed: hidden(review, 'reviewed') });
    const receipt = await jean.get(`/fr/my/applications/${number}/receipt`);
    const [mail] = (await app.mails()).filter(({ text }) => text.includes(number));

    expect(receipt.text).toContain(
      'le 22 novembre 2026 à 13\u00a0h\u00a000\u00a0min\u00a000,000\u00a0s, heure de Bruxelles',
    );
    expect(mail?.language).toBe('fr');
    expect(mail?.subject).toContain('Reçue dans les délais');
  });

  test('sent twenty times at once is one submission: one receipt, one event, one mail', async () => {
    const number = await completeDraftOf(ada);
    const reviewed = await reviewedBy(ada, number);

    const answers = await Promise.all(
      Array.from({ length: 20 }, () => ada.post(`/en/my/applications/${number}/submission`, { reviewed })),
    );
    const mails = (await app.mails()).filter(({ text }) => text.includes(number));
    const events = await eventsNamed(number, 'submit');

    expect(new Set(answers.map(({ location }) => location))).toEqual(
      new Set([`/en/my/applications/${number}/receipt`]),
    );
    expect([mails.length, events.length]).toEqual([1, 1]);
  });

  test('is decided by when its first byte was received: at the deadline’s last millisecond, and one later', async () => {
    app.now = new Date('2026-11-23T22:00:00Z');
    ada = await app.signedInAs('applicant');
    const inTime = await completeDraftOf(ada);
    const bob = await app.signedInAs('applicant');
    const late = await completeDraftOf(bob);
    const reviewed = [await reviewedBy(ada, inTime), await reviewedBy(bob, late)] as const;

    app.now = new Date('2026-11-23T22:59:59.000Z');
    const first = await ada.post(`/en/my/applications/${inTime}/submission`, { reviewed: reviewed[0] });
    app.now = new Date('2026-11-23T22:59:59.001Z');
    const second = await bob.post(`/en/my/applications/${late}/submission`, { reviewed: reviewed[1] });

    expect(first.status).toBe(303);
    expect(second.status).toBe(422);
    expect(second.text).toContain('Deadline missed');
    expect(second.text).toContain('How I meet requirement 1.');
    expect(await bob.get(`/en/my/applications/${late}`)).toMatchObject({ status: 200 });
  });

  test('is refused while anything is missing, and says what', async () => {
    const number = await draftOf(ada);

    const answer = await ada.post(`/en/my/applications/${number}/submission`, { reviewed: 'x' });

    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Say how you meet essential requirement 2.');
    expect(await eventsNamed(number, 'submit')).toHaveLength(0);
  });

  test('is refused when the draft is no longer what was reviewed', async () => {
    const number = await completeDraftOf(ada);
    const reviewed = await reviewedBy(ada, number);
    const languages = `/en/my/applications/${number}/languages`;
    const base = hidden(await ada.get(languages), 'base').replaceAll('&quot;', '"');
    await ada.post(languages, { base, 'level-en': 'VI', 'level-fr': 'VI' });

    const stale = await ada.post(`/en/my/applications/${number}/submission`, { reviewed });
    const read = await ada.post(`/en/my/applications/${number}/submission`, { reviewed: hidden(stale, 'reviewed') });

    expect(stale.status).toBe(422);
    expect(stale.text).toContain('it has changed since you reviewed it');
    expect(read.status).toBe(303);
  });

  test('says before, not after, that a document the notice asks for is missing, and takes it nevertheless (A3)', async () => {
    const other = `${reference}a`;
    const attachments = [{ kind: 'cover-letter', maxPages: 2, pageSize: 'A4', formats: ['pdf'] }] as const;
    await insertVacancy(app.db, {
      reference: other,
      status: 'published',
      deadlineAt: DEADLINE,
      notice: { attachments: [...attachments] },
    });
    const number = await insertDraft(app.db, { accountId: accountOf(ada), reference: other });
    await completeDraft(app.db, { accountId: accountOf(ada), number, rules: app.context.organisation });

    const review = await ada.get(`/en/my/applications/${number}/review`);
    const sent = await ada.post(`/en/my/applications/${number}/submission`, { reviewed: hidden(review, 'reviewed') });

    expect(review.text).toContain('A document that the notice asks for is missing');
    expect(sent.status).toBe(303);
  });

  test('leaves nothing half written when the database fails in the middle', async () => {
    const number = await completeDraftOf(ada);
    const reviewed = await reviewedBy(ada, number);
    const constraint = `no_event_${serial}`;
    await app.db.schema
      .alterTable('events')
      .addCheckConstraint(constraint, sql`subject_id <> ${sql.lit(number)} or action <> 'submit'`)
      .execute();

    const failed = await ada.post(`/en/my/applications/${number}/submission`, { reviewed });
    const receipts = await app.db.selectFrom('receipts').selectAll().where('content', 'like', `%${number}%`).execute();
    const events = await eventsNamed(number, 'submit');
    const status = await ada.get(`/en/my/applications/${number}`);
    await app.db.schema.alterTable('events').dropConstraint(constraint).execute();
    const again = await ada.post(`/en/my/applications/${number}/submission`, { reviewed });

    expect(failed.status).toBe(500);
    expect([receipts, events]).toEqual([[], []]);
    expect(status.text).toContain('Draft');
    expect(again.status).toBe(303);
  });

  test('is fixed: what is typed afterwards in an old tab is shown, not stored', async () => {
    const number = await completeDraftOf(ada);
    const { reviewed } = await submissionForm(app.db, {
      accountId: accountOf(ada),
      number,
      rules: app.context.organisation,
    });
    await ada.post(`/en/my/applications/${number}/submission`, { reviewed });

    const typed = await ada.post(`/en/my/applications/${number}/identity`, { base: '{}', givenNames: 'Too late' });

    expect(typed.status).toBe(409);
    expect(typed.text).toContain('value="Too late"');
    expect((await ada.get(`/en/my/applications/${number}/receipt.json`)).text).not.toContain('Too late');
  });

  const eventsNamed = (number: string, action: string) =>
    app.db.selectFrom('events').select('id').where('subjectId', '=', number).where('action', '=', action).execute();
});

describe('a withdrawal', () => {
  test('is confirmed by a sentence, and leaves the receipt as it was', async () => {
    const number = await draftOf(ada);
    await submitApplication(app.db, { accountId: accountOf(ada), number, rules: app.context.organisation });
    const here = `/en/my/applications/${number}`;
    const before = await ada.get(`${here}/receipt.json`);

    const unconfirmed = await ada.post(`${here}/withdrawal`);
    const confirmed = await ada.post(`${here}/withdrawal`, { confirm: 'yes' });
    const twice = await ada.post(`${here}/withdrawal`, { confirm: 'yes' });
    const list = await ada.get('/en/my/applications');

    expect(unconfirmed.status).toBe(422);
    expect(unconfirmed.text).toContain('Tick the sentence');
    expect([confirmed.status, twice.status]).toEqual([303, 303]);
    expect(list.text).toContain('Withdrawn');
    expect((await ada.get(`${here}/receipt.json`)).text).toBe(before.text);
    expect((await ada.get(`${here}/receipt`)).text).toContain('Your application is withdrawn.');
  });

  test('is not for a draft', async () => {
    const number = await draftOf(ada);

    expect((await ada.get(`/en/my/applications/${number}/withdrawal`)).status).toBe(404);
    expect((await ada.post(`/en/my/applications/${number}/withdrawal`, { confirm: 'yes' })).status).toBe(404);
  });
});
