import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { periodEnd } from '../civil-dates.ts';
import { loadOrganisation } from './organisation.ts';
import { editedFolder, lineOf, problemsIn } from './organisation-testing.ts';
import { isBareAddress } from './schema-parts.ts';
import {
  anyCivilDate,
  NATO_IS,
  NORTHERN_RIVERS,
  ORGANISATIONS,
  RIVERS_COMMISSION,
  sourcesIn,
} from '../regulations-testing.ts';
import { salaryOf } from '../pay/salary.ts';

describe('a scale that is adjusted every year', () => {
  test('is that of NATO and of the Northern Rivers; the Rivers Commission adopts another when it wants one', () => {
    expect(ORGANISATIONS.map(({ salaries }) => salaries.adjusted?.rhythm)).toEqual(['yearly', 'yearly', 'by-decision']);
  });

  test.each([NATO_IS, NORTHERN_RIVERS])('of $id is known for no day after the year of its row', (organisation) => {
    fc.assert(
      fc.property(fc.constantFrom(...organisation.salaries.rows), anyCivilDate, ({ grade, country }, on) => {
        const answer = salaryOf(organisation, { grades: [grade], country, on });

        const lastKnown = answer.kind === 'known' ? periodEnd(answer.row.from, 12) : on;
        expect(on <= lastKnown).toBe(true);
      }),
    );
  });

  test.each([
    ['until: null', 'this amount ends on 2026-12-31 at the latest'],
    ["until: '2027-01-01'", 'this amount ends on 2026-12-31 at the latest'],
  ])('has no row with %s', (until, says) => {
    const edit = { file: 'salaries.yaml', from: "until: '2026-12-31'", to: until } as const;
    const folder = editedFolder([edit], 'northern-rivers');

    const line = lineOf(folder, 'salaries.yaml', until);
    expect(problemsIn(folder)).toEqual([
      expect.stringMatching(
        `^salaries.yaml:${line}: rows, entry \\d+, until: The scale is adjusted every year: ${says}`,
      ),
    ]);
  });

  test('is none that stands until the next is adopted: its rows may be open', () => {
    const open = RIVERS_COMMISSION.salaries.rows.filter(({ until }) => until === null);

    expect(open.length).toBeGreaterThan(0);
  });
});

const WANTED = 'Expected a text in each language, such as { en: …, fr: … }, or a web address alone';
const STEP_SOURCE = `  source:
    en: Staff Regulations, article 61
    fr: Statut du personnel, article 61
    es: Estatuto del personal, artículo 61
`;

describe('a source', () => {
  test.each(ORGANISATIONS)('of $id is a text of its own in each official language, or an address', (organisation) => {
    const { official } = organisation.languages;
    const untranslated = sourcesIn(organisation).filter((source) => {
      const texts = official.map((language) => source[language] ?? '');
      return texts.includes('') || (new Set(texts).size < official.length && !isBareAddress(source.en));
    });

    expect(untranslated).toEqual([]);
  });

  test('that is an address alone stands for every language', () => {
    const address = 'https://example.org/staff-regulations#61';
    const folder = editedFolder([{ file: 'salaries.yaml', from: STEP_SOURCE, to: `  source: ${address}\n` }]);

    expect(loadOrganisation(folder).salaries.appointmentStep.source).toEqual({ en: address, fr: address });
    expect(problemsIn(folder)).toEqual([]);
  });

  test.each([
    ['words', 'Staff Regulations, article 61', '“Staff Regulations, article 61”'],
    ['words after an address', 'https://example.org/ (annex)', '“https://example.org/ (annex)”'],
    ['words before an address', "'see: https://example.org/'", '“see: https://example.org/”'],
    ['two addresses', 'https://a.example/1 https://a.example/2', '“https://a.example/1 https://a.example/2”'],
    ['no address', 'https://', '“https://”'],
    ['a number', '61', 'the number 61'],
  ])('of %s is not the same in every language, and refused where it stands', (_, written, found) => {
    const folder = editedFolder([{ file: 'salaries.yaml', from: STEP_SOURCE, to: `  source: ${written}\n` }]);

    const line = lineOf(folder, 'salaries.yaml', `source: ${written}`);
    expect(problemsIn(folder)).toEqual([
      `salaries.yaml:${line}: appointmentStep, source: ${WANTED}, and found ${found}`,
    ]);
  });

  test.each([
    ['English', '    en: Staff Regulations, article 61\n', 'en'],
    ['French', '    fr: Statut du personnel, article 61\n', 'fr'],
  ])('without its %s is refused', (_, from, language) => {
    const folder = editedFolder([{ file: 'salaries.yaml', from, to: '' }]);

    expect(problemsIn(folder)).toEqual([
      expect.stringMatching(`appointmentStep, source, ${language}: This key is missing. Expected a text$`),
    ]);
  });

  test.each([
    [
      'fr',
      'fr: This key is missing. Expected a text',
      ", fr: 'Statut du personnel, annexe III, tableau PT, barème de 2025'",
    ],
    [
      'es',
      'This text lacks “es”, an official language',
      ", es: 'Estatuto del personal, anexo III, cuadro PT, escala de 2025'",
    ],
  ])('that stands in many rows is told once where it lacks a language, at its mark: %s', (_, says, from) => {
    const folder = editedFolder([{ file: 'salaries.yaml', from, to: '' }]);

    const line = lineOf(folder, 'salaries.yaml', '&PT2025');
    expect(problemsIn(folder)).toEqual([
      expect.stringMatching(`^salaries.yaml:${line}: rows, entry 1, source.*${says}$`),
    ]);
  });
});

describe('the sources of NATO’s International Staff', () => {
  const sources = [...new Set(sourcesIn(NATO_IS).map(({ en }) => en))];

  test('can be looked up: each is a notice, an address, a check of our own, or said to be a setting', () => {
    expect(sources.length).toBeGreaterThan(30);
    expect(sources.filter((source) => !/\bnotices?\b|https?:\/\/|^our check\b|\bsetting\b/.test(source))).toEqual([]);
  });

  test('are none that is not at hand', () => {
    expect(sources.filter((source) => /C-M\(/.test(source))).toEqual([]);
  });

  test('say where the installation is narrower than a notice', () => {
    const { source, formats } = NATO_IS.documents;

    expect(formats).toEqual(['pdf']);
    expect(source.en).toMatch(/251918.* accepts Word/);
    expect(source.en).toMatch(/PDF alone.* settings/);
    expect(source.fr).toMatch(/251918.* accepte Word.* seul PDF.* réglages/);
  });
});
