import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';

/** The root of the log when it had so many leaves. */
export type TreeHead = { name: string; treeSize: number; rootHash: Buffer; at: Date };
/** A tree head with the signature of a key of the log, by the key's id. */
export type SignedHead = TreeHead & { keyId: string; signature: Buffer };
/** A key that signs tree heads, as everybody may know it. */
export type LogKey = { id: string; name: string; publicKey: Buffer };

const ED25519 = Buffer.from([1]);
const ID_BYTES = 4;
const PUBLIC_KEY_BYTES = 32;
const HASH_BYTES = 32;
const SIGNATURE_BYTES = 64;

/** The name of the log of an installation, as its signatures tell it: its host and the page that explains them. */
export const logName = (publicUrl: string): string => `${new URL(publicUrl).host}/receipts`;

/** What is signed: the text of a checkpoint (c2sp.org/tlog-checkpoint) with the instant as its one extension line. */
const signedText = ({ name, treeSize, rootHash, at }: TreeHead): string =>
  `${name}\n${treeSize}\n${rootHash.toString('base64')}\n${at.toISOString()}\n`;

export const signHead = (head: TreeHead, { id, privateKey }: { id: string; privateKey: KeyObject }): SignedHead => ({
  ...head,
  keyId: id,
  signature: sign(null, Buffer.from(signedText(head)), privateKey),
});

/** Whether this very key signed the head: by its name, its id and its signature. */
export function isSignedBy(head: SignedHead, key: LogKey): boolean {
  if (key.name !== head.name || key.id !== head.keyId || key.id !== keyIdOf(key)) return false;
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: key.publicKey.toString('base64url') };
  return verify(null, Buffer.from(signedText(head)), createPublicKey({ key: jwk, format: 'jwk' }), head.signature);
}

/** The id of an Ed25519 key in signed notes (c2sp.org/signed-note): four bytes of a hash, hexadecimal. */
export const keyIdOf = ({ name, publicKey }: Pick<LogKey, 'name' | 'publicKey'>): string =>
  createHash('sha256')
    .update(`${name}\n`)
    .update(ED25519)
    .update(publicKey)
    .digest('hex')
    .slice(0, 2 * ID_BYTES);

/** A head as a signed note: what is published, what a receipt carries, what witnesses of other logs can read. */
export function noteOf(head: SignedHead): string {
  const signature = Buffer.concat([Buffer.from(head.keyId, 'hex'), head.signature]).toString('base64');
  return `${signedText(head)}\n— ${head.name} ${signature}\n`;
}

const NOTE =
  /^([^\s+]+)\n(0|[1-9]\d{0,14})\n([A-Za-z0-9+/]{43}=)\n([^\n]{20,30})\n\n— (\S+) ([A-Za-z0-9+/=]+)\n(?:— .*\n)*$/;

/** Reads a signed note of one of our logs; what others have signed beneath is left to them. */
export function readNote(text: string): SignedHead | undefined {
  const [, name = '', size = '', root = '', instant = '', signer = '', signed = ''] = NOTE.exec(text) ?? [];
  const at = new Date(instant);
  const signature = Buffer.from(signed, 'base64');
  const rootHash = Buffer.from(root, 'base64');
  if (name === '' || signer !== name || Number.isNaN(at.getTime()) || at.toISOString() !== instant) return undefined;
  if (signature.length !== ID_BYTES + SIGNATURE_BYTES || rootHash.length !== HASH_BYTES) return undefined;
  const keyId = signature.subarray(0, ID_BYTES).toString('hex');
  return { name, treeSize: Number(size), rootHash, at, keyId, signature: signature.subarray(ID_BYTES) };
}

/** A key on one line, as signed notes write it: name, id and public part. */
export const keyText = ({ id, name, publicKey }: LogKey): string =>
  `${name}+${id}+${Buffer.concat([ED25519, publicKey]).toString('base64')}`;

/** Reads such a line; undefined for one that is none, or whose id is not that of its key. */
export function readKey(text: string): LogKey | undefined {
  const [, name = '', id = '', encoded = ''] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text.trim()) ?? [];
  const bytes = Buffer.from(encoded, 'base64');
  const publicKey = bytes.subarray(1);
  const isOurs =
    bytes[0] === ED25519[0] && publicKey.length === PUBLIC_KEY_BYTES && id === keyIdOf({ name, publicKey });
  return isOurs ? { id, name, publicKey } : undefined;
}

/** Reads such lines; undefined where one of them is none, or there is none. */
export function readKeys(text: string): LogKey[] | undefined {
  const keys = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(readKey);
  return keys.length > 0 && keys.every((key) => key !== undefined) ? keys : undefined;
}
