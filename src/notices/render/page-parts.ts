import type { NoticePart, PrintedSection } from './notice-document.ts';
import { RENDER_TEXTS } from './render-texts.ts';

/** What heads a half on a page: its title and the reference, or what kind of document this is where it has no title. */
export const partTitle = ({ title, language }: NoticePart, reference: string | null): string =>
  [title ?? RENDER_TEXTS[language].notice, reference === null ? '' : `(${reference})`].join(' ').trim();

export const sectionTitle = ({ number, heading }: PrintedSection): string => `${number}. ${heading}`;

/** The addresses that no section has said already. */
export function otherLinks({ links, sections }: NoticePart): readonly string[] {
  const said = new Set(
    sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'paragraph' ? block.text : []))),
  );
  return links.filter((link) => !said.has(link));
}
