import type { Language } from '../../platform/language.ts';
import { assertNever } from '../../platform/result.ts';
import { spaced } from '../../site/french.ts';
import type { NoticeBlock, NoticeDocument, NoticePart, PrintedField } from './notice-document.ts';

/** A piece of running text, or the address of a page. */
export type Run = { readonly text: string; readonly href?: string };

const ADDRESS = /(https?:\/\/[^\s<>"'()]*[^\s<>"'().,;:!?])/i;

/** A text with its web addresses apart. */
export const runsOf = (text: string): Run[] =>
  text
    .split(ADDRESS)
    .filter((part) => part !== '')
    .map((part) => (ADDRESS.test(part) ? { text: part, href: part } : { text: part }));

/** Sets a document for a page: French gets the spaces that don’t break inside its quotes and before its double marks. */
export const typeset = (document: NoticeDocument): NoticeDocument => ({
  ...document,
  parts: document.parts.map(typesetPart),
});

function typesetPart(part: NoticePart): NoticePart {
  const set = (text: string) => (ADDRESS.test(text) ? text : spaced(text, part.language));
  const { title, fields, preamble, sections } = part;
  return {
    ...part,
    title: title === undefined ? undefined : set(title),
    fields: fields.map((field) => setField(field, part.language)),
    preamble: preamble.map((block) => setBlock(block, set)),
    sections: sections.map(({ number, heading, blocks }) => ({
      number,
      heading: set(heading),
      blocks: blocks.map((block) => setBlock(block, set)),
    })),
  };
}

/** The label has the colon that stands between it and its value in running text, and none in a table. */
const setField = ({ label, value }: PrintedField, language: Language): PrintedField => ({
  label: spaced(label, language),
  value: spaced(value, language),
});

function setBlock(block: NoticeBlock, set: (text: string) => string): NoticeBlock {
  switch (block.kind) {
    case 'paragraph':
    case 'subheading':
      return { ...block, text: set(block.text) };
    case 'list':
      return { ...block, items: block.items.map(set) };
    case 'fact':
      return { ...block, label: set(block.label), value: set(block.value) };
    case 'rule':
      return block;
    default:
      return assertNever(block);
  }
}
