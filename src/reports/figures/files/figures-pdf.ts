import type { Context } from '../../../people/context.ts';
import type { Language } from '../../../platform/language.ts';
import { section, type ReportDocument } from '../../../selection/decision/report-section.ts';
import { inEachText as inEachReportText } from '../../../selection/decision/report-document.ts';
import { setAsPdf, templateAt } from '../../../selection/decision/setting.ts';
import { FIGURES_TEXTS } from '../figures-texts.ts';
import { cellText } from '../cell-text.ts';
import type { FigureTable } from '../report.ts';
import type { ShownReport } from '../shown-report.ts';

/** Its tables, each with its chart, and how they are made. */
const FIGURES = templateAt('src/reports/figures/files/figures.typ');

/** A bar to a share of the width, and a line on to a second; 0 to 100. */
type DrawnBar = { label: string; share: number; on: number | null; text: string };
type DrawnChart = { title: string; description: string; alt: string; bars: readonly DrawnBar[] };
type FiguresDocument = Omit<ReportDocument, 'sections'> & {
  sections: readonly (ReportDocument['sections'][number] & { chart: DrawnChart | null })[];
};

/** A report as PDF/UA-1, A4: what was counted, its charts and tables, and how they are made. */
export function figuresPdf(
  { organisation, typst, clock }: Pick<Context, 'organisation' | 'typst' | 'clock'>,
  report: ShownReport,
  language: Language,
): Promise<Buffer> {
  const t = FIGURES_TEXTS[language];
  const said = (text: string) => ({ lang: language, text });
  const document: FiguresDocument = {
    title: report.title,
    author: organisation.name[language],
    lang: language,
    intro: `${report.counted} ${report.asOf}`,
    sections: [
      ...report.tables.map((table) => sectionOf(table, language)),
      { ...section(t.howMade, { paragraphs: report.notes.map(said) }), chart: null },
    ],
  };
  const sayingSo = (shown: FiguresDocument) => ({ ...shown, intro: `${shown.intro} (${t.lackingLetters})` });
  return setAsPdf({ typst, clock }, { template: FIGURES, document, inEachText, sayingSo });
}

function sectionOf(table: FigureTable, language: Language): FiguresDocument['sections'][number] {
  const { caption, note, columns, rows, empty, chart } = table;
  const texts = rows.length === 0 ? [empty] : note === undefined ? [] : [note];
  return {
    ...section(caption, {
      paragraphs: texts.map((text) => ({ lang: language, text })),
      columns: columns.map(({ heading }) => heading),
      rows: rows.map(({ cells }) => cells.map((cell) => cellText(cell, language))),
    }),
    chart: chart && chart.bars.length > 0 ? drawn(chart, FIGURES_TEXTS[language].chartAbout) : null,
  };
}

/** As on the page: the longest bar or line takes the whole width. */
function drawn({ title, description, bars }: NonNullable<FigureTable['chart']>, about: string): DrawnChart {
  const longest = Math.max(1, ...bars.map(({ value, to = value }) => Math.max(value, to)));
  const share = (number: number) => Math.round((number / longest) * 10_000) / 100;
  return {
    title,
    description,
    alt: `${title}. ${about}`,
    bars: bars.map(({ label, value, to, text }) => ({
      label,
      text,
      share: share(value),
      on: to !== undefined && to > value ? share(to) : null,
    })),
  };
}

const inEachText = ({ sections, ...document }: FiguresDocument, shown: (text: string) => string): FiguresDocument => {
  const report = inEachReportText({ ...document, sections: [...sections] }, shown);
  const charts = sections.map(({ chart }) => chart && inEachChartText(chart, shown));
  return { ...report, sections: report.sections.map((one, index) => ({ ...one, chart: charts[index] ?? null })) };
};

const inEachChartText = (chart: DrawnChart, shown: (text: string) => string): DrawnChart => ({
  title: shown(chart.title),
  description: shown(chart.description),
  alt: shown(chart.alt),
  bars: chart.bars.map((bar) => ({ ...bar, label: shown(bar.label), text: shown(bar.text) })),
});
