import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  answerRequest,
  askForAnother,
  chooseSlot,
  decline,
  NO_ANSWER,
  placeIn,
  recordOutcome,
  runsInto,
  withMoved,
  type Attendance,
  type InvitationRefusal,
  type Invited,
  type Schedule,
  type Slot,
} from './invitation.ts';
import { readInstant, readSchedule, readSlots } from './schedule-form.ts';
import type { Result } from '../../platform/result.ts';

const NOW = new Date('2027-01-11T09:00:00Z');
const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000);
const slot = (id: string, more: Partial<Slot> = {}): Slot => ({
  id,
  startsAt: hours(240),
  minutes: 45,
  capacity: 1,
  taken: 0,
  place: {},
  link: '',
  cancelReason: null,
  ...more,
});
const schedule: Schedule = {
  stageId: 'stage',
  kind: 'slots',
  zone: 'Europe/Brussels',
  chooseBy: hours(48),
  changeBy: hours(96),
  offeredAt: hours(-24),
  version: 1,
};
const invited = (more: Partial<Invited> = {}): Invited => ({
  schedule,
  slots: [slot('a'), slot('b', { taken: 1 }), slot('c', { cancelReason: 'The room is taken.' })],
  attendance: NO_ANSWER,
  closed: false,
  ...more,
});
const holding = (more: Partial<Attendance> = {}): Attendance => ({
  ...NO_ANSWER,
  slotId: 'a',
  reply: 'confirmed',
  version: 1,
  ...more,
});
const kindOf = (result: Result<Attendance, InvitationRefusal>) =>
  result.ok ? result.value.reply : result.refusal.kind;

describe('choosing a time', () => {
  test.each([
    ['a time with room', invited(), 'a', NOW, 'confirmed'],
    ['one that is full', invited(), 'b', NOW, 'slot-full'],
    ['one that was cancelled', invited(), 'c', NOW, 'slot-gone'],
    ['none', invited(), '', NOW, 'slot-missing'],
    ['one at the very last moment', invited(), 'a', schedule.chooseBy, 'confirmed'],
    ['one after it', invited(), 'a', hours(49), 'too-late-to-choose'],
    ['before it is offered', invited({ schedule: { ...schedule, offeredAt: null } }), 'a', NOW, 'not-offered'],
    ['once the stage is closed', invited({ closed: true }), 'a', NOW, 'closed'],
    ['another in time', invited({ attendance: holding({ slotId: 'b' }) }), 'a', hours(49), 'confirmed'],
    ['another too late', invited({ attendance: holding({ slotId: 'b' }) }), 'a', hours(97), 'too-late-to-change'],
    [
      'another where there is one for all',
      invited({ schedule: { ...schedule, kind: 'one-time' }, attendance: holding() }),
      'a',
      NOW,
      'one-time',
    ],
  ])('%s', (...[, given, slotId, at, told]) => {
    expect(kindOf(chooseSlot(given, slotId, at))).toBe(told);
  });

  test('who declined chooses again as long as others choose', () => {
    const declined = invited({ attendance: { ...NO_ANSWER, reply: 'declined', version: 2 } });

    expect(kindOf(chooseSlot(declined, 'a', NOW))).toBe('confirmed');
    expect(kindOf(decline(declined, NOW))).toBe('declined');
    expect(decline(declined, NOW).ok).toBe(false);
    expect(askForAnother(declined, 'I can after all.', hours(60))).toMatchObject({
      ok: true,
      value: { reply: 'declined' },
    });
  });
});

describe('whatever people click', () => {
  const anyAct = fc.record({
    who: fc.nat(5),
    act: fc.constantFrom('choose', 'decline', 'ask', 'place', 'answer', 'outcome'),
    slotId: fc.constantFrom('a', 'b', 'c', 'd', ''),
    after: fc.nat(300),
    words: fc.constantFrom('', 'Why.'),
  });
  const DECISIONS: Record<
    string,
    (one: Invited, act: { slotId: string; words: string }, now: Date) => Result<Attendance, InvitationRefusal>
  > = {
    choose: (one, { slotId }, now) => chooseSlot(one, slotId, now),
    decline: (one, _, now) => decline(one, now),
    ask: (one, { words }, now) => askForAnother(one, words, now),
    place: (one, { slotId }, now) => placeIn(one, slotId, now),
    answer: (one, act, now) => answerRequest(one, act, now),
    outcome: (one, { words }, now) => recordOutcome(one, { kind: 'absent', reason: words }, now),
  };

  test('no slot holds more than its places, nobody has two, a cancelled one nobody, and each change raises the version', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 40 }), (acts) => {
        let slots = [
          slot('a'),
          slot('b', { capacity: 2 }),
          slot('c', { cancelReason: 'Gone.' }),
          slot('d', { capacity: null }),
        ];
        const people = new Map<number, Attendance>();
        for (const { who, act, after, ...rest } of acts) {
          const before = people.get(who) ?? NO_ANSWER;
          const decided = DECISIONS[act]?.(invited({ slots, attendance: before }), rest, hours(after));
          if (!decided?.ok) continue;
          expect(decided.value.version).toBe(before.version + 1);
          slots = withMoved(slots, before.slotId, decided.value.slotId);
          people.set(who, decided.value);
        }

        for (const { id, capacity, taken, cancelReason } of slots) {
          const holders = [...people.values()].filter(({ slotId }) => slotId === id).length;
          expect(taken).toBe(holders);
          expect(holders).toBeLessThanOrEqual(cancelReason === null ? (capacity ?? Infinity) : 0);
        }
        for (const { reply, slotId, outcome } of people.values()) {
          expect(reply === 'confirmed').toBe(slotId !== null);
          expect(outcome === undefined || slotId !== null).toBe(true);
        }
      }),
    );
  });
});

describe('asking for another time', () => {
  test('needs a reason, is answered once, and without another time in words alone', () => {
    const late = invited({ attendance: holding() });
    const asked = askForAnother(late, 'A funeral.', hours(100));

    expect(kindOf(askForAnother(late, ' ', hours(100)))).toBe('reason-missing');
    expect(asked).toMatchObject({ ok: true, value: { slotId: 'a', request: { reason: 'A funeral.' } } });
    const waiting = invited({ attendance: asked.ok ? asked.value : NO_ANSWER, slots: [slot('a'), slot('e')] });
    expect(kindOf(askForAnother(waiting, 'Again.', hours(101)))).toBe('already-asked');
    expect(kindOf(answerRequest(waiting, { slotId: '', words: '' }, hours(101)))).toBe('reason-missing');
    expect(answerRequest(waiting, { slotId: 'e', words: '' }, hours(101))).toMatchObject({
      value: { slotId: 'e', request: undefined },
    });
    expect(kindOf(answerRequest(late, { slotId: 'e', words: '' }, hours(101)))).toBe('nothing-asked');
  });
});

describe('who came', () => {
  test('is recorded once the time has begun, an absence with what is known of it', () => {
    const held = invited({ attendance: holding() });

    expect(kindOf(recordOutcome(held, { kind: 'absent', reason: 'No word.' }, hours(239)))).toBe('not-begun');
    expect(kindOf(recordOutcome(held, { kind: 'absent', reason: '' }, hours(241)))).toBe('reason-missing');
    expect(recordOutcome(held, { kind: 'attended', reason: '' }, hours(241))).toMatchObject({
      value: { outcome: { kind: 'attended' }, reply: 'confirmed' },
    });
    expect(kindOf(recordOutcome(invited(), { kind: 'attended', reason: '' }, hours(241)))).toBe('no-slot');
  });

  test('longer time that runs into the next slot is shown', () => {
    const next = slot('e', { startsAt: new Date(hours(240).getTime() + 60 * 60_000) });

    expect(runsInto(slot('a'), 15, [slot('a'), next])).toBeUndefined();
    expect(runsInto(slot('a'), 16, [slot('a'), next])?.id).toBe('e');
  });
});

describe('the times that staff type', () => {
  const at = (name: string, [day, month, year]: string[], time: string) => ({
    [`${name}-day`]: day ?? '',
    [`${name}-month`]: month ?? '',
    [`${name}-year`]: year ?? '',
    [`${name}-time`]: time,
  });

  test('are those of the wall clock of their zone, in summer and winter', () => {
    const read = (zone: string, month: string) => readInstant(at('first', ['3', month, '2027'], '9:30'), 'first', zone);

    expect(read('Europe/Brussels', '2')).toEqual({ ok: true, value: new Date('2027-02-03T08:30:00Z') });
    expect(read('Europe/Brussels', '7')).toEqual({ ok: true, value: new Date('2027-07-03T07:30:00Z') });
    expect(read('Asia/Kathmandu', '2')).toEqual({ ok: true, value: new Date('2027-02-03T03:45:00Z') });
  });

  test('make slots one after the other, or say what is to be mended', () => {
    const fields = {
      ...at('first', ['3', '2', '2027'], '9:00'),
      minutes: '45',
      count: '3',
      pause: '15',
      capacity: '2',
    };
    const slots = readSlots(fields, schedule, NOW);

    expect(slots).toMatchObject({
      value: [8, 9, 10].map((hour) => ({ startsAt: new Date(Date.UTC(2027, 1, 3, hour)), minutes: 45, capacity: 2 })),
    });
    expect(
      readSlots({ ...fields, minutes: '2', link: 'javascript:alert(1)', 'place-en': 'Room 3' }, schedule, NOW),
    ).toEqual({
      ok: false,
      refusal: [
        { field: 'minutes', kind: 'number' },
        { field: 'link', kind: 'link' },
        { field: 'place-en', kind: 'place' },
      ],
    });
    expect(readSlots({ ...fields, count: '' }, { ...schedule, kind: 'one-time' }, NOW)).toMatchObject({
      value: [{ startsAt: new Date('2027-02-03T08:00:00Z'), capacity: null }],
    });
    expect(readSchedule({ zone: 'Mars/Olympus' }, NOW)).toMatchObject({ refusal: [{ field: 'zone' }] });
  });
});
