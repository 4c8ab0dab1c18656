import type { NoticePart } from './notice-document.ts';
import type { PrintedSection } from './printed-notice.ts';
import { RENDER_TEXTS } from './render-texts.ts';

/** What heads a half on a page: its title and the reference, or what kind of document this is where it has no title. */
export const partTitle = ({ title, language }: NoticePart, reference: string | null): string =>
  [title ?? RENDER_TEXTS[language].notice, reference === null ? '' : `(${reference})`].join(' ').trim();

export const sectionTitle = ({ number, heading }: PrintedSection): string => `${number}. ${heading}`;

/** The sections of a half, each with the addresses that stand above it, and those that stand at the end. */
export type LinkedSections = {
  readonly sections: readonly { readonly section: PrintedSection; readonly above: readonly string[] }[];
  readonly end: readonly string[];
};

/** The addresses stand at the end; where one of them is all that a section says, it stands there, and those before it above. */
export function linkedSections({ sections, links }: Pick<NoticePart, 'sections' | 'links'>): LinkedSections {
  let waiting = links;
  const linked = sections.map((section) => {
    const [first] = section.blocks;
    const at = first?.kind === 'paragraph' && section.blocks.length === 1 ? waiting.indexOf(first.text) : -1;
    const above = at < 0 ? [] : waiting.slice(0, at);
    if (at >= 0) waiting = waiting.slice(at + 1);
    return { section, above };
  });
  return { sections: linked, end: waiting };
}
