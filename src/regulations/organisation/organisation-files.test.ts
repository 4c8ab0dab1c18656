import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadOrganisation } from './organisation.ts';
import { FILE_NAMES, type FileName } from './organisation-files.ts';
import { editedFolder, problemsIn, toldOf } from './organisation-testing.ts';
import { MISSING_KEY, WRONG_TYPE, MISSING_LANGUAGE } from './organisation-slips-testing.ts';

/** Changes the bytes of every file of a folder, and answers what the loader says of it. */
function problemsWhenEach(change: (text: string) => string | Buffer) {
  const folder = editedFolder([]);
  for (const file of FILE_NAMES) {
    const path = join(folder, file);
    writeFileSync(path, change(readFileSync(path, 'utf8')));
  }
  return { folder, problems: problemsIn(folder) };
}

const linesOf = (folder: string, file: FileName) => readFileSync(join(folder, file), 'latin1').split('\n').length;

describe('each of the twenty-three files is told at its line', () => {
  test('that it is missing', () => {
    const folder = editedFolder([]);
    for (const file of FILE_NAMES) rmSync(join(folder, file));

    expect(problemsIn(folder)).toEqual(FILE_NAMES.map((file) => `${file}:1: This file is missing`));
    expect(() => loadOrganisation(folder)).toThrow('retention.yaml:1: This file is missing');
  });

  test.each([
    ['empty', ''],
    ['of nothing but comments', '# To be written.\n'],
  ])('that it is %s', (_, text) => {
    expect(problemsWhenEach(() => text).problems).toEqual(FILE_NAMES.map((file) => `${file}:1: This file is empty`));
  });

  test('that a folder has its name', () => {
    const folder = editedFolder([]);
    for (const file of FILE_NAMES) {
      rmSync(join(folder, file));
      mkdirSync(join(folder, file));
    }

    expect(problemsIn(folder)).toEqual(FILE_NAMES.map((file) => `${file}:1: A folder has the name of this file`));
  });

  test('that it is not UTF-8', () => {
    const { problems } = problemsWhenEach((text) => Buffer.from(`# sin acento\n# Comisión\n${text}`, 'latin1'));

    const says = 'This line is not UTF-8: save the file with that encoding';
    expect(problems).toEqual(FILE_NAMES.map((file) => `${file}:2: ${says}`));
  });

  test('that it is no YAML: a bracket is never closed', () => {
    const { folder, problems } = problemsWhenEach((text) => `${text}broken: [one, two\n`);

    const says = 'This line is not indented like its neighbours, or a bracket above it is not closed';
    expect(problems).toEqual(FILE_NAMES.map((file) => `${file}:${linesOf(folder, file)}: ${says}`));
  });

  test('that a line begins with a tab', () => {
    const { folder, problems } = problemsWhenEach((text) => `${text}broken:\n\tone: two\n`);

    for (const file of FILE_NAMES)
      expect(problems).toContain(
        `${file}:${linesOf(folder, file) - 1}: Indent with spaces: this line begins with a tab`,
      );
  });

  test('that it is a text, or a list, and no keys with their values', () => {
    expect(problemsWhenEach(() => 'to be written\n').problems).toEqual(
      FILE_NAMES.map((file) => `${file}:1: Expected keys with their values, and found “to be written”`),
    );
    expect(problemsWhenEach(() => '- one\n').problems).toEqual(
      FILE_NAMES.map((file) => `${file}:1: Expected keys with their values, and found a list`),
    );
  });

  test('that it holds two documents', () => {
    const { problems } = problemsWhenEach((text) => `${text}---\n${text}`);

    for (const file of FILE_NAMES)
      expect(problems).toContainEqual(expect.stringMatching(`^${file}:\\d+: A file holds one document`));
  });

  test('that a key stands twice', () => {
    const { folder, problems } = problemsWhenEach((text) => `${text}${/^\w+:/m.exec(text)?.[0]} again\n`);

    expect(problems).toEqual(
      FILE_NAMES.map((file) => `${file}:${linesOf(folder, file) - 1}: This key stands here twice`),
    );
  });

  test('that a key is not known', () => {
    const { folder, problems } = problemsWhenEach((text) => `${text}holidays: thirty days\n`);

    expect(problems).toEqual(
      FILE_NAMES.map((file) => `${file}:${linesOf(folder, file) - 1}: holidays: This key is not known here`),
    );
  });

  test('that it repeats with * what nothing above is marked as', () => {
    const { folder, problems } = problemsWhenEach((text) => `${text}holidays: *thirty\n`);

    expect(problems).toEqual(
      FILE_NAMES.map((file) => `${file}:${linesOf(folder, file) - 1}: Nothing above is marked &thirty`),
    );
  });

  test('that a value is marked to repeat itself without end, or far too often', () => {
    const endless = problemsWhenEach((text) => `${text}holidays: &all [*all]\n`);
    const doubled = Array.from(
      { length: 30 },
      (_, n) => `- &a${n} [${n > 0 ? `*a${n - 1}, *a${n - 1}` : 'one'}]\n`,
    ).join('');
    const often = problemsWhenEach(() => doubled);

    expect(endless.problems).toEqual(
      FILE_NAMES.map((file) => `${file}:${linesOf(endless.folder, file) - 1}: *all would repeat itself`),
    );
    expect(often.problems).toEqual(
      FILE_NAMES.map((file) => `${file}:1: This file repeats itself too often with the marks & and *`),
    );
  });

  test('that a key is missing', () => {
    const { problems, expected } = toldOf(MISSING_KEY);
    expect(problems).toEqual(expected);
  });

  test('that a value is of another type', () => {
    const { problems, expected } = toldOf(WRONG_TYPE);
    expect(problems).toEqual(expected);
  });

  test('that a text lacks an official language', () => {
    const { problems, expected } = toldOf(MISSING_LANGUAGE);
    expect(problems).toEqual(expected);
  });
});
