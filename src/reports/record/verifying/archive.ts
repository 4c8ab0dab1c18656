import { createHash } from 'node:crypto';

/** The files of a record that somebody brings: their names, and each as a stream. What cannot be unpacked throws. */
export type Archive = { names: readonly string[]; read: (name: string) => Promise<AsyncIterable<Buffer>> };

export type Measure = { size: number; sha256: string };

/** How a file measures as it is read now; undefined where it cannot be unpacked. */
export async function measureFile(archive: Archive, name: string): Promise<Measure | undefined> {
  const hash = createHash('sha256');
  let size = 0;
  try {
    for await (const chunk of await archive.read(name)) {
      hash.update(chunk);
      size += chunk.length;
    }
  } catch {
    return undefined;
  }
  return { size, sha256: hash.digest('hex') };
}

/** A file as a text; undefined where it is longer than that, or cannot be unpacked. */
export async function textOf(archive: Archive, name: string, maxBytes: number): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of await archive.read(name)) {
      size += chunk.length;
      if (size > maxBytes) return undefined;
      chunks.push(chunk);
    }
  } catch {
    return undefined;
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** What goes on for longer is no line of ours, and is given in parts that nobody can read. */
const LONGEST_LINE = 20_000_000;

/** The lines of a file that has been measured, by pages; what is no line at the end is one all the same. */
export async function* linesOf(archive: Archive, name: string): AsyncGenerator<string[]> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of await archive.read(name)) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield lines;
    if (rest.length > LONGEST_LINE) {
      yield [rest];
      rest = '';
    }
  }
  if (rest !== '') yield [rest];
}
