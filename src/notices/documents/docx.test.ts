import { Document, Packer, Paragraph, TextRun } from 'docx';
import { expect, test } from 'vitest';
import { docxOf, wordParagraph } from './document-testing.ts';
import { readDocument } from './read-document.ts';

async function made(bytes: Uint8Array) {
  const read = await readDocument(bytes);
  if (!read.ok) throw new Error(`refused: ${read.refusal.kind}`);
  return read.value;
}

test('leaves out runs that Word does not show, by themselves or by their style, and tells', async () => {
  const styles =
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="character" w:styleId="Ghost"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>';
  const body = [
    wordParagraph('A notice'),
    wordParagraph('secret one', '<w:vanish/>'),
    wordParagraph('secret two', '<w:rStyle w:val="Ghost"/>'),
    wordParagraph('secret three', '<w:sz w:val="2"/>'),
    wordParagraph('of ours', '<w:vanish w:val="0"/>'),
  ].join('');

  const { text, hiddenText } = await made(docxOf(body, [{ name: 'word/styles.xml', content: styles }]));

  expect({ text, hiddenText }).toEqual({ text: 'A notice\n\nof ours\n', hiddenText: true });
});

test('a hidden run within a text box does not take the box with it', async () => {
  const inner = `<w:txbxContent>${wordParagraph('secret', '<w:vanish/>')}${wordParagraph('in the box')}</w:txbxContent>`;
  const body = `<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>${inner}</v:textbox></v:shape></w:pict></w:r><w:r><w:t>beside</w:t></w:r></w:p>`;

  const { text } = await made(docxOf(body));

  expect(text).toContain('in the box');
  expect(text).toContain('beside');
  expect(text).not.toContain('secret');
});

test('reads a text as its tracked changes leave it', async () => {
  const body =
    '<w:p><w:r><w:t xml:space="preserve">Grade: </w:t></w:r><w:del w:id="1"><w:r><w:delText>G12</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>G15</w:t></w:r></w:ins></w:p>';

  expect((await made(docxOf(body))).text).toBe('Grade: G15\n');
});

test('reads tabs and forced line ends of a header that is no table', async () => {
  const children = [
    new Paragraph({
      children: [new TextRun('Primary Location:\tBelgium-Brussels'), new TextRun({ text: 'Grade: G15', break: 1 })],
    }),
  ];

  const { text, hiddenText } = await made(await Packer.toBuffer(new Document({ sections: [{ children }] })));

  expect({ text, hiddenText }).toEqual({
    text: 'Primary Location: Belgium-Brussels\nGrade: G15\n',
    hiddenText: false,
  });
});
