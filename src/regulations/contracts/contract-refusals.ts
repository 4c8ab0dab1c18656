import type { Localized } from '../../platform/language.ts';
import { isCivilDate } from '../civil-dates.ts';
import type { Person } from '../organisation/contracts-schema.ts';
import type { ContractCase, ContractQuestion } from './contract-case.ts';
import type { Reason } from '../reason.ts';

interface Refused<Kind extends string> {
  kind: Kind;
  /** The rules it rests on; none where nothing was found that could rule. */
  reasons: Reason[];
}

export type ContractRefusal =
  | (Refused<'impossible-date'> & { field: 'startsOn' | 'on' | 'bornOn'; given: string })
  | (Refused<'impossible-months'> & { field: 'renewalMonths' | 'earlierMonths'; given: number })
  | (Refused<'unknown-clause'> & { clause: string; known: string[] })
  | (Refused<'not-in-force'> & { clause: string; on: string; from: string | null })
  | (Refused<'no-terms-for-person'> & { clause: string; person: Person; source: Localized })
  | (Refused<'no-renewal'> & { clause: string; person: Person; months: number })
  | (Refused<'renewal-too-long'> & { months: number; mostMonths: number })
  | (Refused<'maximum-reached'> & { earlierMonths: number; maximumMonths: number })
  | (Refused<'past-age-of-service'> & { startsOn: string; serviceEnds: string; age: number });

/** What in the question can be no date, or no number of months. */
export function impossibleIn(question: ContractQuestion): ContractRefusal | undefined {
  for (const field of ['startsOn', 'on', 'bornOn'] as const) {
    const given = question[field];
    if (given !== undefined && !isCivilDate(given)) return { kind: 'impossible-date', field, given, reasons: [] };
  }
  const { bornOn, startsOn } = question;
  if (bornOn !== undefined && bornOn >= startsOn)
    return { kind: 'impossible-date', field: 'bornOn', given: bornOn, reasons: [] };
  for (const field of ['renewalMonths', 'earlierMonths'] as const) {
    const given = question[field];
    if (given !== undefined && !(Number.isInteger(given) && given >= 0))
      return { kind: 'impossible-months', field, given, reasons: [] };
  }
  return undefined;
}

/** Why the terms allow no such contract, or no such renewal. */
export const refusalOf = (limits: ContractCase): ContractRefusal | undefined =>
  pastService(limits) ?? pastMaximum(limits) ?? refusedRenewal(limits);

function pastService({ question: { startsOn }, service }: ContractCase): ContractRefusal | undefined {
  if (!service || startsOn <= service.endsOn) return undefined;
  const { rule, source, age, grade, endsOn: serviceEnds } = service;
  const reasons = [{ rule, source, decides: 'serviceEnds', values: { age, grade, endsOn: serviceEnds } }];
  return { kind: 'past-age-of-service', startsOn, serviceEnds, age, reasons };
}

function pastMaximum({ terms: { maximum }, source, countedMonths }: ContractCase): ContractRefusal | undefined {
  if (!maximum || countedMonths < maximum.months) return undefined;
  const { rule, months: maximumMonths } = maximum;
  const reasons = [{ rule, source, decides: 'latestEnd', values: { months: maximumMonths, countedMonths } }];
  return { kind: 'maximum-reached', earlierMonths: countedMonths, maximumMonths, reasons };
}

function refusedRenewal({ question, terms, source, ...limits }: ContractCase): ContractRefusal | undefined {
  const { renewalMonths: months, mostMonths } = limits;
  if (months <= mostMonths) return undefined;
  if (!terms.renewal) {
    const { rule, way } = terms.indefinite;
    const reasons = [{ rule, source, decides: 'renewalEnds', values: { way } }];
    return { kind: 'no-renewal', clause: question.clause, person: question.person, months, reasons };
  }
  const { rule, upToMonths } = terms.renewal;
  const reasons: Reason[] = [{ rule, source, decides: 'renewalEnds', values: { months, upToMonths, mostMonths } }];
  if (terms.maximum && mostMonths < upToMonths) {
    const values = { months: terms.maximum.months, countedMonths: limits.countedMonths };
    reasons.push({ rule: terms.maximum.rule, source, decides: 'latestEnd', values });
  }
  return { kind: 'renewal-too-long', months, mostMonths, reasons };
}
