import { figure, fontsForNobody, isBeside, type Page } from './pdf-text.ts';

/** How a text is there for no reader's eye: white, too small, beside the page, or drawn in no colour at all. */
export const HIDDEN_HOW = ['white', 'tiny', 'beside', 'invisible'] as const;
export type HiddenHow = (typeof HIDDEN_HOW)[number];

/** A piece of text as `pdftohtml` prints it: of one line, in one font. */
export type PdfPiece = {
  page: Page;
  top: number;
  left: number;
  width: number;
  height: number;
  text: string;
  link: string | undefined;
  hidden: HiddenHow | undefined;
};

/** Reads what `pdftohtml -xml` printed, piece by piece, in its order. */
export function piecesIn(output: string): PdfPiece[] {
  const fonts = fontsForNobody(output);
  return output
    .split(/^<page /m)
    .slice(1)
    .flatMap((part) => {
      const page: Page = {
        number: figure(part, 'number'),
        width: figure(part, 'width'),
        height: figure(part, 'height'),
      };
      return [...part.matchAll(/^<text ([^>]*)>(.*)<\/text>$/gm)].map(([, place = '', marked = '']): PdfPiece => ({
        page,
        top: figure(place, 'top'),
        left: figure(place, 'left'),
        width: figure(place, 'width'),
        height: figure(place, 'height'),
        text: plain(marked.replaceAll(/<[^>]*>/g, '')),
        link: linkIn(marked),
        hidden: isBeside(place, page) ? 'beside' : fonts.get(figure(place, 'font')),
      }));
    });
}

const linkIn = (marked: string): string | undefined => {
  const address = /<a href="([^"]*)"/.exec(marked)?.[1];
  return address === undefined ? undefined : plain(address);
};

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The characters themselves; what no text of ours can hold is left out. */
const plain = (marked: string): string =>
  marked
    .replaceAll(/&(?:#(\d{1,7})|(\w+));/g, (whole, code?: string, name?: string) =>
      code === undefined ? (ENTITIES[name ?? ''] ?? whole) : characterOf(Number(code)),
    )
    .replaceAll(/\p{Cc}/gu, '')
    .toWellFormed();

const characterOf = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '');

/** Marks what is printed only when hidden text is asked for: drawn in no colour (text rendering mode 3). */
export function markInvisible(pieces: readonly PdfPiece[], shown: readonly PdfPiece[]): PdfPiece[] {
  const places = new Map<string, number>();
  for (const piece of shown) places.set(placeOf(piece), (places.get(placeOf(piece)) ?? 0) + 1);
  return pieces.map((piece) => {
    const left = places.get(placeOf(piece)) ?? 0;
    if (left === 0) return { ...piece, hidden: 'invisible' };
    places.set(placeOf(piece), left - 1);
    return piece;
  });
}

const placeOf = ({ page, top, left, text }: PdfPiece): string => `${page.number} ${top} ${left} ${text}`;

/** A text put together of its pieces, with where in it something is hidden and where a link lies. */
export type JoinedText = {
  text: string;
  hidden: { page: number; how: HiddenHow; start: number; end: number }[];
  links: { url: string; start: number; end: number }[];
};

/** Nobody's letter is longer; what follows is left out. */
export const MAX_CHARACTERS = 200_000;

export function joinPieces(pieces: readonly PdfPiece[]): JoinedText {
  const found: JoinedText = { text: '', hidden: [], links: [] };
  let last: PdfPiece | undefined;
  for (const piece of pieces) {
    if (found.text.length + piece.text.length > MAX_CHARACTERS) break;
    found.text += last ? between(last, piece) : '';
    const start = found.text.length;
    found.text += piece.text;
    const place = { start, end: found.text.length };
    if (piece.hidden && /[\p{L}\p{N}]/u.test(piece.text))
      addHidden(found.hidden, { page: piece.page.number, how: piece.hidden, ...place });
    if (piece.link !== undefined) found.links.push({ url: piece.link, ...place });
    last = piece;
  }
  return found;
}

/** A line after another of the same kind goes on with it. */
function addHidden(hidden: JoinedText['hidden'], next: JoinedText['hidden'][number]): void {
  const last = hidden.at(-1);
  if (last && last.how === next.how && last.page === next.page && next.start - last.end <= 1) last.end = next.end;
  else hidden.push(next);
}

/** What parts two pieces: nothing within a word, a space within a line, else the end of a line. */
function between(last: PdfPiece, next: PdfPiece): string {
  if (last.page !== next.page) return '\n\n';
  if (Math.abs(last.top - next.top) > last.height / 2 || next.left < last.left) return '\n';
  return next.left - (last.left + last.width) < last.height / 6 ? '' : ' ';
}

/** A picture on a page: its size on paper, in points. */
type Picture = { page: number; area: number };

/** Reads what `pdfimages -list` printed. */
export const picturesIn = (output: string): Picture[] =>
  output.split('\n').flatMap((line): Picture[] => {
    const [page, , type, width, height, , , , , , , , xPpi, yPpi] = line.trim().split(/\s+/);
    const area = ((Number(width) * 72) / Number(xPpi)) * ((Number(height) * 72) / Number(yPpi));
    return type === 'image' && Number.isFinite(area) ? [{ page: Number(page), area }] : [];
  });
