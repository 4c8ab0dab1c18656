import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, test } from 'vitest';
import { exampleNotice } from '../notice-testing.ts';
import { loadOrganisationFolder } from '../organisation-folder.ts';
import { noticeDocument } from './notice-document.ts';
import { noticeDocx } from './notice-docx.ts';

const RIVERS = loadOrganisationFolder('organisations/northern-rivers');
const example = exampleNotice();
const NOTICE = exampleNotice({
  challenges: { en: ['warn in time'], fr: ['avertir à temps'] },
  links: { en: ['https://rivers.example/tests?a=1&b=2'], fr: [] },
  otherText: {
    ...example.otherText,
    additional: { en: ['See https://rivers.example.'], fr: ['« Voir » <ici> : oui ; \u0001non.'] },
  },
});

const rendered = () => noticeDocx(noticeDocument(NOTICE, RIVERS));
const parts = Object.fromEntries(
  Object.entries(unzipSync(await rendered())).map(([name, part]) => [name, strFromU8(part)]),
);
const body = parts['word/document.xml'] ?? '';
/** A paragraph by its style and its text, as they stand. */
const paragraphs = [...body.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, content = '']) => ({
  style: /<w:pStyle w:val="(\w+)"/.exec(content)?.[1],
  list: /<w:numId w:val="(\d+)"/.exec(content)?.[1],
  keepsNext: content.includes('<w:keepNext/>'),
  text: [...content.matchAll(/<w:t [^>]*>([^<]*)</g)].map(([, text]) => text).join(''),
}));
const ofStyle = (style: string) => paragraphs.filter((each) => each.style === style).map(({ text }) => text);

describe('a notice for office programs', () => {
  test('has real headings: the title of each half, its sections, and what stands within them', () => {
    expect(ofStyle('Heading1')).toEqual([
      'Officer, Flood Forecasting (260014)',
      'Administratrice/Administrateur (prévision des crues) (260014)',
    ]);
    expect(ofStyle('Heading2').slice(0, 3)).toEqual([
      '1. Summary',
      '2. Qualifications and Experience',
      '3. Main Accountabilities',
    ]);
    expect(ofStyle('Heading2')).toHaveLength(16);
    expect(ofStyle('Heading3').slice(0, 3)).toEqual(['Essential', 'Desirable', 'Expertise Development']);
  });

  test('has real lists, each numbered one counting from one', () => {
    const items = paragraphs.filter(({ style }) => style === 'ListParagraph');

    expect(items.every(({ list }) => list !== undefined)).toBe(true);
    const numbered = items.filter(({ text }) => /^(?:warn in|avertir à) t/.test(text)).map(({ list }) => list);
    expect(new Set(numbered).size).toBe(2);
  });

  test('has each run in the language of its half', () => {
    const [english = '', french = ''] = body.split('Administratrice/');
    const languages = (text: string) => new Set([...text.matchAll(/<w:lang w:val="([^"]+)"/g)].map(([, code]) => code));

    expect(languages(english.slice(0, english.lastIndexOf('<w:p>')))).toEqual(new Set(['en-GB']));
    expect(languages(french)).toEqual(new Set(['fr-FR']));
    expect(body.match(/<w:r>(?!<w:rPr>(?:(?!<\/w:rPr>).)*<w:lang )/gs)).toBeNull();
  });

  test('has its facts in a table whose first row heads it', () => {
    expect(body.match(/<w:tbl>/g)).toHaveLength(2);
    expect(body.match(/<w:tr><w:trPr>(?:<w:cantSplit\/>)?<w:tblHeader\/>/g)).toHaveLength(2);
    expect(ofStyle('Particulars').slice(0, 3)).toEqual([
      'VACANCY NOTICE',
      'Primary Location',
      'Maastricht, Netherlands',
    ]);
  });

  test('is A4, and has a title', () => {
    expect(body.match(/<w:pgSz w:w="11906" w:h="16838"/g)).toHaveLength(2);
    expect(parts['docProps/core.xml']).toContain('<dc:title>Officer, Flood Forecasting – Administratrice/');
  });

  test('keeps what introduces a list beside it', () => {
    const introductions = paragraphs.filter(({ text, list }) => text.endsWith(':') && list === undefined);

    expect(introductions.length).toBeGreaterThanOrEqual(6);
    expect(introductions.filter(({ keepsNext }) => !keepsNext)).toEqual([]);
  });

  test('prints French as it is written, and leaves out what no page shows', () => {
    expect(body).toContain('« Voir » &lt;ici&gt; : oui ; non.');
    expect(parts['word/_rels/document.xml.rels']).toContain('Target="https://rivers.example/tests?a=1&amp;b=2"');
  });
});

describe('the same record makes the same bytes', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  test('at another time, in another zone', async () => {
    process.env['TZ'] = 'Pacific/Auckland';
    const east = await rendered();
    process.env['TZ'] = 'America/Los_Angeles';
    const west = await rendered();

    expect(Buffer.compare(east, west)).toBe(0);
    expect(parts['docProps/core.xml']?.match(/\d{4}-\d\d-\d\dT[\d:]+Z/g)).toEqual([
      '2026-01-01T00:00:00Z',
      '2026-01-01T00:00:00Z',
    ]);
    expect(Buffer.from(east.slice(10, 14)).toString('hex')).toBe('00002100');
  });
});
