import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { problemLine, readCheckedYaml } from './checked-yaml.ts';
import { ORGANISATIONS, organisationFolder } from '../regulations-testing.ts';

/** What is said of a file with a text, without its name. */
function toldOf(text: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'indentation-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'rules.yaml');
  writeFileSync(file, text);
  const read = readCheckedYaml(file, z.unknown());
  return read.ok ? [] : read.refusal.map((problem) => problemLine(problem).replace(`${file}:`, ''));
}

describe('a line that is indented wrongly is told alone, in plain words', () => {
  test.each([
    [
      'too far in, among its like',
      'name:\n  en: One\n   fr: Un\n',
      '3: This line is indented differently from line 2: by 3 spaces instead of 2',
    ],
    [
      'the first of the file',
      ' rule: A1\nlist:\n  - one\nsource: A\n',
      '1: This line is indented differently from line 2: by 1 space instead of 0',
    ],
    [
      'one that holds others, where the parser gives up only after them',
      'labels:\n   place:\n    en: One\n    fr: Un\n  body:\n    en: Two\n',
      '2: This line is indented differently from line 5: by 3 spaces instead of 2',
    ],
    [
      'not far enough in',
      'name:\n  en: One\n fr: Un\n  es: Uno\n',
      '3: This line is indented differently from line 2: by 1 space instead of 2',
    ],
    [
      'the dash of the only entry, to the right of what it holds',
      'list:\n     - code: one\n    text: One\n',
      '2: This line is indented by 5 spaces, and can be read with 2',
    ],
    [
      'a part that has slipped into the one above, and seems to repeat its keys',
      'one:\n  rule: A1\n  source: A\n  two:\n  rule: A2\n',
      '4: This line is indented differently from line 1: by 2 spaces instead of 0',
    ],
    [
      'such a part with a mark, by which others repeat it',
      'one:\n  en: One\n  two: &two\n  en: Two\nthree: *two\n',
      '3: This line is indented differently from line 1: by 2 spaces instead of 0',
    ],
    [
      'such a part with a comment',
      'one:\n  en: One\n  two: # the second\n  en: Two\n',
      '3: This line is indented differently from line 1: by 2 spaces instead of 0',
    ],
  ])('%s', (_, text, said) => {
    expect(toldOf(text)).toEqual([said]);
  });

  test('and another slip is not mistaken for one of indentation', () => {
    expect(toldOf('source: Rules: article 2\n')).toEqual([expect.stringMatching(/^1: A colon and a space/)]);
    expect(toldOf('a: 1\nlist: [one, two\nb: 2\n')).toEqual([expect.stringMatching(/^\d: .* bracket/)]);
    expect(toldOf('a: 1\nb: 2\na: 3\n')).toEqual(['3: This key stands here twice']);
    expect(toldOf('a:\n  b: 1\n  c: 2\n  # again\n  b: 2\n  d: 3\n')).toEqual(['5: This key stands here twice']);
    expect(toldOf('a: !yes\nb: ]\n')).toEqual([expect.stringMatching(/^2: This cannot stand here/)]);
  });
});

const TEXTS = ORGANISATIONS.flatMap(({ id }) =>
  readdirSync(organisationFolder(id))
    .filter((name) => name.endsWith('.yaml') && name !== 'salaries.yaml')
    .map((name) => ({
      name: `${id}/${name}`,
      lines: readFileSync(join(organisationFolder(id), name), 'utf8').split('\n'),
    })),
);

test('any one line that is moved in is told at that line where the file cannot be read any more, and nothing else is', () => {
  fc.assert(
    fc.property(fc.constantFrom(...TEXTS), fc.nat(), fc.integer({ min: 1, max: 3 }), ({ lines }, at, spaces) => {
      const index = at % lines.length;
      const text = lines.with(index, ' '.repeat(spaces) + (lines[index] ?? '')).join('\n');
      fc.pre(parseDocument(text).errors.length > 0);

      const problems = toldOf(text);

      expect(problems).toEqual([expect.stringMatching(/^\d+: This line is indented /)]);
      const line = Number.parseInt(problems[0] ?? '', 10);
      expect(Math.abs(line - (index + 1))).toBeLessThanOrEqual(1);
    }),
    { numRuns: 150 },
  );
});
