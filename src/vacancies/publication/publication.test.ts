import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { close, isOpen, reopen, schedule, unschedule } from './publication.ts';
import { makeMove } from '../vacancy-moves.ts';
import { exampleVacancy } from '../vacancy-testing.ts';
import { VACANCY_STATUSES } from '../vacancy-state.ts';
import { rulesDay } from '../vacancy.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const CHECKS = { reason: '', findings: [], steps: [] };
const after = (ms: number) => new Date(NOW.getTime() + ms);
const HOUR = 3_600_000;
const anyOffset = fc.integer({ min: -5_000, max: 5_000 });
const reviewed = exampleVacancy({ status: 'in-review', deadlineAt: after(48 * HOUR) });

test('is open from its publication to the last instant, and never in a status before', () => {
  fc.assert(
    fc.property(fc.constantFrom(...VACANCY_STATUSES), anyOffset, anyOffset, (status, from, until) => {
      const times = { publishedAt: after(from), deadlineAt: after(until), closedAt: null };

      const open = isOpen({ status, ...times }, NOW);

      expect(open).toBe(status === 'published' && from <= 0 && until >= 0);
    }),
  );
});

test('closing by itself takes nothing that came in time, and lets in nothing that came after', () => {
  fc.assert(
    fc.property(anyOffset, fc.integer({ min: 1, max: 100_000 }), anyOffset, (deadline, late, received) => {
      const published = { ...reviewed, status: 'published' as const, publishedAt: after(-HOUR) };
      const vacancy = { ...published, deadlineAt: after(deadline) };

      const closed = close(vacancy, after(deadline + late));

      expect(closed.ok && isOpen(closed.value, after(received))).toBe(received <= deadline);
      expect(closed.ok && closed.value.closedAt).toEqual(vacancy.deadlineAt);
    }),
  );
});

test('closed by hand before its deadline, it takes what came until then, and reopened all of it again', () => {
  const vacancy = { ...reviewed, status: 'published' as const, publishedAt: after(-HOUR) };

  const closed = close(vacancy, NOW);
  const reopened = closed.ok ? reopen(closed.value, after(1_000)) : closed;

  expect(closed.ok && [isOpen(closed.value, NOW), isOpen(closed.value, after(1))]).toEqual([true, false]);
  expect(reopened.ok && [reopened.value.closedAt, isOpen(reopened.value, after(2_000))]).toEqual([null, true]);
});

test('an open-ended vacancy is published, open and reopened without a deadline; any other is not', () => {
  const openEnded = exampleVacancy({ status: 'in-review', deadlineAt: null, notice: { openEnded: true } });
  const forgotten = exampleVacancy({ status: 'in-review', deadlineAt: null });

  const published = makeMove(openEnded, 'publish', { ...CHECKS, now: NOW, reason: '' });
  const closed = published.ok ? close(published.value, after(HOUR)) : published;

  expect(published.ok && isOpen(published.value, after(10_000 * HOUR))).toBe(true);
  expect(closed.ok && isOpen(closed.value, after(HOUR + 1))).toBe(false);
  expect(closed.ok && reopen(closed.value, after(2 * HOUR)).ok).toBe(true);
  expect(makeMove(forgotten, 'publish', { ...CHECKS, now: NOW, reason: '' })).toMatchObject({
    refusal: { kind: 'no-deadline' },
  });
});

test('is scheduled for an instant to come and before its deadline, and moved to another', () => {
  const first = schedule(reviewed, after(HOUR), NOW);
  const moved = first.ok ? schedule(first.value, after(2 * HOUR), NOW) : first;

  expect(moved).toMatchObject({ ok: true, value: { status: 'scheduled', publishAt: after(2 * HOUR) } });
  expect(schedule(reviewed, NOW, NOW)).toMatchObject({ refusal: { kind: 'publication-not-to-come' } });
  expect(schedule(reviewed, after(48 * HOUR), NOW)).toMatchObject({ refusal: { kind: 'publication-after-deadline' } });
});

test('what stands against its publication stands against scheduling it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...VACANCY_STATUSES), fc.boolean(), fc.boolean(), (status, complete, translated) => {
      const title = translated ? { en: 'Hydrologist', fr: 'Hydrologue' } : { en: 'Hydrologist' };
      const notice = { title, grades: complete ? ['G17'] : [] };
      const vacancy = exampleVacancy({ status, deadlineAt: after(48 * HOUR), notice });
      const publishAt = after(HOUR);

      const scheduled = makeMove(vacancy, 'schedule', { ...CHECKS, now: NOW, reason: '', publishAt });
      const published = makeMove(vacancy, 'publish', { ...CHECKS, now: publishAt, reason: '' });

      expect(scheduled.ok).toBe(published.ok);
    }),
  );
});

test('whatever leaves the schedule leaves no instant behind, as the database asks', () => {
  const scheduled = { ...reviewed, status: 'scheduled' as const, publishAt: after(HOUR) };

  const outcomes = [
    unschedule(scheduled),
    makeMove(scheduled, 'publish', { ...CHECKS, now: NOW, reason: '' }),
    makeMove(scheduled, 'cancel', { ...CHECKS, now: NOW, reason: 'The budget was cut.' }),
  ];

  expect(outcomes.map((outcome) => outcome.ok && [outcome.value.status, outcome.value.publishAt])).toEqual([
    ['in-review', null],
    ['published', null],
    ['cancelled', null],
  ]);
});

test('a vacancy that is to be published is judged by the rules of that day', () => {
  const scheduled = { publishedAt: null, publishAt: new Date('2027-01-01T08:00:00Z') };

  expect(rulesDay(scheduled, NOW)).toBe('2027-01-01');
  expect(rulesDay(reviewed, NOW)).toBe('2026-11-22');
});
