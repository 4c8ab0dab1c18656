import { ok, refuse, type Result } from '../platform/result.ts';

/** What of a theme isn't an override of a token, as it stands in the file. */
export type ThemeRefusal = { kind: 'not-a-token'; text: string };

const COMMENTS = /\/\*[\s\S]*?\*\//g;
const ROOT_BLOCK = /:root\s*\{([^{}]*)\}/g;
const DARK = /@media\s*\(prefers-color-scheme:\s*dark\)\s*\{\s*\}/g;
const TOKEN = /^--[\w-]+:\s*[^;{}@]+$/;

/**
 * The style of an organisation, `theme.css` in its folder: values of the properties in `styles/tokens.css`, in `:root`
 * and again for dark. Anything else is refused, so that no theme can hide a word or move a button.
 */
export function readTheme(css: string): Result<string, ThemeRefusal> {
  const text = css.replaceAll(COMMENTS, '');
  const rest = text.replaceAll(ROOT_BLOCK, '').replaceAll(DARK, '').trim();
  if (rest !== '') return refuse({ kind: 'not-a-token', text: rest });
  const declarations = [...text.matchAll(ROOT_BLOCK)].flatMap(([, block = '']) => block.split(';'));
  const wrong = declarations.map((each) => each.trim()).find((each) => each !== '' && !TOKEN.test(each));
  if (wrong !== undefined || /url\s*\(/i.test(text)) return refuse({ kind: 'not-a-token', text: wrong ?? 'url(' });
  return ok(text);
}
