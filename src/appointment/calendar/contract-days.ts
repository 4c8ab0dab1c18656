import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { contractCalendar, inOrder, TOLD_ONLY, type ContractDay, type ContractDayKind } from './contract-calendar.ts';
import { lastDayOf, type Contract, type ContractState } from './contract.ts';

/** A date of a contract as it stands, and whether what it is about is settled: nobody has to act on it any more. */
export type StandingDay = ContractDay & { settled: boolean };

type Rules = Organisation['appointment']['calendar'];

/** The dates of a contract as it stands: by the rules, with what was decided since. */
export function daysOf(contract: Contract, rules: Rules): StandingDay[] {
  const { choice, terms, state } = contract;
  const { person, startsOn } = choice;
  const renewed = state.renewal === 'agreed';
  const by = { ...terms, probationEnds: state.probation.ends, person, startsOn, renewed };
  const days = [...contractCalendar(by, rules), ...entered(contract)].filter((day) => isStill(day, state));
  return inOrder(days).map((day) => ({ ...day, settled: isSettled(day.kind, state) }));
}

/** What people decided, beside what the rules give. */
function entered({ state }: Contract): ContractDay[] {
  const { length, indefiniteFrom, ended } = state;
  const at = (kind: ContractDayKind, day: string | null | undefined): ContractDay[] =>
    day ? [{ kind, day, ifRenewed: false }] : [];
  return [
    ...at('contract-ends', length?.lastDay),
    ...at('indefinite-from', indefiniteFrom),
    ...at('service-ends', ended?.lastDay),
  ];
}

/** Those that bound a definite contract, of which an indefinite one knows none. */
const OF_A_TERM: readonly ContractDayKind[] = [
  'propose-renewal',
  'contract-ends',
  'request-from',
  'request-until',
  'renewal-ends',
  'secondment-ends',
  'latest-end',
];

/** Whether a date is one still: nothing is due after the last day, nor in a definite contract that an indefinite one follows. */
function isStill({ kind, day, ifRenewed }: ContractDay, { renewal, indefiniteFrom, ended }: ContractState): boolean {
  if (ended && kind !== 'service-ends') return day <= ended.lastDay && !ifRenewed;
  if (ifRenewed && renewal === 'declined') return false;
  return indefiniteFrom === null || !OF_A_TERM.includes(kind) || day < indefiniteFrom;
}

const isSettled = (kind: ContractDayKind, state: ContractState): boolean =>
  state.ended !== null || SETTLED[kind](state);

const isIndefinite = ({ indefiniteFrom }: ContractState): boolean => indefiniteFrom !== null;
const isAsked = (state: ContractState): boolean => state.request !== null || isIndefinite(state);
const isAdvanced = ({ advancedOn }: ContractState): boolean => advancedOn !== null;
const isTold = (): boolean => true;

/** What settles each of them. */
const SETTLED: Record<ContractDayKind, (state: ContractState) => boolean> = {
  'first-day': isTold,
  'probation-ends': ({ probation }) => probation.confirmed,
  'earliest-advancement': isAdvanced,
  advancement: isAdvanced,
  'propose-renewal': (state) => state.renewal !== 'open' || isIndefinite(state),
  'contract-ends': (state) => state.renewal === 'agreed' || isIndefinite(state),
  'request-from': isAsked,
  'request-until': isAsked,
  'renewal-ends': isIndefinite,
  'secondment-ends': isIndefinite,
  'latest-end': isIndefinite,
  'indefinite-from': isTold,
  'service-ends': isTold,
};

/** Who acts on a date: the office of the organisation's data, or the person whose own right it is. */
export const actsOn = (kind: ContractDayKind): 'office' | 'person' => (kind === 'request-until' ? 'person' : 'office');

/** The dates that somebody has to act on, the soonest first; those that have passed unsettled among them. */
export const openDays = (days: readonly StandingDay[]): StandingDay[] =>
  days.filter(({ kind, settled, ifRenewed }) => !settled && !ifRenewed && !TOLD_ONLY.includes(kind));

/** What is due of a contract beside its dates. */
export type Waiting = 'length' | 'request';

/** What waits for the office, whatever the day: a length that nobody entered (C12), a request that nobody answered. */
export function waitingFor(contract: Pick<Contract, 'terms' | 'state'>): Waiting[] {
  const { request, indefiniteFrom, ended } = contract.state;
  return [
    ...(lastDayOf(contract).kind === 'not-entered' ? (['length'] as const) : []),
    ...(request?.outcome === 'open' && indefiniteFrom === null && ended === null ? (['request'] as const) : []),
  ];
}
