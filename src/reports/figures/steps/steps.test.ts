import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { percentile } from '../percentile.ts';
import { momentsOf, spanOf, takenSteps, waitingOf, type VacancyEvent, type VacancyHistory } from './steps.ts';

const BEGUN = new Date('2026-01-05T10:00:00Z');
const A_DAY_MS = 24 * 3_600_000;
const day = (number: number) => new Date(BEGUN.getTime() + number * A_DAY_MS);
const ZONE = 'Europe/Brussels';

const event = (action: string, at: Date, more: Partial<VacancyEvent> = {}): VacancyEvent => ({
  action,
  at,
  stage: null,
  report: null,
  redone: false,
  appointment: null,
  ...more,
});

const history = (given: Partial<VacancyHistory>): VacancyHistory => ({
  reference: '260014',
  status: 'draft',
  createdAt: BEGUN,
  publishedAt: null,
  closedAt: null,
  events: [],
  settledAt: null,
  planned: [],
  ...given,
});

const WHOLE = history({
  status: 'closed',
  publishedAt: day(10),
  closedAt: day(40),
  settledAt: day(50),
  planned: ['written-test', 'panel-interview'],
  events: [
    event('submit', day(4)),
    event('stage-opened', day(51), { stage: 'written-test' }),
    event('stage-closed', day(60), { stage: 'written-test' }),
    event('stage-opened', day(61), { stage: 'panel-interview' }),
    event('stage-closed', day(75), { stage: 'panel-interview' }),
    event('report-submitted', day(80), { report: 1 }),
    event('report-accepted', day(82), { report: 1 }),
    event('decision-released', day(83), { report: 1 }),
  ],
});

test('each step lasts from the end of the one before it', () => {
  expect(takenSteps(WHOLE, ZONE).map(({ step, days }) => [step, days])).toEqual([
    ['draft', 4],
    ['review', 6],
    ['open', 30],
    ['screening', 10],
    ['stage:written-test', 10],
    ['stage:panel-interview', 15],
    ['report', 5],
    ['decision', 2],
    ['letters', 1],
  ]);
});

test('steps together are the time from beginning to the last end, whatever happened', () => {
  const actions = [
    'submit',
    'fill',
    'stage-opened',
    'stage-closed',
    'report-submitted',
    'report-returned',
    'decision-released',
  ];
  const events = fc
    .array(
      fc.record({
        action: fc.constantFrom(...actions),
        days: fc.integer({ min: 0, max: 400 }),
        stage: fc.constantFrom('written-test', 'panel-interview'),
      }),
      { maxLength: 12 },
    )
    .map((all) =>
      all
        .toSorted((a, b) => a.days - b.days)
        .map(({ action, days, stage }) =>
          event(action, day(days), { stage: action.startsWith('stage') ? stage : null, report: 1 }),
        ),
    );
  fc.assert(
    fc.property(events, fc.option(fc.integer({ min: 0, max: 400 })), (all, closed) => {
      const one = history({ events: all, closedAt: closed === null ? null : day(closed), planned: ['written-test'] });
      const taken = takenSteps(one, 'UTC');

      expect(taken.every(({ days }) => days >= 0)).toBe(true);
      expect(new Set(taken.map(({ step }) => step)).size).toBe(taken.length);
      const last = Math.max(0, ...ends(one).map((end) => (end.getTime() - BEGUN.getTime()) / A_DAY_MS));
      expect(taken.reduce((sum, { days }) => sum + days, 0)).toBe(last);
    }),
    { numRuns: 500 },
  );
});

/** The ends that stand, one by one: for each thing that can end, the last event about it, if it is an end. */
function ends({ events, closedAt }: VacancyHistory): Date[] {
  const last = (about: (one: VacancyEvent) => boolean) => events.findLast(about);
  const reported = last(({ action }) => action === 'report-submitted' || action === 'report-returned');
  const stages = ['written-test', 'panel-interview'].map((stage) => last((one) => one.stage === stage));
  return [
    events.find(({ action }) => action === 'submit')?.at,
    last(({ action }) => action === 'fill')?.at,
    last(({ action }) => action === 'decision-released')?.at,
    reported?.action === 'report-submitted' ? reported.at : undefined,
    ...stages.map((one) => (one?.action === 'stage-closed' ? one.at : undefined)),
    closedAt,
  ].filter((end): end is Date => end instanceof Date);
}

test('a report that came back is not signed, and that of one case is not that of the vacancy', () => {
  const events = [
    ...WHOLE.events.filter(({ report }) => report === null),
    event('report-submitted', day(78), { report: 1 }),
    event('report-returned', day(79), { report: 1 }),
    event('report-begun', day(90), { report: 2, redone: true }),
    event('report-submitted', day(91), { report: 2 }),
    event('report-accepted', day(92), { report: 2 }),
  ];
  const returned = { ...WHOLE, events };

  expect(takenSteps(returned, ZONE).map(({ step }) => step)).not.toContain('report');
  expect(waitingOf(returned)).toEqual({ reference: '260014', step: 'report', since: day(75) });
});

type Stands = { where: string; given: Partial<VacancyHistory>; waits: [string, Date] | undefined };

const STANDS: Stands[] = [
  { where: 'a draft', given: {}, waits: ['draft', BEGUN] },
  {
    where: 'a draft that came back',
    given: { events: [event('submit', day(1)), event('return', day(3))] },
    waits: ['draft', day(3)],
  },
  {
    where: 'one in review',
    given: { status: 'in-review', events: [event('submit', day(2))] },
    waits: ['review', day(2)],
  },
  { where: 'one that is published', given: { status: 'published', publishedAt: day(5) }, waits: ['open', day(5)] },
  { where: 'one that has closed', given: { status: 'closed', closedAt: day(30) }, waits: ['screening', day(30)] },
  {
    where: 'one that is screened',
    given: { ...WHOLE, events: [event('submit', day(4))] },
    waits: ['stage:written-test', day(50)],
  },
  { where: 'one whose letters are sent', given: WHOLE, waits: ['acceptance', day(83)] },
  { where: 'one that is filled', given: { ...WHOLE, status: 'filled' }, waits: undefined },
  { where: 'one that is cancelled', given: { status: 'cancelled' }, waits: undefined },
];

test.each(STANDS)('$where waits where it stands, since it came there', ({ given, waits }) => {
  const waiting = waitingOf(history(given));

  expect(waiting && [waiting.step, waiting.since]).toEqual(waits);
});

test('a change of the clocks is no day more or less', () => {
  const one = history({
    createdAt: new Date('2026-03-28T22:30:00Z'),
    events: [event('submit', new Date('2026-03-29T21:30:00Z'))],
  });

  expect(takenSteps(one, ZONE)).toEqual([{ step: 'draft', days: 1 }]);
  expect(percentile([1], 50)).toBe(1);
});

test('a step of several appointments ends with the last, and not where who accepted does not come', () => {
  const about = (appointment: string) => ({ appointment });
  const two = [
    event('offer-accepted', day(90), about('one')),
    event('offer-accepted', day(95), about('two')),
    event('appointed', day(120), about('one')),
    event('appointed', day(140), about('two')),
  ];
  const endOf = (events: VacancyEvent[], step: string) =>
    momentsOf({ ...WHOLE, events: [...WHOLE.events, ...events] }).find((moment) => moment.step === step)?.at;

  expect([endOf(two, 'acceptance'), endOf(two, 'appointment')]).toEqual([day(95), day(140)]);
  const gone = [...two, event('appointment-ended', day(150), about('two'))];
  expect([endOf(gone, 'acceptance'), endOf(gone, 'appointment')]).toEqual([day(90), day(120)]);
  const another = [event('offer-accepted', day(90), about('one')), event('offer-withdrawn', day(91), about('one'))];
  expect(endOf(another, 'acceptance')).toBeUndefined();
  expect(spanOf({ ...WHOLE, events: [...WHOLE.events, ...two] }, 'decision-to-appointment', ZONE)).toBe(58);
});
