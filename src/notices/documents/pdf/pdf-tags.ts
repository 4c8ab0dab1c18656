import { tableBlocks, type Block, type Cell } from '../blocks.ts';
import { plainMark, type Measure, type PdfBlock } from './pdf-block.ts';
import { linesOf, textOfLines, type PdfLine } from './pdf-line.ts';
import type { PdfPage, Run, Tag } from './pdf-page.ts';

type Child = Tag['children'][number];

const words = (text: string) => new Set(text.split(' '));
const TEXT = words('P Caption TOCI Note FENote Formula Index BibEntry');
const INLINE = words('Span Link Quote Em Strong Sub Reference Code Annot Ruby RB RT RP Warichu Lbl');
const SILENT = words('Artifact Figure Form');
const isHeading = (role: string) => /^(?:H[1-6]?|Title|(?:heading|titre|title)[ _#]*\d?)$/i.test(role);
const isBlock = (role: string) => TEXT.has(role) || isHeading(role) || /^(?:L|LI|Table|TR)$/.test(role);
const isTag = (child: Child): child is Tag => 'role' in child;

type Walk = { readonly blocks: PdfBlock[]; readonly measure: Measure; readonly textOf: TextOf };
type TextOf = { readonly runs: ReadonlyMap<string, readonly Run[]>; readonly page: number };

/** A page without what its tags leave out: running headers, page numbers, decoration. */
export function taggedOnly(page: PdfPage): PdfPage {
  const contents = new Set(page.tags ? contentsOf(page.tags) : []);
  return { ...page, runs: page.runs.filter(({ content }) => content !== undefined && contents.has(content)) };
}

const lettersOf = ({ runs }: PdfPage) => runs.reduce((sum, { text }) => sum + text.trim().length, 0);

/** What a running header and footer have at most, in letters. */
const LONGEST_FURNITURE = 300;

/** Whether the tags of a page hold its text: some programs tag only part of it. */
export function isTagged(page: PdfPage): boolean {
  const all = lettersOf(page);
  const left = all - lettersOf(taggedOnly(page));
  return all === 0 || (page.tags !== undefined && left < all && left <= Math.max(LONGEST_FURNITURE, all / 10));
}

/** The blocks of a page by its tags. */
export function taggedBlocks(page: PdfPage, measure: Measure): PdfBlock[] {
  const runs = Map.groupBy(page.runs, ({ content }) => content ?? '');
  const walk: Walk = { blocks: [], measure, textOf: { runs, page: page.number } };
  if (page.tags) visitGroup(page.tags, walk);
  return walk.blocks;
}

const contentsOf = (tag: Child): string[] => (isTag(tag) ? tag.children.flatMap(contentsOf) : [tag.content]);

const linesIn = (tags: readonly Child[], { runs, page }: TextOf): PdfLine[] =>
  linesOf(
    tags.flatMap(contentsOf).flatMap((content) => runs.get(content) ?? []),
    page,
  );

const holdsBlocks = (child: Child): boolean =>
  isTag(child) && child.children.some((inner) => isTag(inner) && (isBlock(inner.role) || holdsBlocks(inner)));

/** Text within a line: marked content itself, and elements that hold it and are no blocks of their own. */
const isInline = (child: Child): boolean =>
  !isTag(child) ||
  (!isBlock(child.role) &&
    !holdsBlocks(child) &&
    (INLINE.has(child.role) || child.children.some((one) => !isTag(one))));

/** Reads the children of an element that groups others; text among them is a paragraph. */
function visitGroup(group: Tag, walk: Walk, as: As = { kind: 'paragraph', mark: '' }): void {
  const items = group.children.filter((child) => isTag(child) && child.role === 'LI');
  let inline: Child[] = [];
  let kind = as;
  const flush = () => {
    const lines = linesIn(inline, walk.textOf);
    inline = [];
    if (lines.length === 0) return;
    if (!pairedWith(walk.blocks.at(-1), lines, walk)) walk.blocks.push({ ...kind, lines });
    if (kind.kind === 'item') kind = { kind: 'paragraph', mark: '' };
  };
  for (const child of group.children) {
    if (isInline(child)) {
      inline.push(child);
      continue;
    }
    flush();
    if (isTag(child) && child.role === 'LI') visitItem(child, walk, { at: items.indexOf(child), of: items.length });
    else if (isTag(child)) kind = visitBlock(child, walk, kind);
  }
  flush();
}

/** A term and its description on one line, as a grid shows them, are a field. */
function pairedWith(before: PdfBlock | undefined, lines: readonly PdfLine[], { blocks, measure }: Walk): boolean {
  const [label] = before?.lines ?? [];
  const [value] = lines;
  if (!before || !label || !value || before.kind !== 'paragraph' || before.lines.length > 1) return false;
  if (Math.abs(label.y - value.y) > label.size / 2 || value.left <= label.right) return false;
  const text = `${label.text}${label.text.endsWith(':') ? '' : ':'} ${textOfLines(lines, measure.edge, measure.spelling)}`;
  blocks[blocks.length - 1] = { kind: 'field', mark: '', lines: [], text: text.replaceAll('\n', ' ') };
  return true;
}

type As = Pick<PdfBlock, 'kind' | 'mark' | 'place'>;

/** Reads an element; of an item the first block takes the mark, so what is left for the next comes back. */
function visitBlock(tag: Tag, walk: Walk, as: As): As {
  const used: As = as.kind === 'item' ? { kind: 'paragraph', mark: '' } : as;
  const { role } = tag;
  if (SILENT.has(role)) return as;
  if (isHeading(role)) {
    walk.blocks.push({ kind: 'heading', mark: '', lines: linesIn([tag], walk.textOf) });
    return used;
  }
  if (role === 'Table') {
    walk.blocks.push(...tableOf(tag, walk).map((block): PdfBlock => ({ ...block, mark: '', lines: [] })));
    return used;
  }
  visitGroup(tag, walk, role === 'L' ? undefined : as);
  return role === 'L' ? as : used;
}

/** An item that a page end cut in two has its label on the page before; the tags of a page have all items of its lists. */
function visitItem(item: Tag, walk: Walk, place: NonNullable<PdfBlock['place']>): void {
  const label = item.children.find((child) => isTag(child) && child.role === 'Lbl');
  const rest = { role: 'LBody', children: item.children.filter((child) => child !== label) };
  visitGroup(rest, walk, { kind: 'item', mark: label ? markOf(label, walk) : '', place });
}

function markOf(label: Child, { textOf }: Walk): string {
  if (contentsOf(label).length === 0) return '';
  return plainMark(
    linesIn([label], textOf)
      .map(({ text }) => text)
      .join(' '),
  );
}

const rowsIn = (tag: Tag): Tag[] =>
  tag.children.filter(isTag).flatMap((child) => (child.role === 'TR' ? [child] : rowsIn(child)));

function tableOf(table: Tag, walk: Walk): Block[] {
  const rows = rowsIn(table).map((row) => row.children.filter(isTag));
  const width = Math.max(0, ...rows.map((row) => row.length));
  const edges = Array.from({ length: width }, (_, at) =>
    Math.max(0, ...rows.flatMap((row) => linesIn(row[at] ? [row[at]] : [], walk.textOf)).map(({ right }) => right)),
  );
  return tableBlocks(rows.map((row) => row.map((cell, at) => cellOf(cell, walk, edges[at] ?? walk.measure.edge))));
}

function cellOf(cell: Tag, { measure, textOf }: Walk, edge: number): Cell {
  const inside: Walk = { blocks: [], measure: { ...measure, edge }, textOf };
  visitGroup(cell, inside);
  const blocks = inside.blocks.map(({ kind, mark, lines, text }): Block => {
    const printed = text ?? textOfLines(lines, edge, measure.spelling);
    return { kind, text: kind === 'item' ? `${mark || '-'} ${printed}` : printed };
  });
  return { blocks, isHeader: cell.role === 'TH' };
}
