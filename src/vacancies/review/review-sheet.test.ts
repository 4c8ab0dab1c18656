import * as fc from 'fast-check';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DOUBT_KINDS } from '../../notices/notice.ts';
import { LANGUAGES } from '../../platform/language.ts';
import { loadOrganisation } from '../../regulations/organisation/organisation.ts';
import { ROOT } from '../../testing.ts';
import { FACTS, FIELDS, PARTS } from '../notice-fields.ts';
import { openFindings, reviewSheet } from './review-sheet.ts';
import { openDoubt, reviewCounts } from './review.ts';
import { exampleVacancy } from '../vacancy-testing.ts';
import { publish } from '../publication/publish.ts';

const RULES = loadOrganisation(join(ROOT, 'organisations/northern-rivers'));
const RULES_WITHOUT_CLEARANCES = loadOrganisation(join(ROOT, 'organisations/rivers-commission'));

const paths = PARTS.flatMap((part) => [part, ...FACTS[part], ...FIELDS[part].map(({ path }) => path)]);
const anyPath = fc
  .tuple(
    fc.constantFrom(...paths, 'reference', 'nowhere'),
    fc.constantFrom('', '.en', '.fr'),
    fc.constantFrom('', '[0]', '[2]', '[99]'),
  )
  .map((path) => path.join(''));
const anyDoubt = fc
  .record({
    kind: fc.constantFrom(...DOUBT_KINDS),
    field: anyPath,
    lines: fc.constant({ from: 1, to: 1 }),
    values: fc.constant(['x']),
  })
  .map(openDoubt);

test('every doubt stands in exactly one row, wherever it points', () => {
  fc.assert(
    fc.property(fc.array(anyDoubt, { maxLength: 12 }), (doubts) => {
      const shown = reviewSheet(exampleVacancy({ doubts }), RULES).flatMap(({ rows }) =>
        rows.flatMap(({ findings }) => findings),
      );

      expect(shown.map(({ id }) => id).toSorted()).toEqual(doubts.map((_, index) => `doubt-${index}`).toSorted());
    }),
  );
});

test('every item of the notice stands in its row, in each language, with the line it stood at', () => {
  const places = { 'essential.fr[1]': { from: 42, to: 43 } };
  const { notice } = exampleVacancy();
  const rows = reviewSheet(exampleVacancy({ places }), RULES).flatMap((part) => part.rows);

  for (const part of PARTS)
    for (const field of FIELDS[part])
      for (const language of LANGUAGES) {
        const shown = rows.flatMap((row) =>
          row.kind === 'item' && row.path === field.path ? (row.sides[language].item ?? []) : [],
        );
        expect(shown).toEqual(field.read(notice, language).map((item) => expect.objectContaining({ text: item.text })));
      }
  const second = rows.find(({ key }) => key === 'essential[1]');
  expect(second).toMatchObject({ sides: { fr: { lines: { from: 42, to: 43 } } } });
});

test('a translation that is missing is a finding where it should stand, and counted once', () => {
  const vacancy = exampleVacancy({ notice: { summary: { en: ['Only English.'], fr: [] } } });

  const findings = openFindings(reviewSheet(vacancy, RULES));

  expect(findings).toMatchObject([{ kind: 'missing', path: 'summary', missing: 'fr', weight: 'translation' }]);
  expect(reviewCounts(vacancy.notice, vacancy.doubts).translations).toBe(1);
});

test('a fact that the organisation does not know has a row only where the notice gives it', () => {
  const factsOf = (notice: Parameters<typeof exampleVacancy>[0]) =>
    reviewSheet(exampleVacancy(notice), RULES_WITHOUT_CLEARANCES).flatMap(({ rows }) =>
      rows.flatMap((row) => (row.kind === 'fact' ? row.fact : [])),
    );
  const unknown = ['clearance', 'fastTrack', 'contract.twinGradeNote'];

  expect(factsOf({ notice: { clearance: null } }).filter((fact) => unknown.includes(fact))).toEqual([]);
  expect(factsOf({ notice: { clearance: 'NS', fastTrack: true } })).toEqual(
    expect.arrayContaining(['clearance', 'fastTrack']),
  );
});

test('an item that stands empty among others is told on the review page, and asks for a reason to publish without', () => {
  const desirable = { en: ['a', 'b'], fr: ['', 'B'] };
  const vacancy = exampleVacancy({ status: 'in-review', notice: { desirable } });
  const rows = reviewSheet(vacancy, RULES).flatMap((part) => part.rows);

  expect(rows.find(({ key }) => key === 'desirable[0]')?.findings).toMatchObject([{ kind: 'missing', missing: 'fr' }]);
  const checks = { now: new Date('2026-11-03T10:00:00Z'), reason: '', findings: [], steps: [] };
  expect(publish(vacancy, checks)).toMatchObject({
    refusal: { kind: 'lacks-translation', count: 1 },
  });
  expect(publish(vacancy, { ...checks, reason: 'It follows.' }).ok).toBe(true);
});
