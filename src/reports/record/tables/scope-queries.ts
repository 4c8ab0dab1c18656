import { sql } from 'kysely';
import { EVENT_SUBJECTS } from '../../../people/event-queries.ts';
import { ERASURE } from '../../../people/event-chain/erasure.ts';

/** What was submitted to a vacancy: drafts are nobody's to read, and in no record. */
export const APPLICATIONS = (reference: string) =>
  sql`(select * from applications where vacancy_reference = ${reference} and submitted_at is not null)`;

/** The stages of its plan. */
export const STAGES = (reference: string) =>
  sql`(select * from selection_stages where vacancy_reference = ${reference})`;

const OTHERS = EVENT_SUBJECTS.filter((subject) => subject !== 'accommodation');

/**
 * The events of a competition: of the vacancy, of what was submitted to it, and what was erased in the whole log. By the
 * name of what they are about, whatever its kind; those about an accommodation bear a number of their own. Found by their
 * names, which is fast where all are read; see `OWN_EVENTS`.
 */
export const ALL_OWN_EVENTS = (reference: string) => sql`(
  select e.* from events e where subject = any(${OTHERS}) and subject_id = any(array(
    select ${reference} union all select number from applications
    where vacancy_reference = ${reference} and submitted_at is not null))
    and not (subject = ${ERASURE.subject} and action = ${ERASURE.action})
  union all select * from events where subject = ${ERASURE.subject} and action = ${ERASURE.action})`;

/** The same as a condition on each event, which is fast where a page of them is read after another, by their id. */
export const OWN_EVENTS = (reference: string) => sql`(
  select * from events where subject <> 'accommodation' and (subject_id = ${reference}
    or subject_id in (select number from applications
      where vacancy_reference = ${reference} and submitted_at is not null)
    or (subject = ${ERASURE.subject} and action = ${ERASURE.action})))`;
