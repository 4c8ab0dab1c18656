import { runLimited } from './limited-process.ts';

/** The versions of the Debian programs that read PDFs; undefined where one is missing or cannot be limited. */
export type PdfTools = { pdfinfo: string | undefined; qpdf: string | undefined };

let found: Promise<PdfTools> | undefined;

/** Looks once for the programs; the start-up message tells what was found. */
export const pdfTools = (): Promise<PdfTools> => (found ??= findTools());

async function findTools(): Promise<PdfTools> {
  const [pdfinfo, qpdf] = await Promise.all([versionOf('pdfinfo', '-v'), versionOf('qpdf', '--version')]);
  return { pdfinfo, qpdf };
}

async function versionOf(program: string, option: string): Promise<string | undefined> {
  const end = await runLimited(program, [option], { timeoutMs: 5000, maxMemoryBytes: 2 ** 29, maxOutputBytes: 10_000 });
  if (end.kind !== 'ended') return undefined;
  return /version (\S+)/.exec(end.output + end.messages)?.[1];
}

/** What to install before uploads can be checked, as a sentence for whoever starts the server; none if all is there. */
export function missingPdfTools({ pdfinfo, qpdf }: PdfTools): string | undefined {
  if (pdfinfo === undefined)
    return 'Uploaded PDFs cannot be checked and will be refused: install poppler-utils and util-linux (prlimit).';
  if (qpdf === undefined) return 'Scripts and attachments inside uploaded PDFs are not looked for: install qpdf.';
  return undefined;
}
