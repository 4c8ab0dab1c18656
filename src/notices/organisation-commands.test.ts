import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { ORGANISATIONS, organisationFolder } from '../regulations/regulations-testing.ts';
import { runProgram } from '../regulations/explain/program-testing.ts';

let root = '';
let folder = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'organisation-'));
  folder = join(root, 'nato-is');
  cpSync(organisationFolder('nato-is'), folder, { recursive: true });
  return () => rmSync(root, { recursive: true });
});

/** Changes a file of the folder as a person with an editor would. */
function edit(file: string, from: string, to: string): void {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}
const check = (path: string) => runProgram('organisation', 'check', path);

describe('concours organisation check', () => {
  test.each(ORGANISATIONS.map(({ id }) => id))('finds %s in order, and says how much there is', (id) => {
    const { status, printed, warned } = check(organisationFolder(id));

    expect({ status, warned }).toEqual({ status: 0, warned: '' });
    expect(printed).toMatch(/: in order, \d+ files, \d+ nations, \d+ grades, \d+ contract clauses, \d+ salary rows\n$/);
  });

  test('counts what is there', () => {
    edit('member-nations.yaml', 'nations:\n', "nations:\n  - { country: CH, from: '2030-01-01' }\n");

    const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
    expect(check(folder).printed).toContain(`${files.length} files, 33 nations, 24 grades, 3 contract clauses`);
  });

  test('tells every problem of every file at once, with its line', () => {
    edit('contracts.yaml', 'upToMonths: 36', 'upToMonths: many');
    edit('grades.yaml', 'A.2: G15', 'A.2: G99');
    edit('notice-vocabulary.yaml', 'labels:', 'lables:');

    const { status, printed } = check(folder);

    expect(status).toBe(1);
    const lines = printed.trimEnd().split('\n');
    for (const line of lines) expect(line).toMatch(/^\/.*\.yaml:\d+: \S/);
    for (const file of ['contracts.yaml', 'grades.yaml', 'notice-vocabulary.yaml'])
      expect(lines.some((line) => line.startsWith(join(folder, file)))).toBe(true);
  });

  test('tells a problem of the grades once, though the words of notices need them too', () => {
    edit('grades.yaml', 'A.2: G15', 'A.2: G99');
    edit('clearances.yaml', 'scheme: nato', 'scheme: NATO 1');
    edit('notice-vocabulary.yaml', 'labels:', 'lables:');

    const told = check(folder).printed.trimEnd().split('\n');

    expect(told).toEqual([
      expect.stringMatching(/grades\.yaml:\d+: olderNames, A\.2: No such grade/),
      expect.stringMatching(/clearances\.yaml:\d+: scheme: /),
      expect.stringMatching(/notice-vocabulary\.yaml:\d+: lables: This key is not known here/),
    ]);
  });

  test('says which file is missing', () => {
    rmSync(join(folder, 'contracts.yaml'));

    expect(check(folder)).toMatchObject({
      status: 1,
      printed: `${join(folder, 'contracts.yaml')}:1: This file is missing\n`,
    });
  });

  test('says that there is no such folder', () => {
    const missing = join(root, 'elsewhere');

    expect(check(missing)).toEqual({ status: 1, printed: '', warned: `${missing}: there is no such folder\n` });
  });

  test('says that a file is none, and which folder may be meant', () => {
    const file = join(folder, 'grades.yaml');

    const warned = `${file}: this is a file; give the folder that it stands in, ${folder}\n`;
    expect(check(file)).toEqual({ status: 1, printed: '', warned });
  });

  test('tells a folder that has the name of a file', () => {
    rmSync(join(folder, 'languages.yaml'));
    mkdirSync(join(folder, 'languages.yaml'));

    const printed = `${join(folder, 'languages.yaml')}:1: A folder has the name of this file\n`;
    expect(check(folder)).toEqual({ status: 1, printed, warned: '' });
  });

  test.each([[[]], [['check']], [['mend', 'nato-is']], [['check', 'a', 'b']], [['check', '--all']]])(
    'answers wrong usage %j with 2',
    (args) => {
      const { status, printed, warned } = runProgram('organisation', ...args);

      expect({ status, printed }).toEqual({ status: 2, printed: '' });
      expect(warned).toContain('usage: concours organisation check DIR');
    },
  );
});
