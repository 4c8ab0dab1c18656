import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const CSS = readFileSync(new URL('styles/tokens.css', import.meta.url), 'utf8');
const [light, dark] = parts(CSS);
const THEMES = { light: colours(light), dark: { ...colours(light), ...colours(dark) } };
const ORGANISATIONS = new URL('../../organisations/', import.meta.url);
/** The look without a theme, and with the theme of each organisation that has one. */
const themes = [...Object.entries(THEMES), ...readdirSync(ORGANISATIONS).flatMap(themesOf)];

function themesOf(organisation: string): [string, Record<string, string>][] {
  const file = new URL(`${organisation}/theme.css`, ORGANISATIONS);
  if (!existsSync(file)) return [];
  const [ownLight, ownDark] = parts(readFileSync(file, 'utf8'));
  return [
    [`${organisation}, light`, { ...THEMES.light, ...colours(ownLight) }],
    [`${organisation}, dark`, { ...THEMES.dark, ...colours(ownLight), ...colours(ownDark) }],
  ];
}

function parts(css: string): [light: string, dark: string] {
  const [ofLight = '', ofDark = ''] = css.split('@media (prefers-color-scheme: dark)');
  return [ofLight, ofDark];
}

function colours(css: string): Record<string, string> {
  return Object.fromEntries(
    [...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = '', hex = '']) => [name, hex]),
  );
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((from) => {
    const part = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Pairs of the theme that fall short, as `ink on paper: 6.9`. */
function short(theme: Record<string, string>, pairs: [string, string][], least: number): string[] {
  return pairs
    .map(([front, back]) => ({ front, back, ratio: contrast(theme[front] ?? '', theme[back] ?? '') }))
    .filter(({ ratio }) => !(ratio >= least))
    .map(({ front, back, ratio }) => `${front} on ${back}: ${ratio.toFixed(2)}`);
}

const across = (fronts: string[], backs: string[]) =>
  fronts.flatMap((front) => backs.map((back): [string, string] => [front, back]));

const GROUNDS = ['paper', 'sheet', 'wash'];
const WASHES = ['accent-wash', 'error-wash', 'warning-wash', 'success-wash'];

test.each(themes)('running text has a contrast of 7 to 1, %s', (_, theme) => {
  expect(short(theme, across(['ink', 'ink-soft'], [...GROUNDS, ...WASHES]), 7)).toEqual([]);
});

test.each(themes)('every other text has a contrast of 4.5 to 1, %s', (_, theme) => {
  const tones = ['error', 'warning', 'success'].map((tone): [string, string] => [tone, `${tone}-wash`]);
  const pairs = [
    ...across(['muted', 'accent', 'accent-strong'], [...GROUNDS, ...WASHES]),
    ...across(['error', 'warning', 'success'], GROUNDS),
    ...tones,
    ...across(['on-accent'], ['accent', 'accent-strong']),
  ];

  expect(short(theme, pairs, 4.5)).toEqual([]);
});

test.each(themes)('borders of fields and the focus stand out by 3 to 1, %s', (_, theme) => {
  expect(short(theme, across(['line-strong', 'focus'], GROUNDS), 3)).toEqual([]);
});

test('dark gives every colour that light gives', () => {
  expect(Object.keys(colours(dark)).toSorted()).toEqual(Object.keys(colours(light)).toSorted());
});
