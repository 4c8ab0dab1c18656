import type { PdfText } from './pdf-text.ts';

/** What a PDF was found to be, whatever its name said. */
export type PdfFindings = PdfText & {
  kind: 'read';
  pages: number;
  /** The numbers of the pages that are not A4, upright or across; of the first `MAX_PAGES_MEASURED` pages. */
  pagesNotA4: number[];
  /** What it carries beside its pages; undefined when nobody could look (qpdf is not installed). */
  carries: ActiveContent[] | undefined;
};

/** Why a file is not taken for a readable PDF. */
export type PdfProblem = {
  kind:
    | 'empty'
    | 'too-large'
    | 'not-a-pdf'
    | 'two-in-one'
    | 'encrypted'
    | 'damaged'
    | 'took-too-long'
    | 'busy'
    | 'not-checked';
};

export type ActiveContent = 'script' | 'attachment' | 'program' | 'media' | 'form';

export const MAX_PAGES_MEASURED = 200;

const POINTS_PER_MM = 72 / 25.4;
const A4_MM = [210, 297] as const; // ISO 216
const TOLERANCE_MM = 2; // what printers and converters round away

/** Whether a page of this size in points is A4, upright or across. */
export function isA4(width: number, height: number): boolean {
  const [short, long] = [Math.min(width, height) / POINTS_PER_MM, Math.max(width, height) / POINTS_PER_MM];
  return Math.abs(short - A4_MM[0]) <= TOLERANCE_MM && Math.abs(long - A4_MM[1]) <= TOLERANCE_MM;
}

/**
 * Reads what `pdfinfo -f 1 -l 200` printed. The file's own title and author stand first and may hold line breaks and
 * lies; what counts is from the last "Pages:" on, where only figures of pdfinfo's follow.
 */
export function readPdfinfo(output: string): Omit<PdfFindings, 'carries' | keyof PdfText> | PdfProblem {
  const report = output.slice(Math.max(output.lastIndexOf('\nPages:'), 0));
  const pages = Number(/^Pages:\s+(\d+)$/m.exec(report)?.[1] ?? 0);
  const encrypted = /^Encrypted:\s+(yes|no)/m.exec(report)?.[1];
  if (encrypted === 'yes') return { kind: 'encrypted' };
  if (pages === 0 || encrypted === undefined) return { kind: 'damaged' };
  const sizes = [...report.matchAll(/^Page\s+(\d+) size:\s+([\d.]+) x ([\d.]+) pts/gm)];
  const found = sizes.filter(([, , width, height]) => Number(width) > 0 && Number(height) > 0);
  if (found.length !== Math.min(pages, MAX_PAGES_MEASURED)) return { kind: 'damaged' };
  const notA4 = sizes.filter(([, , width, height]) => !isA4(Number(width), Number(height)));
  return { kind: 'read', pages, pagesNotA4: notA4.map(([, page]) => Number(page)) };
}

const NAMES_OF: Record<ActiveContent, string> = {
  script: 'JavaScript|JS',
  attachment: 'EmbeddedFiles?',
  program: 'Launch',
  media: 'RichMedia|Movie|Sound|3D',
  form: 'XFA|SubmitForm|ImportData',
};

/** Reads what `qpdf --json` printed: what the file carries, and how many pages its tree really has. */
export function readQpdfJson(output: string): { pages: number; carries: ActiveContent[] } {
  // A name of the file stands in quotes with its slash; a string of the file begins with u: or b:, so none can pose as one.
  const has = (names: string) => new RegExp(`"/(?:${names})"`).test(output);
  const kinds = Object.keys(NAMES_OF) as ActiveContent[];
  return {
    pages: output.match(/^ {6}"pageposfrom1": \d+/gm)?.length ?? 0,
    carries: kinds.filter((kind) => has(NAMES_OF[kind])),
  };
}
