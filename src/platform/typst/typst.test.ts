import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test, vi } from 'vitest';
import { openTypst, TypstError, type TypstDocument } from './typst.ts';

const folder = mkdtempSync(join(tmpdir(), 'typst-'));
const template = join(folder, 'letter.typ');
writeFileSync(
  template,
  `#let letter = json(bytes(sys.inputs.document))
#set document(title: letter.title, date: auto)
#set text(lang: "en", font: "Source Sans 3")
= #letter.title
#if "secret" in letter { read(letter.secret) }`,
);
writeFileSync(join(tmpdir(), 'typst-secret.txt'), 'a secret');
afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(join(tmpdir(), 'typst-secret.txt'));
});

const letter = (content: object): TypstDocument => ({
  template: pathToFileURL(template),
  fonts: [pathToFileURL('node_modules/@expo-google-fonts/source-sans-3/400Regular')],
  input: JSON.stringify(content),
  madeAt: new Date('2026-01-01T00:00:00Z'),
});

test('a process is replaced after its share of documents, and none of them is lost', async () => {
  const typst = openTypst(2);
  const pids = new Set<number | undefined>();

  const made = await Promise.all(
    [1, 2, 3].map((number) => {
      const pdf = typst.compile(letter({ title: `Letter ${number}` }));
      pids.add(typst.pid());
      return pdf;
    }),
  );

  expect(pids.size).toBe(2);
  expect(made.filter((pdf) => Buffer.from(pdf.subarray(0, 5)).toString() !== '%PDF-')).toEqual([]);
  typst.close();
});

test('what cannot be set is told, no file outside the template’s folder is read, and the next document is made', async () => {
  const typst = openTypst();

  await expect(typst.compile(letter({}))).rejects.toThrow(TypstError);
  await expect(typst.compile(letter({}))).rejects.toThrow(/title/);
  const reading = letter({ title: 'Letter', secret: '../typst-secret.txt' });
  await expect(typst.compile(reading)).rejects.toThrow(/root|access|outside/);
  expect((await typst.compile(letter({ title: 'Letter' }))).length).toBeGreaterThan(1000);
  typst.close();
});

test('a process that was killed fails what it was at, and another takes its place', async () => {
  const typst = openTypst();
  await typst.compile(letter({ title: 'Letter' }));
  const first = typst.pid() ?? 0;

  const under = typst.compile(letter({ title: 'Letter' }));
  process.kill(first, 'SIGKILL');
  await expect(under).rejects.toThrow('The Typst process ended (SIGKILL).');
  await typst.compile(letter({ title: 'Letter' }));

  expect(typst.pid()).not.toBe(first);
  typst.close();
});

test('a closed one leaves no process behind', async () => {
  const typst = openTypst();
  await typst.compile(letter({ title: 'Letter' }));
  const pid = typst.pid() ?? 0;

  typst.close();

  await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'), 10_000);
});
