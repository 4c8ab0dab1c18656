import { conflictsIn } from '../../competition/conflict-queries.ts';
import type { Context } from '../../people/context.ts';
import type { Language } from '../../platform/language.ts';
import { inEachText, reportDocument } from './report-document.ts';
import type { ReportDocument } from './report-section.ts';
import { signaturesOf, type Report } from './report-queries.ts';
import { uncountedFor } from './report-quorum.ts';
import type { NotShown } from './report-recusal.ts';
import { REPORT_TEXTS } from './report-texts.ts';
import { REPORT, setAsPdf } from './setting.ts';

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
