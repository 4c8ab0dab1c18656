import type { Context } from '../../people/context.ts';
import { withPlacesToPart } from '../../notices/render/long-words.ts';
import { MissingGlyphError } from '../../platform/typst/typst.ts';

/** From the source and from the compiled code alike. */
const ROOT = new URL('../../../', import.meta.url);
const within = (path: string) => new URL(path, ROOT);
const FONTS = ['400Regular', '600SemiBold'].map((face) =>
  within(`node_modules/@expo-google-fonts/source-sans-3/${face}`),
);

/** What stands for a letter that no font has. */
const LACKING = '◊';

/** A template by its path from the root of the project. */
export const templateAt = (path: `src/${string}.typ`): URL => within(path);
/** A report in sections, each with its paragraphs and a table. */
export const REPORT = templateAt('src/selection/decision/report.typ');
/** A letter to one person or body: whom it is to, what it is about, and its words. */
export const LETTER = templateAt('src/selection/decision/letter.typ');

type Setting<Shown> = {
  /** Of `templateAt()`. */
  template: URL;
  document: Shown;
  /** The same document with every text as it is shown. */
  inEachText: (document: Shown, shown: (text: string) => string) => Shown;
  /** The same, saying that a lozenge stands for a letter that there is no font for. */
  sayingSo: (document: Shown) => Shown;
};

/** A document as PDF/UA-1, A4. A letter that no font has is shown by a lozenge, and that is said. */
export async function setAsPdf<Shown>(
  { typst, clock }: Pick<Context, 'typst' | 'clock'>,
  { template, document, inEachText, sayingSo }: Setting<Shown>,
): Promise<Buffer> {
  const madeAt = clock();
  const set = async (shown: Shown) =>
    Buffer.from(await typst.compile({ template, fonts: FONTS, input: JSON.stringify(shown), madeAt }));
  try {
    return await set(inEachText(document, withPlacesToPart));
  } catch (error) {
    if (!(error instanceof MissingGlyphError)) throw error;
    const lacking = new Set(error.texts.flatMap((text) => Array.from(text)));
    const replaced = (text: string) => Array.from(text, (letter) => (lacking.has(letter) ? LACKING : letter)).join('');
    return set(sayingSo(inEachText(document, (text) => withPlacesToPart(replaced(text)))));
  }
}
