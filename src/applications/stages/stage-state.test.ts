import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NATO_IS, NORTHERN_RIVERS, RIVERS_COMMISSION } from '../../regulations/regulations-testing.ts';
import { exampleVacancy } from '../../vacancies/vacancy-testing.ts';
import { dayByRule, outlookOf, reviewUntil, situationOf } from './situation.ts';
import {
  actionsFrom,
  positionOf,
  stagesToInviteTo,
  STAGE_ACTIONS,
  takeStep,
  type InSelection,
  type StageEntry,
  type StageStep,
} from './stage-state.ts';

const DEADLINE = new Date('2026-12-18T22:59:59Z');
const AFTER = new Date('2027-01-11T09:00:00Z');
const vacancy = exampleVacancy({ status: 'closed', deadlineAt: DEADLINE, closedAt: DEADLINE });
const { selection } = NORTHERN_RIVERS;
const deciding = { vacancy, selection, by: 'recruiter', at: AFTER };
const waiting: InSelection = { status: 'submitted', applicantId: 'ada', entries: [] };
const step = (given: Partial<StageStep>): StageStep => ({
  action: 'review',
  stage: '',
  reason: '',
  dueOn: null,
  note: {},
  ...given,
});

/** The application after these steps; one that is refused leaves it as it was. */
const after = (steps: readonly StageStep[], from: InSelection = waiting): InSelection =>
  steps.reduce<InSelection>((application, each) => {
    const taken = takeStep(application, each, deciding);
    return taken.ok ? { ...application, entries: [...application.entries, taken.value] } : application;
  }, from);

const kindOf = (application: InSelection, each: StageStep, given: Partial<typeof deciding> = {}) => {
  const taken = takeStep(application, each, { ...deciding, ...given });
  return taken.ok ? taken.value.position : taken.refusal.kind;
};

const anyStep: fc.Arbitrary<StageStep> = fc.record({
  action: fc.constantFrom(...STAGE_ACTIONS),
  stage: fc.constantFrom('', 'application-form', 'video-interview', 'written-test', 'panel-interview', 'nothing'),
  reason: fc.constantFrom('', 'comparison', 'essential-requirement', 'nothing'),
  dueOn: fc.constantFrom(null, '2027-02-01'),
  note: fc.constantFrom({}, { en: 'More.' }),
});

describe('whatever steps are asked for, in whatever order', () => {
  test('nobody is turned down unreviewed, or without a reason that may be told', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 12 }), (steps) => {
        const { entries } = after(steps);
        const refused = entries.filter(({ position }) => position === 'not-retained');

        expect(entries.findIndex(({ position }) => position === 'under-review')).toBe(entries.length === 0 ? -1 : 0);
        expect(refused.every(({ reason, told }) => reason !== null && told !== null && told.en !== '')).toBe(true);
        expect(entries.every(({ reason, position }) => (reason !== null) === (position === 'not-retained'))).toBe(true);
      }),
    );
  });

  test('the stages are entered in the organisation’s order, and every step has its number and its person', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 12 }), (steps) => {
        const { entries } = after(steps);
        const begun = entries.findLastIndex(({ position }) => position === 'under-review');
        const codes = selection.stages.map(({ code }) => code);
        const reached = entries.slice(begun + 1).flatMap(({ stage }) => (stage === null ? [] : [codes.indexOf(stage)]));

        expect(reached).toEqual([...new Set(reached)].toSorted((a, b) => a - b));
        expect(entries.map(({ number }) => number)).toEqual(entries.map((_, index) => index + 1));
        expect(entries.every(({ actorId }) => actorId === 'recruiter')).toBe(true);
      }),
    );
  });

  test('the steps that a page offers are those that are not refused as out of order', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 8 }), anyStep, (steps, next) => {
        const application = after(steps);
        const offered = actionsFrom(positionOf(application.entries)).includes(next.action);

        expect(kindOf(application, next) === 'illegal-step').toBe(!offered);
      }),
    );
  });
});

describe('a step', () => {
  const reviewed = after([step({})]);

  test('waits for the closing date, and needs none where there is none', () => {
    const open = exampleVacancy({ status: 'published', deadlineAt: DEADLINE });
    const openEnded = exampleVacancy({ status: 'published', deadlineAt: null });

    expect(kindOf(waiting, step({}), { vacancy: open, at: DEADLINE })).toBe('still-open');
    expect(kindOf(waiting, step({}), { vacancy: open, at: new Date(DEADLINE.getTime() + 1) })).toBe('under-review');
    expect(kindOf(waiting, step({}), { vacancy: openEnded })).toBe('under-review');
  });

  test('is nobody’s to take on their own application, nor on one that was withdrawn', () => {
    expect(kindOf(waiting, step({}), { by: 'ada' })).toBe('own-application');
    expect(kindOf({ ...waiting, status: 'withdrawn' }, step({}))).toBe('not-submitted');
  });

  test('invites to a stage that lies ahead, never to the form or back', () => {
    const interviewed = after([step({ action: 'invite', stage: 'written-test' })], reviewed);

    expect(kindOf(reviewed, step({ action: 'invite', stage: 'application-form' }))).toBe('stage-missing');
    expect(kindOf(interviewed, step({ action: 'invite', stage: 'video-interview' }))).toBe('stage-past');
    expect(stagesToInviteTo(interviewed.entries, selection)).toEqual(['panel-interview', 'reference-check']);
  });

  test('keeps what was told as it was told, whatever the data say later', () => {
    const taken = takeStep(reviewed, step({ action: 'not-retain', reason: 'comparison' }), deciding);

    expect(taken).toMatchObject({
      ok: true,
      value: { reason: 'comparison', told: { fr: expect.stringContaining('d’autres') } },
    });
  });
});

describe('how things stand for the applicant', () => {
  const entry = (given: Partial<StageEntry>): StageEntry => ({
    number: 1,
    position: 'under-review',
    stage: null,
    dueOn: null,
    enteredAt: AFTER,
    actorId: 'recruiter',
    reason: null,
    told: null,
    note: {},
    ...given,
  });

  test.each([
    ['submitted', [], 'published', 'awaiting-closing'],
    ['submitted', [], 'closed', 'received'],
    ['submitted', [entry({})], 'closed', 'under-review'],
    ['submitted', [entry({})], 'cancelled', 'vacancy-cancelled'],
    ['submitted', [entry({})], 'filled', 'vacancy-filled'],
    ['submitted', [entry({ position: 'reserve-listed' })], 'filled', 'reserve-listed'],
    ['submitted', [entry({ position: 'not-retained' })], 'cancelled', 'not-retained'],
    ['withdrawn', [entry({ position: 'selected' })], 'closed', 'withdrawn'],
  ] as const)('%s, %o, of a vacancy that is %s: %s', (...stands) => {
    const [status, entries, vacancyStatus, situation] = stands;
    const at = new Date('2026-12-01T09:00:00Z');
    const there = exampleVacancy({ status: vacancyStatus, deadlineAt: DEADLINE });

    expect(situationOf({ status, entries, vacancy: there }, at)).toBe(situation);
  });

  test('says until when by the organisation’s days, counted from the closing date where it was announced', () => {
    expect(outlookOf(vacancy, NORTHERN_RIVERS)).toEqual({ screenedBy: '2027-02-01', decidedBy: '2027-05-17' });
    expect(reviewUntil(entry({ position: 'not-retained' }), 'Europe/Brussels', selection)).toBe('2027-02-10');
  });

  test('says the day that a person set, and none for a decision that would come before it', () => {
    const [earlier, later] = ['2027-01-20', '2027-05-18'].map((day) => outlookOf(vacancy, NORTHERN_RIVERS, day));

    expect(earlier).toEqual({ screenedBy: '2027-01-20', decidedBy: '2027-05-17' });
    expect(later).toEqual({ screenedBy: '2027-05-18', decidedBy: null });
    expect(outlookOf(vacancy, NATO_IS, '2027-01-20').screenedBy).toBe('2027-01-20');
  });

  test('counts working days where the organisation does, and says nothing of a year whose closed days are not known', () => {
    const closing = (day: string) => ({ ...vacancy, deadlineAt: new Date(`${day}T12:00:00Z`), closedAt: null });

    expect(outlookOf(closing('2026-12-18'), RIVERS_COMMISSION).screenedBy).toBe('2027-02-05');
    expect(outlookOf(closing('2027-12-01'), RIVERS_COMMISSION).screenedBy).toBeNull();
    expect(dayByRule(closing('2027-12-01'), 'screening', RIVERS_COMMISSION)).toEqual({
      ok: false,
      refusal: { kind: 'closed-days-unknown', year: 2028 },
    });
  });

  test('gives no date and no review where no source gives one', () => {
    const given = NATO_IS.selection;

    expect(outlookOf(vacancy, NATO_IS)).toEqual({ screenedBy: null, decidedBy: null });
    expect(reviewUntil(entry({ position: 'not-retained' }), 'Europe/Brussels', given)).toBeUndefined();
  });
});
