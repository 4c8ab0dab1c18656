import { PassThrough, Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
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
/** What is packed already gains nothing by more work. Not stored as it is: some readers of streams cannot find its end. */
const PACKED = /\.(?:pdf|docx)$/i;

/**
 * A zip as a stream (ZIP64 where it must be), as fast as it is read. Whatever fails breaks the stream off, so that nobody
 * takes the half of it for the whole.
 */
export function zipStream({ write, at }: ToZip): Readable {
  const zip = new ZipFile();
  const output = new PassThrough();
  let current: Readable | undefined;
  // The zip keeps what it was given of each file to its end: this, which leads to the file at hand alone.
  const give = (take: (error: unknown, stream: NodeJS.ReadableStream) => void): void => {
    if (current) take(undefined, current);
  };
  const add = async ({ name, content }: FileToZip): Promise<void> => {
    if (output.destroyed) throw new Error('The zip is read no longer.');
    const source = Readable.from(content, { objectMode: false });
    current = source;
    const compressionLevel = PACKED.test(name) ? 1 : 6;
    withoutPool(() => zip.addReadStreamLazy(name, { mtime: at, mode: PLAIN_FILE, compressionLevel }, give));
    await finished(source);
  };
  output.once('close', () => current?.destroy());
  zip.on('error', (error) => output.destroy(error as Error));
  const written = write(add).then(
    () => zip.end(),
    (error: unknown) => void output.destroy(error instanceof Error ? error : new Error('The zip broke off.')),
  );
  // Whoever reads is told by the stream itself.
  void Promise.allSettled([written, pipeline(zip.outputStream, output)]);
  return output;
}

/** Small buffers are cut from slabs of 64 kB: a file's name, which is kept to the end, would keep all that was cut from its slab. */
function withoutPool(work: () => void): void {
  const { poolSize } = Buffer;
  Buffer.poolSize = 0;
  try {
    work();
  } finally {
    Buffer.poolSize = poolSize;
  }
}
