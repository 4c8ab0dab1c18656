import type { Context } from '../../../people/context.ts';
import type { Language } from '../../../platform/language.ts';
import { section, type ReportDocument } from '../../../selection/decision/report-section.ts';
import { inEachText } from '../../../selection/decision/report-document.ts';
import { REPORT, setAsPdf } from '../../../selection/decision/setting.ts';
import { FIGURES_TEXTS } from '../figures-texts.ts';
import { cellText } from '../cell-text.ts';
import type { FigureTable } from '../report.ts';
import type { ShownReport } from '../shown-report.ts';

/** A report as PDF/UA-1, A4: what was counted, its tables, and how they are made. */
export function figuresPdf(
  { organisation, typst, clock }: Pick<Context, 'organisation' | 'typst' | 'clock'>,
  report: ShownReport,
  language: Language,
): Promise<Buffer> {
  const t = FIGURES_TEXTS[language];
  const said = (text: string) => ({ lang: language, text });
  const document: ReportDocument = {
    title: report.title,
    author: organisation.name[language],
    lang: language,
    intro: `${report.counted} ${report.asOf}`,
    sections: [
      ...report.tables.map((table) => sectionOf(table, language)),
      section(t.howMade, { paragraphs: report.notes.map(said) }),
    ],
  };
  const sayingSo = (shown: ReportDocument) => ({ ...shown, intro: `${shown.intro} (${t.lackingLetters})` });
  return setAsPdf({ typst, clock }, { template: REPORT, document, inEachText, sayingSo });
}

function sectionOf({ caption, note, columns, rows, empty }: FigureTable, language: Language) {
  const texts = rows.length === 0 ? [empty] : note === undefined ? [] : [note];
  return section(caption, {
    paragraphs: texts.map((text) => ({ lang: language, text })),
    columns: columns.map(({ heading }) => heading),
    rows: rows.map(({ cells }) => cells.map((cell) => cellText(cell, language))),
  });
}
