import { LANGUAGES } from '../../platform/language.ts';
import { countryName } from '../../regulations/organisation/countries.ts';
import { formatZone } from '../../site/dates.ts';
import type { RuleEntry, RulebookQuestion } from './rule-entry.ts';
import { RULEBOOK_TEXTS } from './rulebook-texts.ts';

/** What every notice says, and the catalogues that notices draw on. */
export const noticesChapter = (question: RulebookQuestion): RuleEntry[] => [
  paragraphs(question),
  bodies(question),
  accountabilities(question),
  competencies(question),
];

function paragraphs({ organisation, language }: RulebookQuestion): RuleEntry {
  const t = RULEBOOK_TEXTS[language].paragraphs;
  const clauseName = (code: string | null) =>
    organisation.contractClauses.find((clause) => clause.code === code)?.name[language];
  return {
    rules: [],
    title: t.title,
    decides: [t.decides],
    table: {
      columns: t.columns,
      rows: organisation.standardParagraphs.map(({ rule, text, clause, source }) => ({
        cells: [text[language], clauseName(clause) ?? t.every],
        rules: [rule],
        source: source[language],
      })),
    },
    source: t.source,
  };
}

function bodies({ organisation: { bodies: all, dutyStations }, language }: RulebookQuestion): RuleEntry {
  const t = RULEBOOK_TEXTS[language].bodies;
  return {
    rules: [],
    title: t.title,
    decides: [],
    table: {
      columns: t.columns,
      rows: all.flatMap(({ name, dutyStation }) =>
        dutyStations
          .filter(({ code }) => code === dutyStation)
          .map(({ city, country, zone }) => ({
            cells: [name[language], `${city[language]}, ${countryName(country, language)}`, formatZone(zone, language)],
          })),
      ),
    },
    source: t.source,
  };
}

function accountabilities({ vocabulary: { data }, language }: RulebookQuestion): RuleEntry {
  const t = RULEBOOK_TEXTS[language];
  return {
    rules: [],
    title: t.accountabilities.title,
    decides: [t.accountabilities.decides],
    table: {
      columns: t.accountabilities.columns,
      languages: LANGUAGES,
      rows: Object.values(data.accountabilityHeadings).map((forms) => ({
        cells: LANGUAGES.map((each) => forms[each][0] ?? t.notGiven),
      })),
    },
    source: data.source[language],
  };
}

function competencies({ vocabulary: { data }, language }: RulebookQuestion): RuleEntry {
  const t = RULEBOOK_TEXTS[language];
  return {
    rules: [],
    title: t.competencies.title,
    decides: [t.competencies.decides],
    table: {
      columns: t.competencies.columns,
      rows: Object.values(data.competencies).map((competency) => ({
        cells: [
          competency[language]?.[0] ?? t.notGiven,
          competency.indicators.map((indicator) => indicator[language] ?? t.notGiven).join(' · '),
        ],
      })),
    },
    source: data.source[language],
  };
}
