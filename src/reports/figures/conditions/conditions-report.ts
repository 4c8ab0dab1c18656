import { civilDayIn } from '../../../site/dates.ts';
import { formatNumber } from '../../../site/numbers.ts';
import { countedVacancies } from '../counted-vacancies-queries.ts';
import { percentile } from '../percentile.ts';
import type { Figures, FigureTable, Reading, Report } from '../report.ts';
import { conditionSteps } from './conditions-queries.ts';
import { CONDITIONS_REPORT_TEXTS } from './conditions-texts.ts';
import { ageOf, AGES, bandOf, type Age } from './conditions.ts';

/** How long the conditions before an appointment are open, and took. Nobody is named, and nothing medical is counted. */
export const CONDITIONS_REPORT: Report = {
  code: 'conditions',
  permission: 'figures:read',
  title: { en: CONDITIONS_REPORT_TEXTS.en.title, fr: CONDITIONS_REPORT_TEXTS.fr.title },
  about: { en: CONDITIONS_REPORT_TEXTS.en.about, fr: CONDITIONS_REPORT_TEXTS.fr.about },
  figures: conditionFigures,
};

type Aged = Age & { condition: string };

async function conditionFigures(reading: Reading): Promise<Figures> {
  const { db, organisation, language, now } = reading;
  const t = CONDITIONS_REPORT_TEXTS[language];
  const conditions = organisation.appointment.conditions.filter(({ kind }) => kind !== 'medical');
  const references = (await countedVacancies(reading)).map(({ reference }) => reference);
  const stepped = await conditionSteps(db, { references, conditions: conditions.map(({ code }) => code) });
  const aged = stepped.flatMap(({ zone, condition, steps }): Aged[] => {
    const age = ageOf(steps, civilDayIn(now, zone));
    return age ? [{ ...age, condition }] : [];
  });
  const named = conditions.map(({ code, name }) => ({ code, name: name[language] }));
  return { notes: [t.howMade, t.notHere], tables: [agesTable(aged, reading), conditionsTable(aged, named, reading)] };
}

function agesTable(aged: readonly Aged[], { language }: Reading): FigureTable {
  const t = CONDITIONS_REPORT_TEXTS[language];
  const counts = AGES.map((age) => ({
    age,
    open: aged.filter(({ state, days }) => state === 'open' && bandOf(days) === age).length,
  }));
  return {
    key: 'ages',
    caption: t.agesCaption,
    empty: t.none,
    columns: [{ heading: t.age }, { heading: t.open, numeric: true }],
    rows: aged.length === 0 ? [] : counts.map(({ age, open }) => ({ key: age, cells: [t.ages[age], open] })),
    chart: {
      title: t.chart,
      description: t.chartNote,
      bars: counts.map(({ age, open }) => ({
        key: age,
        label: t.ages[age],
        value: open,
        text: formatNumber(open, language),
      })),
    },
  };
}

type Named = { code: string; name: string };

function conditionsTable(aged: readonly Aged[], named: readonly Named[], { language }: Reading): FigureTable {
  const t = CONDITIONS_REPORT_TEXTS[language];
  return {
    key: 'conditions',
    caption: t.conditionsCaption,
    empty: t.none,
    columns: [
      { heading: t.condition },
      ...[t.open, t.oldest, t.settled, t.median, t.ninety].map((heading) => ({ heading, numeric: true })),
    ],
    rows: named.flatMap(({ code, name }) => {
      const own = aged.filter(({ condition }) => condition === code);
      const daysOf = (state: Age['state']) => own.filter((one) => one.state === state).map(({ days }) => days);
      const [open, settled] = [daysOf('open'), daysOf('settled')];
      const rank = (inHundred: number) => percentile(settled, inHundred) ?? null;
      const oldest = open.length === 0 ? null : Math.max(...open);
      const cells = [name, open.length, oldest, settled.length, rank(50), rank(90)];
      return own.length === 0 ? [] : [{ key: code, cells }];
    }),
  };
}
