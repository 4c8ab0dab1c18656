import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventsOf } from '../../people/event-queries.ts';
import { LETTER, A4, manyPages, pageTreeLoop, pdfOf, pdfOfPages } from '../../platform/pdf/pdf-testing.ts';
import { openSession } from '../../people/session-queries.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { insertDraftAskingDocuments } from './document-testing.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

type Vacancy = { reference?: string; deadlineAt?: Date };
type Place = { client: Client; id: string; number: string; address: string };

async function applicantWithDraft(language: 'en' | 'fr' = 'en', vacancy: Vacancy = {}): Promise<Place> {
  const client = await app.signedInAs('applicant', language);
  const draft = await insertDraftAskingDocuments(app.db, { applicantId: client.accountId ?? '', ...vacancy });
  return { client, ...draft, address: `/${language}/my/applications/${draft.number}/documents` };
}

const send = ({ client, address }: Place, content: Buffer, { name = 'letter.pdf', kind = 'cover-letter' } = {}) =>
  client.upload(`${address}/${kind}`, {}, { field: `file-${kind}`, name, type: 'application/pdf', content });

describe('an applicant', () => {
  test('reads what the notice asks for, and that nothing is attached yet', async () => {
    const { client, address } = await applicantWithDraft('fr');

    const { status, text } = await client.get(address);

    expect(status).toBe(200);
    expect(text).toContain('Lettre de motivation');
    expect(text).toContain('Note sur les principaux défis');
    expect(text).toContain('2 pages au plus. Pages au format A4.');
    expect(text).toContain('Pas encore joint');
    expect(text).toContain('L’absence d’un document n’exclut personne');
    expect(text).toContain('Statut du personnel, article 10, paragraphe 4');
  });

  test('attaches a PDF, is told what was found, and gets the same bytes back', async () => {
    const place = await applicantWithDraft();
    const letter = await pdfOfPages(2);

    const sent = await send(place, letter, { name: 'Zoé’s letter.pdf' });
    const told = await place.client.get(sent.location ?? '');
    const back = await place.client.get(`${place.address}/cover-letter`);

    expect(sent.status).toBe(303);
    expect(told.text).toContain('Received, checked and kept: Cover letter.');
    expect(told.text).toContain('Zoé’s letter.pdf');
    expect(told.text).toContain('every page A4');
    expect(back.body.equals(letter)).toBe(true);
    expect(back.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="Zoes letter.pdf"; filename*=UTF-8''Zo%C3%A9%E2%80%99s%20letter.pdf`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
  });

  test('replaces a document; the history tells kind, pages and size, and no name', async () => {
    const place = await applicantWithDraft();
    await send(place, await pdfOfPages(1), { name: 'secret-name.pdf' });
    const second = await pdfOfPages(2);
    await send(place, second);

    const rows = await app.db
      .selectFrom('applicationDocuments')
      .selectAll()
      .where('applicationId', '=', place.id)
      .execute();
    const events = await eventsOf(app.db, 'application', place.number);

    expect(rows).toHaveLength(1);
    expect(rows[0]?.sha256.equals(createHash('sha256').update(second).digest())).toBe(true);
    expect(events.map(({ action }) => action)).toEqual(['document-added', 'document-added']);
    expect(events[1]?.details).toEqual({ kind: 'cover-letter', pages: 2, sizeBytes: second.length });
    expect(JSON.stringify(events)).not.toContain('secret-name');
  });

  test('removes a document after being asked', async () => {
    const place = await applicantWithDraft();
    await send(place, await pdfOfPages(1));

    const asked = await place.client.get(`${place.address}/cover-letter/removal`);
    const removed = await place.client.post(`${place.address}/cover-letter/removal`);
    const again = await place.client.post(`${place.address}/cover-letter/removal`);

    expect(asked.text).toContain('Remove “Cover letter” from your application?');
    expect(removed.status).toBe(303);
    expect((await place.client.get(removed.location ?? '')).text).toContain('Removed: Cover letter.');
    expect(again.status).toBe(303);
    expect((await place.client.get(`${place.address}/cover-letter`)).status).toBe(404);
    const actions = (await eventsOf(app.db, 'application', place.number)).map(({ action }) => action);
    expect(actions).toEqual(['document-added', 'document-removed']);
  });

  test('who sends two files at the same moment has one of them whole', async () => {
    const place = await applicantWithDraft();
    const files = [await pdfOfPages(1), await pdfOfPages(2)];

    const answers = await Promise.all(files.map((file) => send(place, file)));

    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    const kept = (await place.client.get(`${place.address}/cover-letter`)).body;
    expect(files.some((file) => file.equals(kept))).toBe(true);
  });
});

describe('a file that is refused', () => {
  test.for([
    { name: 'too many pages', file: () => pdfOfPages(3), words: 'Your file has 3 pages; at most 2 pages may be sent.' },
    { name: 'another page size', file: () => pdfOf([A4, LETTER]), words: 'Page 2 is not A4.' },
    { name: 'a page tree that loops', file: pageTreeLoop, words: 'Your file is damaged' },
    { name: '300,000 pages', file: () => manyPages(300_000), words: 'Your file is damaged' },
    { name: 'a drawing', file: () => Buffer.from('<svg onload="alert(1)"/>'), words: 'Your file is plain text' },
    { name: 'a web page', file: () => Buffer.from('<script>alert(1)</script>'), words: 'Your file is plain text' },
    {
      name: 'a zip archive that was cut off',
      file: () => Buffer.from('PK\x03\x04\x14\0\0\0'),
      words: 'Your Word file is damaged or was cut off',
    },
    { name: 'nothing', file: () => Buffer.alloc(0), words: 'No file arrived, or an empty one.' },
  ])('$name: its sender is told why, and the one before is kept', async ({ file, words }) => {
    const place = await applicantWithDraft();
    const before = await pdfOfPages(1);
    await send(place, before);

    const answer = await send(place, await file());

    expect(answer.status).toBe(422);
    expect(answer.text).toContain(words);
    expect(answer.text).toContain('href="#f-file-cover-letter"');
    expect(answer.text).toContain('The file that was attached before is still there.');
    expect((await place.client.get(`${place.address}/cover-letter`)).body.equals(before)).toBe(true);
  });

  test('is explained in French to who reads French', async () => {
    const place = await applicantWithDraft('fr');

    const answer = await send(place, await pdfOfPages(3));

    expect(answer.text).toContain('Votre fichier compte 3 pages\u202f; le maximum est de 2 pages.');
    expect(answer.text).toContain('Rien n’a été joint.');
  });

  test('of 50 MB is answered with 413 in the reader’s language, and nothing is written', async () => {
    const place = await applicantWithDraft('fr');

    const answer = await send(place, Buffer.alloc(50_000_000, '%PDF-1.7 '));

    expect(answer.status).toBe(413);
    expect(answer.text).toMatch(/Votre fichier dépasse 5\sMo/);
    expect((await place.client.get(`${place.address}/cover-letter`)).status).toBe(404);
  });

  test('of just under 5 MB is taken when it is a PDF', async () => {
    const place = await applicantWithDraft();
    const large = await pdfOf([A4], ({ context }) => {
      context.register(context.stream(randomBytes(4_900_000)));
    });

    expect((await send(place, large)).status).toBe(303);
    expect((await place.client.get(`${place.address}/cover-letter`)).body.equals(large)).toBe(true);
  });

  test.for([
    { name: 'a form without file', body: 'a=b', type: 'application/x-www-form-urlencoded' },
    {
      name: 'a form cut off',
      body: '--b\r\ncontent-disposition: form-data; name="f"; filename="a.pdf"\r\n\r\n%PDF',
      type: 'multipart/form-data; boundary=b',
    },
    { name: 'a form without boundary', body: 'x', type: 'multipart/form-data' },
    { name: 'a form of nothing', body: '', type: 'multipart/form-data; boundary=b' },
  ])('$name is answered on the same page', async ({ body, type }) => {
    const place = await applicantWithDraft();
    const { web } = app;
    const cookie = await sessionOf(place);

    const answer = await web.inject({
      method: 'POST',
      url: `${place.address}/cover-letter`,
      payload: body,
      headers: { 'content-type': type, cookie, accept: 'text/html' },
    });

    expect(answer.statusCode).toBe(422);
    expect(answer.body).toMatch(/No file arrived|did not arrive whole/);
  });
});

/** A session's cookie of this applicant's, for requests that no browser would send. */
async function sessionOf({ client }: Place): Promise<string> {
  return `session=${await openSession(app.db, { accountId: client.accountId ?? '', device: 'test' }, app.now)}`;
}

describe('names of files', () => {
  test.for([
    ['../../etc/passwd', 'passwd.pdf'],
    ['a\u202Efdp.exe', 'afdp.exe.pdf'],
    ['<img src=x onerror=alert(1)>.pdf', '-img src=x onerror=alert(1)-.pdf'],
  ])('%j is kept as %j', async ([name = '', kept = '']) => {
    const place = await applicantWithDraft();

    await send(place, await pdfOfPages(1), { name });

    const row = await app.db
      .selectFrom('applicationDocuments')
      .select('fileName')
      .where('applicationId', '=', place.id)
      .executeTakeFirst();
    expect(row?.fileName).toBe(kept);
    expect((await place.client.get(place.address)).text).not.toContain('<img src=x');
  });
});

describe('nobody', () => {
  test('sees, attaches, downloads or removes another’s documents', async () => {
    const place = await applicantWithDraft();
    await send(place, await pdfOfPages(1));
    const others = [
      await app.signedInAs('applicant'),
      await app.signedInAs('recruiter'),
      await app.signedInAs('auditor'),
    ];

    for (const client of others) {
      const other = { ...place, client };
      expect((await client.get(place.address)).status).toBe(404);
      expect((await client.get(`${place.address}/cover-letter`)).status).toBe(404);
      expect((await client.get(`${place.address}/cover-letter/removal`)).status).toBe(404);
      expect((await send(other, await pdfOfPages(2))).status).toBe(404);
      expect((await client.post(`${place.address}/cover-letter/removal`)).status).toBe(404);
    }
    expect((await app.visitor().get(place.address)).status).toBe(303);
    expect((await place.client.get(`${place.address}/cover-letter`)).status).toBe(200);
  });

  test('attaches a document that the notice does not ask for', async () => {
    const place = await applicantWithDraft();

    expect((await send(place, await pdfOfPages(1), { kind: 'document' })).status).toBe(404);
    expect((await send(place, await pdfOfPages(1), { kind: '__proto__' })).status).toBe(404);
  });
});

describe('once the deadline has passed', () => {
  test('nothing can be attached or removed; what was attached stays readable', async () => {
    const place = await applicantWithDraft('en', { reference: '260015', deadlineAt: new Date('2026-11-22T13:00:00Z') });
    await send(place, await pdfOfPages(1));
    const before = app.now;
    app.now = new Date('2026-11-22T13:00:00.001Z');
    try {
      const page = await place.client.get(place.address);
      const sent = await send(place, await pdfOfPages(2));
      const removed = await place.client.post(`${place.address}/cover-letter/removal`);

      expect(page.text).toContain('Deadline missed');
      expect(page.text).not.toContain('type="file"');
      expect(sent.status).toBe(422);
      expect(sent.text).toContain('Deadline missed');
      expect(removed.status).toBe(422);
    } finally {
      app.now = before;
    }
    expect((await place.client.get(`${place.address}/cover-letter`)).status).toBe(200);
  });
});

describe('once it is submitted', () => {
  test('its documents stay as they were', async () => {
    const place = await applicantWithDraft();
    const letter = await pdfOfPages(1);
    await send(place, letter);
    await app.db
      .updateTable('applications')
      .set({ status: 'submitted', submittedAt: app.now })
      .where('id', '=', place.id)
      .execute();

    const sent = await send(place, await pdfOfPages(2));

    expect(sent.status).toBe(422);
    expect(sent.text).toContain('You have submitted this application.');
    expect((await place.client.post(`${place.address}/cover-letter/removal`)).status).toBe(422);
    expect((await place.client.get(`${place.address}/cover-letter`)).body.equals(letter)).toBe(true);
  });
});
