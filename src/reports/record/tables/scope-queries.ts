import { sql } from 'kysely';
import { ERASURE } from '../../../people/event-chain/erasure.ts';

/** What was submitted to a vacancy: drafts are nobody's to read, and in no record. */
export const APPLICATIONS = (reference: string) =>
  sql`(select * from applications where vacancy_reference = ${reference} and submitted_at is not null)`;

/** The stages of its plan. */
export const STAGES = (reference: string) =>
  sql`(select * from selection_stages where vacancy_reference = ${reference})`;

/**
 * The events of a competition: of the vacancy, of what was submitted to it, and what was erased in the whole log. By the
 * name of what they are about, whatever its kind; those about an accommodation bear a number of their own.
 */
export const OWN_EVENTS = (reference: string) => sql`(
  select * from events where subject <> 'accommodation' and (subject_id = ${reference}
    or subject_id in (select number from applications
      where vacancy_reference = ${reference} and submitted_at is not null)
    or (subject = ${ERASURE.subject} and action = ${ERASURE.action})))`;
