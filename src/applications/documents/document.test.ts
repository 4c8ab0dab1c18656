import * as fc from 'fast-check';
import type { NoticeRecord } from '../../notices/notice.ts';
import type { Question } from '../../regulations/questions/question-schema.ts';
import { describe, expect, test } from 'vitest';
import { exampleNotice } from '../../notices/notice-testing.ts';
import { asAttachment, cleanFileName } from '../../platform/files.ts';
import { LANGUAGES } from '../../platform/language.ts';
import type { PdfFindings } from '../../platform/pdf/pdf-findings.ts';
import { loadOrganisation } from '../../regulations/organisation/organisation.ts';
import { COVER_LETTER, ESSAY } from './document-testing.ts';
import { explainDocument } from './document-refusal-texts.ts';
import { describeRemark, describeRequest } from './document-texts.ts';
import { acceptDocument, acceptRendition, requestedDocuments, type RequestedDocument } from './document.ts';

const organisation = loadOrganisation('organisations/northern-rivers');
const read = (found: Partial<PdfFindings> = {}): PdfFindings => ({
  kind: 'read',
  pages: 1,
  pagesNotA4: [],
  carries: [],
  pagesWithoutText: [],
  pagesWithHiddenText: [],
  ...found,
});
const rule = { maxPages: 2, pageSize: 'A4', maxBytes: 5_000_000 } as const;

const asking = (notice: Pick<NoticeRecord, 'attachments'>, questions: Question[] = []) => ({ notice, questions });

describe('what a notice asks for', () => {
  test('is told with the notice’s figures and the organisation’s words', () => {
    const notice = exampleNotice({ attachments: [ESSAY, { ...COVER_LETTER, maxPages: null }] });

    const [essay, letter] = requestedDocuments(asking(notice), organisation);

    expect(essay).toMatchObject({ kind: 'essay-on-challenges', maxPages: 2, wordAllowed: true });
    expect(letter).toMatchObject({ name: { fr: 'Lettre de motivation' }, maxPages: null, wordAllowed: false });
    expect(describeRequest(essay as RequestedDocument, true).en).toBe(
      'At most 2 pages. Page size A4. A Word file (.docx) or a PDF of at most 5 MB.',
    );
    expect(describeRequest(essay as RequestedDocument, false).en).toBe(
      'At most 2 pages. Page size A4. A PDF of at most 5 MB. The notice also mentions Word files, which this server cannot check: save yours as a PDF first.',
    );
    expect(describeRequest(letter as RequestedDocument, true).fr).toContain('ne fixe pas de nombre de pages');
  });

  test('may be a Word file where the notice names no format and the organisation takes them', () => {
    const letter = { ...COVER_LETTER, formats: [] };
    const { documents } = organisation;
    const wordAllowedBy = (formats: ('pdf' | 'word')[]) =>
      requestedDocuments(asking({ attachments: [letter] }), {
        documents: { ...documents, formats },
        questions: [],
      }).map((one) => one.wordAllowed);

    expect([wordAllowedBy(['pdf']), wordAllowedBy(['pdf', 'word'])]).toEqual([[false], [true]]);
  });

  test('is nothing where the notice says nothing, and each kind once', () => {
    expect(requestedDocuments(asking(exampleNotice()), organisation)).toEqual([]);
    expect(requestedDocuments(asking({ attachments: [ESSAY, ESSAY] }), organisation)).toHaveLength(1);
  });
});

describe('a file', () => {
  test('of as many A4 pages as asked, or fewer, is taken', () => {
    expect(acceptDocument(read({ pages: 2 }), rule)).toEqual({ ok: true, value: { pages: 2, remarks: [] } });
  });

  test('is taken exactly up to the pages that the notice allows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 20 }), (pages, maxPages) => {
        expect(acceptDocument(read({ pages }), { ...rule, maxPages }).ok).toBe(pages <= maxPages);
      }),
    );
  });

  test('of too many pages is told both figures', () => {
    const answer = acceptDocument(read({ pages: 3 }), rule);

    expect(answer).toEqual({ ok: false, refusal: { kind: 'too-many-pages', pages: 3, maxPages: 2, format: 'pdf' } });
    const words = explainDocument({ kind: 'too-many-pages', pages: 3, maxPages: 1, format: 'pdf' });
    expect(words.en).toContain('has 3 pages; at most 1 page may');
    expect(words.fr).toContain('compte 3 pages\u202f; le maximum est de 1 page.');
  });

  test('with pages that are not A4 is told which', () => {
    const answer = acceptDocument(read({ pages: 2, pagesNotA4: [2] }), rule);

    expect(answer).toEqual({ ok: false, refusal: { kind: 'not-a4', pages: [2], format: 'pdf' } });
    expect(explainDocument({ kind: 'not-a4', pages: [2], format: 'pdf' }).fr).toContain('La page 2 n’est pas');
    expect(explainDocument({ kind: 'not-a4', pages: [1, 2], format: 'pdf' }).en).toContain('Pages 1 and 2 are not A4');
  });

  test('of any page size is taken where nobody set one', () => {
    expect(acceptDocument(read({ pagesNotA4: [1] }), { ...rule, pageSize: null }).ok).toBe(true);
  });

  test('that carries a script is refused, and one that nobody could look into is not', () => {
    expect(acceptDocument(read({ carries: ['script'] }), rule)).toMatchObject({ refusal: { kind: 'carries-more' } });
    expect(acceptDocument(read({ carries: undefined }), rule).ok).toBe(true);
  });

  test('with text for no reader’s eye, or none at all, is taken, and its sender is told where', () => {
    const answer = acceptDocument(read({ pages: 2, pagesWithHiddenText: [2], pagesWithoutText: [1, 2] }), rule);

    const remarks = [
      { kind: 'hidden-text', pages: [2] },
      { kind: 'no-text', pages: [1, 2] },
    ] as const;
    expect(answer).toEqual({ ok: true, value: { pages: 2, remarks } });
    expect(remarks.map((remark) => describeRemark({ ...remark, pages: [...remark.pages] }).en)).toEqual([
      'There is text on page 2 that no reader sees: white, too small, beside the page, or hidden.',
      'No text was found on pages 1 and 2: it is blank, or a picture, as a scanner makes it.',
    ]);
  });

  test('of Word that is too long in our rendering is told so, and that a PDF would show its own pages', () => {
    const answer = acceptRendition({ kind: 'read', hiddenText: [] }, read({ pages: 3 }), rule);

    expect(answer).toEqual({ ok: false, refusal: { kind: 'too-many-pages', pages: 3, maxPages: 2, format: 'word' } });
    expect(explainDocument({ kind: 'too-many-pages', pages: 3, maxPages: 2, format: 'word' }).en).toContain(
      'Our rendering of your Word file has 3 pages; at most 2 pages may be sent.',
    );
  });

  test.for([
    'encrypted',
    'damaged',
    'not-a-pdf',
    'took-too-long',
    'too-large',
    'not-checked',
    'busy',
    'empty',
  ] as const)('found %s is never taken, and its sender is told what to do', (kind) => {
    const answer = acceptDocument({ kind }, rule);

    expect(answer.ok).toBe(false);
    if (answer.ok) return;
    for (const language of LANGUAGES) expect(explainDocument(answer.refusal)[language]).toMatch(/[.] .+[.]$|:.+[.]$/s);
  });
});

describe('the name of a file', () => {
  test.for([
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Users\\Zoé\\Lettre de motivation.PDF', 'Lettre de motivation.pdf'],
    ['letter"; x=y.pdf', 'letter-- x=y.pdf'],
    ['\u202Efdp.exe', 'fdp.exe.pdf'],
    ['page.html\0.pdf', 'page.html.pdf'],
    ['.pdf', 'document.pdf'],
    ['a\r\nSet-Cookie: b.pdf', 'aSet-Cookie- b.pdf'],
    ['Ανησυχία 🌊.pdf', 'Ανησυχία 🌊.pdf'],
  ])('%j becomes %j', ([given = '', cleaned = '']) => {
    expect(cleanFileName(given)).toBe(cleaned);
  });

  test('is one line, short, without folder or quotation mark, and cleaning it twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const name = cleanFileName(given);
        expect(name).toMatch(/^[^\\/"\r\n\0]+\.pdf$/);
        expect(name.length).toBeLessThanOrEqual(255);
        expect(cleanFileName(name)).toBe(name);
        expect(asAttachment(name)).toMatch(
          /^attachment; filename="[\x20-\x21\x23-\x7e]+"; filename\*=UTF-8''[\w.~%-]+$/,
        );
      }),
    );
  });

  test('reads back as it was from the header', () => {
    const [, coded = ''] = asAttachment("L’été d'Ana (1).pdf").split("UTF-8''");

    expect(decodeURIComponent(coded)).toBe("L’été d'Ana (1).pdf");
  });
});
