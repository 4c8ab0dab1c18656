import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testApp, type TestApp } from '../../../testing.ts';
import { findProfile } from '../profile-queries.ts';
import { valueIn } from '../profile.ts';
import { asBirthDate } from './birth-dates.ts';
import { readEuropass } from './europass.ts';
import { readJsonResume } from './json-resume.ts';

const resume = (basics: object) => JSON.stringify({ basics: { name: 'Ada Marin', ...basics } });
const candidate = (born: string) =>
  `<Candidate xmlns="http://www.europass.eu/1.0"><CandidatePerson><PersonName><GivenName>Ada</GivenName></PersonName><BirthDate>${born}</BirthDate></CandidatePerson></Candidate>`;
const PASSPORT =
  '<SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass"><LearnerInfo><Identification><PersonName><FirstName>Ada</FirstName></PersonName>' +
  '<Demographics><Birthdate year="1990" month="--05" day="---07"/></Demographics></Identification></LearnerInfo></SkillsPassport>';

describe('a birth date in a file', () => {
  test.each([
    ['JSON Resume, beside the name', readJsonResume(resume({ birthDate: '1990-05-07' }))],
    ['JSON Resume, under a birth', readJsonResume(resume({ birth: { place: 'Ghent', date: '1990-05-07T00:00:00Z' } }))],
    ['the Europass of today', readEuropass(candidate('1990-05-07'))],
    ['the Europass before it', readEuropass(PASSPORT)],
  ])('of %s is proposed beside the words that say it', (_, read) => {
    const bornOn = read.ok && read.value.entries.find(({ part }) => part === 'person')?.fields['bornOn'];

    expect(bornOn).toMatchObject({ value: '1990-05-07', passage: expect.stringContaining('1990') as string });
  });

  test.each([
    ['JSON Resume', readJsonResume(resume({ birthDate: '07/05/1990', birthday: '31 May' }))],
    ['Europass', readEuropass(candidate('07/05/1990'))],
  ])('of %s that is no day as it stands is not guessed at, and left over', (_, read) => {
    expect(read.ok && read.value.entries.map(({ fields }) => fields['bornOn'])).toEqual([undefined]);
    expect(JSON.stringify(read.ok && read.value.leftOver)).toContain('07/05/1990');
  });

  test.each([
    ['JSON Resume', readJsonResume(resume({ birthDate: '1990-05-07' }), { birthDate: false })],
    ['our own JSON Resume', readJsonResume(resume({ 'x-concours': { bornOn: '1990-05-07' } }), { birthDate: false })],
    ['the Europass of today', readEuropass(candidate('1990-05-07'), { birthDate: false })],
    ['the Europass before it', readEuropass(PASSPORT, { birthDate: false })],
  ])('of %s is proposed for nothing where nobody asks for it, and left over', (_, read) => {
    expect(read.ok && read.value.entries.map(({ fields }) => fields['bornOn'])).toEqual([undefined]);
    expect(JSON.stringify(read.ok && read.value.leftOver)).toContain('1990-05-07');
  });

  test('is a day of the calendar on which somebody may have been born', () => {
    expect(['1990-02-30', '1870-01-01', '1990-05', '1990-05-07x'].map(asBirthDate)).toEqual(Array(4).fill(undefined));
    expect(['1990-05-07', '1990-05-07Z', ' 1990-05-07+02:00 '].map(asBirthDate)).toEqual(Array(3).fill('1990-05-07'));
  });
});

describe('through the pages, where the organisation asks for it', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp({ ORGANISATION: 'rivers-commission' });
  });
  afterAll(() => app.close());

  const asPdf = async (xml: string) => {
    const pdf = await PDFDocument.create();
    pdf.addPage().drawText('Europass');
    await pdf.attach(Buffer.from(xml), 'attachment.xml', { mimeType: 'application/xml' });
    return Buffer.from(await pdf.save());
  };

  test.each([
    ['resume.json', () => Buffer.from(resume({ birthDate: '1990-05-07' }))],
    ['europass.xml', () => Buffer.from(PASSPORT)],
    ['europass.pdf', () => asPdf(candidate('1990-05-07'))],
  ])('it is gone through like every field of %s, and kept as it was corrected', async (name, make) => {
    const client = await app.signedInAs('applicant');
    const file = { field: 'file', name, type: 'application/octet-stream', content: await make() };
    await client.upload('/en/my/profile/import', {}, file);
    const review = await client.get('/en/my/profile/import/review');
    const born = { 'person-p0-bornOn-day': '8', 'person-p0-bornOn-month': '5', 'person-p0-bornOn-year': '1990' };
    await client.post('/en/my/profile/import/review', { 'take-0': 'yes', 'person-p0-givenNames': 'Ada', ...born });
    const { profile } = await findProfile(app.db, client.accountId ?? '');

    expect(review.text).toMatch(/name="person-p0-bornOn-year"[^>]*value="1990"/);
    expect(review.text).toContain('In the file: “1990-05-07');
    expect(profile.parts.person.map((entry) => valueIn(entry, 'bornOn'))).toEqual(['1990-05-08']);
  });
});
