import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rolesWith, ROLES } from '../../people/permissions.ts';
import type { Condition } from '../../regulations/organisation/appointment-schema.ts';
import { NORTHERN_RIVERS, ORGANISATIONS, RIVERS_COMMISSION } from '../../regulations/regulations-testing.ts';
import { addDays } from '../../regulations/civil-dates.ts';
import * as clocks from './track-clock.ts';
import type { Reminder } from './track-clock.ts';
import { actionsFor, isSettled, stateOf, stepTrack, TRACK_ACTIONS, type Stepping, type Track } from './track.ts';

const TODAY = '2026-06-15';
const { workingDays: CALENDAR } = NORTHERN_RIVERS;

const clockOf = (track: Track, today: string) => clocks.clockOf(track, today, CALENDAR);
const obstaclesTo = (day: string, tracks: readonly Track[]) => clocks.obstaclesTo(day, tracks, CALENDAR);
const untilOf = (track: Track) => {
  const until = clocks.holdsUntil(track, CALENDAR);
  return until.ok ? until.value : undefined;
};

function conditionOf(code: string, { appointment } = NORTHERN_RIVERS): Condition {
  const condition = appointment.conditions.find((one) => one.code === code);
  if (!condition) throw new Error(`There is no condition ${code}`);
  return condition;
}

const clearance = () => conditionOf('security-clearance');
const verification = () => conditionOf('verification');

const asked = (action: Stepping['action'], more: Partial<Stepping> = {}): Stepping => ({
  action,
  on: TODAY,
  validUntil: '',
  level: 'NS',
  authority: 'National authority of Canada',
  reason: 'As the authority wrote.',
  roles: [...ROLES],
  today: TODAY,
  demands: { clearance: 'NS', levels: ['NR', 'NC', 'NS', 'CTS'], unverified: 0 },
  ...more,
});

/** The same without words, of which a medical condition takes none. */
const silent = (action: Stepping['action'], more: Partial<Stepping> = {}) => asked(action, { reason: '', ...more });
const fitting = ({ kind }: Condition, action: Stepping['action'], more: Partial<Stepping> = {}) =>
  kind === 'medical' && action !== 'waive' ? silent(action, more) : asked(action, more);

/** A track after steps that must all be possible. */
function trackOf(condition: Condition, ...steps: Stepping[]): Track {
  return steps.reduce<Track>(
    (track, stepping) => {
      const step = stepTrack(track, stepping);
      if (!step.ok) throw new Error(step.refusal.kind);
      return { condition, steps: [...track.steps, step.value] };
    },
    { condition, steps: [] },
  );
}

describe('a step on a track', () => {
  test('leads from the beginning to an outcome, and back with a reason', () => {
    const met = trackOf(clearance(), asked('begin', { on: '2026-01-10' }), asked('meet', { validUntil: '2031-06-14' }));

    expect(stateOf(met)).toBe('met');
    expect(met.steps.at(-1)).toEqual({
      action: 'meet',
      state: 'met',
      on: TODAY,
      validUntil: '2031-06-14',
      level: 'NS',
      authority: '',
      reason: 'As the authority wrote.',
    });
    expect(stepTrack(met, asked('reopen', { reason: ' ' }))).toMatchObject({ refusal: { kind: 'reason-missing' } });
    expect(stateOf(trackOf(clearance(), asked('begin'), asked('meet'), asked('reopen')))).toBe('under-way');
  });

  test.each([
    ['a day that is none', { on: '2026-02-30' }, { kind: 'date-missing' }],
    ['a day ahead', { on: '2026-06-16' }, { kind: 'date-ahead', today: TODAY }],
    ['a day before the step that it follows', { on: '2026-01-09' }, { kind: 'date-before', last: '2026-01-10' }],
    ['a last day that is none', { validUntil: 'never' }, { kind: 'valid-until-wrong' }],
    ['an outcome that had run out', { validUntil: '2026-06-14' }, { kind: 'valid-until-past', on: TODAY }],
    ['a text that nobody reads', { reason: 'a'.repeat(2001) }, { kind: 'too-long' }],
  ])('is refused with %s', (_, more, refusal) => {
    const begun = trackOf(clearance(), asked('begin', { on: '2026-01-10' }));

    expect(stepTrack(begun, asked('meet', more))).toEqual({ ok: false, refusal });
  });

  test('is refused to another office than the one that the organisation names', () => {
    const begins = (roles: Stepping['roles']) =>
      stepTrack({ condition: clearance(), steps: [] }, asked('begin', { roles }));

    expect(begins(['security-officer']).ok).toBe(true);
    expect(begins(['medical-officer', 'recruitment-manager'])).toEqual({
      ok: false,
      refusal: { kind: 'other-office' },
    });
  });

  test('waives a condition only where the organisation names who may, and says why', () => {
    const waives = (condition: Condition, more: Partial<Stepping>) =>
      stepTrack({ condition, steps: [] }, asked('waive', more));

    expect(waives(verification(), { roles: ['recruitment-manager'] })).toMatchObject({ value: { state: 'waived' } });
    expect(waives(verification(), { roles: ['contract-officer'] })).toMatchObject({ refusal: { kind: 'no-waiver' } });
    expect(waives(verification(), { reason: '' })).toMatchObject({ refusal: { kind: 'reason-missing' } });
    expect(waives(clearance(), {})).toMatchObject({ refusal: { kind: 'no-waiver' } });
  });

  test('keeps of a medical condition its outcome and its days, and refuses every word', () => {
    const begun = trackOf(conditionOf('medical-file'), silent('begin'));

    expect(stepTrack(begun, silent('fail'))).toMatchObject({ value: { state: 'not-met', reason: '' } });
    expect(stepTrack(begun, asked('fail', { reason: 'Asthma' }))).toMatchObject({ refusal: { kind: 'no-words' } });
  });

  test('asks for a clearance at the level of the post or above, and takes no less than was asked for', () => {
    const open: Track = { condition: clearance(), steps: [] };
    const higher = trackOf(clearance(), asked('begin', { level: 'CTS' }));

    expect(stepTrack(open, asked('begin', { level: 'NC' }))).toMatchObject({
      refusal: { kind: 'level-below', needed: 'NS' },
    });
    expect(stepTrack(open, asked('begin', { level: 'none' }))).toMatchObject({ refusal: { kind: 'level-missing' } });
    expect(stepTrack(open, asked('begin', { authority: ' ' }))).toMatchObject({
      refusal: { kind: 'authority-missing' },
    });
    expect(stepTrack(open, asked('meet', { level: 'NS' })).ok).toBe(true);
    expect(stepTrack(higher, asked('meet', { level: 'NS' }))).toMatchObject({
      refusal: { kind: 'level-below', needed: 'CTS' },
    });
  });

  test('asks for no level where the organisation knows none', () => {
    const demands = { clearance: null, levels: [], unverified: 0 };

    expect(stepTrack({ condition: clearance(), steps: [] }, asked('meet', { level: '', demands }))).toMatchObject({
      value: { level: null },
    });
  });

  test('does not let a verification be met before each study and each post is settled', () => {
    const begun = trackOf(verification(), asked('begin'));
    const met = (unverified: number) =>
      stepTrack(begun, asked('meet', { demands: { ...asked('meet').demands, unverified } }));

    expect(met(2)).toMatchObject({ refusal: { kind: 'items-open', open: 2 } });
    expect(met(0).ok).toBe(true);
  });

  test('is offered exactly where it can be taken', () => {
    fc.assert(
      fc.property(anyTrack(), fc.subarray([...ROLES]), (track, roles) => {
        const offered = actionsFor(track, roles);

        const possible = TRACK_ACTIONS.filter(
          (action) => stepTrack(track, fitting(track.condition, action, { roles })).ok,
        );
        expect(offered).toEqual(possible);
      }),
    );
  });
});

describe('the clock of a track', () => {
  test('counts from the day it began to the day on which such a one is usually done', () => {
    const begun = trackOf(clearance(), asked('begin', { on: '2026-01-10' }));

    expect(clockOf(begun, '2026-06-10')).toEqual({
      begunOn: '2026-01-10',
      settledOn: null,
      usuallyBy: '2026-06-10',
      passedOver: [],
      unknownYear: null,
      isLate: false,
    });
    expect(clockOf(begun, '2026-06-11').isLate).toBe(true);
  });

  test('begins anew where the track is opened again, and is not late once it is settled', () => {
    const again = trackOf(clearance(), asked('begin', { on: '2025-01-10' }), asked('meet'), asked('reopen'));

    expect(clockOf(again, '2026-06-20')).toMatchObject({ begunOn: TODAY, isLate: false });
    expect(clockOf(trackOf(clearance(), asked('begin'), asked('meet')), '2030-01-01')).toMatchObject({
      settledOn: TODAY,
      isLate: false,
    });
  });

  test('says nothing of a usual duration where no source gives one', () => {
    const condition = { ...clearance(), usual: null };

    expect(clockOf(trackOf(condition, asked('begin', { on: '2020-01-01' })), TODAY)).toMatchObject({
      usuallyBy: null,
      isLate: false,
    });
  });
});

/** So many working days, as a source would give them. */
const workingDays = (count: number) => ({ count, unit: 'working-days' as const, source: clearance().source });

describe('a duration in working days', () => {
  test('is counted by the calendar of the organisation, which says what it passed over', () => {
    const condition = { ...clearance(), usual: workingDays(5) };

    const clock = clockOf(trackOf(condition, asked('begin', { on: '2026-05-08' })), '2026-05-18');

    // Ascension Day is no working day, nor are two weekends.
    expect(clock).toMatchObject({ usuallyBy: '2026-05-18', isLate: false, passedOver: [{ on: '2026-05-14' }] });
    expect(clockOf(trackOf(condition, asked('begin', { on: '2026-05-08' })), '2026-05-19').isLate).toBe(true);
  });

  test('that reaches a year whose closed days are not known gives no day, and nothing is late by it', () => {
    const condition = { ...clearance(), usual: workingDays(600) };
    const begun = trackOf(condition, asked('begin'));

    expect(clockOf(begun, '2031-01-01')).toMatchObject({ usuallyBy: null, unknownYear: 2028, isLate: false });
    const rules = NORTHERN_RIVERS.appointment.conditionReminders;
    expect(clocks.remindersDue(begun, { rules, today: '2031-01-01', sent: [], calendar: CALENDAR })).toEqual([]);
  });

  test('for which an outcome holds counts its first day where that is one, and not where it is closed', () => {
    const condition = { ...conditionOf('accreditation'), holds: workingDays(5) };
    const met = (on: string, validUntil = '') =>
      trackOf(condition, asked('meet', { on, validUntil, today: '2026-12-01' }));

    expect(untilOf(met('2026-06-15'))).toBe('2026-06-19');
    expect(untilOf(met('2026-06-13'))).toBe('2026-06-19');
    expect(untilOf(met('2026-06-15', '2026-06-17'))).toBe('2026-06-17');
  });

  test('for which an outcome holds stands in the way from the year on of which nobody knows', () => {
    const condition = { ...conditionOf('accreditation'), holds: workingDays(600) };
    const met = (validUntil: string) => trackOf(condition, asked('meet', { validUntil }));
    const unknown = (track: Track) => {
      const until = clocks.holdsUntil(track, CALENDAR);
      return until.ok ? undefined : until.refusal;
    };

    expect(unknown(met(''))).toEqual({ kind: 'closed-days-unknown', year: 2028 });
    expect(unknown(met('2028-01-01'))).toEqual({ kind: 'closed-days-unknown', year: 2028 });
    expect(untilOf(met('2027-12-31'))).toBe('2027-12-31');
    expect(obstaclesTo('2027-12-31', [met('')])).toEqual([]);
    expect(obstaclesTo('2028-01-01', [met('')])).toMatchObject([{ kind: 'year-unknown', year: 2028 }]);
  });
});

describe('what stands between somebody and their appointment', () => {
  test('every condition that is open or refused, and none that is met or waived', () => {
    const tracks: Track[] = [
      { condition: clearance(), steps: [] },
      trackOf(conditionOf('medical-file'), silent('begin'), silent('meet')),
      trackOf(verification(), asked('waive')),
      trackOf(conditionOf('accreditation'), asked('begin'), asked('fail')),
    ];

    const obstacles = obstaclesTo('2026-09-01', tracks);

    expect(obstacles.map(({ condition, kind }) => [condition.code, kind])).toEqual([
      ['security-clearance', 'open'],
      ['accreditation', 'not-met'],
    ]);
  });

  test('an outcome that has run out on the first day in the post', () => {
    const extract = trackOf(
      conditionOf('criminal-record-extract', RIVERS_COMMISSION),
      asked('meet', { on: '2026-03-01' }),
    );

    expect(untilOf(extract)).toBe('2026-05-31');
    expect(obstaclesTo('2026-05-31', [extract])).toEqual([]);
    expect(obstaclesTo('2026-06-01', [extract])).toMatchObject([{ kind: 'runs-out', until: '2026-05-31' }]);
  });

  test('the earlier of what the authority gave and what the rules let hold', () => {
    const medical = (validUntil: string) => trackOf(conditionOf('medical-file'), silent('meet', { validUntil }));

    expect(untilOf(medical('2026-12-31'))).toBe('2026-12-31');
    expect(untilOf(medical('2040-12-31'))).toBe('2027-06-14');
  });

  test('never nothing before each condition of an organisation is settled', () => {
    const anyTracks = fc
      .constantFrom(...ORGANISATIONS)
      .chain(({ appointment }) => fc.tuple(...appointment.conditions.map((one) => anyTrack(fc.constant(one)))));
    fc.assert(
      fc.property(anyTracks, (tracks) => {
        const none = obstaclesTo(addDays(TODAY, 1), tracks).length === 0;

        expect(none && !tracks.every(isSettled)).toBe(false);
      }),
    );
  });
});

describe('the reminders of a track', () => {
  const rules = NORTHERN_RIVERS.appointment.conditionReminders;
  const due = (track: Track, today: string, sent: Reminder[] = []) =>
    clocks.remindersDue(track, { rules, today, sent, calendar: CALENDAR });

  test('come before the usual duration has passed, after it, and before an outcome runs out', () => {
    const begun = trackOf(clearance(), asked('begin', { on: '2026-01-10' }));
    const held = trackOf(clearance(), asked('meet', { validUntil: '2026-12-31' }));

    expect(due(begun, '2026-05-26')).toEqual([]);
    expect(due(begun, '2026-05-27')).toEqual([{ kind: 'usual-end-near', day: '2026-05-27' }]);
    expect(due(begun, '2026-06-11')).toEqual([{ kind: 'late', day: '2026-06-11' }]);
    expect(due(held, '2026-10-31')).toEqual([]);
    expect(due(held, '2026-11-01')).toEqual([{ kind: 'running-out', day: '2026-11-01' }]);
  });

  test('are each sent once, and one alone where several are overdue', () => {
    const begun = trackOf(clearance(), asked('begin', { on: '2026-01-10' }));

    const first = due(begun, '2026-07-20');

    expect(first).toEqual([{ kind: 'late', day: '2026-07-09' }]);
    expect(due(begun, '2026-07-20', first)).toEqual([]);
    expect(due(begun, '2026-07-23', first)).toEqual([{ kind: 'late', day: '2026-07-23' }]);
  });

  test('none comes ahead of its day, and none of what is near comes on or after it', () => {
    fc.assert(
      fc.property(anyTrack(), fc.integer({ min: 0, max: 800 }), (track, days) => {
        const today = addDays(TODAY, days);
        const { usuallyBy } = clockOf(track, today);
        const ends = {
          'usual-end-near': usuallyBy ?? '',
          'running-out': untilOf(track) ?? '',
          late: '9999-12-31',
        };

        const reminders = due(track, today);

        expect(reminders.filter(({ day }) => day > today)).toEqual([]);
        expect(reminders.filter(({ kind, day }) => day >= ends[kind])).toEqual([]);
        expect(due(track, today, reminders)).toEqual([]);
      }),
    );
  });
});

test('what the organisations name as an office or as who may waive is a role that there is', () => {
  const named = ORGANISATIONS.flatMap(({ appointment }) =>
    appointment.conditions.flatMap(({ office, waiver }) => [office, waiver?.by ?? office]),
  );

  expect(named.filter((role) => !ROLES.includes(role))).toEqual([]);
  expect(rolesWith('appointments:read')).toEqual(expect.arrayContaining(named));
});

/** A track after steps of any kind, each on or after the day of the one before. */
function anyTrack(condition: fc.Arbitrary<Condition> = fc.constantFrom(...NORTHERN_RIVERS.appointment.conditions)) {
  const wish = fc.record({
    action: fc.constantFrom(...TRACK_ACTIONS),
    daysAgo: fc.integer({ min: 0, max: 400 }),
    valid: fc.option(fc.integer({ min: 0, max: 900 })),
  });
  return fc.tuple(condition, fc.array(wish, { maxLength: 6 })).map(([one, wishes]) => {
    const steps = wishes.toSorted((a, b) => b.daysAgo - a.daysAgo);
    return steps.reduce<Track>(
      (track, { action, daysAgo, valid }) => {
        const on = addDays(TODAY, -daysAgo);
        const validUntil = valid === null ? '' : addDays(on, valid);
        const step = stepTrack(track, fitting(one, action, { on, validUntil }));
        return step.ok ? { ...track, steps: [...track.steps, step.value] } : track;
      },
      { condition: one, steps: [] },
    );
  });
}
