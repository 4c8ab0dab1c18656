import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadVocabulary } from '../../notices/vocabulary.ts';
import { LANGUAGES, type Language, type Localized } from '../../platform/language.ts';
import {
  anyCivilDate,
  NATO_IS,
  ORGANISATIONS,
  organisationFolder,
  RIVERS_COMMISSION,
  sourcesIn,
} from '../../regulations/regulations-testing.ts';
import { rulesOf } from '../../regulations/rule-table/rule-table-testing.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import type { RuleEntry } from './rule-entry.ts';
import { rulebook, rulesWithPlace } from './rulebook.ts';

const VOCABULARIES = Object.fromEntries(ORGANISATIONS.map(({ id }) => [id, loadVocabulary(organisationFolder(id))]));

function read(
  organisation: Organisation,
  { on = '2026-11-26', language = 'en' }: { on?: string; language?: Language } = {},
) {
  const vocabulary = VOCABULARIES[organisation.id];
  if (!vocabulary) throw new Error(organisation.id);
  return rulebook({ organisation, vocabulary, on, language });
}

const entriesOf = (...asked: Parameters<typeof read>): RuleEntry[] => read(...asked).flatMap(({ entries }) => entries);
const entryOf = (rule: string, ...asked: Parameters<typeof read>) =>
  entriesOf(...asked).find(({ rules, table }) =>
    [...rules, ...(table?.rows ?? []).flatMap((row) => row.rules ?? [])].includes(rule),
  );
const cellsOf = (entry: RuleEntry | undefined) => (entry?.table?.rows ?? []).map(({ cells }) => cells.join(' | '));

/** What stands in the place of a source where each row has its own, or where the file is one. */
const RULEBOOK_SOURCES: Localized<string[]> = {
  en: ['each row has its own', 'organisation.yaml, a setting of the organisation'],
  fr: ['chaque ligne a la sienne', 'organisation.yaml, réglage de l’organisation'],
};

describe.each(ORGANISATIONS)('the regulations of $id', (organisation) => {
  test('have a place for every rule that an answer may quote', () => {
    for (const language of LANGUAGES) {
      const placed = rulesWithPlace(read(organisation, { language }));
      expect([...rulesOf(organisation)].filter((rule) => !placed.includes(rule))).toEqual([]);
    }
  });

  test('name a source for everything, and fill every column', () => {
    for (const { source, table } of entriesOf(organisation)) {
      expect(source).not.toBe('');
      for (const row of table?.rows ?? []) expect(row.cells).toHaveLength(table?.columns.length ?? 0);
    }
  });

  test('quote each source in the reader’s language alone, on any day', () => {
    const sources = [...sourcesIn(organisation), VOCABULARIES[organisation.id]?.data.source];
    fc.assert(
      fc.property(anyCivilDate, fc.constantFrom(...LANGUAGES), (on, language) => {
        const quoted = entriesOf(organisation, { on, language }).flatMap(({ source, table }) =>
          [source, ...(table?.rows ?? []).flatMap((row) => row.source ?? [])].flatMap((each) => each.split(' · ')),
        );
        const own = [...sources.map((source) => source?.[language]), ...RULEBOOK_SOURCES[language]];
        expect(quoted.filter((each) => !own.includes(each))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('say something of each rule, in each language, on any day', () => {
    fc.assert(
      fc.property(anyCivilDate, fc.constantFrom(...LANGUAGES), (on, language) => {
        for (const { title, decides, table } of entriesOf(organisation, { on, language })) {
          const said = [...decides, ...(table?.rows ?? []).flatMap(({ cells }) => cells)];
          expect(said).not.toEqual([]);
          for (const text of [title, ...said]) expect(text.trim()).toMatch(/^[^{}]+$/);
        }
      }),
      { numRuns: 40 },
    );
  });
});

test('count the nations that are members on the day', () => {
  expect(entryOf('E1', NATO_IS)?.decides).toEqual([
    'Nationals of 32 member nations may apply; one nationality is enough.',
  ]);
  expect(entryOf('E1', NATO_IS, { on: '2024-03-06' })?.decides[0]).toContain('31 member nations');
  expect(cellsOf(entryOf('E1', NATO_IS))).toContain('Sweden | 7 March 2024 | –');
});

test('show each part of a clause with its rule and who must agree', () => {
  const turnover = entriesOf(NATO_IS).find(({ clause }) => clause === 'turnover');

  expect(turnover?.title).toBe('Clause “Turnover post” (turnover)');
  expect(turnover?.table?.rows.map(({ rules }) => rules?.join(' '))).toEqual([
    'C1',
    'C2',
    'C6',
    'C3',
    'C3 C4 C5',
    'C9',
    'C10',
    'C10',
    'C11',
    'C12',
  ]);
  expect(cellsOf(turnover)).toContain(
    'Seconded by a national administration | Renewal | once, for up to 3 years | the organisation and the national authority concerned',
  );
});

test('leave open what the texts leave open, and say who decides', () => {
  const open = entriesOf(NATO_IS).find(({ title }) => title === 'What the texts leave open');

  expect(cellsOf(open)).toHaveLength(7);
  const settled = cellsOf(open).filter((row) => !row.includes('a named person decides'));
  expect(settled).toEqual([expect.stringMatching(/^From which day .* the first day of the renewal/)]);
});

test('ask for the names that no source gives', () => {
  const levels = cellsOf(entryOf('b3', NATO_IS, { language: 'fr' }));

  expect(levels).toContain('IV | Upper Intermediate | aucune source ne le donne');
  expect(levels).toContain('V | Advanced | avancé');
});

test('give the amounts of the scale in force, and no other', () => {
  expect(cellsOf(entryOf('salary', NATO_IS, { on: '2025-06-01', language: 'fr' }))).toEqual([
    'G20 | Belgique | 9\u202f253,21\u00a0EUR par mois | 1er janvier 2025',
    'G10 | Belgique | 4\u202f565,36\u00a0EUR par mois | 1er janvier 2025',
  ]);
  expect(entryOf('salary', NATO_IS, { on: '2019-01-01' })?.decides).toContain(
    'No amount in force on that day is known.',
  );
});

test('of another organisation are other rules throughout', () => {
  const theirs = entriesOf(RIVERS_COMMISSION);

  expect(entryOf('SR-E11', RIVERS_COMMISSION)?.decides[0]).toBe(
    'On the first day in the post, 18 years of age at least.',
  );
  expect(entryOf('clearance', RIVERS_COMMISSION)?.decides).toEqual(['No security clearance is asked for.']);
  expect(entryOf('b3', RIVERS_COMMISSION)?.table?.columns).toEqual(['Level', 'English', 'French', 'Spanish']);
  expect(theirs.find(({ title }) => title === 'Deadlines without a time')?.decides[0]).toContain(
    '12:00:00, Lisbon time',
  );
});

test('say from which day a rule is in force, and which other versions there are', () => {
  const { rows } = entryOf('SR-E11', RIVERS_COMMISSION) ?? {};

  expect(rows).toEqual({ from: '2023-01-01', others: [null] });
  expect(entryOf('SR-E11', RIVERS_COMMISSION, { on: '2022-12-31' })?.rows).toEqual({
    from: null,
    others: ['2023-01-01'],
  });
});

describe('the working days', () => {
  const titled = (title: string, ...asked: Parameters<typeof read>) =>
    entriesOf(...asked).find((entry) => entry.title === title);

  test('are told with every closed day from the year that is read, each with its source, and how far they are known', () => {
    const entry = titled('Jours ouvrés', RIVERS_COMMISSION, { on: '2027-03-01', language: 'fr' });

    expect(entry?.decides[0]).toBe('Personne ne travaille le samedi et le dimanche.');
    expect(entry?.decides.at(-1)).toContain('ne sont pas connus au-delà de 2027');
    expect(cellsOf(entry)).toContain('26 mars 2027 | Vendredi saint');
    expect(cellsOf(entry).some((cells) => cells.includes('2026'))).toBe(false);
    expect(titled('Until when applications are screened', RIVERS_COMMISSION)?.decides).toEqual([
      'Applications are screened within 28 working days of the closing date.',
    ]);
  });

  test('are not spoken of where no source says them', () => {
    expect(titled('Working days', NATO_IS)).toBeUndefined();
    expect(titled('Until when applications are screened', NATO_IS)?.decides).toEqual([
      'Until when applications are screened, no source says.',
    ]);
  });
});
