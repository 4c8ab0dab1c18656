import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson, type Json } from '../../platform/canonical-json.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Receipt } from '../submission/receipt.ts';
import { leafHash } from './merkle-tree.ts';
import { isConsistent, rootFromInclusion } from './merkle-proof.ts';
import { keyText, readKey, type LogKey } from '../../people/signing-key/public-key.ts';
import { isSignedBy, noteOf, readNote, type SignedHead } from './tree-head.ts';

/** Where a receipt stands in the log, and what shows it: the path from its leaf to the root of a signed head. */
export type LogProof = {
  leafIndex: number;
  /** Given before there was a log, and entered afterwards. */
  beforeLog: boolean;
  path: Buffer[];
  head: SignedHead;
  key: LogKey;
};

const SCHEMA = 'concours/receipt/1';
const CONTENT_SCHEMA = /^concours\/application\/\d+$/;
const HASH = z.string().regex(/^[0-9a-f]{64}$/);

const FILE = z.object({
  schema: z.literal(SCHEMA),
  content: z.looseObject({ number: z.string(), receivedAt: z.string() }).and(z.record(z.string(), z.json())),
  sha256: HASH,
  log: z
    .object({
      leafIndex: z.number().int().min(0),
      beforeLog: z.boolean(),
      path: z.array(HASH).max(64),
      treeHead: z.string(),
      key: z.string(),
    })
    .nullable(),
});

/** The receipt as one file to keep: what was stored, and what shows that it stands in the log. */
export function receiptFile({ text, sha256 }: Pick<Receipt, 'text' | 'sha256'>, proof: LogProof | undefined): string {
  const log = proof && {
    leafIndex: proof.leafIndex,
    beforeLog: proof.beforeLog,
    path: proof.path.map((hash) => hash.toString('hex')),
    treeHead: noteOf(proof.head),
    key: keyText(proof.key),
  };
  const file: z.infer<typeof FILE> = { schema: SCHEMA, content: JSON.parse(text), sha256, log: log ?? null };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/** A receipt's file, read: nothing in it is believed yet. */
export type ReadFile = {
  /** The application's number, as the content says. */
  number: string;
  receivedAt: string;
  fingerprint: string;
  statedFingerprint: string;
  proof: LogProof | undefined;
};

export type FileRefusal =
  | { kind: 'not-a-receipt' }
  /** What we store, without the receipt around it: an earlier download. */
  | { kind: 'content-alone'; fingerprint: string }
  | { kind: 'broken-tree-head' };

/** Reads the file of a receipt. */
export function readReceiptFile(text: string): Result<ReadFile, FileRefusal> {
  try {
    return readValue(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (error) {
    // No JSON, or none that has a canonical text or fits on the stack.
    if (error instanceof SyntaxError || error instanceof RangeError) return refuse({ kind: 'not-a-receipt' });
    throw error;
  }
}

function readValue(value: unknown): Result<ReadFile, FileRefusal> {
  const bare = z.looseObject({ schema: z.string().regex(CONTENT_SCHEMA) }).safeParse(value);
  if (bare.success) return refuse({ kind: 'content-alone', fingerprint: fingerprintOf(value as Json) });
  const file = FILE.safeParse(value);
  if (!file.success) return refuse({ kind: 'not-a-receipt' });
  const { content, sha256, log } = file.data;
  const head = log ? readNote(log.treeHead) : undefined;
  const key = log ? readKey(log.key) : undefined;
  if (log && (!head || !key)) return refuse({ kind: 'broken-tree-head' });
  const path = (log?.path ?? []).map((hash) => Buffer.from(hash, 'hex'));
  return ok({
    number: content.number,
    receivedAt: content.receivedAt,
    fingerprint: fingerprintOf(content),
    statedFingerprint: sha256,
    proof: log && head && key ? { leafIndex: log.leafIndex, beforeLog: log.beforeLog, path, head, key } : undefined,
  });
}

const fingerprintOf = (content: Json): string =>
  createHash('sha256').update(canonicalJson(content), 'utf8').digest('hex');

/** What somebody knows of the log from elsewhere than the receipt. */
export type Known = {
  /** Its keys; without them the receipt's own is all there is to check the signature by. */
  keys?: readonly LogKey[] | undefined;
  /** A later or the same state, and the path that leads to it from the receipt's where they differ. */
  head?: SignedHead | undefined;
  consistency?: { from: number; to: number; path: readonly Buffer[] } | undefined;
};

export type Check =
  | { part: 'content'; holds: boolean }
  | { part: 'inclusion'; holds: boolean }
  /** By a key that the reader knows, or by the one that the receipt brings along. */
  | { part: 'signature'; holds: boolean; by: 'known-key' | 'own-key' | 'unknown-key' }
  | { part: 'tree-head'; holds: boolean; outcome: 'same' | 'consistent' | 'rewritten' | 'no-path' | 'not-signed' };

/** Checks a receipt by arithmetic alone, in the order in which one part relies on the one before. */
export function checkReceiptFile(file: ReadFile, known: Known = {}): Check[] {
  const { proof } = file;
  const content: Check = { part: 'content', holds: file.fingerprint === file.statedFingerprint };
  if (!proof) return [content];
  const leaf = leafHash(Buffer.from(file.fingerprint, 'hex'));
  const { leafIndex: index, path, head } = proof;
  const root = rootFromInclusion({ leaf, index, size: head.treeSize, path });
  const inclusion: Check = { part: 'inclusion', holds: root?.equals(head.rootHash) ?? false };
  const given = known.head && [checkHead(head, known.head, known)];
  return [content, inclusion, checkSignature(proof, known), ...(given ?? [])];
}

function checkSignature({ head, key }: LogProof, { keys }: Known): Check {
  if (!keys) return { part: 'signature', holds: isSignedBy(head, key), by: 'own-key' };
  const known = keys.find(({ id, name }) => id === head.keyId && name === head.name);
  return known
    ? { part: 'signature', holds: isSignedBy(head, known), by: 'known-key' }
    : { part: 'signature', holds: false, by: 'unknown-key' };
}

/** A head that somebody kept, or that others have seen: ours must be it, or be shown to have grown into it. */
function checkHead(own: SignedHead, given: SignedHead, { keys, consistency }: Known): Check {
  const part = 'tree-head';
  if (keys && !keys.some((key) => isSignedBy(given, key))) return { part, holds: false, outcome: 'not-signed' };
  if (own.treeSize === given.treeSize) {
    const same = own.rootHash.equals(given.rootHash) && own.name === given.name;
    return { part, holds: same, outcome: same ? 'same' : 'rewritten' };
  }
  const [earlier, later] = own.treeSize < given.treeSize ? [own, given] : [given, own];
  if (consistency?.from !== earlier.treeSize || consistency.to !== later.treeSize)
    return { part, holds: false, outcome: 'no-path' };
  const { from, to, path } = consistency;
  const grown = isConsistent({ from, to, fromRoot: earlier.rootHash, toRoot: later.rootHash, path });
  return { part, holds: grown, outcome: grown ? 'consistent' : 'rewritten' };
}
