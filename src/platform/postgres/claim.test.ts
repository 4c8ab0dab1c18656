import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { claim, type Guest, type Owner } from './claim.ts';

async function own(name: string): Promise<Owner> {
  const claimed = await claim(name);
  if (claimed.role !== 'owner') throw new Error('there is an owner already');
  return claimed;
}

async function enter(name: string): Promise<Guest> {
  const claimed = await claim(name);
  if (claimed.role !== 'guest') throw new Error('there is no owner');
  return claimed;
}

test('the first to claim owns; the next are guests', async () => {
  const name = randomUUID();
  const owner = await own(name);
  owner.admitGuests();

  const guests = await Promise.all([enter(name), enter(name)]);

  expect(owner.closeToGuests()).toBe(2);
  await Promise.all([...guests, owner].map((holder) => holder.release()));
});

test('a guest waits until the owner admits it', async () => {
  const name = randomUUID();
  const owner = await own(name);
  let entered = false;
  const entering = enter(name).then((guest) => {
    entered = true;
    return guest;
  });
  await sleep(50);
  expect(entered).toBe(false);

  owner.admitGuests();

  const guest = await entering;
  await guest.release();
  await owner.release();
});

test('a guest that comes while the owner closes owns when that one has left', async () => {
  const name = randomUUID();
  const owner = await own(name);
  owner.admitGuests();
  owner.closeToGuests();
  const late = claim(name);
  await sleep(20);

  await owner.release();

  const heir = await late;
  expect(heir.role).toBe('owner');
  await heir.release();
});

test('a guest is told when the owner leaves, also when that was before it asked', async () => {
  const name = randomUUID();
  const owner = await own(name);
  owner.admitGuests();
  const [first, second] = await Promise.all([enter(name), enter(name)]);
  const told: string[] = [];
  first.onOwnerLeft(() => told.push('first'));

  await owner.release();
  await sleep(20);
  second.onOwnerLeft(() => told.push('second'));

  expect(told).toEqual(['first', 'second']);
});

test('a guest that has left is not told, and the owner does not count it', async () => {
  const name = randomUUID();
  const owner = await own(name);
  owner.admitGuests();
  const guest = await enter(name);
  const told: string[] = [];
  guest.onOwnerLeft(() => told.push('left'));

  await guest.release();
  await expect.poll(() => owner.closeToGuests()).toBe(0);
  await owner.release();

  expect(told).toEqual([]);
});
