import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLine, type Cell } from './csv.ts';

/** Reads one line of RFC 4180. */
const read = (line: string): string[] => {
  const cells: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n$)/gy;
  for (let found = cell.exec(line); found; found = cell.exec(line))
    cells.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
  return cells;
};

test('numbers, instants, truth and nothing are written as they are, and texts are quoted where they must be', () => {
  const cells: Cell[] = [-5, new Date('2026-11-22T12:00:00.123Z'), true, null, 'plain', 'a,b', 'a "b"', 'two\nlines'];

  expect(csvLine(cells)).toBe('-5,2026-11-22T12:00:00.123Z,true,,plain,"a,b","a ""b""","two\nlines"\r\n');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '=HYPERLINK("x")'])(
  'no text is taken for a formula: %j',
  (text) => {
    expect(read(csvLine([text]))).toEqual([`'${text}`]);
  },
);

test('whatever stands in a line is read back, but for the apostrophe', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (texts) => {
      const back = read(csvLine(texts));

      expect(back.map((text, index) => (text === texts[index] ? text : text.slice(1)))).toEqual(texts);
    }),
  );
});
