import { compareAge } from '../eligibility/age.ts';
import { addMonths } from '../civil-dates.ts';
import { compareClearance, type ClearanceQuestion, type HeldClearance } from '../eligibility/clearance.ts';
import { COUNTRY_CODES } from '../organisation/countries.ts';
import { daysBetween, type Draw } from './draw-bench.ts';
import {
  assessEligibility,
  type AssessedOn,
  type CandidateFacts,
  type VacancyFacts,
} from '../eligibility/eligibility-assessment.ts';
import { eligibleNationality } from '../eligibility/eligibility.ts';
import { countExperience, type WorkPeriod } from '../eligibility/experience.ts';
import { compareLanguages, meetsLanguage, type LanguageRequirement } from '../eligibility/language-levels.ts';
import { compareLanguageParts, type LanguageLevels, type LanguagePart } from '../eligibility/language-requirement.ts';
import type { LanguageScheme, Organisation } from '../organisation/organisation.ts';
import type { BenchedRule } from './benched-rule.ts';
import { isKnockedOut, problemsOf } from '../questions/question.ts';
import { QUESTION } from '../questions/question-schema.ts';
import { serviceEnd } from '../contracts/service-end.ts';

/** The days that count; before 2020, the third organisation had other rules. */
const DAYS = daysBetween('2019-01-01', '2028-12-31');
const WORK_STARTS = daysBetween('2005-01-01', '2018-12-31');
const BIRTHS = daysBetween('1958-01-01', '2010-12-31');
const PERIODS = 6;

/** A question as one vacancy may ask it. */
const words = (text: string) => ({ en: text, fr: text });
const YEARS_AT_SEA = QUESTION.parse({
  code: 'q1',
  kind: 'number',
  text: words('Years at sea'),
  knockOut: { rule: 'E6', source: words('Notice, section 2'), below: 5 },
});

/** What is asked of a candidate, and what their age decides. */
export const CANDIDATE_RULES: readonly BenchedRule[] = [
  {
    name: 'nationality',
    rule: eligibleNationality,
    decision(organisation, draw) {
      const nationalities = nationalitiesFrom(organisation, draw);
      const on = draw(DAYS);
      return () => eligibleNationality(organisation, nationalities, on);
    },
  },
  {
    name: 'languages, part by part',
    rule: compareLanguageParts,
    decision({ languages }, draw) {
      const parts = languageParts(languages, draw);
      const levels = languageLevels(languages, draw);
      return () => compareLanguageParts(languages, parts, levels);
    },
  },
  {
    name: 'languages, one and the other',
    rule: compareLanguages,
    decision({ languages }, draw) {
      const requirement = languagePair(languages, draw);
      const levels = languageLevels(languages, draw);
      return () => compareLanguages(languages, requirement, levels);
    },
  },
  {
    name: 'languages, yes or no',
    rule: meetsLanguage,
    decision({ languages }, draw) {
      const requirement = languagePair(languages, draw);
      const levels = languageLevels(languages, draw);
      return () => meetsLanguage(languages, requirement, levels);
    },
  },
  {
    name: 'answer to a question',
    rule: problemsOf,
    decision({ questions }, draw) {
      const question = draw(questions);
      const given = { answer: [draw(['yes', 'no', ''])], details: draw(['', 'A cousin.']), reason: '' };
      return () => problemsOf(question, given);
    },
  },
  {
    name: 'answer that a rule speaks against',
    rule: isKnockedOut,
    decision(_organisation, draw) {
      const given = { answer: [draw(['4', '5', '12', ''])], details: '', reason: '' };
      return () => isKnockedOut(YEARS_AT_SEA, given);
    },
  },
  {
    name: 'clearance',
    rule: compareClearance,
    decision(organisation, draw) {
      const question = clearanceQuestion(organisation, draw);
      return () => compareClearance(organisation, question);
    },
  },
  {
    name: `experience, ${PERIODS} overlapping periods`,
    rule: countExperience,
    decision(organisation, draw) {
      const periods = workPeriods(draw);
      const day = { on: draw(DAYS), qualifiedOn: draw([undefined, draw(WORK_STARTS), draw(WORK_STARTS)]) };
      return () => countExperience(organisation, periods, day);
    },
  },
  {
    name: 'eligibility as a whole',
    rule: assessEligibility,
    decision(organisation, draw) {
      const asked = wholeQuestion(organisation, draw);
      return () => assessEligibility(organisation, asked);
    },
  },
  {
    name: 'age on taking up the post',
    rule: compareAge,
    decision(organisation, draw) {
      const grade = draw([undefined, ...organisation.grades.order]);
      const question = { grade, bornOn: draw(BIRTHS), startsOn: draw(DAYS), on: draw(DAYS) };
      return () => compareAge(organisation, question);
    },
  },
  {
    name: 'end of service',
    rule: serviceEnd,
    decision(organisation, draw) {
      const bornOn = draw([undefined, draw(BIRTHS), draw(BIRTHS), draw(BIRTHS)]);
      const question = { grade: draw([undefined, ...organisation.grades.order]), bornOn, on: draw(DAYS) };
      return () => serviceEnd(organisation, question);
    },
  },
];

/** One or two nationalities, more often a member's than not. */
function nationalitiesFrom({ memberNations }: Organisation, draw: Draw): string[] {
  const members = memberNations.nations.map(({ country }) => country);
  const first = draw(draw([members, members, COUNTRY_CODES]));
  return draw([[first], [first, draw(COUNTRY_CODES)]]);
}

const languageLevels = ({ official, levels }: LanguageScheme, draw: Draw): LanguageLevels =>
  Object.fromEntries(
    [...official, 'ru'].map((language) => [language, draw([null, ...levels.map(({ code }) => code)])]),
  );

const languagePair = ({ levels }: LanguageScheme, draw: Draw): LanguageRequirement => ({
  one: draw(levels).code,
  other: draw(levels).code,
});

/** A pair or both languages, sometimes with one by name and with one that is not official. */
function languageParts(scheme: LanguageScheme, draw: Draw): LanguagePart[] {
  const level = draw(scheme.levels).code;
  const first = draw<LanguagePart>([
    { kind: 'either', ...languagePair(scheme, draw) },
    { kind: 'both', level },
  ]);
  const fixed: LanguagePart = { kind: 'fixed', language: draw(scheme.official), level };
  const extra: LanguagePart = { kind: 'extra', language: 'ru', level };
  return [first, ...draw([[], [fixed], [extra], [fixed, extra]])];
}

const requiredClearance = ({ clearances }: Organisation, draw: Draw): string | null =>
  draw([null, ...clearances.levels.map(({ code }) => code)]);

const clearanceQuestion = (organisation: Organisation, draw: Draw): ClearanceQuestion => ({
  required: requiredClearance(organisation, draw),
  held: draw([null, heldClearance(organisation, draw), heldClearance(organisation, draw)]),
  on: draw(DAYS),
  fastTrack: draw([true, false]),
});

function heldClearance({ clearances: { levels, issuers } }: Organisation, draw: Draw): HeldClearance | null {
  const codes = levels.map(({ code }) => code);
  if (codes.length === 0) return null;
  const issuer = draw([null, ...issuers.accepted.map(({ code }) => code)]);
  return { level: draw(codes), issuer, validUntil: draw([null, draw(DAYS), draw(DAYS)]) };
}

/** Posts of half a year to five years; several are held at once, some of them for half of the time. */
const workPeriods = (draw: Draw): WorkPeriod[] =>
  Array.from({ length: PERIODS }, (_, index) => {
    const from = draw(WORK_STARTS);
    const to = index === PERIODS - 1 ? null : addMonths(from, draw([6, 13, 24, 36, 60]));
    return { from, to, percent: draw([100, 100, 80, 50]) };
  });

function wholeQuestion(organisation: Organisation, draw: Draw) {
  const { held, fastTrack, required } = clearanceQuestion(organisation, draw);
  const candidate: CandidateFacts = {
    nationalities: nationalitiesFrom(organisation, draw),
    servingStaff: draw([true, false]),
    clearance: held,
    languages: languageLevels(organisation.languages, draw),
    work: workPeriods(draw),
    qualifiedOn: draw(WORK_STARTS),
  };
  const vacancy: VacancyFacts = {
    languages: languageParts(organisation.languages, draw),
    clearance: required,
    fastTrack,
    years: draw([3, 5, 8]),
    deadlineAt: new Date(`${draw(DAYS)}T22:59:59Z`),
  };
  const day: AssessedOn = { on: draw(DAYS), at: new Date(`${draw(DAYS)}T12:00:00Z`) };
  return { candidate, vacancy, ...day };
}
