import { formatNumber } from '../../../site/numbers.ts';
import { VACANCY_STATUSES } from '../../../vacancies/vacancy-state.ts';
import { VACANCY_TEXTS } from '../../../vacancies/vacancy-texts.ts';
import { countedVacancies } from '../counted-vacancies-queries.ts';
import type { Figures, Reading, Report } from '../report.ts';
import { STATES_TEXTS } from './states-texts.ts';

/** How many vacancies are in each state now. */
export const STATES_REPORT: Report = {
  code: 'states',
  permission: 'figures:read',
  title: { en: STATES_TEXTS.en.title, fr: STATES_TEXTS.fr.title },
  about: { en: STATES_TEXTS.en.about, fr: STATES_TEXTS.fr.about },
  figures: stateFigures,
};

async function stateFigures(reading: Reading): Promise<Figures> {
  const { language } = reading;
  const t = STATES_TEXTS[language];
  const vacancies = await countedVacancies(reading);
  const counts = VACANCY_STATUSES.map((status) => ({
    status,
    name: VACANCY_TEXTS[language].status[status],
    count: vacancies.filter((vacancy) => vacancy.status === status).length,
  }));
  const none = vacancies.length === 0;
  const all = { key: 'all', cells: [t.all, vacancies.length] };
  return {
    notes: [t.howMade],
    tables: [
      {
        key: 'states',
        caption: t.caption,
        empty: t.none,
        columns: [{ heading: t.state }, { heading: t.vacancies, numeric: true }],
        rows: none ? [] : [...counts.map(({ status, name, count }) => ({ key: status, cells: [name, count] })), all],
        chart: {
          title: t.chart,
          description: t.chartNote,
          bars: counts.map(({ status, name, count }) => ({
            key: status,
            label: name,
            value: count,
            text: formatNumber(count, language),
          })),
        },
      },
    ],
  };
}
