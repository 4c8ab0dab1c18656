import { sign, type KeyObject } from 'node:crypto';
import { readSignatureLine, signatureLine, signed, type LogKey } from '../../people/signing-key/public-key.ts';

/** The root of the log when it had so many leaves. */
export type TreeHead = { name: string; treeSize: number; rootHash: Buffer; at: Date };
/** A tree head with the signature of a key of the log, by the key's id. */
export type SignedHead = TreeHead & { keyId: string; signature: Buffer };

const HASH_BYTES = 32;

/** What is signed: the text of a checkpoint (c2sp.org/tlog-checkpoint) with the instant as its one extension line. */
const signedText = ({ name, treeSize, rootHash, at }: TreeHead): string =>
  `${name}\n${treeSize}\n${rootHash.toString('base64')}\n${at.toISOString()}\n`;

export const signHead = (head: TreeHead, { id, privateKey }: { id: string; privateKey: KeyObject }): SignedHead => ({
  ...head,
  keyId: id,
  signature: sign(null, Buffer.from(signedText(head)), privateKey),
});

/** Whether this very key signed the head: by its name, its id and its signature. */
export const isSignedBy = (head: SignedHead, key: LogKey): boolean =>
  key.name === head.name && key.id === head.keyId && signed(key, signedText(head), head.signature);

/** A head as a signed note: what is published, what a receipt carries, what witnesses of other logs can read. */
export const noteOf = (head: SignedHead): string => `${signedText(head)}\n${signatureLine(head)}\n`;

const NOTE = /^([^\s+]+)\n(0|[1-9]\d{0,14})\n([A-Za-z0-9+/]{43}=)\n([^\n]{20,30})\n\n(— .+)\n(?:— .*\n)*$/;

/** Reads a signed note of one of our logs; what others have signed beneath is left to them. */
export function readNote(text: string): SignedHead | undefined {
  const [, name = '', size = '', root = '', instant = '', line = ''] = NOTE.exec(text) ?? [];
  const at = new Date(instant);
  const rootHash = Buffer.from(root, 'base64');
  const signature = readSignatureLine(line);
  if (signature?.name !== name || Number.isNaN(at.getTime()) || at.toISOString() !== instant) return undefined;
  return rootHash.length === HASH_BYTES ? { ...signature, treeSize: Number(size), rootHash, at } : undefined;
}
