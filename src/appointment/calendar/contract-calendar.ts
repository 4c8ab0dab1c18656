import { addDays, addMonths } from '../../regulations/civil-dates.ts';
import type { Person } from '../../regulations/organisation/contracts-schema.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import type { OfferTerms } from '../offer/offer-terms.ts';

/** What becomes due in the course of a contract, in the order in which things of one day are told. */
export const CONTRACT_DAY_KINDS = [
  'first-day',
  'probation-ends',
  'earliest-advancement',
  'advancement',
  'propose-renewal',
  'contract-ends',
  'request-from',
  'request-until',
  'renewal-ends',
  'secondment-ends',
  'latest-end',
  'indefinite-from',
  'service-ends',
] as const;
export type ContractDayKind = (typeof CONTRACT_DAY_KINDS)[number];

/** One date of a contract: a civil day, `YYYY-MM-DD` where the post is. */
export type ContractDay = {
  kind: ContractDayKind;
  day: string;
  /** Whether it rests on a renewal that nobody has agreed to yet. */
  ifRenewed: boolean;
};

type Rules = Organisation['appointment']['calendar'];
type Contracted = Pick<OfferTerms, 'contract' | 'twinGrade' | 'advancementFrom' | 'probationEnds'> & {
  person: Person;
  startsOn: string;
  /** Whether the renewal of the plan was agreed. */
  renewed: boolean;
};

/**
 * The dates that the rules give a contract (C1 to C16), in their order. Where the clause gives no length (C12) there is the first
 * day, and what else does not depend on one.
 */
export function contractCalendar(contracted: Contracted, { renewalProposal }: Rules): ContractDay[] {
  const days = [...general(contracted), ...ofContract(contracted, renewalProposal)];
  return inOrder(days);
}

/** Days in their order; those of one day as they follow from each other. */
export const inOrder = <Day extends Pick<ContractDay, 'kind' | 'day'>>(days: readonly Day[]): Day[] =>
  days.toSorted(
    (a, b) =>
      Number(a.day > b.day) - Number(a.day < b.day) ||
      CONTRACT_DAY_KINDS.indexOf(a.kind) - CONTRACT_DAY_KINDS.indexOf(b.kind),
  );

const at = (kind: ContractDayKind, day: string | null | undefined, ifRenewed = false): ContractDay[] =>
  day ? [{ kind, day, ifRenewed }] : [];

function general({ startsOn, probationEnds, twinGrade, advancementFrom }: Contracted): ContractDay[] {
  const earliest = advancementFrom === null ? null : (twinGrade?.earliestAdvancement ?? null);
  return [
    ...at('first-day', startsOn),
    ...at('probation-ends', probationEnds),
    ...at('earliest-advancement', earliest !== advancementFrom ? earliest : null),
    ...at('advancement', advancementFrom),
  ];
}

function ofContract({ contract, person, renewed }: Contracted, proposal: Rules['renewalProposal']): ContractDay[] {
  if (contract.kind === 'ask') return [];
  const { firstEnds, renewal, conversionWindow, latestEnd, starts } = contract;
  const end = person === 'seconded' ? 'secondment-ends' : 'latest-end';
  const proposeBy = renewal && proposal ? before(firstEnds, proposal) : null;
  return [
    ...at('propose-renewal', proposeBy !== null && proposeBy > starts ? proposeBy : null),
    ...at('contract-ends', firstEnds),
    ...at('request-from', conversionWindow?.from, !renewed),
    ...at('request-until', conversionWindow?.to, !renewed),
    ...at('renewal-ends', renewal?.ends, !renewed),
    ...at(end, latestEnd, !renewed && latestEnd !== firstEnds),
  ];
}

const before = (day: string, { count, unit }: NonNullable<Rules['renewalProposal']>): string =>
  unit === 'months' ? addMonths(day, -count) : addDays(day, -count);

/** What somebody is reminded of: a date of a contract, and for which day the reminder was. */
export type DueReminder = { kind: ContractDayKind; day: string; remindOn: string };

/** What nobody has to act on before its day. */
export const TOLD_ONLY: readonly ContractDayKind[] = [
  'first-day',
  'request-from',
  'earliest-advancement',
  'advancement',
  'indefinite-from',
  'service-ends',
];

/**
 * The reminders that are due on a day and were not sent: of each date the last alone, none on or after its day, and none of
 * what rests on a renewal that nobody has agreed to.
 */
export function contractReminders(
  days: readonly ContractDay[],
  { rules, today, sent }: { rules: Rules; today: string; sent: readonly DueReminder[] },
): DueReminder[] {
  return days.flatMap(({ kind, day, ifRenewed }) => {
    if (TOLD_ONLY.includes(kind) || ifRenewed || today >= day) return [];
    const due = rules.reminderDaysBefore
      .map((daysBefore) => addDays(day, -daysBefore))
      .filter((remindOn) => remindOn <= today)
      .toSorted();
    const remindOn = due.at(-1);
    const wasSent = sent.some((one) => one.kind === kind && one.day === day && one.remindOn >= (remindOn ?? ''));
    return remindOn === undefined || wasSent ? [] : [{ kind, day, remindOn }];
  });
}
