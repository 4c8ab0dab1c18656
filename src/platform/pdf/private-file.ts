import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Writes bytes where only we can read them, for programs that want a file, and takes them away again. */
export async function inPrivateFile<Answer>(
  bytes: Uint8Array,
  work: (path: string) => Promise<Answer>,
): Promise<Answer> {
  const folder = await mkdtemp(join(tmpdir(), 'concours-pdf-'));
  try {
    const path = join(folder, 'file.pdf');
    await writeFile(path, bytes, { mode: 0o600, flag: 'wx' });
    return await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
