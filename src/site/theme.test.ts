import { expect, test } from 'vitest';
import { readTheme } from './theme.ts';

test('a theme overrides tokens, light and dark', () => {
  const theme = `/* ours */ :root { --accent: #2b3a80; --serif: 'EB Garamond', serif }
    @media (prefers-color-scheme: dark) { :root { --accent: #aab4f0; } }`;

  expect(readTheme(theme)).toMatchObject({ ok: true });
});

test.each([
  ['a rule of its own', '.apply { display: none }'],
  ['a property that is no token', ':root { display: none }'],
  ['something fetched from elsewhere', ":root { --paper: url('https://example.int/x.png') }"],
  ['an import', "@import 'other.css'; :root { --ink: #000 }"],
  ['another condition', '@media print { :root { --ink: #fff } }'],
])('a theme with %s is refused', (_, css) => {
  expect(readTheme(css)).toMatchObject({ ok: false, refusal: { kind: 'not-a-token' } });
});
