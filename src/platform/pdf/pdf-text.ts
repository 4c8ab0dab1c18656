/** Which pages a reader gets no text of, and which have text that is there for no reader's eye. */
export type PdfText = {
  /** Pages whose text no program finds: blank, or a picture, as a scanner makes it. */
  pagesWithoutText: number[];
  /** Pages with text that is white, too small to read, or beside the page. */
  pagesWithHiddenText: number[];
};

export type Page = { number: number; width: number; height: number };

/** The unit of `pdftohtml`'s figures: one and a half to a point. */
export const PER_POINT = 1.5;
/** Text this small, in points, is there for no reader. */
const UNREADABLE_POINTS = 2;
/** From this value on, each of the three colours is as good as white on paper. */
const WHITE = 0xf5;

/** Reads what `pdftohtml -xml -hidden` printed. Text that is invisible over a scanned page counts as its text. */
export function readPdfText(output: string): PdfText {
  const unseen = unseenFonts(output);
  const found: PdfText = { pagesWithoutText: [], pagesWithHiddenText: [] };
  for (const part of output.split(/^<page /m).slice(1)) {
    const page: Page = { number: figure(part, 'number'), width: figure(part, 'width'), height: figure(part, 'height') };
    const texts = [...part.matchAll(/^<text ([^>]*)>(.*)<\/text>$/gm)].filter(([, , text = '']) => hasLetters(text));
    if (texts.length === 0) found.pagesWithoutText.push(page.number);
    const hidden = texts.some(([, place = '']) => unseen.has(figure(place, 'font')) || isBeside(place, page));
    if (hidden) found.pagesWithHiddenText.push(page.number);
  }
  return found;
}

const unseenFonts = (output: string): ReadonlySet<number> => new Set(fontsForNobody(output).keys());

/** The fonts that no reader sees, by their number in the output: white as paper, or too small. */
export function fontsForNobody(output: string): ReadonlyMap<number, 'white' | 'tiny'> {
  const fonts = [...output.matchAll(/^\s*<fontspec id="(\d+)" size="(-?\d+)" .*color="#([\da-f]{6})"\/>$/gm)];
  return new Map(
    fonts.flatMap(([, id, size, colour = '']): [number, 'white' | 'tiny'][] => {
      if (Number(size) <= UNREADABLE_POINTS * PER_POINT) return [[Number(id), 'tiny']];
      return isWhite(colour) ? [[Number(id), 'white']] : [];
    }),
  );
}

const isWhite = (colour: string): boolean => Buffer.from(colour, 'hex').every((value) => value >= WHITE);

export const figure = (attributes: string, name: string): number =>
  Number(new RegExp(`\\b${name}="(-?\\d+)"`).exec(attributes)?.[1] ?? Number.NaN);

const hasLetters = (text: string): boolean => /[\p{L}\p{N}]/u.test(text.replaceAll(/<[^>]*>/g, ''));

export function isBeside(place: string, { width, height }: Page): boolean {
  const [left, top] = [figure(place, 'left'), figure(place, 'top')];
  return left >= width || top >= height || left + figure(place, 'width') <= 0 || top + figure(place, 'height') <= 0;
}
