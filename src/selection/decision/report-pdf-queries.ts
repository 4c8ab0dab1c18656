import type { Context } from '../../people/context.ts';
import type { Language } from '../../platform/language.ts';
import { withPlacesToPart } from '../../notices/render/long-words.ts';
import { MissingGlyphError } from '../../platform/typst/typst.ts';
import { reportDocument, type ReportDocument } from './report-document.ts';
import { signaturesOf, type Report } from './report-queries.ts';
import type { NotShown } from './report-recusal.ts';
import { REPORT_TEXTS } from './report-texts.ts';

/** From the source and from the compiled code alike. */
const ROOT = new URL('../../../', import.meta.url);
const within = (path: string) => new URL(path, ROOT);
const TEMPLATE = within('src/selection/decision/report.typ');
const FONTS = ['400Regular', '600SemiBold'].map((face) =>
  within(`node_modules/@expo-google-fonts/source-sans-3/${face}`),
);

/** What stands for a letter that no font has. */
const LACKING = '◊';

/**
 * The report as PDF/UA-1, A4, from what was frozen, with the signatures under it as they are now. A letter that no font has
 * is shown by a lozenge, and that is said.
 */
export async function reportPdf(
  { db, organisation, typst, clock }: Pick<Context, 'db' | 'organisation' | 'typst' | 'clock'>,
  report: Report,
  { language, zone, notShown = new Set() }: { language: Language; zone: string; notShown?: NotShown },
): Promise<Buffer> {
  const document = reportDocument(report, await signaturesOf(db, report.id), {
    language,
    organisation,
    zone,
    notShown,
  });
  const madeAt = clock();
  const set = async (shown: ReportDocument) =>
    Buffer.from(await typst.compile({ template: TEMPLATE, fonts: FONTS, input: JSON.stringify(shown), madeAt }));
  try {
    return await set(inEachText(document, withPlacesToPart));
  } catch (error) {
    if (!(error instanceof MissingGlyphError)) throw error;
    const lacking = new Set(error.texts.flatMap((text) => Array.from(text)));
    const replaced = (text: string) => Array.from(text, (letter) => (lacking.has(letter) ? LACKING : letter)).join('');
    const shown = inEachText(document, (text) => withPlacesToPart(replaced(text)));
    return set({ ...shown, intro: `${shown.intro} (${REPORT_TEXTS[language].lackingLetters})` });
  }
}

/** The same document with every text as it is shown. */
function inEachText(document: ReportDocument, shown: (text: string) => string): ReportDocument {
  return {
    ...document,
    title: shown(document.title),
    intro: shown(document.intro),
    sections: document.sections.map(({ title, paragraphs, facts, columns, rows }) => ({
      title: shown(title),
      paragraphs: paragraphs.map(({ lang, text }) => ({ lang, text: shown(text) })),
      facts: facts.map(({ label, value }) => ({ label, value: shown(value) })),
      columns,
      rows: rows.map((row) => row.map(shown)),
    })),
  };
}
