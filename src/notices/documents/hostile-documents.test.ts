import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { readdirSync, readFileSync } from 'node:fs';
import { Document, Packer, Paragraph } from 'docx';
import { expect, test } from 'vitest';
import {
  handmadePdf,
  manyPages,
  objectStreamBomb,
  pageTreeLoop,
  pdfOf,
  pdfOfPages,
  A4,
} from '../../platform/pdf/pdf-testing.ts';
import { docxOf, wordParagraph, wordsInNestedForms, zipOf } from './document-testing.ts';
import { noticeText } from './notice-text.ts';

const SOON = { timeoutMs: 2000 };
const refusal = async (bytes: Uint8Array, options = {}) => {
  const made = await noticeText(bytes, options);
  return made.ok ? 'read' : made.refusal;
};
const latin = (text: string) => Buffer.from(text, 'latin1');
/** Programs of ours that read documents and still run. */
const readersAtWork = () =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((id) => commandOf(id).includes('document-process'));
const commandOf = (id: string): string => {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8');
  } catch {
    return ''; // it has ended meanwhile
  }
};

test.each<[string, Buffer, object]>([
  ['nothing', Buffer.alloc(0), { kind: 'empty' }],
  ['white space', latin(' \n\t '), { kind: 'empty' }],
  [
    'a Word file of the older kind',
    latin('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 rest'),
    { kind: 'other-format', format: 'word-97' },
  ],
  ['RTF', latin('{\\rtf1\\ansi notice}'), { kind: 'other-format', format: 'rtf' }],
  ['a program', Buffer.concat([latin('MZ'), Buffer.alloc(100)]), { kind: 'other-format', format: 'program' }],
  ['a picture', latin('\x89PNG\r\n\x1a\n rest'), { kind: 'other-format', format: 'image' }],
  ['a packed file', latin('\x1F\x8B\x08 rest'), { kind: 'other-format', format: 'archive' }],
  ['a mail', latin('From: a@example.org\r\n\r\nnotice'), { kind: 'other-format', format: 'mail' }],
  ['bytes of no kind', Buffer.alloc(500), { kind: 'unknown-format' }],
  ['a text with a broken byte', latin('first\nsecond \xC3('), { kind: 'broken-text', line: 2 }],
  [
    'a text of more than a megabyte',
    latin('x'.repeat(1_000_001)),
    { kind: 'too-large', bytes: 1_000_001, maxBytes: 1_000_000 },
  ],
])('says what is wrong with %s', async (_, bytes, expected) => {
  expect(await refusal(bytes)).toEqual(expected);
});

test('reads a text with the marks of UTF-8 and of both UTF-16', async () => {
  const text = 'Résumé : l’été\n';
  const little = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
  const forms = [Buffer.from(`\uFEFF${text}`), little, Buffer.from(little).swap16()];

  for (const form of forms) expect(await noticeText(form)).toMatchObject({ ok: true, value: { text, format: 'text' } });
});

test('refuses what is in a zip that is no Word file of today, by what it holds', async () => {
  const odt = zipOf([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' }]);
  const sheet = zipOf([{ name: 'xl/workbook.xml', content: '<a/>' }]);
  const plain = zipOf([{ name: 'notice.txt', content: 'a notice' }]);
  const macros = docxOf(wordParagraph('A notice'), [{ name: 'word/vbaProject.bin', content: 'x' }]);

  expect(await refusal(odt)).toEqual({ kind: 'other-format', format: 'open-document' });
  expect(await refusal(sheet)).toEqual({ kind: 'other-format', format: 'spreadsheet-or-slides' });
  expect(await refusal(plain)).toEqual({ kind: 'other-format', format: 'archive' });
  expect(await refusal(macros)).toEqual({ kind: 'macros' });
});

test('refuses zip bombs by what they declare, and by what they unpack to when they lie', async () => {
  const spaces = `<w:document>${' '.repeat(17_000_000)}</w:document>`;
  const honest = docxOf('', [{ name: 'word/footnotes.xml', content: spaces }]);
  const lying = docxOf('', [{ name: 'word/footnotes.xml', content: spaces, declared: 1000 }]);
  const flood = docxOf(
    wordParagraph('A notice'),
    Array.from({ length: 5000 }, (_, at) => ({ name: `x${at}`, content: '' })),
  );

  expect(await refusal(honest)).toEqual({ kind: 'too-much-inside' });
  expect(await refusal(lying)).toEqual({ kind: 'damaged', format: 'docx' });
  expect(await refusal(flood)).toEqual({ kind: 'too-much-inside' });
});

test('expands no entity of a Word file, and fetches nothing that a document points to', async () => {
  const asked: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const xxe = zipOf([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'word/document.xml', content: `<!DOCTYPE d [<!ENTITY x SYSTEM "${address}/xxe">]><d>&x;</d>` },
  ]);
  const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" TargetMode="External" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="${address}/template.dotm"/></Relationships>`;
  const template = docxOf(wordParagraph('A notice'), [{ name: 'word/_rels/document.xml.rels', content: relations }]);
  const page = Buffer.from(
    `<html><link rel=stylesheet href="${address}/a.css"><img src="${address}/a.png"><p>A notice</p></html>`,
  );

  expect(await refusal(xxe)).toEqual({ kind: 'unsafe-xml' });
  expect(await noticeText(template)).toMatchObject({ ok: true, value: { text: 'A notice\n' } });
  expect(await noticeText(page)).toMatchObject({ ok: true, value: { text: 'A notice\n' } });
  expect(asked).toEqual([]);
  server.close();
});

test('refuses a PDF that is cut off, goes round in a circle, has no text or far too many pages', async () => {
  const whole = await pdfOf([A4], (document) => document.setTitle('x'.repeat(100)));

  expect(await refusal(whole.subarray(0, 300))).toEqual({ kind: 'damaged', format: 'pdf' });
  expect(await refusal(pageTreeLoop())).toMatchObject({
    kind: expect.stringMatching(/^(?:damaged|no-text)$/) as string,
  });
  expect(await refusal(await pdfOfPages(3))).toEqual({ kind: 'no-text', pages: 3 });
  expect(await refusal(manyPages(300_000))).toEqual({ kind: 'too-many-pages', pages: 300_000, maxPages: 200 });
});

test('refuses a PDF that says it is encrypted', async () => {
  const secret = handmadePdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>']);
  const text = secret
    .toString('latin1')
    .replace(
      '/Root 1 0 R',
      `/Root 1 0 R /ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'61'.repeat(32)}> /U <${'62'.repeat(32)}> >>`,
    );

  expect(await refusal(latin(text))).toEqual({ kind: 'encrypted' });
});

test('stops a document that takes too long or too much, and leaves no program behind', async () => {
  const [forms, bomb] = await Promise.all([refusal(wordsInNestedForms(9), SOON), refusal(objectStreamBomb(20), SOON)]);

  expect(forms).toEqual({ kind: 'took-too-long' });
  expect(['took-too-long', 'too-much-inside', 'damaged']).toContain((bomb as { kind: string }).kind);
  expect(readersAtWork()).toEqual([]);
});

test('reads on, one document after the other, whatever came before', async () => {
  const good = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('A notice of ours')] }] }));
  const bad = Buffer.from(good).fill(0x20, 200, 900);

  const outcomes = await Promise.all([bad, good, good.subarray(0, 500), good].map((bytes) => noticeText(bytes)));

  expect(outcomes.map(({ ok }) => ok)).toEqual([false, true, false, true]);
});
