import type { Localized } from '../../platform/language.ts';
import { addMonths } from '../civil-dates.ts';
import type { Agreeing, ContractsFile, IndefiniteWay, Person } from '../organisation/contracts-schema.ts';
import type { ContractCase, ContractDates } from './contract-case.ts';
import type { Reason } from '../reason.ts';

interface Decided<Part extends string, Values extends object> extends Reason<Values> {
  decides: Part;
}

/** Why a part of a plan is as it is. */
export type ContractReason =
  | Decided<'firstEnds', FirstValues>
  | Decided<'renewalEnds', RenewalValues>
  | Decided<'agreement', { agreedBy: Agreeing[]; condition: Localized | null }>
  | Decided<'latestEnd', { months: number; countedMonths: number; endsOn: string; person: Person }>
  | Decided<'indefinite', { way: IndefiniteWay; from: string | null; agreedBy: Agreeing[] }>
  | Decided<'conversionWindow', { from: string | null; to: string | null }>
  /** A request before that day is too early; null where no renewal is planned. */
  | Decided<'tooEarly', { before: string | null }>
  /** A request after that day is too late; it may fall before the renewal begins. */
  | Decided<'tooLate', { after: string | null; monthsBeforeEnd: number }>
  | Decided<'serviceEnds', { age: number; grade: string; endsOn: string; shortens: Shortened[] }>
  | Decided<'ask', { regulations: Localized; ask: Localized }>;

export interface FirstValues {
  startsOn: string;
  months: number;
  endsOn: string;
  /** Whether a maximum, or an age, ends it before its months have passed. */
  shortened: boolean;
  agreedBy: Agreeing[];
}

export interface RenewalValues {
  /** Null where no renewal is planned. */
  startsOn: string | null;
  endsOn: string | null;
  shortened: boolean;
  months: number;
  /** The longest that may still be agreed. */
  upToMonths: number;
}

/** What ends earlier than its months, because service ends. */
export type Shortened = 'firstEnds' | 'renewalEnds' | 'latestEnd' | 'indefinite';

type Asked = ContractsFile['clauses'][number]['terms'][number]['serving-staff'];

export const askReason = ({ rule, regulations, ask }: Asked, source: Localized): ContractReason => ({
  rule,
  source,
  decides: 'ask',
  values: { regulations, ask },
});

/** The reasons of a plan, in the order in which its parts follow each other. */
export const contractReasons = (limits: ContractCase, dates: ContractDates): ContractReason[] => [
  ...termReasons(limits, dates),
  ...indefiniteReasons(limits, dates),
  ...serviceReason(limits, dates),
];

function termReasons({ terms, source, ...limits }: ContractCase, dates: ContractDates): ContractReason[] {
  const { first, renewal, maximum } = terms;
  const { starts: startsOn, firstEnds: endsOn } = dates;
  const { months, agreedBy } = first;
  const shortened = endsOn < limits.fullTerm.firstEnds;
  const { person } = limits.question;
  const reasons: ContractReason[] = [
    { rule: first.rule, source, decides: 'firstEnds', values: { startsOn, months, endsOn, shortened, agreedBy } },
  ];
  if (renewal) {
    const { rule, condition } = renewal;
    reasons.push(
      { rule, source, decides: 'renewalEnds', values: renewalValues(limits, dates) },
      { rule, source, decides: 'agreement', values: { agreedBy: renewal.agreedBy, condition } },
    );
  }
  if (maximum && limits.maximumEnds !== null) {
    const { countedMonths, maximumEnds } = limits;
    const values = { months: maximum.months, countedMonths, endsOn: maximumEnds, person };
    reasons.push({ rule: maximum.rule, source, decides: 'latestEnd', values });
  }
  return reasons;
}

const renewalValues = (
  { mostMonths, fullTerm }: Pick<ContractCase, 'mostMonths' | 'fullTerm'>,
  { renewal }: ContractDates,
): RenewalValues => ({
  startsOn: renewal?.starts ?? null,
  endsOn: renewal?.ends ?? null,
  shortened: renewal !== null && fullTerm.renewalEnds !== null && renewal.ends < fullTerm.renewalEnds,
  months: renewal?.months ?? 0,
  upToMonths: mostMonths,
});

function indefiniteReasons({ terms, source }: ContractCase, dates: ContractDates): ContractReason[] {
  const { renewal, conversionWindow, indefiniteFrom } = dates;
  const { rule, way, agreedBy } = terms.indefinite;
  const reasons: ContractReason[] = [
    { rule, source, decides: 'indefinite', values: { way, from: indefiniteFrom, agreedBy } },
  ];
  if (!terms.request) return reasons;
  const { tooEarly, tooLate, monthsBeforeEnd } = terms.request;
  const after = renewal && addMonths(renewal.ends, -monthsBeforeEnd);
  const values = { from: conversionWindow?.from ?? null, to: conversionWindow?.to ?? null };
  reasons.push(
    { rule: terms.request.rule, source, decides: 'conversionWindow', values },
    { rule: tooEarly, source, decides: 'tooEarly', values: { before: renewal?.starts ?? null } },
    { rule: tooLate, source, decides: 'tooLate', values: { after, monthsBeforeEnd } },
  );
  return reasons;
}

function serviceReason({ service, fullTerm, terms }: ContractCase, dates: ContractDates): ContractReason[] {
  if (!service) return [];
  const { rule, source, age, grade, endsOn } = service;
  const shortens: Shortened[] = [];
  if (fullTerm.firstEnds > endsOn) shortens.push('firstEnds');
  if (fullTerm.renewalEnds !== null && fullTerm.renewalEnds > endsOn) shortens.push('renewalEnds');
  if (dates.latestEnd === endsOn) shortens.push('latestEnd');
  if (terms.indefinite.way !== 'never') shortens.push('indefinite');
  return [{ rule, source, decides: 'serviceEnds', values: { age, grade, endsOn, shortens } }];
}
