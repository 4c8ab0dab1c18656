import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNotice } from '../import/read-notice.ts';
import { loadOrganisationFolder } from '../organisation-folder.ts';
import type { Finding } from './finding.ts';
import { lintNotice } from './lint-notice.ts';
import { loadSpelling } from './spelling.ts';

const spelling = await loadSpelling();
const FOLDERS = ['organisations/northern-rivers', 'organisations/rivers-commission'];
const NOTICES = FOLDERS.flatMap((folder) => {
  const tools = { ...loadOrganisationFolder(folder), spelling };
  const files = readdirSync(`${folder}/demonstration`).filter((name) => /^\d{6}\.txt$/.test(name));
  return files.map((name) => ({ name, tools, text: readFileSync(`${folder}/demonstration/${name}`, 'utf8') }));
});
type Notice = (typeof NOTICES)[number];
/** Those that are incomplete on purpose. */
const INCOMPLETE = ['260160.txt', '260163.txt'];
const COMPLETE = NOTICES.filter(({ name }) => !INCOMPLETE.includes(name));

function lint({ tools }: Notice, text: string): Finding[] {
  const read = readNotice(text, tools.vocabulary);
  return read.ok ? lintNotice({ ...read.value, text }, tools) : [];
}
const grave = (findings: readonly Finding[]) => findings.filter(({ severity }) => severity !== 'info');
const touches = ({ lines }: Finding, number: number) =>
  Object.values(lines).some((where) => where && where.from <= number && number <= where.to);

describe('whatever the text', () => {
  const anyNotice = fc.constantFrom(...NOTICES);

  test('cut anywhere, or with its lines in another order, a notice is linted, and findings stand within it', () => {
    const anyEdit = fc.record({ share: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.boolean() });
    fc.assert(
      fc.property(anyNotice, anyEdit, (notice, { share, cut }) => {
        const whole = notice.text.split('\n');
        const from = Math.floor(share * whole.length);
        const moved = [...whole.slice(from), ...whole.slice(0, from)];
        const text = cut ? notice.text.slice(0, Math.floor(share * notice.text.length)) : moved.join('\n');
        const last = text.split('\n').length;

        const places = lint(notice, text).flatMap(({ lines }) => Object.values(lines).flatMap((where) => where ?? []));

        expect(places.filter((where) => where.from < 1 || where.from > where.to || where.to > last)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('linting is the same each time', () => {
    for (const notice of NOTICES) expect(lint(notice, notice.text)).toEqual(lint(notice, notice.text));
  });
});

describe('the demonstration', () => {
  test.for(COMPLETE)('$name has neither an error nor a warning', (notice) => {
    expect(grave(lint(notice, notice.text)).map(({ rule }) => rule)).toEqual([]);
  });

  test.for([
    { name: '260160.txt', rules: ['parity/placeholder'] },
    { name: '260163.txt', rules: ['parity/language-missing'] },
  ])('$name lacks what it lacks on purpose, and nothing else', ({ name, rules }) => {
    const [notice] = NOTICES.filter((each) => each.name === name);

    expect(notice && grave(lint(notice, notice.text)).map(({ rule }) => rule)).toEqual(rules);
  });
});

describe('one fault put anywhere into a complete notice is found there:', () => {
  const anyComplete = fc.constantFrom(...COMPLETE);
  /** The places of the lines, from 0, that a pattern fits in the French part. */
  const french = (text: string, pattern: RegExp) => {
    const lines = text.split('\n');
    const start = lines.findIndex((line) => /^1\.\s?RÉSUMÉ/.test(line));
    return lines.flatMap((line, index) => (index > start && pattern.test(line) ? [index] : []));
  };
  const edited = (text: string, at: number, edit: (line: string) => string) =>
    text
      .split('\n')
      .map((line, index) => (index === at ? edit(line) : line))
      .join('\n');

  test('another number in a French requirement', () => {
    fc.assert(
      fc.property(anyComplete, fc.nat(), (notice, pick) => {
        const places = french(notice.text, /^[-•] .*(?<![\d(])\d{1,2}\s(?:ans|années)/);
        const at = places[pick % Math.max(1, places.length)];
        if (at === undefined) return;
        const text = edited(notice.text, at, (line) => line.replace(/\d{1,2}(?=\s(?:ans|années))/, '37'));

        expect(grave(lint(notice, text)).some((finding) => touches(finding, at + 1))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test('an English sentence in place of a French item', () => {
    fc.assert(
      fc.property(anyComplete, fc.nat(), (notice, pick) => {
        const places = french(notice.text, /^[-•] (?:avoir|être|une|la|le|des) /);
        const at = places[pick % Math.max(1, places.length)];
        if (at === undefined) return;
        const text = edited(
          notice.text,
          at,
          (line) => `${line.slice(0, 2)}be able to work with the services of the members and with the press ;`,
        );

        expect(grave(lint(notice, text)).some((finding) => touches(finding, at + 1))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test('a long paragraph of section 8 that is gone', () => {
    fc.assert(
      fc.property(anyComplete, fc.nat(), (notice, pick) => {
        const lines = notice.text.split('\n');
        const start = lines.findIndex((line) => /^8\.\s?INFORMATIONS COMPLÉMENTAIRES/.test(line));
        const places = lines.flatMap((line, index) =>
          start >= 0 && index > start && line.length > 120 ? [index] : [],
        );
        const at = places[pick % Math.max(1, places.length)];
        if (at === undefined) return;

        expect(
          grave(
            lint(
              notice,
              edited(notice.text, at, () => ''),
            ),
          ).map(({ rule }) => rule),
        ).toContain('parity/paragraph-missing');
      }),
      { numRuns: 40 },
    );
  });
});
