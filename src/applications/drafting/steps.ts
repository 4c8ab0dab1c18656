import { addMonths, isCivilDate } from '../../regulations/civil-dates.ts';
import { isCountryCode } from '../../regulations/organisation/countries.ts';
import {
  eligibleNationality,
  type Eligibility,
  type NationalityRefusal,
} from '../../regulations/eligibility/eligibility.ts';
import type { Result } from '../../platform/result.ts';
import { compareClearance, type ClearanceAnswer } from '../../regulations/eligibility/clearance.ts';
import type { AnswerProblem } from '../../regulations/questions/question.ts';
import { rulesDay } from '../../vacancies/vacancy.ts';
import {
  asksClearance,
  clearanceGaps,
  heldFrom,
  type ClearanceGap,
  type StatedClearance,
} from '../eligibility/stated-clearance.ts';
import { questionGaps, unansweredByDocument } from '../questions/question-gaps.ts';
import { careerGaps, willingnessGaps, type EntryGap } from '../career/career-gaps.ts';
import { dayIn, questionsOf, type ApplicationRules, type AppliedVacancy, type Dossier } from '../application.ts';
import {
  countCharacters,
  LIMITS,
  NO_LEVEL,
  requirementsOf,
  STEPS,
  type Answers,
  type Requirement,
  type StepName,
} from '../answers.ts';

/** Something a submission needs that isn't there, or isn't right yet. `field` is the name of the form's field. */
export type Gap = { step: StepName; field: string } & GapProblem;

export type GapProblem =
  | { problem: 'missing' }
  | { problem: 'too-long'; length: number; limit: number }
  | { problem: 'unknown-country' | 'unknown-level' | 'unreadable-telephone' | 'no-birth-date' }
  | { problem: 'clearance'; gap: ClearanceGap }
  /** Requirements are told by their number, documents by their kind. */
  | { problem: 'requirement-missing'; number: number }
  | { problem: 'requirement-too-long'; number: number; length: number; limit: number }
  | { problem: 'document-missing'; kind: string }
  | { problem: 'question'; number: number; wrong: AnswerProblem }
  | Pick<EntryGap, 'problem' | 'name' | 'found' | 'step'>;

export type Step = { name: StepName; state: 'to-do' | 'optional' | 'incomplete' | 'done'; gaps: Gap[] };

/** The task list: each step with what it lacks. */
export function stepsOf(dossier: Dossier): Step[] {
  const gaps = gapsOf(dossier);
  return askedSteps(dossier.rules).map((name) => {
    const own = gaps.filter(({ step }) => step === name);
    return { name, gaps: own, state: stateOf(name, own, dossier) };
  });
}

/** The steps that the organisation's form has. */
export const askedSteps = ({ form }: ApplicationRules): StepName[] =>
  STEPS.filter((step) => !isAskedApart(step) || form[step].asked !== 'no');

const isAskedApart = (step: StepName): step is Exclude<keyof ApplicationRules['form'], 'birthDate'> =>
  step === 'education' || step === 'experience' || step === 'willingness';

function stateOf(name: StepName, gaps: Gap[], { application, documents, rules }: Dossier): Step['state'] {
  const untouched = name !== 'documents' && (application.answers.revisions[name] ?? 0) === 0;
  if (gaps.length === 0)
    return untouched && isAskedApart(name) && rules.form[name].asked === 'optional' ? 'optional' : 'done';
  const begun = name === 'documents' ? documents.length > 0 : (application.answers.revisions[name] ?? 0) > 0;
  return begun ? 'incomplete' : 'to-do';
}

/**
 * What stops a submission. A document that the notice asks for does not (A3): what follows from its absence is told
 * before submission and left to people.
 */
export const blockingGaps = (dossier: Dossier): Gap[] =>
  gapsOf(dossier).filter(({ problem }) => problem !== 'document-missing');

export function gapsOf(dossier: Dossier): Gap[] {
  const {
    application: { answers },
    vacancy,
    documents,
    rules,
  } = dossier;
  const { publishedAt, updatedAt } = vacancy;
  const clearanceAsked = asksClearance(vacancy.notice, rules, rulesDay({ publishedAt }, updatedAt));
  return [
    ...identityGaps(answers),
    ...birthDateGaps(answers, rules, rulesDay({ publishedAt }, updatedAt)),
    ...(clearanceAsked ? clearanceGaps(answers.identity.clearance, rules) : []).map((lacking): Gap => ({
      step: 'identity',
      field: lacking.field,
      problem: 'clearance',
      gap: lacking,
    })),
    ...careerGaps(answers, rules),
    ...languageGaps(answers, rules),
    ...requirementGaps(answers, requirementsOf(vacancy.notice)),
    ...questionGaps(questionsOf(dossier), answers.questions).map(({ field, number, wrong }): Gap => ({
      step: 'questions',
      problem: 'question',
      field,
      number,
      wrong,
    })),
    ...vacancy.notice.attachments
      .filter(({ kind }) => !documents.some((document) => document.kind === kind))
      .map(({ kind }) => ({ step: 'documents', field: kind, problem: 'document-missing', kind }) as const),
    ...unansweredByDocument(questionsOf(dossier), documents).map((lacking): Gap => ({
      step: 'documents',
      problem: 'question',
      ...lacking,
    })),
    ...willingnessGaps(answers, rules),
    ...declarationGaps(answers, rules),
  ];
}

const gap = (field: string, problem: GapProblem): Gap => ({ step: 'identity', field, ...problem });

function identityGaps({ identity }: Answers): Gap[] {
  const name = (field: 'givenNames' | 'familyName') => {
    const length = countCharacters(identity[field].trim());
    if (length === 0) return [gap(field, { problem: 'missing' })];
    return length > LIMITS.name ? [gap(field, { problem: 'too-long', length, limit: LIMITS.name })] : [];
  };
  const unknown = identity.nationalities.flatMap((code, index) =>
    isCountryCode(code) ? [] : [gap(`nationality-${index + 1}`, { problem: 'unknown-country' })],
  );
  const { residence } = identity;
  const { exception = '' } = identity;
  const length = countCharacters(exception.trim());
  const limit = LIMITS.exception;
  return [
    ...name('givenNames'),
    ...name('familyName'),
    ...(identity.nationalities.length === 0 ? [gap('nationality-1', { problem: 'missing' })] : unknown),
    ...(residence === '' ? [gap('residence', { problem: 'missing' })] : []),
    ...(residence !== '' && !isCountryCode(residence) ? [gap('residence', { problem: 'unknown-country' })] : []),
    ...telephoneGaps(identity.telephone.trim()).map((problem) => gap('telephone', problem)),
    ...(length > limit ? [gap('exception', { problem: 'too-long', length, limit })] : []),
  ];
}

/** At most as old as anybody is known to have become, and of an age at which work may begin anywhere (ILO C138, article 2(4)). */
const YEARS_OF_AGE = { least: 14, most: 122 } as const;

/** A day on which somebody who applies may have been born; whether they are too young or too old is no matter of the form. */
function birthDateGaps({ identity }: Answers, { form }: ApplicationRules, on: string): Gap[] {
  const { asked } = form.birthDate;
  const bornOn = identity.bornOn ?? '';
  if (asked === 'no' || (bornOn === '' && asked === 'optional')) return [];
  const { least, most } = YEARS_OF_AGE;
  const plausible =
    isCivilDate(bornOn) && bornOn <= addMonths(on, -12 * least) && bornOn >= addMonths(on, -12 * (most + 1));
  return plausible ? [] : [gap('bornOn', { problem: bornOn === '' ? 'missing' : 'no-birth-date' })];
}

function telephoneGaps(telephone: string): GapProblem[] {
  const length = countCharacters(telephone);
  if (length > LIMITS.telephone) return [{ problem: 'too-long', length, limit: LIMITS.telephone }];
  return telephone === '' || /^\+?[\d\s().\-/]{4,}$/.test(telephone) ? [] : [{ problem: 'unreadable-telephone' }];
}

function languageGaps({ languages }: Answers, rules: ApplicationRules): Gap[] {
  const levels = [NO_LEVEL, ...rules.languages.levels.map(({ code }) => code)];
  return rules.languages.official.flatMap((language): Gap[] => {
    const level = languages[language] ?? '';
    const place = { step: 'languages', field: `level-${language}` } as const;
    if (level === '') return [{ ...place, problem: 'missing' }];
    return levels.includes(level) ? [] : [{ ...place, problem: 'unknown-level' }];
  });
}

function requirementGaps({ requirements }: Answers, asked: Requirement[]): Gap[] {
  return asked.flatMap(({ key, kind, number }): Gap[] => {
    const text = requirements[key]?.text.trim() ?? '';
    const length = countCharacters(text);
    const place = { step: 'requirements', field: `requirement-${key}`, number } as const;
    if (length === 0) return kind === 'essential' ? [{ ...place, problem: 'requirement-missing' }] : [];
    const limit = LIMITS.requirement;
    return length > limit ? [{ ...place, problem: 'requirement-too-long', length, limit }] : [];
  });
}

function declarationGaps({ declarations }: Answers, rules: ApplicationRules): Gap[] {
  const all = rules.declarations.every(({ code }) => declarations.includes(code));
  return all ? [] : [{ step: 'declarations', field: 'declarations', problem: 'missing' }];
}

type Asked = {
  vacancy: Pick<AppliedVacancy, 'publishedAt' | 'deadlineZone' | 'notice'>;
  rules: ApplicationRules;
  at: Date;
};

/** Whether the nationalities stated allow an application, by the rules of the day the vacancy was published (E1). */
export const eligibilityAt = (
  nationalities: string[],
  { vacancy, rules, at }: Omit<Asked, 'vacancy'> & { vacancy: Pick<AppliedVacancy, 'publishedAt'> },
): Result<Eligibility, NationalityRefusal> => eligibleNationality(rules, nationalities, rulesDay(vacancy, at));

/**
 * What the clearance stated means for a vacancy that is for holders of one: by the rules of the day it was published, and
 * valid on the civil day of `at` where the deadline is announced (E3). Nothing for any other vacancy.
 */
export function clearanceAt(
  stated: StatedClearance | undefined,
  { vacancy, rules, at }: Asked,
): ClearanceAnswer | undefined {
  const on = rulesDay(vacancy, at);
  if (!asksClearance(vacancy.notice, rules, on)) return undefined;
  const held = heldFrom(stated) ?? null;
  const validOn = dayIn(at, vacancy.deadlineZone);
  return compareClearance(rules, { required: vacancy.notice.clearance, held, on, validOn, fastTrack: true });
}

/** What the rules say against an application by what is stated in it: probably, for a person has the last word. */
export function probablyNot(dossier: Dossier, at: Date): ProbablyNot {
  const { application, vacancy, rules } = dossier;
  const { nationalities, clearance } = application.answers.identity;
  const eligible = eligibilityAt(nationalities, { vacancy, rules, at });
  const compared = clearanceAt(clearance, { vacancy, rules, at });
  return {
    nationality: eligible.ok ? undefined : eligible.refusal,
    clearance: compared?.outcome === 'not-eligible' ? compared : undefined,
  };
}
export type ProbablyNot = { nationality: NationalityRefusal | undefined; clearance: ClearanceAnswer | undefined };

/** Why a person should decide all the same; empty where nothing was said. */
export const exceptionOf = ({ application }: Pick<Dossier, 'application'>): string =>
  application.answers.identity.exception?.trim() ?? '';
