import { createHash, createPublicKey, verify } from 'node:crypto';

/** A key that signs for this installation, as everybody may know it. */
export type LogKey = { id: string; name: string; publicKey: Buffer };

const ED25519 = Buffer.from([1]);
const KEY_ID_BYTES = 4;
const PUBLIC_KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;

/** The name by which an installation signs: its host and the page that explains its signatures. */
export const logName = (publicUrl: string): string => `${new URL(publicUrl).host}/receipts`;

/** The id of an Ed25519 key in signed notes (c2sp.org/signed-note): four bytes of a hash, hexadecimal. */
export const keyIdOf = ({ name, publicKey }: Pick<LogKey, 'name' | 'publicKey'>): string =>
  createHash('sha256')
    .update(`${name}\n`)
    .update(ED25519)
    .update(publicKey)
    .digest('hex')
    .slice(0, 2 * KEY_ID_BYTES);

/** Whether this key, which is what its id says, made the signature of the text. */
export function signed(key: LogKey, text: string, signature: Buffer): boolean {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: key.publicKey.toString('base64url') };
  return (
    key.id === keyIdOf(key) && verify(null, Buffer.from(text), createPublicKey({ key: jwk, format: 'jwk' }), signature)
  );
}

/** Which key signed a note, and its signature: the line beneath the text. */
export type NoteSignature = { name: string; keyId: string; signature: Buffer };

/** The line beneath the text of a signed note. */
export const signatureLine = ({ name, keyId, signature }: NoteSignature): string =>
  `— ${name} ${Buffer.concat([Buffer.from(keyId, 'hex'), signature]).toString('base64')}`;

/** Reads such a line; undefined for what is none. */
export function readSignatureLine(line: string): NoteSignature | undefined {
  const [, name, encoded = ''] = /^— (\S+) ([A-Za-z0-9+/=]+)$/.exec(line) ?? [];
  const bytes = Buffer.from(encoded, 'base64');
  if (name === undefined || bytes.length !== KEY_ID_BYTES + SIGNATURE_BYTES) return undefined;
  return { name, keyId: bytes.subarray(0, KEY_ID_BYTES).toString('hex'), signature: bytes.subarray(KEY_ID_BYTES) };
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
