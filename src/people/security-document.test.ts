import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ROOT } from '../testing.ts';

const ITALICS = /_([^_]+)_/g;
const threats = readFileSync(`${ROOT}/docs/security.md`, 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\|\s*(threat|-+)\s*\|/.test(line))
  .map((line) => line.replaceAll(/`[^`]*`/g, ''));

test('every threat of docs/security.md names a test, and every test it names is there', () => {
  const tests = globSync('src/**/*.test.ts', { cwd: ROOT }).map((file) => readFileSync(`${ROOT}/${file}`, 'utf8'));
  const isThere = (name: string) => {
    const parts = name.split('…').map((part) => part.trim());
    return tests.some((text) => parts.every((part) => text.includes(part)));
  };

  const named = threats.map((threat) => [...threat.matchAll(ITALICS)].map(([, name = '']) => name));

  expect(threats.length).toBeGreaterThan(30);
  expect(threats.filter((_, index) => named[index]?.length === 0)).toEqual([]);
  expect(named.flat().filter((name) => !isThere(name))).toEqual([]);
});
