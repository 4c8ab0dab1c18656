import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { problemLine } from './checked-yaml.ts';
import { eligibleNationality } from './eligibility.ts';
import { loadOrganisation, readOrganisation } from './organisation.ts';
import {
  NATO_IS,
  NORTHERN_RIVERS,
  ORGANISATIONS,
  organisationFolder,
  RIVERS_COMMISSION,
} from './regulations-testing.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

type Edit = { file: string; from: string; to: string };

/** A copy of the fictional organisation with some text changed. */
function edited(...edits: Edit[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'organisation-'));
  folders.push(folder);
  cpSync(organisationFolder('northern-rivers'), folder, { recursive: true });
  for (const { file, from, to } of edits) {
    const text = readFileSync(join(folder, file), 'utf8');
    expect(text).toContain(from);
    writeFileSync(join(folder, file), text.replace(from, to));
  }
  return folder;
}

function problems(folder: string): string[] {
  const organisation = readOrganisation(folder);
  return organisation.ok ? [] : organisation.refusal.map((problem) => problemLine(problem).replace(`${folder}/`, ''));
}

/** The line on which a text stands in a file of the fictional organisation, counted from 1. */
const lineOf = (file: string, text: string): number =>
  readFileSync(join(organisationFolder('northern-rivers'), file), 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(text)) + 1;

describe('the organisations', () => {
  test('are named in every language', () => {
    expect(NATO_IS.shortName).toEqual({ en: 'NATO IS', fr: 'OTAN SI' });
    expect(NORTHERN_RIVERS.name).toEqual({ en: 'Northern Rivers Commission', fr: 'Commission des rivières du Nord' });
    expect(NORTHERN_RIVERS.id).toBe('northern-rivers');
    expect(RIVERS_COMMISSION.shortName).toEqual({ en: 'SRC', fr: 'CRS', es: 'CRS' });
  });

  test('have each a scale of language levels, lowest first', () => {
    const scales = ORGANISATIONS.map(({ languages }) => languages.levels.map(({ code }) => code).join(' '));

    expect(scales).toEqual(['I II III IV V VI', 'I II III IV V VI', 'A1 A2 B1 B2 C1 C2']);
  });

  test('leave a name that no source gives empty', () => {
    const nameless = NATO_IS.languages.levels.filter(({ name }) => name.fr === null).map(({ code }) => code);

    expect(nameless).toEqual(['IV', 'VI']);
    expect(NORTHERN_RIVERS.languages.levels.filter(({ name }) => name.fr === null)).toEqual([]);
  });

  test('order clearances from the lowest, where they ask for any', () => {
    const scales = ORGANISATIONS.map(({ clearances }) => clearances.levels.map(({ code }) => code).join(' '));

    expect(scales).toEqual(['NR NC NS CTS', 'NR NC NS CTS', '']);
  });

  test('put each grade in one family', () => {
    expect(ORGANISATIONS.map(({ grades }) => grades.order.length)).toEqual([24, 24, 19]);
    for (const { grades } of ORGANISATIONS)
      expect(grades.families.flatMap((family) => family.grades).toSorted()).toEqual(grades.order.toSorted());
  });

  test('write French as French: no ordinary space before a double mark or inside quotation marks', () => {
    const texts = ORGANISATIONS.map((organisation) => JSON.stringify(organisation)).join('\n');

    expect([...texts.matchAll(/"fr":"[^"]*(?: [;:!?»]|« |\w'\w)[^"]*"/g)].map(([text]) => text)).toEqual([]);
  });
});

describe('a folder that is not in order', () => {
  test('is told with the line of a wrong value', () => {
    const folder = edited({ file: 'member-nations.yaml', from: 'country: BE,', to: 'country: XX,' });

    expect(problems(folder)).toEqual([
      `member-nations.yaml:${lineOf('member-nations.yaml', 'country: BE')}: nations.0.country: Expected an ISO 3166-1 alpha-2 country code`,
    ]);
  });

  test('is told everything at once, file by file and line by line', () => {
    const folder = edited(
      { file: 'organisation.yaml', from: 'zone: Europe/Brussels', to: 'zone: Europe/Bruxelles' },
      { file: 'organisation.yaml', from: 'dutyStation: brussels', to: 'dutyStation: atlantis' },
      { file: 'languages.yaml', from: 'code: II\n', to: 'code: I\n' },
    );

    expect(problems(folder)).toEqual([
      expect.stringMatching(/^organisation\.yaml:\d+: deadlines\.0\.zone: Expected an IANA time zone/),
      expect.stringMatching(/^organisation\.yaml:\d+: bodies\.0\.dutyStation: No such duty station$/),
      expect.stringMatching(/^languages\.yaml:\d+: levels\.1\.code: “I” stands here twice$/),
    ]);
  });

  test('is told of a missing value where it should stand', () => {
    const source = '    source: Staff Rules, article 9(2)\n';
    const folder = edited({ file: 'organisation.yaml', from: source, to: '' });

    expect(problems(folder)).toEqual([
      expect.stringMatching(
        `^organisation\\.yaml:${lineOf('organisation.yaml', '- from: null')}: deadlines\\.0\\.source: `,
      ),
    ]);
  });

  test('is told of a key that is not known, at the key', () => {
    const folder = edited({ file: 'applications.yaml', from: '  maxBytes:', to: '  maxMegabytes: 5\n  maxBytes:' });

    expect(problems(folder)).toEqual([
      `applications.yaml:${lineOf('applications.yaml', 'maxBytes')}: documents.maxMegabytes: This key is not known here`,
    ]);
  });

  test('is told of a file that is no YAML', () => {
    const folder = edited({ file: 'grades.yaml', from: 'order: [G1,', to: 'order: [G1' });

    expect(problems(folder)[0]).toMatch(/^grades\.yaml:\d+: /);
  });

  test('is told of a missing file', () => {
    const folder = edited();
    rmSync(join(folder, 'contracts.yaml'));

    expect(problems(folder)).toEqual(['contracts.yaml:1: This file is missing']);
    expect(() => loadOrganisation(folder)).toThrow('contracts.yaml:1: This file is missing');
  });
});

test('a new member nation is an edit of YAML alone', () => {
  const nation = "  - { country: FI, from: '2019-11-01' }\n";
  const folder = edited({
    file: 'member-nations.yaml',
    from: nation,
    to: `${nation}  - { country: IE, from: '2026-01-01' }\n`,
  });

  const organisation = loadOrganisation(folder);

  expect(eligibleNationality(organisation, ['IE'], '2026-01-01').ok).toBe(true);
  expect(eligibleNationality(NORTHERN_RIVERS, ['IE'], '2026-01-01').ok).toBe(false);
});
