import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { assetUrl, loadTheme, moduleNames, siteAssets } from './assets.ts';

const folders: string[] = [];
const folderWith = (css: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'concours-theme-'));
  folders.push(folder);
  writeFileSync(join(folder, 'theme.css'), css);
  return folder;
};
const sheet = () => siteAssets().get('/assets/site.css')?.body.toString() ?? '';

afterEach(() => {
  loadTheme(folderWith(':root {}'));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

test('every font the style sheet names is there to be served, under its hash', () => {
  const named = [...sheet().matchAll(/url\("([^"]+)"\)/g)].map(([, url = '']) => url);

  expect(named).toHaveLength(8);
  expect(named).toEqual(named.map((url) => assetUrl(url.replace(/\?.*/, ''))));
});

test('the style sheet has another address as soon as it has another content', () => {
  const before = assetUrl('/assets/site.css');
  loadTheme(folderWith(':root { --accent: #2b3a80 }'));

  expect(assetUrl('/assets/site.css')).not.toBe(before);
});

test('a theme stands after the tokens it overrides', () => {
  loadTheme(folderWith(':root { --accent: #2b3a80 }'));

  expect(sheet().lastIndexOf('--accent: #2b3a80')).toBeGreaterThan(sheet().indexOf('--accent: #174f63'));
});

test('a theme that is more than tokens stops the start, and says what stands there', () => {
  const folder = folderWith('.apply { display: none }');

  expect(() => loadTheme(folder)).toThrow(/theme\.css:\d+: .*\.apply/);
});

const weightOf = (paths: string[]): number =>
  paths.reduce((sum, path) => sum + gzipSync(siteAssets().get(path)?.body ?? Buffer.alloc(0)).length, 0);

test('what a page of staff loads, look and scripts, weighs less than 12 kB on the way', () => {
  expect(weightOf(['/assets/site.css', '/assets/staff.css', ...moduleNames()])).toBeLessThan(12_000);
});

test('what a public page loads weighs less than 12 kB, whichever module of its own it has', () => {
  const ofOnePage = [...siteAssets().keys()].flatMap((path) => /^\/assets\/pages\/(.+)\.js$/.exec(path)?.[1] ?? []);
  const weights = [[], ...ofOnePage.map((name) => [name])].map((names) => ({
    names,
    weight: weightOf(['/assets/site.css', '/assets/public.css', ...moduleNames(names)]),
  }));

  expect(weights.filter(({ weight }) => weight >= 12_000)).toEqual([]);
});
