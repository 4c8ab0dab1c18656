import type { Localized } from '../../platform/language.ts';
import { compareClearance, type ClearanceAnswer, type HeldClearance } from './clearance.ts';
import { eligibleNationality, type Eligibility, type NationalityRefusal } from './eligibility.ts';
import { countExperience, type Experience, type WorkPeriod } from './experience.ts';
import { inForce } from '../in-force.ts';
import {
  compareLanguageParts,
  type LanguageLevels,
  type LanguagePart,
  type LanguagesCompared,
} from './language-requirement.ts';
import type { Organisation } from '../organisation/organisation.ts';

/** What a person says of themselves; what they have not said is absent. */
export interface CandidateFacts {
  nationalities: readonly string[];
  servingStaff?: boolean | undefined;
  clearance?: HeldClearance | null | undefined;
  languages?: LanguageLevels | undefined;
  work?: readonly WorkPeriod[] | undefined;
  qualifiedOn?: string | undefined;
}

/** What a notice asks for. */
export interface VacancyFacts {
  languages: readonly LanguagePart[];
  clearance: string | null;
  fastTrack: boolean;
  /** Years of experience that an essential requirement names. */
  years?: number | undefined;
  deadlineAt?: Date | undefined;
}

export interface AssessedOn {
  /** The civil day whose rules count: that of the vacancy's publication. */
  on: string;
  /** The day on which a clearance must be valid, and until which work counts; by default the same. */
  factsOn?: string | undefined;
  /** The instant at which the application was received, or is now being begun. */
  at?: Date | undefined;
}

/** What the rules say of one thing. Only `not-met` keeps out, and it always says by which rule. */
export type AssessmentOutcome = 'met' | 'not-met' | 'for-a-person' | 'declare' | 'information';

interface Item<Kind extends string, Details extends object = object> {
  kind: Kind;
  rule: string;
  source: Localized;
  outcome: AssessmentOutcome;
  details: Details;
}
export type AssessmentItem =
  | Item<'nationality', { answer: Eligibility | NationalityRefusal }>
  | Item<'channel', { servingStaff: boolean | null }>
  | Item<'fast-track', { answer: ClearanceAnswer }>
  | Item<'issuers' | 'holders'>
  | Item<'requirements'>
  | Item<'languages', { answer: LanguagesCompared }>
  | Item<'experience', { years: number | null; counted: Experience | null }>
  | Item<'education'>
  | Item<'willingness', { declarations: string[] }>
  | Item<'reception', { at: Date | null; deadlineAt: Date | null }>
  | Item<'deadline', { time: string; zone: string }>;

export interface Assessment {
  /** False where a hard rule says no; whatever else there is, is for a person. */
  mayApply: boolean;
  items: AssessmentItem[];
}

interface Asked extends AssessedOn {
  rules: Organisation;
  candidate: CandidateFacts;
  vacancy: VacancyFacts;
}

/** Everything that the rules say of a person and a vacancy before a person looks at them (E1 to E10). */
export function assessEligibility(
  rules: Organisation,
  { candidate, vacancy, ...day }: { candidate: CandidateFacts; vacancy: VacancyFacts } & AssessedOn,
): Assessment {
  const asked: Asked = { rules, candidate, vacancy, ...day };
  const items = ASSESSMENTS.flatMap((assess) => assess(asked));
  return { mayApply: items.every(({ outcome }) => outcome !== 'not-met'), items };
}

function nationality({ rules, candidate, on }: Asked): AssessmentItem[] {
  const answer = eligibleNationality(rules, candidate.nationalities, on);
  const { rule, source } = rules.memberNations;
  const outcome = answer.ok ? 'met' : 'not-met';
  return [
    { kind: 'nationality', rule, source, outcome, details: { answer: answer.ok ? answer.value : answer.refusal } },
  ];
}

function channel({ rules, candidate, on }: Asked): AssessmentItem[] {
  const row = inForce(rules.eligibility.channels, on);
  const details = { servingStaff: candidate.servingStaff ?? null };
  return row ? [{ kind: 'channel', rule: row.rule, source: row.source, outcome: 'information', details }] : [];
}

/** A fast track is for those who hold a clearance already; who has not said so yet is asked, not refused. */
function fastTrack({ rules, candidate, vacancy, on, factsOn }: Asked): AssessmentItem[] {
  const row = inForce(rules.clearances.fastTrack, on);
  if (!vacancy.fastTrack || !row) return [];
  const answer = compareClearance(rules, {
    required: vacancy.clearance,
    held: candidate.clearance ?? null,
    on,
    validOn: factsOn,
    fastTrack: true,
  });
  const outcomes = { 'not-eligible': 'not-met', 'for-a-person': 'for-a-person' } as const;
  const judged = outcomes[answer.outcome as keyof typeof outcomes] ?? 'met';
  const outcome = candidate.clearance === undefined ? 'declare' : judged;
  const { rule, source, holders } = row;
  const { issuers } = rules.clearances;
  return [
    { kind: 'fast-track', rule, source, outcome, details: { answer } },
    { kind: 'issuers', rule: issuers.rule, source: issuers.source, outcome: 'information', details: {} },
    { kind: 'holders', rule: holders.rule, source, outcome: 'information', details: {} },
  ];
}

function requirements({ rules, on }: Asked): AssessmentItem[] {
  const row = inForce(rules.eligibility.requirements, on);
  return row ? [{ kind: 'requirements', rule: row.rule, source: row.source, outcome: 'information', details: {} }] : [];
}

/** Levels are the candidate's own estimate and are tested later, so they are shown and exclude nobody. */
function languages({ rules, candidate, vacancy }: Asked): AssessmentItem[] {
  if (vacancy.languages.length === 0) return [];
  const { rule, source } = rules.eligibility.languages;
  const answer = compareLanguageParts(rules.languages, vacancy.languages, candidate.languages ?? {});
  const outcome = candidate.languages === undefined ? 'declare' : answer.outcome === 'met' ? 'met' : 'for-a-person';
  return [{ kind: 'languages', rule, source, outcome, details: { answer } }];
}

function experience({ rules, candidate, vacancy, on, factsOn }: Asked): AssessmentItem[] {
  const row = inForce(rules.eligibility.experience, on);
  if (!row) return [];
  const counted = countExperience(rules, candidate.work ?? [], {
    on,
    until: factsOn,
    qualifiedOn: candidate.qualifiedOn,
  });
  const details = { years: vacancy.years ?? null, counted: candidate.work && counted.ok ? counted.value : null };
  return [{ kind: 'experience', rule: row.rule, source: row.source, outcome: 'for-a-person', details }];
}

function education({ rules, on }: Asked): AssessmentItem[] {
  const row = inForce(rules.eligibility.education, on);
  return row ? [{ kind: 'education', rule: row.rule, source: row.source, outcome: 'for-a-person', details: {} }] : [];
}

function willingness({ rules }: Asked): AssessmentItem[] {
  const { rule, source, declarations } = rules.eligibility.willingness;
  const details = { declarations: declarations.map(({ code }) => code) };
  return [{ kind: 'willingness', rule, source, outcome: 'declare', details }];
}

function reception({ rules, vacancy: { deadlineAt }, at }: Asked): AssessmentItem[] {
  const { rule, source } = rules.eligibility.reception;
  const details = { at: at ?? null, deadlineAt: deadlineAt ?? null };
  const outcome = !at || !deadlineAt ? 'information' : at.getTime() <= deadlineAt.getTime() ? 'met' : 'not-met';
  return [{ kind: 'reception', rule, source, outcome, details }];
}

function deadline({ rules, on }: Asked): AssessmentItem[] {
  const row = inForce(rules.deadlines, on);
  if (!row) return [];
  const details = { time: row.time, zone: row.zone };
  return [{ kind: 'deadline', rule: 'E10', source: row.source, outcome: 'information', details }];
}

/** In the order in which a candidate reads them. */
const ASSESSMENTS: readonly ((asked: Asked) => AssessmentItem[])[] = [
  nationality,
  channel,
  fastTrack,
  requirements,
  languages,
  experience,
  education,
  willingness,
  reception,
  deadline,
];
