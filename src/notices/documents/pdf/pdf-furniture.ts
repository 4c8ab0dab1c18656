import type { PdfPage, Run } from './pdf-page.ts';

/** Of the height of a page: what stands every time in the same place, so near its edge, belongs to the page. */
const MARGIN = 0.13;
/** On so many pages, or on all of two where it is smaller than the text. */
const MANY_PAGES = 3;
const PAGE_NUMBER = /^(?:page|p\.)?\s*[-–—]?\s*\d{1,3}\s*(?:(?:of|de|sur|\/)\s*\d{1,3})?\s*[-–—]?$/i;

/** The pages without their running headers and footers and their numbers. */
export function withoutFurniture(pages: readonly PdfPage[]): PdfPage[] {
  const seen = new Map<string, Set<number>>();
  for (const page of pages)
    for (const line of marginLines(page)) seen.set(line.key, (seen.get(line.key) ?? new Set()).add(page.number));
  const body = bodySize(pages);
  const repeated = (key: string, size: number) => {
    const count = seen.get(key)?.size ?? 0;
    if (count >= MANY_PAGES) return count >= pages.length / 2;
    return count === 2 && pages.length <= 3 && size < body * 0.95;
  };
  return pages.map((page) => {
    const dropped = new Set(
      marginLines(page)
        .filter(({ key, text, runs }) => PAGE_NUMBER.test(text) || repeated(key, runs[0]?.size ?? 0))
        .flatMap(({ runs }) => runs),
    );
    return { ...page, runs: page.runs.filter((run) => !dropped.has(run)) };
  });
}

type MarginLine = { readonly text: string; readonly key: string; readonly runs: readonly Run[] };

/** Lines at the edge of a page; their key is the same on every page but for numbers. */
function marginLines({ runs, height }: PdfPage): MarginLine[] {
  const near = runs.filter(({ y, text }) => text.trim() !== '' && (y < height * MARGIN || y > height * (1 - MARGIN)));
  const lines = Map.groupBy(near, ({ y }) => Math.round(y));
  return [...lines].map(([y, line]) => {
    const text = line
      .map((run) => run.text)
      .join(' ')
      .trim();
    return { text, key: `${Math.round(y / 3)} ${text.replaceAll(/\d+/g, '#')}`, runs: line };
  });
}

/** A letter higher than its line is printed at the end of the page before as well, by programs that cut pages to size. */
export function withoutRepeatedLetters(pages: readonly PdfPage[]): PdfPage[] {
  return pages.map((page, index) => {
    const lowest = lowestLine(page.runs);
    const text = lowest
      .map((run) => run.text)
      .join('')
      .trim();
    const left = Math.min(...page.runs.map(({ x }) => x));
    const inset = lowest.every(({ x, size }) => x > left + size * 2);
    const next = lowestLine(pages[index + 1]?.runs ?? [], -1)
      .map((run) => run.text)
      .join('');
    const stray = /^[\p{L}\p{M}’']{1,4}$/u.test(text) && inset && next.includes(text);
    return stray ? { ...page, runs: page.runs.filter((run) => !lowest.includes(run)) } : page;
  });
}

/** The runs of the lowest line of a page, or (-1) of the highest. */
function lowestLine(runs: readonly Run[], direction = 1): Run[] {
  const printed = runs.filter(({ text }) => text.trim() !== '');
  const y = Math.min(...printed.map((run) => run.y * direction)) * direction;
  return printed.filter((run) => Math.abs(run.y - y) < run.size * 0.4);
}

/** The size of most letters. */
function bodySize(pages: readonly PdfPage[]): number {
  const letters = new Map<number, number>();
  for (const { runs } of pages)
    for (const { size, text } of runs)
      letters.set(Math.round(size * 2) / 2, (letters.get(Math.round(size * 2) / 2) ?? 0) + text.length);
  return [...letters].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
}
