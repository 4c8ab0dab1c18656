import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { FileMark } from './manifest.ts';

/** The event in which a record says what it holds, before its chain ends. */
export const SEALED = 'record-sealed';

const HASH = z.string().regex(/^[0-9a-f]{64}$/);
const SEAL = z.object({
  record: z.string(),
  upTo: z.string(),
  /** SHA-256 by the name of the file. */
  files: z.record(z.string(), HASH),
  /** Of folders with many files: how many, and the SHA-256 of their list. */
  folders: z.record(z.string(), z.object({ files: z.number().int(), sha256: HASH })),
});
export type Seal = z.infer<typeof SEAL>;
type Sums = Pick<Seal, 'files' | 'folders'>;

export function readSeal(details: unknown): Seal | undefined {
  const read = SEAL.safeParse(details);
  return read.success ? read.data : undefined;
}

/** Folders that grow with the applications or the versions: an event names each as a whole. */
const FOLDERS = /^(?:applications\/|notice\/|reports\/\d+\/letters\/)/;

/** What is sealed of these files: each by its hash, and of the folders that grow the hash of `SHA256 NAME`, a line each, by name. */
export function sealOf(marks: readonly FileMark[]): Sums {
  const single = marks.filter(({ name }) => !FOLDERS.test(name));
  const many = Map.groupBy(
    marks.filter(({ name }) => FOLDERS.test(name)),
    ({ name }) => FOLDERS.exec(name)?.[0] ?? '',
  );
  return {
    files: Object.fromEntries(single.map(({ name, sha256 }) => [name, sha256])),
    folders: Object.fromEntries(
      [...many].map(([folder, own]) => [folder, { files: own.length, sha256: listHash(own) }]),
    ),
  };
}

function listHash(marks: readonly FileMark[]): string {
  const hash = createHash('sha256');
  for (const { name, sha256 } of marks.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
    hash.update(`${sha256} ${name}\n`);
  return hash.digest('hex');
}

/** Files and folders that are not what was sealed: other, added, or missing. */
export function brokenSeals(sealed: Sums, now: Sums): string[] {
  const files = new Set([...Object.keys(sealed.files), ...Object.keys(now.files)]);
  const folders = new Set([...Object.keys(sealed.folders), ...Object.keys(now.folders)]);
  return [
    ...[...files].filter((name) => sealed.files[name] !== now.files[name]),
    ...[...folders].filter((name) => sealed.folders[name]?.sha256 !== now.folders[name]?.sha256),
  ];
}
