import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { takingTurns } from './taking-turns.ts';

/** OWASP's first choice for argon2id: 19 MiB, 2 passes, 1 lane; about 50 ms on one core. */
export const STRENGTH = { memoryKib: 19_456, passes: 2, lanes: 1 } as const;
const SALT_BYTES = 16;
const TAG_BYTES = 32;
/** Hashes made at once; more wait their turn, so a surge of sign-ins takes 38 MiB and not the machine. */
const AT_ONCE = 2;

type Strength = { memoryKib: number; passes: number; lanes: number };
type Parsed = { strength: Strength; salt: Buffer; tag: Buffer };

const derive = promisify(argon2);
const inTurn = takingTurns(AT_ONCE);

/** The argon2id hash of a password as a PHC string, with a salt of its own. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  return phc({ strength: STRENGTH, salt, tag: await tagOf(password, { strength: STRENGTH, salt, bytes: TAG_BYTES }) });
}

/** Whether this is the password. Without a hash (no such account) it takes as long, and is not. */
export async function verifyPassword(password: string, hash: string | undefined): Promise<boolean> {
  const { strength, salt, tag } = parsePhc(hash ?? NOBODYS);
  const found = await tagOf(password, { strength, salt, bytes: tag.length });
  return timingSafeEqual(found, tag) && hash !== undefined;
}

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** Reads a PHC string of argon2id; throws on any other, which only a fault can have put there. */
export function parsePhc(hash: string): Parsed {
  const [, memoryKib, passes, lanes, salt = '', tag = ''] = PHC.exec(hash) ?? [];
  if (!memoryKib) throw new Error('A stored password hash is not an argon2id PHC string.');
  return {
    strength: { memoryKib: Number(memoryKib), passes: Number(passes), lanes: Number(lanes) },
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  };
}

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');

const phc = ({ strength: { memoryKib, passes, lanes }, salt, tag }: Parsed): string =>
  `$argon2id$v=19$m=${memoryKib},t=${passes},p=${lanes}$${unpadded(salt)}$${unpadded(tag)}`;

/** What an unknown address is compared with: as dear as any, and no password's. */
export const NOBODYS = phc({ strength: STRENGTH, salt: randomBytes(SALT_BYTES), tag: randomBytes(TAG_BYTES) });

type Derivation = { strength: Strength; salt: Buffer; bytes: number };

/** NFKC first, so that é typed as one character or as two is the same password (NIST SP 800-63B, 3.1.1.2). */
const tagOf = (password: string, { strength, salt, bytes }: Derivation): Promise<Buffer> =>
  inTurn(() =>
    derive('argon2id', {
      message: password.normalize('NFKC'),
      nonce: salt,
      memory: strength.memoryKib,
      passes: strength.passes,
      parallelism: strength.lanes,
      tagLength: bytes,
    }),
  );
