import { expect, test } from 'vitest';
import { figuresCsv } from './figures-csv.ts';

const TABLE = {
  key: 'nations',
  caption: 'Applications',
  empty: 'Nothing',
  columns: [
    { heading: 'Nation' },
    { heading: 'Interview', whole: 'Interview: of', numeric: true },
    { heading: 'Until' },
  ],
  rows: [
    { key: 'BE', cells: ['Belgium', { part: 6, whole: 20 }, { day: '2027-03-01' }] },
    { key: 'FR', cells: ['France', null, null] },
  ],
};

test('a file has so many of a whole in two columns, days by ISO 8601, and nothing where there is nothing to say', () => {
  expect(figuresCsv(TABLE)).toBe(
    '\uFEFFNation,Interview,Interview: of,Until\r\nBelgium,6,20,2027-03-01\r\nFrance,,,\r\n',
  );
});
