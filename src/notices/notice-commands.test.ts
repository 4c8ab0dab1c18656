import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { PLAIN, printNotice } from './import/printed-notice-testing.ts';
import { readNotices } from './notice-commands.ts';
import { exampleNotice } from './notice-testing.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'notices-'));
  return () => rmSync(folder, { recursive: true });
});

/** A file of the folder. */
function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}
const notice = (reference: string) => printNotice(exampleNotice({ reference, clearance: null }), PLAIN);

/** Runs the command as the command line does. */
async function run(...args: string[]) {
  const printed: string[] = [];
  const warned: string[] = [];
  const context = { print: (text: string) => printed.push(text), warn: (text: string) => warned.push(text) };
  const status = await readNotices(args, { ...context, environment: { LANG: 'en_GB.UTF-8' } }, '.');
  return { status, printed, warned };
}

describe('concours read', () => {
  test('prints the record of a notice', async () => {
    const { status, printed } = await run(file('a.txt', notice('260014')));

    expect(status).toBe(0);
    expect(JSON.parse(printed.join('\n'))).toMatchObject({ reference: '260014', grades: ['G17'], clearance: null });
  });

  test('writes one file for each reference', async () => {
    const out = join(folder, 'records');

    const { status, printed } = await run(
      file('a.txt', notice('260014')),
      file('b.txt', notice('260015')),
      '--out',
      out,
    );

    expect({ status, printed }).toEqual({ status: 0, printed: [] });
    expect(readdirSync(out)).toEqual(['260014.json', '260015.json']);
    expect(JSON.parse(readFileSync(join(out, '260015.json'), 'utf8'))).toMatchObject({ reference: '260015' });
  });

  test('prints the doubts instead, each with its line, in the language asked for', async () => {
    const path = file('a.txt', notice('260014'));

    expect((await run('--doubts', path)).printed).toEqual([`${path}:4: doubt: Not in the notice: Clearance level.`]);
    expect((await run('--doubts', '--language', 'fr', path)).printed[0]).toMatch(/Ne figure pas dans l’avis\u00A0: /);
  });

  test('tells what it cannot read, reads the rest, and ends with 1', async () => {
    const letter = file('letter.txt', 'Dear Sir,\n');
    const bytes = file('bytes.txt', Uint8Array.of(0xff, 0xfe, 0xff));
    const missing = join(folder, 'missing.txt');

    const { status, printed, warned } = await run(letter, bytes, missing, folder, file('a.txt', notice('260014')));

    expect(status).toBe(1);
    expect(printed).toHaveLength(1);
    expect(warned).toEqual([
      `${letter}:1: this is no vacancy notice: neither its header nor its sections are here`,
      expect.stringContaining(`${bytes}:1: This file is of no kind that is read here.`),
      `${missing}:1: no such file`,
      `${folder}:1: this is a folder`,
    ]);
  });

  test('writes no file for a notice without a reference', async () => {
    const path = file('a.txt', notice('260014').replaceAll(' (260014)', ''));

    const { status, warned } = await run(path, '--out', folder);

    expect(status).toBe(1);
    expect(warned[0]).toContain('without a reference');
  });

  const EXPORT = 'src/notices/golden/export';

  test('reads a PDF, a Word file and a web page as it reads their text, and tells one that is damaged', async () => {
    const broken = file('broken.pdf', '%PDF-1.7 and no more');
    const names = ['chromium-tagged.pdf', 'notice.docx', 'notice.html'].map((name) => join(EXPORT, name));

    const { status, printed, warned } = await run(...names.slice(0, 1), broken, ...names.slice(1));

    expect(status).toBe(1);
    expect(printed.map((json) => (JSON.parse(json) as { reference: string }).reference)).toEqual(
      Array.from(
        names,
        () => (JSON.parse(readFileSync(join(EXPORT, 'record.json'), 'utf8')) as { reference: string }).reference,
      ),
    );
    expect(warned).toEqual([expect.stringContaining(`${broken}:1: This PDF is damaged`)]);
  });

  test('--text prints the text that was made of a document, to whose lines the doubts point', async () => {
    const { status, printed } = await run('--text', join(EXPORT, 'notice.docx'));
    const { printed: doubts } = await run('--doubts', join(EXPORT, 'notice.docx'));

    expect(status).toBe(0);
    const lines = (printed[0] ?? '').split('\n');
    expect(lines.length).toBeGreaterThan(50);
    for (const doubt of doubts) expect(lines[Number(/:(\d+): doubt/.exec(doubt)?.[1]) - 1]).not.toBe('');
  });

  test('takes a record that it wrote itself, without doubts, and says where another one is wrong', async () => {
    const record = readFileSync(join(EXPORT, 'record.json'), 'utf8');
    const good = file('good.json', record);
    const bad = file('bad.json', record.replace(/"grades": \[[^\]]*\]/, '"grades": [7]'));
    const cut = file('cut.json', record.slice(0, 200));

    const { status, printed } = await run('--doubts', good);
    const refused = await run(bad, cut);

    expect({ status, printed }).toEqual({ status: 0, printed: [] });
    expect(JSON.parse((await run(good)).printed.join(''))).toEqual(JSON.parse(record));
    expect(refused.warned).toEqual([
      expect.stringContaining(`${bad}:1: this is no record: grades[0]: `),
      expect.stringContaining(`${cut}:1: this is no record: `),
    ]);
  });

  test.each([[[]], [['--nonsense', 'a.txt']], [['--language', 'de', 'a.txt']], [['--out']]])(
    'answers wrong usage %j with 2',
    async (args) => {
      const { status, warned } = await run(...args);

      expect(status).toBe(2);
      expect(warned.join('\n')).toContain('usage: concours read');
    },
  );

  test('does not write outside the folder, whatever the reference', async () => {
    const path = file('a.txt', notice('260014').replaceAll('260014', '../../x'));

    const { status } = await run(path, '--out', join(folder, 'out'));

    expect(status).toBe(1);
    expect(readdirSync(join(folder, 'out'))).toEqual([]);
  });
});
