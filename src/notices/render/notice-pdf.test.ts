import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFBool, PDFDict, PDFName } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTypst } from '../../platform/typst/typst.ts';
import { exampleNotice } from '../notice-testing.ts';
import type { NoticeRecord } from '../notice.ts';
import { loadOrganisationFolder } from '../organisation-folder.ts';
import { noticeDocument } from './notice-document.ts';
import { noticePdf } from './notice-pdf.ts';
import {
  everyTag,
  fontsOf,
  nameOf,
  pagesOf,
  taggedPdf,
  textOf,
  unmarkedContent,
  type TaggedPdf,
} from './pdf-structure-testing.ts';

const RIVERS = loadOrganisationFolder('organisations/northern-rivers');
const typst = openTypst();
afterAll(() => typst.close());

const pdfOf = (record: NoticeRecord) => noticePdf(noticeDocument(record, RIVERS), typst);

const example = exampleNotice();
const NOTICE = exampleNotice({
  budgetPending: true,
  salary: { amountMinor: 754044, currency: 'EUR', period: 'monthly' },
  otherText: {
    ...example.otherText,
    application: {
      en: ['The way to apply is shown at https://rivers.example/apply.', '• by the portal;', '• before the deadline.'],
      fr: [
        'Pour postuler : https://rivers.example/postuler ; « portail ».',
        '• par le portail ;',
        '• avant la date limite.',
      ],
    },
  },
  links: { en: ['https://rivers.example/tests'], fr: ['https://rivers.example/epreuves'] },
});

describe('the PDF of a notice meets PDF/UA-1', () => {
  let pdf: TaggedPdf;
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await pdfOf(NOTICE);
    pdf = await taggedPdf(bytes);
  });
  const tags = () => everyTag(pdf.tags);
  const dict = (name: string) => pdf.document.context.lookup(pdf.catalog.get(PDFName.of(name)) ?? PDFName.of(name));

  test('it says that it is tagged', () => {
    const marks = dict('MarkInfo');

    expect(marks instanceof PDFDict && marks.get(PDFName.of('Marked'))).toBe(PDFBool.True);
  });

  test('it has a language, and the French half is in French', () => {
    expect(textOf(pdf.document, pdf.catalog.get(PDFName.of('Lang')))).toBe('en-GB');
    const headings = tags().filter(({ type }) => type === 'H1');
    expect(headings.map(({ language }) => language ?? 'en-GB')).toEqual(['en-GB', 'fr-FR']);
    const titles = tags().findIndex(({ type, language }) => type === 'H1' && language === 'fr-FR');
    const blocks = /^(?:H\d|P|L|Table)$/;
    const french = tags()
      .slice(titles)
      .filter(({ type }) => blocks.test(type));
    expect(french.length).toBeGreaterThan(30);
    expect(new Set(french.map(({ language }) => language))).toEqual(new Set(['fr-FR']));
  });

  test('viewers show its title, which is in its metadata with the mark of PDF/UA-1', () => {
    const title = 'Officer, Flood Forecasting – Administratrice/Administrateur (prévision des crues) (260014)';
    const preferences = dict('ViewerPreferences');

    expect(preferences instanceof PDFDict && preferences.get(PDFName.of('DisplayDocTitle'))).toBe(PDFBool.True);
    expect(pdf.document.getTitle()).toBe(title);
    const named = /<dc:title>(.*?)<\/dc:title>/s.exec(Buffer.from(pdf.xmp, 'latin1').toString('utf8'))?.[1];
    expect(named).toContain(title);
    expect(pdf.xmp).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
  });

  test('its headings start with the title of a half and skip no level', () => {
    const levels = tags().flatMap(({ type }) => (/^H\d$/.test(type) ? Number(type.slice(1)) : []));

    expect(levels[0]).toBe(1);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
    expect(levels.filter((level) => level === 2).length).toBe(16);
    expect(levels.filter((level) => level === 3).length).toBe(8);
  });

  test('its lists are lists: items with a mark and a body', () => {
    const lists = tags().filter(({ type }) => type === 'L');

    expect(lists.length).toBe(8);
    for (const { children } of lists) {
      expect(new Set(children.map(({ type }) => type))).toEqual(new Set(['LI']));
      for (const item of children) expect(item.children.map(({ type }) => type)).toEqual(['Lbl', 'LBody']);
    }
  });

  test('its tables have a header that says what it heads', () => {
    const headers = tags().filter(({ type }) => type === 'TH');

    expect(headers.map(({ scope }) => scope)).toEqual(['Column', 'Column']);
    expect(tags().filter(({ type }) => type === 'TR').length).toBe(2 * 8);
  });

  test('it has no figure without a text', () => {
    expect(tags().filter(({ type, alt }) => type === 'Figure' && alt === undefined)).toEqual([]);
  });

  test('its links are tagged, lead somewhere and say where', () => {
    const annotations = pagesOf(pdf).flatMap((page) => page.annotations);

    expect(annotations.length).toBe(4);
    expect(tags().filter(({ type }) => type === 'Link').length).toBe(4);
    for (const annotation of annotations) {
      expect(textOf(pdf.document, annotation.get(PDFName.of('Contents')))).toMatch(/\S/);
      expect(annotation.has(PDFName.of('StructParent'))).toBe(true);
    }
  });

  test('every page draws nothing that is neither tagged nor an artifact, and is read in the order of the tags', () => {
    for (const { content, tabs, annotations } of pagesOf(pdf)) {
      expect(unmarkedContent(content)).toEqual([]);
      expect(content).toMatch(/\/Artifact\b/);
      expect(annotations.length === 0 || tabs === 'S').toBe(true);
    }
    expect(unmarkedContent('BT (EMC) Tj ET /P BDC (x) Tj EMC')).toEqual(['Tj']);
  });

  test('every font is embedded and says which letters its shapes are', () => {
    const { type0, descriptors } = fontsOf(pdf);

    expect(type0.length).toBe(4);
    for (const font of type0) expect(font.has(PDFName.of('ToUnicode'))).toBe(true);
    for (const font of descriptors) {
      expect(font.has(PDFName.of('FontFile2')) || font.has(PDFName.of('FontFile3'))).toBe(true);
      expect(nameOf(font.get(PDFName.of('FontName')))).toMatch(/^[A-Z]{6}\+Source(?:Serif4|Sans3)-/);
    }
  });

  test('other programs find it sound, of A4 and with its text in its order', () => {
    const folder = mkdtempSync(join(tmpdir(), 'notice-'));
    const file = join(folder, 'notice.pdf');
    writeFileSync(file, bytes);

    const run = (program: string, ...given: string[]) =>
      execFileSync(program, given, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found');
    expect(run('pdfinfo', file)).toMatch(/Tagged: +yes[^]*Page size: +595\.276 x 841\.89 pts \(A4\)/);
    const text = run('pdftotext', file, '-').replaceAll('\u00ad\n', '').replaceAll(/\s+/g, ' ');
    const order = [
      'Officer, Flood Forecasting (260014)',
      'Primary Location',
      'Pending budget approval',
      '1. Summary',
      'Administratrice/Administrateur (prévision des crues) (260014)',
      'Sous réserve d’approbation',
      '7 540,44 EUR',
    ];
    expect(order.filter((piece) => !text.includes(piece))).toEqual([]);
    rmSync(folder, { recursive: true });
  });
});

test('the same record makes the same bytes, in another process as well', async () => {
  const other = openTypst();
  const [first, again, elsewhere] = [
    await pdfOf(NOTICE),
    await pdfOf(NOTICE),
    await noticePdf(noticeDocument(NOTICE, RIVERS), other),
  ];
  other.close();

  expect(Buffer.compare(first, again)).toBe(0);
  expect(Buffer.compare(first, elsewhere)).toBe(0);
});

test('what a notice says is never taken for commands', async () => {
  const summary = { en: ['#panic("x") *bold* #read("notice.typ") $x$ @ref'], fr: ['= titre'] };

  const pdf = await pdfOf(exampleNotice({ summary }));

  const { tags } = await taggedPdf(pdf);
  expect(everyTag(tags).filter(({ type }) => type === 'Strong' || type === 'Formula')).toEqual([]);
});

test('a character that no font has is told by name', async () => {
  const title = { en: 'Officer 𓀀', fr: 'Agent' };

  await expect(pdfOf(exampleNotice({ title }))).rejects.toThrow(
    'PDF/UA-1 error: the text "𓀀" could not be displayed with font "Source Serif 4"',
  );
});
