import type { Localized } from '../../platform/language.ts';
import type { ContractTerms, Person } from '../organisation/contracts-schema.ts';
import type { ServiceEnd } from './service-end.ts';

export interface ContractQuestion {
  clause: string;
  person: Person;
  /** First day in the post. */
  startsOn: string;
  /** The day whose rules count: the offer's date. */
  on: string;
  /** By default the longest that the clause allows; 0 for a contract that is not renewed. */
  renewalMonths?: number | undefined;
  /** Earlier service in the same post. */
  earlierMonths?: number | undefined;
  /** For an age at which service ends. */
  grade?: string | undefined;
  bornOn?: string | undefined;
}

/** What applies to one case: the terms, beside what limits them. */
export interface ContractCase {
  question: ContractQuestion;
  terms: ContractTerms;
  source: Localized;
  /** Earlier service that counts towards the maximum. */
  countedMonths: number;
  /** The last day of what is left of the maximum; null where there is none. */
  maximumEnds: string | null;
  /** The longest renewal that may still be agreed, and the one that is planned. */
  mostMonths: number;
  renewalMonths: number;
  /** The ends as the months alone give them. */
  fullTerm: { firstEnds: string; renewalEnds: string | null };
  service: ServiceEnd | null;
}

export interface Renewal {
  starts: string;
  ends: string;
  months: number;
  upToMonths: number;
}

/** The days that a plan gives. */
export interface ContractDates {
  starts: string;
  firstEnds: string;
  renewal: Renewal | null;
  /** The days on which an indefinite contract may be asked for, both included. */
  conversionWindow: { from: string; to: string } | null;
  /** The last day of the definite contracts planned: that of the renewal, else of the first. */
  definiteEnds: string;
  /** No definite contract in this post ends later; null where no limit is stated. */
  latestEnd: string | null;
  /** First day of an indefinite contract that follows by itself; null where it is asked for, or never offered. */
  indefiniteFrom: string | null;
}
