import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAddress, signingSecrets } from './endpoint.ts';
import {
  actionsFor,
  afterTry,
  HAND_OVER_STATES,
  MAX_TRIES,
  MAX_STOP_REASON,
  sendAgain,
  stopSending,
  waitMs,
} from './hand-over.ts';

const at = new Date('2026-11-22T12:00:00Z');
const HOUR_MS = 3_600_000;

describe('a message that a neighbour did not take', () => {
  test('is tried again after waits that grow, over nearly four days', () => {
    const waits = Array.from({ length: MAX_TRIES - 1 }, (_, index) => waitMs(index + 1, 0.5) / 60_000);

    expect(waits).toEqual([1, 4, 16, 64, 256, 1024, 4096]);
    expect(waits.reduce((sum, minutes) => sum + minutes, 0) / 60 / 24).toBeCloseTo(3.8, 1);
  });

  test('waits a little more or less each time, so that what failed together is not tried together', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), fc.double({ min: 0, max: 1, noNaN: true }), (tries, random) => {
        const middle = waitMs(tries, 0.5);
        expect(waitMs(tries, random)).toBeGreaterThanOrEqual(middle * 0.9 - 1);
        expect(waitMs(tries, random)).toBeLessThanOrEqual(middle * 1.1 + 1);
      }),
    );
  });

  test('is given up after eight tries, or at once where nobody wants it any more', () => {
    const failed = { outcome: { status: 503 }, at, random: 0.5 } as const;

    expect(afterTry({ tries: 0 }, failed)).toEqual({
      state: 'waiting',
      tries: 1,
      nextTryAt: new Date('2026-11-22T12:01:00Z'),
    });
    expect(afterTry({ tries: 6 }, failed).nextTryAt?.getTime()).toBe(at.getTime() + (4096 * HOUR_MS) / 60);
    expect(afterTry({ tries: 7 }, failed)).toEqual({ state: 'given-up', tries: 8, nextTryAt: null });
    expect(afterTry({ tries: 0 }, { ...failed, outcome: { status: 410 } }).state).toBe('given-up');
    expect(afterTry({ tries: 0 }, { ...failed, outcome: { problem: 'timed-out' } }).state).toBe('waiting');
  });

  test('is delivered by an answer that says so, and by nothing else', () => {
    const states = [200, 202, 204, 299, 199, 301, 307, 400, 500].map(
      (status) => afterTry({ tries: 0 }, { outcome: { status }, at, random: 0 }).state,
    );

    expect(states.slice(0, 4)).toEqual(Array(4).fill('delivered'));
    expect(states.slice(4)).toEqual(Array(5).fill('waiting'));
  });
});

describe('a person', () => {
  test('sends again whatever is still kept, with all its tries', () => {
    expect(sendAgain({ isKept: true }, at)).toEqual({ ok: true, value: { state: 'waiting', tries: 0, nextTryAt: at } });
    expect(sendAgain({ isKept: false }, at)).toEqual({ ok: false, refusal: { kind: 'not-kept' } });
  });

  test('stops with a reason what is not settled', () => {
    expect(stopSending({ state: 'waiting' }, ' By hand ')).toEqual({ ok: true, value: 'By hand' });
    expect(stopSending({ state: 'given-up' }, ' ')).toMatchObject({ refusal: { kind: 'reason-missing' } });
    expect(stopSending({ state: 'given-up' }, 'x'.repeat(MAX_STOP_REASON + 1))).toMatchObject({
      refusal: { kind: 'reason-too-long' },
    });
    expect(stopSending({ state: 'delivered' }, 'So')).toMatchObject({ refusal: { kind: 'settled' } });
  });

  test('is shown what can be done, and nothing else', () => {
    const all = HAND_OVER_STATES.map((state) => actionsFor({ state, isKept: true }).join(' '));

    expect(all).toEqual(['send stop', 'send stop', 'send', 'send']);
    expect(actionsFor({ state: 'delivered', isKept: false })).toEqual([]);
  });
});

describe('an address', () => {
  test.each([
    ['https://payroll.example/in?key=1', 'https://payroll.example/in?key=1'],
    [' https://payroll.example ', 'https://payroll.example/'],
    ['http://localhost:8090/in', 'http://localhost:8090/in'],
    ['https://payroll.example/#part', 'https://payroll.example/'],
  ])('is %s', (typed, url) => {
    expect(readAddress(typed)).toEqual({ ok: true, value: url });
  });

  test.each([
    ['http://payroll.example/', 'not-https'],
    ['http://localhost.evil.example/', 'not-https'],
    ['https://me:secret@payroll.example/', 'has-credentials'],
    ['payroll.example', 'no-address'],
    ['ftp://payroll.example/', 'no-address'],
    ['file:///etc/passwd', 'no-address'],
    ['', 'no-address'],
    [`https://payroll.example/${'x'.repeat(500)}`, 'no-address'],
  ])('is not %s', (typed, kind) => {
    expect(readAddress(typed)).toEqual({ ok: false, refusal: { kind } });
  });
});

test('the secret in use signs, and the one before it in its last days', () => {
  const secrets = [
    { number: 1, secret: 'old', signsUntil: new Date('2026-11-29T12:00:00Z') },
    { number: 2, secret: 'new', signsUntil: null },
  ];

  expect(signingSecrets(secrets, at)).toEqual(['new', 'old']);
  expect(signingSecrets(secrets, new Date('2026-11-29T12:00:00Z'))).toEqual(['new']);
});
