import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StageEntry } from '../../applications/stages/stage-state.ts';
import { NORTHERN_RIVERS, ORGANISATIONS } from '../../regulations/regulations-testing.ts';
import { ownRecord, signedOrder } from './frozen-record.ts';
import {
  actionsFrom,
  askForReview,
  decideReview,
  ENDINGS,
  isOverdue,
  move,
  nameReviewer,
  REVIEW_ACTIONS,
  REVIEW_KINDS,
  REVIEW_STATUSES,
  type ReviewAction,
  type ReviewStatus,
} from './review.ts';

const { selection } = NORTHERN_RIVERS;
const decision: StageEntry = {
  number: 3,
  position: 'not-retained',
  stage: null,
  dueOn: null,
  enteredAt: new Date('2026-11-22T12:00:00Z'),
  actorId: 'manager',
  reason: 'comparison',
  told: { en: 'Others were stronger.' },
  note: {},
};
const asking = {
  selection,
  decision,
  asked: [],
  zone: 'Europe/Stockholm',
  today: '2026-11-23',
  kind: 'review',
  words: 'My second diploma was overlooked.',
  lateReason: '',
};
const kindOf = (given: Partial<Parameters<typeof askForReview>[0]>) => {
  const asked = askForReview({ ...asking, ...given });
  return asked.ok ? asked.value : asked.refusal.kind;
};

describe('whatever is clicked, in whatever order', () => {
  const follow = (path: ReviewStatus[], action: ReviewAction): ReviewStatus[] => {
    const moved = move(path.at(-1) ?? 'requested', action);
    return moved.ok ? [...path, moved.value] : path;
  };

  test('nothing is decided before somebody is named, and what ended never changes', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...REVIEW_ACTIONS), { maxLength: 10 }), (actions) => {
        const path = actions.reduce(follow, ['requested'] as ReviewStatus[]);
        const ended = path.findIndex((status) => actionsFrom(status).length === 0);
        const before = path.slice(0, ended === -1 ? undefined : ended);

        expect(ended === -1 || ended === path.length - 1).toBe(true);
        expect(path.at(-1) === 'taken-back' || ended === -1 || before.includes('assigned')).toBe(true);
      }),
    );
  });

  test('a decision is the named person’s alone, who had no part, with a reason, and of an ending its kind has', () => {
    const someone = fc.constantFrom('ada', 'ben', 'cai');
    fc.assert(
      fc.property(
        fc.record({
          status: fc.constantFrom(...REVIEW_STATUSES),
          kind: fc.constantFrom(...REVIEW_KINDS),
          ending: fc.constantFrom(...REVIEW_ACTIONS),
          reason: fc.constantFrom('', '  ', 'Because.'),
          from: fc.constantFrom('', 'screening', 'panel-interview', 'nothing'),
          reach: fc.constantFrom('', 'step', 'onward'),
          by: someone,
          reviewer: someone,
          involved: fc.uniqueArray(someone),
        }),
        (given) => {
          const decided = decideReview({ ...given, stages: ['written-test', 'panel-interview'] });
          const redone =
            given.ending !== 'redo' || (['screening', 'panel-interview'].includes(given.from) && given.reach !== '');
          const may =
            given.status === 'assigned' &&
            (ENDINGS[given.kind] as readonly string[]).includes(given.ending) &&
            given.by === given.reviewer &&
            !given.involved.includes(given.by) &&
            given.reason.trim() !== '' &&
            redone;

          expect(decided.ok).toBe(may);
        },
      ),
    );
  });

  test('nobody looks at it who had a part in it, or applies there', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom('ada', 'ben', 'cai')), fc.boolean(), (involved, applies) => {
        const person = { accountId: 'ada', name: 'Ada', applies };

        expect(nameReviewer({ status: 'requested', person, involved }).ok).toBe(!applies && !involved.includes('ada'));
      }),
    );
  });
});

describe('a request', () => {
  test('is answered within the organisation’s days, from the day of asking', () => {
    expect(kindOf({})).toEqual({
      kind: 'review',
      isLate: false,
      lateReason: '',
      words: 'My second diploma was overlooked.',
      answerBy: '2027-01-22',
    });
  });

  test('on the last day is in time; a day later it is taken with the reason why, for a person to judge', () => {
    expect(kindOf({ today: '2026-12-22' })).toMatchObject({ isLate: false });
    expect(kindOf({ today: '2026-12-23' })).toBe('late-reason-missing');
    expect(kindOf({ today: '2026-12-23', lateReason: 'I was in hospital.' })).toMatchObject({ isLate: true });
  });

  test('is for who was not selected, once of each kind, in words', () => {
    expect(kindOf({ decision: { ...decision, position: 'reserve-listed' } })).toMatchObject({ kind: 'review' });
    expect(kindOf({ decision: { ...decision, position: 'selected' } })).toBe('not-decided');
    expect(kindOf({ decision: undefined })).toBe('not-decided');
    expect(kindOf({ asked: ['review'] })).toBe('already-asked');
    expect(kindOf({ asked: ['reasons'] })).toMatchObject({ kind: 'review' });
    expect(kindOf({ words: ' ' })).toBe('words-missing');
    expect(kindOf({ words: 'x'.repeat(4001) })).toBe('too-long');
  });

  test('is not there where no source gives such a right, nor of a kind that no source gives', () => {
    const [natoIs] = ORGANISATIONS;
    const reviewAlone = {
      ...selection,
      review: selection.review && { ...selection.review, kinds: ['review' as const] },
    };

    expect(natoIs?.selection.review).toBeNull();
    expect(kindOf({ selection: { ...selection, review: null } })).toBe('not-offered');
    expect(kindOf({ selection: reviewAlone, kind: 'reasons' })).toBe('not-offered');
    expect(kindOf({ kind: '' })).toBe('not-offered');
  });

  test('is overdue from the day after, as long as it waits', () => {
    const waits = { status: 'assigned', answerBy: '2027-01-22' } as const;

    expect(isOverdue(waits, '2027-01-22')).toBe(false);
    expect(isOverdue(waits, '2027-01-23')).toBe(true);
    expect(isOverdue({ ...waits, status: 'upheld' }, '2027-01-23')).toBe(false);
    expect(isOverdue({ ...waits, answerBy: null }, '2027-01-23')).toBe(false);
  });
});

describe('the frozen record', () => {
  const scored = (points: number) => [
    { stage: 'panel-interview', score: `${points}0.00`, passed: true, items: [{ key: 'c1', points, highest: 5 }] },
  ];
  const named = (number: string) => ({ number, name: `Name of ${number}` });
  const content = JSON.stringify({
    stages: [{ stage: 'panel-interview', items: [{ key: 'c1', text: { en: 'Leadership' } }] }],
    texts: { en: 'A strong field.' },
    order: [
      { candidate: named('A-1'), rank: 1, total: '90.00', stages: scored(5) },
      { candidate: named('A-2'), rank: 2, total: '60.00', stages: scored(3) },
    ],
    belowPassMark: [{ candidate: named('A-3'), failed: 'panel-interview', stages: scored(1) }],
  });

  test('tells a candidate their own scores by item, and of others nothing', () => {
    expect(ownRecord(content, 'A-2')).toEqual({
      total: '60.00',
      failed: null,
      stages: [
        {
          code: 'panel-interview',
          score: '30.00',
          passed: true,
          items: [{ text: { en: 'Leadership' }, points: 3, highest: 5 }],
        },
      ],
    });
    expect(JSON.stringify(ownRecord(content, 'A-3'))).not.toMatch(/Name|A-1|A-2|90|rank/);
    expect(ownRecord(content, 'A-3')).toMatchObject({ total: null, failed: 'panel-interview' });
    expect(ownRecord(content, 'A-4')).toBeUndefined();
  });

  test('tells a reviewer the order by number, without a name', () => {
    expect(signedOrder(content)).toEqual([
      { number: 'A-1', rank: 1, total: '90.00' },
      { number: 'A-2', rank: 2, total: '60.00' },
    ]);
  });
});
