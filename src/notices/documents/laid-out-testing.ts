import type { Browser } from 'playwright-core';
import { Document, HeadingLevel, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { headingAt } from '../import/headings.ts';
import { splitHalves, type Half } from '../import/halves.ts';
import { layoutOf, markOf, readBlocks } from '../import/paragraphs.ts';
import { phrasesAt } from '../import/phrases.ts';
import { readLines, type Line, type TextLines } from '../import/text-lines.ts';
import type { Vocabulary } from '../vocabulary.ts';

/** What a notice is made of, for whoever lays it out. An item’s mark stands apart. */
export type Piece = {
  readonly kind: 'title' | 'heading' | 'subheading' | 'field' | 'paragraph' | 'item';
  readonly text: string;
  readonly mark?: string;
  readonly line: number;
};

/** The pieces of a notice that is there as text: its wrapped lines are put together, its headings and lists told. */
export function piecesOf(text: string, vocabulary: Vocabulary): Piece[] {
  const lines = readLines(text, vocabulary.banner);
  return splitHalves(lines.lines, vocabulary)
    .flatMap((half) => halfPieces(half, vocabulary))
    .concat(linkPieces(lines))
    .toSorted((a, b) => a.line - b.line);
}

const linkPieces = ({ links }: TextLines): Piece[] =>
  links.map(({ address, number }) => ({ kind: 'paragraph', text: address, line: number }));

function halfPieces({ title, header, body }: Half, vocabulary: Vocabulary): Piece[] {
  const printed = title ? `${title.text}${title.reference === undefined ? '' : ` (${title.reference})`}` : '';
  const titles: Piece[] = printed === '' ? [] : [{ kind: 'title', text: printed, line: title?.lines.from ?? 1 }];
  const fields = header.map((line): Piece => ({ kind: 'field', text: line.text, line: line.number }));
  return [...titles, ...fields, ...bodyPieces(body, vocabulary)];
}

function bodyPieces(body: readonly Line[], vocabulary: Vocabulary): Piece[] {
  const headings = new Set(
    body.flatMap((_, at) =>
      Array.from({ length: headingAt(body, at, vocabulary)?.taken ?? 0 }, (__, more) => body[at + more]?.number),
    ),
  );
  const small = (line: Line) =>
    [vocabulary.requirementHeadings, vocabulary.accountabilityHeadings, vocabulary.reports].some((book) => {
      const [phrase] = phrasesAt(book, line.words);
      return phrase !== undefined && (book === vocabulary.reports || phrase.keys.length >= line.words.all().length - 1);
    });
  const isStart = (line: Line) => headings.has(line.number) || small(line);
  const marks = new Map(body.map((line) => [line.number, markOf(line.text)?.mark ?? '-']));
  let after = false;
  const blocks = readBlocks(body, layoutOf(body), (one) => {
    const start = isStart(one) || after;
    after = isStart(one);
    return start;
  });
  let count = 0;
  return blocks.map(({ kind, text, lines }): Piece => {
    const line = lines.from;
    count = kind === 'item' ? count + 1 : 0;
    const first = body.find(({ number }) => number === line);
    if (headings.has(line)) return { kind: 'heading', text: kind === 'item' ? (first?.text ?? text) : text, line };
    if (kind === 'item') return { kind, text, line, mark: marks.get(line) === '1' ? `${count}.` : '-' };
    return { kind: first && small(first) ? 'subheading' : 'paragraph', text, line };
  });
}

/** The pieces as one text, a paragraph a line. */
export const asText = (pieces: readonly Piece[]): string =>
  pieces.map(({ text, mark }) => (mark === undefined ? text : `${mark} ${text}`)).join('\n\n');

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Runs of pieces of one kind. */
function grouped(pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = [];
  for (const piece of pieces) {
    const group = groups.at(-1);
    const kindOf = ({ kind, mark }: Piece) => `${kind} ${mark === undefined || mark === '-'}`;
    if (group?.[0] && kindOf(group[0]) === kindOf(piece) && piece.mark !== '1.') group.push(piece);
    else groups.push([piece]);
  }
  return groups;
}

/** A label and what follows it; a label without a colon ends where its vocabulary says. */
function labelAndValue(text: string, vocabulary: Vocabulary): [string, string] {
  const [line] = readLines(text, vocabulary.banner).lines;
  const [phrase] = line ? phrasesAt(vocabulary.labels, line.words) : [];
  const end = phrase ? (line?.words.at(phrase.keys.length - 1)?.end ?? 0) : text.indexOf(':');
  const rest = text.slice(Math.max(end, 0));
  const mark = /^[\s)\]]*:?/.exec(rest)?.[0] ?? '';
  return [`${text.slice(0, Math.max(end, 0))}${mark}`.trim(), rest.slice(mark.length).trim()];
}

const TAGS = { title: 'h1', heading: 'h2', subheading: 'h3', paragraph: 'p' } as const;

/** The pieces as a web page: a table for the header, lists for the items. */
export function asHtml(pieces: readonly Piece[], vocabulary: Vocabulary, style = ''): string {
  const body = grouped(pieces).map((group) => {
    const [first] = group;
    if (!first) return '';
    if (first.kind === 'field') {
      const rows = group.map(({ text }) => labelAndValue(text, vocabulary));
      return `<table>${rows.map(([label, value]) => `<tr><th>${escaped(label)}</th><td>${escaped(value)}</td></tr>`).join('')}</table>`;
    }
    if (first.kind === 'item') {
      const list = first.mark === '-' ? 'ul' : 'ol';
      return `<${list}>${group.map(({ text }) => `<li>${escaped(text)}</li>`).join('')}</${list}>`;
    }
    const tag = TAGS[first.kind];
    return group.map(({ text }) => `<${tag}>${escaped(text)}</${tag}>`).join('\n');
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Notice</title><style>body{font:11pt/1.35 serif}th{text-align:left}${style}</style></head><body>${body.join('\n')}</body></html>`;
}

/** The pieces as a Word file: heading styles, real lists, a table for the header. */
export async function asDocx(pieces: readonly Piece[], vocabulary: Vocabulary): Promise<Buffer> {
  let list = 0;
  const children = grouped(pieces).flatMap((group): (Paragraph | Table)[] => {
    if (group[0]?.kind === 'field') return [headerTable(group, vocabulary)];
    list += 1;
    return group.map((piece) => docxParagraph(piece, list));
  });
  const level = { level: 0, format: LevelFormat.DECIMAL, text: '%1.' };
  const numbering = { config: [{ reference: 'numbers', levels: [level] }] };
  return Packer.toBuffer(new Document({ numbering, sections: [{ children }] }));
}

const HEADINGS = {
  title: HeadingLevel.TITLE,
  heading: HeadingLevel.HEADING_1,
  subheading: HeadingLevel.HEADING_2,
} as const;

function docxParagraph({ kind, text, mark }: Piece, instance: number): Paragraph {
  if (kind === 'item' && mark === '-') return new Paragraph({ text, bullet: { level: 0 } });
  if (kind === 'item') return new Paragraph({ text, numbering: { reference: 'numbers', level: 0, instance } });
  return kind === 'paragraph' || kind === 'field'
    ? new Paragraph(text)
    : new Paragraph({ text, heading: HEADINGS[kind] });
}

function headerTable(fields: readonly Piece[], vocabulary: Vocabulary): Table {
  const cell = (text: string, bold: boolean) =>
    new TableCell({ children: [new Paragraph({ children: [new TextRun({ text, bold })] })] });
  const rows = fields.map(({ text }) => {
    const [label, value] = labelAndValue(text, vocabulary);
    return new TableRow({ children: [cell(label, true), cell(value, false)] });
  });
  return new Table({ rows });
}

const SMALL = 'font-size:8px;margin-left:2cm';

/** A page printed by the browser, with a running header and page numbers. */
export async function asPdf(browser: Browser, html: string, { tagged }: { tagged: boolean }): Promise<Buffer> {
  const page = await browser.newPage();
  await page.setContent(html);
  const pdf = await page.pdf({
    format: 'A4',
    tagged,
    displayHeaderFooter: true,
    margin: { top: '2cm', bottom: '2cm', left: '2cm', right: '2cm' },
    headerTemplate: `<span style="${SMALL}">Notice of vacancy</span>`,
    footerTemplate: `<span style="${SMALL}"><span class="pageNumber"></span>/<span class="totalPages"></span></span>`,
  });
  await page.close();
  return pdf;
}
