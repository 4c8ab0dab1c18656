import { parse } from 'parse5';
import { labelled, tableBlocks, type Block, type Cell } from './blocks.ts';
import {
  attribute,
  BLOCKS,
  childrenOf,
  findElement,
  isElement,
  isHeading,
  isHidden,
  isSilent,
  isText,
  textIn,
  type Element,
  type Node,
} from './html-elements.ts';

export type HtmlReading = { readonly blocks: readonly Block[]; readonly hiddenText: boolean };

/** What a page says, without what stands around it: its main part where it names one, its article, or all of it. */
export function readHtml(html: string): HtmlReading {
  const page = parse(html);
  const main = findElement(page, (element) => element.tagName === 'main' || attribute(element, 'role') === 'main');
  const articles = findElement(page, ({ tagName }) => tagName === 'article');
  const root = main ?? articles ?? findElement(page, ({ tagName }) => tagName === 'body');
  const walk: Walk = {
    blocks: [],
    line: '',
    as: PARAGRAPH,
    inside: root === main || root === articles,
    hidden: false,
    apart: false,
  };
  if (root) for (const child of childrenOf(root)) visit(child, walk);
  flush(walk);
  return { blocks: walk.blocks, hiddenText: walk.hidden };
}

/** A rule that parts the text is one in the text as well. */
const RULE = '----------';

type As = { readonly kind: Block['kind']; readonly mark: string };
const PARAGRAPH: As = { kind: 'paragraph', mark: '' };

type Walk = {
  readonly blocks: Block[];
  line: string;
  as: As;
  readonly inside: boolean;
  hidden: boolean;
  apart: boolean;
};

/** Ends the block under way; what follows within the same item is a paragraph. */
function flush(walk: Walk): void {
  const text = walk.line.replace(/^[ \n]+|[ \n]+$/g, '');
  walk.line = '';
  if (text === '') return;
  const { kind, mark } = walk.as;
  // A number beside its heading, by style alone, is the number of a section.
  const shown = kind === 'heading' ? text.replace(/^(\d{1,2}) (?=\p{Lu})/u, '$1. ') : text;
  walk.blocks.push({ kind, text: mark === '' ? shown : `${mark} ${shown}` });
  if (kind === 'item') walk.as = PARAGRAPH;
}

function visit(node: Node, walk: Walk): void {
  if (isText(node)) addText(node.value, walk);
  if (!isElement(node)) return;
  if (isHidden(node)) walk.hidden ||= textIn(node).trim() !== '';
  if (isHidden(node) || isSilent(node, walk.inside)) return;
  if (node.tagName === 'br') walk.line = `${walk.line.trimEnd()}\n`;
  else if (isHeading(node)) within(node, walk, { kind: 'heading', mark: '' });
  else if (BLOCKS.has(node.tagName)) visitBlock(node, walk);
  else visitInline(node, walk);
}

/** A span with a class is often set apart by its style alone: its words don’t run into those beside it. */
function visitInline(element: Element, walk: Walk): void {
  const apart =
    element.tagName === 'small' || (element.tagName === 'span' && attribute(element, 'class') !== undefined);
  walk.apart ||= apart;
  for (const child of childrenOf(element)) visit(child, walk);
  walk.apart ||= apart;
}

function addText(value: string, walk: Walk): void {
  const text = spaced(value, walk.line);
  if (text === '') return;
  // A large first letter is part of its word.
  const initial = /(?:^|[ \n])\p{Lu}$/u.test(walk.line) && /^\p{Ll}/u.test(text);
  const glued = walk.apart && !initial && /[\p{L}\p{N}]$/u.test(walk.line) && /^[\p{L}\p{N}]/u.test(text);
  walk.line += glued ? ` ${text}` : text;
  walk.apart = false;
}

function visitBlock(node: Element, walk: Walk): void {
  switch (node.tagName) {
    case 'ul':
    case 'ol':
      return visitList(node, walk);
    case 'dl':
      return visitTerms(node, walk);
    case 'table':
      flush(walk);
      return void walk.blocks.push(...tableBlocks(rowsOf(node, walk)));
    case 'hr':
      flush(walk);
      walk.blocks.push({ kind: 'paragraph', text: RULE });
      break;
    case 'pre':
      flush(walk);
      walk.line = textIn(node);
      return flush(walk);
    default:
      return within(node, walk, walk.as);
  }
}

/** Reads an element as blocks of their own, in the same place. */
function within(node: Element, walk: Walk, as: As): void {
  flush(walk);
  const before = walk.as;
  walk.as = as.kind === 'item' ? walk.as : as;
  for (const child of childrenOf(node)) visit(child, walk);
  flush(walk);
  if (before.kind !== 'item') walk.as = before;
}

/** Spaces of the source are one; none stands at the start of a line. */
function spaced(value: string, line: string): string {
  const text = value.replace(/[ \t\r\n\f]+/g, ' ');
  return /(?:^|[ \n])$/.test(line) ? text.trimStart() : text;
}

function visitList(list: Element, walk: Walk): void {
  flush(walk);
  const start = Number(attribute(list, 'start') ?? 1);
  let number = Number.isSafeInteger(start) ? start : 1;
  for (const child of childrenOf(list)) {
    if (!isElement(child) || child.tagName !== 'li') visit(child, walk);
    else if (!isHidden(child)) {
      walk.blocks.push(...itemBlocks(child, list, { number, walk }));
      number += 1;
    }
  }
}

type Numbered = { readonly number: number; readonly walk: Walk };

/** A numbered list with a single item that is all bold or in capitals is how Word writes a numbered heading. */
function itemBlocks(item: Element, list: Element, { number, walk }: Numbered): Block[] {
  const mark = list.tagName === 'ol' ? ordinal(number, attribute(list, 'type')) : '•';
  const blocks = blocksOf(item, walk, { kind: 'item', mark });
  const [only] = blocks;
  const alone = childrenOf(list).filter((child) => isElement(child) && child.tagName === 'li').length === 1;
  if (list.tagName !== 'ol' || !alone || !only || blocks.length > 1 || !isTitle(item)) return blocks;
  return [{ kind: 'heading', text: textIn(item) }];
}

function isTitle(item: Element): boolean {
  const text = textIn(item).trim();
  const bold = findElement(item, ({ tagName }) => tagName === 'strong' || tagName === 'b');
  return text.length < 120 && (bold ? textIn(bold).trim() === text : !/\p{Ll}/u.test(text));
}

function ordinal(number: number, type: string | undefined): string {
  if (type?.toLowerCase() !== 'a' || number > 26 || number < 1) return `${number}.`;
  return `${String.fromCharCode(96 + number)})`;
}

/** What an element says, as blocks apart from those around it. */
function blocksOf(node: Element, outer: Walk, as: As = PARAGRAPH): Block[] {
  const walk: Walk = { blocks: [], line: '', as, inside: outer.inside, hidden: false, apart: false };
  for (const child of childrenOf(node)) visit(child, walk);
  flush(walk);
  outer.hidden ||= walk.hidden;
  return walk.blocks;
}

/** Terms with their descriptions, which may stand in groups. */
function visitTerms(list: Element, walk: Walk): void {
  flush(walk);
  const parts = childrenOf(list).flatMap((child) =>
    isElement(child) && child.tagName === 'div' ? childrenOf(child) : [child],
  );
  let term: string | undefined;
  for (const part of parts) {
    if (!isElement(part) || isHidden(part)) continue;
    const blocks = blocksOf(part, walk);
    const text = blocks.map((block) => block.text).join(' ');
    if (part.tagName === 'dt') {
      if (term !== undefined) walk.blocks.push(labelled(term, ''));
      term = text;
    } else if (term === undefined) walk.blocks.push(...blocks);
    else {
      const plain = blocks.length === 1 && blocks[0]?.kind === 'paragraph';
      walk.blocks.push(...(plain || text === '' ? [labelled(term, text)] : [labelled(term, ''), ...blocks]));
      term = undefined;
    }
  }
  if (term !== undefined) walk.blocks.push(labelled(term, ''));
}

const TABLE_PARTS = ['thead', 'tbody', 'tfoot'];

function rowsOf(table: Element, walk: Walk): Cell[][] {
  const parts = childrenOf(table).flatMap((child) =>
    isElement(child) && TABLE_PARTS.includes(child.tagName) ? childrenOf(child) : [child],
  );
  return parts
    .filter((row): row is Element => isElement(row) && row.tagName === 'tr' && !isHidden(row))
    .map((row) => cellsOf(row, walk));
}

const cellsOf = (row: Element, walk: Walk): Cell[] =>
  childrenOf(row)
    .filter((cell): cell is Element => isElement(cell) && (cell.tagName === 'td' || cell.tagName === 'th'))
    .filter((cell) => !isHidden(cell))
    .map((cell) => ({ blocks: blocksOf(cell, walk), isHeader: cell.tagName === 'th' }));
