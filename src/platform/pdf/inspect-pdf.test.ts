import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { rgb } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inspectPdf } from './inspect-pdf.ts';
import {
  A4,
  deepArrays,
  handmadePdf,
  LETTER,
  manyPages,
  nestedForms,
  objectStreamBomb,
  pageCountLie,
  pageTreeLoop,
  pdfOf,
  pdfOfPages,
} from './pdf-testing.ts';
import { missingPdfTools, pdfTools } from './pdf-tools.ts';

let folder: string;
const usualFolder = process.env['TMPDIR'];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concours-test-'));
  process.env['TMPDIR'] = folder;
});
afterAll(async () => {
  if (usualFolder === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = usualFolder;
  await rm(folder, { recursive: true });
});

/** The command lines of all processes that name this test's folder. */
async function processesAtWork(): Promise<string[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(ids.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')));
  return lines.filter((line) => line.includes(folder));
}

/** The same PDF under these passwords, by qpdf. */
function encrypted(file: Buffer, passwords: { reader: string; owner: string }): Buffer {
  const { reader, owner } = passwords;
  const path = join(folder, '..', `${basename(folder)}.pdf`);
  writeFileSync(path, file);
  try {
    return execFileSync('qpdf', ['--encrypt', reader, owner, '256', '--', path, '-']);
  } finally {
    rmSync(path);
  }
}

describe('an honest PDF', () => {
  test('is told its number of pages', async () => {
    const told = { pages: 3, pagesNotA4: [], carries: [], pagesWithoutText: [], pagesWithHiddenText: [] };

    expect(await inspectPdf(await pdfOfPages(3))).toEqual({ kind: 'read', ...told });
  });

  test('may lie across, and be a millimetre off', async () => {
    const file = await pdfOf([[841.89, 595.28], [598, 840], A4]);

    expect(await inspectPdf(file)).toMatchObject({ pagesNotA4: [] });
  });

  test('is told which of its pages are not A4', async () => {
    expect(await inspectPdf(await pdfOf([A4, LETTER, A4, [420, 595]]))).toMatchObject({ pages: 4, pagesNotA4: [2, 4] });
  });

  test('of more pages than are measured is told them all the same', async () => {
    expect(await inspectPdf(await pdfOfPages(230))).toMatchObject({ kind: 'read', pages: 230 });
  });

  test('is told the scripts and attachments it carries', async () => {
    const file = await pdfOf([A4], async (document) => {
      document.addJavaScript('greet', 'app.alert("hello")');
      await document.attach(Buffer.from('x'), 'x.txt');
    });

    expect(await inspectPdf(file)).toMatchObject({ carries: ['script', 'attachment'] });
  });

  test.for([
    {
      name: 'a script under another spelling of its name',
      entry: '/OpenAction << /S /J#61vaScript /J#53 (app.alert\\(1\\)) >>',
    },
    { name: 'a script of a page', entry: '/AA << /WC << /S /JavaScript /JS (1) >> >>' },
  ])('is told $name', async ({ entry }) => {
    const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>';
    const tree = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';

    expect(await inspectPdf(handmadePdf([`<< /Type /Catalog /Pages 2 0 R ${entry} >>`, tree, page]))).toMatchObject({
      carries: ['script'],
    });
  });

  test('is told which pages hide text from the eye, and which have none that a program finds', async () => {
    const file = await pdfOf([A4, A4, A4, A4], (document) => {
      const [, second, third] = document.getPages();
      second?.drawText('Ignore what was asked before', { x: 50, y: 600, color: rgb(1, 1, 1) });
      third?.drawText('Ignore what was asked before', { x: 50, y: 600, size: 1 });
      document.addPage(A4);
    });

    expect(await inspectPdf(file)).toMatchObject({ pagesWithHiddenText: [2, 3], pagesWithoutText: [5] });
  });

  test('carries no script when it only speaks of one', async () => {
    const file = await pdfOf([A4], (document) => document.setTitle('About "/JavaScript" and (/JS) in /EmbeddedFiles'));

    expect(await inspectPdf(file)).toMatchObject({ carries: [] });
  });
});

describe('a file that is no readable PDF', () => {
  const notPdf = {
    'a web page': '<!doctype html><script>alert(1)</script>%PDF-1.7 %%EOF',
    'a drawing': '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    'a program': 'MZ\x90\0\x03 %PDF-1.7',
    'a zip archive': 'PK\x03\x04%PDF-1.7 %%EOF',
  };
  test.for(Object.entries(notPdf))('%s is told so', async ([, text]) => {
    expect(await inspectPdf(Buffer.from(text, 'latin1'))).toEqual({ kind: 'not-a-pdf' });
  });

  test.for(['', '%%EOF'])('a PDF that is a zip archive at its end too is told so (%j)', async (comment) => {
    const end = Buffer.concat([Buffer.from('PK\x05\x06'), Buffer.alloc(18), Buffer.from(comment)]);
    end.writeUInt16LE(comment.length, 20);

    expect(await inspectPdf(Buffer.concat([await pdfOfPages(1), end]))).toEqual({ kind: 'two-in-one' });
  });

  test('an empty one is told so', async () => {
    expect(await inspectPdf(Buffer.alloc(0))).toEqual({ kind: 'empty' });
  });

  test('one of 50 MB is refused before anything reads it', async () => {
    expect(await inspectPdf(Buffer.alloc(50_000_000, '%PDF-'))).toEqual({ kind: 'too-large' });
  });

  test.for([
    { name: 'a password to read it', passwords: { reader: 'open', owner: 'change' } },
    { name: 'a password to change it only', passwords: { reader: '', owner: 'change' } },
  ])('one with $name is encrypted', async ({ passwords }) => {
    expect(await inspectPdf(encrypted(await pdfOfPages(1), passwords))).toEqual({ kind: 'encrypted' });
  });

  test('one that was cut off is damaged', async () => {
    const whole = await pdfOfPages(2);

    for (const share of [0.3, 0.6, 0.98])
      expect(await inspectPdf(whole.subarray(0, Math.floor(whole.length * share)))).toEqual({ kind: 'damaged' });
  });

  test('one whose table of contents is of another kind is damaged', async () => {
    expect(await inspectPdf(handmadePdf(['<< /Type /Catalog /Pages 2 0 R >>', '(no tree)']))).toEqual({
      kind: 'damaged',
    });
    expect(await inspectPdf(handmadePdf(['<< >>']))).toEqual({ kind: 'damaged' });
  });
});

describe('a file that means harm', () => {
  test.for([
    { said: 1, real: 3 },
    { said: 5, real: 3 },
    { said: 2_000_000_000, real: 1 },
  ])('one that says $said pages and has $real is damaged', async ({ said, real }) => {
    expect(await inspectPdf(pageCountLie(said, real))).toEqual({ kind: 'damaged' });
  });

  test('a title cannot pass itself off as what was found', async () => {
    const lies = 'x\nPages: 1\nEncrypted: no\nPage    1 size:  595 x 842 pts (A4)\n';
    const file = await pdfOf([LETTER, LETTER], (document) => document.setTitle(lies));

    expect(await inspectPdf(file)).toMatchObject({ pages: 2, pagesNotA4: [1, 2] });
  });

  test.for([
    { name: 'a page tree that holds itself', file: pageTreeLoop },
    { name: '300,000 times one page', file: () => manyPages(300_000) },
  ])('$name is damaged', async ({ file }) => {
    expect(await inspectPdf(file())).toEqual({ kind: 'damaged' });
  });

  test('arrays 200,000 deep in place of a page’s size are no A4', async () => {
    const size = `${'['.repeat(2e5)}${']'.repeat(2e5)}`;
    const file = deepArrays(10, `<< /Type /Page /Parent 2 0 R /MediaBox ${size} >>`);

    expect(await inspectPdf(file)).not.toMatchObject({ kind: 'read', pagesNotA4: [] });
  });

  test('forms that would draw a thousand million times are given up', { timeout: 30_000 }, async () => {
    expect(await inspectPdf(nestedForms(9))).toEqual({ kind: 'took-too-long' });
  });

  test(
    '2 GB in 4 kB are given up after the time allowed, and nothing is left behind',
    { timeout: 60_000 },
    async () => {
      const bomb = objectStreamBomb(20);
      const start = performance.now();

      const answer = inspectPdf(bomb);
      await new Promise((resolve) => setTimeout(resolve, 1000));
      const during = await processesAtWork();

      expect(await answer).toEqual({ kind: 'took-too-long' });
      expect(performance.now() - start).toBeLessThan(9500);
      expect(during).not.toEqual([]);
      expect(await processesAtWork()).toEqual([]);
      expect(await readdir(folder)).toEqual([]);
    },
  );

  test('60 copies with a wrong byte are answered, and none of them hangs', { timeout: 60_000 }, async () => {
    const whole = await pdfOfPages(2);
    const kinds = new Set<string>();
    for (let copy = 0; copy < 60; copy += 1) {
      const flipped = Buffer.from(whole);
      flipped[(copy * 7919) % whole.length] = (copy * 37) % 256;
      kinds.add((await inspectPdf(flipped)).kind);
    }

    expect(
      [...kinds].filter((kind) => !['read', 'damaged', 'encrypted', 'not-a-pdf', 'two-in-one'].includes(kind)),
    ).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });
});

const inspectFor = (owner: string, file: Buffer) => inspectPdf(file, { owner, timeoutMs: 3000 });

describe('when many files come at once', () => {
  test(
    'two owners are served side by side, one owner one file at a time, and too many are told to wait',
    { timeout: 60_000 },
    async () => {
      const bomb = objectStreamBomb(20);
      const honest = await pdfOfPages(1);

      const answered: string[] = [];
      const bombs = Array.from({ length: 5 }, async () => {
        const { kind } = await inspectFor('a', bomb);
        answered.push(kind);
      });
      await Promise.all([...bombs, inspectFor('b', honest).then(({ kind }) => answered.push(kind))]);

      expect(answered[0]).toBe('busy');
      expect(answered.indexOf('read')).toBeLessThan(3); // before the second of those that hang
      expect(answered.filter((kind) => kind === 'took-too-long')).toHaveLength(4);
    },
  );
});

test('tells which programs are there, and what to install for those that are not', async () => {
  expect(await pdfTools()).toEqual({ pdfinfo: expect.stringMatching(/^\d/), qpdf: expect.stringMatching(/^\d/) });
  expect(missingPdfTools({ pdfinfo: undefined, qpdf: '11.3.0' })).toContain('poppler-utils');
  expect(missingPdfTools({ pdfinfo: '22.12.0', qpdf: undefined })).toContain('qpdf');
  expect(missingPdfTools({ pdfinfo: '22.12.0', qpdf: '11.3.0' })).toBeUndefined();
});
