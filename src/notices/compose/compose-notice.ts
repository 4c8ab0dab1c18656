import { LANGUAGES, type Language, type Localized } from '../../platform/language.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import type { Post } from '../../regulations/organisation/notices-schema.ts';
import { salaryOf } from '../../regulations/pay/salary.ts';
import type { NoticeRecord, NoticeSalary, RequiredCompetency } from '../notice.ts';
import { isBudgetNote } from '../import/summary.ts';
import { wordsOf } from '../import/words.ts';
import type { OrganisationFolder } from '../organisation-folder.ts';
import type { Vocabulary } from '../vocabulary.ts';
import {
  languageItem,
  STANDARD_PLACES,
  standardTexts,
  type PrintingRules,
  type StandardPlace,
} from './standard-texts.ts';

/** What a notice begun from a post is made with: the rules in force on a civil day, and the catalogue. */
export type ComposeRules = {
  readonly organisation: Organisation;
  readonly vocabulary: Vocabulary;
  readonly on: string;
};

const EMPTY: Localized<readonly string[]> = { en: [], fr: [] };

const BLANK: NoticeRecord = {
  reference: null,
  title: {},
  location: null,
  body: null,
  schedule: 'full-time',
  deadline: null,
  salary: null,
  grades: [],
  clearance: null,
  budgetPending: false,
  fastTrack: false,
  attachments: [],
  summary: EMPTY,
  challenges: EMPTY,
  essential: EMPTY,
  desirable: EMPTY,
  languages: null,
  accountabilities: { en: [], fr: [] },
  interrelationships: {},
  directReports: { count: 0, breakdown: [] },
  indirectReports: { count: 0 },
  competencies: { en: [], fr: [] },
  contract: { clause: null, twinGradeNote: false },
  provisionalSchedule: [],
  closingDuty: {},
  introductions: { essential: {}, desirable: {}, competencies: {} },
  otherText: { preamble: EMPTY, requirements: EMPTY, contract: EMPTY, application: EMPTY, additional: EMPTY },
  otherFields: { en: [], fr: [] },
  otherSections: { en: [], fr: [] },
  links: EMPTY,
};

/**
 * A notice begun from a post: what is the same each time the post falls vacant stands in it, in every language, with the
 * salary of the scale on the day; summary, requirements and the texts of the accountabilities are for people to write.
 */
export function noticeOfPost(post: Post, reference: string, rules: ComposeRules): NoticeRecord {
  const { organisation } = rules;
  const station = organisation.dutyStations.find(({ code }) => code === post.dutyStation);
  const { introductions, closingDuty } = organisation.notices.printed;
  const blank: NoticeRecord = {
    ...BLANK,
    reference,
    title: both(post.title),
    location: station ? { country: station.country, city: station.city.en } : null,
    body: post.body,
    grades: post.grades,
    salary: station ? salaryOn(post.grades, station.country, rules) : null,
    clearance: post.clearance,
    summary: perLanguage((language) => [unitSentence(post, language, organisation)]),
    languages: post.languages,
    accountabilities: perLanguage((language) => headingsOf(post, language, rules.vocabulary)),
    competencies: perLanguage((language) => competenciesOf(post, language, rules.vocabulary)),
    contract: { clause: post.clause, twinGradeNote: post.grades.length === 2 },
    closingDuty: both(closingDuty),
    introductions: {
      essential: both(introductions.essential),
      desirable: both(introductions.desirable),
      competencies: both(introductions.competencies),
    },
  };
  return withStandardTexts(blank, blank, organisation);
}

/**
 * A notice begun from an earlier one: its texts, with another reference, no deadline, the salary of the scale on the day
 * and the standard paragraphs as they are now. Those of the earlier notice that were its own stay.
 */
export function noticeOfEarlier(earlier: NoticeRecord, reference: string, rules: ComposeRules): NoticeRecord {
  const { organisation } = rules;
  const { openEnded: _, ...kept } = earlier;
  const country = earlier.location?.country;
  const salary = country ? salaryOn(earlier.grades, country, rules) : null;
  const begun: NoticeRecord = {
    ...kept,
    reference,
    deadline: null,
    budgetPending: false,
    provisionalSchedule: [],
    salary: salary ?? earlier.salary,
  };
  return withStandardTexts(begun, earlier, organisation);
}

function salaryOn(grades: readonly string[], country: string, { organisation, on }: ComposeRules): NoticeSalary | null {
  const answer = salaryOf(organisation, { grades, country, on });
  if (answer.kind !== 'known') return null;
  const { amountMinor, currency, period } = answer;
  return { amountMinor, currency, period };
}

const unitSentence = ({ unit }: Post, language: Language, { notices }: Organisation): string =>
  notices.printed.unit[language].replace('{unit}', unit[language]);

const both = ({ en, fr }: Localized): Localized => ({ en, fr });
const perLanguage = <Value>(of: (language: Language) => Value): Localized<Value> => ({ en: of('en'), fr: of('fr') });

const headingsOf = ({ accountabilities }: Post, language: Language, { data }: Vocabulary) =>
  accountabilities.flatMap((code) => {
    const heading = data.accountabilityHeadings[code];
    return heading ? [{ heading: curly(heading[language][0]), text: '' }] : [];
  });

const competenciesOf = ({ competencies }: Post, language: Language, { data }: Vocabulary): RequiredCompetency[] =>
  competencies.flatMap(({ code, indicator }) => {
    const competency = data.competencies[code];
    const text = competency?.indicators[indicator - 1]?.[language];
    return competency && text !== undefined ? [{ name: curly(competency[language][0]), indicator: curly(text) }] : [];
  });

/** Catalogues are written with straight apostrophes; notices are printed with curly ones. */
const curly = (text = ''): string => text.replaceAll("'", '’');

/**
 * Puts the standard texts that the facts of a notice call for in the place of those that its facts called for `before`;
 * what people added stands after them, as it was.
 */
export function withStandardTexts(notice: NoticeRecord, before: NoticeRecord, rules: PrintingRules): NoticeRecord {
  const [old, now] = [standardTexts(before, rules), standardTexts(notice, rules)];
  const inPlace = (place: StandardPlace): Localized<readonly string[]> =>
    perLanguage((language) => {
      const standard = now.filter((text) => text.place === place).map(({ text }) => text[language]);
      const known = new Set([...standard, ...old.map(({ text }) => text[language])]);
      return [...standard, ...notice.otherText[place][language].filter((text) => !known.has(text))];
    });
  const places = Object.fromEntries(STANDARD_PLACES.map((place) => [place, inPlace(place)]));
  const otherText = { ...notice.otherText, ...places } as NoticeRecord['otherText'];
  return { ...notice, otherText, essential: withLanguageItem(notice, before, rules) };
}

/**
 * Says, or no longer says, that the budget of the post is pending: in the record, and in the line that notices print. A
 * line that says so in other words, as a notice from elsewhere has it, gives way to it.
 */
export function withBudgetLine(
  notice: NoticeRecord,
  pending: boolean,
  { organisation, vocabulary }: OrganisationFolder,
): NoticeRecord {
  if (notice.budgetPending === pending) return notice;
  const line = organisation.notices.printed.budgetPending;
  const preamble = perLanguage((language) => {
    const others = notice.otherText.preamble[language].filter(
      (text) => text !== line[language] && !isBudgetNote(wordsOf(text), vocabulary),
    );
    return pending ? [line[language], ...others] : others;
  });
  return { ...notice, budgetPending: pending, otherText: { ...notice.otherText, preamble } };
}

/**
 * The item on languages is the last of the essential ones in each language; where fewer stand in one, empty items keep
 * its place, so that it stays beside its counterpart.
 */
function withLanguageItem(notice: NoticeRecord, before: NoticeRecord, rules: PrintingRules): NoticeRecord['essential'] {
  const [old, now] = [languageItem(before, rules), languageItem(notice, rules)];
  const own = perLanguage((language) =>
    notice.essential[language].filter((text) => text !== old?.[language] && text !== now?.[language]),
  );
  if (!now) return own;
  const length = Math.max(...LANGUAGES.map((language) => own[language].length));
  return perLanguage((language) => {
    const missing = Array.from({ length: length - own[language].length }, () => '');
    return [...own[language], ...missing, now[language]];
  });
}

/** How many paragraphs of a place are standard: they stand first, and people do not write in them. */
export function standardCount(notice: NoticeRecord, place: StandardPlace, rules: PrintingRules): number {
  const standard = standardTexts(notice, rules).filter((text) => text.place === place);
  const [first] = LANGUAGES;
  const differs = standard.findIndex(({ text }, index) => text[first] !== notice.otherText[place][first][index]);
  return differs < 0 ? standard.length : differs;
}
