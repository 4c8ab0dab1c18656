import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { spaced } from './french.ts';

const SOURCE = fileURLToPath(new URL('..', import.meta.url));
const isText = (file: string) => /\.tsx?$/.test(file) && !/\.test\.|-testing\.|site\/browser\//.test(file);

/** The French of a file: strings on a line that says `fr:`, and those of a block that `fr:` or `const FR` begins. */
function frenchStrings(source: string): { line: number; text: string }[] {
  let block: string | undefined;
  return source.split('\n').flatMap((line, index) => {
    const [, indent = ''] = /^(\s*)/.exec(line) ?? [];
    if (block !== undefined && line.trim() !== '' && indent.length <= block.length) block = undefined;
    const begins = /^\s*(export )?(const FR\b|fr:)/.test(line);
    if (block === undefined && begins) block = indent;
    if (block === undefined && !/\bfr: ?['`]|^\s+['`].*\bfr\b/.test(line)) return [];
    const strings = [...withoutCode(line).matchAll(/'((?:[^'\\]|\\.)*)'|`([^`]*)`/g)];
    return strings.map(([, plain, template]) => ({ line: index + 1, text: plain ?? template ?? '' }));
  });
}

/** A template's expressions are code, whose marks have spaces of their own. */
const withoutCode = (line: string): string => line.replaceAll(/\$\{[^}]*\}/g, '0');

test('no mark of a French text can part from the word it belongs to', () => {
  const faults = globSync('**/*', { cwd: SOURCE })
    .filter(isText)
    .flatMap((file) =>
      frenchStrings(readFileSync(`${SOURCE}/${file}`, 'utf8'))
        .filter(({ text }) => spaced(text, 'fr') !== text)
        .map(({ line, text }) => `${file}:${line}: ${text}`),
    );

  expect(faults).toEqual([]);
});
