import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { RULE_NAMES } from './finding-texts.ts';
import { RULES } from './finding.ts';
import { pageOf } from './lint-formats.ts';

const contentOf = (path: string) => readFileSync(path, 'utf8');

test.for(RULES)('%s has a page: what it looks for, why, an example, how to mend it', (rule) => {
  const page = contentOf(pageOf(rule));
  const headings = [...page.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => heading);

  expect(headings).toEqual([
    `${RULE_NAMES[rule].en} (\`${rule}\`)`,
    'What it looks for',
    'Why it matters',
    'Example',
    'How to mend it',
  ]);
  expect(page).toMatch(/^\*\*Severity:\*\* (?:error|warning|note)/m);
});

test('every page is of a rule, and the index lists each once', () => {
  const pages = globSync('docs/lint/*/*.md').map((path) => path.replaceAll(/^docs\/lint\/|\.md$/g, ''));
  const listed = [...contentOf('docs/lint/README.md').matchAll(/^\| \[`([^`]+)`\]\(\1\.md\)/gm)].map(
    ([, rule]) => rule,
  );

  expect(pages.toSorted()).toEqual([...RULES].toSorted());
  expect(listed).toEqual([...RULES]);
});
