import { ok, refuse, type Result } from '../../../platform/result.ts';
import type { Block } from '../blocks.ts';
import type { DocumentRefusal } from '../document.ts';
import { spellingOf } from './hyphens.ts';
import { loadPdf } from './load-pdf.ts';
import { joinedPages, type Measure, type PdfBlock } from './pdf-block.ts';
import { withoutFurniture, withoutRepeatedLetters } from './pdf-furniture.ts';
import { laidOutBlocks, leadingOf } from './pdf-layout.ts';
import { edgeOf, justifiedEdgeOf, linesOf, usualLeft } from './pdf-line.ts';
import type { PdfPage } from './pdf-page.ts';
import { rowsOf } from './pdf-rows.ts';
import { isTagged, taggedBlocks, taggedOnly } from './pdf-tags.ts';

/** Fewer letters than this in a whole file are a stamp on a picture, not a notice. */
const FEWEST_LETTERS = 60;

/** What a PDF says, by its tags where it has them, otherwise by how its pages are laid out. */
export async function readPdf(bytes: Uint8Array): Promise<Result<readonly Block[], DocumentRefusal>> {
  const loaded = await loadPdf(bytes);
  if (!loaded.ok) return loaded;
  const pages = loaded.value;
  const letters = pages.flatMap(({ runs }) => runs).reduce((sum, { text }) => sum + lettersIn(text), 0);
  if (letters < FEWEST_LETTERS) return refuse({ kind: 'no-text', pages: pages.length });
  return ok(blocksOf(pages));
}

/** Letters and digits that mean something: a font without a table of its letters gives private ones. */
const lettersIn = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

function blocksOf(pages: readonly PdfPage[]): Block[] {
  const trusted = pages.every(isTagged);
  const shown = withoutRepeatedLetters(trusted ? pages.map(taggedOnly) : withoutFurniture(pages));
  const measure = measureOf(shown);
  if (trusted)
    return joinedPages(
      shown.map((page): PdfBlock[] => taggedBlocks(page, measure)),
      measure,
    );
  const rows = shown.map(rowsOf);
  const leading = leadingOf(rows);
  return joinedPages(
    rows.map((page) => laidOutBlocks({ rows: page, leading, measure })),
    measure,
  );
}

function measureOf(pages: readonly PdfPage[]): Measure {
  const lines = pages.flatMap(({ runs, number }) => linesOf(runs, number));
  const bottom = Math.min(...lines.map(({ y }) => y));
  return {
    left: usualLeft(lines),
    edge: edgeOf(lines),
    justifiedTo: justifiedEdgeOf(lines),
    bottom,
    spelling: spellingOf(lines.map(({ text }) => text)),
  };
}
