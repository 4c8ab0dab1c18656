import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { marksOf } from '../../applications/drafting/merging.ts';
import { exampleItem, openStageOf, plannedStage } from '../selection-testing.ts';
import {
  begin,
  beyond,
  changeTest,
  handIn,
  isAwaited,
  isHandedIn,
  isSettled,
  lengthen,
  momentOf,
  questionsOf,
  readPart,
  save,
  settle,
  SETTLES_MS,
  type Paper,
  type Texts,
  type WrittenTest,
} from './written-test.ts';

const ITEMS = [exampleItem('first'), exampleItem('second')];
const OPENS = new Date('2026-11-25T08:00:00Z');
const CLOSES = new Date('2026-11-25T18:00:00Z');
const TEST: WrittenTest = {
  stageId: '00000000-0000-4000-8000-000000000001',
  minutes: 60,
  opensAt: OPENS,
  closesAt: CLOSES,
  byNumber: true,
  maxCharacters: 3000,
  questions: questionsOf({ items: ITEMS }),
  version: 1,
};
const after = (date: Date, ms: number) => new Date(date.getTime() + ms);
const begun = (extra = 0): Paper => {
  const paper = begin({ test: TEST, goesOn: true, paper: undefined }, extra, OPENS);
  if (!paper.ok) throw new Error('It begins');
  return paper.value;
};
const typedInto = (paper: Paper, texts: Texts) => ({ texts, base: marksOf({ ...paper.texts }) });

const moves = fc.array(
  fc.record({
    kind: fc.constantFrom('begin', 'save', 'hand-in', 'settle'),
    atMs: fc.integer({ min: -3_600_000, max: 20 * 3_600_000 }),
    extra: fc.integer({ min: 0, max: 120 }),
    text: fc.string({ maxLength: 8 }),
  }),
  { maxLength: 25 },
);

describe('whatever is clicked, in whatever order', () => {
  test('the time is the minutes and those arranged as it was begun, and nothing is kept after the end', () => {
    fc.assert(
      fc.property(moves, (list) => {
        let paper: Paper | undefined;
        let first: { begunAt: number; endsAt: number } | undefined;
        for (const { kind, atMs, extra, text } of list) {
          const at = after(OPENS, atMs);
          const before = paper;
          if (kind === 'begin') {
            const taken = begin({ test: TEST, goesOn: true, paper }, extra, at);
            paper = taken.ok ? taken.value : paper;
            if (taken.ok) first = { begunAt: at.getTime(), endsAt: at.getTime() + (60 + extra) * 60_000 };
          } else if (paper) {
            const taken = (kind === 'hand-in' ? handIn : save)(paper, typedInto(paper, { first: text }), at);
            paper = kind === 'settle' ? settle(paper, at) : taken.ok ? taken.value : paper;
          }
          expect(paper && { begunAt: paper.begunAt.getTime(), endsAt: paper.endsAt.getTime() }).toEqual(first);
          const keptLate = before && paper && at > before.endsAt && paper.texts !== before.texts;
          const changedAfterwards = before?.handedInAt && paper !== before;
          expect([keptLate ?? false, changedAfterwards ?? false]).toEqual([false, false]);
          expect((paper?.handedInAt ?? OPENS) <= (paper?.endsAt ?? CLOSES)).toBe(true);
        }
      }),
    );
  });

  test('of two tabs neither overwrites unseen what the other wrote', () => {
    const texts = fc.record({ first: fc.constantFrom('', 'a', 'b'), second: fc.constantFrom('', 'a', 'b') });
    fc.assert(
      fc.property(texts, texts, texts, (opened, one, other) => {
        const paper = { ...begun(), texts: opened };
        const saved = save(paper, typedInto(paper, one), after(OPENS, 1000));
        const kept = saved.ok ? saved.value : paper;
        const second = save(kept, typedInto(paper, other), after(OPENS, 2000));
        const shown = second.ok ? second.value.texts : kept.texts;

        for (const key of ['first', 'second'] as const) {
          const lost = one[key] !== opened[key] && other[key] !== opened[key] && shown[key] !== one[key];
          expect(lost).toBe(false);
          expect(one[key] !== opened[key] && other[key] === opened[key] && shown[key] !== one[key]).toBe(false);
        }
      }),
    );
  });
});

test('a save counts if it is received at the last millisecond, and not one later', () => {
  const paper = begun(30);
  const typed = typedInto(paper, { first: 'At the end' });

  expect(paper.endsAt).toEqual(new Date('2026-11-25T09:30:00Z'));
  expect(save(paper, typed, paper.endsAt)).toMatchObject({ ok: true, value: { texts: { first: 'At the end' } } });
  expect(save(paper, typed, after(paper.endsAt, 1))).toEqual({ ok: false, refusal: { kind: 'ended' } });
  expect(handIn(paper, typed, after(paper.endsAt, 1))).toMatchObject({ ok: false });
});

test('it is handed in by itself at its end, and read only once nothing in time can still arrive', () => {
  const paper = begun();
  const settles = after(paper.endsAt, SETTLES_MS);

  expect([isHandedIn(paper, paper.endsAt), isHandedIn(paper, after(paper.endsAt, 1))]).toEqual([false, true]);
  expect([isSettled(paper, settles), isSettled(paper, after(settles, 1))]).toEqual([false, true]);
  expect([isAwaited(TEST, paper, settles), isAwaited(TEST, paper, after(settles, 1))]).toEqual([true, false]);
  expect([isAwaited(TEST, undefined, CLOSES), isAwaited(TEST, undefined, after(CLOSES, 1))]).toEqual([true, false]);
  expect(settle(paper, settles)).toBe(paper);
  expect(settle(paper, after(settles, 1)).handedInAt).toEqual(paper.endsAt);
});

test('more minutes lengthen a paper while it is under way alone, and fewer shorten none', () => {
  fc.assert(
    fc.property(fc.nat({ max: 120 }), fc.nat({ max: 300 }), fc.nat({ max: 300 }), (extra, minutes, at) => {
      const paper = begun(extra);
      const now = after(OPENS, at * 60_000);

      const longer = lengthen(paper, minutes, now);

      const isLonger = now <= paper.endsAt && minutes > 60 + extra;
      expect(longer.endsAt).toEqual(isLonger ? after(OPENS, minutes * 60_000) : paper.endsAt);
      expect({ ...longer, endsAt: paper.endsAt, version: paper.version }).toEqual(paper);
      expect(lengthen({ ...paper, handedInAt: OPENS }, minutes, now).endsAt).toEqual(paper.endsAt);
    }),
  );
});

test.each([
  ['before it opens', -1, 'early'],
  ['at its first instant', 0, 'open'],
  ['at its last', CLOSES.getTime() - OPENS.getTime(), 'open'],
  ['after it', CLOSES.getTime() - OPENS.getTime() + 1, 'missed'],
])('%s, a test is %s', (_when, ms, moment) => {
  expect(momentOf({ test: TEST, goesOn: true, paper: undefined }, after(OPENS, ms))).toBe(moment);
});

test('nobody begins a stage that is not open, or that has no question', () => {
  const meeting = { test: TEST, goesOn: true, paper: undefined };

  expect(begin({ ...meeting, goesOn: false }, 0, OPENS).ok).toBe(false);
  expect(begin({ ...meeting, test: { ...TEST, questions: [] } }, 0, OPENS).ok).toBe(false);
  expect(begin({ ...meeting, paper: begun() }, 0, OPENS).ok).toBe(false);
});

test('once somebody began, it is the same for all, and can only be begun for longer', () => {
  const changing = { stage: openStageOf(ITEMS), before: TEST, begun: true };
  const refused = [
    { ...TEST, minutes: 61 },
    { ...TEST, byNumber: false },
    { ...TEST, maxCharacters: 2000 },
    { ...TEST, opensAt: after(OPENS, -1) },
    { ...TEST, closesAt: after(CLOSES, -1) },
  ];

  for (const wanted of refused) expect(changeTest(wanted, changing)).toMatchObject({ refusal: { kind: 'begun' } });
  expect(changeTest({ ...TEST, closesAt: after(CLOSES, 1) }, changing).ok).toBe(true);
  expect(changeTest({ ...TEST, minutes: 61 }, { ...changing, begun: false }).ok).toBe(true);
});

test('only a stage with questions that the panel scores is written, and its window has a first and a last instant', () => {
  const changing = { before: undefined, begun: false };

  expect(changeTest(TEST, { ...changing, stage: plannedStage() })).toMatchObject({ refusal: { kind: 'no-questions' } });
  expect(changeTest(TEST, { ...changing, stage: plannedStage({ items: ITEMS, assessedBy: 'outside' }) })).toMatchObject(
    { refusal: { kind: 'no-questions' } },
  );
  expect(
    changeTest({ ...TEST, closesAt: OPENS }, { ...changing, stage: plannedStage({ items: ITEMS }) }),
  ).toMatchObject({ refusal: { kind: 'reversed' } });
});

test('of an answer the limit is read, and no character is cut in two', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 0, max: 10 }), (text, most) => {
      const part = readPart(text, most);

      expect(text.startsWith(part)).toBe(true);
      expect(part.length <= most && part.length >= Math.min(text.length, most) - 1).toBe(true);
      expect(part.isWellFormed()).toBe(true);
      expect(beyond(text, most) > 0).toBe(text.length > most);
    }),
  );
});
