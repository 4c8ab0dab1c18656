import type { Language } from '../../../platform/language.ts';
import type { Organisation } from '../../../regulations/organisation/organisation.ts';
import { civilDayIn } from '../../../site/dates.ts';
import { formatNumber, plural } from '../../../site/numbers.ts';
import { countedVacancies, type CountedVacancy } from '../counted-vacancies-queries.ts';
import { daysBetween } from '../days.ts';
import { FIGURES_TEXTS } from '../figures-texts.ts';
import { percentile } from '../percentile.ts';
import type { Figures, FigureTable, Reading, Report, Row } from '../report.ts';
import { titleIn } from '../title-in.ts';
import { historiesOf } from './steps-queries.ts';
import { STEPS_TEXTS } from './steps-texts.ts';
import {
  orderOf,
  SPANS,
  spanOf,
  stageStep,
  takenSteps,
  waitingOf,
  type Span,
  type Step,
  type VacancyHistory,
} from './steps.ts';

/** How long each step takes on the way from a vacancy's beginning to its letters, and where vacancies wait now. */
export const STEPS_REPORT: Report = {
  code: 'times',
  permission: 'figures:read',
  title: { en: STEPS_TEXTS.en.title, fr: STEPS_TEXTS.fr.title },
  about: { en: STEPS_TEXTS.en.about, fr: STEPS_TEXTS.fr.about },
  figures: stepFigures,
};

async function stepFigures(reading: Reading): Promise<Figures> {
  const t = STEPS_TEXTS[reading.language];
  const vacancies = await countedVacancies(reading);
  const histories = await historiesOf(reading.db, vacancies);
  return {
    notes: [t.howMade, t.percentiles],
    tables: [
      stepsTable(histories, reading),
      spansTable(histories, reading),
      waitingTable(vacancies, histories, reading),
    ],
  };
}

/** The steps of all vacancies: the organisation's stages in their order, then those that it no longer has. */
function everyStep(histories: readonly VacancyHistory[], { selection }: Organisation): Step[] {
  const own = selection.stages.filter(({ invitation }) => invitation).map(({ code }) => code);
  const others = new Set(histories.flatMap(({ planned }) => planned.filter((code) => !own.includes(code))));
  return orderOf([...own, ...[...others].toSorted()]);
}

export function stepName(step: Step, { organisation, language }: Pick<Reading, 'organisation' | 'language'>): string {
  const t = STEPS_TEXTS[language];
  const stage = organisation.selection.stages.find(({ code }) => stageStep(code) === step);
  if (stage) return stage.name[language];
  return (t.steps as Readonly<Record<string, string>>)[step] ?? step.replace(/^stage:/, '');
}

type Counted = { key: string; name: string; days: readonly number[] };

function stepsTable(histories: readonly VacancyHistory[], reading: Reading): FigureTable {
  const { organisation, language, zone } = reading;
  const t = STEPS_TEXTS[language];
  const taken = Map.groupBy(
    histories.flatMap((history) => takenSteps(history, zone)),
    ({ step }) => step,
  );
  const counted = everyStep(histories, organisation).flatMap((step): Counted[] => {
    const days = (taken.get(step) ?? []).map((one) => one.days);
    return days.length === 0 ? [] : [{ key: step, name: stepName(step, reading), days }];
  });
  return timesTable(counted, {
    key: 'steps',
    caption: t.stepsCaption,
    chart: t.stepsChart,
    empty: t.noSteps,
    language,
  });
}

function spansTable(histories: readonly VacancyHistory[], { language, zone }: Reading): FigureTable {
  const t = STEPS_TEXTS[language];
  const counted = (Object.keys(SPANS) as Span[]).flatMap((span): Counted[] => {
    const days = histories.flatMap((history) => spanOf(history, span, zone) ?? []);
    return days.length === 0 ? [] : [{ key: span, name: t.spans[span], days }];
  });
  return timesTable(counted, { key: 'spans', caption: t.spansCaption, empty: t.noSpans, language });
}

type Shape = { key: string; caption: string; chart?: string; empty: string; language: Language };

function timesTable(counted: readonly Counted[], { key, caption, chart, empty, language }: Shape): FigureTable {
  const t = STEPS_TEXTS[language];
  const figured = counted.map(({ days, ...one }) => ({
    ...one,
    count: days.length,
    median: percentile(days, 50) ?? 0,
    ninetieth: percentile(days, 90) ?? 0,
  }));
  return {
    key,
    caption,
    empty,
    columns: [
      { heading: t.step },
      { heading: t.vacancies, numeric: true },
      { heading: t.median, numeric: true },
      { heading: t.ninetieth, numeric: true },
    ],
    rows: figured.map((one) => ({ key: one.key, cells: [one.name, one.count, one.median, one.ninetieth] })),
    chart:
      chart === undefined
        ? undefined
        : {
            title: chart,
            description: t.stepsChartNote,
            bars: figured.map(({ key: of, name, median, ninetieth }) => ({
              key: of,
              label: name,
              value: median,
              to: ninetieth,
              text: t.bar(plural(median, t.days, language), formatNumber(ninetieth, language)),
            })),
          },
  };
}

/** Where vacancies wait now, the longest first; on the same instant, by reference. */
function waitingTable(
  vacancies: readonly CountedVacancy[],
  histories: readonly VacancyHistory[],
  reading: Reading,
): FigureTable {
  const { language, zone, now } = reading;
  const t = STEPS_TEXTS[language];
  const titles = new Map(vacancies.map(({ reference, title }) => [reference, title]));
  const waiting = histories
    .flatMap((history) => waitingOf(history) ?? [])
    .toSorted((a, b) => a.since.getTime() - b.since.getTime() || (a.reference < b.reference ? -1 : 1));
  const rows = waiting.map(({ reference, step, since }): Row => {
    const title = titleIn(titles.get(reference) ?? {}, language);
    const days = daysBetween(since, now, zone);
    const cells = [reference, title, stepName(step, reading), { day: civilDayIn(since, zone) }, days];
    return { key: reference, cells, href: `/staff/vacancies/${reference}` };
  });
  return {
    key: 'waiting',
    caption: t.waitingCaption,
    note: t.waitingNote,
    empty: t.noneWaiting,
    columns: [
      { heading: FIGURES_TEXTS[language].reference },
      { heading: FIGURES_TEXTS[language].vacancyTitle },
      { heading: t.waitsAt },
      { heading: t.since },
      { heading: t.daysSince, numeric: true },
    ],
    rows,
  };
}
