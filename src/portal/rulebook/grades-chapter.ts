import { countryName } from '../../regulations/organisation/countries.ts';
import { formatMonths } from '../../regulations/contracts/contract-texts.ts';
import { inForce } from '../../regulations/in-force.ts';
import { PERIODS } from '../../regulations/pay/salary-texts.ts';
import { salaryOf } from '../../regulations/pay/salary.ts';
import { formatDate } from '../../site/dates.ts';
import { formatMoney } from '../../site/numbers.ts';
import { joinedSources } from './joined-sources.ts';
import { rowsInForce } from './rows-in-force.ts';
import type { RuleEntry, RulebookQuestion, RuleTable } from './rule-entry.ts';
import { RULEBOOK_TEXTS } from './rulebook-texts.ts';

/** Grades, salaries, twin grades (C13 to C16) and similar posts (O1). */
export const gradesChapter = (question: RulebookQuestion): RuleEntry[] => [
  gradeOrder(question),
  salaries(question),
  ...twinGrades(question),
  ...similarPost(question),
];

function gradeOrder({ organisation: { grades }, language }: RulebookQuestion): RuleEntry {
  const t = RULEBOOK_TEXTS[language];
  const { order, families, olderNames, olderNamesSource, source, comparableAcrossFamilies } = grades;
  const older = (grade: string) => Object.entries(olderNames).find(([, now]) => now === grade)?.[0];
  const named = (grade: string) => (older(grade) ? `${grade} (${older(grade)})` : grade);
  return {
    rules: [],
    title: t.grades.title,
    decides: [
      t.grades.order.replace('{grades}', order.join(', ')),
      t.comparable[comparableAcrossFamilies === null ? 'open' : comparableAcrossFamilies ? 'yes' : 'no'],
    ],
    table: {
      columns: t.grades.columns,
      rows: families.map(({ code, name, grades: within }) => ({
        cells: [
          code,
          name[language] ?? t.notGiven,
          order
            .filter((one) => within.includes(one))
            .map(named)
            .join(', '),
        ],
      })),
    },
    source: joinedSources([source, olderNamesSource], language),
  };
}

function salaries({ organisation, on, language }: RulebookQuestion): RuleEntry {
  const t = RULEBOOK_TEXTS[language].salaries;
  const { rule, source, appointmentStep, twinGrade, uniformAdjustment, adjusted } = organisation.salaries;
  const table = amountsInForce({ organisation, on, language });
  const sources = [source, appointmentStep.source, twinGrade?.source, uniformAdjustment?.source, adjusted?.source];
  return {
    rules: [rule],
    title: t.title,
    decides: [
      t.step.replace('{step}', String(appointmentStep.step)),
      ...(twinGrade ? [t.twinGrade[twinGrade.printed]] : []),
      ...(adjusted ? [t.adjusted[adjusted.rhythm]] : []),
      ...(uniformAdjustment?.holds ? [t.uniform] : []),
      table.rows.length === 0 ? t.nothingKnown : t.known,
    ],
    ...(table.rows.length > 0 && { table }),
    source: joinedSources(sources, language),
  };
}

/** What an appointment of that day pays, for each grade and country of which the scale says so. */
function amountsInForce({
  organisation,
  on,
  language,
}: Pick<RulebookQuestion, 'organisation' | 'on' | 'language'>): RuleTable {
  const { order } = organisation.grades;
  const countries = [...new Set(organisation.salaries.rows.map(({ country }) => country))];
  const known = order.toReversed().flatMap((grade) =>
    countries.flatMap((country) => {
      const found = salaryOf(organisation, { grades: [grade], country, on });
      return found.kind === 'known' ? [{ grade, country, found }] : [];
    }),
  );
  return {
    columns: RULEBOOK_TEXTS[language].salaries.columns,
    rows: known.map(({ grade, country, found: { amountMinor, currency, period, row } }) => ({
      cells: [
        grade,
        countryName(country, language),
        `${formatMoney(amountMinor, currency, language)} ${PERIODS[period][language]}`,
        formatDate(row.from, language),
      ],
      source: row.source[language],
    })),
  };
}

function twinGrades({ organisation: { grades }, on, language }: RulebookQuestion): RuleEntry[] {
  const t = RULEBOOK_TEXTS[language].twinGrade;
  const row = inForce(grades.twinGrade, on);
  if (!row) return [{ rules: [], title: t.title, decides: [t.none], source: grades.source[language] }];
  const { appointment, advancement, reduction, direct, source } = row;
  const months = (count: number) => formatMonths(count, language);
  const rows = [
    { cells: [t.appointment], rules: [appointment.rule] },
    { cells: [t.advancement.replace('{months}', months(advancement.months))], rules: [advancement.rule] },
    ...(reduction
      ? [{ cells: [t.reduction.replace('{months}', months(reduction.upToMonths))], rules: [reduction.rule] }]
      : []),
    ...(direct ? [{ cells: [t.direct], rules: [direct.rule] }] : []),
  ];
  return [
    {
      rules: [],
      title: t.title,
      decides: [],
      table: { columns: t.columns, rows },
      source: source[language],
      rows: rowsInForce(grades.twinGrade, on),
    },
  ];
}

function similarPost({ organisation: { appointment }, on, language }: RulebookQuestion): RuleEntry[] {
  const t = RULEBOOK_TEXTS[language].similarPost;
  const row = inForce(appointment.similarPost, on);
  if (!row) return [];
  return [
    {
      rules: [row.rule],
      title: t.title,
      decides: [t.grade[row.grade], t.twinGrade[row.twinGradeCountsAs ?? 'open'], t.checkedAgain],
      source: row.source[language],
      rows: rowsInForce(appointment.similarPost, on),
    },
  ];
}
