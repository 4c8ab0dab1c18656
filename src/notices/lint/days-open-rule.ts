import { Temporal } from 'temporal-polyfill';
import { inForce } from '../../regulations/in-force.ts';
import type { Finding } from './finding.ts';
import { SAYS } from './finding-texts.ts';
import { placesOf, type Subject } from './subject.ts';

/**
 * Fewer days between publication and deadline than the organisation gives people to apply. Both days count: a notice
 * published on the 1st that closes on the 21st is open for twenty-one.
 */
export function daysOpen(subject: Subject): Finding[] {
  const { record, organisation, publishedOn, today } = subject;
  const from = publishedOn ?? today;
  if (!record.deadline || from === undefined) return [];
  const rule = inForce(organisation.notices.minimumOpen, from);
  const days = Math.max(0, Temporal.PlainDate.from(from).until(record.deadline.date).days + 1);
  if (!rule || days >= rule.days) return [];
  return [
    {
      rule: 'completeness/days-open',
      severity: 'error',
      lines: placesOf(subject, 'deadline'),
      field: 'deadline',
      message: SAYS.daysOpen(days, rule.days, rule.source),
    },
  ];
}
