import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  type IParagraphOptions,
  type IRunOptions,
  type ISectionOptions,
} from 'docx';
import type { Language } from '../../platform/language.ts';
import { assertNever } from '../../platform/result.ts';
import { colon } from '../../site/punctuation.ts';
import { BULLETS, DOCX_LISTS, docxStyles, HAIRLINE, NUMBERS, SOFT } from './docx-styles.ts';
import { settledPackage } from './docx-package.ts';
import { documentTitle, type NoticeDocument, type NoticePart } from './notice-document.ts';
import type { NoticeBlock } from './printed-notice.ts';
import { linkedSections, sectionTitle } from './page-parts.ts';
import { RENDER_TEXTS } from './render-texts.ts';
import { runsOf, typeset } from './typeset.ts';

/** A4 and its margins, in twentieths of a point. */
const PAGE = { width: 11_906, height: 16_838 };
const MARGIN = 1_580;
const MEASURE = PAGE.width - 2 * MARGIN;
/** Of the labels in the table of particulars. */
const LABELS = 3_000;

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR' };

/** A notice for office programs: A4, with real headings, lists and table, each run in its language. Same document, same bytes. */
export async function noticeDocx(document: NoticeDocument): Promise<Uint8Array> {
  const { parts, reference, accent, madeOn } = typeset(document);
  const colour = accent.slice(1);
  const made = new Document({
    title: documentTitle(document),
    creator: parts[0]?.issuer ?? '',
    lastModifiedBy: parts[0]?.issuer ?? '',
    styles: docxStyles(colour),
    numbering: DOCX_LISTS,
    sections: parts.map((part, index) => sectionOf({ part, reference, colour, lists: index * MOST_LISTS })),
  });
  return settledPackage(new Uint8Array(await Packer.toArrayBuffer(made)), madeOn);
}

/** Each numbered list counts from one: it has a number of its own. */
const MOST_LISTS = 1_000;

/** Before section 1. */
const ASIDE = { style: 'Preamble' };
const FIRST_ASIDE = { ...ASIDE, spacing: { before: 240 } };

type Printing = { part: NoticePart; reference: string | null; colour: string; lists: number };

function sectionOf(printing: Printing): ISectionOptions {
  const { part, reference } = printing;
  const { language, title, fields, preamble } = part;
  const { sections, end } = linkedSections(part);
  const texts = RENDER_TEXTS[language];
  const named = [run(title ?? texts.notice, language)];
  if (reference !== null) named.push(run(` (${reference})`, language, { bold: false, color: SOFT }));
  const content = [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: named }),
    ...(fields.length > 0 ? [particulars(printing)] : []),
    ...preamble.flatMap((block, index) => blockOf(block, printing, index === 0 ? FIRST_ASIDE : ASIDE)),
    ...sections.flatMap(({ section, above }) => [
      ...above.map((link) => paragraph(link, language)),
      heading(HeadingLevel.HEADING_2, sectionTitle(section), language),
      ...section.blocks.flatMap((block) => blockOf(block, printing)),
    ]),
    ...end.map((link) => paragraph(link, language)),
  ];
  return { properties: { page: { size: PAGE, margin: margins } }, ...running(printing), children: content };
}

const margins = { top: 1_500, bottom: 1_400, left: MARGIN, right: MARGIN, header: 800, footer: 700 };

const run = (text: string, language: Language, options: IRunOptions = {}): TextRun =>
  new TextRun({ ...options, text, language: { value: LOCALES[language] } });

/** Running text, with its addresses as links. */
const runs = (text: string, language: Language, options: IRunOptions = {}) =>
  runsOf(text).map(({ text: printed, href }) =>
    href === undefined
      ? run(printed, language, options)
      : new ExternalHyperlink({ link: href, children: [run(printed, language, { ...options, style: 'Hyperlink' })] }),
  );

const paragraph = (text: string, language: Language, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ ...options, children: runs(text, language) });

const heading = (level: (typeof HeadingLevel)[keyof typeof HeadingLevel], text: string, language: Language) =>
  new Paragraph({ heading: level, children: [run(text, language)] });

const item = (text: string, language: Language, numbering: NonNullable<IParagraphOptions['numbering']>): Paragraph =>
  paragraph(text, language, { style: 'ListParagraph', numbering });

function blockOf(block: NoticeBlock, printing: Printing, options: IParagraphOptions = {}): Paragraph[] {
  const { language } = printing.part;
  switch (block.kind) {
    case 'paragraph':
      return [paragraph(block.text, language, { ...options, keepNext: block.text.endsWith(':') })];
    case 'subheading':
      return [heading(HeadingLevel.HEADING_3, block.text, language)];
    case 'list': {
      if (block.ordered) printing.lists += 1;
      const reference = block.ordered ? NUMBERS : BULLETS;
      return block.items.map((text) =>
        item(text, language, { reference, level: 0, ...(block.ordered && { instance: printing.lists }) }),
      );
    }
    case 'fact': {
      const label = run(`${block.label}${colon(language)}`, language, { bold: true });
      return [new Paragraph({ ...options, children: [label, ...runs(block.value, language)] })];
    }
    case 'rule':
      return [new Paragraph({ ...options, alignment: 'center', children: [run('* * *', language)] })];
    default:
      return assertNever(block);
  }
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
type Line = { style: (typeof BorderStyle)[keyof typeof BorderStyle]; size: number; color: string };
const line: Line = { style: BorderStyle.SINGLE, size: 4, color: HAIRLINE };
const over = (bottom: Line) => ({ top: none, left: none, right: none, bottom });

/** The header of the notice: a row that names it, which a next page repeats, and a row for each fact. */
function particulars({ part: { language, fields }, colour }: Printing): Table {
  const named = { bold: true, size: 17, color: colour };
  const kind = run(RENDER_TEXTS[language].notice.toLocaleUpperCase(language), language, named);
  const first = new TableCell({
    columnSpan: 2,
    borders: over({ ...line, size: 8, color: colour }),
    margins: { left: 0 },
    children: [new Paragraph({ style: 'Particulars', children: [kind] })],
  });
  const cell = (width: number, children: NonNullable<IParagraphOptions['children']>) =>
    new TableCell({
      width: { size: width, type: 'dxa' },
      borders: over(line),
      margins: { left: 0 },
      children: [new Paragraph({ style: 'Particulars', children })],
    });
  const rows = fields.map(({ label, value }) => [
    cell(LABELS, [run(label, language, { color: SOFT })]),
    cell(MEASURE - LABELS, runs(value, language, { bold: true })),
  ]);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: MEASURE, type: 'dxa' },
    columnWidths: [LABELS, MEASURE - LABELS],
    borders: { ...over(none), insideHorizontal: none, insideVertical: none },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: [first] }),
      ...rows.map((children) => new TableRow({ cantSplit: true, children })),
    ],
  });
}

/** What stands at the head and the foot of each page. */
function running({ part: { issuer, language }, reference }: Printing) {
  const { notice, page, pageOf } = RENDER_TEXTS[language];
  const head = new Paragraph({
    style: 'Running',
    tabStops: [{ type: TabStopType.RIGHT, position: MEASURE }],
    border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 4, color: HAIRLINE } },
    children: [run(`${issuer}\t${notice} ${reference ?? ''}`.trimEnd(), language)],
  });
  const numbers = [`${page} `, PageNumber.CURRENT, ` ${pageOf} `, PageNumber.TOTAL_PAGES];
  const foot = new Paragraph({
    style: 'Running',
    alignment: AlignmentType.RIGHT,
    children: [new TextRun({ children: numbers, language: { value: LOCALES[language] } })],
  });
  return {
    headers: { default: new Header({ children: [head] }) },
    footers: { default: new Footer({ children: [foot] }) },
  };
}
