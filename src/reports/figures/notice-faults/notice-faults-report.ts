import { RULE_NAMES } from '../../../notices/lint/finding-texts.ts';
import { formatNumber, plural } from '../../../site/numbers.ts';
import { countedVacancies } from '../counted-vacancies-queries.ts';
import type { Bar, Figures, FigureTable, Reading, Report, Row } from '../report.ts';
import { faultCounts } from './notice-fault-queries.ts';
import { NOTICE_FAULTS_TEXTS } from './notice-faults-texts.ts';
import {
  FAMILIES,
  familyOf,
  FAULT_LANGUAGES,
  inOrder,
  totalOf,
  type FaultCount,
  type FaultLanguage,
  type Total,
} from './notice-faults.ts';

/** What the linter found in the language versions of notices before they were published, and what was mended by then. */
export const NOTICE_FAULTS_REPORT: Report = {
  code: 'notice-faults',
  permission: 'figures:read',
  title: { en: NOTICE_FAULTS_TEXTS.en.title, fr: NOTICE_FAULTS_TEXTS.fr.title },
  about: { en: NOTICE_FAULTS_TEXTS.en.about, fr: NOTICE_FAULTS_TEXTS.fr.about },
  figures: faultFigures,
};

async function faultFigures(reading: Reading): Promise<Figures> {
  const { language } = reading;
  const t = NOTICE_FAULTS_TEXTS[language];
  const references = (await countedVacancies(reading)).map(({ reference }) => reference);
  const { counts, notices, unread } = await faultCounts(reading.db, references);
  return {
    notes: [
      t.howMade,
      plural(notices, t.counted, language),
      ...(unread > 0 ? [plural(unread, t.unread, language)] : []),
    ],
    tables: [kindsTable(counts, reading), languagesTable(counts, reading), rulesTable(counts, reading)],
  };
}

type Named = Total & { key: string; name: string };

function kindsTable(counts: readonly FaultCount[], { language }: Reading): FigureTable {
  const t = NOTICE_FAULTS_TEXTS[language];
  const kinds = FAMILIES.map((family): Named => ({
    key: family,
    name: t.families[family],
    ...totalOf(counts.filter(({ rule }) => familyOf(rule) === family)),
  }));
  const rows = [...kinds, { key: 'all', name: t.all, ...totalOf(counts) }].map(rowOf);
  return {
    key: 'kinds',
    caption: t.kindsCaption,
    empty: t.none,
    columns: columnsAfter([t.kind], language),
    rows: counts.length === 0 ? [] : rows,
    chart: {
      title: t.chart,
      description: t.chartNote,
      bars: kinds.map(({ key, name, found, mended }): Bar => ({
        key,
        label: name,
        value: mended,
        to: found,
        text: t.bar(formatNumber(mended, language), formatNumber(found, language)),
      })),
    },
  };
}

function languagesTable(counts: readonly FaultCount[], { language }: Reading): FigureTable {
  const t = NOTICE_FAULTS_TEXTS[language];
  const rows = FAULT_LANGUAGES.map((one) =>
    rowOf({ key: one, name: t.languages[one], ...totalOf(counts.filter((count) => count.language === one)) }),
  );
  return {
    key: 'languages',
    caption: t.languagesCaption,
    empty: t.none,
    columns: columnsAfter([t.language], language),
    rows: counts.length === 0 ? [] : rows,
  };
}

function rulesTable(counts: readonly FaultCount[], { language }: Reading): FigureTable {
  const t = NOTICE_FAULTS_TEXTS[language];
  const nameOf = (one: FaultLanguage) => t.languages[one];
  return {
    key: 'rules',
    caption: t.rulesCaption,
    empty: t.none,
    columns: columnsAfter([t.rule, t.language], language),
    rows: inOrder(counts).map(({ rule, language: where, found, mended }) => ({
      key: `${rule} ${where}`,
      cells: [RULE_NAMES[rule][language], nameOf(where), found, mended, found - mended],
      href: `/staff/check-rules/${rule}`,
    })),
  };
}

const rowOf = ({ key, name, found, mended }: Named): Row => ({ key, cells: [name, found, mended, found - mended] });

const columnsAfter = (headings: readonly string[], language: Reading['language']): FigureTable['columns'] => {
  const t = NOTICE_FAULTS_TEXTS[language];
  const numbers = [t.found, t.mended, t.left].map((heading) => ({ heading, numeric: true }));
  return [...headings.map((heading) => ({ heading })), ...numbers];
};
