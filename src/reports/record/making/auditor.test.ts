import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testApp, type TestApp } from '../../../testing.ts';
import { decidedCompetition } from '../testing/competition-testing.ts';
import { verifyRecordFile } from '../verifying/file-commands.ts';

const REFERENCE = '260499';

let app: TestApp;
let zip: Buffer;
let folder: string;
beforeAll(async () => {
  app = await testApp();
  folder = await mkdtemp(join(tmpdir(), 'concours-auditor-'));
  const { manager } = await decidedCompetition(app, REFERENCE);
  zip = (await manager.post(`/en/staff/vacancies/${REFERENCE}/record`)).body;
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

/** What somebody with this file alone is told, in both languages, and the exit status. */
async function told(bytes: Uint8Array, args: string[] = []) {
  const file = join(folder, 'record.zip');
  await writeFile(file, bytes);
  return toldOf([file, ...args]);
}
async function toldOf(args: string[]) {
  const run = async (LANG: string) => {
    const lines: string[] = [];
    const say = (line: string) => void lines.push(line);
    const status = await verifyRecordFile(args, { print: say, warn: say, environment: { LANG } });
    return { status, text: lines.join('\n') };
  };
  const [en, fr] = [await run('en_GB'), await run('fr_BE')];
  return { status: [en.status, fr.status], en: en.text, fr: fr.text };
}

test('a record that nobody changed: everything holds, how many words are held, and that the key came along', async () => {
  const said = await told(zip);

  expect(said.status).toEqual([0, 0]);
  expect(said.en).toMatch(/Words held by a hash in an event: [1-9]\d*; not held by a hash, since they are older: 0;/);
  expect(said.fr).toContain('Textes tenus par un hachage dans un événement');
  expect(said.en).toContain('This key came with the record');
  expect(said.fr).toContain('Cette clé accompagnait le dossier');
});

test('a file that was cut off is no record, and whether it was saved to its end is asked', async () => {
  for (const part of [zip.subarray(0, zip.length - 40), zip.subarray(0, zip.length / 2), zip.subarray(0, 0)]) {
    const said = await told(part);

    expect(said.status).toEqual([2, 2]);
    expect(said.en).toContain('was it saved to its end?');
    expect(said.fr).toContain('jusqu’au bout');
  }
});

test('a file that was added to the ZIP is named', async () => {
  const said = await told(zipSync({ ...unzipSync(zip), 'minutes.txt': Buffer.from('The panel met.') }));

  expect(said.status).toEqual([1, 1]);
  expect(said.en).toContain('minutes.txt');
  expect(said.fr).toContain('minutes.txt');
});

test('another ZIP, another file, and none at all are told apart, without a trace of the program', async () => {
  const other = await told(zipSync({ 'a.txt': Buffer.from('a') }));
  const text = await told(Buffer.from('%PDF-1.7 not a ZIP'));
  const none = await toldOf([join(folder, 'none.zip')]);
  const directory = await toldOf([folder]);

  expect([other, text, none, directory].map(({ status }) => status)).toEqual([
    [2, 2],
    [2, 2],
    [2, 2],
    [2, 2],
  ]);
  expect(other.en).toContain('no manifest that can be read');
  expect(text.en).toContain('This is no ZIP file');
  expect(none.en).toContain('there is no such file');
  expect(none.fr).toContain('ce fichier n’existe pas');
  expect(directory.en).toContain('there is no such file, or it cannot be read');
});

test('an option with something else than it takes is named, instead of how the command is used', async () => {
  const text = join(folder, 'text.txt');
  await writeFile(text, 'neither keys nor heads');

  for (const [option, value] of [
    ['--key', text],
    ['--heads', text],
    ['--head', '12'],
  ] as const) {
    const said = await told(zip, [option, value]);

    expect(said.status).toEqual([2, 2]);
    expect(said.en).toContain(`${option} ${value}: this is not what that option takes`);
    expect(said.fr).toContain('ce n’est pas ce qu’attend cette option');
  }
  expect((await told(zip, ['--key', join(folder, 'none.txt')])).en).toContain('there is no such file');
});
