import { colon } from '../../site/punctuation.ts';
import { assertNever } from '../../platform/result.ts';
import type { NoticeDocument, NoticePart } from './notice-document.ts';
import type { NoticeBlock } from './printed-notice.ts';

/** A piece of running text, or the address of a page. */
export type Run = { readonly text: string; readonly href?: string };

const ADDRESS = /(https?:\/\/[^\s<>"'()]*[^\s<>"'().,;:!?])/i;

/** A text with its web addresses apart. */
export const runsOf = (text: string): Run[] =>
  text
    .split(ADDRESS)
    .filter((part) => part !== '')
    .map((part) => (ADDRESS.test(part) ? { text: part, href: part } : { text: part }));

/** Sets a document for a page: as it is written, since whoever reads the page back reads what people wrote. */
export const typeset = (document: NoticeDocument): NoticeDocument => ({
  ...document,
  parts: document.parts.map(typesetPart),
});

function typesetPart(part: NoticePart): NoticePart {
  const set = setText;
  const { title, fields, preamble, sections } = part;
  return {
    ...part,
    title: title === undefined ? undefined : set(title),
    // A label alone says by its colon that it is one.
    fields: fields.map(({ label, value }) => ({
      label: set(value === '' ? `${label}${colon(part.language).trimEnd()}` : label),
      value: set(value),
    })),
    preamble: preamble.map((block) => setBlock(block, set)),
    sections: sections.map(({ number, heading, blocks }) => ({
      number,
      heading: set(heading),
      blocks: blocks.map((block) => setBlock(block, set)),
    })),
  };
}

/** Characters that no page shows, and half characters, are left out. */
export const setText = (text: string): string => text.toWellFormed().replaceAll(UNSEEN, '');
// oxlint-disable-next-line no-control-regex -- these are the characters to leave out
const UNSEEN = /[\u0000-\u0008\u000B-\u001F\u007F\uFFFE\uFFFF]/g;

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
