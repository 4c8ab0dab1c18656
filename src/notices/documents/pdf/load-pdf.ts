import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ok, refuse, type Result } from '../../../platform/result.ts';
import { MAX_PAGES, type DocumentRefusal } from '../document.ts';
import { dotsIn } from './pdf-dots.ts';
import type { PdfPage, Run, Tag } from './pdf-page.ts';
import { isTagged } from './pdf-tags.ts';

/**
 * Opens a PDF and takes what its pages show; nothing of it is run, drawn or fetched. Fonts and drawn marks come with the
 * drawing of a page, which takes longest: they are looked for only where tags don't say what they would tell.
 */
export async function loadPdf(bytes: Uint8Array): Promise<Result<PdfPage[], DocumentRefusal>> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    fontExtraProperties: true, // the names of fonts, which say what is bold
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    enableXfa: false,
  });
  try {
    const document = await task.promise;
    const { numPages: pages } = document;
    if (pages > MAX_PAGES) return refuse({ kind: 'too-many-pages', pages, maxPages: MAX_PAGES });
    if (await isEncrypted(document)) return refuse({ kind: 'encrypted' });
    const tagged = await pagesOf(document, { drawn: false });
    return ok(tagged.every(isTagged) ? tagged : await pagesOf(document, { drawn: true }));
  } catch (error) {
    const encrypted = error instanceof Error && error.name === 'PasswordException';
    return refuse(encrypted ? { kind: 'encrypted' } : { kind: 'damaged', format: 'pdf' });
  }
}

/** A file may be encrypted and open without a password: its author doesn’t want its text to be taken. */
async function isEncrypted(document: PDFDocumentProxy): Promise<boolean> {
  const { info } = await document.getMetadata();
  return 'EncryptFilterName' in info && info.EncryptFilterName !== null;
}

type Look = { readonly drawn: boolean };

async function pagesOf(document: PDFDocumentProxy, look: Look): Promise<PdfPage[]> {
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const shown = await pageOf(page, { ...look, number });
    page.cleanup();
    pages.push(shown);
    if (!look.drawn && !isTagged(shown)) break;
  }
  return pages;
}

async function pageOf(page: PDFPageProxy, { number, drawn }: Look & { number: number }): Promise<PdfPage> {
  const [, bottom = 0, , top = 0] = page.view;
  const tree = drawn ? null : ((await page.getStructTree()) as StructNode | null);
  const tags = tree ? tagOf(tree, 0) : undefined;
  const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: false });
  const operators = drawn ? await page.getOperatorList() : undefined;
  const isBold = operators ? await boldFonts(page, items) : () => false;
  const dots = operators ? dotsIn(operators, OPS) : [];
  return { number, height: top - bottom, runs: runsOf(items, isBold), tags, dots };
}

type StructNode = { role?: string; type?: string; id?: string; children?: StructNode[] };

/** The tree of tags is as deep as its author likes; ours ends. */
const DEEPEST = 60;

function tagOf(node: StructNode, depth: number): Tag {
  const children = (depth < DEEPEST ? (node.children ?? []) : []).flatMap((child): Tag['children'][number][] => {
    if (child.type === 'content' && child.id !== undefined) return [{ content: child.id }];
    return child.role === undefined ? [] : [tagOf(child, depth + 1)];
  });
  return { role: node.role ?? 'Root', children };
}

type Item = Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items'][number];

/** A narrow no-break space is less than this wide, in font sizes. */
const NARROW = 0.15;
const spaceOf = (width: number) => (width < NARROW ? '\u202F' : '\u00A0');

/**
 * Text that stands upright, with the marked content around it. A font has one glyph for both kinds of space, so that a
 * writer with care says in a span of its own that one is a no-break space; the span comes without text, the space after it.
 */
function runsOf(items: readonly Item[], isBold: (font: string) => boolean): Run[] {
  const contents: (string | undefined)[] = [];
  const runs: Run[] = [];
  items.forEach((item, index) => {
    if ('str' in item) {
      const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[];
      const upright = Math.abs(b) <= Math.abs(a) * 0.05 && a > 0;
      const content = contents.findLast((one) => one !== undefined);
      const { str, width, fontName } = item;
      const text = str === ' ' && followsSpanOfNothing(items, index) ? spaceOf(width / a) : str;
      if (upright && text !== '') runs.push({ text, x, y, width, size: a, bold: isBold(fontName), content });
    } else if (item.type === 'endMarkedContent') contents.pop();
    else contents.push(item.id ?? undefined);
  });
  return runs;
}

/** Whether an empty span stands among the marks between the text before and this. */
function followsSpanOfNothing(items: readonly Item[], index: number): boolean {
  let at = index - 1;
  for (let ended = false; at >= 0; at -= 1) {
    const mark = items[at];
    if (!mark || 'str' in mark) return false;
    if (mark.type === 'endMarkedContent') ended = true;
    else if (ended && 'tag' in mark && mark.tag === 'Span' && !mark.id) return true;
    else ended = false;
  }
  return false;
}

/** Tells a bold font by its name: “ABCDEF+Calibri-Bold”. */
async function boldFonts(page: PDFPageProxy, items: readonly Item[]): Promise<(font: string) => boolean> {
  const fonts = new Set(items.flatMap((item) => ('str' in item && item.str !== '' ? [item.fontName] : [])));
  const bold = new Set<string>();
  for (const font of fonts) {
    if (!page.commonObjs.has(font)) await new Promise((resolve) => setImmediate(resolve));
    const known = page.commonObjs.has(font) ? (page.commonObjs.get(font) as { name?: string } | null) : null;
    if (/bold|black|heavy|semibold|demi/i.test(known?.name ?? '')) bold.add(font);
  }
  return (font) => bold.has(font);
}
