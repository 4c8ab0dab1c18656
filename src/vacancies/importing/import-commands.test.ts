import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { progressBar } from '../../platform/command.ts';
import { testApp, type TestApp } from '../../testing.ts';
import { noticeText } from '../notice-text-testing.ts';
import { NO_COMPETITIONS } from '../../people/event-chain/event-chain-testing.ts';
import { events } from '../../people/event-chain/event-commands.ts';
import { importNotices } from './import-commands.ts';
import { findVacancy } from '../vacancy-queries.ts';

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

  const status = await importNotices([first, letter, '/nowhere/at-all.txt', broken, last], command(), app.context);

  expect(status).toBe(1);
  expect(printed[0]).toMatch(new RegExp(`^${first}: 260801: draft made, \\d+ doubts?$`));
  expect(printed[1]).toMatch(/260802: draft made/);
  expect(warned).toEqual([
    expect.stringMatching(/letter\.txt:1: This does not read as a vacancy notice/),
    '/nowhere/at-all.txt:1: no such file',
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
    '0 drafts, 1 version offered, 1 unchanged, 0 refused',
  ]);
});

describe('of a folder', () => {
  const batch = () => join(folder, 'batch');
  beforeAll(async () => {
    await mkdir(join(batch(), '2026'), { recursive: true });
    for (const reference of ['260811', '260812']) await file(`batch/${reference}.txt`, noticeText({ reference }));
    await file('batch/2026/260813.txt', noticeText({ reference: '260813' }));
    await file('batch/.hidden.txt', noticeText({ reference: '260814' }));
    await file('batch/letter.txt', 'Dear colleagues,');
  });

  test('every file in it and below is imported, and what came of them is told last', async () => {
    const seen: string[] = [];
    const progress = (done: number, total: number, name: string) => void seen.push(`${done}/${total} ${name}`);
    const status = await importNotices([batch()], { ...command(), progress }, app.context);

    expect(status).toBe(1);
    expect(printed.at(-1)).toBe('3 drafts, 0 versions offered, 0 unchanged, 1 refused');
    expect(warned).toEqual([expect.stringContaining('letter.txt:1:')]);
    expect(await findVacancy(app.db, '260814')).toBeUndefined();
    expect(seen.filter((shown) => !shown.endsWith(' '))).toEqual([
      '0/4 260813.txt',
      '1/4 260811.txt',
      '2/4 260812.txt',
      '3/4 letter.txt',
    ]);
  });

  test('a run that was stopped goes on where it was, in the language of the terminal', async () => {
    await file('batch/260815.txt', noticeText({ reference: '260815' }));

    await importNotices([batch()], { ...command(), environment: { LANG: 'fr_FR.UTF-8' } }, app.context);

    expect(printed).toContainEqual(expect.stringMatching(/260815: projet créé/));
    expect(printed.at(-1)).toBe('1 projet, 0 version proposée, 3 inchangés, 1 refusé');
  });

  test('without a file, nothing is done, and that is said', async () => {
    await mkdir(join(folder, 'nothing'));

    expect(await importNotices([join(folder, 'nothing')], command(), app.context)).toBe(0);
    expect(printed).toEqual(['0 drafts, 0 versions offered, 0 unchanged, 0 refused']);
  });
});

test('a bar shows how far long work has come, within the columns of the terminal', () => {
  expect(progressBar({ done: 0, total: 60, name: 'a.txt' })).toBe(`[${'.'.repeat(30)}] 0/60 a.txt`);
  expect(progressBar({ done: 30, total: 60, name: 'b.txt' })).toBe(`[${'#'.repeat(15)}${'.'.repeat(15)}] 30/60 b.txt`);
  expect(progressBar({ done: 60, total: 60, name: '' })).toContain('#'.repeat(30));
  expect(progressBar({ done: 1, total: 2, name: 'x'.repeat(200) }, 60)).toHaveLength(59);
});

test('answers 2 to wrong usage', async () => {
  expect(await importNotices([], command(), app.context)).toBe(2);
  expect(await importNotices(['--all'], command(), app.context)).toBe(2);
  expect(await events(['--subject'], command(), { ...app.context, auditRows: NO_COMPETITIONS })).toBe(2);
  expect(warned.join('\n')).toContain('usage: concours import FILE|FOLDER…');
});

test('prints the history of one reference, as columns or as JSON', async () => {
  await events(['--subject', '260801'], command(), { ...app.context, auditRows: NO_COMPETITIONS });
  const columns = printed;
  printed = [];
  await events(['--subject', '260801', '--json'], command(), { ...app.context, auditRows: NO_COMPETITIONS });

  expect(columns).toHaveLength(2);
  expect(columns[0]?.split('\t').slice(1, 4)).toEqual(['command-line', 'vacancy 260801', 'import']);
  expect(printed.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { action: 'import', subjectId: '260801' },
    { action: 'offer-version' },
  ]);
});
