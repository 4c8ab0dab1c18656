import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { keyText, readKey, type LogKey } from '../../../people/signing-key/public-key.ts';
import { readHead } from '../../../people/event-chain/event-chain.ts';

/** Files of a record that are about the others. */
export const MANIFEST = 'manifest.json';
export const SIGNATURE = 'manifest.sig';
export const README = 'README.txt';
export const EVENTS = 'events.jsonl';
export const CHAIN = 'chain.txt';

/** Heads of the chain as they were published, and every key of the organisation. */
export const HEADS = 'event-heads.txt';
export const KEYS = 'keys.txt';

const SCHEMA = 'concours/record/2';
const HASH = z.string().regex(/^[0-9a-f]{64}$/);
const HEAD = z.string().transform((text, context) => {
  const head = readHead(text);
  if (!head) context.addIssue({ code: 'custom' });
  return head ?? z.NEVER;
});

const MANIFEST_FILE = z.object({
  schema: z.literal(SCHEMA),
  /** A number of its own, which the event that seals it names too. */
  record: z.uuid(),
  organisation: z.string(),
  vacancy: z.string(),
  madeAt: z.iso.datetime(),
  /** The link of the chain of events before the first that is here, the last that the tables know of, and the last. */
  chain: z.object({ from: HEAD, upTo: HEAD, to: HEAD }),
  /** Documents that were received and are not here, by why: in quarantine, or deleted. */
  leftOut: z.array(z.object({ application: z.string(), sha256: HASH, because: z.string() })),
  files: z.array(z.object({ name: z.string(), size: z.number().int().min(0), sha256: HASH })),
});

export type ManifestText = z.input<typeof MANIFEST_FILE>;
export type Manifest = z.output<typeof MANIFEST_FILE>;
export type FileMark = Manifest['files'][number];
export type LeftOut = Manifest['leftOut'][number];

export const manifestText = (manifest: Omit<ManifestText, 'schema'>): string =>
  `${JSON.stringify({ schema: SCHEMA, ...manifest } satisfies ManifestText, undefined, 1)}\n`;

/** Reads it as it is written: what names a thing twice would be read otherwise by another program. */
export function readManifest(text: string): Manifest | undefined {
  const given = jsonOf(text);
  const read = MANIFEST_FILE.safeParse(given);
  return read.success && text === `${JSON.stringify(given, undefined, 1)}\n` ? read.data : undefined;
}

/** What is signed: that this is a record, and the hash of its manifest. */
const signedText = (manifest: string): Buffer =>
  Buffer.from(`${SCHEMA}\n${createHash('sha256').update(manifest, 'utf8').digest('hex')}\n`);

const SIGNATURE_FILE = z.object({ key: z.string(), signature: z.base64() });
export type Signature = { key: LogKey; signature: Buffer };

/** The signature of a manifest, by the organisation's key. */
export const signatureText = (manifest: string, { privateKey, ...key }: LogKey & { privateKey: KeyObject }): string =>
  textOfSignature({ key, signature: sign(null, signedText(manifest), privateKey) });

const textOfSignature = ({ key, signature }: Signature): string =>
  `${JSON.stringify({ key: keyText(key), signature: signature.toString('base64') }, undefined, 1)}\n`;

/** Reads it, letter for letter as it is written. */
export function readSignature(text: string): Signature | undefined {
  const read = SIGNATURE_FILE.safeParse(jsonOf(text));
  const key = read.success ? readKey(read.data.key) : undefined;
  const signature = read.success && key ? { key, signature: Buffer.from(read.data.signature, 'base64') } : undefined;
  return signature && textOfSignature(signature) === text ? signature : undefined;
}

/** Whether the key signed this very manifest. */
export function isSignatureOf({ key, signature }: Signature, manifest: string): boolean {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: key.publicKey.toString('base64url') };
  return verify(null, signedText(manifest), createPublicKey({ key: jwk, format: 'jwk' }), signature);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
