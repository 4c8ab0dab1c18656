import { expect, test } from 'vitest';
import { hashesIn } from './hashing-testing.ts';
import { hashPassword, NOBODYS, parsePhc, verifyPassword } from './password-hash.ts';
import { TEST_PASSWORD } from './people-testing.ts';
import { takingTurns } from './taking-turns.ts';

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

  const [withAccount, without] = [
    await hashesIn(() => verifyPassword('a wrong password', known)),
    await hashesIn(() => verifyPassword('a wrong password', undefined)),
  ];

  expect(await verifyPassword('a wrong password', undefined)).toBe(false);
  expect([withAccount, without]).toEqual([1, 1]);
  expect(parsePhc(NOBODYS).strength).toEqual(parsePhc(known).strength);
});

test('in a surge two work, the others wait their turn, and a failure keeps nobody waiting', async () => {
  const inTurn = takingTurns(2);
  const order: number[] = [];
  let running = 0;
  let most = 0;
  const work = async (index: number) => {
    running += 1;
    most = Math.max(most, running);
    order.push(index);
    await new Promise((done) => setImmediate(done));
    running -= 1;
    if (index % 3 === 0) throw new Error('failed');
    return index;
  };

  const results = await Promise.allSettled(Array.from({ length: 30 }, (_, index) => inTurn(() => work(index))));

  expect(most).toBe(2);
  expect(order).toEqual(Array.from({ length: 30 }, (_, index) => index));
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
});
