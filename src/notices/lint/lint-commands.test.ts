import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CommandContext } from '../../platform/command.ts';
import { lintNotices } from './lint-commands.ts';

const DEMONSTRATION = 'organisations/northern-rivers/demonstration';
const CLEAN = `${DEMONSTRATION}/260118.txt`;
const UNTRANSLATED = `${DEMONSTRATION}/260160.txt`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'concours-lint-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Run = { status: number; printed: string; warned: string };

async function lint(args: string[], environment: Record<string, string> = {}): Promise<Run> {
  const printed: string[] = [];
  const warned: string[] = [];
  const context: CommandContext = {
    print: (text) => void printed.push(text),
    warn: (text) => void warned.push(text),
    environment,
  };
  const status = await lintNotices(args, context, process.cwd());
  return { status, printed: printed.join('\n'), warned: warned.join('\n') };
}

describe('concours lint', () => {
  test('prints each finding where it stands, and the totals last', async () => {
    const { status, printed } = await lint([UNTRANSLATED]);

    expect(status).toBe(1);
    expect(printed).toContain(
      `${UNTRANSLATED}:46-56, fr 167: error: The French text only points to the other language: Main accountabilities. (parity/placeholder)`,
    );
    expect(printed.split('\n').at(-1)).toMatch(/^1 error, 0 warnings, \d+ notes?$/);
  });

  test('a notice without an error is status 0, whatever could be better', async () => {
    const { status, printed } = await lint([CLEAN]);

    expect(status).toBe(0);
    expect(printed).toMatch(/^0 errors, 0 warnings, \d+ notes?$/m);
  });

  test('speaks the language asked for, else that of the terminal', async () => {
    const asked = await lint([UNTRANSLATED, '--language', 'fr']);
    const ofTerminal = await lint([UNTRANSLATED], { LANG: 'fr_FR.UTF-8' });

    expect(asked.printed).toContain('erreur: Le texte en français renvoie seulement à l’autre langue');
    expect(ofTerminal.printed).toBe(asked.printed);
  });

  test('a file that is no notice is told and does not stop the others', async () => {
    const strange = join(folder, 'strange.txt');
    writeFileSync(strange, 'A letter to a friend.');
    const { status, printed, warned } = await lint([strange, join(folder, 'nowhere.txt'), CLEAN]);

    expect(status).toBe(1);
    expect(warned.split('\n')).toEqual([
      `${strange}:1: this is no vacancy notice: neither its header nor its sections are here`,
      `${join(folder, 'nowhere.txt')}:1: no such file`,
    ]);
    expect(printed).toMatch(/0 errors/);
  });

  test.for(['', `--format xml ${CLEAN}`, `--language de ${CLEAN}`, `--strict ${CLEAN}`])(
    'wrong usage is told with the help: “%s”',
    async (line) => {
      const args = line.split(' ').filter((word) => word !== '');
      const { status, printed, warned } = await lint(args);

      expect(status).toBe(2);
      expect(printed).toBe('');
      expect(warned).toContain('usage: concours lint FILE…');
    },
  );
});

describe('the formats', () => {
  test('--out writes the findings of each notice under its reference', async () => {
    const out = join(folder, 'out');
    const { printed } = await lint([UNTRANSLATED, CLEAN, '--out', out]);
    const findings = JSON.parse(readFileSync(join(out, '260160.json'), 'utf8')) as object[];

    expect(printed).toBe('');
    expect(readdirSync(out)).toEqual(['260118.json', '260160.json']);
    expect(findings).toContainEqual({
      rule: 'parity/placeholder',
      severity: 'error',
      lines: { en: [46, 56], fr: [167, 167] },
      message: 'The French text only points to the other language: Main accountabilities.',
      messages: {
        en: 'The French text only points to the other language: Main accountabilities.',
        fr: 'Le texte en français renvoie seulement à l’autre langue\u00A0: Responsabilités principales.',
      },
      page: 'docs/lint/parity/placeholder.md',
      field: 'accountabilities',
    });
  });

  test('json has an entry for each file', async () => {
    const { printed } = await lint([UNTRANSLATED, CLEAN, '--json']);
    const files = JSON.parse(printed) as { file: string; findings: object[] }[];

    expect(files.map(({ file }) => file)).toEqual([UNTRANSLATED, CLEAN]);
  });

  test('json leads to the page of a rule in the language of the sentences', async () => {
    const { printed } = await lint([UNTRANSLATED, '--json', '--language', 'fr']);

    expect(printed).toContain('"page": "docs/lint/fr/parity/placeholder.md"');
    expect(printed).not.toContain('"page": "docs/lint/parity/');
  });

  test('sarif names every rule, and both places of a finding', async () => {
    const { printed } = await lint([UNTRANSLATED, '--format', 'sarif']);
    const sarif = JSON.parse(printed) as Sarif;
    const [run] = sarif.runs;
    const result = run?.results.find(({ ruleId }) => ruleId === 'parity/placeholder');

    expect(sarif.version).toBe('2.1.0');
    expect(run?.tool.driver.rules[result?.ruleIndex ?? -1]?.id).toBe('parity/placeholder');
    expect(result?.level).toBe('error');
    expect(result?.locations[0]?.physicalLocation.region).toEqual({ startLine: 46, endLine: 56 });
    expect(result?.relatedLocations?.[0]?.physicalLocation.region).toEqual({ startLine: 167, endLine: 167 });
  });

  test('github has a workflow command on one line for each, its marks escaped', async () => {
    const named = join(folder, 'a,b:c.txt');
    writeFileSync(named, readFileSync(UNTRANSLATED));
    const { printed } = await lint([named, '--format', 'github']);

    expect(printed.split('\n').every((line) => /^::(error|warning|notice) file=/.test(line))).toBe(true);
    expect(printed).toContain(
      `::error file=${folder}/a%2Cb%3Ac.txt,line=46,endLine=56,title=parity/placeholder::The French text`,
    );
  });
});

type Place = { physicalLocation: { region: { startLine: number; endLine: number } } };
type Sarif = {
  version: string;
  runs: {
    tool: { driver: { rules: { id: string }[] } };
    results: { ruleId: string; ruleIndex: number; level: string; locations: Place[]; relatedLocations?: Place[] }[];
  }[];
};
