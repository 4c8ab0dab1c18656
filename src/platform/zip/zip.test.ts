import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openZip } from './read-zip.ts';
import { zipStream, type ToZip } from './write-zip.ts';

type Add = Parameters<ToZip['write']>[0];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concours-zip-'));
});
afterAll(() => rm(folder, { recursive: true }));

const AT = new Date('2026-11-22T12:00:00Z');
const chunks = async function* chunks(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
};
const open = async (bytes: Uint8Array) => {
  const path = join(folder, 'some.zip');
  await writeFile(path, bytes);
  return openZip(path);
};
const refusalOf = async (bytes: Uint8Array) => {
  const opened = await open(bytes);
  return opened.ok ? undefined : opened.refusal;
};
const zipOf = (files: Record<string, string>) =>
  Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]))));
/** Writes another name of the same length over one: everywhere, or where it stands first. */
const renamed = (zip: Buffer, [from, to]: [from: string, to: string], all = true) => {
  const copy = Buffer.from(zip);
  for (let at = copy.indexOf(from); at >= 0; at = all ? copy.indexOf(from, at) : -1) copy.write(to, at);
  return copy;
};

/** Puts bytes between the last file and the directory, and says where the directory is now. */
const withHidden = (zip: Buffer) => {
  const end = zip.length - 22;
  const at = zip.readUInt32LE(end + 16);
  const hidden = Buffer.from('something that no program shows');
  const copy = Buffer.concat([zip.subarray(0, at), hidden, zip.subarray(at)]);
  copy.writeUInt32LE(at + hidden.length, end + hidden.length + 16);
  return copy;
};

test('what is written as a stream is read again, file by file, whatever its name and size', async () => {
  const files = { 'a.txt': ['one, ', 'two'], 'été/é.txt': ['x'.repeat(300_000)], 'empty.txt': [] };
  const write = async (add: Add) => {
    for (const [name, texts] of Object.entries(files)) await add({ name, content: chunks(...texts) });
  };

  const opened = await open(await buffer(zipStream({ at: AT, write })));

  const zip = opened.ok ? opened.value : undefined;
  const texts = [];
  for (const name of zip?.names ?? []) texts.push((await buffer((await zip?.read(name)) ?? chunks())).toString());
  zip?.close();
  expect(zip?.names).toEqual(Object.keys(files));
  expect(texts).toEqual(Object.values(files).map((parts) => parts.join('')));
});

test('a zip that cannot be written to its end breaks off', async () => {
  const fails = async function* fails(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('x');
    throw new Error('gone');
  };

  const inside = buffer(zipStream({ at: AT, write: (add) => add({ name: 'a', content: fails() }) }));
  const between = buffer(zipStream({ at: AT, write: async () => Promise.reject(new Error('gone')) }));

  await expect(inside).rejects.toThrow('gone');
  await expect(between).rejects.toThrow('gone');
});

test('whoever stops reading stops the writing too', async () => {
  const ended = Promise.withResolvers<string>();
  const failed = Promise.withResolvers<string>();
  const endless = async function* endless(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) yield Buffer.alloc(100_000);
    } finally {
      ended.resolve('its source was closed');
    }
  };
  const write = (add: Add) =>
    add({ name: 'a', content: endless() }).catch((error: unknown) => {
      failed.resolve('who writes was told');
      throw error;
    });

  for await (const chunk of zipStream({ at: AT, write })) if ((chunk as Buffer).length > 0) break;

  expect(await Promise.all([ended.promise, failed.promise])).toHaveLength(2);
});

test('a hostile or a broken zip is refused in words of its own', async () => {
  const plain = zipOf({ 'aaaa.txt': 'first', 'bbbb.txt': 'second' });

  expect(await refusalOf(plain)).toBeUndefined();
  expect(await refusalOf(Buffer.from('no zip'))).toEqual({ kind: 'no-zip' });
  expect(await refusalOf(plain.subarray(0, -30))).toEqual({ kind: 'no-zip' });
  expect(await refusalOf(plain.subarray(0, 40))).toEqual({ kind: 'no-zip' });
  expect(await refusalOf(renamed(plain, ['bbbb.txt', '../b.txt']))).toEqual({ kind: 'unsafe-name', name: '../b.txt' });
  expect(await refusalOf(renamed(plain, ['bbbb.txt', '/bbb.txt']))).toEqual({ kind: 'unsafe-name', name: '/bbb.txt' });
  expect(await refusalOf(renamed(plain, ['bbbb.txt', 'bb\\b.txt']))).toMatchObject({ kind: 'unsafe-name' });
  expect(await refusalOf(renamed(plain, ['bbbb.txt', 'aaaa.txt']))).toEqual({ kind: 'name-twice', name: 'aaaa.txt' });
  expect(await refusalOf(renamed(plain, ['bbbb.txt', 'cccc.txt'], false))).toEqual({
    kind: 'overlaps',
    name: 'bbbb.txt',
  });
  expect(await refusalOf(zipOf({ 'bomb.txt': '0'.repeat(20_000_000) }))).toEqual({
    kind: 'unfolds-too-far',
    name: 'bomb.txt',
  });
  expect(await refusalOf(withHidden(plain))).toEqual({ kind: 'overlaps', name: 'bbbb.txt' });
  await expect(openZip(join(folder, 'not-there.zip'))).rejects.toThrow('ENOENT');
});
