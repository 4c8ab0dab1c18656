import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { assetUrl, loadTheme, siteAssets } from './assets.ts';

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

test('the look, scripts included, weighs less than 12 kB on the way', async () => {
  const { gzipSync } = await import('node:zlib');
  const texts = [...siteAssets()].filter(([path]) => /\.(css|js)$/.test(path));
  const weight = texts.reduce((sum, [, { body }]) => sum + gzipSync(body).length, 0);

  expect(weight).toBeLessThan(12_000);
});
