import type { Localized } from '../../platform/language.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { compareAge } from '../eligibility/age.ts';
import { addMonths, dayAfter, earlier, periodEnd } from '../civil-dates.ts';
import { openPointsOf, type OpenPoint } from './contract-open-points.ts';
import { askReason, contractReasons, type ContractReason } from './contract-reasons.ts';
import type { IndefiniteWay, Person } from '../organisation/contracts-schema.ts';
import { impossibleIn, refusalOf, type ContractRefusal } from './contract-refusals.ts';
import { inForce } from '../in-force.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { serviceEnd, type ServiceEndNotKnown } from './service-end.ts';
import type { ContractCase, ContractDates, ContractQuestion } from './contract-case.ts';

export type ContractRules = Pick<Organisation, 'contractClauses' | 'openPoints' | 'eligibility' | 'grades'>;

export type ContractAnswer = ContractPlan | ContractAsk;

export interface ContractPlan extends ContractDates {
  kind: 'planned';
  clause: string;
  person: Person;
  indefinite: IndefiniteWay;
  notOffered: NotOffered[];
  openPoints: OpenPoint[];
  warnings: ContractWarning[];
  reasons: ContractReason[];
}

/** No length is given: who must be asked, and under which regulations (C12). */
export interface ContractAsk {
  kind: 'ask';
  clause: string;
  person: Person;
  regulations: Localized;
  ask: Localized;
  reasons: ContractReason[];
}

export type NotOffered = 'renewal' | 'indefinite' | 'request';

export type ContractWarning =
  /** The renewal leaves no day, or a single one, on which to ask for an indefinite contract. */
  | { kind: 'no-day-to-ask'; renewalEnds: string; monthsBeforeEnd: number }
  | { kind: 'one-day-to-ask'; day: string; monthsBeforeEnd: number }
  /** Without a renewal there is no time in which to ask. */
  | { kind: 'no-renewal-to-ask-in' }
  /** Whether earlier service counts is open: the dates are given without it. */
  | { kind: 'earlier-service-not-counted'; months: number }
  /** Service ends at an age by grade, and the grade or the date of birth isn't known. */
  | { kind: 'age-not-considered'; missing: ServiceEndNotKnown['missing'] }
  /** The minimum age is reached only after the first day in the post. */
  | { kind: 'below-minimum-age'; oldEnoughFrom: string }
  | { kind: 'renewal-after-service'; serviceEnds: string };

/**
 * What a contract clause means for somebody who starts on a day: first contract, renewal, when an indefinite contract may
 * be asked for, and the latest end (C1 to C12). Every end is counted from the first day in the post (decision 7).
 */
export function planContract(
  rules: ContractRules,
  question: ContractQuestion,
): Result<ContractAnswer, ContractRefusal> {
  const impossible = impossibleIn(question);
  if (impossible) return refuse(impossible);
  const { clause: code, person, on } = question;
  const clause = rules.contractClauses.find((entry) => entry.code === code);
  if (!clause) {
    const known = rules.contractClauses.map((entry) => entry.code);
    return refuse({ kind: 'unknown-clause', clause: code, known, reasons: [] });
  }
  const row = inForce(clause.terms, on);
  if (!row) return refuse({ kind: 'not-in-force', clause: code, on, from: clause.terms[0]?.from ?? null, reasons: [] });
  const { source } = row;
  if (person === 'serving-staff') {
    const { regulations, ask } = row[person];
    return ok({ kind: 'ask', clause: code, person, regulations, ask, reasons: [askReason(row[person], source)] });
  }
  const terms = row[person];
  if (!terms) return refuse({ kind: 'no-terms-for-person', clause: code, person, source, reasons: [] });
  return planTerms(rules, question, { terms, source });
}

function planTerms(
  rules: ContractRules,
  question: ContractQuestion,
  { terms, source }: Pick<ContractCase, 'terms' | 'source'>,
): Result<ContractPlan, ContractRefusal> {
  const countedMonths = rules.openPoints.earlierServiceCounts.answer === true ? (question.earlierMonths ?? 0) : 0;
  const left = terms.maximum === null ? Infinity : terms.maximum.months - countedMonths;
  const mostMonths = Math.max(0, Math.min(terms.renewal?.upToMonths ?? 0, left - terms.first.months));
  const renewalMonths = question.renewalMonths ?? mostMonths;
  const endAfter = (months: number) => periodEnd(question.startsOn, months);
  const age = serviceEnd(rules, question);
  const limits: ContractCase = {
    question,
    terms,
    source,
    countedMonths,
    maximumEnds: Number.isFinite(left) && left > 0 ? endAfter(left) : null,
    mostMonths,
    renewalMonths,
    fullTerm: {
      firstEnds: endAfter(terms.first.months),
      renewalEnds: renewalMonths > 0 ? endAfter(terms.first.months + renewalMonths) : null,
    },
    service: age.kind === 'ends' ? age : null,
  };
  const refusal = refusalOf(limits);
  if (refusal) return refuse(refusal);
  return ok(planned(rules, limits, age.kind === 'not-known' ? age.missing : []));
}

function planned(rules: ContractRules, limits: ContractCase, missing: ServiceEndNotKnown['missing']): ContractPlan {
  const { question, terms } = limits;
  const dates = contractDates(limits);
  const { way } = terms.indefinite;
  const warnings = [...warningsOf(rules, limits, dates), ...ageWarnings(rules, question)];
  if (missing.length > 0) warnings.push({ kind: 'age-not-considered', missing });
  return {
    kind: 'planned',
    clause: question.clause,
    person: question.person,
    ...dates,
    indefinite: way,
    notOffered: [
      ...(terms.renewal ? [] : ['renewal' as const]),
      ...(way === 'never' ? ['indefinite' as const] : []),
      ...(terms.request || way === 'not-stated' ? [] : ['request' as const]),
    ],
    openPoints: openPointsOf(rules.openPoints, limits),
    warnings,
    reasons: contractReasons(limits, dates),
  };
}

function contractDates({ question, terms, fullTerm, ...limits }: ContractCase): ContractDates {
  const serviceEnds = limits.service?.endsOn ?? null;
  const latestEnd = limits.maximumEnds === null ? serviceEnds : earlier(limits.maximumEnds, serviceEnds);
  const firstEnds = earlier(fullTerm.firstEnds, latestEnd);
  const starts = dayAfter(firstEnds);
  const ends = fullTerm.renewalEnds && earlier(fullTerm.renewalEnds, latestEnd);
  const renewal =
    ends !== null && starts <= ends
      ? { starts, ends, months: limits.renewalMonths, upToMonths: limits.mostMonths }
      : null;
  const to = renewal && terms.request ? addMonths(renewal.ends, -terms.request.monthsBeforeEnd) : null;
  const conversionWindow = renewal && to !== null && renewal.starts <= to ? { from: renewal.starts, to } : null;
  const followed = {
    'may-follow': firstEnds,
    'after-renewal': renewal?.ends,
    'on-request': undefined,
    never: undefined,
    'not-stated': undefined,
  };
  const last = followed[terms.indefinite.way];
  const indefiniteFrom = last !== undefined && (serviceEnds === null || last < serviceEnds) ? dayAfter(last) : null;
  const definiteEnds = renewal?.ends ?? firstEnds;
  return { starts: question.startsOn, firstEnds, renewal, conversionWindow, definiteEnds, latestEnd, indefiniteFrom };
}

function warningsOf(
  { openPoints }: ContractRules,
  { question, terms, service, fullTerm }: ContractCase,
  { renewal, conversionWindow }: ContractDates,
): ContractWarning[] {
  const warnings: ContractWarning[] = [];
  const { earlierMonths = 0 } = question;
  if (earlierMonths > 0 && terms.maximum && openPoints.earlierServiceCounts.answer === null)
    warnings.push({ kind: 'earlier-service-not-counted', months: earlierMonths });
  if (service && fullTerm.renewalEnds !== null && !renewal)
    warnings.push({ kind: 'renewal-after-service', serviceEnds: service.endsOn });
  if (terms.request && fullTerm.renewalEnds === null) warnings.push({ kind: 'no-renewal-to-ask-in' });
  if (!renewal || !terms.request) return warnings;
  const { monthsBeforeEnd } = terms.request;
  if (!conversionWindow) warnings.push({ kind: 'no-day-to-ask', renewalEnds: renewal.ends, monthsBeforeEnd });
  else if (conversionWindow.from === conversionWindow.to)
    warnings.push({ kind: 'one-day-to-ask', day: conversionWindow.from, monthsBeforeEnd });
  return warnings;
}

function ageWarnings(rules: ContractRules, { startsOn, bornOn, grade, on }: ContractQuestion): ContractWarning[] {
  if (bornOn === undefined) return [];
  const { outcome, oldEnoughFrom } = compareAge(rules, { startsOn, bornOn, grade, on });
  return outcome === 'too-young' && oldEnoughFrom !== null ? [{ kind: 'below-minimum-age', oldEnoughFrom }] : [];
}
