import { contractEndings, type ContractEnding } from '../../../appointment/calendar/contract-queries.ts';
import { civilDayIn } from '../../../site/dates.ts';
import { formatNumber } from '../../../site/numbers.ts';
import { countedVacancies, type CountedVacancy } from '../counted-vacancies-queries.ts';
import { FIGURES_TEXTS } from '../figures-texts.ts';
import type { Figures, FigureTable, Reading, Report } from '../report.ts';
import { titleIn } from '../title-in.ts';
import { CONTRACTS_TEXTS } from './contracts-texts.ts';
import { CONTRACT_TERMS, contractsByVacancy, contractTermOf } from './contracts.ts';

/** How many contracts end in the next months. Nobody is named, to whoever reads it. */
export const CONTRACTS_REPORT: Report = {
  code: 'contracts',
  permission: 'figures:read',
  title: { en: CONTRACTS_TEXTS.en.title, fr: CONTRACTS_TEXTS.fr.title },
  about: { en: CONTRACTS_TEXTS.en.about, fr: CONTRACTS_TEXTS.fr.about },
  figures: contractFigures,
};

async function contractFigures(reading: Reading): Promise<Figures> {
  const { db, actor, language } = reading;
  const t = CONTRACTS_TEXTS[language];
  const vacancies = await countedVacancies(reading);
  const counted = new Set(vacancies.map(({ reference }) => reference));
  // One of their own on a similar post is of a vacancy for which they did not apply.
  const endings = (await contractEndings(db)).filter(
    ({ vacancy, applicantId, ended }) => counted.has(vacancy) && applicantId !== actor.accountId && !ended,
  );
  return {
    notes: [t.howMade, t.notRenewed],
    tables: [termsTable(endings, reading), vacanciesTable(endings, vacancies, reading)],
  };
}

function termsTable(endings: readonly ContractEnding[], { language, now, zone }: Reading): FigureTable {
  const t = CONTRACTS_TEXTS[language];
  const today = civilDayIn(now, zone);
  const terms = CONTRACT_TERMS.map((term) => {
    const own = endings.filter(({ last }) => contractTermOf(last, today) === term);
    return { term, contracts: own.length, seconded: own.filter(({ person }) => person === 'seconded').length };
  });
  return {
    key: 'terms',
    caption: t.termsCaption,
    empty: t.none,
    columns: [{ heading: t.ends }, { heading: t.contracts, numeric: true }, { heading: t.seconded, numeric: true }],
    rows:
      endings.length === 0
        ? []
        : terms.map(({ term, contracts, seconded }) => ({ key: term, cells: [t.terms[term], contracts, seconded] })),
    chart: {
      title: t.chart,
      description: t.chartNote,
      bars: terms.map(({ term, contracts }) => ({
        key: term,
        label: t.terms[term],
        value: contracts,
        text: formatNumber(contracts, language),
      })),
    },
  };
}

function vacanciesTable(
  endings: readonly ContractEnding[],
  vacancies: readonly CountedVacancy[],
  { language, now, zone }: Reading,
): FigureTable {
  const t = CONTRACTS_TEXTS[language];
  const titles = new Map(vacancies.map(({ reference, title }) => [reference, title]));
  return {
    key: 'vacancies',
    caption: t.vacanciesCaption,
    empty: t.none,
    columns: [
      { heading: FIGURES_TEXTS[language].reference },
      { heading: FIGURES_TEXTS[language].vacancyTitle },
      { heading: t.contracts, numeric: true },
      { heading: t.indefinite, numeric: true },
      { heading: t.next },
    ],
    rows: contractsByVacancy(endings, civilDayIn(now, zone)).map(({ reference, contracts, indefinite, next }) => ({
      key: reference,
      cells: [
        reference,
        titleIn(titles.get(reference) ?? {}, language),
        contracts,
        indefinite,
        next === null ? null : { day: next },
      ],
      href: `/staff/vacancies/${reference}`,
    })),
  };
}
