import type { Language, Localized } from '../../platform/language.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { calendarOf, type CalendarEvent } from '../../site/calendar.ts';
import { contractAddress, myContractAddress } from './contract-address.ts';
import { daysOf } from './contract-days.ts';
import type { KeptContract } from './contract-queries.ts';
import { CONTRACT_TEXTS } from './contract-texts.ts';

type About = {
  language: Language;
  publicUrl: string;
  organisation: Localized;
  rules: Organisation['appointment']['calendar'];
  /** Whose eyes it is for: the words and the links are theirs. */
  reader: 'staff' | 'person';
};

/**
 * The dates of contracts as a calendar (RFC 5545), each all of its day: no zone moves it. An entry is the same for ever by its UID,
 * and has a higher number with each step; it names the application and the vacancy, and nobody.
 */
export function contractsIcs(contracts: readonly KeptContract[], about: About): string {
  const t = CONTRACT_TEXTS[about.language];
  const name = about.reader === 'person' ? t.ownCalendar : t.feed.calendar;
  return calendarOf({
    name: name(about.organisation[about.language]),
    events: contracts.flatMap((kept) => entriesOf(kept, about)),
  });
}

function entriesOf({ chosen, contract, steps }: KeptContract, about: About): CalendarEvent[] {
  const { language, publicUrl, rules, reader } = about;
  const t = CONTRACT_TEXTS[language];
  const { number, reference, appointment } = chosen;
  const address = reader === 'person' ? myContractAddress(number) : contractAddress(chosen);
  const changedAt = steps.at(-1)?.takenAt ?? appointment?.appointedAt ?? new Date(0);
  // What rests on a renewal that nobody has agreed to is no date of anybody's calendar.
  return daysOf(contract, rules)
    .filter(({ ifRenewed }) => !ifRenewed)
    .map(({ kind, day }) => ({
      uid: `contract-${reference}-${number}-${kind}@${new URL(publicUrl).hostname}`,
      sequence: steps.length,
      changedAt,
      day,
      summary: t.event((reader === 'person' ? t.mine.days : t.days)[kind], reference, number),
      url: `${publicUrl}/${language}${address}`,
    }));
}

export const ICS = 'text/calendar; charset=utf-8';
