import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { ok, refuse, type Result } from '../result.ts';

/** A zip whose directory was read and found plain; each file is read when it is asked for. */
export type ZipArchive = {
  names: readonly string[];
  read: (name: string) => Promise<AsyncIterable<Buffer>>;
  close: () => void;
};

export type ZipRefusal =
  | { kind: 'no-zip' }
  | { kind: 'too-many-files' }
  /** One that unfolds into far more than it is, twice the same name, one that leads out of the folder, or is encrypted. */
  | { kind: 'unfolds-too-far' | 'name-twice' | 'unsafe-name' | 'encrypted'; name: string }
  /** Files that share bytes, or bytes that belong to no file. */
  | { kind: 'overlaps'; name: string };

const MAX_FILES = 1_000_000;
/** Deflate makes a thousandth of nothing but zeros; texts become a tenth, lists of hashes a half. */
const MAX_RATIO = 200;
const SMALL_BYTES = 10_000_000;
/** What may stand between two files: sizes and checksum, with its mark, in ZIP64. */
const DESCRIPTOR_BYTES = 24;

/** Opens a zip from a stranger. What is in it is read as a stream, and never more of it than the directory says. */
export async function openZip(path: string): Promise<Result<ZipArchive, ZipRefusal>> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, strictFileNames: true }).catch(ifNoZip);
  if (!zip) return refuse({ kind: 'no-zip' });
  const read = await readDirectory(zip);
  if (!read.ok) {
    zip.close();
    return read;
  }
  const entries = read.value;
  return ok({
    names: [...entries.keys()],
    read: async (name) => {
      const entry = entries.get(name);
      if (!entry) throw new Error('There is no such file in the zip.');
      return zip.openReadStreamPromise(entry) as Promise<AsyncIterable<Buffer>>;
    },
    close: () => zip.close(),
  });
}

/** A file that is not there or cannot be read is told as what it is; everything else is no zip. */
function ifNoZip(error: unknown): undefined {
  if (error instanceof Error && 'code' in error) throw error;
  return undefined;
}

async function readDirectory(zip: ZipFile): Promise<Result<Map<string, Entry>, ZipRefusal>> {
  const entries = new Map<string, Entry>();
  if (zip.entryCount > MAX_FILES) return refuse({ kind: 'too-many-files' });
  // Where the next entry of the directory begins: now, the first.
  const directoryAt = Number(zip.readEntryCursor);
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName;
      if (entries.has(name)) return refuse({ kind: 'name-twice', name });
      if (entry.isEncrypted()) return refuse({ kind: 'encrypted', name });
      if (entry.uncompressedSize > SMALL_BYTES && entry.uncompressedSize > MAX_RATIO * entry.compressedSize)
        return refuse({ kind: 'unfolds-too-far', name });
      entries.set(name, entry);
    }
    return await inOrder(zip, entries, directoryAt);
  } catch (error) {
    const name = /^(?:invalid relative path|absolute path|invalid characters in fileName): (.*)$/s.exec(
      (error as Error).message,
    );
    return refuse(name ? { kind: 'unsafe-name', name: name[1] ?? '' } : { kind: 'no-zip' });
  }
}

/** The files stand one after another from the first byte to the directory, under its names: nothing is in between. */
async function inOrder(
  zip: ZipFile,
  entries: Map<string, Entry>,
  directoryAt: number,
): Promise<Result<Map<string, Entry>, ZipRefusal>> {
  let end = 0;
  const sorted = [...entries.values()].toSorted(
    (a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader,
  );
  for (const entry of sorted) {
    const start = entry.relativeOffsetOfLocalHeader;
    const header = await zip.readLocalFileHeaderPromise(entry);
    const room = end === 0 ? 0 : DESCRIPTOR_BYTES;
    if (start < end || start > end + room || !header.fileName.equals(entry.fileNameRaw))
      return refuse({ kind: 'overlaps', name: entry.fileName });
    end = header.fileDataStart + entry.compressedSize;
  }
  if (directoryAt < end || directoryAt > end + DESCRIPTOR_BYTES)
    return refuse({ kind: 'overlaps', name: sorted.at(-1)?.fileName ?? '' });
  return ok(entries);
}
