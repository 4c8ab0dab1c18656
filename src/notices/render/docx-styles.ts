import { AlignmentType, LevelFormat, type INumberingOptions, type IStylesOptions } from 'docx';

/** Faces that every office program has, or a twin of the same widths. */
const SERIF = 'Cambria';
export const SANS = 'Calibri';
export const INK = '15202B';
export const SOFT = '57616C';
export const HAIRLINE = 'B9B4A6';

/** The paragraphs of a notice, by the names that office programs know. Sizes are in half-points, distances in twentieths. */
export const docxStyles = (accent: string): IStylesOptions => ({
  default: defaults(accent),
  paragraphStyles: [
    {
      ...own('Particulars'),
      run: { font: SANS, size: 20 },
      paragraph: { spacing: { before: 40, after: 40, line: 240 } },
    },
    {
      ...own('Preamble'),
      paragraph: { indent: { left: 227 }, border: { left: { style: 'single', size: 12, space: 8, color: accent } } },
    },
    { ...own('Running'), run: { font: SANS, size: 17, color: SOFT } },
  ],
});

const own = (name: string) => ({ id: name, name, basedOn: 'Normal' });
const heading = { keepNext: true, keepLines: true };

const defaults = (accent: string): NonNullable<IStylesOptions['default']> => ({
  document: {
    run: { font: SERIF, size: 21, color: INK, language: { value: 'en-GB' } },
    paragraph: { spacing: { after: 120, line: 276 } },
  },
  heading1: {
    run: { size: 40, bold: true, color: accent },
    paragraph: { ...heading, spacing: { after: 240, line: 240 } },
  },
  heading2: {
    run: { font: SANS, size: 24, bold: true, color: accent },
    paragraph: { ...heading, spacing: { before: 360, after: 120 } },
  },
  heading3: {
    run: { size: 21, bold: true, color: INK },
    paragraph: { ...heading, spacing: { before: 200, after: 60 } },
  },
  listParagraph: { paragraph: { spacing: { after: 60 } } },
  hyperlink: { run: { color: accent, underline: { type: 'single' } } },
});

export const BULLETS = 'bullets';
export const NUMBERS = 'numbers';
const ITEM = { paragraph: { indent: { left: 340, hanging: 340 } } };

export const DOCX_LISTS: INumberingOptions = {
  config: [
    {
      reference: BULLETS,
      levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.LEFT, style: ITEM }],
    },
    {
      reference: NUMBERS,
      levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.LEFT, style: ITEM }],
    },
  ],
};
