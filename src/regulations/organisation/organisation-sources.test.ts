import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { periodEnd } from '../civil-dates.ts';
import { editedFolder, lineOf, problemsIn } from './organisation-testing.ts';
import { anyCivilDate, NATO_IS, NORTHERN_RIVERS, ORGANISATIONS, RIVERS_COMMISSION } from '../regulations-testing.ts';
import { salaryOf } from '../pay/salary.ts';

describe('a scale that is adjusted every year', () => {
  test('is that of NATO and of the Northern Rivers; the Rivers Commission adopts another when it wants one', () => {
    expect(ORGANISATIONS.map(({ salaries }) => salaries.adjusted?.rhythm)).toEqual(['yearly', 'yearly', 'by-decision']);
  });

  test.each([NATO_IS, NORTHERN_RIVERS])('of $id is known for no day after the year of its row', (organisation) => {
    fc.assert(
      fc.property(fc.constantFrom(...organisation.salaries.rows), anyCivilDate, ({ grade, country }, on) => {
        const answer = salaryOf(organisation, { grades: [grade], country, on });

        const lastKnown = answer.kind === 'known' ? periodEnd(answer.row.from, 12) : on;
        expect(on <= lastKnown).toBe(true);
      }),
    );
  });

  test.each([
    ['until: null', 'this amount ends on 2026-12-31 at the latest'],
    ["until: '2027-01-01'", 'this amount ends on 2026-12-31 at the latest'],
  ])('has no row with %s', (until, says) => {
    const edit = { file: 'salaries.yaml', from: "until: '2026-12-31'", to: until } as const;
    const folder = editedFolder([edit], 'northern-rivers');

    const line = lineOf(folder, 'salaries.yaml', until);
    expect(problemsIn(folder)).toEqual([
      expect.stringMatching(
        `^salaries.yaml:${line}: rows, entry \\d+, until: The scale is adjusted every year: ${says}`,
      ),
    ]);
  });

  test('is none that stands until the next is adopted: its rows may be open', () => {
    const open = RIVERS_COMMISSION.salaries.rows.filter(({ until }) => until === null);

    expect(open.length).toBeGreaterThan(0);
  });
});

describe('the sources of NATO’s International Staff', () => {
  const sources = [...new Set(sourcesIn(NATO_IS))];

  test('can be looked up: each is a notice, an address, a check of our own, or said to be a setting', () => {
    expect(sources.length).toBeGreaterThan(30);
    expect(sources.filter((source) => !/\bnotices?\b|https?:\/\/|^our check\b|\bsetting\b/.test(source))).toEqual([]);
  });

  test('are none that is not at hand', () => {
    expect(sources.filter((source) => /C-M\(/.test(source))).toEqual([]);
  });

  test('say where the installation is narrower than a notice', () => {
    const { source, formats } = NATO_IS.documents;

    expect(formats).toEqual(['pdf']);
    expect(source).toMatch(/251918.* accepts Word/);
    expect(source).toMatch(/PDF alone.* settings/);
  });
});

function sourcesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]: [string, unknown]) =>
    /source$/i.test(key) && typeof inside === 'string' ? [inside] : sourcesIn(inside),
  );
}
