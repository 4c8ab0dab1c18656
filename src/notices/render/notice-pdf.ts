import { assertNever } from '../../platform/result.ts';
import type { Typst } from '../../platform/typst/typst.ts';
import { colon } from '../../site/punctuation.ts';
import { withPlacesToPart } from './long-words.ts';
import { documentTitle, type NoticeDocument, type NoticePart } from './notice-document.ts';
import type { NoticeBlock } from './printed-notice.ts';
import { linkedSections, sectionTitle } from './page-parts.ts';
import { RENDER_TEXTS } from './render-texts.ts';
import { runsOf as plainRunsOf, typeset, type Run } from './typeset.ts';

/** From the source and from the compiled code alike. */
const ROOT = new URL('../../../', import.meta.url);
const within = (path: string) => new URL(path, ROOT);
const TEMPLATE = within('src/notices/render/notice.typ');
/** The faces the template uses, and no others: every one is read at the start of the process. */
const FONTS = [
  ...['400Regular', '600SemiBold'].map((face) => within(`node_modules/@expo-google-fonts/source-serif-4/${face}`)),
  ...['400Regular', '600SemiBold'].map((face) => within(`node_modules/@expo-google-fonts/source-sans-3/${face}`)),
];

const REGIONS = { en: 'gb', fr: 'fr' } as const;

/**
 * A notice as PDF/UA-1, A4, with its fonts: a half for each language. The same document gives the same bytes, as it is dated
 * by the notice and not by the clock. Throws a `TypstError` on a character that no font has.
 */
export const noticePdf = (document: NoticeDocument, typst: Typst): Promise<Uint8Array> =>
  typst.compile({
    template: TEMPLATE,
    fonts: FONTS,
    input: JSON.stringify(typstInput(document)),
    madeAt: new Date(`${document.madeOn}T00:00:00Z`),
  });

/** What the template is given. */
function typstInput(document: NoticeDocument) {
  const { parts, accent } = typeset(document);
  return {
    title: documentTitle(document),
    author: document.parts[0]?.issuer ?? '',
    accent,
    parts: parts.map((part) => partInput(part, document.reference)),
  };
}

function partInput(part: NoticePart, reference: string | null) {
  const { language, issuer, fields, preamble } = part;
  const linked = linkedSections(part);
  const texts = RENDER_TEXTS[language];
  return {
    language,
    region: REGIONS[language],
    issuer,
    title: part.title ?? texts.notice,
    reference: reference === null ? '' : ` (${reference})`,
    words: {
      ...texts,
      kind: texts.notice.toLocaleUpperCase(language),
      running: [texts.notice, reference ?? ''].join(' ').trim(),
    },
    fields: fields.map(({ label, value }) => [label, runsOf(value)]),
    preamble: preamble.map((block) => blockInput(block, part)),
    sections: linked.sections.map(({ section, above }) => ({
      above: above.map(runsOf),
      heading: sectionTitle(section),
      blocks: section.blocks.map((block) => blockInput(block, part)),
    })),
    links: linked.end.map(runsOf),
  };
}

/** The runs of a text, with places to part long words. */
const runsOf = (text: string): Run[] => plainRunsOf(text).map((run) => ({ ...run, text: withPlacesToPart(run.text) }));

/** A third of a page. */
const LONGEST_TOGETHER = 1_200;

function blockInput(block: NoticeBlock, { language }: NoticePart) {
  switch (block.kind) {
    case 'paragraph':
      return {
        kind: block.kind,
        text: runsOf(block.text),
        introduces: block.text.endsWith(':'),
        long: block.text.length > LONGEST_TOGETHER,
      };
    case 'list':
      return { ...block, items: block.items.map(runsOf) };
    case 'fact':
      return { kind: block.kind, label: `${block.label}${colon(language).trimEnd()}`, value: runsOf(block.value) };
    case 'rule':
      return { kind: 'paragraph', text: runsOf('* * *'), introduces: false, long: false };
    case 'subheading':
      return block;
    default:
      return assertNever(block);
  }
}
