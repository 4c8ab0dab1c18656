import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readOrganisation } from './organisation.ts';
import { FILE_NAMES } from './organisation-files.ts';
import { editedFolder } from './organisation-testing.ts';

/** What fingers and editors do to a line: it goes, comes twice, moves to the right, or gets a mark that means something. */
const SLIPS: ((line: string) => string)[] = [
  () => '',
  (line) => `${line}\n${line}`,
  (line) => `  ${line}`,
  (line) => line.replace(/^ {2}/, ''),
  (line) => line.replace(':', ''),
  (line) => line.replace(': ', ': null # '),
  (line) => line.replace(/(\d)/, '$1x'),
  (line) => line.replace(/[[\]{}'",]/, ''),
  (line) => `${line} : &a *a !b`,
  (line) => line.replace(/\S+$/, '{}'),
];

/** The scale of salaries has two hundred rows alike: one country's do. */
const shortened = (text: string) => text.replaceAll(/^.*country: (?:ES|MA|TN),.*\n/gm, '');

test('a slip on any line is answered, at a line that exists, and never by a fault', () => {
  const folder = editedFolder([]);
  const texts = new Map(FILE_NAMES.map((file) => [file, shortened(readFileSync(join(folder, file), 'utf8'))]));
  for (const [file, text] of texts) writeFileSync(join(folder, file), text);

  fc.assert(
    fc.property(fc.constantFrom(...FILE_NAMES), fc.nat(), fc.constantFrom(...SLIPS), (file, at, slip) => {
      const lines = (texts.get(file) ?? '').split('\n');
      const index = at % lines.length;
      writeFileSync(join(folder, file), lines.with(index, slip(lines[index] ?? '')).join('\n'));

      const read = readOrganisation(folder);
      writeFileSync(join(folder, file), texts.get(file) ?? '');

      // A body or a grade that is gone is missed in another file as well.
      const problems = read.ok ? [] : read.refusal;
      expect(problems.filter(({ line, message }) => line < 1 || message === '')).toEqual([]);
      expect(problems.filter((problem) => problem.line > lines.length + 2 && problem.file.endsWith(file))).toEqual([]);
    }),
    { numRuns: 120 },
  );
});
