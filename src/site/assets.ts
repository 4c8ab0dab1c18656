import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ok, refuse, type Result } from '../platform/result.ts';
import { readTheme } from './theme.ts';

/** A file of the design system: its content, and the hash that lets a browser keep it for ever. */
export type Asset = { body: Buffer; type: string; hash: string };

const ROOT = new URL('../../', import.meta.url);
/** The style sheet of every page, and those that pages of the public and pages of staff load beside it. */
const STYLES = ['tokens', 'base', 'layout', 'forms', 'parts', 'tables', 'timeline', 'rulebook', 'documents', 'print'];
const PUBLIC_STYLES = ['candidate'];
const STAFF_STYLES = ['review', 'translation', 'figures'];
const FONTS = [
  { family: 'Source Serif 4', package: 'source-serif-4', file: 'source-serif-4', axis: 'opsz' },
  { family: 'Source Sans 3', package: 'source-sans-3', file: 'source-sans-3', axis: 'wght' },
] as const;
const SUBSETS = ['latin', 'latin-ext'] as const;
const SLANTS = ['normal', 'italic'] as const;

let theme = '';
let loaded: Map<string, Asset> | undefined;
let modules: string[] | undefined;

/** Where the modules are that only some pages load. */
const PAGE_MODULES = '/assets/pages/';

export const THEME = 'theme.css';

/** The style in an organisation's folder, empty where there is none; or the line that is more than a value for a token. */
export function themeIn(folder: string): Result<string, { file: string; line: number; message: string }> {
  const file = join(folder, THEME);
  if (!existsSync(file)) return ok('');
  const css = readFileSync(file, 'utf8');
  const read = readTheme(css);
  if (read.ok) return read;
  const [start = ''] = read.refusal.text.split('\n');
  const line = css.split(start, 1)[0]?.split('\n').length ?? 1;
  return refuse({ file, line, message: `only overrides of tokens may stand here, not “${start}”` });
}

/** The style in an organisation's folder; throws where it is more than values for tokens. */
export function themeOf(folder: string): string {
  const read = themeIn(folder);
  if (read.ok) return read.value;
  throw new Error(`${read.refusal.file}:${read.refusal.line}: ${read.refusal.message}`);
}

/** Puts the style of an organisation's folder after the tokens; before any page is made. */
export function loadTheme(folder: string): void {
  const read = themeOf(folder);
  if (read === theme) return;
  theme = read;
  loaded = undefined;
  modules = undefined;
}

/** Every file the pages refer to, by path: style sheet, fonts and browser modules. Read once, at the first call. */
export function siteAssets(): Map<string, Asset> {
  loaded ??= loadAssets();
  return loaded;
}

/** The address of an asset with its hash: `/assets/site.css?v=…`. */
export function assetUrl(path: string): string {
  const asset = siteAssets().get(path);
  if (!asset) throw new Error(`No such asset: ${path}`);
  return `${path}?v=${asset.hash}`;
}

/**
 * The browser modules that every page loads, in order, and then those that this one names (`browser/pages/NAME.ts`).
 * None before the first build: every page works without.
 */
export function moduleNames(ofThisPage: readonly string[] = []): string[] {
  modules ??= [...siteAssets().keys()].filter((path) => path.endsWith('.js'));
  const named = ofThisPage.map((name) => `${PAGE_MODULES}${name}.js`);
  return modules.filter((path) => !path.startsWith(PAGE_MODULES) || named.includes(path));
}

function loadAssets(): Map<string, Asset> {
  const fonts = FONTS.flatMap((font) =>
    SUBSETS.flatMap((subset) => SLANTS.map((slant) => fontFile(font, subset, slant))),
  );
  const faces = fonts.map(({ path, asset, face }) => face(`${path}?v=${asset.hash}`)).join('\n');
  const [tokens = '', ...styles] = STYLES.map(styleSheet);
  return new Map([
    ['/assets/site.css', cssOf([faces, tokens, theme, ...styles])],
    ['/assets/public.css', cssOf(PUBLIC_STYLES.map(styleSheet))],
    ['/assets/staff.css', cssOf(STAFF_STYLES.map(styleSheet))],
    ['/assets/icon.svg', assetOf(readFileSync(new URL('src/site/icon.svg', ROOT)), 'image/svg+xml')],
    ...fonts.map(({ path, asset }): [string, Asset] => [path, asset]),
    ...browserModules(),
  ]);
}

function fontFile(font: (typeof FONTS)[number], subset: (typeof SUBSETS)[number], slant: (typeof SLANTS)[number]) {
  const folder = new URL(`node_modules/@fontsource-variable/${font.package}/`, ROOT);
  const name = `${font.file}-${subset}-${font.axis}-${slant}.woff2`;
  const ranges = JSON.parse(readFileSync(new URL('unicode.json', folder), 'utf8')) as Record<string, string>;
  const face = (url: string) =>
    `@font-face{font-family:"${font.family}";font-style:${slant};font-weight:200 900;font-display:swap;` +
    `src:url("${url}") format("woff2");unicode-range:${ranges[subset]}}`;
  return {
    path: `/assets/${name}`,
    asset: assetOf(readFileSync(new URL(`files/${name}`, folder)), 'font/woff2'),
    face,
  };
}

function browserModules(): [string, Asset][] {
  const folder = new URL('dist/site/browser/', ROOT);
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .toSorted();
  return names.map((name) => [
    `/assets/${name}`,
    assetOf(readFileSync(new URL(name, folder)), 'text/javascript; charset=utf-8'),
  ]);
}

const styleSheet = (name: string): string => readFileSync(new URL(`src/site/styles/${name}.css`, ROOT), 'utf8');

const cssOf = (sheets: string[]): Asset => assetOf(Buffer.from(squeeze(sheets.join('\n'))), 'text/css; charset=utf-8');

function assetOf(body: Buffer, type: string): Asset {
  return { body, type, hash: createHash('sha256').update(body).digest('hex').slice(0, 16) };
}

/** Without comments and spaces that say nothing: what a reader of the source needs, a browser doesn't. */
const squeeze = (css: string): string =>
  css
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};]) ?/g, '$1')
    .replaceAll(';}', '}')
    .trim();
