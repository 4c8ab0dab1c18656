import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import { keyIdOf, type LogKey } from './public-key.ts';

/** A new key: its public part, and its private part sealed by the installation's secret. */
export type MadeKey = LogKey & { sealed: Buffer };

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Makes a key for the log of this name. Who has the database without the secret cannot sign. */
export function makeKey(name: string, secret: string): MadeKey {
  const pair = generateKeyPairSync('ed25519');
  const publicKey = Buffer.from(pair.publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, sealingKey(secret), nonce);
  const der = pair.privateKey.export({ format: 'der', type: 'pkcs8' });
  const sealed = Buffer.concat([nonce, cipher.update(der), cipher.final(), cipher.getAuthTag()]);
  return { id: keyIdOf({ name, publicKey }), name, publicKey, sealed };
}

/** The private part of a key, or undefined where the secret is no longer the one that sealed it. */
export function openKey(sealed: Buffer, secret: string): KeyObject | undefined {
  const decipher = createDecipheriv(CIPHER, sealingKey(secret), sealed.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    const der = Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
    return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  } catch {
    return undefined;
  }
}

const sealingKey = (secret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', 'the signing key of the log of receipts', KEY_BYTES));
