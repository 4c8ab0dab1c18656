import { onReserveUntil } from '../../../applications/stages/situation.ts';
import { permits } from '../../../people/permissions.ts';
import { civilDayIn } from '../../../site/dates.ts';
import { formatNumber, plural } from '../../../site/numbers.ts';
import { countedVacancies, type CountedVacancy } from '../counted-vacancies-queries.ts';
import { FIGURES_TEXTS } from '../figures-texts.ts';
import type { Figures, FigureTable, Reading, Report } from '../report.ts';
import { titleIn } from '../title-in.ts';
import { reserveListed } from './reserve-lists-queries.ts';
import { RESERVE_LISTS_TEXTS } from './reserve-lists-texts.ts';
import { listsOf, TERMS, termOf, type Leaving } from './reserve-lists.ts';

/** How many stand on reserve lists, and when they expire. Nobody is named, to whoever reads it. */
export const RESERVE_LISTS_REPORT: Report = {
  code: 'reserve-lists',
  permission: 'figures:read',
  title: { en: RESERVE_LISTS_TEXTS.en.title, fr: RESERVE_LISTS_TEXTS.fr.title },
  about: { en: RESERVE_LISTS_TEXTS.en.about, fr: RESERVE_LISTS_TEXTS.fr.about },
  figures: reserveFigures,
};

async function reserveFigures(reading: Reading): Promise<Figures> {
  const { db, organisation, language } = reading;
  const t = RESERVE_LISTS_TEXTS[language];
  const vacancies = await countedVacancies(reading);
  const listed = await reserveListed(
    db,
    vacancies.map(({ reference }) => reference),
  );
  const leaving = listed.map(({ reference, zone, enteredAt, people }): Leaving => {
    const until = onReserveUntil({ enteredAt }, zone, organisation.appointment);
    return { reference, until, people };
  });
  const { months } = organisation.appointment.reserveList;
  return {
    notes: [t.howMade, months === null ? t.noLength : plural(months, t.length, language)],
    tables: [termsTable(leaving, reading), listsTable(leaving, vacancies, reading)],
  };
}

function termsTable(leaving: readonly Leaving[], { language, now, zone }: Reading): FigureTable {
  const t = RESERVE_LISTS_TEXTS[language];
  const today = civilDayIn(now, zone);
  const terms = TERMS.map((term) => {
    const own = leaving.filter(({ until }) => termOf(until, today) === term);
    return {
      term,
      lists: new Set(own.map(({ reference }) => reference)).size,
      people: own.reduce((sum, one) => sum + one.people, 0),
    };
  });
  return {
    key: 'terms',
    caption: t.termsCaption,
    empty: t.none,
    columns: [{ heading: t.expires }, { heading: t.lists, numeric: true }, { heading: t.people, numeric: true }],
    rows:
      leaving.length === 0
        ? []
        : terms.map(({ term, lists, people }) => ({ key: term, cells: [t.terms[term], lists, people] })),
    chart: {
      title: t.chart,
      description: t.chartNote,
      bars: terms.map(({ term, people }) => ({
        key: term,
        label: t.terms[term],
        value: people,
        text: formatNumber(people, language),
      })),
    },
  };
}

function listsTable(leaving: readonly Leaving[], vacancies: readonly CountedVacancy[], reading: Reading): FigureTable {
  const { language, actor } = reading;
  const t = RESERVE_LISTS_TEXTS[language];
  const titles = new Map(vacancies.map(({ reference, title }) => [reference, title]));
  // Who stands there is for those who read applications, on a page of its own that asks them again.
  const reads = permits(actor.roles, 'applications:read');
  const day = (civil: string | null) => (civil === null ? t.terms['no-end'] : { day: civil });
  return {
    key: 'lists',
    caption: t.listsCaption,
    empty: t.none,
    columns: [
      { heading: FIGURES_TEXTS[language].reference },
      { heading: FIGURES_TEXTS[language].vacancyTitle },
      { heading: t.people, numeric: true },
      { heading: t.first },
      { heading: t.last },
    ],
    rows: listsOf(leaving).map(({ reference, people, first, last }) => ({
      key: reference,
      cells: [reference, titleIn(titles.get(reference) ?? {}, language), people, day(first), day(last)],
      href: `/staff/vacancies/${reference}${reads ? '/applications' : ''}`,
    })),
  };
}
