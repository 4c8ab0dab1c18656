import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadOrganisation } from '../../regulations/organisation/organisation.ts';
import { ENTRANCES } from '../../vacancies/internal-dates/internal-dates.ts';
import { isFiltered, levelsFrom, readFilters, SORTS, STAFF_STATUSES, writeFilters } from './staff-filters.ts';

const scheme = loadOrganisation('organisations/northern-rivers').languages;
const NONE = readFilters({}, scheme);

test('an address without filters shows everything, the first received first', () => {
  expect(NONE).toMatchObject({ text: '', status: undefined, levels: {}, sort: 'received', page: 1 });
  expect(isFiltered(NONE)).toBe(false);
  expect(writeFilters(NONE)).toBe('');
});

test('what cannot be read in an address filters nothing', () => {
  const broken = {
    status: 'draft',
    entrance: 'side',
    from: '2026-13-45',
    to: 'x',
    nationality: "' or 1=1",
    page: '-1',
    sort: 'score',
  };

  expect(readFilters({ ...broken, 'level-en': 'Z9', text: ['a', 'b'] }, scheme)).toEqual(NONE);
});

test('filters are read back from the address they were written to', () => {
  const levels = scheme.levels.map(({ code }) => code);
  const filters = fc.record({
    text: fc.constant(''),
    status: fc.constantFrom(undefined, ...STAFF_STATUSES),
    entrance: fc.constantFrom(undefined, ...ENTRANCES),
    from: fc.constantFrom(undefined, '2026-11-01'),
    to: fc.constantFrom(undefined, '2026-11-30'),
    nationality: fc.constantFrom(undefined, 'BE', 'FR'),
    levels: fc.dictionary(fc.constantFrom(...scheme.official), fc.constantFrom(...levels), { noNullPrototype: true }),
    sort: fc.constantFrom(...SORTS),
    page: fc.integer({ min: 1, max: 1000 }),
  });
  fc.assert(
    fc.property(filters, (given) => {
      const address = writeFilters(given);
      expect(readFilters(Object.fromEntries(new URLSearchParams(address)), scheme)).toEqual(given);
    }),
  );
});

test('a level and those above it, in the order of the scale', () => {
  const codes = scheme.levels.map(({ code }) => code);

  expect(codes.map((code) => levelsFrom(scheme, code).length)).toEqual(codes.map((_, index) => codes.length - index));
  expect(levelsFrom(scheme, codes.at(-1) ?? '')).toEqual([codes.at(-1)]);
});
