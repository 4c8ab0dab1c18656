import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { problemLine } from '../regulations/organisation/checked-yaml.ts';
import { ORGANISATIONS, organisationFolder } from '../regulations/regulations-testing.ts';
import { loadOrganisationFolder, readOrganisationFolder } from './organisation-folder.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'organisations-'));
  for (const { id } of ORGANISATIONS) cpSync(organisationFolder(id), join(root, id), { recursive: true });
  return () => rmSync(root, { recursive: true });
});

type Edit = { organisation: string; file?: string; from: string; to: string };

/** What is said of an organisation's folder after an edit, without the way to it. */
function toldAfter({ organisation, file = 'notice-vocabulary.yaml', from, to }: Edit): string[] {
  const path = join(root, organisation, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
  return toldOf(organisation);
}

function toldOf(organisation: string): string[] {
  const read = readOrganisationFolder(join(root, organisation));
  return read.ok ? [] : read.refusal.map((problem) => problemLine(problem).replace(`${join(root, organisation)}/`, ''));
}

/** The line on which a text first stands in a vocabulary, counted from 1. */
const lineOf = (organisation: string, text: string) =>
  readFileSync(join(root, organisation, 'notice-vocabulary.yaml'), 'utf8')
    .split(text, 1)[0]
    ?.split('\n').length;

describe('a code by which notices are read', () => {
  test.each([
    {
      organisation: 'nato-is',
      from: '  turnover: {',
      to: '  turnovr: {',
      says: 'contractClauses, turnovr: No such clause in contracts.yaml',
    },
    {
      organisation: 'nato-is',
      from: '  NS: {',
      to: '  NSS: {',
      says: 'clearances, NSS: No such level in clearances.yaml',
    },
    {
      organisation: 'nato-is',
      from: '  V: { en',
      to: '  VII: { en',
      says: 'languageLevels, VII: No such level in languages.yaml',
    },
    {
      organisation: 'nato-is',
      from: '  NATO-IS:',
      to: '  NATO-SI:',
      says: 'bodies, NATO-SI: No such body in organisation.yaml',
    },
    {
      organisation: 'northern-rivers',
      from: '  NRC:\n',
      to: '  NCR:\n',
      says: 'bodies, NCR: No such body in organisation.yaml',
    },
    {
      organisation: 'rivers-commission',
      from: '  fixed-task: {',
      to: '  task: {',
      says: 'contractClauses, task: No such clause in contracts.yaml',
    },
  ])('of $organisation is told where the organisation has none: $to', ({ organisation, from, to, says }) => {
    const told = toldAfter({ organisation, from, to });

    const line = lineOf(organisation, to.trim());
    const hint = '; one that is only read in notices stands under “onlyRead” as well';
    expect(told).toEqual([`notice-vocabulary.yaml:${line}: ${says}${hint}`]);
  });

  test('of a document is told where no application takes one of that kind', () => {
    const told = toldAfter({
      organisation: 'nato-is',
      file: 'applications.yaml',
      from: 'code: cover-letter',
      to: 'code: letter',
    });

    expect(told).toEqual([
      expect.stringContaining('attachments, cover-letter: No such kind of document in applications.yaml'),
    ]);
  });

  test('may be one that is only read, and is not asked for where it is inherited', () => {
    const { vocabulary, organisation } = loadOrganisationFolder(join(root, 'northern-rivers'));

    expect(organisation.bodies.map(({ code }) => code)).toEqual(['NRC']);
    expect(Object.keys(vocabulary.data.bodies)).toEqual(expect.arrayContaining(['NRC', 'NATO-IS', 'NATO-IMS']));
    expect(vocabulary.data.clearances).toHaveProperty('CTS-A');
    expect(vocabulary.data).not.toHaveProperty('onlyRead');
  });

  test.each([
    [
      '[NU, CTS-A]',
      '[NU, CTS-A, NS]',
      'onlyRead, clearances, entry 3: clearances.yaml has this level: it is not only read',
    ],
    ['[NATO-IMS]', '[NATO-IMS, SHAPE]', 'onlyRead, bodies, entry 2: “bodies” has no words for SHAPE'],
  ])('is not named as one that is only read in vain', (from, to, says) => {
    const told = toldAfter({ organisation: 'nato-is', from, to });

    expect(told).toEqual([`notice-vocabulary.yaml:${lineOf('nato-is', to)}: ${says}`]);
  });
});

const SHARED =
  /^ {2}(?:NATO-IS|N[RCS]|CTS|I|II|III|IV|V|VI|cover-letter|essay-on-challenges|turnover|project|indefinite-possible):/;

test('no slip of the pen in a code goes unnoticed', () => {
  const path = join(root, 'nato-is', 'notice-vocabulary.yaml');
  const lines = readFileSync(path, 'utf8').split('\n');
  const coded = lines.flatMap((line, index) => (SHARED.test(line) ? [index] : []));

  fc.assert(
    fc.property(fc.constantFrom(...coded), fc.constantFrom('x', '-2', 'A'), (index, letter) => {
      writeFileSync(path, lines.with(index, (lines[index] ?? '').replace(':', `${letter}:`)).join('\n'));

      expect(toldOf('nato-is')).toEqual([expect.stringMatching(new RegExp(`^notice-vocabulary.yaml:${index + 1}: `))]);
    }),
    { numRuns: 40 },
  );
});

describe('a file that nothing reads', () => {
  test('is told, after all else', () => {
    const folder = join(root, 'northern-rivers');
    writeFileSync(join(folder, 'extra.yaml'), 'rule: A1\n');
    cpSync(join(folder, 'contracts.yaml'), join(folder, 'contract.yaml'));
    rmSync(join(folder, 'contracts.yaml'));
    mkdirSync(join(folder, 'demonstrations'));

    const unknown = 'No file of an organisation has this name, and nothing reads it: see docs/organisations.md';
    expect(toldOf('northern-rivers')).toEqual([
      'contracts.yaml:1: This file is missing',
      ...['contract.yaml', 'demonstrations', 'extra.yaml'].map((name) => `${name}:1: ${unknown}`),
    ]);
    expect(() => loadOrganisationFolder(folder)).toThrow(`extra.yaml:1: ${unknown}`);
  });

  test('is none that is known, nor a hidden one', () => {
    const folder = join(root, 'nato-is');
    for (const name of ['README.md', 'theme.css', '.gitignore']) writeFileSync(join(folder, name), '');

    expect(toldOf('nato-is')).toEqual([]);
  });
});

describe('a style', () => {
  test('of tokens alone is in order', () => {
    expect(toldOf('rivers-commission')).toEqual([]);
  });

  test('that does anything else is told where it does', () => {
    const line = readFileSync(join(root, 'rivers-commission', 'theme.css'), 'utf8').split('\n').length;
    const told = toldAfter({
      organisation: 'rivers-commission',
      file: 'theme.css',
      from: '}\n',
      to: '}\n.error { display: none }\n',
    });

    expect(told).toEqual([
      expect.stringMatching(/^theme\.css:\d+: only overrides of tokens may stand here, not “\.error/),
    ]);
    expect(Number(told[0]?.split(':')[1])).toBeLessThanOrEqual(line + 1);
  });
});
