import { expect, test } from 'vitest';
import { hashPassword, parsePhc, verifyPassword } from './password-hash.ts';
import { TEST_PASSWORD } from './people-testing.ts';

test('a password is stored as argon2id with 19 MiB, 2 passes, 1 lane, 16 bytes of salt and 32 of tag', async () => {
  const hash = await hashPassword(TEST_PASSWORD);

  const { strength, salt, tag } = parsePhc(hash);
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(strength).toEqual({ memoryKib: 19_456, passes: 2, lanes: 1 });
  expect([salt.length, tag.length]).toEqual([16, 32]);
});

test('the same password is never hashed alike twice, and each hash knows it again', async () => {
  const [one, other] = await Promise.all([hashPassword(TEST_PASSWORD), hashPassword(TEST_PASSWORD)]);

  expect(one).not.toBe(other);
  expect(await Promise.all([one, other].map((hash) => verifyPassword(TEST_PASSWORD, hash)))).toEqual([true, true]);
  expect(await verifyPassword(`${TEST_PASSWORD}.`, one)).toBe(false);
});

test('an accent typed as one character or as two is the same password', async () => {
  const hash = await hashPassword('caf\u00e9 du nord, midi');

  expect(await verifyPassword('cafe\u0301 du nord, midi', hash)).toBe(true);
});

test('without an account every password is wrong, and finding out costs a hash all the same', async () => {
  const known = await hashPassword(TEST_PASSWORD);
  const timeOf = async (hash: string | undefined) => {
    const from = performance.now();
    for (let times = 0; times < 5; times += 1) await verifyPassword('a wrong password', hash);
    return performance.now() - from;
  };

  const [withAccount, without] = [await timeOf(known), await timeOf(undefined)];

  expect(await verifyPassword('a wrong password', undefined)).toBe(false);
  expect(without).toBeGreaterThan(withAccount / 3);
  expect(without).toBeLessThan(withAccount * 3);
});

test('a surge waits its turn, and every one of it is answered', async () => {
  const hash = await hashPassword(TEST_PASSWORD);
  const before = process.memoryUsage.rss();
  let most = 0;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss() - before)), 2);

  const answers = await Promise.all(
    Array.from({ length: 24 }, (_, index) => verifyPassword(index % 2 ? TEST_PASSWORD : 'another', hash)),
  );

  clearInterval(watch);
  expect(answers.filter(Boolean)).toHaveLength(12);
  expect(most).toBeLessThan(8 * 19_456 * 1024);
});
