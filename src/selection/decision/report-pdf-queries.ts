import { conflictsIn } from '../../competition/conflict-queries.ts';
import type { Context } from '../../people/context.ts';
import type { Language } from '../../platform/language.ts';
import { reportDocument } from './report-document.ts';
import type { ReportDocument } from './report-section.ts';
import { signaturesOf, type Report } from './report-queries.ts';
import { uncountedFor } from './report-quorum.ts';
import type { NotShown } from './report-recusal.ts';
import { REPORT_TEXTS } from './report-texts.ts';
import { setAsPdf, templateAt } from './setting.ts';

const REPORT = templateAt('src/selection/decision/report.typ');

type ForReader = { reference: string; language: Language; zone: string; notShown?: NotShown };

/** The report as PDF/UA-1, A4, from what was frozen, with the signatures under it as they are now. */
export async function reportPdf(
  { db, organisation, typst, clock }: Pick<Context, 'db' | 'organisation' | 'typst' | 'clock'>,
  report: Report,
  { reference, language, zone, notShown = new Set() }: ForReader,
): Promise<Buffer> {
  const conflicts = await conflictsIn(db, reference);
  const at = report.decided?.at ?? clock();
  const signatures = (await signaturesOf(db, report.id)).map((one) => ({
    ...one,
    uncounted: uncountedFor(one, conflicts, at),
  }));
  const document = reportDocument(report, signatures, {
    language,
    organisation,
    zone,
    notShown,
  });
  const lacking = REPORT_TEXTS[language].lackingLetters;
  const sayingSo = (shown: ReportDocument) => ({ ...shown, intro: `${shown.intro} (${lacking})` });
  return setAsPdf({ typst, clock }, { template: REPORT, document, inEachText, sayingSo });
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
