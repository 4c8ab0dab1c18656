import type { Language } from '../../platform/language.ts';
import { assertNever } from '../../platform/result.ts';
import { colon } from '../../site/punctuation.ts';
import { linkedSections } from './page-parts.ts';
import type { NoticeDocument, NoticePart } from './notice-document.ts';
import type { NoticeBlock } from './printed-notice.ts';

/**
 * A notice as plain text, one paragraph a line, in the layout of notices: `readNotice` makes of it the record it was
 * printed from.
 */
export function noticeText({ parts, reference }: NoticeDocument): string {
  const texts = parts.map((part) => partText(part, reference).join('\n\n'));
  return `${texts.join('\n\n\n')}\n`;
}

/** What stands between empty lines. */
function partText(part: NoticePart, reference: string | null): string[] {
  const { language, banner, title, fields, description, preamble } = part;
  const named = [title, reference === null ? undefined : `(${reference})`].filter((text) => text !== undefined);
  const header = [...fields.map(({ label, value }) => labelled(label, value, language)), description];
  const above = banner === undefined ? [] : [banner.toLocaleUpperCase(language)];
  const lines = [named.join(' '), header.join('\n')].filter((text) => text !== '');
  return [...above, ...lines, ...blocksText(preamble, language), ...sectionTexts(part)];
}

function sectionTexts(part: NoticePart): string[] {
  const { language } = part;
  const { sections, end } = linkedSections(part);
  const texts = sections.flatMap(({ section: { number, heading, blocks }, above }) => {
    const named = `${number}. ${heading.toLocaleUpperCase(language)}`;
    return [...linksText(above), named, ...blocksText(blocks, language)];
  });
  return [...texts, ...linksText(end)];
}

const labelled = (label: string, value: string, language: Language) => `${label}${colon(language)}${value}`.trim();
const linksText = (links: readonly string[]) => (links.length === 0 ? [] : [links.join('\n')]);

const blocksText = (blocks: readonly NoticeBlock[], language: Language): string[] =>
  blocks.map((block) => blockText(block, language));

function blockText(block: NoticeBlock, language: Language): string {
  switch (block.kind) {
    case 'paragraph':
    case 'subheading':
      return block.text;
    case 'fact':
      return labelled(block.label, block.value, language);
    case 'list':
      return block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : '•'} ${item}`).join('\n');
    case 'rule':
      return '---';
    default:
      return assertNever(block);
  }
}
