import { countryName } from '../../../regulations/organisation/countries.ts';
import { formatNumber, plural } from '../../../site/numbers.ts';
import { groupsFrom, NONE, SEVERAL } from '../../balance/balance.ts';
import { BALANCE_TEXTS } from '../../balance/balance-texts.ts';
import { nationalityCountsOf } from '../../balance/balance-queries.ts';
import { countedVacancies } from '../counted-vacancies-queries.ts';
import type { Cell, Figures, Reading, Report } from '../report.ts';
import { NATIONS_TEXTS } from './nations-texts.ts';
import { nationsOf, type NationRow, type Nations } from './nations.ts';

/** How many people of each nation applied and how far they got, over the competitions that are decided. */
export const NATIONS_REPORT: Report = {
  code: 'nations',
  permission: 'equality:read',
  title: { en: NATIONS_TEXTS.en.title, fr: NATIONS_TEXTS.fr.title },
  about: { en: NATIONS_TEXTS.en.about, fr: NATIONS_TEXTS.fr.about },
  figures: nationFigures,
};

async function nationFigures(reading: Reading): Promise<Figures> {
  const { db, actor, organisation, language } = reading;
  const t = NATIONS_TEXTS[language];
  const stages = organisation.selection.stages.filter(({ invitation }) => invitation);
  // As long as applications come in, the balance of a competition changes with each.
  const vacancies = (await countedVacancies(reading)).filter(
    ({ status }) => status === 'closed' || status === 'filled',
  );
  const references = vacancies.map(({ reference }) => reference);
  const found = await nationalityCountsOf(db, actor, { references, stages: stages.map(({ code }) => code) });
  const levels = stages.length + 2;
  const competitions = [...(found ?? new Map<string, never>()).values()].map(({ undecided, counts }) => ({
    undecided,
    groups: groupsFrom(counts, levels),
  }));
  const smallest = organisation.equality.smallestShown;
  const nations = nationsOf(competitions, { levels, smallest });
  const names = [...stages.map(({ name }) => name[language]), BALANCE_TEXTS[language].suitable];
  const left = [
    ...(nations.underWay > 0 ? [plural(nations.underWay, t.underWay, language)] : []),
    ...(nations.tooSmall > 0 ? [plural(nations.tooSmall, t.tooSmall, language)] : []),
  ];
  return {
    notes: [t.howMade, t.suppressed(smallest), plural(nations.counted, t.counted, language), ...left],
    tables: [tableOf(nations, names, reading)],
  };
}

function tableOf(nations: Nations, names: readonly string[], { language }: Reading) {
  const t = NATIONS_TEXTS[language];
  const rows = [
    ...nations.rows.map((row) => ({ ...row, name: nameOf(row.code, language) })),
    ...(nations.together ? [{ ...nations.together, code: 'together', name: t.together }] : []),
    { ...nations.everybody, code: 'everybody', name: BALANCE_TEXTS[language].everybody },
  ];
  const cells = ({ name, received, levels }: NationRow & { name: string }): Cell[] => [
    name,
    received,
    // The first level is what was received.
    ...levels.slice(1).map(({ received: whole, reached: part }) => (whole === 0 ? null : { part, whole })),
  ];
  return {
    key: 'nations',
    caption: t.caption,
    note: t.cellNote,
    empty: t.none,
    columns: [
      { heading: t.nation },
      { heading: t.received, numeric: true },
      ...names.map((heading) => ({ heading, numeric: true, whole: t.whole(heading) })),
    ],
    rows: nations.counted === 0 ? [] : rows.map((row) => ({ key: row.code, cells: cells(row) })),
    chart: {
      title: t.chart,
      description: t.chartNote,
      bars: rows
        .filter(({ code }) => code !== 'everybody')
        .map(({ code, name, received }) => ({
          key: code,
          label: name,
          value: received,
          text: formatNumber(received, language),
        })),
    },
  };
}

const nameOf = (code: string, language: Reading['language']): string => {
  const t = BALANCE_TEXTS[language];
  return code === SEVERAL ? t.several : code === NONE ? t.none : countryName(code, language);
};
