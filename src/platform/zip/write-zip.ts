import { Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { PassThrough } from 'node:stream';
import { ZipFile } from 'yazl';

/** A file of a zip; its content is asked for when its turn comes, and never held as a whole. */
export type FileToZip = { name: string; content: AsyncIterable<Uint8Array> };

export type ToZip = {
  /** Gives the files, one after another; it ends when the last is written, or when nobody reads any more. */
  write: (add: (file: FileToZip) => Promise<void>) => Promise<void>;
  /** The time that all files bear. */
  at: Date;
};

const PLAIN_FILE = 0o100644;

/**
 * A zip as a stream (ZIP64 where it must be), as fast as it is read. Whatever fails breaks the stream off, so that nobody
 * takes the half of it for the whole.
 */
export function zipStream({ write, at }: ToZip): Readable {
  const zip = new ZipFile();
  const output = new PassThrough();
  let current: Readable | undefined;
  const add = async ({ name, content }: FileToZip): Promise<void> => {
    if (output.destroyed) throw new Error('The zip is read no longer.');
    const source = Readable.from(content, { objectMode: false });
    current = source;
    zip.addReadStream(source, name, { mtime: at, mode: PLAIN_FILE });
    await finished(source);
  };
  output.once('close', () => current?.destroy());
  zip.once('error', (error) => output.destroy(error as Error));
  const written = write(add).then(
    () => zip.end(),
    (error: unknown) => void output.destroy(error instanceof Error ? error : new Error('The zip broke off.')),
  );
  // Whoever reads is told by the stream itself.
  void Promise.allSettled([written, pipeline(zip.outputStream, output)]);
  return output;
}
