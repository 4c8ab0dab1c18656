import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { testApp, type TestApp } from '../testing.ts';
import { noticeText } from './notice-text-testing.ts';
import { importNotices, listEvents } from './vacancy-commands.ts';
import { findVacancy } from './vacancy-queries.ts';

let app: TestApp;
let folder: string;
let printed: string[];
let warned: string[];
beforeAll(async () => {
  app = await testApp();
  folder = await mkdtemp(join(tmpdir(), 'concours-import-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await app.close();
});
beforeEach(() => {
  printed = [];
  warned = [];
});

const command = () => ({
  print: (text: string) => void printed.push(text),
  warn: (text: string) => void warned.push(text),
  environment: {},
});
const file = async (name: string, content: string | Buffer) => {
  await writeFile(join(folder, name), content);
  return join(folder, name);
};

test('imports each file, and one that is refused stops no other', async () => {
  const first = await file('first.txt', noticeText({ reference: '260801' }));
  const letter = await file('letter.txt', 'Dear colleagues,');
  const broken = await file('broken.txt', Buffer.from([0x61, 0x0a, 0xff]));
  const last = await file('last.txt', noticeText({ reference: '260802' }));

  const status = await importNotices(
    [first, letter, '/nowhere/at-all.txt', folder, broken, last],
    command(),
    app.context,
  );

  expect(status).toBe(1);
  expect(printed[0]).toMatch(new RegExp(`^${first}: 260801: draft made, \\d+ doubts?$`));
  expect(printed[1]).toMatch(/260802: draft made/);
  expect(warned).toEqual([
    expect.stringMatching(/letter\.txt:1: This does not read as a vacancy notice/),
    '/nowhere/at-all.txt:1: no such file',
    `${folder}:1: this is a folder`,
    expect.stringMatching(/broken\.txt:2: Line 2 holds bytes/),
  ]);
  expect(await findVacancy(app.db, '260802')).toMatchObject({ status: 'draft' });
});

test('answers 0 when all were imported, and tells a version from the same text again', async () => {
  const again = await file('again.txt', noticeText({ reference: '260801' }));
  const changed = await file('changed.txt', noticeText({ reference: '260801', title: 'River Engineer' }));

  const status = await importNotices([again, changed], command(), app.context);

  expect(status).toBe(0);
  expect(printed).toEqual([
    `${again}: 260801: nothing new: the same text as version 1`,
    `${changed}: 260801: offered as version 2`,
  ]);
});

test('answers 2 to wrong usage', async () => {
  expect(await importNotices([], command(), app.context)).toBe(2);
  expect(await importNotices(['--all'], command(), app.context)).toBe(2);
  expect(await listEvents(['--subject'], command(), app.context)).toBe(2);
  expect(warned.join('\n')).toContain('usage: concours import FILE…');
});

test('prints the history of one reference, as columns or as JSON', async () => {
  await listEvents(['--subject', '260801'], command(), app.context);
  const columns = printed;
  printed = [];
  await listEvents(['--subject', '260801', '--json'], command(), app.context);

  expect(columns).toHaveLength(2);
  expect(columns[0]?.split('\t').slice(1, 4)).toEqual(['command-line', 'vacancy 260801', 'import']);
  expect(printed.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { action: 'import', subjectId: '260801' },
    { action: 'offer-version' },
  ]);
});
