import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventsOf } from '../../people/event-queries.ts';
import { insertAccount } from '../../people/people-testing.ts';
import { pdfOfPages } from '../../platform/pdf/pdf-testing.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { insertVacancy } from '../../vacancies/vacancy-testing.ts';
import { lockDossier, recordAnswers, recordSubmission } from '../application-queries.ts';
import { completeDraft, insertDraft } from '../application-testing.ts';
import type { Answers } from '../answers.ts';
import { COVER_LETTER, ESSAY } from '../documents/document-testing.ts';
import { storeDocument } from '../documents/document-queries.ts';
import { contentOf, receiptFor } from '../submission/receipt.ts';
import { applicationsForStaff, findForStaff } from './staff-queries.ts';
import { readFilters } from './staff-filters.ts';

let app: TestApp;
let recruiter: Client;
beforeAll(async () => {
  app = await testApp();
  recruiter = await app.signedInAs('recruiter');
});
afterAll(() => app.close());

type Wanted = {
  reference: string;
  answers?: Partial<Answers>;
  receivedAt?: Date;
  letter?: Buffer;
  status?: 'submitted' | 'draft';
};

/** An application to this vacancy, submitted unless said otherwise; answers its number. */
async function insertApplication(wanted: Wanted): Promise<string> {
  const { reference, answers = {}, receivedAt = new Date('2026-11-21T16:30:00.123Z'), letter, status } = wanted;
  const { id: accountId } = await insertAccount(app.db);
  const number = await insertDraft(app.db, { accountId, reference });
  const rules = app.context.organisation;
  const { application } = await completeDraft(app.db, { accountId, number, rules });
  if (status === 'draft') return number;
  await app.db.transaction().execute(async (transaction) => {
    await recordAnswers(transaction, { ...application, answers: { ...application.answers, ...answers } }, receivedAt);
    const found = { format: 'pdf', pages: 1, remarks: [], scan: 'clean' } as const;
    const file = letter && { fileName: 'Zoé’s letter.pdf', content: letter, ...found };
    if (file) await storeDocument(transaction, { application, kind: 'cover-letter', file }, receivedAt);
    const dossier = await lockDossier(transaction, { accountId, number }, rules);
    if (!dossier) throw new Error('no draft');
    const receipt = receiptFor(contentOf(dossier, 'en'), receivedAt);
    const submitted = { ...dossier.application, status: 'submitted', submittedAt: receivedAt } as const;
    await recordSubmission(transaction, { application: submitted, receipt }, receivedAt);
  });
  return number;
}

/** Writes into a submitted application what its author never wrote there. */
async function rewrite(number: string, change: Partial<Answers>): Promise<void> {
  const row = await app.db
    .selectFrom('applications')
    .select('answers')
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  const answers = { ...(row.answers as Answers), ...change };
  await app.db
    .updateTable('applications')
    .set({ answers: JSON.stringify(answers) })
    .where('number', '=', number)
    .execute();
}

const vacancy = (reference: string) =>
  insertVacancy(app.db, { reference, status: 'published', notice: { attachments: [COVER_LETTER, ESSAY] } });

const person = (givenNames: string, familyName: string, nationalities: string[]): Pick<Answers, 'identity'> => ({
  identity: { givenNames, familyName, nationalities, residence: 'BE', telephone: '' },
});

const numbersIn = (text: string) =>
  [...text.matchAll(/\/staff\/applications\/(A-[\w-]+)"/g)].map(([, number]) => number);

describe('the list of a vacancy’s applications', () => {
  let numbers: string[];
  const address = '/en/staff/vacancies/260101/applications';
  beforeAll(async () => {
    await vacancy('260101');
    const received = (time: string) => new Date(`2026-11-${time}Z`);
    numbers = [
      await insertApplication({
        reference: '260101',
        receivedAt: received('20T22:59:59'),
        answers: { ...person('Zoé', 'Lefèvre', ['FR']), languages: { en: 'V', fr: 'VI' } },
      }),
      await insertApplication({
        reference: '260101',
        receivedAt: received('20T23:00:00'),
        answers: { ...person('Bo', 'O’Neil 100%', ['BE', 'IE']), languages: { en: 'II', fr: 'none' } },
      }),
      await insertApplication({
        reference: '260101',
        receivedAt: received('19T08:00:00'),
        answers: { ...person('Ana', 'Marin', ['BE']), languages: { en: 'VI', fr: 'V' } },
      }),
    ];
    await insertApplication({ reference: '260101', status: 'draft' });
    await app.db
      .updateTable('applications')
      .set({ entrance: 'internal' })
      .where('number', '=', numbers[1] ?? '')
      .execute();
  });

  test('shows what was received, the first first, and of drafts only how many', async () => {
    const { status, text } = await recruiter.get(address);

    expect(status).toBe(200);
    expect(numbersIn(text)).toEqual([numbers[2], numbers[0], numbers[1]]);
    expect(text).toContain('3 applications shown');
    expect(text).toMatch(/<dt>Begun<\/dt><dd>1/);
    expect(text.match(/cell-value">Staff portal</g)).toHaveLength(1);
  });

  test.for([
    ['nationality=BE', [2, 1]],
    ['from=2026-11-21', [1]],
    ['to=2026-11-20', [2, 0]],
    ['from=2026-11-20&to=2026-11-20', [0]],
    ['entrance=internal', [1]],
    ['entrance=public', [2, 0]],
    ['level-en=V', [2, 0]],
    ['level-en=V&level-fr=VI', [0]],
    ['status=withdrawn', []],
    ['sort=latest', [1, 0, 2]],
    ['sort=number', [0, 1, 2]],
    ['page=2', []],
    ['text=lefèvre', [2, 0, 1]],
  ] as [string, number[]][])('?%s', async ([query, expected]) => {
    const { status, text } = await recruiter.get(`${address}?${query}`);

    expect(status).toBe(200);
    expect(numbersIn(text)).toEqual(expected.map((index) => numbers[index]));
  });

  test.for([
    ['lefèvre', [0]],
    ['100%', [1]],
    ['%', [1]],
    ["' or 1=1--", []],
  ] as [string, number[]][])('finds “%s” by a form, so that no name stands in an address', async ([text, expected]) => {
    const found = await recruiter.post(address, { text });

    expect(found.status).toBe(200);
    expect(numbersIn(found.text)).toEqual(expected.map((index) => numbers[index]));
    expect(found.text).not.toContain('?text=');
  });

  test('filters without a name come back as an address that can be kept', async () => {
    const { status, location } = await recruiter.post(address, { text: '', nationality: 'BE' });

    expect(status).toBe(303);
    expect(location).toBe(`${address}?nationality=BE`);
  });

  test('is in French for who reads French, and empty where nothing came', async () => {
    await vacancy('260102');
    const reader = await app.signedInAs('recruitment-manager', 'fr');

    expect((await reader.get('/fr/staff/vacancies/260101/applications')).text).toContain('3 candidatures affichées');
    expect((await reader.get('/fr/staff/vacancies/260102/applications')).text).toContain(
      'Aucune candidature n’a encore été reçue.',
    );
  });

  test('goes on over pages', { timeout: 60_000 }, async () => {
    await vacancy('260103');
    for (let index = 0; index < 51; index += 1) await insertApplication({ reference: '260103' });

    const first = await recruiter.get('/en/staff/vacancies/260103/applications?sort=number');
    const second = await recruiter.get('/en/staff/vacancies/260103/applications?sort=number&page=2');

    expect(numbersIn(first.text)).toHaveLength(50);
    expect(numbersIn(second.text)).toHaveLength(1);
    expect(first.text).toContain('applications?sort=number&amp;page=2');
  });
});

describe('one application', () => {
  let number: string;
  let letter: Buffer;
  beforeAll(async () => {
    await vacancy('260201');
    letter = await pdfOfPages(1);
    number = await insertApplication({ reference: '260201', letter });
  });

  test('shows each requirement with its answer, documents, declarations and the receipt', async () => {
    const { status, text } = await recruiter.get(`/en/staff/applications/${number}`);

    expect(status).toBe(200);
    expect(text).toContain('hold a university degree in hydrology');
    expect(text).toContain('How I meet requirement 1.');
    expect(text).toContain('V in one official language, I in another');
    expect(text).toContain('English V · French V');
    expect(text).toContain('Zoé’s letter.pdf');
    expect(text).toContain('Not attached');
    expect(text).toContain('What is stored is what the receipt says, byte for byte.');
    expect(text).toContain('Nothing here is scored or ranked; you judge.');
  });

  test('records every opening by whom, and shows it', async () => {
    const reader = await app.signedInAs('recruitment-manager');
    const before = (await eventsOf(app.db, 'application', number)).length;

    const { text } = await reader.get(`/en/staff/applications/${number}`);
    const document = await reader.get(`/en/staff/applications/${number}/documents/cover-letter`);
    const events = await eventsOf(app.db, 'application', number);

    expect(document.body.equals(letter)).toBe(true);
    expect(document.headers['content-disposition']).toContain('attachment');
    expect(document.headers['content-security-policy']).toContain('sandbox');
    expect(events.slice(before).map(({ action }) => action)).toEqual(['application-opened', 'document-opened']);
    expect(events.at(-1)?.details).toEqual({ kind: 'cover-letter' });
    expect(text).toContain('Opened by staff');
  });

  test('says so when what is stored is no longer what the receipt says', async () => {
    const changed = await insertApplication({ reference: '260201', letter });
    await rewrite(changed, { languages: { en: 'VI', fr: 'VI' } });
    await app.db
      .updateTable('applicationDocuments')
      .set({ content: Buffer.from('%PDF other') })
      .where('fileName', '=', 'Zoé’s letter.pdf')
      .where('applicationId', 'in', (eb) => eb.selectFrom('applications').select('id').where('number', '=', changed))
      .execute();

    const { text } = await recruiter.get(`/en/staff/applications/${changed}`);

    expect(text).toContain('What is stored is not what the receipt says: the languages and the documents.');
  });

  test('that was withdrawn says so, and a draft is nobody’s but its author’s', async () => {
    const withdrawn = await insertApplication({ reference: '260201' });
    await app.db.updateTable('applications').set({ status: 'withdrawn' }).where('number', '=', withdrawn).execute();
    const draft = await insertApplication({ reference: '260201', status: 'draft' });

    expect((await recruiter.get(`/en/staff/applications/${withdrawn}`)).text).toContain('Withdrawn');
    expect((await recruiter.get(`/en/staff/applications/${draft}`)).status).toBe(404);
    expect(await eventsOf(app.db, 'application', draft)).toHaveLength(1);
  });

  test('with script in every answer is shown as text', async () => {
    const script = '<script>alert(1)</script>';
    const answers = person(script, script, ['BE']);
    const wild = await insertApplication({ reference: '260201', answers });

    for (const path of [`applications/${wild}`, 'vacancies/260201/applications']) {
      const { status, text } = await recruiter.get(`/en/staff/${path}`);
      expect([path, status]).toEqual([path, 200]);
      expect(text).not.toContain(script);
      expect(text).toContain('&lt;script>');
    }
  });
});

describe('who may not read applications', () => {
  test('gets 404 for every page, and nothing is recorded', async () => {
    await vacancy('260301');
    const number = await insertApplication({ reference: '260301', letter: await pdfOfPages(1) });
    const paths = [
      '/en/staff/vacancies/260301/applications',
      `/en/staff/applications/${number}`,
      `/en/staff/applications/${number}/documents/cover-letter`,
    ];
    const before = await eventsOf(app.db, 'application', number);

    for (const role of ['auditor', 'administrator', 'applicant'] as const) {
      const client = await app.signedInAs(role);
      for (const path of paths) expect([role, path, (await client.get(path)).status]).toEqual([role, path, 404]);
    }
    for (const path of paths) expect((await app.visitor().get(path)).status).toBe(303);
    expect(await eventsOf(app.db, 'application', number)).toEqual(before);
  });

  test('gets nothing from the queries either', async () => {
    const held = await vacancy('260302');
    const number = await insertApplication({ reference: '260302' });
    const scheme = app.context.organisation.languages;
    const nobody = { accountId: '', sessionId: '', name: '', email: '', language: 'en' } as const;
    const auditor = { ...nobody, roles: ['auditor'], method: 'password', serving: false } as const;

    expect(
      await applicationsForStaff(app.db, auditor, { vacancy: held, filters: readFilters({}, scheme), scheme }),
    ).toBeUndefined();
    expect(await findForStaff(app.db, auditor, number)).toBeUndefined();
  });

  test('nothing is found under a forged number or reference', async () => {
    for (const path of [
      'vacancies/999999/applications',
      'applications/A-1',
      "applications/'--",
      'applications/__proto__',
    ])
      expect([path, (await recruiter.get(`/en/staff/${path}`)).status]).toEqual([path, 404]);
  });
});
