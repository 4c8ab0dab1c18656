import { expect, test } from 'vitest';
import { textOf } from './blocks.ts';
import { htmlText, sniff } from '../../platform/documents/file-format.ts';
import { readHtml } from './html-blocks.ts';

const made = (html: string) => textOf(readHtml(html).blocks);

test('a paragraph is a line, an item has its mark, and a heading stands alone', () => {
  const text = made(
    '<h2>1. SUMMARY</h2><p>The Section watches\n  the ice.</p><ul><li>one;</li><li><p>two,</p><p>and more.</p></li></ul><ol start=3><li>third</li></ol>',
  );

  expect(text).toBe('1. SUMMARY\n\nThe Section watches the ice.\n\n• one;\n• two,\n\nand more.\n\n3. third\n');
});

test('leaves out what is no part of what a page says', () => {
  const text = made(
    `<html><head><title>x</title><style>p{}</style></head><body><header>Site</header><nav>Menu</nav>
    <main><p>A notice.<script>bad()</script></p><button>Apply</button><p aria-hidden="true">←</p></main><footer>Legal</footer></body></html>`,
  );

  expect(text).toBe('A notice.\n');
});

test.each([
  '<p hidden>secret</p>',
  '<p style="display: none">secret</p>',
  '<span style="font-size:0">secret</span>',
  "<p><span style='mso-hide:all'>secret</span></p>",
])('leaves out text that is hidden from readers, and tells: %s', (hidden) => {
  const { blocks, hiddenText } = readHtml(`<p>A notice.</p>${hidden}`);

  expect({ text: textOf(blocks), hiddenText }).toEqual({ text: 'A notice.\n', hiddenText: true });
});

test.each([
  ['<dl><dt>Grade</dt><dd>G15</dd><dt>Schedule:</dt><dd>Full-time</dd></dl>'],
  ['<dl><div><dt>Grade</dt><dd>G15</dd></div><div><dt>Schedule:</dt><dd>Full-time</dd></div></dl>'],
  ['<table><tr><th>Grade</th><td>G15</td></tr><tr><td>Schedule:</td><td><p>Full-time</p></td></tr></table>'],
  ['<table><tr><td>Grade:</td><td>G15</td><td>Schedule:</td><td>Full-time</td></tr></table>'],
])('makes a line of a label with its value: %s', (html) => {
  expect(made(html)).toBe('Grade: G15\nSchedule: Full-time\n');
});

test('reads two languages side by side one after the other', () => {
  const long = (word: string) => `<td><p>${`${word} `.repeat(60)}.</p></td>`;

  const text = made(
    `<table><tr>${long('river')}${long('rivière')}</tr><tr><td><p>end</p></td><td><p>fin</p></td></tr></table>`,
  );

  expect(text.replaceAll(/(\S+ )\1+/g, '$1')).toBe('river .\n\nend\n\nrivière .\n\nfin\n');
});

test('a forced line end stays one, and a number that stands alone in bold is a heading', () => {
  const text = made('<p>Grade: G15<br>Schedule: Full-time</p><ol><li><strong>SUMMARY</strong></li></ol><p>Text</p>');

  expect(text).toBe('Grade: G15\nSchedule: Full-time\n\nSUMMARY\n\nText\n');
});

test('words that a style sets apart do not run into each other', () => {
  const text = made(
    '<h2><span class="n">1</span>Summary</h2><p>Vienna<small>Full-time</small></p><p><span class="cap">T</span>he end</p>',
  );

  expect(text).toBe('1. Summary\n\nVienna Full-time\n\nThe end\n');
});

test('keeps no-break spaces, and drops the numbers of footnotes', () => {
  expect(made('<p>À vérifier\u00A0: tout<sup><a href="#n1">[1]</a></sup></p>')).toBe('À vérifier\u00A0: tout\n');
});

test('reads the encoding that a page names for itself', () => {
  const page = Buffer.from('<html><meta charset="iso-8859-1"><p>\xC9t\xE9</p></html>', 'latin1');

  expect(sniff(page)).toBe('html');
  expect(made(htmlText(page))).toBe('Été\n');
});
