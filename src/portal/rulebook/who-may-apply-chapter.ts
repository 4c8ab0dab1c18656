import { countryName } from '../../regulations/organisation/countries.ts';
import {
  ASSESSMENT_TITLES,
  explainAssessmentItem,
} from '../../regulations/eligibility/eligibility-assessment-texts.ts';
import { assessEligibility, type AssessmentItem } from '../../regulations/eligibility/eligibility-assessment.ts';
import { membersOn } from '../../regulations/eligibility/eligibility.ts';
import { inForce, type Dated } from '../../regulations/in-force.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { languageName } from '../../site/language-name.ts';
import { formatDate } from '../../site/dates.ts';
import { collator, joinList, plural } from '../../site/numbers.ts';
import { joinedSources } from './joined-sources.ts';
import { rowsInForce } from './rows-in-force.ts';
import type { RuleEntry, RulebookQuestion, RuleTable } from './rule-entry.ts';
import { RULEBOOK_TEXTS } from './rulebook-texts.ts';

/** Nationality, doors, requirements, languages, clearances, age, and the deadline (E1 to E10, b3). */
export function whoMayApplyChapter(question: RulebookQuestion): RuleEntry[] {
  return [
    nationality(question),
    ...assessed(question),
    ...age(question),
    languageLevels(question),
    clearanceLevels(question),
  ];
}

function nationality({ organisation, on, language }: RulebookQuestion): RuleEntry {
  const t = RULEBOOK_TEXTS[language];
  const { rule, source, nations } = organisation.memberNations;
  const { compare } = collator(language);
  const rows = nations
    .map(({ country, from, until }) => [
      countryName(country, language),
      formatDate(from, language),
      until === null ? '–' : formatDate(until, language),
    ])
    .toSorted(([a = ''], [b = '']) => compare(a, b));
  return {
    rules: [rule],
    title: t.nationality.title,
    decides: [plural(membersOn(organisation, on).length, t.nationality.decides, language)],
    table: { columns: t.nationality.columns, rows: rows.map((cells) => ({ cells })) },
    source: source[language],
  };
}

/** What the assessment says before anybody has said anything of themselves: the rule itself. */
function assessed(question: RulebookQuestion): RuleEntry[] {
  const { organisation, on, language } = question;
  const t = RULEBOOK_TEXTS[language];
  const vacancy = { languages: [], clearance: organisation.clearances.levels.at(-1)?.code ?? null, fastTrack: true };
  const { items } = assessEligibility(organisation, { candidate: { nationalities: [] }, vacancy, on });
  return items.flatMap((item): RuleEntry[] => {
    if (item.kind === 'nationality' || item.kind === 'languages') return [];
    const { sentence } = explainAssessmentItem(item, { rules: organisation, on })[language];
    const rows = datedRows(item, organisation);
    return [
      {
        rules: [item.rule],
        title: ASSESSMENT_TITLES[item.kind][language],
        decides: [item.kind === 'fast-track' ? t.fastTrack : sentence, ...more(item, question)],
        ...(item.kind === 'willingness' && { table: declarations(question) }),
        source: item.source[language],
        ...(rows && { rows: rowsInForce(rows, on) }),
      },
    ];
  });
}

const datedRows = ({ kind }: AssessmentItem, { eligibility, clearances, deadlines }: Organisation) => {
  const rows: Partial<Record<AssessmentItem['kind'], readonly Dated[]>> = {
    channel: eligibility.channels,
    'fast-track': clearances.fastTrack,
    requirements: eligibility.requirements,
    experience: eligibility.experience,
    education: eligibility.education,
    deadline: deadlines,
  };
  return rows[kind];
};

/** What a rule settles beside the sentence of its answer, or leaves to a person. */
function more({ kind }: AssessmentItem, { organisation, on, language }: RulebookQuestion): string[] {
  const t = RULEBOOK_TEXTS[language];
  const { eligibility, clearances } = organisation;
  if (kind === 'fast-track') return [t.lowerLevel[inForce(clearances.fastTrack, on)?.lowerLevel ?? 'open']];
  if (kind !== 'experience') return [];
  const row = inForce(eligibility.experience, on);
  return [
    t.partTime[row?.partTime ?? 'open'],
    t.afterQualification[row?.afterQualificationOnly === null ? 'open' : row?.afterQualificationOnly ? 'yes' : 'no'],
  ];
}

const declarations = ({ organisation, language }: RulebookQuestion): RuleTable => ({
  columns: RULEBOOK_TEXTS[language].willingness,
  rows: organisation.eligibility.willingness.declarations.map(({ text }) => ({ cells: [text[language]] })),
});

function age({ organisation, on, language }: RulebookQuestion): RuleEntry[] {
  const t = RULEBOOK_TEXTS[language].age;
  const row = inForce(organisation.eligibility.age, on);
  if (!row) return [];
  const { minimum, serviceEnds } = row;
  const table = {
    columns: t.columns,
    rows: serviceEnds.map(({ grades, age: years }) => ({
      cells: [joinList(grades, language), plural(years, t.years, language)],
    })),
  };
  return [
    {
      rules: [row.rule],
      title: t.title,
      decides: [
        minimum === null ? t.noMinimum : plural(minimum, t.minimum, language),
        serviceEnds.length === 0 ? t.noEnd : t.serviceEnds,
      ],
      ...(serviceEnds.length > 0 && { table }),
      source: row.source[language],
      rows: rowsInForce(organisation.eligibility.age, on),
    },
  ];
}

/** The scale of levels, each by its name in every official language; one that no source gives is said to be missing. */
function languageLevels({ organisation, language }: RulebookQuestion): RuleEntry {
  const t = RULEBOOK_TEXTS[language];
  const { levels, official, officialSource, source } = organisation.languages;
  const { rule, source: declared } = organisation.eligibility.languages;
  const names = official.map((code) => languageName(code, language));
  return {
    rules: [...new Set([rule, 'b3'])],
    title: t.languages.title,
    decides: [t.languages.official.replace('{languages}', joinList(names, language)), t.languages.levels],
    table: {
      columns: [t.languages.level, ...names],
      rows: levels.map(({ code, name }) => ({ cells: [code, ...official.map((each) => name[each] ?? t.notGiven)] })),
    },
    source: joinedSources([officialSource, source, declared], language),
  };
}

/** The levels; without a fast track, the rule on issuers has its place here. */
function clearanceLevels({ organisation, on, language }: RulebookQuestion): RuleEntry {
  const t = RULEBOOK_TEXTS[language];
  const { levels, source, issuers, fastTrack } = organisation.clearances;
  const table = {
    columns: t.clearance.columns,
    rows: levels.map(({ code, name }) => ({ cells: [code, name[language] ?? name.en ?? t.notGiven] })),
  };
  return {
    rules: ['clearance', ...(inForce(fastTrack, on) ? [] : [issuers.rule])],
    title: t.clearance.title,
    decides: [levels.length === 0 ? t.clearance.none : t.clearance.order],
    ...(levels.length > 0 && { table }),
    source: source[language],
  };
}
