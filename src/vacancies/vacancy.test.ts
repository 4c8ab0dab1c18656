import { expect, test } from 'vitest';
import { DOUBT_KINDS, type Doubt } from '../notices/notice.ts';
import { mendDoubts, openDoubt, reviewCounts, weightOf } from './review/review.ts';
import { exampleVacancy } from './vacancy-testing.ts';
import { reopen } from './publication/publication.ts';
import { amend, cancel, confirmDoubt, missingFields } from './vacancy.ts';
import { publish } from './publication/publish.ts';
import { VACANCY_STATUSES } from './vacancy-state.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const CHECKS = { now: NOW, reason: '', findings: [], steps: [] };
const inDays = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const reviewed = (deadlineAt: Date | null) => exampleVacancy({ status: 'in-review', deadlineAt });
const doubt = (changes: Partial<Doubt> = {}) =>
  openDoubt({ kind: 'halves-differ', field: 'salary', lines: { from: 8, to: 8 }, values: ['1', '2'], ...changes });

test('publishes a reviewed vacancy that is complete', () => {
  const published = publish(exampleVacancy({ status: 'in-review' }), CHECKS);

  expect(published).toMatchObject({ ok: true, value: { status: 'published', publishedAt: NOW } });
});

test('refuses to publish what was not reviewed', () => {
  expect(publish(exampleVacancy({ status: 'draft' }), CHECKS)).toMatchObject({ refusal: { kind: 'illegal-move' } });
});

test('refuses to publish without a deadline, or with one that has passed', () => {
  expect(publish(reviewed(null), CHECKS)).toMatchObject({ refusal: { kind: 'no-deadline' } });
  expect(publish(reviewed(inDays(-1)), CHECKS)).toMatchObject({ refusal: { kind: 'deadline-passed' } });
  expect(publish(reviewed(NOW), CHECKS)).toMatchObject({ refusal: { kind: 'deadline-passed' } });
});

test('refuses to publish while a field that the public needs is empty, and names it', () => {
  const notice = { title: {}, grades: [], essential: { en: [], fr: [] } };

  const refused = publish(exampleVacancy({ status: 'in-review', notice }), CHECKS);

  expect(refused).toMatchObject({ refusal: { kind: 'missing-fields', fields: ['title', 'grades', 'essential'] } });
});

test('a notice of several posts has the grades of its posts', () => {
  const notice = { grades: [], posts: [{ count: 2, grades: ['G15'] }] };

  expect(publish(exampleVacancy({ status: 'in-review', notice, deadlineAt: inDays(20) }), CHECKS).ok).toBe(true);
});

test('a title in one language is a title', () => {
  expect(missingFields(exampleVacancy({ notice: { title: { fr: 'Hydrologue' } } }).notice)).toEqual([]);
});

test('refuses to publish while an error is open; a person who looked settles it', () => {
  const vacancy = exampleVacancy({ status: 'in-review', doubts: [doubt()] });

  const looked = confirmDoubt(vacancy, 0);

  expect(publish(vacancy, CHECKS)).toMatchObject({ refusal: { kind: 'has-doubts', count: 1 } });
  expect(looked.ok && publish(looked.value, CHECKS).ok).toBe(true);
});

test('a note does not stand in the way of publication', () => {
  const vacancy = exampleVacancy({ status: 'in-review', doubts: [doubt({ kind: 'unknown-heading' })] });

  expect(publish(vacancy, CHECKS).ok).toBe(true);
});

test('publishes without a translation only for a stated reason', () => {
  const vacancy = exampleVacancy({ status: 'in-review', notice: { title: { en: 'Hydrologist' } } });

  expect(publish(vacancy, CHECKS)).toMatchObject({ refusal: { kind: 'lacks-translation', count: 1 } });
  expect(publish(vacancy, { ...CHECKS, reason: '  ' })).toMatchObject({ refusal: { kind: 'lacks-translation' } });
  expect(publish(vacancy, { ...CHECKS, reason: 'The translation comes on Monday.' }).ok).toBe(true);
});

test('a missing translation that is also a doubt counts once', () => {
  const { notice } = exampleVacancy({ notice: { summary: { en: ['One.'], fr: [] } } });
  const doubts = [doubt({ kind: 'placeholder', field: 'summary.fr', language: 'fr' })];

  expect(reviewCounts(notice, doubts)).toEqual({ errors: 0, translations: 1, notes: 0 });
});

test('reopens only while there is time left to apply', () => {
  expect(reopen(exampleVacancy({ status: 'closed', deadlineAt: inDays(3) }), NOW).ok).toBe(true);
  expect(reopen(exampleVacancy({ status: 'closed', deadlineAt: inDays(-3) }), NOW)).toMatchObject({
    refusal: { kind: 'deadline-passed' },
  });
});

test('cancels for a reason, from any status that is not final', () => {
  for (const status of VACANCY_STATUSES) {
    const final = status === 'filled' || status === 'cancelled';

    expect(cancel(exampleVacancy({ status }), 'The post was cut from the budget.').ok).toBe(!final);
  }
  expect(cancel(exampleVacancy(), ' ')).toMatchObject({ refusal: { kind: 'no-reason' } });
});

test('a notice is not changed once its vacancy is final', () => {
  const vacancy = exampleVacancy({ status: 'cancelled', doubts: [doubt()] });

  expect(amend(vacancy, vacancy)).toMatchObject({ refusal: { kind: 'final', status: 'cancelled' } });
  expect(confirmDoubt(vacancy, 0)).toMatchObject({ refusal: { kind: 'final' } });
});

test('what the public has seen stays complete, and its deadline after its publication', () => {
  const vacancy = exampleVacancy({ status: 'published', publishedAt: inDays(-2) });
  const withDeadline = (deadlineAt: Date | null) => amend(vacancy, { ...vacancy, deadlineAt });

  expect(withDeadline(null)).toMatchObject({ refusal: { kind: 'no-deadline' } });
  expect(withDeadline(inDays(-3))).toMatchObject({ refusal: { kind: 'deadline-before-publication' } });
  expect(withDeadline(inDays(40)).ok).toBe(true);
  expect(amend(vacancy, { ...vacancy, notice: { ...vacancy.notice, grades: [] } })).toMatchObject({
    refusal: { kind: 'missing-fields', fields: ['grades'] },
  });
});

test('an edit mends the doubts about what it changed, and no others', () => {
  const { notice } = exampleVacancy();
  const doubts = [
    doubt({ kind: 'untranslated', field: 'essential.fr[3]', language: 'fr' }),
    doubt({ kind: 'untranslated', field: 'essential.en[3]', language: 'en' }),
    doubt({ field: 'desirable.fr[0]' }),
  ];

  const after = mendDoubts(doubts, [{ path: 'essential', language: 'fr' }], notice);

  expect(after.map(({ state }) => state)).toEqual(['mended', 'open', 'open']);
});

test('a doubt that the notice still shows is not mended by an edit beside it', () => {
  const doubts = [
    doubt({ kind: 'items-differ', field: 'desirable' }),
    doubt({ kind: 'field-missing', field: 'clearance' }),
  ];
  const changed = [{ path: 'desirable', language: 'fr' as const }, { path: 'clearance' }];
  const states = (notice: Parameters<typeof exampleVacancy>[0]) =>
    mendDoubts(doubts, changed, exampleVacancy(notice).notice).map(({ state }) => state);

  expect(states({ notice: { desirable: { en: ['a'], fr: ['b', 'c'] }, clearance: null } })).toEqual(['open', 'open']);
  expect(states({ notice: { desirable: { en: ['a'], fr: ['b'] }, clearance: 'NS' } })).toEqual(['mended', 'mended']);
});

test('every kind of doubt has its weight', () => {
  const weights = DOUBT_KINDS.map((kind) => weightOf(doubt({ kind })));

  expect(new Set(weights)).toEqual(new Set(['error', 'translation', 'note']));
});
