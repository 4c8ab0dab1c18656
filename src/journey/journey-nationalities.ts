import { countriesByName } from '../regulations/organisation/countries.ts';
import { membersOn } from '../regulations/eligibility/eligibility.ts';
import type { Organisation } from '../regulations/organisation/organisation.ts';

/**
 * Somebody who may apply today, and somebody who may not: of a nation that left or has yet to join, where there is one,
 * else of a nation that never was a member.
 */
export function nationalitiesOf(rules: Organisation, now: Date): { member: string; stranger: string } {
  const members = membersOn(rules, now.toISOString().slice(0, 10));
  const known = rules.memberNations.nations.map(({ country }) => country);
  const never = countriesByName('en').find(({ code }) => !known.includes(code))?.code ?? '';
  return { member: members.at(-1) ?? '', stranger: known.find((country) => !members.includes(country)) ?? never };
}
