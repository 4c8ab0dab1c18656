import { sql } from 'kysely';
import { EVENT_SUBJECTS } from '../../../people/event-queries.ts';
import { ERASURE } from '../../../people/event-chain/erasure.ts';
import type { Reading } from './paged-queries.ts';

/** What was submitted to a vacancy: drafts are nobody's to read, and in no record. */
export const APPLICATIONS = (reference: string) =>
  sql`(select * from applications where vacancy_reference = ${reference} and submitted_at is not null)`;

/** The appointments that a competition led to, for whatever post: they go with the application. */
export const OWN_APPOINTMENTS = (reference: string) => sql`(
  select p.*, a.number as application from appointments p join ${APPLICATIONS(reference)} a on a.id = p.application_id)`;

/** The stages of its plan. */
export const STAGES = (reference: string) =>
  sql`(select * from selection_stages where vacancy_reference = ${reference})`;

const OTHERS = EVENT_SUBJECTS.filter((subject) => subject !== 'accommodation');

/**
 * The ids of its appointments: of whoever applied to it, for whatever post. By the events that began them as well, so that one
 * whose row is gone is missed, and by their rows, since events may be erased before them.
 */
const APPOINTMENTS = (reference: string) => sql`(
  select p.id::text from appointments p join ${APPLICATIONS(reference)} a on a.id = p.application_id
  union select b.subject_id from events b where b.subject = 'appointment' and b.action = 'appointment-begun'
    and b.details ->> 'application' in (select number from ${APPLICATIONS(reference)} n))`;

/** A step on a medical condition: the one whose event says of none which it is on. Nothing of it is for whoever reads a record. */
const UNTOLD = sql`(subject = 'appointment' and action = 'condition-stepped' and not details ? 'condition')`;
const toldIn = (reading: Reading) => (reading === 'to-check' ? sql`true` : sql`not ${UNTOLD}`);

/**
 * The events of a competition: of the vacancy, of what was submitted to it and the appointments it led to, and what was erased
 * in the whole log. By the name of what they are about, whatever its kind; those about an accommodation bear a number of their
 * own. Found by their names, which is fast where all are read; see `OWN_EVENTS`.
 */
export const ALL_OWN_EVENTS = (reference: string, reading: Reading = 'to-tell') => sql`(
  select e.* from events e where subject = any(${OTHERS}) and subject_id = any(array(
    select ${reference} union all select number from applications
    where vacancy_reference = ${reference} and submitted_at is not null
    union all select id from ${APPOINTMENTS(reference)} own (id)))
    and not (subject = ${ERASURE.subject} and action = ${ERASURE.action}) and ${toldIn(reading)}
  union all select * from events where subject = ${ERASURE.subject} and action = ${ERASURE.action})`;

/** The same as a condition on each event, which is fast where a page of them is read after another, by their id. */
export const OWN_EVENTS = (reference: string) => sql`(
  select * from events where subject <> 'accommodation' and ${toldIn('to-tell')} and (subject_id = ${reference}
    or subject_id in (select number from applications
      where vacancy_reference = ${reference} and submitted_at is not null)
    or subject_id in ${APPOINTMENTS(reference)}
    or (subject = ${ERASURE.subject} and action = ${ERASURE.action})))`;
