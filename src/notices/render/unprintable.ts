import type { Language } from '../../platform/language.ts';
import type { NoticeDocument, NoticePart } from './notice-document.ts';
import type { NoticeBlock } from './printed-notice.ts';
import { sectionTitle } from './page-parts.ts';

/** Why a notice has no PDF: characters that none of its fonts has, and where in the notice they stand. */
export type Unprintable = {
  readonly kind: 'no-glyph';
  readonly characters: readonly string[];
  readonly places: readonly UnprintablePlace[];
};

/** `section`: its number and heading as printed; `undefined` where it is the title, the header or what follows them. */
export type UnprintablePlace = { readonly language: Language; readonly section: string | undefined };

export function unprintable(document: NoticeDocument, texts: readonly string[]): Unprintable {
  const characters = [...new Set(texts)];
  const lacks = (text: string) => characters.some((character) => text.includes(character));
  return { kind: 'no-glyph', characters, places: document.parts.flatMap((part) => placesIn(part, lacks)) };
}

function placesIn(part: NoticePart, lacks: (text: string) => boolean): UnprintablePlace[] {
  const { language, title = '', issuer, fields, preamble, sections } = part;
  const above = [title, issuer, ...fields.flatMap(({ label, value }) => [label, value]), ...preamble.flatMap(textsOf)];
  const inSections = sections.map((section) => ({
    section: sectionTitle(section),
    texts: [section.heading, ...section.blocks.flatMap(textsOf)],
  }));
  return [{ section: undefined, texts: above }, ...inSections].flatMap(({ section, texts }) =>
    texts.some(lacks) ? [{ language, section }] : [],
  );
}

function textsOf(block: NoticeBlock): readonly string[] {
  if (block.kind === 'list') return block.items;
  if (block.kind === 'fact') return [block.label, block.value];
  return block.kind === 'rule' ? [] : [block.text];
}
