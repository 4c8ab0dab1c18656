import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** Keys of 32 bytes: the first seals, the others only open what was sealed before a change of keys. */
export type SealingKeys = readonly [Buffer, ...Buffer[]];

const VERSION = 1;
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const NAME_BYTES = 8;
/** Version, name of the key, then the data key sealed by it: what a change of keys writes anew. */
const HEAD_BYTES = 1 + NAME_BYTES + NONCE_BYTES + TAG_BYTES + KEY_BYTES;

/** What was sealed by none of the keys at hand, or was altered, or belongs elsewhere. */
export class CannotOpen extends Error {
  override readonly name = 'CannotOpen';
}

/**
 * Seals bytes (AES-256-GCM) under a data key of their own, itself sealed by the first of the keys. `about` says what they
 * are and whose: they open for the same `about` alone, so that nothing sealed can be put in another's place.
 */
export function seal(plain: Buffer, keys: SealingKeys, about: string): Buffer {
  const dataKey = randomBytes(KEY_BYTES);
  return Buffer.concat([headFor(dataKey, keys, about), encrypt(plain, dataKey, about)]);
}

/** @throws CannotOpen */
export function open(sealed: Buffer, keys: SealingKeys, about: string): Buffer {
  return decrypt(sealed.subarray(HEAD_BYTES), dataKeyOf(sealed, keys, about), about);
}

/** The same bytes with their data key sealed by the first of the keys; what they hold is not touched. @throws CannotOpen */
export function reseal(sealed: Buffer, keys: SealingKeys, about: string): Buffer {
  return Buffer.concat([headFor(dataKeyOf(sealed, keys, about), keys, about), sealed.subarray(HEAD_BYTES)]);
}

/** Whether the first of the keys opens it: the others are not needed for it any more. */
export const isSealedByFirst = (sealed: Buffer, [first]: SealingKeys): boolean => nameIn(sealed).equals(nameOf(first));

/** The keys that a setting names: base64 of 32 bytes each, joined by commas, the one in use first. */
export function readKeys(text: string): SealingKeys {
  const [first, ...others] = text.split(',').map((key) => Buffer.from(key.trim(), 'base64'));
  if (!first || [first, ...others].some((key) => key.length !== KEY_BYTES))
    throw new Error('A key is base64 of 32 bytes');
  return [first, ...others];
}

export const newKey = (): string => randomBytes(KEY_BYTES).toString('base64');

const nameOf = (key: Buffer): Buffer => createHash('sha256').update(key).digest().subarray(0, NAME_BYTES);
const nameIn = (sealed: Buffer): Buffer => sealed.subarray(1, 1 + NAME_BYTES);

const headFor = (dataKey: Buffer, [first]: SealingKeys, about: string): Buffer =>
  Buffer.concat([Buffer.from([VERSION]), nameOf(first), encrypt(dataKey, first, about)]);

function dataKeyOf(sealed: Buffer, keys: SealingKeys, about: string): Buffer {
  const key = keys.find((one) => nameOf(one).equals(nameIn(sealed)));
  if (sealed[0] !== VERSION || !key) throw new CannotOpen('No key at hand sealed this');
  return decrypt(sealed.subarray(1 + NAME_BYTES, HEAD_BYTES), key, about);
}

function encrypt(plain: Buffer, key: Buffer, about: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(about));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

function decrypt(sealed: Buffer, key: Buffer, about: string): Buffer {
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(about)).setAuthTag(tag);
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  } catch {
    throw new CannotOpen('What is sealed was altered, or belongs elsewhere');
  }
}
