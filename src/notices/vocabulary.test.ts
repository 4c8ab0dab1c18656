import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { problemLine } from '../regulations/organisation/checked-yaml.ts';
import { phrasesAt } from './import/phrases.ts';
import { comparable, wordsOf } from './import/words.ts';
import { loadVocabulary, readVocabulary } from './vocabulary.ts';

/** A folder of organisations of its own, gone after the test. */
function organisations(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'vocabulary-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'notice-vocabulary.yaml'), text);
    writeFileSync(join(folder, name, 'grades.yaml'), GRADES);
  }
  return folder;
}

const GRADES = readFileSync('organisations/nato-is/grades.yaml', 'utf8');
const NATO = readFileSync('organisations/nato-is/notice-vocabulary.yaml', 'utf8');

function problemsOf(folder: string): string[] {
  const read = readVocabulary(folder);
  return read.ok ? [] : read.refusal.map((problem) => problemLine(problem).replace(folder, ''));
}

describe('a vocabulary', () => {
  test('that extends another has the words of both', () => {
    const { bodies } = loadVocabulary('organisations/northern-rivers');
    const codes = (text: string) => phrasesAt(bodies, wordsOf(text)).map(({ code }) => code);

    expect(codes('Northern Rivers Commission (NRC)')).toEqual(['NRC']);
    expect(codes('otan si')).toEqual(['NATO-IS']);
  });

  test('tells everything that is wrong, each at its line', () => {
    const text = NATO.replace('noReports:', 'noReports: 7\nnoRaports:').replace('currencies:', 'currencys:');
    const folder = join(organisations({ mine: text }), 'mine');
    const line = (start: string) => text.split('\n').findIndex((one) => one.startsWith(start)) + 1;

    const problems = problemsOf(folder);

    expect(problems).toEqual([
      expect.stringContaining(`/notice-vocabulary.yaml:${line('currencys:')}: currencys`),
      expect.stringContaining(`/notice-vocabulary.yaml:${line('noReports:')}: noReports`),
      expect.stringContaining(`/notice-vocabulary.yaml:${line('noRaports:')}: noRaports`),
    ]);
  });

  test('may not give one form two meanings', () => {
    const text = NATO.replace('en: [Full-time]', 'en: [Full-time, Part time]');

    expect(problemsOf(join(organisations({ mine: text }), 'mine'))).toEqual([
      expect.stringContaining('“Part-time” already stands for full-time'),
    ]);
  });

  test('may lack nothing, unless the one it extends has it', () => {
    const folder = organisations({ base: NATO, mine: 'extends: base\n', bare: 'source: { en: none, fr: aucune }\n' });

    expect(problemsOf(join(folder, 'mine'))).toEqual([]);
    expect(problemsOf(join(folder, 'bare'))).toContainEqual(expect.stringContaining('labels'));
  });

  test('may replace what the one it extends has, and takes nothing of it then', () => {
    const own = loadVocabulary('organisations/rivers-commission');

    expect(Object.keys(own.data.languageLevels)).toEqual(['A1', 'A2', 'B1', 'B2', 'C1', 'C2']);
    expect(Object.keys(own.data.contractClauses)).not.toContain('turnover');
    expect(own.data.clearances).toEqual({});
    expect(own.data.labels.clearance).toBeDefined();
    expect('level IV'.match(own.levelCode)).toBeNull();
  });

  test('knows the letters and the older names of the organisation’s grades', () => {
    expect(loadVocabulary('organisations/rivers-commission').grades).toEqual({ letters: ['AST', 'AD'], older: {} });
    expect(loadVocabulary('organisations/nato-is').grades).toMatchObject({ letters: ['G'], older: { 'A.2': 'G15' } });
  });

  test('extends its neighbour, however the way to its folder is written', () => {
    expect(Object.keys(loadVocabulary('organisations/northern-rivers/.').data.bodies)).toContain('NATO-IS');
  });

  test('may not extend itself', () => {
    const folder = organisations({ mine: 'extends: mine\n' });

    expect(problemsOf(join(folder, 'mine'))).toEqual([expect.stringContaining('circle')]);
  });

  test('that is not there is told by its file', () => {
    expect(() => loadVocabulary('organisations/nowhere')).toThrow(/nowhere.notice-vocabulary\.yaml:1: /);
  });
});

test.each([
  ['RÉSUMÉ', 'Résumé :'],
  ['Organizational Efficiencies', 'organisational efficiency'.replace('cy', 'cies')],
  ['l’habilitation de sécurité', "L'habilitation  de securite"],
  ['QUALIFICATIONS AND EXPERIENCE', 'Qualification and experience:'],
  ['mise en œuvre', 'MISE EN OEUVRE'],
])('“%s” and “%s” are the same to the reader', (one, other) => {
  expect(comparable(one)).toBe(comparable(other));
});
