import { sql } from 'kysely';
import type { AppointmentFile } from '../record.ts';
import { sortable, table, toldWhere, type RecordTable } from './paged-queries.ts';
import { OWN_APPOINTMENTS } from './scope-queries.ts';

/**
 * A condition that some event tells by its code. That of a step on a medical condition tells none, whatever the organisation's
 * data say of the code today: so nothing medical is in a record.
 */
const IS_TOLD = sql`exists (select from events e where e.subject = 'appointment' and e.subject_id = s.appointment_id::text
  and e.action = 'condition-stepped' and e.details ->> 'condition' = s.condition)`;

/** The hash of what was sent where all that stands of it is what was hashed; none where a part of it was altered. */
const SENT_SHA256 = sql`case when o.content_sha256 = sha256(convert_to(o.content, 'UTF8'))
  and position('"answerBy":' || to_json(o.answer_by)::text in o.content) > 0 then encode(o.content_sha256, 'hex') end`;

/** The last step of an offer that made a choice: by it the offer stands. */
const CHOSEN_IN = sql`(select number, action, nonce from offer_steps
  where offer_id = o.id and action in ('prepare', 'change') order by number desc limit 1)`;

const TAKEN = ['takenAt', 'takenBy', 'takenByName', 'nonce'];

/** What became of those who were chosen: each step as it was taken. Of an offer, what was sent stays out, since it names what was open. */
export const APPOINTMENT_TABLES: Record<AppointmentFile, RecordTable> = {
  'appointments.csv': table(
    ['appointment', 'application', 'vacancy', 'startsOn', 'begunAt', 'begunBy', 'begunByName'].concat([
      'appointedAt',
      'appointedBy',
      'appointedByName',
      'endedAt',
      'endedBy',
      'endReason',
      'nonce',
    ]),
    (reference, after) => sql`
      select id::text as key, id as appointment, application, vacancy_reference as vacancy, starts_on, begun_at, begun_by,
        begun_by_name, appointed_at, appointed_by, appointed_by_name, ended_at, ended_by, end_reason, end_nonce as nonce
      from ${OWN_APPOINTMENTS(reference)} p where id::text > ${after}`,
  ),
  'condition-steps.csv': table(
    [
      'appointment',
      'condition',
      'number',
      'action',
      'state',
      'day',
      'validUntil',
      'level',
      'authority',
      'reason',
    ].concat(TAKEN),
    (reference, after, reading) => sql`
      select concat(p.id, ' ', s.condition, ' ', ${sortable('s.number')}) as key, p.id as appointment, s.condition,
        s.number, s.action, s.state, s.on_day as day, s.valid_until, s.level, s.authority, s.reason, s.taken_at,
        s.taken_by, s.taken_by_name, s.nonce
      from ${OWN_APPOINTMENTS(reference)} p join condition_steps s on s.appointment_id = p.id
      where concat(p.id, ' ', s.condition, ' ', ${sortable('s.number')}) > ${after} and ${toldWhere(IS_TOLD, reading)}`,
  ),
  'verification-steps.csv': table(
    ['appointment', 'part', 'entry', 'number', 'action', 'day', 'words'].concat(TAKEN),
    (reference, after) => sql`
      select concat(p.id, ' ', s.part, ' ', s.entry, ' ', ${sortable('s.number')}) as key, p.id as appointment, s.part,
        s.entry, s.number, s.action, s.on_day as day, s.words, s.taken_at, s.taken_by, s.taken_by_name, s.nonce
      from ${OWN_APPOINTMENTS(reference)} p join verification_steps s on s.appointment_id = p.id
      where concat(p.id, ' ', s.part, ' ', s.entry, ' ', ${sortable('s.number')}) > ${after}`,
  ),
  'offers.csv': table(
    ['appointment', 'id', 'offer', 'state', 'answerBy', 'sentAt', 'seenAt', 'answeredAt', 'sha256', 'documents'].concat(
      ['means', 'choice', 'chosenIn', 'chosenBy', 'nonce'],
    ),
    (reference, after) => sql`
      select concat(p.id, ' ', ${sortable('o.number')}) as key, p.id as appointment, o.id, o.number as offer, o.state,
        o.answer_by, o.sent_at, o.seen_at, o.answered_at, ${SENT_SHA256} as sha256, d.documents, o.means,
        o.choice::text as choice, c.number as chosen_in, c.action as chosen_by, c.nonce
      from ${OWN_APPOINTMENTS(reference)} p join appointment_offers o on o.appointment_id = p.id
        left join lateral ${CHOSEN_IN} c on true
        left join lateral (
          select jsonb_object_agg(language, case sha256 when sha256(content) then encode(sha256, 'hex') end)::text as documents
          from offer_documents where offer_id = o.id) d on true
      where concat(p.id, ' ', ${sortable('o.number')}) > ${after}`,
  ),
  'offer-steps.csv': table(
    ['appointment', 'id', 'offer', 'number', 'action', 'approvalStep', 'choice', 'reason', 'authority', 'day'].concat(
      TAKEN,
    ),
    (reference, after) => sql`
      select concat(p.id, ' ', ${sortable('o.number')}, ' ', ${sortable('s.number')}) as key, p.id as appointment, o.id,
        o.number as offer, s.number, s.action, s.approval_step, s.choice::text as choice, s.reason, s.authority,
        s.on_day as day, s.taken_at, s.taken_by, s.taken_by_name, s.nonce
      from ${OWN_APPOINTMENTS(reference)} p join appointment_offers o on o.appointment_id = p.id join offer_steps s on s.offer_id = o.id
      where concat(p.id, ' ', ${sortable('o.number')}, ' ', ${sortable('s.number')}) > ${after}`,
  ),
};
