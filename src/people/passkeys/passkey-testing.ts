import { isoCBOR } from '@simplewebauthn/server/helpers';
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

const ORIGIN = 'http://concours.test';
const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest();
export const url64 = (data: Uint8Array | string) => Buffer.from(data).toString('base64url');

export type Device = { id: Buffer; privateKey: KeyObject; x: Buffer; y: Buffer; counter: number };
export type Page = { challenge: string; origin?: string; host?: string; flags?: number };
/** User present, user verified. */
const UNLOCKED = 0x05;

/** An authenticator in software: a P-256 key and the bytes that a real one makes. */
export function newDevice(): Device {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  return {
    id: randomBytes(16),
    privateKey,
    x: Buffer.from(x, 'base64url'),
    y: Buffer.from(y, 'base64url'),
    counter: 0,
  };
}

const clientData = (type: string, { challenge, origin = ORIGIN }: Page) => JSON.stringify({ type, challenge, origin });

function authenticatorData(
  device: Device,
  { host = 'concours.test', flags = UNLOCKED }: Page,
  credential = Buffer.alloc(0),
) {
  device.counter += 1;
  const counter = Buffer.alloc(4);
  counter.writeUInt32BE(device.counter);
  return Buffer.concat([sha256(host), Buffer.from([flags | (credential.length > 0 ? 0x40 : 0)]), counter, credential]);
}

export function create(device: Device, page: Page): string {
  const key = isoCBOR.encode(
    new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, device.x],
      [-3, device.y],
    ]),
  );
  const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, device.id.length]), device.id, key]);
  const authData = new Uint8Array(authenticatorData(device, page, credential));
  const attestation = isoCBOR.encode(
    new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', authData],
    ]) as never,
  );
  const response = {
    clientDataJSON: url64(clientData('webauthn.create', page)),
    attestationObject: url64(attestation),
  };
  return JSON.stringify({
    id: url64(device.id),
    rawId: url64(device.id),
    type: 'public-key',
    clientExtensionResults: {},
    response,
  });
}

export function get(device: Device, page: Page): string {
  const data = clientData('webauthn.get', page);
  const authData = authenticatorData(device, page);
  const signature = sign('sha256', Buffer.concat([authData, sha256(data)]), device.privateKey);
  const response = { clientDataJSON: url64(data), authenticatorData: url64(authData), signature: url64(signature) };
  return JSON.stringify({
    id: url64(device.id),
    rawId: url64(device.id),
    type: 'public-key',
    clientExtensionResults: {},
    response,
  });
}

export const challengeIn = (text: string): string => /&quot;challenge&quot;:&quot;([\w-]+)&quot;/.exec(text)?.[1] ?? '';
