import { Document, Packer, Paragraph } from 'docx';
import { unzipSync } from 'fflate';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testApp, type Answer, type Client, type TestApp } from '../../testing.ts';
import { europassOf } from './exporting/europass-export.ts';
import { findProfile } from './profile-queries.ts';
import { emptyProfile, valueIn, type Part } from './profile.ts';

let app: TestApp;
let ada: Client;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const entries = async (client: Client, part: Part) =>
  (await findProfile(app.db, client.accountId ?? '')).profile.parts[part];
const json = { accept: 'application/json' };
const post = (id: string, title: string) => ({
  [`experience-${id}-title`]: title,
  [`experience-${id}-employer`]: 'River Authority',
});
const idIn = (answer: Answer) => /name="experience-([0-9a-f]+)-title"/.exec(answer.text)?.[1] ?? '';

describe('a part of the profile', () => {
  beforeAll(async () => {
    ada = await app.signedInAs('applicant');
  });

  test('keeps what is typed, right or wrong, and says what to mend', async () => {
    const form = {
      ...post('a1', 'Hydrologist'),
      'experience-a1-from-month': '13',
      'experience-a1-from-year': '2019',
      base: '0',
    };

    const saved = await ada.post('/en/my/profile/experience', form);
    const shown = await ada.get('/en/my/profile/experience');

    expect(saved.status).toBe(303);
    expect(valueIn((await entries(ada, 'experience'))[0], 'from')).toBe('2019-13');
    expect(shown.text).toContain('From: a month from 1 to 12 and a year');
    expect(shown.text).toContain('Hydrologist, River Authority');
  });

  test('adds an entry, removes it, and takes both back one by one', async () => {
    await ada.post('/en/my/profile/experience', { ...post('a1', 'Hydrologist'), base: '1', go: 'add' });
    const added = await entries(ada, 'experience');
    const [, second] = added;
    const form = { ...post('a1', 'Hydrologist'), ...post(second?.id ?? '', 'Engineer') };
    await ada.post('/en/my/profile/experience', { ...form, base: '3' });
    await ada.post('/en/my/profile/experience', { ...form, base: '4', remove: 'a1' });
    const removed = await entries(ada, 'experience');
    const page = await ada.get('/en/my/profile/experience');
    await ada.post('/en/my/profile/experience/undo');
    const restored = await entries(ada, 'experience');

    expect(added).toHaveLength(2);
    expect(removed.map((entry) => valueIn(entry, 'title'))).toEqual(['Engineer']);
    expect(page.text).toContain('Undo the last change here');
    expect(restored.map((entry) => valueIn(entry, 'title'))).toEqual(['Hydrologist', 'Engineer']);
  });

  test('changed in two tabs, loses neither text', async () => {
    const bob = await app.signedInAs('applicant', 'fr');
    const id = idIn(await bob.get('/fr/my/profile/experience'));
    const first = await bob.post('/fr/my/profile/experience', { ...post(id, 'Hydrologue'), base: '0' }, json);
    const second = await bob.post('/fr/my/profile/experience', { ...post(id, 'Ingénieure'), base: '0' });

    expect(JSON.parse(first.text)).toMatchObject({ base: '1' });
    expect(second.status).toBe(409);
    expect(second.text).toContain('Saisi ici à l’instant');
    expect(second.text).toMatch(/Hydrologue[^]*Ingénieure/);
    expect((await entries(bob, 'experience')).map((entry) => valueIn(entry, 'title'))).toEqual(['Hydrologue']);
  });

  test('shows what posts add up to, with overlaps and gaps', async () => {
    const eve = await app.signedInAs('applicant');
    const dates = (id: string, ...[from, to]: [number, number]) => ({
      ...post(id, 'Engineer'),
      [`experience-${id}-from-month`]: '1',
      [`experience-${id}-from-year`]: String(from),
      [`experience-${id}-to-month`]: '12',
      [`experience-${id}-to-year`]: String(to),
      [`experience-${id}-workingTime`]: 'full-time',
    });
    await eve.post('/en/my/profile/experience', { ...dates('a', 2010, 2012), ...dates('b', 2012, 2013), base: '0' });

    const shown = await eve.get('/en/my/profile/experience');

    expect(shown.text).toContain('4 years at full-time equivalent, overlaps counted once');
    expect(shown.text).toContain('1 January 2012 – 31 December 2012');
  });
});

const CV = `Ada MARIN

Experience

Head of Hydrology
River Authority, Belgium
March 2019 – present
Led a team of twelve.

Hydrologist, Water Ministry
2012 - 2019

Hobbies
Rowing`;

describe('a file for the profile', () => {
  const upload = (client: Client, name: string, content: Buffer) =>
    client.upload('/en/my/profile/import', {}, { field: 'file', name, type: 'application/octet-stream', content });
  const docx = () =>
    Packer.toBuffer(new Document({ sections: [{ children: CV.split('\n').map((text) => new Paragraph({ text })) }] }));
  const europassPdf = async () => {
    const { parts, ...rest } = emptyProfile();
    const xml = europassOf({
      ...rest,
      parts: { ...parts, experience: [{ id: 'x', fields: { title: 'Lock keeper', employer: 'Canal & Co' } }] },
    });
    const pdf = await PDFDocument.create();
    pdf.addPage().drawText('Europass');
    await pdf.attach(Buffer.from(xml), 'attachment.xml', { mimeType: 'application/xml' });
    return Buffer.from(await pdf.save());
  };

  test('is shown field by field beside its words, and nothing of it is kept before', async () => {
    const client = await app.signedInAs('applicant');
    const sent = await upload(client, 'cv.docx', await docx());
    const review = await client.get('/en/my/profile/import/review');

    expect(sent.location).toBe('/en/my/profile/import/review');
    expect(review.text).toContain('value="Head of Hydrology"');
    expect(review.text).toContain('In the file: “March 2019 – present”');
    expect(review.text).toContain('Rowing');
    expect(await entries(client, 'experience')).toEqual([]);
  });

  test('is taken as corrected; what is left out and left over stays until its owner is done', async () => {
    const client = await app.signedInAs('applicant');
    await upload(client, 'cv.txt', Buffer.from(CV));
    const form = { 'take-0': 'no', 'take-1': 'yes', 'experience-p1-title': 'Head of Floods', 'take-2': 'no' };
    const taken = await client.post('/en/my/profile/import/review', form);
    const after = await client.get(taken.location ?? '');
    await client.post('/en/my/profile/import/discard');
    const done = await client.get('/en/my/profile/import/review');

    expect((await entries(client, 'experience')).map((entry) => valueIn(entry, 'title'))).toEqual(['Head of Floods']);
    expect(after.text).toContain('1 entry is now in your profile.');
    expect(after.text).toMatch(/Water Ministry[^]*Rowing/);
    expect(done.location).toBe('/en/my/profile/import');
  });

  test('recognises what the profile says already, and leaves it out unless told otherwise', async () => {
    const client = await app.signedInAs('applicant');
    const same = { 'experience-a-title': 'hydrologist', 'experience-a-employer': 'Water ministry', base: '0' };
    await client.post('/en/my/profile/experience', same);
    await upload(client, 'cv.txt', Buffer.from(CV));

    const review = await client.get('/en/my/profile/import/review');

    expect(review.text).toContain('You have this already: hydrologist, Water ministry');
    expect(review.text).toMatch(/name="take-2" value="no" checked/);
  });

  test('of Europass is read from the XML that its PDF carries', async () => {
    const client = await app.signedInAs('applicant');
    await upload(client, 'europass.pdf', await europassPdf());

    const review = await client.get('/en/my/profile/import/review');

    expect(review.text).toContain('value="Lock keeper"');
    expect(review.text).toContain('value="Canal &amp; Co"');
  });

  test.each([
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'This kind of file is not read'],
    [
      'XML with a document type',
      Buffer.from('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><Candidate>&a;</Candidate>'),
      'not that of a Europass|was not read',
    ],
    ['JSON of something else', Buffer.from('{"name":"x"}'), 'not JSON Resume'],
    ['nothing', Buffer.from(''), 'Choose a file'],
  ])('is refused with what would help: %s', async (_, content, message) => {
    const client = await app.signedInAs('applicant');

    const refused = await upload(client, 'file', content);

    expect(refused.status).toBe(422);
    expect(refused.text).toMatch(new RegExp(message));
  });

  test('comes out again as the same profile', async () => {
    const client = await app.signedInAs('applicant');
    await client.post('/en/my/profile/languages', {
      'languages-a-language': 'fr',
      'languages-a-level': 'V',
      base: '0',
    });

    const resume = await client.get('/en/my/profile/export/resume.json');
    const europass = await client.get('/en/my/profile/export/europass.xml');

    expect(JSON.parse(resume.text)).toMatchObject({
      languages: [{ language: 'French', 'x-concours': { level: 'V' } }],
    });
    expect(europass.text).toContain('<CompetencyID>');
    expect(europass.headers['content-disposition']).toContain('europass.xml');
  });

  test('goes out as a CV in the language of its reader, in PDF and in Word, and comes back from the PDF', async () => {
    const [client, other] = [await app.signedInAs('applicant', 'fr'), await app.signedInAs('applicant')];
    const typed = { 'experience-a-title': 'Hydrologue', 'experience-a-employer': 'Canal & Cie', base: '0' };
    await client.post('/fr/my/profile/experience', typed);
    const page = await client.get('/fr/my/profile');
    const pdf = await client.get('/fr/my/profile/export/cv.pdf');
    const word = await client.get('/fr/my/profile/export/cv.docx');

    await upload(other, 'cv.pdf', pdf.body);
    const review = await other.get('/en/my/profile/import/review');

    expect(page.text).toContain('href="/fr/my/profile/export/cv.pdf">CV (PDF)');
    expect(pdf.headers).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'no-store' });
    expect(pdf.body.toString('latin1')).toContain('/Lang (fr');
    expect(word.headers['content-disposition']).toContain('cv.docx');
    expect(unzipSync(word.body)['word/document.xml']?.length).toBeGreaterThan(0);
    expect(review.text).toContain('value="Canal &amp; Cie"');
  });
});

test('is seen by nobody else', async () => {
  const answer = await app.visitor().get('/en/my/profile');

  expect(answer.location).toContain('/en/sign-in');
});
