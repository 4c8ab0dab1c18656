import { withPlacesToPart } from '../../../notices/render/long-words.ts';
import { MissingGlyphError, type Typst } from '../../../platform/typst/typst.ts';
import { PROFILE_TEXTS } from '../profile-texts.ts';
import type { CvDocument } from './cv-document.ts';

/** From the source and from the compiled code alike. */
const ROOT = new URL('../../../../', import.meta.url);
const within = (path: string) => new URL(path, ROOT);
const TEMPLATE = within('src/people/profile/exporting/cv.typ');
const FONTS = ['400Regular', '600SemiBold'].map((face) =>
  within(`node_modules/@expo-google-fonts/source-sans-3/${face}`),
);

/** What stands for a letter that no font has. */
const LACKING = '◊';

/**
 * A CV as PDF/UA-1, A4, that carries the Europass XML of the same profile: read here again, it is that profile. A letter that
 * no font has is shown by a lozenge, and that is said; the XML keeps it.
 */
export async function cvPdf(document: CvDocument, europass: string, typst: Typst): Promise<Uint8Array> {
  const { language, title, parts, madeAt } = document;
  const t = PROFILE_TEXTS[language];
  const set = (shown: (text: string) => string, note: string) =>
    typst.compile({
      template: TEMPLATE,
      fonts: FONTS,
      madeAt,
      input: JSON.stringify({
        language,
        title: shown(title),
        kind: t.cv,
        note,
        europass,
        carried: t.carriedProfile,
        parts: parts.map(({ title: heading, entries }) => ({
          title: heading,
          entries: entries.map(({ names, period, facts }) => ({
            names: shown(names),
            period: shown(period),
            facts: facts.map(({ label, lines }) => ({ label: shown(label), lines: lines.map(shown) })),
          })),
        })),
      }),
    });
  try {
    return await set(withPlacesToPart, '');
  } catch (error) {
    if (!(error instanceof MissingGlyphError)) throw error;
    const lacking = new Set(error.texts.flatMap((text) => Array.from(text)));
    const replaced = (text: string) => Array.from(text, (letter) => (lacking.has(letter) ? LACKING : letter)).join('');
    return set((text) => withPlacesToPart(replaced(text)), t.lackingLetters);
  }
}
