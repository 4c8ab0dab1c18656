import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { exampleNotice } from '../notice-testing.ts';
import { loadOrganisationFolder } from '../organisation-folder.ts';
import { noticeDocument } from './notice-document.ts';
import { noticeText } from './notice-text.ts';
import { renderCommand } from './render-commands.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'render-'));
  return () => rmSync(folder, { recursive: true });
});

const RIVERS = loadOrganisationFolder('organisations/northern-rivers');
const TEXT = noticeText(noticeDocument(exampleNotice(), RIVERS));

/** A file of the folder. */
function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

/** Runs the command as the command line does. */
async function run(args: string[], environment: Record<string, string> = {}) {
  const printed: string[] = [];
  const warned: string[] = [];
  const wrote: Uint8Array[] = [];
  const context = {
    print: (text: string) => printed.push(text),
    warn: (text: string) => warned.push(text),
    write: (bytes: Uint8Array) => void wrote.push(bytes),
    environment: { LANG: 'en_GB.UTF-8', ...environment },
  };
  const status = await renderCommand(args, context, '.');
  return { status, printed, warned, wrote: Buffer.concat(wrote) };
}

describe('concours render', () => {
  test.each([
    ['pdf', '%PDF-1.7'],
    ['docx', 'PK'],
    ['html', '<!doctype html>'],
    ['txt', 'NORTHERN RIVERS COMMISSION'],
    ['json', '{"accountabilities":'],
  ])('makes a file by its ending, and says what it wrote: .%s', async (ending, start) => {
    const out = join(folder, `notice.${ending}`);

    const { status, printed, warned } = await run([file('notice.txt.in', TEXT), '--out', out]);

    const bytes = readFileSync(out);
    expect({ status, warned }).toEqual({ status: 0, warned: [] });
    expect(bytes.subarray(0, start.length).toString('latin1')).toBe(start);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(printed).toEqual([expect.stringMatching(new RegExp(`^${out}: [\\d.,]+ (?:kB|bytes), SHA-256 ${sha256}$`))]);
  });

  test('makes of a record what it makes of the notice that the record was read from', async () => {
    const record = join(folder, 'record.json');
    await run([file('notice.in', TEXT), '--out', record]);

    const { wrote, printed, warned } = await run([record, '--out', '-', '--format', 'text']);

    expect(wrote.toString()).toBe(TEXT);
    expect(printed).toEqual([]);
    expect(warned).toEqual([expect.stringMatching(/^-: [\d.]+ kB, SHA-256 [0-9a-f]{64}$/)]);
  });

  test('uses the words and the colour of the organisation', async () => {
    const notice = 'organisations/rivers-commission/demonstration/260318.txt';

    const { wrote } = await run([notice, '--out', '-', '--format', 'html'], { ORGANISATION: 'rivers-commission' });

    expect(wrote.toString()).toContain('--accent: #34417f;');
    expect(wrote.toString()).toContain('Southern Rivers Commission');
  });

  test('tells in the reader’s language what is no notice, no record, or nowhere', async () => {
    const french = { LANG: 'fr_FR.UTF-8' };
    const missing = join(folder, 'nowhere.json');
    const broken = file('broken.json', '{"reference":');
    const partial = file('partial.json', JSON.stringify({ ...exampleNotice(), reference: 'six' }));
    const out = ['--out', join(folder, 'a.txt')];

    expect(await run([missing, ...out], french)).toMatchObject({
      status: 1,
      warned: [`${missing}:1: fichier ou dossier introuvable`],
    });
    expect((await run([broken, ...out])).warned).toEqual([
      `${broken}:1: this is no record of a notice as “concours read” writes it`,
    ]);
    expect((await run([partial, ...out])).warned).toEqual([
      `${partial}:1: this is no record of a notice as “concours read” writes it (reference)`,
    ]);
    const letter = file('letter.txt', 'Dear all,\nThank you.');
    expect((await run([letter, ...out])).warned).toEqual([
      `${letter}:1: this is no vacancy notice: neither its header nor its sections are here`,
    ]);
    const nowhere = join(folder, 'no', 'a.txt');
    expect(await run([file('notice.in', TEXT), '--out', nowhere])).toMatchObject({
      status: 1,
      printed: [],
      warned: [`${nowhere}:1: no such file or folder`],
    });
  });

  test('tells which character cannot be set, and writes nothing', async () => {
    const record = file('record.json', JSON.stringify(exampleNotice({ title: { en: 'Officer 𓀀', fr: 'Agent' } })));
    const out = join(folder, 'a.pdf');

    const { status, warned } = await run([record, '--out', out]);

    expect(status).toBe(1);
    expect(warned).toEqual([expect.stringContaining('this cannot be set as PDF: PDF/UA-1 error: the text "𓀀"')]);
    expect(() => readFileSync(out)).toThrow('ENOENT');
  });

  test('asks for what it was not told', async () => {
    const notice = file('notice.in', TEXT);

    expect(await run([notice])).toMatchObject({
      status: 2,
      warned: [expect.stringContaining('usage: concours render')],
    });
    expect((await run([notice, '--out', 'a.odt'])).warned[0]).toContain('which format?');
    expect((await run([notice, '--out', '-'])).status).toBe(2);
    expect((await run([notice, '--out', 'a.pdf', '--format', 'odt'])).status).toBe(2);
    expect((await run([notice, notice, '--out', 'a.pdf'])).status).toBe(2);
  });
});
