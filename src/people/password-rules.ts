/** Length alone makes a password hard to guess; rules on its characters only make it hard to keep (NIST SP 800-63B, 3.1.1.2). */
export const MIN_PASSWORD = 12;
export const MAX_PASSWORD = 200;

export type PasswordRefusal = 'too-short' | 'too-long' | 'is-own-name' | 'too-common';

/** Why this may not be the password of the person with this address and name; undefined when it may. */
export function refusePassword(
  password: string,
  { email, name }: { email: string; name: string },
): PasswordRefusal | undefined {
  const { length } = Array.from(password);
  if (length < MIN_PASSWORD) return 'too-short';
  if (length > MAX_PASSWORD) return 'too-long';
  const plain = plainly(password);
  const [mailbox = ''] = email.split('@');
  if ([email, mailbox, name].map(plainly).includes(plain)) return 'is-own-name';
  return COMMON.has(plain) || new Set(plain).size === 1 ? 'too-common' : undefined;
}

const plainly = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');

/** The most common passwords of at least twelve characters, in lists of what was stolen elsewhere. */
const COMMON = new Set([
  '012345678901',
  '0123456789ab',
  '1111122222333',
  '112233445566',
  '121212121212',
  '123123123123',
  '1234567890-=',
  '123456789012',
  '1234567890123',
  '12345678901234',
  '123456789101112',
  '1234567891011',
  '123456789123',
  '123456789abc',
  '1234567890qwerty',
  '1234qwerasdf',
  '1q2w3e4r5t6y',
  '1q2w3e4r5t6y7u8i',
  '1qaz2wsx3edc',
  '1qaz2wsx3edc4rfv',
  '987654321098',
  '9876543210987',
  'abc123456789',
  'abcd12345678',
  'abcdefghijkl',
  'abcdefghijklm',
  'administrator',
  'administrateur',
  'azertyuiop12',
  'azertyuiop123',
  'azertyuiopqs',
  'bonjourbonjour',
  'changemeplease',
  'correcthorsebatterystaple',
  'jetaimejetaime',
  'iloveyou1234',
  'iloveyouforever',
  'letmeinletmein',
  'loulouloulou',
  'motdepasse12',
  'motdepasse123',
  'motdepasse1234',
  'password1234',
  'password12345',
  'password123456',
  'password2026',
  'passwordpassword',
  'qazwsxedcrfv',
  'qwerty123456',
  'qwertyqwerty',
  'qwertyuiop12',
  'qwertyuiop123',
  'qwertyuiop[]',
  'qwertyuiopas',
  'qwertyuiopasdfghjkl',
  'recrutement1',
  'recruitment1',
  'soleilsoleil',
  'unknownpassword',
  'welcome12345',
  'welcome123456',
]);
