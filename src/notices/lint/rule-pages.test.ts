import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, otherLanguages, type Language, type Localized } from '../../platform/language.ts';
import { spaced } from '../../site/french.ts';
import { RULE_NAMES, SEVERITY_NAMES } from './finding-texts.ts';
import { RULES, SEVERITIES, type RuleName } from './finding.ts';
import { pageOf } from './lint-formats.ts';

const contentOf = (path: string) => readFileSync(path, 'utf8');

const INDEX: Localized = { en: 'docs/lint/README.md', fr: 'docs/lint/fr/README.md' };
const HEADINGS: Localized<string[]> = {
  en: ['What it looks for', 'Why it matters', 'Example', 'How to mend it'],
  fr: ['Ce que la règle cherche', 'Pourquoi c’est important', 'Exemple', 'Comment corriger'],
};
const SEVERITY: Localized = { en: '**Severity:** ', fr: '**Gravité\u00a0:** ' };

/** The severities that a page names, as often as it does, in its order. */
function severitiesOf(rule: RuleName, language: Language) {
  const lines = contentOf(pageOf(rule, language)).split('\n');
  const said = lines.find((line) => line.startsWith(SEVERITY[language])) ?? '';
  return said
    .slice(SEVERITY[language].length)
    .split(/\P{L}+/u)
    .flatMap((word) => SEVERITIES.filter((severity) => SEVERITY_NAMES[severity][language] === word));
}

describe.for(LANGUAGES)('in %s', (language) => {
  test.for(RULES)('%s has a page: what it looks for, why, an example, how to mend it', (rule) => {
    const page = contentOf(pageOf(rule, language));
    const headings = [...page.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => heading);

    expect(page.split('\n')[0]).toBe(`# ${RULE_NAMES[rule][language]} (\`${rule}\`)`);
    expect(headings.slice(1)).toEqual(HEADINGS[language]);
    expect(severitiesOf(rule, language)).not.toEqual([]);
  });

  test('the index lists each rule once, by its name', () => {
    const rows = [...contentOf(INDEX[language]).matchAll(/^\| \[`([^`]+)`\]\(\1\.md\) +\| (.*?) +\|/gm)];

    expect(rows.map(([, rule, name]) => [rule, name])).toEqual(RULES.map((rule) => [rule, RULE_NAMES[rule][language]]));
  });
});

describe.for(otherLanguages('en'))('beside the page in English, that in %s', (language) => {
  const parts = (page: string) => ({
    paragraphs: page.trim().split(/\n{2,}/).length,
    rows: page.match(/^\|/gm)?.length,
    names: page.match(/`[^`]+`/g)?.toSorted(),
  });

  test.for(RULES)('has as many paragraphs and rows, the same names and severities: %s', (rule) => {
    expect(parts(contentOf(pageOf(rule, language)))).toEqual(parts(contentOf(pageOf(rule, 'en'))));
    expect(severitiesOf(rule, language)).toEqual(severitiesOf(rule, 'en'));
  });
});

test('every page is of a rule, or the index of its language', () => {
  const pages = LANGUAGES.flatMap((language) => [INDEX[language], ...RULES.map((rule) => pageOf(rule, language))]);

  expect(globSync('docs/lint/**/*.md').toSorted()).toEqual(pages.toSorted());
});

describe('the French', () => {
  /** Without examples, which are of either language and some of them wrong on purpose, and without code. */
  const proseOf = (page: string) => page.replaceAll(/^```[^]*?^```$|^\| (?!\[).*$|`[^`\n]*`/gm, '');

  test.for([INDEX.fr, ...RULES.map((rule) => pageOf(rule, 'fr'))])(
    'has its spaces, quotes and apostrophes: %s',
    (path) => {
      const prose = proseOf(contentOf(path));

      expect(prose).toBe(spaced(prose, 'fr'));
      expect(prose).not.toMatch(/[^\s\u00a0\u202f][:;!?»](?=\s|$)|«(?!\u00a0)|['"“”]/u);
    },
  );
});
