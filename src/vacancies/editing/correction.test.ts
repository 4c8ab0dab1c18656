import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { correct, deadlineMove } from './correction.ts';
import { draftNote, NOTE_FIELD, toldOf } from './correction-form.ts';
import { isOpen } from '../publication/publication.ts';
import { exampleVacancy } from '../vacancy-testing.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const DAY = 86_400_000;
const inDays = (days: number) => new Date(NOW.getTime() + days * DAY);
const NOTE = { en: 'The deadline was changed.', fr: 'La date limite a été modifiée.' };
const published = exampleVacancy({ status: 'published', publishedAt: inDays(-14), deadlineAt: inDays(7) });
const told = (changes = {}) => ({ note: NOTE, reason: 'Few applications.', fields: ['deadline'], ...changes });
const to = (deadlineAt: Date | null, before = published) => ({ before, after: { ...before, deadlineAt } });

test('the public is told in each language, or nothing is changed', () => {
  const change = { before: published, after: published };
  const refused = correct(change, told({ note: { en: 'Changed.', fr: ' ' } }), NOW);
  const corrected = correct(change, told({ fields: ['grades'], reason: '' }), NOW);

  expect(refused).toEqual({ ok: false, refusal: { kind: 'no-note', languages: ['fr'] } });
  expect(corrected.ok && corrected.value.vacancy.corrections).toEqual([
    { number: 1, at: NOW.toISOString(), fields: ['grades'], note: NOTE },
  ]);
});

test('corrections are numbered and none is ever lost', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('grades', 'summary', 'title'), { minLength: 1, maxLength: 8 }), (edits) => {
      const last = edits.reduce((vacancy, field) => {
        const corrected = correct({ before: vacancy, after: vacancy }, told({ fields: [field] }), NOW);
        return corrected.ok ? corrected.value.vacancy : vacancy;
      }, published);

      expect(last.corrections.map(({ number }) => number)).toEqual(edits.map((_, index) => index + 1));
      expect(last.corrections.flatMap(({ fields }) => fields)).toEqual(edits);
    }),
  );
});

test('a deadline moves for a reason, either way, and only to one to come', () => {
  for (const days of [3, 14])
    expect(correct(to(inDays(days)), told({ reason: '' }), NOW)).toMatchObject({
      refusal: { kind: 'no-deadline-reason' },
    });
  expect(correct(to(inDays(-1)), told(), NOW)).toMatchObject({ refusal: { kind: 'new-deadline-passed' } });
  expect(correct(to(NOW), told(), NOW)).toMatchObject({ refusal: { kind: 'new-deadline-passed' } });
});

test('those who apply are told of more time, and of nothing else', () => {
  const anyDeadline = fc.option(fc.integer({ min: 1, max: 60 }).map(inDays), { nil: null });
  fc.assert(
    fc.property(anyDeadline, anyDeadline, (was, is) => {
      const change = to(is, { ...published, deadlineAt: was });

      const corrected = correct(change, told(), NOW);

      const longer = was !== null && (is === null || is > was);
      expect(corrected.ok && corrected.value.extension).toEqual(
        longer ? { previousAt: was, extendedTo: is } : undefined,
      );
    }),
  );
});

test('a note is kept on one line, with the no-break spaces of French', () => {
  const { note } = toldOf({ [NOTE_FIELD.en]: ' Changed:\r\n Grade. ', [NOTE_FIELD.fr]: 'Modifié\u00a0: Grade.' });

  expect(note).toEqual({ en: 'Changed: Grade.', fr: 'Modifié\u00a0: Grade.' });
});

test('without an end is longer than any deadline', () => {
  expect(deadlineMove(to(null))).toBe('extended');
  expect(deadlineMove({ before: to(null).after, after: published })).toBe('brought-forward');
  expect(deadlineMove(to(published.deadlineAt))).toBeUndefined();
});

test('extending the deadline of a closed vacancy opens it again; correcting it otherwise does not', () => {
  const closed = { ...published, status: 'closed' as const, deadlineAt: inDays(-1), closedAt: inDays(-1) };

  const extended = correct(to(inDays(5), closed), told(), NOW);
  const corrected = correct({ before: closed, after: closed }, told({ fields: ['grades'] }), NOW);

  expect(extended.ok && [extended.value.vacancy.status, isOpen(extended.value.vacancy, NOW)]).toEqual([
    'published',
    true,
  ]);
  expect(corrected.ok && corrected.value.vacancy.status).toBe('closed');
});

test('the draft names the new deadline and what else was changed, in each language', () => {
  const changed = { ...to(new Date('2026-12-03T22:59:59Z')), fields: ['deadline', 'grades'] };

  expect(draftNote(changed, 'en')).toBe(
    'The deadline was extended to 3 December 2026 at 23:59:59, Brussels time. Changed: Grade.',
  );
  expect(draftNote(changed, 'fr')).toBe(
    'La date limite est reportée au 3 décembre 2026 à 23\u00a0h\u00a059\u00a0min\u00a059\u00a0s, heure de Bruxelles. Modifié\u00a0: Grade.',
  );
});

test('the draft says that a budget was approved, not that the line on it was changed', () => {
  const notice = { ...published.notice, budgetPending: true };
  const changed = { before: { ...published, notice }, after: published, fields: ['budgetPending', 'grades'] };

  expect(draftNote(changed, 'en')).toBe('The budget of this post has been approved. Changed: Grade.');
  expect(draftNote({ ...changed, fields: ['budgetPending'] }, 'fr')).toBe('Le budget de ce poste a été approuvé.');
});
