import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { signerOf } from '../../applications/receipt-log/receipt-log-tasks.ts';
import { lockSigning, signingKey } from '../../people/signing-key/signing-key-queries.ts';
import type { Context } from '../../people/context.ts';
import type { Archive } from './archive.ts';
import { MANIFEST, manifestText, readManifest, SIGNATURE, signatureText, type Manifest } from './manifest.ts';
import { headText } from '../../people/event-chain/event-chain.ts';

/** The files of a record, to be tampered with. */
export type Files = Record<string, Buffer>;

export const filesOf = (zip: Buffer): Files =>
  Object.fromEntries(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, Buffer.from(bytes)]));

export const archiveOf = (files: Files): Archive => ({
  names: Object.keys(files),
  read: async (name) =>
    (async function* chunks() {
      yield files[name] ?? Buffer.alloc(0);
    })(),
});

export const manifestOf = (files: Files): Manifest => {
  const manifest = readManifest(files[MANIFEST]?.toString() ?? '');
  if (!manifest) throw new Error('no manifest');
  return manifest;
};

type Key = Parameters<typeof signatureText>[1];

/** The key that signs for the organisation of a test. */
export const keyOf = (context: Context): Promise<Key> =>
  context.db.transaction().execute(async (transaction) => {
    await lockSigning(transaction);
    return signingKey(transaction, signerOf(context), context.clock());
  });

/** Makes the manifest anew for files as they are now, and signs it: what whoever has a key could do. */
export function remade(files: Files, key: Key, changes: Partial<Manifest> = {}): Files {
  const { chain, ...manifest } = { ...manifestOf(files), ...changes };
  const listed = Object.entries(files)
    .filter(([name]) => name !== MANIFEST && name !== SIGNATURE)
    .map(([name, bytes]) => ({
      name,
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    }));
  const text = manifestText({
    ...manifest,
    chain: { from: headText(chain.from), to: headText(chain.to) },
    files: listed,
  });
  return { ...files, [MANIFEST]: Buffer.from(text), [SIGNATURE]: Buffer.from(signatureText(text, key)) };
}
