import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const SOURCE = fileURLToPath(new URL('..', import.meta.url));
const TABLES = /integrity_?(readings|texts|fingerprints|cases)/i;
/**
 * What lays the pages of all features together, what describes or measures the database, what takes its record away, and who
 * had a part in it when a reviewer is named.
 */
const COMPOSITION =
  /^(app[\w-]*\.tsx?|schema\.ts|bench\/|journey\/|reports\/record\/tables\/screening-queries\.ts|selection\/review\/review-queries\.ts)/;

const files = globSync('**/*.{ts,tsx}', { cwd: SOURCE }).filter((file) => !/\.test\.tsx?$|-testing\.tsx?$/.test(file));
const textOf = (file: string) => readFileSync(`${SOURCE}/${file}`, 'utf8');

test('no query of another feature knows what was found, so that nothing can sort, filter or reject by it', () => {
  const knowing = files.filter((file) => TABLES.test(textOf(file)));

  expect(knowing.filter((file) => !file.startsWith('integrity/') && !COMPOSITION.test(file))).toEqual([]);
  expect(knowing.length).toBeGreaterThan(3);
});

test('the list of applications is by number alone, and joins no text and no fingerprint', () => {
  const text = textOf('integrity/integrity-queries.ts');

  expect([...text.matchAll(/orderBy\('(\w+)'/g)].map(([, column]) => column)).toEqual(['number']);
  expect(text).not.toMatch(/integrity_?(texts|fingerprints)/i);
});
